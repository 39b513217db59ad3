// The pictures of an ebook: each file once, under a name of its own, and only what is shown.
import { createHash } from 'node:crypto'
import type { Place } from '../../core/diagnostic.ts'
import type { BookPath } from '../../core/path.ts'
import type { Chapter } from '../chapter.ts'
import { pictureSource } from '../destinations.ts'
import type { Edition } from '../edition.ts'
import { PICTURE_TYPES, type PictureType, pictureType } from '../picture-type.ts'
import { drawingFile } from '../read/drawing.ts'
import type { Remarks } from '../remarks.ts'

/** What stands in place of a picture. */
export type ShownPicture =
  | { readonly kind: 'file'; readonly name: string }
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
  /** A file of the book; undefined when ebooks cannot hold it. */
  add(path: BookPath): PictureFile | undefined
  files(): readonly PictureFile[]
}

/** The pictures of one edition, none yet. */
export function createPictures(edition: Edition, remarks: Remarks): Pictures {
  const byPath = new Map<BookPath, PictureFile | undefined>()
  const byContent = new Map<string, PictureFile>()

  const keep = (written: Uint8Array): PictureFile | undefined => {
    const type = pictureType(written)
    const bytes = type === 'image/svg+xml' ? cleanDrawing(written) : written
    if (type === undefined || bytes === undefined) return undefined
    const key = createHash('sha256').update(bytes).digest('hex')
    const number = String(byContent.size + 1).padStart(3, '0')
    const file = byContent.get(key) ?? {
      name: `picture-${number}.${PICTURE_TYPES[type]}`,
      type,
      bytes,
    }
    byContent.set(key, file)
    return file
  }
  const add = (path: BookPath): PictureFile | undefined => {
    if (byPath.has(path)) return byPath.get(path)
    const bytes = edition.files.bytes(path)
    const file = bytes === undefined ? undefined : keep(bytes)
    byPath.set(path, file)
    return file
  }
  return {
    add,
    files: () => [...byContent.values()],
    show(chapter, src, at) {
      const source = pictureSource(edition, chapter, src)
      if (source.kind === 'address') {
        remarks.add('web-picture', at)
        return source
      }
      if (source.kind === 'nowhere') return { kind: 'nothing' }
      const file = source.kind === 'data' ? keep(source.bytes) : add(source.path)
      if (file !== undefined) return { kind: 'file', name: file.name }
      remarks.add('picture-format', at)
      return { kind: 'nothing' }
    },
  }
}

/** A drawing without what runs in it or loads from elsewhere. */
function cleanDrawing(bytes: Uint8Array): Uint8Array | undefined {
  const text = drawingFile(Buffer.from(bytes).toString('utf8'))
  return text === undefined ? undefined : new Uint8Array(Buffer.from(text))
}
