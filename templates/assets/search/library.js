// The index as a whole: loads its files when they are needed, each once, and few for one query.
import { readDense, readIndex, readPages, readVocabulary, readWords } from './dictionary.js'
import { kindOf } from './text.js'

/** Dictionaries that one beginning may lead to. */
const RANGE = 3
/** As many files of vocabulary are read as a whole for words with a mistake, which may be in the first letter. */
const ALL = 8

export function createLibrary(load) {
  const files = new Map()
  /** How many dictionaries a query may still load, and has loaded. */
  const quota = { left: 0, spent: 0 }

  /** The data of a file, made once; a file that failed is asked for again. */
  function file(name, make) {
    if (!files.has(name)) {
      const made = load(name).then(make)
      files.set(name, made)
      made.catch(() => files.delete(name))
    }
    return files.get(name)
  }

  const index = () => file('index', readIndex)

  async function dictionary(kind, at) {
    const all = await index()
    if (!files.has(kind + at)) {
      // What says which words there are is bounded by itself.
      if (kind !== 'v') quota.left--
      quota.spent++
    }
    const read = { c: readDense, w: readWords, v: readVocabulary }[kind]
    return file(kind + at, (data) => read(data, all))
  }

  /** Numbers of the dictionaries that can hold terms with a beginning, the first ones. */
  async function shardsFor(kind, beginning) {
    const starts = (await index())[kind]
    const first = starts.findLastIndex((start) => start <= beginning)
    const last = starts.findLastIndex((start) => start < beginning + '\uffff')
    const shards = []
    for (let at = Math.max(first, 0); at <= last; at++) shards.push(at)
    return shards
  }

  async function entries(kind, shards) {
    const parts = await Promise.all(shards.map((at) => dictionary(kind, at)))
    return parts.flatMap((part) => [...part])
  }

  /** Every word of the text and how common it is, or those with the same first letter in a large book. */
  async function words(first) {
    const { v, w } = await index()
    if (v.length) {
      if (v.length <= (first ? ALL : RANGE)) return entries('v', [...v.keys()])
      return first ? entries('v', (await shardsFor('v', first)).slice(0, RANGE)) : []
    }
    const all = await entries('w', [...w.keys()])
    return all.map(([word, filed]) => [word, (filed.pieces || filed.blocks).length])
  }

  async function exact(term) {
    const kind = kindOf(term, 0) === 1 ? 'w' : 'c'
    const { [kind]: starts, pieces } = await index()
    // A small book is read as a whole.
    if (kind === 'c' && !starts.length) return { pieces: Array(pieces).keys() }
    const at = starts.findLastIndex((start) => start <= term)
    if (at >= 0) return (await dictionary(kind, at)).get(term)
  }

  /** Several words with what is filed under them, as long as they lie in few dictionaries. */
  async function exactly(terms, most) {
    const starts = (await index()).w
    const shards = new Set()
    const found = []
    for (const term of terms) {
      const at = starts.findLastIndex((start) => start <= term)
      if (!shards.has(at) && !files.has('w' + at) && shards.size >= Math.min(most, quota.left))
        continue
      shards.add(at)
      found.push(term)
    }
    return Promise.all(found.map(async (term) => [term, await exact(term)]))
  }

  /** Words that begin like this. In large books the most common ones, the word itself first. */
  async function beginning(start, word) {
    const shards = await shardsFor('w', start)
    if (shards.length <= RANGE)
      return (await entries('w', shards)).filter(([term]) => term.startsWith(start))
    const some = await entries('v', (await shardsFor('v', start)).slice(0, RANGE))
    const likely = some
      .filter(([term]) => term.startsWith(word))
      .sort((a, b) => (b[0] === word) - (a[0] === word) || b[1] - a[1])
    return exactly([word, ...likely.map(([term]) => term)], RANGE - 1)
  }

  /** Pieces with their texts, in the order given. */
  async function read(list) {
    const { starts, blockOf } = await index()
    return Promise.all(
      list.map(async (piece) => {
        const at = blockOf[piece]
        return (await file('b' + at, readPages))[piece - starts[at]]
      }),
    )
  }

  return { index, exact, exactly, beginning, words, file, read, quota }
}
