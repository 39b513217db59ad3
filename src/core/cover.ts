// The picture on the cover of a book.
import type { Book, Space } from './book.ts'
import { type BookPath, pathOfSetting } from './path.ts'

/** The setting `cover`, or `cover.jpg`, of the space or of the whole book. Only what is published is shown. */
export function coverOf(
  book: Pick<Book, 'root' | 'assets'>,
  { config, root }: Pick<Space, 'config' | 'root'>,
): BookPath | undefined {
  const name = pathOfSetting(config.cover ?? 'cover.jpg')
  return [root, book.root]
    .map((folder) => `${folder}${name}` as BookPath)
    .find((path) => book.assets.includes(path))
}
