// The pictures of a PDF: files that the compiler reads, and how wide they are set.
import type { Place } from '../../core/diagnostic.ts'
import { type BookPath, decodeReference } from '../../core/path.ts'
import { splitReference } from '../../core/reference.ts'
import { shownSize } from '../../files/picture-size.ts'
import type { Chapter } from '../chapter.ts'
import type { BlockOf, Picture } from '../content.ts'
import type { Edition } from '../edition.ts'
import { type PictureFile, createPictures } from '../epub/pictures.ts'
import type { Remarks } from '../remarks.ts'
import type { PdfFile } from './job.ts'
import { framed } from './picture-frame.ts'

/** A picture as it is set. */
export type FoundPicture =
  | {
      readonly kind: 'file'
      readonly name: string
      readonly width: string
      /** What it shows; '' for decoration, absent when nobody said. */
      readonly alt: string | undefined
    }
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'nothing' }

/** The pictures of a PDF. */
export interface PdfPictures {
  show(chapter: Chapter, picture: Picture, columns: number): FoundPicture
  /** Does a picture of the book take more than half of a line? */
  isWide(picture: Picture, columns: number): boolean
  draw(
    drawing: BlockOf<'drawing'>,
    columns: number,
  ): { readonly name: string; readonly width: string }
  /** A picture of the book by its path. */
  add(path: BookPath, at: Place | undefined): string | undefined
  files(): readonly PdfFile[]
}

/** What a picture shows, in the words of its author or as the book wants it where those are missing. */
function alternativeOf({ space }: Edition, { alt, src }: Picture): string | undefined {
  const { missingAlternative } = space.config.pdf
  if (alt !== undefined || missingAlternative === 'error') return alt
  if (missingAlternative === 'decoration') return ''
  if (/^data:/i.test(src)) return undefined
  return decodeReference(splitReference(src).path).split('/').at(-1)
}

/** The size that a picture is shown in: what its page says, else its own. */
function sizeOf(
  { width, height }: Picture,
  { bytes }: PictureFile,
): Partial<Pick<Picture, 'width' | 'height'>> {
  if (width !== undefined || height !== undefined)
    return { ...(width !== undefined && { width }), ...(height !== undefined && { height }) }
  return shownSize(bytes) ?? {}
}

/** The room on a page, in points. */
export interface Room {
  readonly width: number
  readonly height: number
}

/** A pixel of the web is three quarters of a point. */
const POINTS = 0.75

/** The pictures of one edition on paper of a size. */
export function createPdfPictures(
  edition: Edition,
  remarks: Remarks,
  room: Room,
  broken: ReadonlySet<string>,
): PdfPictures {
  const pictures = createPictures(edition, remarks)
  const drawings = new Map<string, Uint8Array>()
  const frames = new Map<PictureFile, PdfFile>()
  /** A picture as the compiler reads it; undefined, with a remark, for one that it cannot read. */
  const frameOf = (file: PictureFile, at: Place | undefined): PdfFile | undefined => {
    const known = frames.get(file) ?? framed(file)
    frames.set(file, known)
    if (!broken.has(known.name)) return known
    remarks.add('broken-picture', at)
    return undefined
  }
  const fitting = (size: Partial<Pick<Picture, 'width' | 'height'>>, columns: number): string => {
    if (size.width === undefined) return size.height === undefined ? '100%' : 'auto'
    const most = room.width / columns - (columns > 1 ? 12 : 0)
    const high = size.height === undefined ? 0 : size.height * POINTS
    // What is higher than a page is made as small as the page.
    const scale = high > room.height * 0.9 ? (room.height * 0.9) / high : 1
    return `${Math.max(4, Math.min(size.width * POINTS * scale, most)).toFixed(1)}pt`
  }
  return {
    show(chapter, picture, columns) {
      const found = pictures.show(chapter, picture.src, picture.at)
      if (found.kind !== 'file') return found
      const file = frameOf(found.file, picture.at)
      if (file === undefined) return { kind: 'nothing' }
      const { name } = file
      const width = fitting(sizeOf(picture, found.file), columns)
      return { kind: 'file', name, width, alt: alternativeOf(edition, picture) }
    },
    isWide: ({ src, width, height }, columns) =>
      !/^(?:[a-z]+:)?\/\//i.test(src) &&
      (width === undefined ? height === undefined : width * POINTS > room.width / columns / 2),
    draw(drawing, columns) {
      const name = `drawing-${drawings.size + 1}.svg`
      drawings.set(name, new Uint8Array(Buffer.from(drawing.svg)))
      return { name, width: fitting(drawing, columns) }
    },
    add(path, at) {
      const file = pictures.add(path, at)
      return file === undefined ? undefined : frameOf(file, at)?.name
    },
    files: () => [
      ...[...frames.values()].filter(({ name }) => !broken.has(name)),
      ...[...drawings].map(([name, bytes]) => ({ name, bytes })),
    ],
  }
}
