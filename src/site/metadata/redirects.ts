// From what authors write to where each old address leads. Chains are followed here, so that readers wait once; what
// cannot work is reported and left out.
import { append } from '../../core/list.ts'
import type { PageResult } from '../../core/book.ts'
import type { Diagnostic, Outcome } from '../../core/diagnostic.ts'
import {
  isPagePath,
  type BookPath,
  type FolderPrefix,
  type OutputPath,
  bookPath,
  decodeReference,
  extensionOf,
  withoutRoot,
} from '../../core/path.ts'
import type { TargetOf } from '../../core/target.ts'
import { isAddress } from '../../core/reference.ts'
import { also, problem } from '../../messages/problem.ts'
import { nearId } from '../link-check.ts'
import { livePlaces } from './live-places.ts'
import { freeOf, oldAddresses } from './old-addresses.ts'
import {
  type RedirectBook,
  type RedirectSource,
  redirectSources,
  split,
} from './redirect-sources.ts'
import { nearTarget, pathsOfTarget } from './redirect-target.ts'

/** Where a redirect leads in the end. */
export type Destination =
  | { readonly kind: 'output'; readonly output: OutputPath; readonly anchor?: string }
  | { readonly kind: 'link'; readonly url: string }

/** All redirects of a site that work. */
export interface Redirects {
  /** Old places without a page of their own. */
  readonly pages: ReadonlyMap<OutputPath, Destination>
  /** By output, old fragments of it: of a page that exists, or of one in `pages`. */
  readonly fragments: ReadonlyMap<OutputPath, ReadonlyMap<string, Destination>>
}

/** What redirects are resolved against. */
export interface RedirectRequest extends RedirectBook {
  readonly outputOf: (path: BookPath) => OutputPath
  readonly targetOf: TargetOf
}

interface Entry {
  readonly source: RedirectSource
  readonly output: OutputPath
  /** '' for the page as a whole. */
  readonly fragment: string
}

interface Table {
  readonly request: RedirectRequest
  /** Everything the site answers to without redirects; pages with their result. */
  readonly live: ReadonlyMap<string, PageResult | undefined>
  /** Redirects by output and fragment. */
  readonly placed: ReadonlyMap<string, Entry>
  /** The pages of the book as they are written from a folder. */
  readonly pathsFrom: (root: FolderPrefix) => readonly string[]
  /** What was found out: what answers at the target of a redirect, and the last one of a chain. */
  readonly answers: Map<Entry, Answer | undefined>
  readonly ends: Map<Entry, Entry>
}

/** Resolves every redirect of a book. */
export function resolveRedirects(request: RedirectRequest): Outcome<Redirects> {
  const sources = redirectSources(request)
  const moved = oldAddresses(request)
  if (sources.length + moved.length === 0)
    return { value: { pages: new Map(), fragments: new Map() }, diagnostics: [] }
  const live = livePlaces(request)
  const placed = placeAll(sources, request, live)
  for (const one of freeOf(moved, live, placed.value)) placed.value.set(`${one.output}#`, one)
  const table: Table = {
    request,
    live,
    placed: placed.value,
    pathsFrom: pathsOf(request),
    answers: new Map(),
    ends: new Map(),
  }
  const diagnostics = [...placed.diagnostics]
  const loops = new Set<Entry>()
  const pages = new Map<OutputPath, Destination>()
  const fragments = new Map<OutputPath, Map<string, Destination>>()
  for (const one of placed.value.values()) {
    const { value, diagnostics: problems } = follow(table, one, loops)
    append(diagnostics, problems)
    if (value === undefined) continue
    if (one.fragment === '') pages.set(one.output, value)
    else {
      const own = fragments.get(one.output) ?? new Map<string, Destination>()
      fragments.set(one.output, own.set(one.fragment, value))
    }
  }
  addPagesOfFragments({ pages, fragments }, live)
  return { value: { pages, fragments }, diagnostics }
}

/** Of a page that is gone only fragments may be known: the rest goes where the first of them goes. */
function addPagesOfFragments(
  { pages, fragments }: Redirects & { readonly pages: Map<OutputPath, Destination> },
  live: Table['live'],
): void {
  for (const [output, own] of fragments) {
    const [first] = own.values()
    if (first !== undefined && !live.has(output) && !pages.has(output))
      pages.set(output, first.kind === 'link' ? first : { kind: 'output', output: first.output })
  }
}

function pathsOf({ results }: RedirectRequest): Table['pathsFrom'] {
  const known = new Map<string, readonly string[]>()
  return (root: FolderPrefix) => {
    const paths = known.get(root) ?? [...results.keys()].map((path) => withoutRoot(root, path))
    known.set(root, paths)
    return paths
  }
}

function placeAll(
  sources: readonly RedirectSource[],
  request: RedirectRequest,
  live: Table['live'],
): Outcome<Map<string, Entry>> {
  const placed = new Map<string, Entry>()
  const diagnostics: Diagnostic[] = []
  for (const source of sources) {
    const { path, fragment } = split(source.from)
    const output = outputFor(path, source, request)
    if (output === undefined || !/\.html?$/i.test(output)) {
      diagnostics.push(problem('redirects/unusable-source', source.at, { from: source.from }))
      continue
    }
    const page = live.get(output)
    const key = `${output}#${fragment}`
    const first = placed.get(key)
    if (fragment === '' && live.has(output))
      diagnostics.push(
        problem('redirects/shadows-page', source.at, {
          case: 'page',
          from: source.from,
          path: page?.path ?? output,
        }),
      )
    else if (page?.ids.includes(fragment))
      diagnostics.push(
        problem('redirects/shadows-page', source.at, {
          case: 'anchor',
          from: source.from,
          path: page.path,
          id: fragment,
        }),
      )
    else if (first === undefined) placed.set(key, { source, output, fragment })
    else if (first.source.to !== source.to) diagnostics.push(twice(source, first.source))
  }
  return { value: placed, diagnostics }
}

