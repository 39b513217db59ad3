// Addresses that pages of mdBook have there beside their own.
import type { Space } from './book.ts'
import {
  type BookPath,
  type FolderPrefix,
  type OutputPath,
  baseName,
  extensionOf,
  folderOf,
} from './path.ts'

/** The first chapter is written twice, under its own name, too: that address; `top` is the root of the book. */
export function startAddressOfMdbook(
  { root, readme }: Pick<Space, 'root' | 'readme'>,
  top: FolderPrefix,
): string | undefined {
  const name = baseName(readme).slice(0, -extensionOf(readme).length)
  if (folderOf(readme) !== root.slice(0, -1) || /^(?:README|index)$/i.test(name)) return undefined
  return `${root.slice(top.length)}${name}.html`
}

/** All that its links may name: that of the first chapter, and `index.md` for the README of a folder. */
export function addressesOfMdbook(
  space: Pick<Space, 'root' | 'readme' | 'pages' | 'dialect'>,
  top: FolderPrefix,
  outputOf: (path: BookPath) => OutputPath,
): readonly (readonly [string, BookPath])[] {
  if (space.dialect !== 'mdbook') return []
  const start = startAddressOfMdbook(space, top)
  return [
    ...space.pages.map((path) => [outputOf(path).replace(/\.html$/, '.md'), path] as const),
    ...(start === undefined ? [] : [[start, space.readme] as const]),
  ]
}
