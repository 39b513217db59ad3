// The style sheets of an author in an EPUB: `styles.ebook` and `styles.epub`, with the pictures and fonts that they name.
import type { Place } from '../../core/diagnostic.ts'
import { type BookPath, decodeReference, resolveReference } from '../../core/path.ts'
import { hasScheme, isAddress, splitReference } from '../../core/reference.ts'
import { compileLess, isLess } from '../../site/less.ts'
import type { Edition } from '../edition.ts'
import type { Remarks } from '../remarks.ts'
import { stylesFor } from '../style-files.ts'
import type { Pictures } from './pictures.ts'
import { cleanSheet } from './style-sheet.ts'

/** A font in an ebook. */
export interface FontFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** What an author's style sheets add to an EPUB. */
export interface AuthorStyles {
  readonly css: string
  readonly fonts: readonly FontFile[]
}

/** The style sheets of the book for EPUBs, one behind the other. */
export function authorStyles(edition: Edition, pictures: Pictures, remarks: Remarks): AuthorStyles {
  const fonts = new Map<BookPath, FontFile>()
  const tell = (at: Place): void => remarks.add('style', at)
  const sheets = stylesFor(edition, ['ebook', 'epub']).map((path) => {
    const fileAt = (url: string, at: Place): string | undefined => {
      const target = localFile(edition, path, url)
      if (target === undefined) return undefined
      return fontOf(edition, target, fonts)?.name ?? pictures.add(target, at)?.name
    }
    return cleanSheet(sheetText(edition, path, tell), { path, tell, fileAt })
  })
  return { css: sheets.join(''), fonts: [...fonts.values()] }
}

/** The CSS of a sheet; nothing of one with a mistake. */
function sheetText({ files }: Edition, path: BookPath, tell: (at: Place) => void): string {
  const textOf = (one: BookPath): string | undefined => files.text(one)?.text
  if (!isLess(path)) return textOf(path) ?? ''
  const compiled = compileLess(path, textOf)
  if ('css' in compiled) return compiled.css
  tell(compiled.at)
  return ''
}

function localFile({ files }: Edition, from: BookPath, url: string): BookPath | undefined {
  if (hasScheme(url) || isAddress(url)) return undefined
  const path = resolveReference(from, decodeReference(splitReference(url).path), '' as never)
  return path === undefined || files.size(path as BookPath) === undefined
    ? undefined
    : (path as BookPath)
}

/** The fonts that reading programs take. */
const FONTS: { readonly [ending: string]: string } = {
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  otf: 'font/otf',
}

function fontOf(
  { files }: Edition,
  path: BookPath,
  known: Map<BookPath, FontFile>,
): FontFile | undefined {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const type = Object.hasOwn(FONTS, ending) ? FONTS[ending] : undefined
  const bytes = type === undefined ? undefined : files.bytes(path)
  if (type === undefined || bytes === undefined) return undefined
  const name = `font-${String(known.size + 1).padStart(3, '0')}.${ending}`
  const font = known.get(path) ?? { name, type, bytes }
  known.set(path, font)
  return font
}
