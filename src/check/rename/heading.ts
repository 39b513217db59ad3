// One heading: which one is meant, where it was written, and the line that gives it another text or another anchor.
import type { Heading, PageResult } from '../../core/book.ts'
import type { Diagnostic, Fix, Place } from '../../core/diagnostic.ts'
import { type BookPath, decodeReference, isAsciidocPath } from '../../core/path.ts'
import { closest } from '../../core/suggest.ts'
import type { Files } from '../../files/files.ts'
import { problem } from '../../messages/problem.ts'
import type { CheckResult } from '../check.ts'
import { sourceAt } from '../fixes/source.ts'
import { type WrittenHeading, asciidocHeading } from './heading-asciidoc.ts'

/** A heading that gets another text, or another anchor. */
export interface HeadingMove {
  readonly kind: 'heading'
  readonly page: string
  /** The anchor it has, or its text. */
  readonly anchor: string
  readonly to: { readonly text: string } | { readonly anchor: string }
}

/** A heading with the change of its source. */
export interface HeadingPlan {
  readonly page: PageResult
  /** Among the headings of the page. */
  readonly index: number
  readonly heading: Heading
  readonly fixes: readonly Fix[]
}

/** Finds the heading and plans its new line. */
export function planHeading(
  move: HeadingMove,
  checked: CheckResult,
  files: Files,
): HeadingPlan | Diagnostic {
  const page = checked.results.get(move.page as BookPath)
  if (page === undefined)
    return problem('move/no-such-source', undefined, {
      case: 'page',
      path: move.page,
      near: closest(move.page, checked.results.keys()),
    })
  const index = findHeading(page, move.anchor)
  if (typeof index !== 'number') return index
  const heading = page.headings[index]
  const refused = refusal(move, page, heading)
  if (heading === undefined || refused !== undefined)
    return refused ?? noSuchHeading(page.path, move.anchor)
  const written = isAsciidocPath(page.path)
    ? asciidocHeading(page, index, files)
    : markdownHeading(page, index, files)
  if (written === undefined)
    return problem(
      'move/not-a-heading',
      { file: page.path },
      { case: 'unwritten', path: page.path, text: heading.text },
    )
  const fix =
    'text' in move.to
      ? { at: written.text, text: besideAnchors(move.to.text, written.text, files) }
      : written.withAnchor(move.to.anchor)
  return { page, index, heading, fixes: [fix] }
}

function findHeading(page: PageResult, wanted: string): number | Diagnostic {
  const { headings, path, ids } = page
  const id = decodeReference(wanted)
  const exact = headings.findIndex((heading) => heading.id === wanted || heading.id === id)
  if (exact >= 0) return exact
  if (ids.includes(id))
    return problem('move/not-a-heading', { file: path }, { case: 'id', path, id })
  const same = (text: string): boolean => text.toLowerCase() === id.trim().toLowerCase()
  const named = headings.filter((heading) => same(heading.text) || same(heading.id))
  if (named.length > 1) {
    const names = named.map((heading) => `${path}#${heading.id}`)
    return problem('move/ambiguous-heading', { file: path }, { path, heading: wanted, names })
  }
  const [only] = named
  if (only !== undefined) return headings.indexOf(only)
  const near =
    closest(
      id,
      headings.map((heading) => heading.id),
    ) ?? headings.find(({ text }) => closest(id, [text]) !== undefined)?.id
  return noSuchHeading(path, wanted, near)
}

function noSuchHeading(path: BookPath, heading: string, near?: string): Diagnostic {
  const meant = near === undefined ? undefined : `${path}#${near}`
  return problem('move/no-such-heading', { file: path }, { path, heading, near: meant })
}

function refusal(
  { to }: HeadingMove,
  { path, ids }: PageResult,
  heading: Heading | undefined,
): Diagnostic | undefined {
  if ('text' in to)
    return to.text.trim() === '' || /[\n\r]/.test(to.text)
      ? problem('move/unusable-name', { file: path }, { case: 'text', text: to.text })
      : undefined
  if (to.anchor === '' || /[\s{}[\]<>"#,%]/.test(to.anchor))
    return problem('move/unusable-name', { file: path }, { case: 'anchor', id: to.anchor })
  return ids.includes(to.anchor) && heading?.id !== to.anchor
    ? problem('move/target-exists', { file: path }, { case: 'anchor', path, id: to.anchor })
    : undefined
}

/** Anchors of HTML in a heading have readers of their own: they stay. */
function besideAnchors(text: string, at: Place, files: Files): string {
  const slice = sourceAt(files, at) ?? ''
  const [before = ''] = /^(?:<a\b[^>]*>\s*<\/a>\s*)*/.exec(slice) ?? []
  const rest = slice.slice(before.length)
  const [after = ''] = /(?:\s*<a\b[^>]*>\s*<\/a>)*$/.exec(rest) ?? []
  return before + text + after
}

function markdownHeading(
  page: PageResult,
  index: number,
  files: Files,
): WrittenHeading | undefined {
  const heading = page.headings[index]
  if (heading === undefined) return undefined
  const isLike = (other: { readonly level: number; readonly text: string }): boolean =>
    other.level === heading.level && other.text === heading.text
  const earlier = page.headings.slice(0, index).filter(isLike).length
  const found = (page.elements ?? []).filter(
    (element) => element.kind === 'heading' && isLike(element),
  )[earlier]
  const slice = found === undefined ? undefined : sourceAt(files, found.at)
  // Raw HTML and what a template makes is not ours to write.
  if (found === undefined || slice === undefined || /^<h\d|\{\{|\{%/i.test(slice)) return undefined
  return {
    text: found.at,
    withAnchor: (id) => explicitId(found.at, id, files),
  }
}

/** `{#id}` after the text of a heading. */
function explicitId({ file, end }: Place, id: string, files: Files): Fix {
  const spot = end ?? { line: 1, column: 1 }
  const line = (files.text(file)?.text ?? '').split('\n')[spot.line - 1] ?? ''
  const [old = ''] = /^[ \t]*\{#[^}]*\}/.exec(line.slice(spot.column - 1)) ?? []
  const after = { line: spot.line, column: spot.column + old.length }
  return { at: { file, start: spot, end: after }, text: ` {#${id}}` }
}
