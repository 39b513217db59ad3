// YAML between two lines of dashes, and nothing else. The body keeps the line numbers of its file.
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import { type JsonObject, isJsonObject, objectOf } from '../core/json.ts'
import type { BookPath } from '../core/path.ts'
import { placeOf } from '../core/position.ts'
import { closest } from '../core/suggest.ts'
import { switchOf } from '../core/switch.ts'
import { problem } from '../messages/problem.ts'
import type { TextFile } from './files.ts'
import { rememberTexts } from './remember-texts.ts'
import { readLooseYaml } from './loose-yaml.ts'

/** A page's text, split. */
export interface SplitPage {
  readonly attributes: JsonObject
  readonly body: string
  /** The 1-based line of the file at which the body begins. */
  readonly firstLine: number
}

const OPENING = /^---[ \t]*\n/
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m

/** Where the front matter at the beginning of a text ends; 0 when there is none. */
export function frontMatterEnd(text: string): number {
  const opening = OPENING.exec(text)?.[0]
  if (opening === undefined) return 0
  const closing = CLOSING.exec(text.slice(opening.length))
  return closing === null ? 0 : opening.length + closing.index + closing[0].length
}

/**
 * Splits front matter from a page. Only a very first line of exactly three dashes opens it; a block that is not a
 * mapping of keys is content; broken YAML is reported, and only the key that it is in is not read as YAML.
 */
export function splitFrontMatter(file: BookPath, text: string): Outcome<SplitPage> {
  const whole = { attributes: {}, body: text, firstLine: 1 }
  const opening = OPENING.exec(text)?.[0]
  if (opening === undefined) return { value: whole, diagnostics: unread(file, text) }
  const rest = text.slice(opening.length)
  const closing = CLOSING.exec(rest)
  if (closing === null) return { value: whole, diagnostics: neverEnds(file, rest) }
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

/** `---` and keys behind empty lines, or `+++` and keys of TOML: front matter of other programs. */
const UNREAD =
  /^(?:[ \t]*\n)+---[ \t]*\n[A-Za-z_][\w-]*:[ \t][^]*?\n---[ \t]*(?![^\n])|^\+{3}[ \t]*\n[A-Za-z_][\w-]*[ \t]*=[^]*?\n\+{3}[ \t]*(?![^\n])/

/** What three dashes become in programs that mend typing, and two of them. */
const DASHES =
  /^(--|—|–)[ \t]*\n[A-Za-z_][\w-]*:[ \t][^\n]*\n(?:[A-Za-z_][\w-]*:[^\n]*\n|[ \t][^\n]*\n)*\1[ \t]*(?![^\n])/

function unread(file: BookPath, text: string): readonly Diagnostic[] {
  const dashes = /^[-—–]/.test(text) ? DASHES.exec(text) : null
  // In AsciiDoc two dashes are the signs of a block.
  if (dashes !== null && /\.(?:md|markdown|mdown)$/i.test(file)) {
    const [, written = ''] = dashes
    const at = placeOf(file, text, 0, written.length)
    return [problem('front-matter/not-read', at, { case: 'dashes', written })]
  }
  if (!/^(?:\s|\+)/.test(text) || !UNREAD.test(text)) return []
  const how = text.startsWith('+') ? 'toml' : 'late'
  const from = text.length - text.trimStart().length
  return [problem('front-matter/not-read', placeOf(file, text, from, from + 3), { case: how })]
}

/** Keys directly below the opening dashes: a line across the page is followed by none. */
function neverEnds(file: BookPath, rest: string): readonly Diagnostic[] {
  if (!/^[a-z_][\w-]*:(?:[ \t]|\n)/i.test(rest)) return []
  const start = { line: 1, column: 1 }
  const at = { file, start, end: { line: 1, column: 4 } }
  return [problem('front-matter/never-ends', at)]
}

/** The mapping, undefined when the YAML is no mapping at all. */
function parseYaml(
  file: BookPath,
  text: string,
  from: number,
  yaml: string,
): Outcome<JsonObject | undefined> {
  if (yaml.trim() === '') return { value: {}, diagnostics: [] }
  const read = readLooseYaml(yaml)
  if (read.problem !== undefined) {
    const { reason, at } = read.problem
    const place = placeOf(file, text, from + at[0], from + at[1])
    return {
      value: objectOf(read.value),
      diagnostics: [problem('front-matter/invalid-yaml', place, { reason })],
    }
  }
  if (isJsonObject(read.value)) {
    const places = (key: string): Place => {
      const [start, end] = read.locate([key]) ?? [0, 0]
      return placeOf(file, text, from + start, from + end)
    }
    const diagnostics = [...unusable(read.value, places), ...misspelt(read.value, places)]
    return { value: read.value, diagnostics }
  }
  return {
    value: undefined,
    diagnostics: [notMapping(file, yaml)],
  }
}

/** `title:Pond` is no key to YAML, and to authors it is. */
function notMapping(file: BookPath, yaml: string): Diagnostic {
  const [first = '', ...others] = yaml.trimEnd().split('\n')
  const [, key, value] = /^([A-Za-z_][\w-]*):(?!\/\/)(\S.*)$/.exec(first) ?? []
  const at = { file, start: { line: 1, column: 1 } }
  if (key === undefined || value === undefined || !others.every((line) => /^[\w-]+:/.test(line)))
    return problem('front-matter/not-a-mapping', at, { case: 'text' })
  const start = { line: 2, column: 1 }
  const end = { line: 2, column: first.length + 1 }
  return problem(
    'front-matter/not-a-mapping',
    { file, start, end },
    { case: 'no-space', key, value },
  )
}

const SWITCHES = ['hidden', 'noIndex', 'noRobotsIndex', 'search', 'sitemap', 'templating']
const TEXTS = ['title', 'description']

/** Values that mean nothing where they stand, and would be passed over in silence. */
function* unusableKeys(attributes: JsonObject): Generator<[key: string, kind: 'switch' | 'text']> {
  for (const key of SWITCHES) {
    const value = attributes[key] ?? null
    const isOther = key === 'search' && isJsonObject(value)
    if (value !== null && !isOther && switchOf(value) === undefined) yield [key, 'switch']
  }
  for (const key of TEXTS) if (typeof (attributes[key] ?? '') === 'object') yield [key, 'text']
}

function unusable(attributes: JsonObject, places: (key: string) => Place): readonly Diagnostic[] {
  return [...unusableKeys(attributes)].map(([key, kind]) =>
    problem('front-matter/unusable-value', places(key), { case: kind, key }),
  )
}

/** Long enough to be known by most of their letters. */
const KNOWN = [
  'aliases',
  'description',
  'hidden',
  'layout',
  'noIndex',
  'noRobotsIndex',
  'redirect_from',
  'search',
  'sitemap',
  'templating',
  'title',
]

/** Keys that are almost known ones, in one letter or two. An author has keys of their own: a plural is one. */
function misspelt(attributes: JsonObject, places: (key: string) => Place): readonly Diagnostic[] {
  return Object.keys(attributes).flatMap((key) => {
    const near = closest(key, KNOWN)
    if (near === undefined || near === key || attributes[near] !== undefined) return []
    const isOwn = key === `${near}s` || Math.abs(key.length - near.length) > 2 || key.length < 5
    return isOwn ? [] : [problem('front-matter/unknown-key', places(key), { key, near })]
  })
}

/** The attributes of a page, read once as long as its text is the same. */
export const attributesOf: (path: BookPath, source: TextFile) => JsonObject = rememberTexts(
  (path, { text }) => splitFrontMatter(path, text).value.attributes,
)
