import path from 'node:path'
import { type ResultsCache, openResultsCache } from '../pipeline/results-cache.ts'
import { cachesFolder } from '../files/caches.ts'
import type { Session } from './session.ts'

/** Where PDFs are kept between commands; nowhere with `--no-cache`, and for the book of a stranger. */
export function keptPdfs({ flags, terminal }: Session): string | undefined {
  if (flags.cache === false || flags.trust === 'none') return undefined
  return path.join(cachesFolder(terminal.env), 'pdf')
}

/** What earlier commands learned of the book's pages; nothing with `--no-cache`, and for the book of a stranger. */
export function rememberedResults({ flags, bookDir, terminal }: Session): ResultsCache {
  if (flags.cache === false || flags.trust === 'none')
    return { load: () => undefined, save: () => undefined }
  return openResultsCache(bookDir, path.join(cachesFolder(terminal.env), 'pages'))
}
