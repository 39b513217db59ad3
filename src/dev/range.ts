/** A part of a file in bytes; both ends are included. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

/**
 * The one range that a Range header asks for: undefined when it is malformed or asks for several, which
 * both mean the whole file, and 'unsatisfiable' when it lies beyond the end.
 */
export function parseRange(
  header: string | undefined,
  sizeBytes: number,
): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(?!-$)(\d{0,15})-(\d{0,15})$/i.exec(header?.trim() ?? '')
  if (match === null) return undefined
  const [, from = '', to = ''] = match
  if (from === '') return lastBytes(Number(to), sizeBytes)
  const first = Number(from)
  const last = to === '' ? Number.MAX_SAFE_INTEGER : Number(to)
  if (last < first) return undefined
  return first >= sizeBytes ? 'unsatisfiable' : { first, last: Math.min(last, sizeBytes - 1) }
}

function lastBytes(count: number, sizeBytes: number): ByteRange | 'unsatisfiable' {
  const length = Math.min(count, sizeBytes)
  return length === 0 ? 'unsatisfiable' : { first: sizeBytes - length, last: sizeBytes - 1 }
}
