// What the references of one page mean: links and images between sources become relative links between outputs.
// External addresses stay as they are; whatever leads nowhere is reported at its place and stays as written.
import type { PageLink } from '../core/book.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import {
  type BookPath,
  type FolderPrefix,
  type OutputPath,
  decodeReference,
  extensionOf,
  relativeUrl,
  resolveReference,
  writtenFrom,
} from '../core/path.ts'
import type { Answers } from '../core/read.ts'
import { isAddress } from '../core/reference.ts'
import { problem } from '../messages/problem.ts'
import type { Reference, ReferenceHost, ResolvedImage, ResolvedLink } from '../tree/host.ts'
import { type Located, leadTo, split, withoutPage } from './lead.ts'
import { type Target, findTarget } from './target.ts'

const NEW_WINDOW = { target: '_blank', rel: 'noopener' }

/** The page that holds the references. */
export interface Referrer {
  readonly path: BookPath
  readonly output: OutputPath
  /** What a leading '/' means. */
  readonly root: FolderPrefix
  readonly answers: Answers
  /** The Markdown of pages is published beside them. */
  readonly publishesMarkdown?: boolean
  /** Where the text at a place was written: this page or a file that it includes. */
  readonly toSource: (place: Place) => Place
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

function isOutside({ answers }: Referrer, written: string): boolean {
  return isAddress(written, (path) => answers.ask('listed', path) !== '')
}

function linkOutside(href: string): ResolvedLink {
  return /^(?:https?:)?\/\//i.test(href) ? { href, attributes: NEW_WINDOW } : { href }
}

/** Collects the references of a page while it is rendered. */
export function collectReferences(page: Referrer): References {
  const links: PageLink[] = []
  const diagnostics: Diagnostic[] = []
  const answered: AnsweredReference[] = []

  const link = (asked: Reference): ResolvedLink => {
    const { written } = asked
    const reference = { ...asked, at: page.toSource(asked.at) }
    if (isOutside(page, written)) return linkOutside(written)
    const parts = split(written)
    if (parts.path === '') {
      if (parts.fragment !== '')
        links.push({ to: page.path, anchor: parts.fragment, written, at: reference.at })
      return { href: written }
    }
    const { target, diagnostic, isWithheld } = locate(page, parts.path, reference)
    if (isWithheld) {
      // Not even its name is told to those who read the Markdown.
      answered.push({ written, at: asked.at, url: '#' })
      return {}
    }
    if (diagnostic !== undefined) diagnostics.push(diagnostic)
    if (target === undefined) return { href: written }
    const led = leadTo(target, parts, asked, page.publishesMarkdown === true)
    const href = relativeUrl(page.output, led.output) + led.suffix
    if (led.anchor !== undefined) links.push(pageLink(target.path, led.anchor, reference))
    answered.push({ written, at: asked.at, url: href, ...(led.isPage && { page: target.path }) })
    return { href }
  }

  const image = (asked: Reference): ResolvedImage => {
    const { written } = asked
    const reference = { ...asked, at: page.toSource(asked.at) }
    if (written === '' || isOutside(page, written)) return { src: written }
    const parts = split(written)
    const { target, diagnostic } = locate(page, parts.path, reference, true)
    if (diagnostic !== undefined) diagnostics.push(diagnostic)
    if (target === undefined) return { src: written }
    const output = target.kind === 'source' ? withoutPage(target.output) : target.output
    const src = relativeUrl(page.output, output) + parts.suffix
    answered.push({ written, at: asked.at, url: src })
    const dark = parts.suffix === '' ? darkVariant(page, target.path) : undefined
    return { src, ...imageSize(page.answers, target.path), ...(dark === undefined ? {} : { dark }) }
  }

  return {
    link,
    image,
    file(asked) {
      const { written, at } = asked
      const url = fileUrl(page, asked)
      if (url !== undefined) answered.push({ written, at, url })
      return url ?? written
    },
    links: () => links,
    answered: () => answered,
    diagnostics: () => diagnostics,
  }
}

/** Where a file is that a browser fetches; undefined when it is not one of the book. */
function fileUrl(page: Referrer, asked: Reference): string | undefined {
  const { written } = asked
  if (/^(?:#|$)/.test(written) || isOutside(page, written)) return undefined
  const parts = split(written)
  const { target } = locate(page, parts.path, { ...asked, at: page.toSource(asked.at) }, true)
  if (target === undefined) return undefined
  const output = target.kind === 'source' ? withoutPage(target.output) : target.output
  return relativeUrl(page.output, output) + parts.suffix
}

function pageLink(to: BookPath, fragment: string, reference: Reference): PageLink {
  const anchor = fragment === '' ? {} : { anchor: fragment }
  return { to, ...anchor, written: reference.written, at: reference.at }
}

function imageSize(answers: Answers, path: BookPath): { width?: number; height?: number } {
  const [width, height] = answers.ask('image', path).split('x').map(Number)
  return width && height ? { width, height } : {}
}

/** `x.dark.png` or `x-dark.png` beside `x.png`. */
function darkVariant(page: Referrer, path: BookPath): string | undefined {
  const dot = path.length - extensionOf(path).length
  if (/[.-]dark$/.test(path.slice(0, dot))) return undefined
  for (const mark of ['.dark', '-dark']) {
    const other = path.slice(0, dot) + mark + path.slice(dot)
    if (page.answers.ask('listed', other) === '') continue
    const target = findTarget(page.answers, other)
    if (target.kind === 'asset') return relativeUrl(page.output, target.output)
  }
  return undefined
}

/** What was found of a local path. */
interface Found {
  readonly target?: Located
  readonly diagnostic?: Diagnostic
  /** It leads to a page that is kept from readers. */
  readonly isWithheld?: true
}

/** Where a local path leads, and what is wrong with it. */
function locate(page: Referrer, path: string, reference: Reference, isImage = false): Found {
  const decoded = decodeReference(path).normalize('NFC')
  // A link of an included file means what it means there.
  const from = reference.at.file
  const resolved = resolveReference(from, decoded, page.root)
  if (resolved === undefined)
    return {
      diagnostic: problem('links/outside-book', reference.at, { written: reference.written }),
    }
  const target = findDecoded(page, from, resolved, decoded === path ? undefined : path)
  switch (target.kind) {
    case 'page':
    case 'asset':
    case 'source':
    case 'unlisted':
      return withProblem(target, resolved, reference)
    case 'hidden':
      return { diagnostic: unpublished(target, reference) }
    case 'withheld':
      return { isWithheld: true }
    case 'folder':
    case 'absent':
      return { diagnostic: missing(reference, nearTo(target, from), isImage) }
  }
}

/** What the author may have meant, as it is written from a page. */
function nearTo(target: Target, from: BookPath): string | undefined {
  const near = target.kind === 'absent' ? target.near : undefined
  return near === undefined || near === '' ? undefined : writtenFrom(from, near)
}

function unpublished({ outside }: { outside?: true }, { at, written }: Reference): Diagnostic {
  return outside
    ? problem('links/outside-book', at, { written })
    : problem('links/ignored-file', at, { written })
}

/** The target of the decoded path, else of the path as written: a file may really be called `a%20b.md`. */
function findDecoded(
  page: Referrer,
  from: BookPath,
  resolved: string,
  literal: string | undefined,
): Target {
  const target = findTarget(page.answers, resolved)
  if (target.kind !== 'absent' || literal === undefined) return target
  const other = findTarget(page.answers, resolveReference(from, literal, page.root) ?? '')
  return other.kind === 'absent' ? target : other
}

function missing(reference: Reference, near: string | undefined, isImage: boolean): Diagnostic {
  const { at, written } = reference
  return isImage
    ? problem('images/missing-file', at, { written, near })
    : problem('links/missing-file', at, { written, near })
}

function withProblem(
  target: Located,
  resolved: string,
  reference: Reference,
): { target: Located; diagnostic?: Diagnostic } {
  const differs = target.path !== resolved && target.path.toLowerCase() === resolved.toLowerCase()
  if (differs)
    return {
      target,
      diagnostic: problem('links/case-differs', reference.at, {
        written: reference.written,
        actual: target.path,
      }),
    }
  if (target.kind === 'unlisted')
    return {
      target,
      diagnostic: problem('links/unlisted-page', reference.at, { written: reference.written }),
    }
  return { target }
}
