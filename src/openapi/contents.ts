// What is sent or comes back: its types, the fields of each, and values that were thought out.
import { type Json, type JsonObject, objectOf, scalarText } from '../core/json.ts'
import { type ApiDocument, resolved } from './document.ts'

/** What is sent, or comes back, by its type. */
export interface Content {
  readonly type: string
  readonly schema?: Json | undefined
  readonly examples: readonly Example[]
}

/** A value that was thought out; its name and description where its author wrote them. */
export interface Example {
  readonly value: Json
  readonly name?: string | undefined
  /** Markdown. */
  readonly description?: string | undefined
}

/** In Swagger 2.0 one schema is of all types, and each type has an example. */
export function oldContents(response: JsonObject, otherwise: string): readonly Content[] {
  const { schema } = response
  const examples = Object.entries(objectOf(response['examples']))
  if (examples.length === 0 && schema === undefined) return []
  if (examples.length === 0) return [{ type: otherwise, schema, examples: [] }]
  return examples.map(([type, value]) => ({ type, schema, examples: [{ value }] }))
}

/** Contents by their types. */
export function contentsOf(document: ApiDocument, value: Json | undefined): readonly Content[] {
  return Object.entries(objectOf(value)).map(([type, one]) => {
    const content = objectOf(one)
    return { type, schema: content['schema'], examples: examplesOf(document, content) }
  })
}

/** The one example of a content, or those that have names. */
function examplesOf(document: ApiDocument, content: JsonObject): readonly Example[] {
  const { example: value } = content
  if (value !== undefined) return [{ value }]
  return Object.entries(objectOf(content['examples'])).flatMap(([key, written]) => {
    const example = resolved(document, written)
    if (example['value'] === undefined) return []
    const [name, description] = [example['summary'], example['description']].map(scalarText)
    return [{ value: example['value'], name: name ?? key, description }]
  })
}
