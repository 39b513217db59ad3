// Every reference of a book with the place where it is written, so that a move can write it anew.
import type { Chapter } from '../../core/book.ts'
import type { Place } from '../../core/diagnostic.ts'
import type { PageElement } from '../../core/element.ts'
import type { Json } from '../../core/json.ts'
import { type BookPath, extensionOf, isAsciidocPath } from '../../core/path.ts'
import { placeOf } from '../../core/position.ts'
import type { Files } from '../../files/files.ts'
import { codeRanges } from '../../markdown/code-ranges.ts'
import { isPagePath } from '../../book/output.ts'
import { chaptersIn } from '../../core/menu.ts'
import type { CheckResult } from '../check.ts'
import { sourceAt } from '../fixes/source.ts'

/** A reference, exactly as it stands in its file. */
export interface SourceReference {
  readonly at: Place
  readonly written: string
  /** The page that it leads to, where the build knows. */
  readonly to?: BookPath
  /** It is an anchor of that page and nothing else, without a sign before it: `<<here>>`. */
  readonly bare?: true
  /** What the path leaves out: `<<b#here>>` leads to `b.adoc`. */
  readonly extension?: string
  /** A path of the front matter: with a leading '/' from the language, else from the folder of the page. */
  readonly plain?: true
}

/** `{% include "x" %}` and its kin, and AsciiDoc's directives. */
const INCLUDES =
  /\{%-?\s*(?:include|import|extends|from)\s+(?:"([^"\n]+)"|'([^'\n]+)')|^include::([^[\s]+)\[|\bimage::?([^[\s:][^[\s]*)\[|^:imagesdir:[ \t]+(\S+)/gm
