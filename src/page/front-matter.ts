// YAML between two lines of dashes, and nothing else. The body keeps the line numbers of its file.
import type { Outcome } from '../core/diagnostic.ts'
import { type JsonObject, isJsonObject } from '../core/json.ts'
import type { BookPath } from '../core/path.ts'
import { placeOf } from '../core/position.ts'
import { readYaml } from '../files/yaml.ts'
import { problem } from '../messages/problem.ts'

/** A page's text, split. */
export interface SplitPage {
  readonly attributes: JsonObject
  readonly body: string
  /** The 1-based line of the file at which the body begins. */
  readonly firstLine: number
}

const OPENING = /^---[ \t]*\n/
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m

/**
 * Splits front matter from a page. Only a very first line of exactly three dashes opens it; a block that is not a
 * mapping of keys is content; broken YAML is reported, and the page goes on without attributes.
 */
export function splitFrontMatter(file: BookPath, text: string): Outcome<SplitPage> {
  const whole = { attributes: {}, body: text, firstLine: 1 }
  const opening = OPENING.exec(text)?.[0]
  if (opening === undefined) return { value: whole, diagnostics: [] }
  const rest = text.slice(opening.length)
  const closing = CLOSING.exec(rest)
  if (closing === null) return { value: whole, diagnostics: [] }
  const yaml = rest.slice(0, closing.index)
  const after = rest.slice(closing.index + closing[0].length).replace(/^\n/, '')
  const firstLine = yaml.split('\n').length + 2
  const parsed = parseYaml(file, text, opening.length, yaml)
  if (parsed.value === undefined) return { value: whole, diagnostics: parsed.diagnostics }
  return {
    value: { attributes: parsed.value, body: after, firstLine },
    diagnostics: parsed.diagnostics,
  }
}

/** The mapping, {} when broken, undefined when the YAML is no mapping at all. */
function parseYaml(
  file: BookPath,
  text: string,
  from: number,
  yaml: string,
): Outcome<JsonObject | undefined> {
  if (yaml.trim() === '') return { value: {}, diagnostics: [] }
  const read = readYaml(yaml)
  if ('reason' in read)
    return {
      value: {},
      diagnostics: [
        problem(
          'front-matter/invalid-yaml',
          placeOf(file, text, from + read.at[0], from + read.at[1]),
          { reason: read.reason },
        ),
      ],
    }
  if (isJsonObject(read.value)) return { value: read.value, diagnostics: [] }
  return {
    value: undefined,
    diagnostics: [problem('front-matter/not-a-mapping', { file, start: { line: 1, column: 1 } })],
  }
}
