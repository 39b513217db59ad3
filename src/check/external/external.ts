// Links that lead out of the book: the only part of handbook that opens a connection to somebody else, and only when
// asked to.
import { setTimeout as pause } from 'node:timers/promises'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { CheckResult } from '../check.ts'
import { outsideAddresses, verdictProblems } from './addresses.ts'
import { type AskOptions, askAddress } from './ask.ts'
import type { VerdictCache } from './cache.ts'
import { forEachAddress } from './queue.ts'

/** How outside links are checked. */
export interface ExternalOptions {
  /** Verdicts that still hold; new ones are added. */
  readonly cache: VerdictCache
  readonly now: () => number
  readonly ask?: Partial<AskOptions>
  /** Hosts that are not asked. */
  readonly isExempt?: (host: string) => boolean
  readonly onProgress?: (done: number, total: number) => void
}

const STANDARD: AskOptions = {
  fetch: (...request) => fetch(...request),
  timeoutMs: 15_000,
  retries: 2,
  pause: async (ms) => {
    await pause(ms)
  },
}

/** Asks for every address of a book once. Two requests at a time for a host, twelve in all. */
export async function checkExternal(
  checked: CheckResult,
  options: ExternalOptions,
): Promise<readonly Diagnostic[]> {
  const { cache, now } = options
  const addresses = outsideAddresses(checked, options.isExempt)
  const ask = { ...STANDARD, ...options.ask }
  const unknown = addresses.map(({ url }) => url).filter((url) => !cache.has(url))
  let done = 0
  await forEachAddress(unknown, { total: 12, perHost: 2 }, async (url) => {
    const verdict = await askAddress(url, ask)
    cache.set(url, { verdict, when: now() })
    done += 1
    options.onProgress?.(done, unknown.length)
  })
  return addresses.flatMap((address) => {
    const known = cache.get(address.url)
    return known === undefined ? [] : verdictProblems(address, known.verdict)
  })
}
