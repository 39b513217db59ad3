// The words that make a callout of a quote, as the plugins richquotes, alerts and callouts knew them.
import { type JsonObject, isJsonObject } from '../core/json.ts'
import { CALLOUTS, type CalloutKind, type QuoteMarks, kindOfStyle } from '../core/callout.ts'
import type { Settings } from '../core/settings.ts'

/** What richquotes reads between square brackets. */
const BRACKETS: QuoteMarks['brackets'] = new Map([
  ['info', 'note'],
  ['success', 'tip'],
  ['warning', 'warning'],
  ['danger', 'caution'],
])

/** The words of richquotes by the kind that each means. */
const WORDS: { readonly [kind in CalloutKind]: readonly string[] } = {
  note: ['info', 'note', 'tag', 'comment', 'quote', 'todo'],
  tip: ['hint', 'success', 'tip'],
  important: ['important'],
  warning: ['warning', 'caution'],
  caution: ['danger', 'fixme', 'bug', 'xxx'],
}

/** The marks of flexible-alerts and callouts beside GitHub's. */
const MARKS: readonly (readonly [name: string, kind: CalloutKind])[] = [
  ['info', 'note'],
  ['primary', 'note'],
  ['default', 'note'],
  ['comment', 'note'],
  ['tag', 'note'],
  ['quote', 'note'],
  ['hint', 'tip'],
  ['success', 'tip'],
  ['attention', 'caution'],
  ['danger', 'caution'],
]

/** What a heading of callouts may say. */
const HEADINGS: QuoteMarks['headings'] = new Map([
  ...CALLOUTS.map((kind) => [kind, kind] as const),
  ...MARKS,
])

/** What begins a callout in a book; undefined when nothing but GitHub's marks do. */
export function quoteMarks({ quotes }: Pick<Settings, 'quotes'>): QuoteMarks | undefined {
  const { bold, brackets, marks, headings } = quotes
  if (bold === false && !brackets && marks === false && !headings) return undefined
  return {
    words: bold === false ? new Map() : wordsOf(bold === true ? {} : bold),
    brackets: brackets ? BRACKETS : new Map(),
    marks: marks === false ? new Map() : marksOf(marks === true ? {} : marks),
    headings: headings ? HEADINGS : new Map(),
  }
}

/** The marks with those of the book: `{"harvest": {"kind": "tip", "title": "Harvest"}}`. */
function marksOf(own: JsonObject): QuoteMarks['marks'] {
  const marks = new Map<string, { kind: CalloutKind; title?: string }>()
  for (const [name, kind] of MARKS) marks.set(name, { kind })
  for (const [key, value] of Object.entries(own)) {
    const name = key.toLowerCase()
    const { kind, title } = isJsonObject(value) ? value : { kind: value, title: null }
    const usual = marks.get(name)?.kind ?? CALLOUTS.find((known) => known === name) ?? 'note'
    marks.set(name, {
      kind: (typeof kind === 'string' ? kindOfStyle(kind) : undefined) ?? usual,
      ...(typeof title === 'string' && title.trim() !== '' ? { title: title.trim() } : {}),
    })
  }
  return marks
}

/** The usual words with those of the book: `{"achtung": "warning", "todo": {"alert": "danger"}, "tag": false}`. */
function wordsOf(own: JsonObject): QuoteMarks['words'] {
  const words = new Map<string, CalloutKind>()
  for (const kind of CALLOUTS) for (const word of WORDS[kind]) words.set(word, kind)
  for (const [key, value] of Object.entries(own)) {
    const word = key.toLowerCase()
    if (value === false) words.delete(word)
    const style = isJsonObject(value) ? value['alert'] : value
    const kind = typeof style === 'string' ? kindOfStyle(style) : undefined
    if (kind !== undefined) words.set(word, kind)
  }
  return words
}
