// The tags of the pages of a space, and the page that lists them.
import type { Space } from '../core/book.ts'
import { pagesInMenu } from '../core/menu.ts'
import { type BookPath, type FolderPrefix, isAsciidocPath } from '../core/path.ts'
import { type TaggedPages, tagId } from '../core/tag.ts'
import type { Files } from '../files/files.ts'
import { splitFrontMatter } from '../files/front-matter.ts'
import { rememberTexts } from '../files/remember-texts.ts'
import { codeRanges } from '../markdown/code-ranges.ts'
import { tagsOfLines, tagsOfValue } from '../plugins/tags.ts'
import type { Lookup } from './lookup.ts'

/** The tags of a page, read once as long as its text is the same. */
const tagsOf = rememberTexts((path, { text }): readonly string[] => {
  if (!/tags:/i.test(text)) return []
  const { attributes, body } = splitFrontMatter(path, text).value
  const inText = isAsciidocPath(path) ? [] : tagsOfLines(body, codeRanges)
  return [...tagsOfValue(attributes['tags']), ...inText]
})

/** All tags of a space, in the order of its pages. Pages that its menu does not name are in no list. */
export function taggedPages(
  files: Files,
  space: Pick<Space, 'parts' | 'readme' | 'root'>,
): readonly TaggedPages[] {
  const found = new Map<string, { readonly name: string; readonly pages: Set<BookPath> }>()
  for (const path of new Set([space.readme, ...pagesInMenu(space)])) {
    const source = path.startsWith(space.root) ? files.text(path) : undefined
    for (const name of source === undefined ? [] : tagsOf(path, source)) {
      const known = found.get(tagId(name)) ?? { name, pages: new Set() }
      known.pages.add(path)
      found.set(tagId(name), known)
    }
  }
  return [...found.values()].map(({ name, pages }) => ({ name, pages: [...pages] }))
}

/** The page that lists the tags of a space: one of its own, or a path that no file has. */
export function tagsPage(
  lookup: Lookup,
  root: FolderPrefix,
): { readonly path: BookPath; readonly isMade: boolean } {
  const own = lookup.structureFile(root, 'tags.md')
  if (own !== undefined && !isAsciidocPath(own)) return { path: own, isMade: false }
  return { path: `${root}tags.md` as BookPath, isMade: true }
}
