// What a mistyped name was meant to be. Each name costs about the same, however many there are to choose from: among
// many only those are compared that begin or end like it.
import { compare } from './diagnostic.ts'

/** Up to so many are all compared. */
const FEW = 200
/** Of many, so many on either side of the place that the name would have among them. */
const NEIGHBORS = 50
/** A third of a very long name is another name. */
const MOST_EDITS = 12

/**
 * The candidate closest to a mistyped name, or undefined when none is close: at most a third of the name may differ
 * (by optimal string alignment distance), upper and lower case count as equal. Of a long list that is asked for again,
 * what was learned of it is kept.
 */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase()
  let best: string | undefined
  let bestDistance = Math.min(MOST_EDITS, Math.max(1, Math.floor(wanted.length / 3))) + 1
  for (const candidate of among(wanted, candidates)) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue
    const found = distance(wanted, candidate.toLowerCase(), bestDistance)
    if (found >= bestDistance) continue
    best = candidate
    bestDistance = found
  }
  return best
}

/**
 * The file that a mistyped name was meant to be. Names of files are alike more often than others ("setting",
 * "testing"), so that fewer signs may differ, and no number: chapter 2 is not meant by who asks for chapter 1.
 */
export function closestFile(name: string, candidates: Iterable<string>): string | undefined {
  const found = closest(name, candidates)
  return found !== undefined && isNear(name.toLowerCase(), found.toLowerCase()) ? found : undefined
}

/** The only path with as much of the end of another as any has; what begins a folder is in every folder. */
export function withSameEnd(path: string, candidates: readonly string[]): string | undefined {
  const names = path.split('/')
  const least = /^(?:readme|index)\./i.test(names.at(-1) ?? '') ? 2 : 1
  for (let from = 0; from <= names.length - least; from++) {
    const end = names.slice(from).join('/')
    const found = candidates.filter((one) => one === end || one.endsWith(`/${end}`))
    if (found.length > 0) return found.length === 1 ? found[0] : undefined
  }
  return undefined
}

/** One sign of so many may differ; of less, none but those that join words and those that are doubled. */
const SURE = 4

function isNear(a: string, b: string): boolean {
  const [wanted, found] = [stemOf(a), stemOf(b)]
  const most = Math.floor(Math.min(wanted.length, found.length) / SURE)
  if (numbersIn(wanted) !== numbersIn(found)) return false
  return joined(wanted) === joined(found) || distance(wanted, found, most) <= most
}

function joined(name: string): string {
  return name.replaceAll(/[\s_-]+/g, '').replaceAll(/(.)\1+/gu, '$1')
}

function stemOf(name: string): string {
  return name.replaceAll(/%[\da-f]{2}/g, ' ').replace(/(?<=.)\.[^.]*$/, '')
}

function numbersIn(name: string): string {
  return [...name.matchAll(/\d+/g)].map(([digits]) => Number(digits)).join()
}

/** The candidates worth a comparison, in their order. */
function among(wanted: string, candidates: Iterable<string>): Iterable<string> {
  const known = orders.get(candidates)
  const all = known?.all ?? [...candidates]
  if (all.length <= FEW) return all
  const { byBeginning, byEnd } = known ?? ordersOf(all)
  if (known === undefined) orders.set(candidates, { all, byBeginning, byEnd })
  const chosen = new Set([...neighbors(byBeginning, wanted), ...neighbors(byEnd, reversed(wanted))])
  return [...chosen].toSorted((a, b) => a - b).map((index) => all[index] ?? '')
}

/** Texts in code-unit order, each with its place in a list. */
type SortedTexts = readonly { readonly text: string; readonly index: number }[]

interface Orders {
  readonly all: readonly string[]
  readonly byBeginning: SortedTexts
  readonly byEnd: SortedTexts
}

/** Lists do not change once they were searched. */
const orders = new WeakMap<Iterable<string>, Orders>()

function ordersOf(all: readonly string[]): Omit<Orders, 'all'> {
  const folded = all.map((text, index) => ({ text: text.toLowerCase(), index }))
  const turned = folded.map(({ text, index }) => ({ text: reversed(text), index }))
  return { byBeginning: sorted(folded), byEnd: sorted(turned) }
}

function sorted(texts: SortedTexts): SortedTexts {
  return texts.toSorted((a, b) => compare(a.text, b.text))
}

/** Places in the list of those around the place that a text has, or would have. */
function neighbors(ordered: SortedTexts, text: string): readonly number[] {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(ordered[middle]?.text ?? '', text) < 0) low = middle + 1
    else high = middle
  }
  return ordered.slice(Math.max(0, low - NEIGHBORS), low + NEIGHBORS).map(({ index }) => index)
}

/** By code units: the result is only compared. */
function reversed(text: string): string {
  return text.split('').toReversed().join('')
}

/** Edits (insert, delete, replace, swap neighbors) from one text to another; stops counting at `limit`. */
function distance(a: string, b: string, limit: number): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, i, { beforeLast, last, limit })
    if (row.least > limit) return limit + 1
    beforeLast = last
    last = row.distances
  }
  return at(last, b.length)
}

interface Rows {
  readonly beforeLast: readonly number[]
  readonly last: readonly number[]
  readonly limit: number
}

/** The distances of the first `i` characters of `a` to the beginnings of `b` that are about as long. */
function nextRow(
  a: string,
  b: string,
  i: number,
  { beforeLast, last, limit }: Rows,
): { readonly distances: readonly number[]; readonly least: number } {
  const row: number[] = []
  const from = Math.max(0, i - limit)
  const to = Math.min(b.length, i + limit)
  let least = Infinity
  for (let j = from; j <= to; j++) {
    const changed = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    const swapped = isSwap ? at(beforeLast, j - 2) + 1 : Infinity
    const found = j === 0 ? i : Math.min(at(last, j) + 1, at(row, j - 1) + 1, changed, swapped)
    row[j] = found
    least = Math.min(least, found)
  }
  return { distances: row, least }
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity
}
