// Answers queries from the files of the index, loading only those that a query needs. `load` gives the data of a file
// by its name; everything else is here, so that it runs wherever the files can be had.
import { kindOf, settle, stem, unpackNumbers, visitDense, visitRuns, wordTerm } from './text.js'
import { matchingSections, settleSection } from './excerpt.js'

/** What a match is worth by where it stands: in text, often in text, in a heading, in the title. */
const WORTH = [1, 1.6, 4, 10]
/** Bounds of what one query may load. */
const RANGE_SHARDS = 4
const PART_SHARDS = 6
const ALL_WORD_SHARDS = 4
const NEAREST = 5

export function createEngine(load) {
  const files = new Map()

  /** The data of a file, made once; a file that failed is asked for again. */
  function file(name, make) {
    if (!files.has(name)) {
      const made = load(name).then(make)
      files.set(name, made)
      made.catch(() => files.delete(name))
    }
    return files.get(name)
  }

  const index = () =>
    file('index', ([version, pieces, texts, terms, words]) => {
      let total = 0
      const ends = unpackNumbers(texts).map((count) => (total += count))
      const starts = (list) => (list ? list.split(' ') : [])
      return { version, pieces, ends, t: starts(terms), v: starts(words) }
    })

  const dictionary = (name) => file(name, readTerms)

  /** Names of the dictionaries that can hold terms with a beginning. */
  async function shardsFor(kind, beginning) {
    const starts = (await index())[kind]
    const first = starts.findLastIndex((start) => start <= beginning)
    const last = starts.findLastIndex((start) => start < beginning + '\uffff')
    const names = []
    for (let at = Math.max(first, 0); at <= last; at++) names.push(kind + at)
    return names
  }

  async function entries(names) {
    const parts = await Promise.all(names.map(dictionary))
    return parts.flatMap((part) => [...part])
  }

  async function exact(term) {
    const starts = (await index()).t
    const at = starts.findLastIndex((start) => start <= term)
    return at < 0 ? undefined : (await dictionary('t' + at)).get(term)
  }

  /** Files of several terms, as long as they lie in few dictionaries. */
  async function exactly(terms, most) {
    const starts = (await index()).t
    const shards = new Set()
    const found = []
    for (const term of terms) {
      const at = starts.findLastIndex((start) => start <= term)
      if (!shards.has(at) && shards.size >= most) continue
      shards.add(at)
      found.push(term)
    }
    return Promise.all(found.map(async (term) => [term, await exact(term)]))
  }

  /** Terms that begin like this. In large books the most common ones, the word itself first. */
  async function beginning(start, word) {
    const names = await shardsFor('t', start)
    if (names.length <= RANGE_SHARDS)
      return (await entries(names)).filter(([term]) => term.startsWith(start))
    const words = await entries((await shardsFor('v', start)).slice(0, RANGE_SHARDS))
    const likely = words
      .filter(([term]) => term.startsWith(word))
      .sort((a, b) => (b[0] === word) - (a[0] === word) || (a[1] < b[1] ? 1 : -1))
    return exactly([word, ...likely.map(([term]) => term)], RANGE_SHARDS - 1)
  }

  /** All words of a small book; in a large one those with the same first letter. */
  async function vocabulary(word, everything) {
    const { v } = await index()
    if (v.length <= ALL_WORD_SHARDS) return entries(v.map((_, at) => 'v' + at))
    return everything ? [] : entries((await shardsFor('v', word[0])).slice(0, RANGE_SHARDS))
  }

  /** Pieces that hold a word, or a longer word with it inside. */
  async function holdersOfWord({ word, inflected }) {
    const hits = new Map()
    const root = stem(word)
    for (const [term, code] of await beginning(inflected ? root : word, word))
      if (term === word) addHits(hits, code, 1)
      else if (term.startsWith(word)) addHits(hits, code, 0.6)
      else if (inflected && stem(term) === root) addHits(hits, code, 0.5)
    // One or two letters are inside of too much.
    if (word.length < 3 && hits.size) return hits
    const inner = (await vocabulary(word, true))
      .filter(([term]) => term.includes(word, 1) && !term.startsWith(word))
      .sort((a, b) => (a[1] < b[1] ? 1 : -1))
    for (const [, code] of await exactly(
      inner.map(([term]) => term),
      PART_SHARDS,
    ))
      addHits(hits, code, 0.25)
    return hits
  }

  function addHits(hits, code, grade) {
    if (!code) return hits
    const numbers = unpackNumbers(code)
    let piece = -1
    for (const number of numbers) {
      piece += (number >> 2) + 1
      const value = WORTH[number & 3] * grade
      if (!(hits.get(piece) >= value)) hits.set(piece, value)
    }
    return hits
  }

  /** Pieces with everything that the query asks for, as far as terms can tell; the best first. */
  async function candidates(plan) {
    if (!plan.tokens.length)
      return Array.from({ length: (await index()).pieces }, (_, piece) => [piece, 0])
    let all
    const narrow = (hits) => {
      const rare = Math.log(2 + 1000 / hits.size)
      if (!all) all = new Map([...hits].map(([piece, value]) => [piece, value * rare]))
      else
        for (const [piece, value] of all)
          if (hits.has(piece)) all.set(piece, value + hits.get(piece) * rare)
          else all.delete(piece)
    }
    const required = plan.tokens.filter((token) => !token.optional)
    // Every other pair covers the text; the rest is asked only when that leaves too much.
    const [now, later] = [
      required.filter((token) => !token.spare),
      required.filter((token) => token.spare),
    ]
    const ask = (tokens) =>
      Promise.all(
        tokens.map(async (token) =>
          token.word ? holdersOfWord(token) : addHits(new Map(), await exact(token.term), 1),
        ),
      )
    for (const hits of await ask(now)) narrow(hits)
    if (all.size > NEAREST) for (const hits of await ask(later)) narrow(hits)
    return [...all].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  }

  /** The pieces with their texts, in the order given. */
  async function readPieces(list) {
    const { ends } = await index()
    return Promise.all(
      list.map(async ([piece, value]) => {
        const at = ends.findIndex((end) => piece < end)
        const text = at < 0 ? [] : await file('b' + at, readPages)
        return { piece, value, text: at, page: text[piece - (ends[at - 1] || 0)] }
      }),
    )
  }

  /** Pages that hold what was asked, checked in their text; the best first. */
  async function holders(plan, limit) {
    const list = await candidates(plan)
    const { ends } = await index()
    const texts = new Set()
    const found = []
    let literal = 0
    let at = 0
    // More is read only for the sake of better results, or when there is none.
    const enough = () =>
      literal >= limit ||
      (found.length >= limit && (plan.certain || texts.size > limit)) ||
      (found.length > 0 && texts.size >= limit + 3)
    while (at < list.length && !enough()) {
      const batch = []
      const fresh = new Set()
      while (at < list.length && batch.length < Math.min(limit, 100) && fresh.size < 4) {
        batch.push(list[at])
        fresh.add(ends.findIndex((end) => list[at][0] < end))
        at++
      }
      for (const one of await readPieces(batch)) {
        texts.add(one.text)
        const rank = one.page ? rankOf(plan, one.page) : 0
        if (!rank) continue
        found.push({ ...one, rank })
        if (rank >= 2) literal++
      }
    }
    found.sort((a, b) => b.rank - a.rank || b.value - a.value || a.piece - b.piece)
    return { found, rest: list.length - at }
  }

  /** What comes near: other forms of the words, words with one mistake, parts of the query. */
  async function nearest(plan) {
    const groups = []
    for (const token of plan.tokens) {
      if (!token.word) {
        groups.push(addNeedle(token.term, await exact(token.term)))
        continue
      }
      const root = stem(token.word)
      for (const [term, code] of await beginning(root, token.word))
        if (stem(term) === root) groups.push(addNeedle(term, code))
      if (token.word.length < 3) continue
      const near = (await vocabulary(token.word))
        .filter(([term]) => isOneEdit(term, token.word))
        .sort((a, b) => (a[1] < b[1] ? 1 : -1))
      for (const [term, code] of await exactly(
        near.map(([term]) => term),
        PART_SHARDS,
      ))
        groups.push(addNeedle(term, code))
    }
    function addNeedle(term, code) {
      plan.needles.push(term)
      return addHits(new Map(), code, 1)
    }
    return plan.tokens.length > 1 ? together(groups) : inTurn(groups)
  }

  async function find(query, limit = 10) {
    const plan = planOf(query)
    if (!plan.whole) return { pages: [], nearest: [], count: 0, complete: true }
    const { found, rest } = await holders(plan, limit)
    const pages = byPage(found)
    const known = new Set(pages.map(({ url }) => url))
    // Parts of a Chinese query lead anywhere: they are of use only when nothing else is there.
    const few = plan.tokens.some((token) => token.term) ? 1 : NEAREST
    const near = pages.length < few ? await readPieces(await nearest(plan)) : []
    const others = byPage(near.filter(({ page }) => page && !known.has(page.url)))
    return {
      pages: pages.slice(0, limit).map((page) => matchingSections(page, plan)),
      nearest: others.slice(0, NEAREST).map((page) => matchingSections(page, plan)),
      count: pages.length + (plan.certain ? rest : 0),
      complete: plan.certain || !rest,
    }
  }

  return { find, prepare: index }
}

