// The words that make a callout of a quote, in books that list the plugins richquotes or alerts.
import type { Config } from '../core/book.ts'
import { isJsonObject } from '../core/json.ts'
import type { CalloutKind, QuoteMarks } from '../core/callout.ts'

/** The styles of Bootstrap that both plugins speak of. */
const STYLES: ReadonlyMap<string, CalloutKind> = new Map([
  ['info', 'note'],
  ['primary', 'note'],
  ['success', 'tip'],
  ['warning', 'warning'],
  ['danger', 'caution'],
])

const BRACKETS = ['info', 'success', 'warning', 'danger']

/** The words of richquotes by the kind that each means. */
const WORDS: { readonly [kind in CalloutKind]: readonly string[] } = {
  note: ['info', 'note', 'tag', 'comment', 'todo'],
  tip: ['hint', 'success', 'tip'],
  important: ['important'],
  warning: ['warning', 'caution'],
  caution: ['danger', 'fixme', 'bug'],
}

/** What begins a callout in a book; undefined when it lists neither plugin. */
export function quoteMarks({
  plugins,
  pluginsConfig,
}: Pick<Config, 'plugins' | 'pluginsConfig'>): QuoteMarks | undefined {
  const lists = (plugin: string): boolean => plugins.some(({ name }) => name === plugin)
  if (!lists('richquotes') && !lists('alerts')) return undefined
  const own = pluginsConfig['richquotes']
  return {
    words: lists('richquotes') ? wordsOf(isJsonObject(own) ? own : {}) : new Map(),
    brackets: new Map([...STYLES].filter(([name]) => lists('alerts') && BRACKETS.includes(name))),
  }
}

/** The plugin's words with those of the book: `{"todo": {"alert": "danger"}, "tag": false}`. */
function wordsOf(own: Config['pluginsConfig']): QuoteMarks['words'] {
  const words = new Map<string, CalloutKind>()
  for (const kind of Object.keys(WORDS) as CalloutKind[])
    for (const word of WORDS[kind]) words.set(word, kind)
  for (const [key, value] of Object.entries(own)) {
    const word = key.toLowerCase()
    if (value === false) words.delete(word)
    const style = isJsonObject(value) ? value['alert'] : value
    const kind = typeof style === 'string' ? STYLES.get(style) : undefined
    if (kind !== undefined) words.set(word, kind)
  }
  return words
}
