// What a query asks for, and how well a page answers it.
import { hyphenated, textsOf } from './excerpt.js'
import {
  beginsWord,
  kindOf,
  settle,
  stem,
  visitDense,
  visitRuns,
  wordTerm,
  wordsOf,
} from './text.js'

/** What a query asks for: `tokens` for the index, `parts` and `whole` for the texts, `needles` to be marked. */
export function planOf(query) {
  const parts = []
  let whole
  for (const [written, quoted] of query.matchAll(PART)) {
    const text = settle(quoted || written)
    if (text) whole = parts.push(partOf(text, quoted)) > 1 ? settle(query) : text
  }
  const tokens = parts.flatMap(({ tokens: own }) => own)
  // The first and the last word may be cut off. Where something else leads to the page, they are left to the text.
  const anchored = tokens.some((token) => token.term)
  const [only, more] = tokens
  const last = tokens.at(-1)
  if (only?.word && (anchored || (more && only.word.length < 3))) only.optional = true
  if (last?.word && anchored) last.optional = true
  const words = tokens.filter((token) => token.word)
  for (const token of words) token.inflected = more
  const certain = !more && whole === (only?.word || only?.term)
  const needles = [...parts.flatMap(({ texts }) => texts), ...words.map(({ word }) => word)]
  return { whole, parts, tokens, certain, needles: [...new Set(needles)] }
}

/** What stands between quotes, or between spaces. */
const PART = /["“„«「『](.+?)["”“»」』]|\S+/g