/** A dictionary from its packed form. */
function readTerms(text) {
  const terms = new Map()
  let term = ''
  for (const entry of text.split('!')) {
    const space = entry.indexOf(' ')
    if (space < 0) continue
    term = term.slice(0, entry.charCodeAt(0) - 35) + entry.slice(1, space)
    terms.set(term, entry.slice(space + 1))
  }
  return terms
}

function readPages(records) {
  return records.map(([url, title, trail, sections, keywords]) => ({
    url,
    title,
    trail,
    keywords: settle(keywords || ''),
    settledTitle: settle(title),
    sections: sections.map(([id, heading, text]) => ({ id, title: heading, text })),
  }))
}

/** What a query asks for: `tokens` for the index, `chunks` and `whole` for the texts, `needles` to be marked. */
export function planOf(query) {
  const whole = settle(query)
  const chunks = query.split(/\s+/).map(settle).filter(Boolean)
  const tokens = []
  const parts = chunks.map((text) => {
    const from = tokens.length
    let dense = false
    visitRuns(text, (kind, from, to) => {
      const run = text.slice(from, to)
      if (kind === 1) return tokens.push({ word: wordTerm(run) })
      dense = true
      const pairs = []
      visitDense(text, from, to, (character, pair) => pair && pairs.push(pair))
      pairs.forEach((term, at) =>
        tokens.push({ term, spare: at % 2 === 1 && at < pairs.length - 1 }),
      )
      if (!pairs.length) tokens.push({ term: run })
    })
    return { text, dense, tokens: tokens.slice(from) }
  })
  // The first and the last word may be cut off. Where something else leads to the page, they are left to the text.
  const anchored = tokens.some((token) => token.term)
  const [only] = tokens
  const last = tokens.at(-1)
  if (only?.word && (anchored || (only.word.length < 3 && tokens.length > 1))) only.optional = true
  if (last?.word && anchored) last.optional = true
  const words = tokens.filter((token) => token.word)
  if (tokens.length > 1) for (const token of words) token.inflected = true
  const certain = tokens.length === 1 && whole === (only.word || only.term)
  const needles = [...parts.map(({ text }) => text), ...words.map(({ word }) => word)]
  return { whole, parts, tokens, certain, needles: [...new Set(needles)] }
}

