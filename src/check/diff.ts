// The difference of two texts in the unified form of `diff -u`, for people and for `patch`.

interface Change {
  /** Lines before it, 0-based, in the old and in the new text. */
  readonly from: number
  readonly to: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

const CONTEXT = 3

/** The difference as text; '' when there is none. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return ''
  const [old, fresh] = [linesOf(before), linesOf(after)]
  const hunks = groups(changesOf(old, fresh)).map((changes) => hunk(changes, old))
  return `--- a/${name}\n+++ b/${name}\n${hunks.join('')}`
}

/** Lines with their ends, so that a changed line end shows. */
function linesOf(text: string): readonly string[] {
  return text === '' ? [] : (text.match(/[^\n]*\n|[^\n]+$/g) ?? [])
}

/** Changes by looking ahead for the nearest line that both have: our changes are small and far apart. */
function changesOf(old: readonly string[], fresh: readonly string[]): readonly Change[] {
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    if (old[i] === fresh[j]) {
      i += 1
      j += 1
      continue
    }
    const [di, dj] = meet(old, fresh, i, j)
    changes.push({ from: i, to: j, removed: old.slice(i, i + di), added: fresh.slice(j, j + dj) })
    i += di
    j += dj
  }
  return changes
}

/** How many lines to skip on both sides until they agree again, as few as possible. */
function meet(
  old: readonly string[],
  fresh: readonly string[],
  i: number,
  j: number,
): readonly [number, number] {
  const most = old.length - i + fresh.length - j
  for (let total = 1; total < most; total += 1)
    for (let di = 0; di <= total; di += 1) {
      const dj = total - di
      if (i + di > old.length || j + dj > fresh.length) continue
      if (i + di === old.length && j + dj === fresh.length) return [di, dj]
      if (i + di < old.length && j + dj < fresh.length && old[i + di] === fresh[j + dj])
        return [di, dj]
    }
  return [old.length - i, fresh.length - j]
}

function groups(changes: readonly Change[]): readonly (readonly Change[])[] {
  const result: Change[][] = []
  for (const change of changes) {
    const last = result.at(-1)?.at(-1)
    if (last !== undefined && change.from - (last.from + last.removed.length) <= 2 * CONTEXT)
      result.at(-1)?.push(change)
    else result.push([change])
  }
  return result
}

function hunk(changes: readonly Change[], old: readonly string[]): string {
  const [first] = changes
  const last = changes.at(-1)
  if (first === undefined || last === undefined) return ''
  const begin = Math.max(0, first.from - CONTEXT)
  const end = Math.min(old.length, last.from + last.removed.length + CONTEXT)
  const body: string[] = []
  let at = begin
  for (const { from, removed, added } of changes) {
    body.push(...old.slice(at, from).map((line) => ` ${line}`))
    body.push(...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`))
    at = from + removed.length
  }
  body.push(...old.slice(at, end).map((line) => ` ${line}`))
  const grown = changes.reduce((sum, { removed, added }) => sum + added.length - removed.length, 0)
  const count = end - begin
  const start = begin + (first.to - first.from)
  const head = `@@ -${range(begin, count)} +${range(start, count + grown)} @@\n`
  return (
    head +
    body
      .map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`))
      .join('')
  )
}

function range(start: number, count: number): string {
  return `${count === 0 ? start : start + 1},${count}`
}