/** The output that a written place means, whether or not there is one; undefined when it can be none. */
function outputFor(
  written: string,
  source: RedirectSource,
  { book, outputOf }: RedirectRequest,
): OutputPath | undefined {
  if (isAddress(written) || written === '' || written.includes('*')) return undefined
  const decoded = decodeReference(written).normalize('NFC')
  const start = decoded.startsWith('/') ? source.root : source.folder
  const path = bookPath(start + decoded.replace(/^\/+/, ''))
  if (path === undefined || `${path}/` === book.root)
    return decoded.endsWith('/') ? ('index.html' as OutputPath) : undefined
  if (isPagePath(path)) return outputOf(path)
  const output = withoutRoot(book.root, path)
  const isFile = !decoded.endsWith('/') && /^\.[a-z][a-z0-9]{1,4}$/.test(extensionOf(path))
  return (isFile ? output : `${output}/index.html`) as OutputPath
}

function twice({ from, to, at }: RedirectSource, first: RedirectSource): Diagnostic {
  const more = first.at === undefined ? {} : also('first-of-two', first.at)
  return problem('redirects/defined-twice', at, { from, first: first.to, to }, more)
}

/** Goes from redirect to redirect until something answers. */
function follow(table: Table, start: Entry, loops: Set<Entry>): Outcome<Destination | undefined> {
  const way = [start.source.from]
  const seen = new Set<Entry>([start])
  let current = start
  for (;;) {
    // Where others went before, nobody looks again.
    current = table.ends.get(current) ?? current
    const answer = remembered(table, current)
    way.push(current.source.to)
    if (answer?.kind !== 'redirect') {
      for (const one of seen) table.ends.set(one, current)
      if (answer === undefined) return missing(table, start, current)
      return answer.kind === 'link'
        ? { value: answer, diagnostics: [] }
        : checkAnchor(table, start, answer)
    }
    if (loops.has(answer.next) || seen.has(answer.next)) {
      // One report for all that lead into a loop.
      const isKnown = loops.has(answer.next)
      for (const one of seen) loops.add(one)
      return {
        value: undefined,
        diagnostics: isKnown
          ? []
          : [problem('redirects/loop', start.source.at, { from: start.source.from, way })],
      }
    }
    seen.add(answer.next)
    current = answer.next
  }
}

/** What answers at the target of a redirect, asked once. */
function remembered(table: Table, placed: Entry): Answer | undefined {
  const { answers } = table
  if (!answers.has(placed)) {
    const to = placed.source.page ?? placed.source.to
    const link: Answer = { kind: 'link', url: to }
    const isLink = /^(?:https?:)?\/\//i.test(to)
    answers.set(placed, isLink ? link : isAddress(to) ? undefined : answering(table, placed))
  }
  return answers.get(placed)
}

type Answer =
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'output'; readonly output: OutputPath; readonly anchor?: string }
  | { readonly kind: 'redirect'; readonly next: Entry }

/** What answers at the target of a redirect: a page, a file, another redirect. */
function answering(table: Table, { source, output }: Entry): Answer | undefined {
  const { live, placed, request } = table
  if (source.page !== undefined) return { kind: 'output', output: request.outputOf(source.page) }
  const { path, fragment } = split(source.to)
  const anchor = fragment === '' ? {} : { anchor: fragment }
  // What a configuration leads to is counted from the same folder as what it leads from.
  const target = path === '' ? output : (inBook(table, source) ?? outputFor(path, source, request))
  if (target === undefined) return undefined
  const shifted = placed.get(`${target}#${fragment}`)
  if (shifted !== undefined && fragment !== '') return { kind: 'redirect', next: shifted }
  const bare = target.replace(/\/index\.html$/, '')
  const found = [target, `${bare}.html`, bare].find((place) => live.has(place))
  if (found !== undefined) return { kind: 'output', output: found as OutputPath, ...anchor }
  const next = placed.get(`${target}#`)
  return next === undefined ? undefined : { kind: 'redirect', next }
}

/** Where a path of the book leads that the target of a redirect names. */
function inBook({ live, request }: Table, source: RedirectSource): OutputPath | undefined {
  const outputs = pathsOfTarget(source).map((path) => {
    const target = request.targetOf(path)
    return target.kind === 'source'
      ? request.outputOf(target.path)
      : 'output' in target && target.output
  })
  return outputs.find((output) => output !== false && live.has(output)) || undefined
}

function missing(table: Table, start: Entry, last: Entry): Outcome<undefined> {
  // A chain that ends nowhere is reported where it ends.
  if (start !== last) return { value: undefined, diagnostics: [] }
  const { source } = start
  const { from, to } = source
  const target = table.request.targetOf(pathsOfTarget(source)[0] ?? '')
  const diagnostic =
    target.kind === 'unlisted'
      ? problem('redirects/unlisted-target', source.at, { from, to })
      : problem('redirects/missing-target', source.at, {
          from,
          to,
          near: nearTarget(source, table.pathsFrom(source.root)),
        })
  return { value: undefined, diagnostics: [diagnostic] }
}

function checkAnchor(
  { live }: Table,
  { source }: Entry,
  destination: Destination & { readonly kind: 'output' },
): Outcome<Destination> {
  const page = live.get(destination.output)
  const { anchor } = destination
  if (page === undefined || anchor === undefined || page.ids.includes(anchor))
    return { value: destination, diagnostics: [] }
  const args = { to: page.path, anchor, near: nearId(anchor, page.ids) }
  return { value: destination, diagnostics: [problem('links/missing-anchor', source.at, args)] }
}
