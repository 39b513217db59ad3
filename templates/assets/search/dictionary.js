// The files of the index as data.
import { readBits } from './bits.js'
import { anchorOf, settle } from './text.js'

/** A term in no more files of text than this names the files, others name pieces. */
export const RARE = 4
/** What a match is worth by where it stands: often in text, in a heading, in the title. */
const WORTH = [1.6, 4, 10]

/** The first file: what there is, and where each of the others begins. */
export function readIndex([, blocks, counts, alphabet, c, w, v, extras]) {
  const bits = readBits(counts)
  const starts = [0]
  /** The block of each piece. */
  const blockOf = []
  for (let block = 0; block < blocks; block++)
    starts.push(blockOf.push(...Array(bits.count()).fill(block)))
  const list = (terms) => (terms ? terms.split(' ') : [])
  return {
    blocks,
    starts,
    blockOf,
    pieces: blockOf.length,
    alphabet: [...alphabet],
    c: list(c),
    w: list(w),
    v: list(v),
    extras,
  }
}

/** Where one term stands: `blocks`, or `pieces` and what each is `worth`. */
function readPostings(bits, index) {
  const count = bits.count()
  if (count <= RARE) return { blocks: bits.numbers(index.blocks, count) }
  const pieces = bits.numbers(index.pieces, bits.below(index.pieces) + 1)
  const worth = pieces.map(() => 1)
  const prominent = bits.numbers(pieces.length, bits.count() - 1)
  for (const at of prominent) worth[at] = WORTH[bits.bit() && 1 + bits.bit()]
  return { pieces, worth }
}

/** Characters and pairs. */
export function readDense(text, index) {
  const bits = readBits(text)
  const terms = new Map()
  let place = -1
  for (let group = bits.count(); group; group--) {
    place += bits.count()
    const first = index.alphabet[place]
    const own = bits.bit() ? [first] : []
    for (const second of bits.numbers(index.alphabet.length, bits.count() - 1))
      own.push(first + index.alphabet[second])
    for (const term of own) terms.set(term, readPostings(bits, index))
  }
  return terms
}

/** Words with what is filed under each. */
export function readWords([names, filed], index) {
  const bits = readBits(filed)
  return new Map(readNames(names).map((word) => [word, readPostings(bits, index)]))
}

/** Words with how common they are. */
export const readVocabulary = ([names, common]) =>
  new Map(readNames(names).map((word, at) => [word, parseInt(common[at], 36)]))

function readNames(text) {
  let word = ''
  return text
    .split(/(?=[A-Z])/)
    .filter(Boolean)
    .map((name) => (word = word.slice(0, name.charCodeAt(0) - 65) + name.slice(1)))
}

/** Pages, or parts of long ones. */
export const readPages = (records) =>
  records.map(([url, title, trail, flat, keywords, others]) => {
    const sections = []
    for (let at = 0; at < flat.length; at += 3) {
      const heading = flat[at + 1] === 0 ? title : flat[at + 1]
      const id = flat[at] === 0 ? anchorOf(heading) : flat[at]
      sections.push({ id, title: heading, text: flat[at + 2] })
    }
    return {
      url,
      title,
      trail,
      keywords: settle(keywords || ''),
      others,
      // What the author calls its file, or its folder.
      name: settle(/([^/]*?)(?:\/index)?\.html$/.exec(url)?.[1] || ''),
      settledTitle: settle(title),
      sections,
    }
  })
