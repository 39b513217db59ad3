// A whole EPUB 3.3: its documents, its pictures, its package, in one archive.
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Chapter } from '../chapter.ts'
import { coverPlace, drawCover } from '../cover.ts'
import type { Edition } from '../edition.ts'
import { type Remarks, createRemarks } from '../remarks.ts'
import { walkContent } from '../walk.ts'
import { authorStyles } from './author-styles.ts'
import { BOOK_CSS, MATH_CSS } from './book-css.ts'
import { chapterDocument, coverDocument, navigationDocument } from './documents.ts'
import { packageDocument } from './package.ts'
import { type PictureFile, type Pictures, createPictures } from './pictures.ts'
import { type ArchiveFile, zipFiles } from './zip.ts'

const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

/** An edition as an EPUB, and what it cannot show. */
export function makeEpub(
  edition: Edition,
  remarks: Remarks = createRemarks(),
): { readonly bytes: Uint8Array; readonly diagnostics: readonly Diagnostic[] } {
  const names = new Map(
    edition.chapters.map((chapter, index) => [chapter, `chapter-${numbered(index + 1)}.xhtml`]),
  )
  const pictures = createPictures(edition, remarks)
  const cover = coverPicture(edition, pictures)
  const kit = { edition, names, pictures, remarks }
  const own = authorStyles(edition, pictures, remarks)
  const chapters = [...names].map(([chapter, name]) => file(name, chapterDocument(kit, chapter)))
  const all = cover.isDrawn ? [cover.file, ...pictures.files()] : pictures.files()
  const properties = new Map(edition.chapters.map((one) => [one, languagesIn(one)]))
  const opf = {
    edition,
    names,
    properties,
    pictures: all,
    fonts: own.fonts,
    cover: cover.file.name,
  }
  const css = (hasFormulas(properties) ? BOOK_CSS + MATH_CSS : BOOK_CSS) + own.css
  const bytes = zipFiles([
    { name: 'mimetype', content: 'application/epub+zip', isStored: true },
    { name: 'META-INF/container.xml', content: CONTAINER },
    file('package.opf', packageDocument(opf)),
    file('nav.xhtml', navigationDocument(edition, names, true)),
    file('cover.xhtml', coverDocument(edition, cover.file.name)),
    file('book.css', css),
    ...chapters,
    ...all.map(pictureFile),
    ...own.fonts.map((font) => file(font.name, font.bytes)),
  ])
  return { bytes, diagnostics: remarks.diagnostics() }
}

function numbered(number: number): string {
  return String(number).padStart(4, '0')
}

function file(name: string, content: string | Uint8Array): ArchiveFile {
  return { name: `EPUB/${name}`, content }
}

function pictureFile({ name, bytes, type }: PictureFile): ArchiveFile {
  return { ...file(name, bytes), isStored: type !== 'image/svg+xml' }
}

function hasFormulas(properties: ReadonlyMap<Chapter, string>): boolean {
  return [...properties.values()].some((names) => names.includes('mathml'))
}

/** The cover of the book, or one that is drawn. */
function coverPicture(
  edition: Edition,
  pictures: Pictures,
): { readonly file: PictureFile; readonly isDrawn: boolean } {
  const own =
    edition.cover === undefined ? undefined : pictures.add(edition.cover, coverPlace(edition))
  if (own !== undefined) return { file: own, isDrawn: false }
  const svg = drawCover(edition, edition.direction)
  const bytes = new Uint8Array(Buffer.from(svg))
  return { file: { name: 'cover-picture.svg', type: 'image/svg+xml', bytes }, isDrawn: true }
}

/** The languages beside XHTML in a chapter, as a package names them. */
function languagesIn({ content }: Chapter): string {
  const found = new Set<string>()
  walkContent(content, {
    block(block) {
      if (block.kind === 'drawing') found.add('svg')
    },
    inline(inline) {
      if (typeof inline !== 'string' && inline.kind === 'formula' && inline.mathml !== undefined)
        found.add('mathml')
    },
  })
  return [...found].toSorted().join(' ')
}
