// What the references of one page mean: links and images between sources become relative links between outputs.
// External addresses stay as they are; whatever leads nowhere is reported at its place and stays as written.
import type { PageLink, Space } from '../core/book.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import {
  type BookPath,
  type FolderPrefix,
  type OutputPath,
  decodeReference,
  extensionOf,
  isAsciidocPath,
  relativeUrl,
} from '../core/path.ts'
import type { Inputs, ImageSize } from '../core/dependency.ts'
import { isAddress, isOfDeletedAtHost, splitReference, usableHash } from '../core/reference.ts'
import type { Reference, ReferenceHost, ResolvedImage, ResolvedLink } from '../tree/host.ts'
import type { LocatedTarget } from '../core/target.ts'
import { problem } from '../messages/problem.ts'
import { foundByAnchor } from './anchor-page.ts'
import { leadTo, withoutPage } from './lead.ts'
import { locate } from './locate.ts'
import { type SpaceTarget, meantBySpaceLink } from './space-link.ts'
import { fragment as partAddress } from '../tree/fragment.ts'
import { unusableAddress } from '../tree/unusable-address.ts'

const NEW_WINDOW = { target: '_blank', rel: 'noopener' }

/** The page that holds the references. */
export interface Referrer {
  readonly path: BookPath
  readonly output: OutputPath
  /** What a leading '/' means. */
  readonly root: FolderPrefix
  readonly inputs: Inputs
  /** Links that lead nowhere are words, as on GitBook.com. */
  readonly hasNoDeadLinks?: boolean
  /** The part of a page that an address means which is no id as GitBook.com makes them. */
  readonly meantPart?: (page: BookPath, written: string) => string | undefined
  /** The space, where pages are linked by their names alone: as wikis have it. */
  readonly wiki?: string
  /** The space that the page belongs to. */
  readonly space?: string
  /** The Markdown of pages is published beside them. */
  readonly publishesMarkdown?: boolean
  /** Where the text at a place was written: this page or a file that it includes. */
  readonly toSource: (place: Place) => Place
  /** The page itself, where paths in files that it includes count from it. */
  readonly base?: BookPath
}

/** What a space says of references. */
export function mannersOf(
  { id, root, config, dialect, wikiLinks }: Space,
  path: BookPath,
): Pick<Referrer, 'root' | 'space' | 'publishesMarkdown' | 'hasNoDeadLinks' | 'base' | 'wiki'> {
  return {
    root,
    space: id,
    publishesMarkdown: config.llms,
    hasNoDeadLinks: dialect === 'gitbook.com' || wikiLinks === 'all',
    ...(wikiLinks === 'all' && { wiki: id }),
    ...(dialect === 'mdbook' && { base: path }),
  }
}

/** A host for the Markdown engine that notes what it was asked. */
export interface References extends ReferenceHost {
  readonly links: () => readonly PageLink[]
  /** What was asked, and what it came to. */
  readonly answered: () => readonly AnsweredReference[]
  readonly diagnostics: () => readonly Diagnostic[]
}

/** A reference to a file of the book. */
export interface AnsweredReference {
  readonly written: string
  /** In the text that was rendered. */
  readonly at: Place
  readonly url: string
  /** The page or source file that it leads to. */
  readonly page?: BookPath
}

function isOutside({ inputs }: Referrer, written: string): boolean {
  return isAddress(written, (path) => inputs.get('listed', path))
}

