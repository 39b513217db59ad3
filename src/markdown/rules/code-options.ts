// What an info string says besides the language, in the spellings that authors bring along: those of VitePress,
// Docusaurus, Starlight, MkDocs and Pandoc. Words that mean nothing here are left alone.
import type { CodeInfo } from './code-info.ts'

/** What a line of code can be marked as. */
export type LineMark = 'mark' | 'ins' | 'del' | 'focus' | 'error' | 'warning'

/** Lines of a block, 1-based, both ends included. */
export interface LineRange {
  readonly from: number
  readonly to: number
  readonly as: LineMark
}

/** How a block of code is shown. */
export interface CodeOptions {
  readonly title?: string
  /** The number of the first line; false when the block shall have none, undefined when it does not say. */
  readonly numbers?: number | false
  readonly wrap?: boolean
  /** Long code is folded until a reader asks for all of it. */
  readonly isLong?: boolean
  readonly ranges: readonly LineRange[]
  /** The language below a `diff`: `diff lang="js"`. */
  readonly under?: string
}

const WORDS =
  /([\w:.-]+)\s*=\s*("[^"]*"|'[^']*'|\{[^}]*\}|[^\s{}"'][^\s{}]*)|\{([^}]*)\}|\[([^\]]+)\]|[^\s{[]+/g

const MARKS: Readonly<Record<string, LineMark>> = {
  mark: 'mark',
  highlight: 'mark',
  hl_lines: 'mark',
  'highlight-lines': 'mark',
  ins: 'ins',
  add: 'ins',
  del: 'del',
  remove: 'del',
  focus: 'focus',
  error: 'error',
  warning: 'warning',
}
const TITLES = new Set(['title', 'filename', 'file-name', 'file'])
const NUMBERS = new Set(
  'showlinenumbers linenumbers line-numbers linenums numberlines linenos'.split(' '),
)
const STARTS = new Set('startlinenumber startfrom start'.split(' '))
/** `js:src/a.js`, as Qiita and its like write it. */
const NAME = /^:([\w@./-]*[\w@-]\.\w+)(?=[\s{]|$)/
const PLAIN = /^(?:\.|:|,)+/

/** Options as they are collected. */
type Draft = { -readonly [key in keyof CodeOptions]: CodeOptions[key] } & { ranges: LineRange[] }

/** Reads the options of a block. */
export function parseCodeOptions({ rest }: CodeInfo): CodeOptions {
  const draft: Draft = { ranges: [] }
  if (rest === '') return draft
  const [, name] = NAME.exec(rest) ?? []
  if (name !== undefined) draft.title = name
  for (const [word, key, value = '', lines, label] of rest.matchAll(WORDS)) {
    if (lines !== undefined) draft.ranges.push(...parseRanges(lines, 'mark'))
    else if (label !== undefined) draft.title ??= label.trim()
    else setOption(draft, (key ?? word).replace(PLAIN, ''), key === undefined ? true : bare(value))
  }
  if (draft.title === '') delete draft.title
  return draft
}

function bare(value: string): string {
  return /^(["'{]).*["'}]$/s.test(value) ? value.slice(1, -1) : value
}

function setOption(draft: Draft, written: string, value: string | true): void {
  const name = written.toLowerCase()
  if (value === true) setWord(draft, name)
  else setValue(draft, name, value)
}

/** A word alone. */
function setWord(draft: Draft, name: string): void {
  if (name === 'wrap') draft.wrap = true
  else if (name === 'no-line-numbers') draft.numbers = false
  else if (NUMBERS.has(name)) draft.numbers ??= 1
}

function setValue(draft: Draft, name: string, value: string): void {
  const as = MARKS[name]
  if (as !== undefined) draft.ranges.push(...parseRanges(value, as))
  else if (TITLES.has(name)) draft.title = value.trim()
  else if (name === 'lang') draft.under = value
  else if (name === 'wrap') draft.wrap = value !== 'false'
  else if (NUMBERS.has(name)) setNumbers(draft, value)
  else if (STARTS.has(name) && /^\d+$/.test(value) && draft.numbers !== false)
    draft.numbers = Number(value)
}

function setNumbers(draft: Draft, value: string): void {
  const start = /^\d+/.exec(value)?.[0]
  if (value === 'false') draft.numbers = false
  else if (start !== undefined) draft.numbers = Number(start)
  else draft.numbers ??= 1
}

/** `1,3-5` or `1 3-5`. */
export function parseRanges(text: string, as: LineMark): readonly LineRange[] {
  return [...text.matchAll(/(\d+)(?:\s*(?:-|\.\.)\s*(\d+))?/g)].map(([, from, to]) => ({
    from: Number(from),
    to: Number(to ?? from),
    as,
  }))
}
