// What is known while a chapter is written: which ids are taken, where links lead, which file a picture is.
import type { Place } from '../../core/diagnostic.ts'
import type { Chapter } from '../chapter.ts'
import type { BlockOf } from '../content.ts'
import { destinationOf } from '../destinations.ts'
import type { Edition } from '../edition.ts'
import { headingDepths } from '../heading-depth.ts'
import type { Remarks } from '../remarks.ts'
import type { Pictures, ShownPicture } from './pictures.ts'

/** The writing of one chapter. */
export interface ChapterWriter {
  /** An id as XHTML has it; undefined when the chapter has it already. */
  id(id: string): string | undefined
  /** The same as the end of an address. */
  fragment(id: string): string
  /** Where a link leads; undefined when it leads nowhere. */
  href(to: string, at: Place | undefined): string | undefined
  picture(src: string, at: Place | undefined): ShownPicture
  /** A drawing, without ids that something else of the chapter has. */
  drawing(drawing: BlockOf<'drawing'>): string
  /** The number of a footnote; undefined when there is none. */
  numberOf(note: string): string | undefined
  /** The level of a heading: none is left out on the way down. */
  level(written: number): number
  /** The direction of code, where the text around it has another. */
  readonly codeDirection: 'ltr' | undefined
  /** What is written stands in a link, and no link stands in another. */
  readonly isInLink: boolean
}

/** What chapters are written with. */
export interface WriterKit {
  readonly edition: Edition
  readonly names: ReadonlyMap<Chapter, string>
  readonly pictures: Pictures
  readonly remarks: Remarks
}

/** A writer of one chapter. */
export function createChapterWriter(kit: WriterKit, chapter: Chapter): ChapterWriter {
  const { edition, names, pictures, remarks } = kit
  const taken = new Set<string>()
  const numbers = new Map(chapter.content.notes.map(({ id, number }) => [id, number]))
  return {
    codeDirection: edition.direction === 'rtl' ? 'ltr' : undefined,
    isInLink: false,
    id(written) {
      const id = idText(written)
      if (taken.has(id)) return undefined
      taken.add(id)
      return id
    },
    fragment: fragmentText,
    href(to, at) {
      const found = destinationOf(edition, chapter, to)
      if (found.kind === 'address') return found.url
      if (found.kind === 'outside') remarks.add('file-link', at)
      if (found.kind !== 'chapter') return undefined
      const file = names.get(found.chapter)
      if (file === undefined) return undefined
      if (found.id !== undefined) return `${file}#${fragmentText(found.id)}`
      return file
    },
    picture: (src, at) => pictures.show(chapter, src, at),
    drawing: ({ svg, ids }) =>
      ids
        .filter((id) => chapter.ids.has(id))
        .reduce((text, id) => text.replace(` id="${id}"`, ''), svg),
    numberOf: (note) => numbers.get(note),
    level: headingDepths(() => 1),
  }
}

/** Ids hold no white space. */
export function idText(id: string): string {
  return id.replaceAll(/\s/g, '_')
}

/** An id at the end of an address. */
export function fragmentText(id: string): string {
  return encodeURIComponent(idText(id).replaceAll(/\p{Surrogate}/gu, '\uFFFD'))
}