/** `[label]: destination` */
const DEFINITIONS = /^ {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s<>]+)>?/gm
/** `[import:2-5](a.js)`, which no parser of Markdown sees. */
const IMPORTS = /\[[ \t]*(?:import|include)\b[^\]\n]*\]\(([^)\n]+)\)/g
/** Links and images of Markdown in files that no build reads. */
const INLINE = /\]\(<?([^\s()<>]+)>?(?:\s+"[^"\n]*")?\)/g
const STYLES = /url\(\s*["']?([^"')\s]+)|@import\s+["']([^"'\n]+)/g
/** How AsciiDoc writes an anchor of the same page. */
const LOCAL_XREF = /^(<<#?|xref:#?)(.+?)(?:>>|[[,])?$/
const FRONT_MATTER = /^---[ \t]*\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/

/** The references of all pages, structure files, included files and styles; each place once. */
export function sourceReferences(checked: CheckResult, files: Files): readonly SourceReference[] {
  const found = new Map<string, SourceReference>()
  const add = (reference: SourceReference): void => {
    found.set(keyOf(reference.at), reference)
  }
  const sources = new Set<BookPath>()
  for (const parsed of parsedReferences(checked)) {
    sources.add(parsed.at.file)
    const reference = asWritten(parsed, sourceAt(files, parsed.at), signAfter(files, parsed.at))
    if (reference !== undefined) add(reference)
  }
  const pages = checked.results
  const unread = files.list().filter((path) => isPagePath(path) && !pages.has(path))
  for (const file of new Set([...sources, ...pages.keys(), ...unread])) {
    for (const reference of matches(file, files, [INCLUDES, DEFINITIONS, IMPORTS])) add(reference)
    if (!sources.has(file)) for (const reference of matches(file, files, [INLINE])) add(reference)
  }
  for (const { path, attributes } of pages.values())
    for (const reference of oldAddresses(path, files, attributes)) add(reference)
  for (const file of files.list())
    if (/^\.(?:css|less|scss)$/.test(extensionOf(file)))
      for (const reference of matches(file, files, [STYLES])) add(reference)
  return [...found.values()]
}

function signAfter(files: Files, { file, end }: Place): string | undefined {
  return end && sourceAt(files, { file, start: end, end: { ...end, column: end.column + 1 } })
}

function keyOf({ file, start }: Place): string {
  return `${file}:${start?.line}:${start?.column}`
}

/** Of entries in SUMMARY only the place is known. */
interface ParsedFile {
  readonly at: Place
  readonly written: string | undefined
  readonly to?: BookPath
}

/** The reference in the words of its source; undefined when it stands elsewhere, as in a definition. */
function asWritten(
  { at, written, to }: ParsedFile,
  slice: string | undefined,
  after: string | undefined,
): SourceReference | undefined {
  if (slice === undefined) return undefined
  const target = to === undefined ? {} : { to }
  // Escapes and entities are the only difference that counts.
  if (written === undefined || slice === written || /[\\&]/.test(slice))
    return { at, written: slice, ...target }
  if (!isAsciidocPath(at.file)) return undefined
  const extension = leftOut(after === '#' ? `${slice}#` : slice, written)
  if (extension !== undefined) return { at, written: slice, extension, ...target }
  const local = localAnchor(slice, written)
  if (local === undefined) return undefined
  const { sign, id } = local
  return { at: narrowed(at, sign.length, id.length), written: id, bare: true, ...target }
}

/** `<<here>>` stands for `#here`, on this page or on another one. */
function localAnchor(slice: string, written: string): { sign: string; id: string } | undefined {
  const [, sign = '', id = slice] = LOCAL_XREF.exec(slice) ?? []
  const hash = written.indexOf('#')
  return hash >= 0 && id === written.slice(hash + 1) ? { sign, id } : undefined
}

/** The extension that AsciiDoc adds to the path of another page. */
function leftOut(slice: string, written: string): string | undefined {
  const [path = '', id] = slice.split('#', 2)
  const extension = extensionOf(written.split('#', 1)[0] ?? '')
  const whole = `${path}${extension}${id ? `#${id}` : ''}`
  return path !== '' && id !== undefined && whole === written ? extension : undefined
}

function narrowed(at: Place, from: number, length: number): Place {
  const { line, column } = at.start ?? { line: 1, column: 1 }
  const start = { line, column: column + from }
  return { file: at.file, start, end: { line, column: start.column + length } }
}

function* parsedReferences({ book, results }: CheckResult): Generator<ParsedFile> {
  for (const { elements = [] } of results.values()) yield* elements.flatMap(ofElement)
  // After the elements: of the same place these know more.
  for (const { links } of results.values()) yield* links
  const parts = book?.spaces.flatMap((space) => space.parts) ?? []
  for (const chapter of chaptersIn(parts))
    if (chapter.at.end !== undefined) yield ofChapter(chapter)
}

function ofElement(element: PageElement): readonly ParsedFile[] {
  if (element.kind === 'link' || element.kind === 'image')
    return [{ at: element.target ?? element.at, written: element.written }]
  return element.kind === 'attribute' ? [{ at: element.at, written: element.value }] : []
}

function ofChapter(chapter: Chapter): ParsedFile {
  const { at } = chapter
  return { at, written: undefined, ...(chapter.kind === 'page' ? { to: chapter.path } : {}) }
}

function matches(
  file: BookPath,
  files: Files,
  patterns: readonly RegExp[],
): readonly SourceReference[] {
  const text = files.text(file)?.text ?? ''
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)])
  if (found.length === 0) return []
  const code = isPagePath(file) && !isAsciidocPath(file) ? codeRanges(text) : []
  return found
    .filter(({ index }) => !code.some(({ from, to }) => index >= from && index < to))
    .map((match) => {
      const written = match.slice(1).find((group) => group !== undefined) ?? ''
      const from = match.index + match[0].lastIndexOf(written)
      return { at: placeOf(file, text, from, from + written.length), written }
    })
}

/** Old places that a page names in its front matter: they mean something from the folder of the page. */
function oldAddresses(
  file: BookPath,
  files: Files,
  attributes: { readonly [key: string]: Json },
): readonly SourceReference[] {
  const named = [attributes['redirect_from'], attributes['aliases']].flat()
  const values = named.filter(
    (one): one is string => typeof one === 'string' && !one.startsWith('/'),
  )
  if (values.length === 0) return []
  const text = files.text(file)?.text ?? ''
  const header = FRONT_MATTER.exec(text)?.[0] ?? ''
  return values
    .filter((value) => /\/|\.(?:md|html?)(?:#|$)/.test(value))
    .flatMap((value) => {
      const from = header.indexOf(value, Math.max(0, header.search(/^(?:redirect_from|aliases):/m)))
      if (from < 0) return []
      return [{ at: placeOf(file, text, from, from + value.length), written: value, plain: true }]
    })
}
