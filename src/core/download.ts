// The ebooks that a site offers.
import type { OutputFile } from './output-file.ts'
import type { Settings } from './settings.ts'

/** A format of ebooks that a site can offer. */
export type DownloadFormat = Settings['downloads'][number]

/** An ebook of the site. */
export interface Download {
  /** Id of the space. */
  readonly space: string
  readonly format: DownloadFormat
  readonly file: OutputFile
  /** Its size; absent where it is made only for those who ask. */
  readonly bytes?: number
}
