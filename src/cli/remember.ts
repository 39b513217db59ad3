import type { Environment } from '../site/metadata/site-url.ts'
import path from 'node:path'
import { type ResultsCache, openResultsCache } from '../pipeline/results-cache.ts'
import { cachesFolder } from '../files/caches.ts'
import { type LastBuild, openLastBuild } from '../pipeline/last-build.ts'
import { temporaryName } from '../output/manifest.ts'
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

const nothingKnown: LastBuild = {
  repeat: () => Promise.resolve(undefined),
  outputs: { stampOf: () => undefined, partsOf: () => undefined },
  inputs: { stampOf: () => undefined, hashesOf: () => undefined },
  keep: () => undefined,
}

/** What the last build of the book into a folder came to; nothing where results are not remembered either. */
export function rememberedBuild(
  session: Session,
  outputDir: string,
  environment: Environment,
): LastBuild {
  const { flags, bookDir, terminal } = session
  if (flags.cache === false || flags.trust === 'none') return nothingKnown
  const wish = { trust: flags.trust, environment }
  const place = { bookDir, outputDir, wish, unfinished: temporaryName }
  return openLastBuild(place, path.join(cachesFolder(terminal.env), 'builds'))
}
