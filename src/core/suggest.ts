/**
 * The candidate closest to a mistyped name, or undefined when none is close: at most a third of the name may differ
 * (by optimal string alignment distance), upper and lower case count as equal.
 */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase()
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue
    const found = distance(wanted, candidate.toLowerCase(), bestDistance)
    if (found >= bestDistance) continue
    best = candidate
    bestDistance = found
  }
  return best
}

/** Edits (insert, delete, replace, swap neighbors) from one text to another; stops counting at `limit`. */
function distance(a: string, b: string, limit: number): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, i, [beforeLast, last])
    if (Math.min(...row) > limit) return limit + 1
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}

type Rows = readonly [beforeLast: readonly number[], last: readonly number[]]

/** The distances of the first `i` characters of `a` to every beginning of `b`. */
function nextRow(a: string, b: string, i: number, [beforeLast, last]: Rows): readonly number[] {
  const row = [i]
  for (let j = 1; j <= b.length; j++) {
    const changed = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    const swapped = isSwap ? at(beforeLast, j - 2) + 1 : Infinity
    row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, changed, swapped))
  }
  return row
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity
}
