/** Part of a text, as offsets. */
export interface Range {
  readonly from: number
  readonly to: number
}
