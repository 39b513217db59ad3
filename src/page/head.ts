// What the front matter of a page puts around its title, in the words of GitBook.com: `description`, `icon`, `cover`,
// `tags`, `layout`. In a book of old GitBook a description was for search engines alone.
import type { Space } from '../core/book.ts'
import type { JsonObject } from '../core/json.ts'
import type { BookPath } from '../core/path.ts'
import { byLines } from '../core/position.ts'
import type { Inputs } from '../core/dependency.ts'
import { isPartShown } from '../core/visibility.ts'
import { tagsOfValue } from '../plugins/tags.ts'
import type { Files } from '../files/files.ts'
import { splitFrontMatter } from '../files/front-matter.ts'
import { frontMatterPlace } from '../files/front-matter-range.ts'
import type { Cover, CoverPicture, PageHead, Tag } from '../tree/passes/head.ts'
import { tagNames } from './tag-names.ts'
import { tagLinks } from './tags.ts'

/** What the head is made of. */
export interface HeadRequest {
  readonly path: BookPath
  readonly attributes: JsonObject
  readonly space: Pick<
    Space,
    'id' | 'dialect' | 'root' | 'config' | 'parts' | 'readme' | 'tagsFile'
  >
  readonly files: Files
  readonly inputs: Inputs
}

/** The head; undefined when the front matter puts nothing there. */
export function pageHead(request: HeadRequest): PageHead | undefined {
  const { attributes, path } = request
  const lead = leadOf(request)
  const icon = attributes['icon']
  const cover = coverOf(request)
  const tags = isPartShown(attributes, 'tags') ? tagsOf(request) : []
  const hidesTitle = !isPartShown(attributes, 'title')
  const isEmpty = lead === undefined && cover === undefined && tags.length === 0 && !hidesTitle
  if (isEmpty && typeof icon !== 'string') return undefined
  return {
    ...(lead === undefined ? {} : { lead }),
    ...(typeof icon === 'string' ? { icon } : {}),
    ...(cover === undefined ? {} : { cover }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(hidesTitle ? { hidesTitle } : {}),
    source: { kind: 'code', place: () => ({ file: path }) },
  }
}

/** `lead` in any book; in those of GitBook.com the description is it. */
function leadOf({ attributes, space: { dialect } }: HeadRequest): string | undefined {
  const description = dialect === 'gitbook.com' ? attributes['description'] : undefined
  const text = attributes['lead'] ?? description
  if (typeof text !== 'string' || !isPartShown(attributes, 'description')) return undefined
  // GitBook.com escapes what Markdown would read; the description itself is no Markdown.
  const plain = text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll(/\s+/g, ' ')
  return plain.trim() === '' ? undefined : plain.trim()
}

function coverOf({ attributes, path, files }: HeadRequest): Cover | undefined {
  const { cover, coverDark: dark, coverY } = attributes
  const picture = (key: string, value: string): CoverPicture => ({
    written: value.trim(),
    source: {
      kind: 'code',
      place: () => {
        const text = files.text(path)?.text ?? ''
        const { firstLine } = splitFrontMatter(path, text).value
        const place = frontMatterPlace(path, text, { key, value: value.trim() })
        // Places of a page count from the first line of its text.
        return byLines(place, 1 - firstLine)
      },
    },
  })
  if (typeof cover !== 'string' || cover.trim() === '' || !isPartShown(attributes, 'cover'))
    return undefined
  return {
    src: picture('cover', cover),
    ...(typeof dark === 'string' && dark.trim() !== '' && { dark: picture('coverDark', dark) }),
    part: partOf(Number(coverY)),
  }
}

/** Pixels by which the middle is moved, as one of five places: a style of its own is nothing that a page may carry. */
function partOf(shift: number): Cover['part'] {
  if (!(Math.abs(shift) >= 30)) return 'middle'
  if (shift > 0) return shift > 120 ? 'bottom' : 'lower'
  return shift < -120 ? 'top' : 'upper'
}

/** The tags: of every page of GitBook.com, elsewhere of books that want them. */
function tagsOf(request: HeadRequest): readonly Tag[] {
  const { attributes, space } = request
  if (space.dialect !== 'gitbook.com' && !space.config.tags) return []
  const names = tagsOfValue(attributes['tags'])
  if (names.length === 0) return []
  const tagNamed = tagNames(request)
  const urlOf = tagLinks(request)
  return names.map((name) => {
    const href = urlOf(name)
    return { ...tagNamed(name), ...(href === undefined ? {} : { href }) }
  })
}
