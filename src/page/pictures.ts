// The list of the pictures of a book, as templates of pages see it.
import type { Space } from '../core/book.ts'
import { type BookPicture, captionBy, pictureKey } from '../core/captions.ts'
import { type JsonObject, frozen } from '../core/json.ts'
import { encodePath, decodeReference, resolveReference } from '../core/path.ts'
import { isAddress } from '../core/reference.ts'
import type { Inputs } from '../core/dependency.ts'
import { captionsOf } from '../plugins/captions.ts'

/** The name below `book` of the list; undefined where pictures have no numbers. */
export function pictureVariable({ config }: Pick<Space, 'config'>): string | undefined {
  const { figures } = config
  if (figures === false) return undefined
  return figures === true ? '_pictures' : figures.variable
}

/** The pictures with captions, in the order of the book, under the names of the plugin image-captions. */
export function listedPictures(space: Space, inputs: Inputs): readonly JsonObject[] {
  const captions = captionsOf(space.config)
  if (captions === undefined) return []
  const all = inputs.get('pictures', space.id).map((picture, at): JsonObject | undefined => {
    const key = pictureKey(picture)
    const { skip, template = captions.template, ...own } = captions.images.get(key) ?? {}
    if (skip === true) return undefined
    const by = (pattern: string): string => captionBy(pattern, picture, () => at + 1)
    const src = sourceOf(picture, space)
    return {
      key,
      index: picture.index,
      nro: at + 1,
      level: picture.level,
      page_level: picture.level,
      alt: picture.alt,
      title: picture.title,
      label: picture.caption,
      caption: by(template),
      list_caption: by(own.inList ?? captions.inList),
      caption_template: template,
      src,
      url: src,
      backlink: `/${encodePath(picture.path.slice(space.root.length))}#fig${key}`,
    }
  })
  return frozen(all.filter((one) => one !== undefined))
}

/** From the top of the space: a list may stand in another folder than the page. */
function sourceOf({ src, path }: BookPicture, { root }: Pick<Space, 'root'>): string {
  if (isAddress(src)) return src
  const found = resolveReference(path, decodeReference(src), root)
  return found?.startsWith(root) ? `/${encodePath(found.slice(root.length))}` : src
}