/** Signs that sentences have not: what is written with them is meant as it is written. */
const CODE = /[+#@$%^&*=<>|\\/~`_{}]|\(\)|(?:^[-.]+|[\p{L}\p{N}][.:]+)[\p{L}\p{N}]/u
/** The texts that a page must hold, or words in any form when there is nothing else; what is quoted is meant as it is. */
function partOf(text, quoted) {
  const own = []
  const texts = []
  visitRuns(text, (kind, from, to) => {
    const run = text.slice(from, to)
    if (kind === 1) return own.push({ word: wordTerm(run) })
    for (const word of wordsOf(run)) {
      texts.push(word)
      const pairs = []
      visitDense(word, 0, word.length, (from, to, pair) => pair && pairs.push(word.slice(from, to)))
      pairs.forEach((term, at) => own.push({ term, spare: at % 2 && at < pairs.length - 1 }))
      if (!pairs[0]) own.push({ term: word })
    }
  })
  // Words of one script alone may stand apart; in everything else signs and neighbors count.
  const apart = texts[1] && texts.join('') === text && !quoted
  const words = texts[0] || quoted || CODE.test(text) ? [] : own
  return { text, texts: apart ? texts : [text], words, tokens: own }
}

/** What a page is worth by what of the query stands in its title, in a heading, in the text: nothing, the inside of a word, the beginning of one, a word. */
const IN_TITLE = [0, 2, 4.1, 5]
const IN_HEADING = [0, 2, 3.5, 4]
const IN_TEXT = [0, 2, 3, 3]
/** The name of its file begins with the query. */
const NAMED = 3.4

/** Words in the form that they share with their other forms, without those that mean nothing; a name like `parseUrl` has two. */
const stems = (text) =>
  settle(text.replace(HUMP, ' '))
    .split(SIGNS)
    .filter((word) => !SMALL.test(word))
    .map(stem)
const HUMP = /(?<=[a-z\d])(?=[A-Z])/g
const SIGNS = /[^\p{L}\p{N}\p{M}]+/u
/** Letters and digits alone. */
const bare = (text) => text.split(SIGNS).join('')
const SMALL = /^(?:|an?|the|to|in|of|on|for|and|with)$/

/**
 * 6 the title itself, 5 in the title, 4 in a heading (more when it is one), 3 in the text, 2 only inside of words, 1 all
 * of its parts, 0 not at all; and a fraction for how often, or for where the parts stand.
 */
export function rankOf({ whole, parts }, page) {
  const own = textsOf(page)
  const [title, keywords, ...rest] = own
  if (title === whole) return 6
  // `strict null checks` is what the page `strictNullChecks` is about, `custom activity` what `Custom Activities` is.
  const asked = parts[1] ? stems(whole) : []
  /** Whether the words of the query are among some, in whatever form and order. */
  const holdsAll = (words) => asked.length && asked.every((one) => words.includes(one))
  const titled = stems(page.title)
  const inTitle = holdsAll(titled)
  const isTitle =
    whole.length > 2 && (bare(title) === bare(whole) || (inTitle && titled.length === asked.length))
  const above = Math.max(holding(title, whole), holding(keywords, whole), inTitle && 2)
  let best = IN_TITLE[above]
  let count = 0
  rest.forEach((text, at) => {
    const held = holding(text, whole)
    if (at % 2) {
      best = Math.max(best, IN_TEXT[held])
      if (held) count += timesIn(text, whole)
    } else {
      const above = Math.max(held, holdsAll(stems(text)) && 2)
      best = Math.max(best, text === whole ? 4.2 : IN_HEADING[above])
    }
  })
  if (best && page.name.startsWith(whole)) best = Math.max(best, NAMED)
  if (best) return isTitle ? 5.95 : best + Math.min(count / 100, 0.9 - (best % 1))
  // In another form: below what is written as it is asked for; of one word, only what is the same word.
  own.push('', [asked[0] && page.others, ...hyphenated(page)].join(' ').replaceAll('-', ''))
  const holds = ({ texts, words }) =>
    texts.every((one) => own.some((held) => held.includes(one))) ||
    (words[0] &&
      words.every((token) => !token.optional && own.some((held) => holdsWord(held, token))))
  if (!parts.every(holds)) return 0
  if (isTitle) return 5.95
  // A title that says nothing else is about what it says.
  const alone = titled.filter((word) => asked.includes(word)).length / title.split(' ').length
  let sum = 0
  let most = 0
  for (const part of parts) {
    const rare = rarityOf(part)
    most += rare
    sum += rare * strengthOf(part, page.name, own, alone)
  }
  return 1 + (0.99 * sum) / most
}

const timesIn = (text, part) => text.split(part, 90).length - 1

/** What is rare says more about what is meant. */
const rarityOf = ({ tokens }) => Math.max(0.1, ...tokens.map(({ rare }) => rare || 0))

/** How much a page is about a part of the query: by its title, its headings, or how often it says it. */
function strengthOf({ text, words }, name, own, alone) {
  const root = words.length === 1 ? stem(text) : text
  const isIn = (title) => holding(title, root) > 1
  if (isIn(own[0])) return 0.65 + 0.35 * alone
  const count = own.reduce((sum, held) => sum + timesIn(held, root), 0)
  const often = count / (count + 3)
  // Titles and headings are every other text.
  const isAbove = isIn(name) || own.some((held, at) => !(at % 2) && isIn(held))
  return isAbove ? 0.45 + 0.13 * often : 0.55 * often
}

/** 3 a word, its plural or another form of it, 2 where a word begins, 1 only inside of words, 0 not at all. */
function holding(text, whole) {
  let best = 0
  const isOption = /^-+\w/.test(whole)
  // `flush_interval` is not `multiline_flush_interval`.
  const begins = (at) => beginsWord(text, at) && !(text[at - 1] === '_' && whole.includes('_'))
  let tries = 90
  for (let at = text.indexOf(whole); at >= 0 && tries--; at = text.indexOf(whole, at + 1)) {
    const end = at + whole.length
    if (isOption ? !isApart(text, at, end) : !begins(at)) best ||= 1
    else if (isOption || endsWord(text, end)) return 3
    else best = 2
  }
  return best
}

/** Whether a word ends here, but for an ending of English. */
const endsWord = (text, end) =>
  end >= text.length ||
  kindOf(text, end) !== 1 ||
  kindOf(text, end - 1) !== 1 ||
  /^(?:e?[sd]|ing)(?![\p{L}\p{N}])/u.test(text.slice(end, end + 4))

/** Whether no letter touches it: `-m` is neither in `x-m` nor in `-max`. */
const isApart = (text, from, to) =>
  !(from && kindOf(text, from - 1) === 1) && !(to < text.length && kindOf(text, to) === 1)

/** A word, its beginning or, from three letters on, its part; where several were asked for, other forms of it too. */
function holdsWord(text, { word, inflected }) {
  if (word.length < 3 ? holding(text, word) >= 2 : text.includes(word)) return true
  const root = stem(word)
  for (let at = inflected ? text.indexOf(root) : -1; at >= 0; at = text.indexOf(root, at + 1))
    if (beginsWord(text, at) && stem(/^[a-z]*/.exec(text.slice(at, at + 32))[0]) === root)
      return true
  return false
}
