// Words that a page holds in another form than they are asked for: `multilingual` as `multi-lingual`, `send` as `sent`.
// They are found when the index is made, so that readers load no table of English.
import { kindOf } from '../../templates/assets/search/text.js'

const HYPHEN = /(?<=[a-z])-(?=[a-z])/g

/** First parts that are no words of their own, and last ones of nouns made of verbs. */
const WRITTEN_AS_ONE =
  /^(?:anti|auto|bi|co|counter|cyber|de|dis|e|extra|geo|hyper|infra|inter|intra|meta|micro|mid|mini|mis|mono|multi|non|over|poly|post|pre|pseudo|re|semi|sub|super|trans|tri|ultra|un|under)-[a-z]{3,20}$|^[a-z]{2,10}-(?:back|down|end|in|off|on|out|over|time|up)s?$/

/** Hyphenated words without their hyphen, where they are written in both ways; of settled text, as often as they are there. */
export function joinedWords(text: string): readonly string[] {
  if (!text.includes('-')) return []
  return [...text.matchAll(HYPHEN)].flatMap(({ index }) => {
    const from = edgeOf(text, index, -1)
    const to = edgeOf(text, index, 1)
    const word = text.slice(from, to)
    // Of more parts, or of parts of an option, nobody makes a word.
    const isWhole = text[from - 1] !== '-' && text[to] !== '-'
    return isWhole && WRITTEN_AS_ONE.test(word) ? [word.replace('-', '')] : []
  })
}

/** Where the letters end that begin beside a place. */
function edgeOf(text: string, sign: number, step: 1 | -1): number {
  let at = sign + step
  while (at >= 0 && at < text.length && kindOf(text, at) === 1) at += step
  return step === 1 ? at : at + 1
}

/** The form that dictionaries have, and then those that do not begin like it. */
const IRREGULAR = `
analysis analyses
bind bound
break broke broken
build built
catch caught
child children
choose chose chosen
criterion criteria
draw drew drawn
freeze froze frozen
hide hid hidden
index indices
matrix matrices
override overrode overridden
overwrite overwrote overwritten
rebuild rebuilt
rewrite rewrote rewritten
send sent
throw threw thrown
vertex vertices
write wrote written`

/** The form of dictionaries by the irregular ones. */
export const baseForms: ReadonlyMap<string, string> = new Map(
  IRREGULAR.trim()
    .split('\n')
    .flatMap((line) => {
      const [base = '', ...forms] = line.split(' ')
      return forms.map((form) => [form, base] as const)
    }),
)
