// What the front matter of a page puts around its title, in the words of GitBook.com: `description`, `icon`, `cover`,
// `tags`, `layout`. In a book of old GitBook a description was for search engines alone.
import type { Space } from '../core/book.ts'
import { type Json, type JsonObject, isJsonObject, scalarText } from '../core/json.ts'
import type { BookPath } from '../core/path.ts'
import type { Inputs } from '../core/dependency.ts'
import { isPartShown } from '../core/visibility.ts'
import { tagNames } from '../plugins/sections.ts'
import type { Files } from '../files/files.ts'
import { readYaml } from '../files/yaml.ts'
import type { Cover, PageHead, Tag } from '../tree/passes/head.ts'

/** What the head is made of. */
export interface HeadRequest {
  readonly path: BookPath
  readonly attributes: JsonObject
  readonly space: Pick<Space, 'dialect' | 'root' | 'config'>
  readonly files: Files
  readonly inputs: Inputs
}

/** The head; undefined when the front matter puts nothing there. */
export function pageHead(request: HeadRequest): PageHead | undefined {
  const { attributes, path } = request
  const lead = leadOf(request)
  const icon = attributes['icon']
  const cover = coverOf(attributes)
  const tags = isPartShown(attributes, 'tags') ? [...tagsOf(request), ...pluginTags(request)] : []
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

function coverOf(attributes: JsonObject): Cover | undefined {
  const { cover, coverDark: dark, coverY } = attributes
  if (typeof cover !== 'string' || cover.trim() === '' || !isPartShown(attributes, 'cover'))
    return undefined
  return {
    src: cover.trim(),
    ...(typeof dark === 'string' && dark.trim() !== '' ? { dark: dark.trim() } : {}),
    part: partOf(Number(coverY)),
  }
}

/** Pixels by which the middle is moved, as one of five places: a style of its own is nothing that a page may carry. */
function partOf(shift: number): Cover['part'] {
  if (!(Math.abs(shift) >= 30)) return 'middle'
  if (shift > 0) return shift > 120 ? 'bottom' : 'lower'
  return shift < -120 ? 'top' : 'upper'
}

/** The tags, with the names that `.gitbook/tags.yaml` gives them. */
function tagsOf({
  attributes,
  space: { dialect, root },
  files,
  inputs,
}: HeadRequest): readonly Tag[] {
  const { tags } = attributes
  if (dialect !== 'gitbook.com' || !Array.isArray(tags)) return []
  const slugs = (tags as readonly Json[])
    .map((tag) => (isJsonObject(tag) ? tag['tag'] : tag))
    .filter((slug) => typeof slug === 'string' && slug.trim() !== '') as readonly string[]
  if (slugs.length === 0) return []
  const file = `${root}.gitbook/tags.yaml` as BookPath
  inputs.get('text', file)
  const known = namedTags(files.text(file)?.text ?? '')
  return slugs.map((slug) => known.get(slug) ?? { label: slug })
}

/** Those of the plugin `tags`: a list, or names with commas between them. */
function pluginTags({
  attributes: { tags },
  space: { dialect, config },
}: HeadRequest): readonly Tag[] {
  if (dialect === 'gitbook.com' || !config.plugins.some(({ name }) => name === 'tags')) return []
  const names = Array.isArray(tags)
    ? (tags as readonly Json[]).map((name) => (scalarText(name) ?? '').trim())
    : tagNames(scalarText(tags) ?? '')
  return names.filter((name) => name !== '').map((label) => ({ label }))
}

function namedTags(text: string): ReadonlyMap<string, Tag> {
  const read = readYaml(text)
  const list = 'value' in read && Array.isArray(read.value) ? (read.value as readonly Json[]) : []
  return new Map(
    list.filter(isJsonObject).flatMap(({ tag, label, icon, emoji }): [string, Tag][] => {
      if (typeof tag !== 'string') return []
      const name = typeof label === 'string' ? label : tag
      const shown =
        typeof emoji === 'string' && !/^[\da-f-]+$/i.test(emoji) ? `${emoji} ${name}` : name
      return [[tag, { label: shown, ...(typeof icon === 'string' ? { icon } : {}) }]]
    }),
  )
}
