// The content security policy of a site: what its pages load, and nothing else. It goes into `_headers`, which Netlify and
// Cloudflare read; in pages it would keep a folder on disk from working.
import { createHash } from 'node:crypto'
import type { Book, Config } from '../../core/book.ts'
import { isAddress } from '../../core/reference.ts'
import { websiteStyles } from '../own-head.ts'
import { SOURCES, type ServiceKey, serviceId } from '../services.ts'

type Policy = Map<string, Set<string>>

/** What pages of handbook need: pictures and films of other sites come only where an author put them. */
const USUAL: { readonly [directive: string]: readonly string[] } = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'https:'],
  'media-src': ["'self'", 'https:'],
  'frame-src': ['https:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
}

/** The text of `_headers`; undefined when the book wants no policy. */
export function policyHeaders(
  { config, spaces }: Book,
  features: ReadonlySet<string>,
): string | undefined {
  const { contentPolicy } = config
  if (contentPolicy === false) return undefined
  const policy: Policy = new Map(
    Object.entries(USUAL).map(([name, sources]) => [name, new Set(sources)]),
  )
  for (const one of [config, ...spaces.map((space) => space.config)]) addOwn(policy, one)
  for (const one of spaces) addServices(policy, one.config)
  if (features.has('drawing')) addDrawing(policy, spaces)
  for (const [name, sources] of Object.entries(contentPolicy === true ? {} : contentPolicy))
    allow(policy, name.trim().toLowerCase(), sources.trim().split(/\s+/))
  const line = [...policy].map(([name, sources]) => [name, ...sources].join(' ')).join('; ')
  return `/*\n  Content-Security-Policy: ${line}\n  X-Content-Type-Options: nosniff\n`
}

/** What the scripts, the style sheets and the elements of a configuration load. */
function addOwn(policy: Policy, config: Config): void {
  for (const { src } of config.scripts) addScript(policy, src)
  for (const written of websiteStyles(config)) allow(policy, 'style-src', originsOf(written))
  for (const { name, attributes, text = '' } of config.head) {
    const valueOf = (key: string): string => attributes.find(([known]) => known === key)?.[1] ?? ''
    if (name === 'script' && valueOf('src') !== '') addScript(policy, valueOf('src'))
    else if (name === 'script') allow(policy, 'script-src', [hashOf(text)])
    else if (name === 'style') allow(policy, 'style-src', [hashOf(text)])
    else if (valueOf('rel') === 'stylesheet') allow(policy, 'style-src', originsOf(valueOf('href')))
  }
}

/** What the services that a book names itself to load. */
function addServices(policy: Policy, config: Config): void {
  for (const [key, sources] of Object.entries(SOURCES))
    if (serviceId(config, key as ServiceKey) !== undefined)
      for (const [name, allowed] of Object.entries(sources)) allow(policy, name, allowed)
}

/** Mermaid measures with styles of its own, which counts only without hashes. */
function addDrawing(policy: Policy, spaces: Book['spaces']): void {
  const held = [...(policy.get('style-src') ?? [])].filter((source) => !source.startsWith("'sha"))
  policy.set('style-src', new Set([...held, "'unsafe-inline'"]))
  for (const { config } of spaces)
    allow(policy, 'script-src', originsOf(config.diagramScript?.written ?? ''))
}

/** A script speaks to the site that it is from. */
function addScript(policy: Policy, src: string): void {
  allow(policy, 'script-src', originsOf(src))
  allow(policy, 'connect-src', originsOf(src))
}

function originsOf(address: string): readonly string[] {
  const full = address.startsWith('//') ? `https:${address}` : address
  return isAddress(address) && URL.canParse(full) ? [new URL(full).origin] : []
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** A source beside `'none'` replaces it. What could end the line is none. */
function allow(policy: Policy, name: string, sources: readonly string[]): void {
  const held = policy.get(name) ?? new Set<string>()
  for (const source of sources.filter((one) => one !== '' && !/[;,\s]/.test(one))) {
    held.delete("'none'")
    held.add(source)
  }
  if (/^[a-z-]+$/.test(name) && held.size > 0) policy.set(name, held)
}
