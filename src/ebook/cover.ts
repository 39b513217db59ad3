// A cover for a book that has none: its title and its authors, in the colors of print.
import { xmlText } from '../site/metadata/xml.ts'
import type { Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import type { About } from './about.ts'
import type { Edition } from './edition.ts'

const WIDTH = 1200
const HEIGHT = 1800
/** The room for a title. */
const FRAME = WIDTH - 200

/** Where a book names its cover; the file itself when it has its usual name. */
export function coverPlace({ space, read, cover = '' as BookPath }: Edition): Place {
  return space.config.places['cover'] ?? read.book.config.places['cover'] ?? { file: cover }
}

/** A cover as a drawing. */
export function drawCover({ title, authors }: About, direction: 'ltr' | 'rtl'): string {
  const { size, lines } = fitting(title)
  const top = 520 - (lines.length * size) / 2
  const words = lines.map((line, index) =>
    lineOfCover(line, top + (index + 1) * size * 1.25, size, true),
  )
  const names = authors
    .slice(0, 4)
    .map((name, index) => lineOfCover(name, HEIGHT - 300 + index * 70, 52, false))
  const middle = direction === 'rtl' ? ' direction="rtl"' : ''
  return `<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">
<title>${xmlText(title)}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fdfcf8"/>
<rect x="60" y="60" width="${WIDTH - 120}" height="${HEIGHT - 120}" fill="none" stroke="#1d3557" stroke-width="6"/>
<rect x="60" y="${HEIGHT - 460}" width="${WIDTH - 120}" height="6" fill="#1d3557"/>
<g fill="#1d3557" text-anchor="middle" font-family="serif"${middle}>
${[...words, ...names].join('\n')}
</g>
</svg>
`
}

/** The largest letters in which a title fits its frame. */
function fitting(title: string): { readonly size: number; readonly lines: readonly string[] } {
  const tried = [128, 96, 72, 54, 40].map((size) => ({ size, lines: broken(title, FRAME / size) }))
  const fits = tried.find(
    ({ size, lines }) => lines.length <= 5 && lines.every((line) => widthOf(line) <= FRAME / size),
  )
  return fits ?? { size: 40, lines: broken(title, FRAME / 40) }
}

function lineOfCover(words: string, y: number, size: number, isBold: boolean): string {
  const weight = isBold ? ' font-weight="bold"' : ''
  return `<text x="${WIDTH / 2}" y="${Math.round(y)}" font-size="${size}"${weight}>${xmlText(words)}</text>`
}

/** Lines of at most so many times their height; letters of East Asia part anywhere. */
function broken(title: string, most: number): readonly string[] {
  const words =
    title.match(
      /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]|[^\s\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]+\s*|\s+/gu,
    ) ?? []
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    if (line !== '' && widthOf(line + word.trimEnd()) > most) {
      lines.push(line.trim())
      line = ''
    }
    line += word
  }
  return [...lines, line.trim()].filter((one) => one !== '').slice(0, 8)
}

/** How wide words are beside their height, in bold letters of the widest usual font. */
function widthOf(text: string): number {
  let width = 0
  for (const letter of text)
    width +=
      letter > '\u2E7F'
        ? 1
        : /[\p{Lu}mw@%]/u.test(letter)
          ? 0.9
          : /[il.,:;'! ]/.test(letter)
            ? 0.4
            : 0.7
  return width
}
