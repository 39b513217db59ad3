import { extensionOf } from '../../core/path.ts'

const IMAGES = new Set(['.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp', '.avif', '.bmp'])

/** Is this an image, by its extension? */
export function isImagePath(path: string): boolean {
  return IMAGES.has(extensionOf(path))
}
