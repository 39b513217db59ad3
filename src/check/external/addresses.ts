import type { Diagnostic, Place } from '../../core/diagnostic.ts'
import { matchGlobs } from '../../core/glob.ts'
import type { Reason } from '../../messages/messages.ts'
import { problem } from '../../messages/problem.ts'
import { chaptersIn } from '../../core/menu.ts'
import type { CheckResult } from '../check.ts'

/** An address outside the book, and where it is written. */
export interface OutsideAddress {
  readonly url: string
  readonly places: readonly Place[]
}

/** Names that lead nowhere by design: examples, and the reader's own machine and network. */
const NOWHERE =
  /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\]|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|(?:.*\.)?example(?:\.(?:com|org|net))?|.*\.(?:test|invalid|local|internal|lan)|[^.]+)$/i

/** Is this host one that no check can say anything about? */
export function leadsNowhere(host: string): boolean {
  return NOWHERE.test(host)
}

/** Every address of a book once, without fragments, in code-unit order. */
export function outsideAddresses(
  checked: CheckResult,
  isExempt: (host: string) => boolean = leadsNowhere,
): readonly OutsideAddress[] {
  const found = new Map<string, Map<string, Place>>()
  const isIgnored = matchUrls(checked.book?.config.check.ignoreLinks ?? [])
  for (const { written, at } of writtenAddresses(checked)) {
    const url = addressOf(written)
    if (url === undefined || isExempt(url.hostname) || isIgnored(url.href)) continue
    const places = found.get(url.href) ?? new Map<string, Place>()
    places.set(JSON.stringify(at), at)
    found.set(url.href, places)
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([url, places]) => ({ url, places: [...places.values()] }))
}

interface WrittenAddress {
  readonly written: string
  readonly at: Place
}

function* writtenAddresses({ book, results }: CheckResult): Generator<WrittenAddress> {
  for (const { elements = [] } of results.values())
    for (const element of elements)
      if (element.kind === 'link' || element.kind === 'image')
        yield { written: element.written, at: element.target ?? element.at }
  const parts = book?.spaces.flatMap((space) => space.parts) ?? []
  for (const chapter of chaptersIn(parts))
    if (chapter.kind === 'link') yield { written: chapter.url, at: chapter.at }
}

/** `https://host/**` and the like; `*` also stands for slashes at the end. */
function matchUrls(globs: readonly string[]): (url: string) => boolean {
  const full = globs.flatMap((glob) => [glob, glob.replace(/\*$/, '**')])
  const matches = matchGlobs(full)
  return (url) => matches(url)
}

function addressOf(written: string): URL | undefined {
  const full = written.startsWith('//') ? `https:${written}` : written
  if (!/^https?:/i.test(full)) return undefined
  try {
    const url = new URL(full)
    url.hash = ''
    return url
  } catch {
    return undefined
  }
}

/** What the answer to a request means for the links that lead there. */
export type Verdict =
  | { readonly kind: 'fine' }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'gone'; readonly reason: Reason }
  | { readonly kind: 'unclear'; readonly reason: Reason }

/** The diagnostics of one address: one for each place. */
export function verdictProblems(
  { url, places }: OutsideAddress,
  verdict: Verdict,
): readonly Diagnostic[] {
  switch (verdict.kind) {
    case 'fine':
      return []
    case 'moved':
      return places.map((at) => problem('links/address-moved', at, { url, to: verdict.to }))
    case 'gone':
      return places.map((at) => problem('links/address-gone', at, { url, reason: verdict.reason }))
    case 'unclear':
      return places.map((at) =>
        problem('links/address-unclear', at, { url, reason: verdict.reason }),
      )
  }
}
