import { PIXEL } from './books.ts'

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))

/** Small pictures of two lines. */
export const PICTURES: { readonly [name: string]: Uint8Array } = {
  'dot.png': PIXEL,
  'dot.jpg': bytesOf(
    '/9j/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAACAAIDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AJgA/9k=',
  ),
  'dot.gif': bytesOf('R0lGODlhAgACAIAAAExpcVpaWiH5BAUAAAAALAAAAAACAAIAAAICjFMAOw=='),
  'dot.webp': bytesOf('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoCAAIADMDOJaQAA3AA/tQsAAA='),
}
