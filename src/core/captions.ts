// How a book puts captions below its pictures.

/** What the plugin for captions was told. */
export interface Captions {
  /** With `_CAPTION_`, `_PAGE_LEVEL_`, `_PAGE_IMAGE_NUMBER_` and `_BOOK_IMAGE_NUMBER_`. */
  readonly template: string
  /** What differs for one picture, by the level of its page and its number on it: `1.2.3`. */
  readonly images: ReadonlyMap<string, { readonly template?: string; readonly skip?: true }>
}
