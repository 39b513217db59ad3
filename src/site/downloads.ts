// The ebooks that a site offers: where they lie, and what its pages say of them.
import type { Book, Space } from '../core/book.ts'
import type { Download, DownloadFormat } from '../core/download.ts'
import { type BookPath, type OutputPath, relativeUrl } from '../core/path.ts'
import { labelsFor } from './labels.ts'
import type { SpaceSite } from './space-site.ts'
import type { DownloadLink } from './view.ts'

/** Where an ebook lies, in the book and on the site: an author may put one there that was made elsewhere. */
export function downloadPlace(
  { root }: Book,
  space: Space,
  format: DownloadFormat,
): { readonly path: BookPath; readonly output: OutputPath } {
  const path = `${space.root}book.${format}` as BookPath
  return { path, output: path.slice(root.length) as OutputPath }
}

/** The links to the ebooks of a space. */
export function downloadLinks(
  shared: SpaceSite,
  from: OutputPath,
): readonly DownloadLink[] | undefined {
  if (shared.downloads.length === 0) return undefined
  const title = shared.title.replaceAll(/\s*[\\/:*?"<>|\p{Cc}]+\s*/gu, ' ').trim() || 'book'
  return shared.downloads.map((download) => {
    const { file, format } = download
    const size = sizeText(download, shared)
    return {
      title: format.toUpperCase(),
      url: relativeUrl(from, file.path),
      name: `${title}.${format}`,
      ...(size === undefined ? {} : { size }),
    }
  })
}

/** A size in words: two digits of it, so that few edits change the pages that say it. */
export function sizeText({ bytes }: Download, { navigation }: SpaceSite): string | undefined {
  if (bytes === undefined) return undefined
  const isLarge = bytes >= 999_500
  const { tag } = labelsFor(navigation.space.config.language)
  const format = new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumSignificantDigits: 2,
  })
  return format.format(Math.max(1, bytes / (isLarge ? 1_000_000 : 1000)))
}
