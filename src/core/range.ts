/** Part of a text, as offsets. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Is an offset in one of them? */
export function isIn(ranges: readonly Range[], offset: number): boolean {
  return ranges.some(({ from, to }) => from <= offset && offset < to)
}
