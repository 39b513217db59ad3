// Calls that a description brings along.
import { type JsonObject, objectOf, scalarText } from '../core/json.ts'
import { listOf } from './document.ts'

/** A call in some language. */
export interface Sample {
  /** What readers know the language as. */
  readonly title: string
  readonly language: string
  readonly source: string
}

/** What generators call languages that have other names elsewhere. */
const LANGUAGES: { readonly [name: string]: string } = {
  curl: 'bash',
  'c#': 'csharp',
  'c++': 'cpp',
  node: 'javascript',
  'node.js': 'javascript',
}

/** The calls of an operation; undefined when its author wants none to be shown. */
export function samplesOf(own: JsonObject): readonly Sample[] | undefined {
  if (own['x-hideSample'] === true) return undefined
  const given = own['x-codeSamples'] ?? own['x-code-samples']
  return listOf(given)
    .map(objectOf)
    .flatMap((sample) => {
      const source = scalarText(sample['source'])
      const [lang, label] = [sample['lang'], sample['label']].map(scalarText)
      if (source === undefined) return []
      const language = (lang ?? label ?? '').toLowerCase()
      const title = label ?? lang ?? ''
      return [{ title, language: LANGUAGES[language] ?? language, source }]
    })
}
