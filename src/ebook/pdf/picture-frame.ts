// Pictures in a frame. The compiler decodes every picture that it is given as one, and keeps the pixels of all of them until
// the book is written: four bytes each, so that ten megabytes of files take half a gigabyte. One that stands in a drawing is
// decoded while it is written, and goes into the PDF as it would have gone.
import { storedSize } from '../../files/picture-size.ts'
import type { PictureFile } from '../epub/pictures.ts'
import type { PdfFile } from './job.ts'

/** What the compiler reads of a picture. */
export function framed({ name, type, bytes }: PictureFile): PdfFile {
  const size = type === 'image/png' || type === 'image/jpeg' ? storedSize(bytes) : undefined
  if (size === undefined || size.orientation !== 1 || mayBeTurned(bytes, type))
    return { name, bytes }
  const { width, height } = size
  const sides = `width="${width}" height="${height}"`
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${sides}><image ${sides} href="data:${type};base64,${data}"/></svg>`
  return { name: `${name}.svg`, bytes: Buffer.from(svg, 'latin1') }
}

/** A PNG may hold Exif too, which the compiler heeds where no drawing is around it. */
function mayBeTurned(bytes: Uint8Array, type: PictureFile['type']): boolean {
  return type === 'image/png' && Buffer.from(bytes.buffer, bytes.byteOffset).includes('eXIf')
}
