// What comes near a query: other forms of its words, words with one mistake, parts of it.
import { isOneEdit, mostOf, inTurn } from './near.js'

/** Dictionaries that mistakes may lead to. */
const SHARDS = 4

/** Pages that hold something like it, the best first; `bound` says how many files of text are read. */
export async function nearest(
  { library, addHits, blockOf, byFrequency, rarity, stem, textsOf },
  plan,
  bound,
) {
  const groups = []
  const several = plan.tokens.length > 1
  for (const token of plan.tokens) {
    const { word, term: pair } = token
    const add = (needle, postings) => {
      const hits = addHits(postings)
      // Of several words the rare ones say what is meant.
      groups.push({ token, needle, hits, worth: several ? rarity(hits) : 1 })
    }
    if (pair) {
      if (library.quota.left > 0) add(pair, await library.exact(pair))
      continue
    }
    const root = stem(word)
    let known = false
    for (const [term, postings] of await library.beginning(root, word))
      if (stem(term) === root) {
        add(term, postings)
        known = true
      }
    if (word.length < 3 || (several && known)) continue
    const near = byFrequency(await library.words(word[0]), (term) => isOneEdit(term, word))
    for (const [term, postings] of await library.exactly(near, SHARDS)) add(term, postings)
  }
  const texts = new Set()
  const list = (several ? mostOf(groups) : inTurn(groups)).filter(({ piece }) => {
    const block = blockOf(piece)
    if (texts.size < bound) texts.add(block)
    return texts.has(block)
  })
  const pages = await library.read(list.map(({ piece }) => piece))
  const found = list.map(({ groups: own }, at) => {
    const texts = textsOf(pages[at])
    const best = new Map()
    for (const { token, needle, worth } of own) {
      const places = texts.flatMap((text, place) => (text.includes(needle) ? [place % 2] : []))
      // Titles and headings are every other text.
      const held = places.length && worth * (places.includes(0) ? 2 : 1)
      best.set(token, Math.max(best.get(token) || 0, held))
    }
    // Code and what is quoted were meant as they are written.
    const meant = plan.parts.filter(
      ({ text, words }) => !words.length && texts.some((one) => one.includes(text)),
    )
    const sum = [...best.values()].reduce((all, held) => all + held, 0)
    return { page: pages[at], held: sum && sum + 50 * meant.length }
  })
  plan.needles.push(...groups.map(({ needle }) => needle))
  return found.filter(({ held }) => held).sort((a, b) => b.held - a.held)
}
