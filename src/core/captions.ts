// How a book puts captions below its pictures.
import type { BookPath } from './path.ts'

/** How a picture with a caption looks. */
export interface PictureLook {
  readonly align?: Side
  /** Attributes of its element. */
  readonly attributes?: readonly (readonly [name: string, value: string])[]
}

/** Where a picture stands. */
export const SIDES = ['left', 'center', 'right'] as const

/** Where a picture stands. */
export type Side = (typeof SIDES)[number]

/** What a picture of a page is known by. */
export interface PictureNumbers {
  /** Its title, else its alternative text. */
  readonly caption: string
  /** The number of its page in SUMMARY, '' when it has none. */
  readonly level: string
  /** Its number on the page. */
  readonly index: number
}

/** What the plugin for captions was told. */
export interface Captions {
  /** With `_CAPTION_`, `_PAGE_LEVEL_`, `_PAGE_IMAGE_NUMBER_` and `_BOOK_IMAGE_NUMBER_`. */
  readonly template: string
  /** The same in the list of all pictures. */
  readonly inList: string
  /** What differs for one picture, by the level of its page and its number on it: `1.2.3`. */
  readonly images: ReadonlyMap<
    string,
    PictureLook & { readonly template?: string; readonly inList?: string; readonly skip?: true }
  >
  /** How all of them look that do not say it themselves. */
  readonly usual: PictureLook
}

/** A picture with a caption, as the list of all of them knows it. */
export interface BookPicture extends PictureNumbers {
  readonly path: BookPath
  readonly title: string
  readonly alt: string
  /** As written on its page. */
  readonly src: string
}

/** What names a picture in settings and addresses: the level of its page and its number there. */
export function pictureKey({ level, index }: Pick<PictureNumbers, 'level' | 'index'>): string {
  return level === '' ? String(index) : `${level}.${index}`
}

/** A caption by its template. The number in the book is counted only for templates that show it. */
export function captionBy(
  template: string,
  { caption, level, index }: PictureNumbers,
  numberInBook: () => number,
): string {
  return template.replaceAll(/_[A-Z]+(?:_[A-Z]+)*_/g, (name) => {
    if (name === '_CAPTION_') return caption
    if (name === '_PAGE_LEVEL_') return level
    if (name === '_PAGE_IMAGE_NUMBER_') return String(index)
    return name === '_BOOK_IMAGE_NUMBER_' ? String(numberInBook()) : name
  })
}
