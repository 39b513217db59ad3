/** What changed one day. */
export interface Update {
  /** Its heading, else its day as it is shown. */
  readonly title: string
  /** Of its heading. */
  readonly id?: string
  /** `2026-05-12`. */
  readonly day?: string
  /** Its first words. */
  readonly text: string
}
