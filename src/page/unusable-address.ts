// Addresses that no reader can follow, as far as they tell by themselves.
import type { Diagnostic } from '../core/diagnostic.ts'
import { closest } from '../core/suggest.ts'
import { problem } from '../messages/problem.ts'
import type { Reference } from '../tree/host.ts'

const SCHEME = /^([a-z][a-z0-9+.-]+):(\/*)/i

/** What is wrong with an address, whatever files the book has. */
export function unusableAddress({ written, at }: Reference): Diagnostic | undefined {
  if (written === '') return problem('links/unusable-address', at, { case: 'empty' })
  const [whole = '', scheme = '', slashes = ''] = SCHEME.exec(written) ?? []
  if (scheme === '') return undefined
  if (/^file$/i.test(scheme))
    return problem('links/unusable-address', at, { case: 'disk', written })
  const better = webScheme(scheme, slashes)
  if (better === undefined) return undefined
  const rest = written.slice(whole.length)
  return problem('links/unusable-address', at, { case: 'scheme', written, better: better + rest })
}

/** `https://` for what is almost that. */
function webScheme(scheme: string, slashes: string): string | undefined {
  const isWeb = /^https?$/i.test(scheme)
  if (isWeb) return slashes === '//' ? undefined : `${scheme.toLowerCase()}://`
  const near = slashes === '' ? undefined : closest(scheme, ['https', 'http'])
  return near === undefined ? undefined : `${near}://`
}

/** `C:\docs\a.md`, `\\server\a.md`: where Windows has its files. */
export function isOnDisk(written: string): boolean {
  return /^(?:[a-z]:[\\/]|\\\\)/i.test(written)
}

/** The address that was meant by one without `https://`. */
export function webAddress(written: string): string | undefined {
  return /^www\.[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/i.test(written) ? `https://${written}` : undefined
}
