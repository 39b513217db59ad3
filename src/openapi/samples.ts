// Calls that a description brings along.
import { type JsonObject, objectOf, scalarText } from '../core/json.ts'
import { listOf } from './document.ts'

/** A call in some language. */
export interface Sample {
  readonly language: string
  readonly source: string
}

/** The calls of an operation. */
export function samplesOf(own: JsonObject): readonly Sample[] {
  const given = own['x-codeSamples'] ?? own['x-code-samples']
  return listOf(given)
    .map(objectOf)
    .flatMap((sample) => {
      const source = scalarText(sample['source'])
      const language = scalarText(sample['lang']) ?? scalarText(sample['label']) ?? ''
      return source === undefined ? [] : [{ language, source }]
    })
}
