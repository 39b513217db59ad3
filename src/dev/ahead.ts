// Pages that browsers get before the rest of their build is done.
import type { Severity } from '../core/diagnostic.ts'
import type { OutputPath } from '../core/path.ts'
import type { BuildRequest, Memory } from '../pipeline/built.ts'
import type { Hub } from './reload.ts'
import { type Site, stateOf } from './site.ts'

/** In pages: what is smaller is built as a whole before an eye has moved. */
const AHEAD_FROM = 500
/** As long as a browser that shows the page has to load it again before the processor is taken from it. */
const LOAD_MS = 1000

/** When pages are shown ahead, and which are good enough. */
export interface AheadOptions {
  /** In books of so many pages a page whose text changed is shown before the others are looked at; 500 unless said. */
  readonly aheadFrom?: number
  /** Warnings become errors. */
  readonly strict?: boolean
}

/** Pages that are shown before the rest of their build is done. */
export interface PagesAhead {
  /** Those of this build. */
  readonly shown: ReadonlySet<OutputPath>
  /** What the next build is to call; undefined in a book that is built as quickly as it is shown. */
  begin(memory: Memory | undefined): BuildRequest['onAhead']
  close(): void
}

/** Joins what a build renders first to the site and its browsers. */
export function createAhead(options: AheadOptions, site: Site, hub: Hub): PagesAhead {
  const { strict, aheadFrom = AHEAD_FROM } = options
  const shown = new Set<OutputPath>()
  let isClosed = false
  const show: BuildRequest['onAhead'] = (file, found) => {
    // What has errors is not served, and what is served beside errors stays.
    const isGood = site.problems() === '' && !found.some((one) => isError(one.severity, strict))
    if (isClosed || !isGood || !site.show(file)) return undefined
    shown.add(file.path)
    hub.send({ ...stateOf(site), changed: [file.path] })
    return hub.reloaded(file.path, LOAD_MS)
  }
  return {
    shown,
    begin(memory) {
      shown.clear()
      return (memory?.results.size ?? 0) < aheadFrom ? undefined : show
    },
    close() {
      isClosed = true
    },
  }
}

/** Keeps a build from being served. */
export function isError(severity: Severity, strict = false): boolean {
  return severity === 'error' || (strict && severity === 'warning')
}
