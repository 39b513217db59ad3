// The pictures of an ebook: each file once, under a name of its own, and only what is shown.
import { createHash } from 'node:crypto'
import type { Place } from '../../core/diagnostic.ts'
import type { BookPath } from '../../core/path.ts'
import type { Chapter } from '../chapter.ts'
import { pictureSource } from '../destinations.ts'
import type { Edition } from '../edition.ts'
import { PICTURE_TYPES, type PictureType, hasPictureName, pictureType } from '../picture-type.ts'
import { isWholePicture } from '../whole-picture.ts'
import { drawingFile } from '../read/drawing.ts'
import type { LeftOut, Remarks } from '../remarks.ts'
import { canScale, scaled } from '../scale.ts'

/** What stands in place of a picture. */
export type ShownPicture =
  | { readonly kind: 'file'; readonly file: PictureFile }
  /** Its address, for a link. */
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'nothing' }

/** A picture in the ebook. */
export interface PictureFile {
  readonly name: string
  readonly type: PictureType
  readonly bytes: Uint8Array
}

/** The pictures of an ebook. */
export interface Pictures {
  show(chapter: Chapter, src: string, at: Place | undefined): ShownPicture
  /** A file of the book, and where it is named; undefined when ebooks cannot hold it. */
  add(path: BookPath, at: Place | undefined): PictureFile | undefined
  files(): readonly PictureFile[]
}

/** The pictures of one edition, none yet. */
export function createPictures(edition: Edition, remarks: Remarks): Pictures {
  const byPath = new Map<BookPath, PictureFile | LeftOut>()
  const byContent = new Map<string, PictureFile>()
  const { pictureSize: most, places } = edition.space.config
  if (most !== undefined && !canScale())
    remarks.add('unscaled', places['pictureSize'] ?? edition.read.book.config.places['pictureSize'])

  const keep = (written: Uint8Array, name: string): PictureFile | LeftOut => {
    const type = pictureType(written)
    if (type === undefined) return hasPictureName(name) ? 'broken-picture' : 'picture-format'
    const bytes = type === 'image/svg+xml' ? cleanDrawing(written) : written
    if (bytes === undefined || !isWholePicture(bytes, type)) return 'broken-picture'
    const small = most === undefined ? bytes : scaled(bytes, type, most)
    const key = createHash('sha256').update(small).digest('hex')
    const number = String(byContent.size + 1).padStart(3, '0')
    const file = byContent.get(key) ?? {
      name: `picture-${number}.${PICTURE_TYPES[type]}`,
      type,
      bytes: small,
    }
    byContent.set(key, file)
    return file
  }
  const read = (path: BookPath): PictureFile | LeftOut => {
    const known = byPath.get(path)
    if (known !== undefined) return known
    const file = keep(edition.files.bytes(path) ?? new Uint8Array(), path)
    byPath.set(path, file)
    return file
  }
  const told = (found: PictureFile | LeftOut, at: Place | undefined): PictureFile | undefined => {
    if (typeof found !== 'string') return found
    remarks.add(found, at)
    return undefined
  }
  return {
    add: (path, at) => told(read(path), at),
    files: () => [...byContent.values()],
    show(chapter, src, at) {
      const source = pictureSource(edition, chapter, src)
      if (source.kind === 'address') {
        remarks.add('web-picture', at)
        return source
      }
      if (source.kind === 'nowhere') return { kind: 'nothing' }
      const found = source.kind === 'data' ? keep(source.bytes, source.type) : read(source.path)
      const file = told(found, at)
      return file === undefined ? { kind: 'nothing' } : { kind: 'file', file }
    },
  }
}

/** A drawing without what runs in it or loads from elsewhere. */
function cleanDrawing(bytes: Uint8Array): Uint8Array | undefined {
  const text = drawingFile(Buffer.from(bytes).toString('utf8'))
  return text === undefined ? undefined : new Uint8Array(Buffer.from(text))
}
