// What is known while a book is set: which anchors are taken, where links lead, which file a picture is.
import { oncePer } from '../../core/attempt.ts'
import type { Place } from '../../core/diagnostic.ts'
import type { Chapter } from '../chapter.ts'
import type { BlockOf, Picture } from '../content.ts'
import { destinationOf } from '../destinations.ts'
import type { Edition } from '../edition.ts'
import { headingDepths } from '../heading-depth.ts'
import type { Remarks } from '../remarks.ts'
import { walkContent } from '../walk.ts'
import type { Formulas } from './formulas.ts'
import type { FoundPicture, PdfPictures } from './pictures.ts'
import { call, text } from './values.ts'

/** The writing of one chapter. */
export interface PageWriter {
  /** What links to an id lead to; '' when it is taken. */
  anchor(id: string): string
  /** The same for what stands before it. */
  label(id: string): string
  link(to: string, shown: string, at: Place | undefined): string
  /** A footnote where it is called. */
  note(id: string): string
  picture(shown: Picture): FoundPicture
  /** Does a picture take more than half of a line? */
  isWide(shown: Picture): boolean
  drawing(block: BlockOf<'drawing'>): { readonly name: string; readonly width: string }
  /** How deep a heading is in the book: none is left out on the way down. */
  level(written: number): { readonly depth: number; readonly isListed: boolean }
  /** Does a heading as it was written begin a page? In a box none can. */
  beginsPage(written: number): boolean
  /** Writes what is in a box, or what is in it alone where boxes stand too deep in each other for the compiler. */
  nested(cost: number, inside: () => string, bare: () => string): string
  /** The same writer in a column of a table. */
  inColumns(columns: number): PageWriter
  readonly formulas: Formulas
  /** Where the link leads in which something is written. */
  readonly linkTo: string | undefined
  /** How many columns share the line. */
  readonly columns: number
  /** Are signs of East Asia wide in a line of it, and is this such a line? */
  readonly signs: 'narrow' | 'wide in such a line' | 'wide'
}

/** What all chapters are written with. */
export interface PdfKit {
  readonly edition: Edition
  readonly numbers: ReadonlyMap<Chapter, number>
  readonly pictures: PdfPictures
  readonly remarks: Remarks
  readonly formulas: Formulas
  /** How deep the last heading was, and how deep in boxes we are. */
  readonly state: { depth: number; nesting: number }
  /** Is the book in a language whose signs are as wide as its characters? */
  readonly mayBeWide: boolean
  /** How deep the title of a chapter is. */
  readonly depthOf: (chapter: Chapter) => number
}

/** The compiler follows 64 rules into each other; headings and pages need some. */
const DEEPEST = 48

/** Writes the body of a footnote. */
export type WriteNote = (id: string, writer: PageWriter) => string

/** A writer for one chapter; `writeNote` is called for the first call of each footnote. */
export function createPageWriter(kit: PdfKit, chapter: Chapter, writeNote: WriteNote): PageWriter {
  const { edition, numbers, pictures, remarks, state } = kit
  const taken = new Set<string>()
  const called = new Set<string>()
  const own = numbers.get(chapter) ?? 0
  const take = (id: string): boolean => !taken.has(id) && taken.add(id).has(id)
  const begins = levelsIn(edition.space.config.pdf.pageBreaksBefore)
  const depthOf = headingDepths(() => Math.min(kit.depthOf(chapter), state.depth + 1))
  const make = (columns: number): PageWriter => ({
    formulas: kit.formulas,
    linkTo: undefined,
    columns,
    signs: kit.mayBeWide ? 'wide in such a line' : 'narrow',
    anchor: (id) => (take(id) ? call('anchor', {}, text(labelOf(own, id))) : ''),
    label: (id) => (take(id) ? call('label', {}, text(labelOf(own, id))) : ''),
    link(to, shown, at) {
      const found = destinationOf(edition, chapter, to)
      if (found.kind === 'address') return call('web', {}, text(found.url), shown)
      if (found.kind === 'outside') remarks.add('file-link', at)
      if (found.kind !== 'chapter') return shown
      const number = numbers.get(found.chapter)
      if (number === undefined) return shown
      const { id } = found
      const isAnchor = id !== undefined && anchorsOf(found.chapter).has(id)
      return call('go', {}, text(labelOf(number, isAnchor ? id : undefined)), shown)
    },
    note(id) {
      const label = `n${own}:${id}`
      if (called.has(id)) return call('footnote', {}, `label(${text(label)})`)
      called.add(id)
      const body = writeNote(id, make(columns))
      return body === '' ? '' : `[#footnote(${body})#label(${text(label)})]`
    },
    picture: (shown) => pictures.show(chapter, shown, columns),
    isWide: (shown) => pictures.isWide(shown, columns),
    drawing: (block) => pictures.draw(block, columns),
    level(written) {
      state.depth = depthOf(written)
      return { depth: state.depth, isListed: chapter.isListed && written === 1 }
    },
    beginsPage: (written) => state.nesting === 0 && begins.has(written),
    nested(cost, inside, bare) {
      if (state.nesting + cost > DEEPEST) return bare()
      state.nesting += cost
      const value = inside()
      state.nesting -= cost
      return value
    },
    inColumns: (more) => make(columns * more),
  })
  return make(1)
}

/** The levels of headings that an XPath names: `//h2`, `//*[name()='h1' or name()='h2']`. */
function levelsIn(xpath: string): ReadonlySet<number> {
  return new Set([...xpath.matchAll(/\bh([1-6])\b/gi)].map(([, level]) => Number(level)))
}

/** What is written at the place of an id. */
export function labelOf(number: number, id: string | undefined): string {
  return id === undefined ? `c${number}` : `c${number}:${id}`
}

/** The ids of a chapter that have an anchor: footnotes and their calls have none. */
const anchorsOf = oncePer((chapter: Chapter): ReadonlySet<string> => {
  const ids = new Set(chapter.ids)
  for (const { id } of chapter.content.notes) ids.delete(id)
  const calls = new Set<string>()
  walkContent(chapter.content, {
    inline(inline) {
      if (typeof inline !== 'string' && inline.kind === 'call' && inline.id) calls.add(inline.id)
    },
  })
  for (const id of calls) ids.delete(id)
  return ids
})
