// Pages that browsers get before the rest of their build is done.
import type { Severity } from '../core/diagnostic.ts'
import type { BuildRequest, Memory } from '../pipeline/built.ts'
import type { Hub } from './reload.ts'
import { type Site, messageOf } from './site.ts'

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

/** Joins what a build renders first to the site and its browsers; undefined in a book that is built as quickly as it is shown. */
export function showAhead(
  { strict, aheadFrom = AHEAD_FROM }: AheadOptions,
  {
    memory,
    site,
    hub,
  }: { readonly memory: Memory | undefined; readonly site: Site; readonly hub: Hub },
): BuildRequest['onAhead'] {
  if ((memory?.results.size ?? 0) < aheadFrom) return undefined
  return (file, found) => {
    // What has errors is not served, and what is served beside errors stays.
    const isGood = site.problems() === '' && !found.some((one) => isError(one.severity, strict))
    if (!isGood || !site.show(file)) return undefined
    hub.send(messageOf(site, [file.path]))
    return hub.reloaded(file.path, LOAD_MS)
  }
}

/** Keeps a build from being served. */
export function isError(severity: Severity, strict = false): boolean {
  return severity === 'error' || (strict && severity === 'warning')
}
