// How large a picture is, by the first bytes of its file: the only door to the library that knows.
import { imageSize } from 'image-size'
import { attempt } from '../core/attempt.ts'

/** The size of a picture in pixels as they are stored. */
export interface StoredSize {
  readonly width: number
  readonly height: number
  /** How it is to be turned before it is shown, as Exif tells it; 1 is not at all. */
  readonly orientation: number
}

/** The size that a file tells; undefined when it tells none. */
export function storedSize(bytes: Uint8Array): StoredSize | undefined {
  return attempt(() => {
    const { width, height, orientation = 1 } = imageSize(bytes)
    return { width, height, orientation }
  })
}

/** The size in which a picture is seen. */
export function shownSize(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | undefined {
  const stored = storedSize(bytes)
  if (stored === undefined) return undefined
  const { width, height, orientation } = stored
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}
