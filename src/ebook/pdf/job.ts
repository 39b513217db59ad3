// What a compiler is given, and what it gives.

/** A file that a source names. */
export interface PdfFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What is to be set. */
export interface PdfJob {
  readonly main: string
  readonly files: readonly PdfFile[]
  readonly standard: string | undefined
  /** Seconds since 1970. */
  readonly time: number
}

/** What came of it. */
export type PdfDone =
  | { readonly bytes: Uint8Array; readonly pages: number; readonly unknownFonts: readonly string[] }
  | { readonly problems: readonly string[] }
