// How a book puts captions below its pictures.

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

/** What the plugin for captions was told. */
export interface Captions {
  /** With `_CAPTION_`, `_PAGE_LEVEL_`, `_PAGE_IMAGE_NUMBER_` and `_BOOK_IMAGE_NUMBER_`. */
  readonly template: string
  /** What differs for one picture, by the level of its page and its number on it: `1.2.3`. */
  readonly images: ReadonlyMap<
    string,
    PictureLook & { readonly template?: string; readonly skip?: true }
  >
  /** How all of them look that do not say it themselves. */
  readonly usual: PictureLook
}
