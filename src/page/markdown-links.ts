// Where the references of a page stand in its Markdown, so that its alternate can lead to other alternates: of inline
// links and raw HTML the engine tells the place, of `[a][b]` it is that of the definition.
import type { Range } from '../core/range.ts'
import type { MarkdownLink } from '../core/book.ts'
import { decodeReference } from '../core/path.ts'
import { lineStarts } from '../core/position.ts'
import type { MarkdownText } from '../tree/markdown/write.ts'
import { decodeText } from '../tree/parse.ts'
import type { AnsweredReference } from './references.ts'

/** The references of a page in its text, in order. */
export function markdownLinks(
  text: string,
  answered: readonly AnsweredReference[],
  definitions: readonly Range[],
): readonly MarkdownLink[] {
  const starts = lineStarts(text)
  const found = new Map<number, MarkdownLink>()
  const elsewhere = new Map<string, AnsweredReference>()
  for (const reference of answered) {
    const { start, end } = reference.at
    const from = start === undefined ? -1 : (starts[start.line - 1] ?? 0) + start.column - 1
    const to = end === undefined ? -1 : (starts[end.line - 1] ?? 0) + end.column - 1
    if (isWritten(text.slice(from, to), reference.written))
      found.set(from, linkAt(from, to, reference))
    else elsewhere.set(plain(reference.written), reference)
  }
  for (const { from, to } of definitions) {
    const reference = elsewhere.get(plain(text.slice(from, to)))
    if (reference !== undefined && !found.has(from)) found.set(from, linkAt(from, to, reference))
  }
  return [...found.values()].sort((a, b) => a.from - b.from)
}

function linkAt(from: number, to: number, { url, page }: AnsweredReference): MarkdownLink {
  return { from, to, url, ...(page === undefined ? {} : { page }) }
}

/** The references in a page that was written anew: what was kept leads where it led, the rest where the page leads. */
export function settledLinks(
  { text, destinations }: MarkdownText<MarkdownLink>,
  answered: readonly AnsweredReference[],
): readonly MarkdownLink[] {
  const byUrl = new Map(answered.map((reference) => [reference.url, reference]))
  return destinations.flatMap(({ from, to, link }) => {
    if (link !== undefined) return { ...link, from, to }
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