function linkOutside({ written: href, bare = false }: Reference): ResolvedLink {
  if (!/^(?:https?:)?\/\//i.test(href)) return { href }
  // On paper the address of a link stands behind its words, unless these are the address.
  return { href, attributes: bare ? { ...NEW_WINDOW, class: 'address' } : NEW_WINDOW }
}

/** What is learned of the references of a page. */
interface Collected {
  readonly links: PageLink[]
  readonly answered: AnsweredReference[]
  readonly note: (found: Diagnostic | undefined) => void
}

/** Collects the references of a page while it is rendered. */
export function collectReferences(page: Referrer): References {
  const links: PageLink[] = []
  const diagnostics: Diagnostic[] = []
  const answered: AnsweredReference[] = []
  const note = (found: Diagnostic | undefined): void => void (found && diagnostics.push(found))
  const collected = { links, answered, note }

  const link = (asked: Reference): ResolvedLink => {
    const { written } = asked
    const reference = { ...asked, at: page.toSource(asked.at) }
    const other = meantBySpaceLink(reference, page.inputs)
    if (other !== undefined) return toSpace(asked, other)
    const wrong = unusableAddress(reference)
    note(wrong)
    if (page.hasNoDeadLinks === true && isDead(reference, note)) return {}
    if (isOutside(page, written)) return linkOutside(asked)
    if (wrong !== undefined && written !== '') return { href: written }
    if (splitReference(written).path === '') return linkToPart(page, reference, links)
    return linkToFile(page, asked, reference, collected)
  }

  /** Without its space only the words of a link are shown: readers would be asked to log in. */
  const toSpace = (asked: Reference, meant: SpaceTarget): ResolvedLink => {
    if ('diagnostic' in meant) note(meant.diagnostic)
    if ('diagnostic' in meant) return {}
    const reference = { ...asked, written: meant.written, at: page.toSource(asked.at) }
    if (isOutside(page, meant.written)) return linkOutside(reference)
    return linkToFile(page, asked, reference, collected)
  }

  const image = (asked: Reference): ResolvedImage => {
    const { written } = asked
    const reference = { ...asked, at: page.toSource(asked.at) }
    const wrong = unusableAddress(reference, true)
    note(wrong)
    if (wrong !== undefined || isOutside(page, written)) return { src: originalOf(page, written) }
    const { target, suffix, diagnostic } = locate(page, reference, true)
    note(diagnostic)
    if (target === undefined) return { src: written, isMissing: true }
    const src = relativeUrl(page.output, fileAt(target)) + suffix
    answered.push({ written, at: asked.at, url: src })
    const dark = suffix === '' ? darkVariant(page, target.path) : undefined
    return { src, ...imageSize(page.inputs, target.path), ...(dark === undefined ? {} : { dark }) }
  }

  return {
    link,
    image,
    file(asked) {
      const url = fileUrl(page, asked)
      if (url !== undefined) answered.push({ written: asked.written, at: asked.at, url })
      return url ?? asked.written
    },
    title: (asked) => titleOf(page, asked),
    links: () => links,
    answered: () => answered,
    diagnostics: () => diagnostics,
  }
}

/** A link to a part of the page that it stands in. */
function linkToPart(
  { path: to }: Referrer,
  { written, at }: Reference,
  links: PageLink[],
): ResolvedLink {
  const anchor = decodeReference(splitReference(written).hash.slice(1))
  if (anchor !== '') links.push({ to, anchor, written, at })
  const { path, query, hash } = splitReference(written)
  return { href: path + query + usableHash(hash) }
}

/** Does a link of GitBook.com's editor lead nowhere? */
function isDead({ written, at }: Reference, note: Collected['note']): boolean {
  const isDeleted = isOfDeletedAtHost(written)
  if (isDeleted) note(problem('links/broken-reference', at, { case: 'page' }))
  return isDeleted || written.trim() === ''
}

/** GitBook.com's server hands pictures on in other sizes; the picture itself does not need it. */
function originalOf({ hasNoDeadLinks }: Referrer, written: string): string {
  const query = hasNoDeadLinks === true ? /\/~gitbook\/image\?(.*)$/.exec(written)?.[1] : undefined
  const original = new URLSearchParams(query ?? '').get('url') ?? ''
  return /^https?:\/\//i.test(original) ? original : written
}

/** What a link to a file becomes; `reference` is how it is meant, in the file that holds it. */
function linkToFile(
  page: Referrer,
  asked: Reference,
  reference: Reference,
  { links, answered, note }: Collected,
): ResolvedLink {
  const { written } = asked
  const found = foundByAnchor(page, reference, locate(page, reference))
  const { target, suffix, diagnostic, isWithheld } = found
  note(diagnostic)
  if (isWithheld) {
    // Not even its name is told to those who read the Markdown.
    answered.push({ written, at: asked.at, url: '#' })
    return {}
  }
  if (target === undefined) return { href: written }
  const led = leadTo(
    target,
    meantSuffix(page, target, suffix),
    asked,
    page.publishesMarkdown === true,
  )
  const href = relativeUrl(page.output, led.output) + led.suffix
  if (led.anchor !== undefined) links.push(pageLink(target.path, led.anchor, reference))
  answered.push({ written, at: asked.at, url: href, ...(led.isPage && { page: target.path }) })
  return { href }
}

/** An id with signs that those of GitBook.com have not, or with a digit at its begin: nobody but a person wrote it. */
const LOOSE = /[^a-z\d_.+-]|--|^[-\d]|-$/

/** Query and fragment, with the id of the heading that is meant. */
function meantSuffix(
  { meantPart }: Referrer,
  { kind, path }: LocatedTarget,
  suffix: string,
): string {
  const { hash } = splitReference(suffix)
  const written = decodeReference(hash.slice(1))
  if (meantPart === undefined || kind === 'source' || !LOOSE.test(written)) return suffix
  const id = meantPart(path, written)
  if (id === undefined || id === written) return suffix
  return suffix.slice(0, suffix.length - hash.length) + partAddress(id)
}

/** The file itself, not the page that shows it. */
function fileAt({ kind, output }: LocatedTarget): OutputPath {
  return kind === 'source' ? withoutPage(output) : output
}

/** What others call a page; undefined for what is none. */
function titleOf(page: Referrer, asked: Reference): string | undefined {
  const reference = { ...asked, at: page.toSource(asked.at) }
  const meant = meantBySpaceLink(reference, page.inputs) ?? asked
  if ('diagnostic' in meant || isOutside(page, meant.written)) return undefined
  if (splitReference(meant.written).path === '') return undefined
  const named = { ...reference, written: meant.written }
  const { target } = foundByAnchor(page, named, locate(page, named))
  if (target?.kind !== 'page' && target?.kind !== 'unlisted') return undefined
  const title = partTitle(page, target.path, meant.written) ?? page.inputs.get('title', target.path)
  return title === '' ? undefined : title
}

/** What the part of a page of AsciiDoc is called that a reference leads to. */
function partTitle(
  { space, inputs }: Referrer,
  path: BookPath,
  written: string,
): string | undefined {
  const id = decodeReference(splitReference(written).hash.slice(1))
  if (space === undefined || id === '' || !isAsciidocPath(path)) return undefined
  const holder = inputs.get('anchor', `${space}/${id}`).find(({ page }) => page === path)
  return holder?.title || undefined
}

/** Where a file is that a browser fetches; undefined when it is not one of the book. */
function fileUrl(page: Referrer, asked: Reference): string | undefined {
  const { written } = asked
  if (/^(?:#|$)/.test(written) || isOutside(page, written)) return undefined
  const reference = { ...asked, at: page.toSource(asked.at) }
  const { target, suffix } = locate(page, reference, true)
  if (target === undefined) return undefined
  return relativeUrl(page.output, fileAt(target)) + suffix
}

function pageLink(to: BookPath, fragment: string, reference: Reference): PageLink {
  const anchor = fragment === '' ? {} : { anchor: fragment }
  return { to, ...anchor, written: reference.written, at: reference.at }
}

function imageSize(inputs: Inputs, path: BookPath): Partial<ImageSize> {
  const size = inputs.get('image', path)
  return size?.width && size.height ? size : {}
}

/** `x.dark.png` or `x-dark.png` beside `x.png`. */
function darkVariant(page: Referrer, path: BookPath): string | undefined {
  const dot = path.length - extensionOf(path).length
  if (/[.-]dark$/.test(path.slice(0, dot))) return undefined
  for (const mark of ['.dark', '-dark']) {
    const other = path.slice(0, dot) + mark + path.slice(dot)
    if (!page.inputs.get('listed', other)) continue
    const target = page.inputs.get('target', other)
    if (target.kind === 'asset') return relativeUrl(page.output, target.output)
  }
  return undefined
}
