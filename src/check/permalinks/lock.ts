// The list of addresses as a file: a page a line, in the order of their names, and below it its headings in the order of
// the page, then its other anchors. A change of one page is a change of neighboring lines, and of no others.
import type { PageResult } from '../../core/book.ts'
import { compare } from '../../core/diagnostic.ts'
import type { BookPath, OutputPath } from '../../core/path.ts'

/** The name of the list, in the folder of the book. */
export const LOCK_FILE = '.handbook-urls' as BookPath

/** A page of the site with its anchors. */
export interface PageAddresses {
  readonly page: OutputPath
  readonly anchors: readonly string[]
}

/** The same with the lines on which they stand. */
export interface LockedPage extends PageAddresses {
  readonly line: number
  /** By anchor. */
  readonly lines: ReadonlyMap<string, number>
}

/** What a list says, and the lines of it that say nothing. */
export interface Lock {
  readonly pages: ReadonlyMap<OutputPath, LockedPage>
  readonly unreadable: readonly number[]
}

const HEADER =
  '# Addresses that readers of this book may have kept. Written by `handbook urls --lock`; commit it.\n'
/** Footnotes are numbered: nobody keeps their addresses. */
const FOOTNOTE = /^(?:ref)?fn_|^_footnote(?:def|ref)_/

/** Every address of a site. Pages that show a file of code come and go with it, and are left out. */
export function addressesOf(results: Iterable<PageResult>): readonly PageAddresses[] {
  return [...results]
    .filter(({ isSource }) => !isSource)
    .map(({ output, headings, ids }) => {
      const anchors = new Set([...headings.map(({ id }) => id), ...ids])
      return { page: output, anchors: [...anchors].filter(isKept) }
    })
    .sort((a, b) => compare(a.page, b.page))
}

function isKept(id: string): boolean {
  return !FOOTNOTE.test(id) && !/[\n\r]/.test(id)
}

/** Addresses as lines. */
export function listAddresses(pages: readonly PageAddresses[]): string {
  return pages
    .map(({ page, anchors }) => `${page}\n${anchors.map((id) => `  #${id}\n`).join('')}`)
    .join('')
}

/** The whole file. */
export function lockText(pages: readonly PageAddresses[]): string {
  return HEADER + listAddresses(pages)
}

/** Reads a list. Lines that are neither a page nor an anchor are told by their numbers. */
export function parseLock(text: string): Lock {
  const pages = new Map<OutputPath, { line: number; lines: Map<string, number> }>()
  const unreadable: number[] = []
  let current: Map<string, number> | undefined
  for (const [index, row] of text.split('\n').entries()) {
    const line = index + 1
    const [, anchor] = /^\s+#(.+)$/.exec(row) ?? []
    if (row.trim() === '' || row.startsWith('#')) continue
    if (anchor !== undefined && current !== undefined) {
      if (!current.has(anchor)) current.set(anchor, line)
    } else if (anchor !== undefined || /^\s|^[<=>|]{7}|^\/|\.\.\//.test(row)) unreadable.push(line)
    else {
      const page = row.trimEnd() as OutputPath
      const known = pages.get(page) ?? { line, lines: new Map<string, number>() }
      pages.set(page, known)
      current = known.lines
    }
  }
  const whole = [...pages].map(
    ([page, { line, lines }]) => [page, { page, anchors: [...lines.keys()], line, lines }] as const,
  )
  return { pages: new Map(whole), unreadable }
}

/** Two lists as one: the first one's anchors in their order, then what only the second has. */
export function mergeAddresses(
  living: readonly PageAddresses[],
  kept: readonly PageAddresses[],
): readonly PageAddresses[] {
  const pages = new Map(living.map((one) => [one.page, one.anchors]))
  for (const { page, anchors } of kept)
    pages.set(page, [...new Set([...(pages.get(page) ?? []), ...anchors])])
  return [...pages]
    .map(([page, anchors]) => ({ page, anchors }))
    .sort((a, b) => compare(a.page, b.page))
}
