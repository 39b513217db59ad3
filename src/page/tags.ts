// Tags of pages: where each leads, and what the list of them says.
import type { Space } from '../core/book.ts'
import type { Inputs } from '../core/dependency.ts'
import { isInMenu } from '../core/menu.ts'
import { type BookPath, encodePath, writtenBelow } from '../core/path.ts'
import { tagId } from '../core/tag.ts'
import type { Files } from '../files/files.ts'
import type { ShownTag } from '../components/define.ts'
import { factKey } from './context.ts'
import { tagNames } from './tag-names.ts'

/** Where the tags of a page lead: to their places in the list, where that names the page. */
export function tagLinks({
  space,
  path,
  inputs,
}: {
  readonly space: Pick<Space, 'id' | 'root' | 'parts' | 'readme' | 'tagsFile'>
  readonly path: BookPath
  readonly inputs: Inputs
}): (name: string) => string | undefined {
  const { id, root, tagsFile } = space
  if (tagsFile === undefined) return () => undefined
  const list = `/${encodePath(tagsFile.slice(root.length))}`
  return (name) => {
    inputs.get('fact', factKey(id, 'page', path))
    return isInMenu(space, path) ? `${list}#${encodeURIComponent(tagId(name))}` : undefined
  }
}

/** The tags of a space for its readers. */
export function shownTags(kit: {
  readonly space: Space
  readonly files: Files
  readonly inputs: Inputs
}): readonly ShownTag[] {
  const { space, inputs } = kit
  const tagNamed = tagNames(kit)
  return inputs.get('tags', space.id).map(({ name, pages }) => ({
    id: tagId(name),
    ...tagNamed(name),
    pages: pages.map((path) => `/${encodePath(writtenBelow(space.root, path))}`),
  }))
}
