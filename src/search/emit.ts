// The search index of an edition as files for the reader's browser. They are scripts, not JSON, because pages opened
// from disk may not fetch: each hands its data to `handbookSearch`, under its name.
//
//   index.js   what there is: where each other file begins
//   t<n>.js    terms in order, each with the pieces that hold it
//   v<n>.js    words in order, each with how common it is: for beginnings, parts and typing mistakes
//   b<n>.js    the text of some pieces: to check, to rank and to show
import { kindOf, packNumber } from '../../templates/assets/search/text.js'
import { contentHash } from '../core/hash.ts'
import type { OutputPath } from '../core/path.ts'
import { type Piece, type SearchPage, piecesOf } from './page-terms.ts'
import { packTerms, shardStarts } from './shards.ts'

const TERMS = { least: 8_000, most: 16_000 }
const WORDS = { least: 24_000, most: 40_000 }
const TEXTS = { least: 30_000, most: 42_000 }

/** Pieces of pages by the sections they were made of: an edit of one page leaves all others as they are. */
const remembered = new WeakMap<SearchPage['sections'], { key: string; pieces: readonly Piece[] }>()

/** The files of the index, in a folder of the site that ends in '/'. */
export function emitSearch(
  folder: string,
  pages: readonly SearchPage[],
): ReadonlyMap<OutputPath, string> {
  const pieces = pages.flatMap(rememberPieces)
  const postings = collectPostings(pieces)
  const terms = [...postings.keys()].sort()
  const files = new Map<string, string>()

  const texts = writeTexts(pieces, files)
  const filed = terms.map((term) => [term, postings.get(term)?.code ?? ''] as const)
  const termStarts = writeTerms('t', filed, TERMS, files)
  const words = terms.filter((term) => kindOf(term, 0) === 1)
  const counts = words.map((word) => [word, frequency(postings.get(word)?.count ?? 0)] as const)
  const wordStarts = writeTerms('v', counts, WORDS, files)

  const version = contentHash([...files.values()].join('')).slice(0, 8)
  files.set('index', JSON.stringify([version, pieces.length, texts, termStarts, wordStarts]))
  return new Map(
    [...files].map(([name, json]) => [
      `${folder}${name}.js` as OutputPath,
      `handbookSearch(${JSON.stringify(name)},${scriptSafe(json)})\n`,
    ]),
  )
}

function rememberPieces(page: SearchPage): readonly Piece[] {
  const key = JSON.stringify([page.url, page.title, page.trail, page.keywords])
  const known = remembered.get(page.sections)
  if (known?.key === key) return known.pieces
  const pieces = piecesOf(page)
  remembered.set(page.sections, { key, pieces })
  return pieces
}

interface Postings {
  code: string
  count: number
  last: number
}

/** Per term its pieces: the distance from the one before, and where in the piece the term stands. */
function collectPostings(pieces: readonly Piece[]): ReadonlyMap<string, Postings> {
  const short = Array.from({ length: 4096 }, (_, number) => packNumber(number))
  const all = new Map<string, Postings>()
  pieces.forEach(({ terms, weights }, index) => {
    terms.forEach((term, at) => {
      let entry = all.get(term)
      if (entry === undefined) all.set(term, (entry = { code: '', count: 0, last: -1 }))
      const number = (index - entry.last - 1) * 4 + (weights[at] ?? 0)
      entry.code += short[number] ?? packNumber(number)
      entry.count += 1
      entry.last = index
    })
  })
  return all
}

/** Writes the text of all pieces; gives the number of pieces in each file, packed. */
function writeTexts(pieces: readonly Piece[], files: Map<string, string>): string {
  const starts = shardStarts(
    pieces.map(({ record }) => record.slice(0, 40)),
    pieces.map(({ size }) => size),
    TEXTS,
  )
  return starts
    .map((start, index) => {
      const own = pieces.slice(start, starts[index + 1])
      files.set(`b${index}`, `[${own.map(({ record }) => record).join(',')}]`)
      return packNumber(own.length)
    })
    .join('')
}

/** Writes a sorted dictionary; gives the first term of each file, apart by spaces. */
function writeTerms(
  kind: 't' | 'v',
  entries: readonly (readonly [term: string, filed: string])[],
  size: { readonly least: number; readonly most: number },
  files: Map<string, string>,
): string {
  const names = entries.map(([term]) => term)
  const starts = shardStarts(
    names,
    entries.map(([term, filed]) => term.length + filed.length + 3),
    size,
  )
  starts.forEach((start, index) =>
    files.set(
      `${kind}${index}`,
      JSON.stringify(packTerms(entries.slice(start, starts[index + 1]))),
    ),
  )
  return starts.map((start) => names[start]).join(' ')
}

/** How common a word is, in powers of two. */
function frequency(count: number): string {
  return packNumber(Math.floor(Math.log2(count)))
}

/** JSON may hold line separators that were no part of string literals before ES2019. */
function scriptSafe(json: string): string {
  return json.replaceAll('\u2028', String.raw`\u2028`).replaceAll('\u2029', String.raw`\u2029`)
}
