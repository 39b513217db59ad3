// What comes near a query: other forms of its words, words with one mistake, parts of it.
import { isOneEdit, mostOf, inTurn } from './near.js'

/** Dictionaries that mistakes may lead to. */
const SHARDS = 4

/** Pages that hold something like it, the best first; `bound` says how many files of text are read. */
export async function nearest(
  { library, addHits, blockOf, byFrequency, stem, textsOf },
  plan,
  bound,
) {
  const groups = []
  const add = (needle, postings) => groups.push({ needle, hits: addHits(postings) })
  for (const { word, term: pair } of plan.tokens) {
    if (pair) {
      if (library.quota.left > 0) add(pair, await library.exact(pair))
      continue
    }
    const root = stem(word)
    for (const [term, postings] of await library.beginning(root, word))
      if (stem(term) === root) add(term, postings)
    if (word.length < 3) continue
    const near = byFrequency(await library.words(word[0]), (term) => isOneEdit(term, word))
    for (const [term, postings] of await library.exactly(near, SHARDS)) add(term, postings)
  }
  const texts = new Set()
  const list = (plan.tokens.length > 1 ? mostOf(groups) : inTurn(groups)).filter(({ piece }) => {
    const block = blockOf(piece)
    if (texts.size < bound) texts.add(block)
    return texts.has(block)
  })
  const pages = await library.read(list.map(({ piece }) => piece))
  const found = list.map(({ needles }, at) => {
    const own = textsOf(pages[at])
    const held = needles.filter((needle) => own.some((text) => text.includes(needle)))
    // Titles and headings are every other text.
    const above = own.some((text, place) => place % 2 < 1 && text.includes(held[0]))
    return { page: pages[at], held: held.length && held.length + above }
  })
  plan.needles.push(...groups.map(({ needle }) => needle))
  return found.filter(({ held }) => held).sort((a, b) => b.held - a.held)
}
