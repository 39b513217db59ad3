// Addresses that no reader can follow, as far as they tell by themselves.
import type { Diagnostic } from '../core/diagnostic.ts'
import { closest } from '../core/suggest.ts'
import { problem } from '../messages/problem.ts'
import type { Reference } from './host.ts'

const SCHEME = /^([a-z][a-z0-9+.-]+):(\/*)/i
/** `https//x.org`, `https;//x.org`, `https:://x.org`, `https:// x.org`: nearly the beginning of an address. */
const NEARLY = /^(https?)[:;]*\/{2,}(?:\s|%20)*(?=[\w-]+\.[\w-])/i

/** Where GitHub and GitLab show a picture; what they show is a page. */
const PAGE_OF_IMAGE =
  /^https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/[^/]+\/[^?#]+\/blob\/[^?#]+\.(?:png|jpe?g|gif|svg|webp)$/i

/** What is wrong with an address, whatever files the book has. */
export function unusableAddress(
  { written, at }: Pick<Reference, 'written' | 'at'>,
  isImage = false,
): Diagnostic | undefined {
  if (written === '')
    return problem('links/unusable-address', at, { case: isImage ? 'no-image' : 'empty' })
  if (/^file:/i.test(written))
    return problem('links/unusable-address', at, { case: 'disk', written })
  if (isImage && PAGE_OF_IMAGE.test(written))
    return problem('links/unusable-address', at, {
      case: 'page-of-image',
      written,
      better: written.replace('/blob/', '/raw/'),
    })
  const better = nearlyAddress(written) ?? otherScheme(written) ?? otherServer(written)
  if (better === undefined) return undefined
  return problem('links/unusable-address', at, { case: 'scheme', written, better })
}

/** The address that was meant by the beginning of one with other signs in it. */
function nearlyAddress(written: string): string | undefined {
  const [nearly = '', name = ''] = NEARLY.exec(written) ?? []
  if (nearly === '' || /^https?:\/\/$/i.test(nearly)) return undefined
  return `${name.toLowerCase()}://${written.slice(nearly.length)}`
}

function otherScheme(written: string): string | undefined {
  if (WITH_PORT.test(written)) return `http://${written}`
  const [whole = '', scheme = '', slashes = ''] = SCHEME.exec(written) ?? []
  const better = scheme === '' ? undefined : webScheme(scheme, slashes)
  return better && better + written.slice(whole.length)
}

/** A server and its port: what stands before the colon is no scheme. */
const WITH_PORT = /^(?:localhost|[a-z][\w-]*(?:\.[\w-]+)+):\d+(?=[/?#]|$)/i

/** `https://` for what is almost that. */
function webScheme(scheme: string, slashes: string): string | undefined {
  const isWeb = /^https?$/i.test(scheme)
  if (isWeb) return slashes === '//' ? undefined : `${scheme.toLowerCase()}://`
  const near = slashes === '' ? undefined : closest(scheme, ['https', 'http'])
  return near === undefined ? undefined : `${near}://`
}

/** The address that was meant by one whose server no browser finds: `http://x .org`, `http://x.org：80`, `http://http://x.org`. */
function otherServer(written: string): string | undefined {
  const [twice = ''] = /^(?:https?:\/\/)+(?=https?:\/\/)/i.exec(written) ?? []
  if (twice !== '') return written.slice(twice.length)
  const [server = ''] = /^https?:\/\/[^/?#]+/i.exec(written) ?? []
  if (server === '' || URL.canParse(written)) return undefined
  const better =
    server.replaceAll('：', ':').replaceAll(/\s|%20/g, '') + written.slice(server.length)
  return URL.canParse(better) ? better : undefined
}

/** `C:\docs\a.md`, `\\server\a.md` (Markdown takes a backslash away), `~/a.md`, `/Users/me/a.md`: files of one computer. */
export function isOnDisk(written: string): boolean {
  return /^(?:[a-z]:[\\/]|\\{1,2}\w|~\/|\/(?:Users|home)\/)/i.test(written)
}

/** The address that was meant by one without `https://`, or without `mailto:`. */
export function webAddress(written: string): string | undefined {
  if (/^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?=[/?#]|$)/.test(written)) return `http://${written}`
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(written)) return `mailto:${written}`
  return /^www\.[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/i.test(written) ? `https://${written}` : undefined
}