/**
 * 6 the title itself, 5 in the title, 4 in a heading, 3 in the text, 2 only inside of words, 1 all of its parts, 0 not
 * at all; and a fraction for how often.
 */
function rankOf({ whole, parts }, page) {
  if (page.settledTitle === whole) return 6
  let best =
    Math.max(holding(page.settledTitle, whole), holding(page.keywords, whole)) === 2 ? 5 : 0
  let count = 0
  for (const section of page.sections) {
    const { settledTitle, settledText } = settleSection(section)
    best = Math.max(best, [0, 2, 4][holding(settledTitle, whole)])
    const inText = holding(settledText, whole)
    best = Math.max(best, [0, 2, 3][inText])
    if (inText) count += settledText.split(whole, 90).length - 1
  }
  if (best) return best + Math.min(count, 90) / 100
  const own = [page.settledTitle, page.keywords]
  for (const section of page.sections) own.push(section.settledTitle, section.settledText)
  // The index has already found words; all else is looked for in the text.
  const known = ({ dense, tokens }) =>
    tokens.length && !dense && !tokens.some((one) => one.optional)
  const holds = (part) => known(part) || own.some((one) => one.includes(part.text))
  return parts.every(holds) ? 1 : 0
}

/** 2 where a word begins, 1 only inside of words, 0 not at all. */
function holding(text, whole) {
  let inside = 0
  for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1)) {
    if (!at || kindOf(text, at - 1) !== 1 || kindOf(whole, 0) !== 1) return 2
    inside = 1
  }
  return inside
}

/** Several words: pages with most of them. */
function together(groups) {
  const sum = new Map()
  for (const hits of groups)
    for (const [piece, value] of hits) sum.set(piece, (sum.get(piece) || 0) + 5 + value)
  return [...sum].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, NEAREST)
}

/** One word: the best page of every word that it may have meant, then the second best. */
function inTurn(groups) {
  const lists = groups.map((hits) => [...hits].sort((a, b) => b[1] - a[1] || a[0] - b[0]))
  const chosen = new Map()
  for (let turn = 0; turn < NEAREST; turn++)
    for (const list of lists)
      if (list[turn] && chosen.size < NEAREST) chosen.set(list[turn][0], list[turn][1])
  return [...chosen]
}

/** Pieces of one page become one result. */
function byPage(found) {
  const pages = new Map()
  for (const { page } of found) {
    const known = pages.get(page.url)
    if (known) known.sections = known.sections.concat(page.sections)
    else pages.set(page.url, { ...page })
  }
  return [...pages.values()]
}

/** One letter more, less, other, or two neighbors exchanged. */
function isOneEdit(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const rest = (text, skip) => text.slice(start + skip)
  return (
    rest(a, 1) === rest(b, 1) ||
    rest(a, 1) === rest(b, 0) ||
    rest(a, 0) === rest(b, 1) ||
    (a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, 2) === rest(b, 2))
  )
}
