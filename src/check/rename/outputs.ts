import { outputPathOf } from '../../book/output.ts'
import type { Book } from '../../core/book.ts'
import type { BookPath, FolderPrefix, OutputPath } from '../../core/path.ts'
import { type RenameRequest, movedFolder } from './rewrite.ts'

/** Where files lie on the site after a move: start pages and languages may have other names then. */
export function outputsAfter(book: Book, renaming: RenameRequest): (path: BookPath) => OutputPath {
  const spaces = book.spaces.map(({ root, readme }) => {
    const folder = movedFolder(root.slice(0, -1), renaming)
    return {
      root: (root === book.root ? root : `${folder}/`) as FolderPrefix,
      readme: renaming.names.get(readme) ?? readme,
    }
  })
  return (path) => outputPathOf(path, { root: book.root, spaces, config: book.config })
}
