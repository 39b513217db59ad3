// What a picture is, by its first bytes: names lie.

/** The pictures that ebooks can hold, and what their files are called. */
export const PICTURE_TYPES = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
} as const

/** A type of pictures that ebooks can hold. */
export type PictureType = keyof typeof PICTURE_TYPES

/** The type of a picture; undefined for what no ebook can hold. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (head.startsWith('\u0089PNG\r\n')) return 'image/png'
  if (head.startsWith('\u00FF\u00D8\u00FF')) return 'image/jpeg'
  if (/^GIF8[79]a/.test(head)) return 'image/gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  const text = Buffer.from(bytes.subarray(0, 4096)).toString('utf8')
  return /<svg[\s>]/i.test(text) ? 'image/svg+xml' : undefined
}

/** Does the end of a name or of a type say that such a picture is in the file? */
export function hasPictureName(name: string): boolean {
  const ending = /[./](\w+)(?:\+xml)?$/.exec(name)?.[1]?.toLowerCase().replace('jpeg', 'jpg') ?? ''
  return Object.values<string>(PICTURE_TYPES).includes(ending)
}
