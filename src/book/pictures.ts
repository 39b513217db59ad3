// The pictures of a space that have captions, in the order of its pages: for numbers that go through the whole book, and for
// lists of figures.
import type { Space } from '../core/book.ts'
import type { BookPicture } from '../core/captions.ts'
import { chaptersIn, menuOf } from '../core/menu.ts'
import { type BookPath, isAsciidocPath } from '../core/path.ts'
import { splitFrontMatter } from '../files/front-matter.ts'
import type { Files } from '../files/files.ts'
import { rememberTexts } from '../files/remember-texts.ts'
import { type WrittenPicture, picturesIn } from '../markdown/pictures.ts'

/** The pictures of a page, read once as long as its text is the same. Those that an include brings are not among them. */
const picturesOf = rememberTexts((path, { text }): readonly WrittenPicture[] =>
  isAsciidocPath(path) ? [] : picturesIn(splitFrontMatter(path, text).value.body),
)

type Pages = Pick<Space, 'parts' | 'readme' | 'root'>

/** All of them. Pages that the menu does not name are in no order, and theirs in no list. */
export function picturesInOrder(files: Files, space: Pages): readonly BookPicture[] {
  return [...levelsOf(space)].flatMap(([path, level]) => {
    const source = path.startsWith(space.root) ? files.text(path) : undefined
    const own = source === undefined ? [] : picturesOf(path, source)
    return own.map((picture, at) => ({ ...picture, path, level, index: at + 1 }))
  })
}

/** How many pictures come before a page; -1 when it is in no order. */
export function countBefore(
  pictures: readonly BookPicture[],
  space: Pages,
  page: BookPath,
): number {
  const order = [...levelsOf(space).keys()]
  const at = order.indexOf(page)
  if (at < 0) return -1
  const before = new Set(order.slice(0, at))
  return pictures.filter(({ path }) => before.has(path)).length
}

/** The pages in their order, with their numbers. */
function levelsOf(space: Pages): ReadonlyMap<BookPath, string> {
  const levels = new Map<BookPath, string>()
  const chapters = chaptersIn(menuOf(space))
  const isListed = chapters.some(
    (one) => one.kind === 'page' && one.anchor === undefined && one.path === space.readme,
  )
  if (!isListed) levels.set(space.readme, '')
  for (const chapter of chapters)
    if (chapter.kind === 'page' && chapter.anchor === undefined && !levels.has(chapter.path))
      levels.set(chapter.path, chapter.level)
  return levels
}
