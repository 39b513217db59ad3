// Answers queries from the files of the index, loading only those that a query needs. `load` gives the data of a file
// by its name; everything else is here, so that it runs wherever the files can be had.
import { RARE } from './dictionary.js'
import { matchingSections, textsOf } from './excerpt.js'
import { createLibrary } from './library.js'
import { planOf, rankOf } from './plan.js'
import { stem } from './text.js'

/** Dictionaries that inner parts may lead to. */
const PART_SHARDS = 4
const NEAREST = 5
/** Terms that are asked at once; further ones only when these leave too much to read. */
const WAVE = 3
/** Dictionaries that lead to what holds a query, and then to what is near it. */
const QUOTA = 10
const NEAR_QUOTA = 2
/** What a query may load in all, a file of text being worth three dictionaries. */
const BUDGET = 18
/** Files of text that are read before it is seen whether they suffice. */
const ROUND = 2

/** Answers queries from files of an index; `more` loads what few queries need. */
export function createEngine(load, more) {
  const library = createLibrary(load)
  const { quota } = library
  let starts
  let blockOf

  function addHits(hits, postings, grade) {
    const add = (piece, value) => hits.get(piece) >= value || hits.set(piece, value)
    let at = 0
    for (const piece of postings?.pieces || []) {
      add(piece, (postings.worth?.[at++] || 1) * grade)
      if (postings.worth) hits.sure.add(piece)
    }
    hits.common += (postings?.pieces || postings?.blocks || []).length
    // Which of their pieces hold it, the text will tell.
    for (const block of postings?.blocks || [])
      for (let piece = starts[block]; piece < starts[block + 1]; piece++) add(piece, grade)
    return hits
  }

  const noHits = () => Object.assign(new Map(), { sure: new Set(), common: 0 })

  /** Pieces that hold a word, or a longer word with it inside. */
  async function holdersOfWord({ word, inflected }) {
    const hits = noHits()
    const root = stem(word)
    for (const [term, postings] of await library.beginning(inflected ? root : word, word))
      if (term === word) addHits(hits, postings, 1)
      else if (term.startsWith(word)) addHits(hits, postings, 0.6)
      else if (inflected && stem(term) === root) addHits(hits, postings, 0.5)
    // One or two letters are inside of too much.
    if (word.length < 3 && hits.size) return hits
    const inner = byFrequency(
      await library.words(),
      (term) => term.includes(word, 1) && !term.startsWith(word),
    )
    for (const [, postings] of await library.exactly(inner, PART_SHARDS))
      addHits(hits, postings, 0.25)
    return hits
  }

  const hitsOf = (postings) => addHits(noHits(), postings, 1)

  const ask = async (token) =>
    token.word ? holdersOfWord(token) : hitsOf(await library.exact(token.term))

  /** Pieces with everything that the query asks for, as far as terms can tell; the best first. */
  async function candidates(plan) {
    if (!plan.tokens.length) return blockOf.map((block, piece) => ({ piece }))
    let all
    let sure
    // Every other pair covers the text.
    const queue = plan.tokens
      .filter((token) => !token.optional)
      .sort((a, b) => (a.spare || 0) - (b.spare || 0))
    while (queue[0] && (!all || (all.size > 2 && quota.left > 0))) {
      const wave = queue.splice(0, WAVE)
      const answers = await Promise.all(wave.map(ask))
      answers.forEach((hits, at) => {
        const rare = (wave[at].rare = rarity(hits))
        ;({ sure } = hits)
        const before = all
        all = new Map()
        for (const [piece, value] of hits)
          if (!before || before.has(piece)) all.set(piece, (before?.get(piece) || 0) + value * rare)
      })
    }
    return [...all]
      .map(([piece, worth]) => ({ piece, worth, sure: plan.certain && sure.has(piece) }))
      .sort((a, b) => b.worth - a.worth || a.piece - b.piece)
  }

  /** Pages that hold what was asked, checked in their text; the best first. `most` says how many files of text are read. */
  async function holders(plan, limit, most) {
    const list = await candidates(plan)
    for (const one of list) one.block = blockOf[one.piece]
    const all = new Set(list.map(({ block }) => block))
    const round = all.size > RARE - 1 ? ROUND : RARE
    const texts = new Set()
    const found = []
    let literal = 0
    let rest = list
    // More is read only for the sake of better results, or when there is none.
    while (rest[0] && literal < limit && (found.length < limit || texts.size < RARE - 1)) {
      const bound = Math.min(most(), texts.size + round)
      for (const { block } of rest) if (texts.size < bound) texts.add(block)
      const batch = rest.filter(({ block }) => texts.has(block)).slice(0, 200)
      if (!batch[0]) break
      const read = new Set(batch)
      rest = rest.filter((one) => !read.has(one))
      const pages = await library.read(batch.map(({ piece }) => piece))
      batch.forEach((one, at) => {
        const rank = below(rankOf(plan, pages[at]), pages[at], plan)
        if (rank) found.push({ ...one, page: pages[at], rank })
        if (rank >= 2) literal++
      })
    }
    found.sort((a, b) => b.rank - a.rank || b.worth - a.worth || a.piece - b.piece)
    // Where words begin with one or two letters, those that hold them inside are not meant.
    const short = plan.certain ? plan.tokens[0].word?.length < 3 : /^-\w{1,2}$/.test(plan.whole)
    const meant = (one) => !short || one.rank >= 3 || found[0].rank < 3
    return { found: found.filter(meant), rest, texts: texts.size }
  }

  async function find(query, limit = 10) {
    const plan = planOf(query)
    if (!plan.whole) return { pages: [], nearby: [], count: 0, complete: true }
    ;({ starts, blockOf } = await library.index())
    const most = () => Math.max(1, Math.floor((BUDGET - quota.spent) / 3 + limit / 2 - 2))
    quota.left = QUOTA
    quota.spent = 0
    const { found, rest, texts } = await holders(plan, limit, most)
    const pages = byPage(found, plan)
    // Parts of a Chinese query lead anywhere: they are of use only when nothing else is there.
    const few = plan.tokens.some((token) => token.term) ? 1 : NEAREST
    const complete = rest.every(({ sure }) => sure)
    quota.left = NEAR_QUOTA
    const later = complete && pages.length < few && (await more())
    const others = later
      ? await later.further(
          {
            library,
            holders: (other) => holders(other, limit, most),
            addHits: hitsOf,
            blockOf: (piece) => blockOf[piece],
            byFrequency,
            byPage,
            planOf,
            rarity,
            stem,
            textsOf,
          },
          { query, plan, pages, bound: () => Math.max(1, most() - texts) },
        )
      : []
    return {
      pages: pages.slice(0, limit).map(matchingSections),
      nearby: others.slice(0, NEAREST).map(matchingSections),
      count: pages.length + rest.filter(({ sure }) => sure).length,
      complete,
    }
  }

  return { find, prepare: library.index }
}

/** Files that are shown as pages come after chapters that hold the query, unless a file was asked for. */
const below = (rank, { sections: [first] }, { whole }) =>
  // What has a name and no place of its own is no heading of a chapter.
  rank > 3 && first?.title && !first.id && !whole.includes('.') ? 2.99 : rank

/** What is rare says more about what is meant. */
const rarity = ({ common }) => Math.log(2 + 1000 / (common || 1))

/** The words that fit, the most common first. */
const byFrequency = (words, fits) =>
  words
    .filter(([word]) => fits(word))
    .sort((a, b) => b[1] - a[1])
    .map(([word]) => word)

/** Pieces of one page become one result, which knows what was asked: `held`, where it is not what the reader wrote. */
function byPage(found, plan, held) {
  const pages = new Map()
  for (const { page } of found) {
    const known = pages.get(page.url)
    if (known) known.sections = known.sections.concat(page.sections)
    else pages.set(page.url, { ...page, plan, held })
  }
  return [...pages.values()]
}
