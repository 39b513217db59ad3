// Where a heading of an AsciiDoc page was written. Its parser gives no places of headings, so lines are looked at here;
// what comes of a change is verified by building the book again.
import { titleLine } from '../../asciidoc/title-line.ts'
import { append } from '../../core/list.ts'
import type { PageResult } from '../../core/book.ts'
import type { Fix, Place } from '../../core/diagnostic.ts'
import {
  type BookPath,
  type FolderPrefix,
  decodeReference,
  resolveReference,
} from '../../core/path.ts'
import type { Files } from '../../files/files.ts'

/** Where a heading was written. */
export interface WrittenHeading {
  /** Of its text alone. */
  readonly text: Place
  /** How it gets an anchor of its own. */
  readonly withAnchor: (id: string) => Fix
}

/** Of a whole file, at the same level. */
const INCLUDE = /^include::([^[\s{]+)\[(?:opts=\w+)?\]/
/** Blocks in which nothing is a heading. */
const VERBATIM = /^(?:-{4,}|\.{4,}|\/{4,}|\+{4,})[ \t]*$|^`{3}/
const INLINE_ANCHOR = /^\[\[([^\],]+)(?:,[^\]]*)?\]\][ \t]*/
const BLOCK_ANCHOR =
  /^\[\[([^\],]+)(?:,[^\]]*)?\]\][ \t]*$|^\[[^\]#]*#([^\s\],.%#]+)[^\]]*\][ \t]*$/

/** The line of one heading; undefined when it stands in another file, or in a way that we do not know. */
export function asciidocHeading(
  { path, headings }: PageResult,
  index: number,
  files: Files,
): WrittenHeading | undefined {
  const heading = headings[index]
  const wanted = heading === undefined ? '' : letters(heading.text)
  const isLike = (level: number, text: string): boolean =>
    level === heading?.level && letters(text) === wanted
  const earlier = headings.slice(0, index).filter(({ level, text }) => isLike(level, text)).length
  const rows = headingRows(path, files, [path]).filter(({ level, text }) => isLike(level, text))
  const row = rows[earlier]
  if (row === undefined || wanted === '') return undefined
  const { file, line, column, text } = row
  const end = { line, column: column + text.length }
  return {
    text: { file, start: { line, column }, end },
    withAnchor: (id) => ownAnchor(file, linesOf(file, files), line, id),
  }
}

interface Row {
  readonly file: BookPath
  readonly level: number
  readonly line: number
  /** Of the text, after an anchor. */
  readonly column: number
  readonly text: string
}

function linesOf(file: BookPath, files: Files): readonly string[] {
  return (files.text(file)?.text ?? '').split('\n')
}

/** The headings of a file and of what it includes as a whole, in order. */
function headingRows(file: BookPath, files: Files, chain: readonly BookPath[]): readonly Row[] {
  const rows: Row[] = []
  let open: string | undefined
  for (const [at, line] of linesOf(file, files).entries()) {
    if (open !== undefined) {
      if (line.trimEnd() === open) open = undefined
      continue
    }
    if (VERBATIM.test(line)) open = /^`+/.exec(line)?.[0] ?? line.trimEnd()
    const target = INCLUDE.exec(line)?.[1]
    if (target !== undefined) append(rows, included(target, file, files, chain))
    const row = headingRow(file, line, at + 1)
    if (row !== undefined && open === undefined) rows.push(row)
  }
  return rows
}

function included(
  target: string,
  file: BookPath,
  files: Files,
  chain: readonly BookPath[],
): readonly Row[] {
  const path = resolveReference(file, decodeReference(target), '' as FolderPrefix) as BookPath
  return path === undefined || chain.includes(path)
    ? []
    : headingRows(path, files, [...chain, path])
}

function headingRow(file: BookPath, text: string, line: number): Row | undefined {
  const title = titleLine(text)
  if (title === undefined) return undefined
  const anchor = INLINE_ANCHOR.exec(title.text)?.[0] ?? ''
  const column = title.from + anchor.length + 1
  return { file, level: title.marks.length, line, column, text: title.text.slice(anchor.length) }
}

/** What remains when marks and signs are left out. */
function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** `[#id]` above a heading, or another id where it has one. */
function ownAnchor(file: BookPath, lines: readonly string[], line: number, id: string): Fix {
  const own = lines[line - 1] ?? ''
  const inline = /\[\[([^\],]+)/.exec(own)
  if (inline?.[1] !== undefined) return within(file, [line, inline.index + 2, inline[1].length], id)
  for (let above = line - 1; above > 0; above -= 1) {
    const text = lines[above - 1] ?? ''
    const found = BLOCK_ANCHOR.exec(text)
    const old = found?.[1] ?? found?.[2]
    if (old !== undefined) return within(file, [above, text.indexOf(old), old.length], id)
    // Other attributes and titles of the heading.
    if (!/^(?:\[.*\]|\.\S.*)[ \t]*$/.test(text)) break
  }
  return within(file, [line, 0, 0], `[#${id}]\n`)
}

/** On a line: its number, where the change begins, and how much it replaces. */
type Spot = readonly [line: number, from: number, length: number]

function within(file: BookPath, [line, from, length]: Spot, text: string): Fix {
  const start = { line, column: from + 1 }
  return { at: { file, start, end: { line, column: from + length + 1 } }, text }
}
