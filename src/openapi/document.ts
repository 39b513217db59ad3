// A description of an interface by OpenAPI (3.0, 3.1) or Swagger (2.0), as data. References inside the document are
// followed; those to other documents stay unknown. Nothing in it is trusted: any value may be of any kind.
import { type Json, type JsonObject, isJsonObject, objectOf, scalarText } from '../core/json.ts'
import { readYaml } from '../files/yaml.ts'

/** A document. */
export interface ApiDocument {
  readonly root: JsonObject
  /** Swagger 2.0. */
  readonly isOld: boolean
}

const MOST_STEPS = 30

/** Documents that were read: one describes hundreds of operations, and each of them asks for it. */
const known = new Map<string, ApiDocument | undefined>()
const MOST_KNOWN = 8

/** Reads a document in YAML or JSON; undefined when the text is none, or nobody can read it. */
export function readApi(text: string): ApiDocument | undefined {
  if (!known.has(text)) {
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(text, read(text))
  }
  return known.get(text)
}

function read(text: string): ApiDocument | undefined {
  const yaml = readYaml(text)
  if (!('value' in yaml) || !isJsonObject(yaml.value)) return undefined
  const root = yaml.value
  const isApi = isJsonObject(root['paths']) || isJsonObject(root['webhooks'])
  const hasSchemas = isJsonObject(objectOf(root['components'])['schemas'])
  if (!isApi && !hasSchemas && !isJsonObject(root['definitions'])) return undefined
  return { root, isOld: scalarText(root['swagger'])?.startsWith('2') === true }
}

/** An object, or what its `$ref` leads to in the document. */
export function resolved({ root }: ApiDocument, value: Json | undefined): JsonObject {
  let found = objectOf(value)
  for (let step = 0; step < MOST_STEPS; step++) {
    const reference = scalarText(found['$ref'])
    if (reference === undefined) return found
    found = objectOf(at(root, reference))
  }
  return {}
}

/** The name that a reference ends in: of a schema, most often. */
export function nameOfReference(value: Json | undefined): string | undefined {
  const reference = scalarText(objectOf(value)['$ref'])
  return reference === undefined ? undefined : unescaped(reference.split('/').at(-1) ?? '')
}

/** RFC 6901, as a fragment. */
function at(root: JsonObject, reference: string): Json | undefined {
  if (!reference.startsWith('#/')) return undefined
  let found: Json | undefined = root
  for (const part of reference.slice(2).split('/')) {
    const name = unescaped(part)
    if (Array.isArray(found)) found = (found as readonly Json[])[Number(name)]
    else found = isJsonObject(found) && Object.hasOwn(found, name) ? found[name] : undefined
  }
  return found
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
  } catch {
    return part
  }
}

/** The members of a list; nothing for what is none. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

/** The schemas of a document by their names. */
export function schemasOf({ root, isOld }: ApiDocument): JsonObject {
  return objectOf(isOld ? root['definitions'] : objectOf(root['components'])['schemas'])
}

/** What readers see without opening it. */
export interface Opened {
  readonly responses: boolean
  readonly fields: boolean
}

/** What an operation says is open, else the document. */
export function openedIn({ root }: ApiDocument, own: JsonObject = {}): Opened {
  const isOpen = (key: string): boolean => (own[key] ?? root[key]) === true
  return {
    responses: isOpen('x-expandAllResponses'),
    fields: isOpen('x-expandAllModelSections'),
  }
}
