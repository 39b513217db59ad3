// Where the references of a page stand in its Markdown, so that its alternate can lead to other alternates: of inline links and
// raw HTML the engine tells the place, of `[a][b]` it is that of the definition.
import type { MarkdownText } from '../asciidoc/to-markdown.ts'
import type { MarkdownLink } from '../core/book.ts'
import { decodeReference } from '../core/path.ts'
import { lineStarts } from '../core/position.ts'
import { decodeText } from '../tree/parse.ts'
import type { AnsweredReference } from './references.ts'

const DEFINITION = /^[ >]*\[(?!\^)[^\]]+\]:[ \t]*(?:\n[ \t]*)?<?/gm
const FENCE = /^[ >]*(?:[-*+]|\d+[.)])?[ \t]*(`{3,}|~{3,})[^`\n]*$/gm

/** The references of a page in its Markdown, in order. */
export function markdownLinks(
  text: string,
  answered: readonly AnsweredReference[],
): readonly MarkdownLink[] {
  const starts = lineStarts(text)
  const found = new Map<number, MarkdownLink>()
  const elsewhere: AnsweredReference[] = []
  for (const reference of answered) {
    const { start, end } = reference.at
    const from = start === undefined ? -1 : (starts[start.line - 1] ?? 0) + start.column - 1
    const to = end === undefined ? -1 : (starts[end.line - 1] ?? 0) + end.column - 1
    if (isWritten(text.slice(from, to), reference.written))
      found.set(from, linkAt(from, to, reference))
    else elsewhere.push(reference)
  }
  if (elsewhere.length > 0)
    for (const link of definitions(text, elsewhere))
      if (!found.has(link.from)) found.set(link.from, link)
  return [...found.values()].sort((a, b) => a.from - b.from)
}

function linkAt(from: number, to: number, { url, page }: AnsweredReference): MarkdownLink {
  return { from, to, url, ...(page === undefined ? {} : { page }) }
}

function* definitions(
  text: string,
  references: readonly AnsweredReference[],
): Generator<MarkdownLink> {
  const code = fences(text)
  const byPlain = new Map(references.map((reference) => [plain(reference.written), reference]))
  for (const { 0: opening, index } of text.matchAll(DEFINITION)) {
    if (code.some(({ from, to }) => from <= index && index < to)) continue
    const from = index + opening.length
    const written = /^[^\n>]*/.exec(text.slice(from))?.[0] ?? ''
    const target = opening.endsWith('<') ? written : (/^\S*/.exec(written)?.[0] ?? '')
    const reference = target === '' ? undefined : byPlain.get(plain(target))
    if (reference !== undefined) yield linkAt(from, from + target.length, reference)
  }
}

/** Fenced code, in which nothing is a definition. */
function fences(text: string): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = []
  let open: { readonly from: number; readonly mark: string } | undefined
  for (const { 0: line, 1: mark = '', index } of text.matchAll(FENCE)) {
    if (open === undefined) open = { from: index, mark }
    else if (mark.startsWith(open.mark) && line.trimEnd().endsWith(mark)) {
      found.push({ from: open.from, to: index })
      open = undefined
    }
  }
  return open === undefined ? found : [...found, { from: open.from, to: text.length }]
}

/** The references of a page whose Markdown was made of the finished page: they lead where they lead there. */
export function settledLinks(
  { text, destinations }: MarkdownText,
  answered: readonly AnsweredReference[],
): readonly MarkdownLink[] {
  const byUrl = new Map(answered.map((reference) => [reference.url, reference]))
  return destinations.flatMap(({ from, to }) => {
    const reference = byUrl.get(text.slice(from, to))
    return reference === undefined ? [] : [linkAt(from, to, reference)]
  })
}

/** Is this how the reference was spelled? Entities, escapes and percent codes may differ. */
function isWritten(source: string, written: string): boolean {
  return source === written || (source !== '' && plain(source) === plain(written))
}

function plain(source: string): string {
  const unescaped = source.trim().replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
  return decodeReference(decodeText(unescaped)).normalize('NFC')
}
