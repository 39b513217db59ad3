// What commands find wrong before they look into a book.
import { type Lists, type Near, type Said, type Texts, quoted, updateBaseline } from '../said.ts'
import { type Because, because } from './reasons.ts'

/** What is wrong with what was typed, or with the files that it names. */
export const commands = {
  'cli/missing-folder': ({ folder }: Near<'folder'>): Said => [
    `There is no folder "${folder}"`,
    `\`handbook init ${quoted(folder)}\` begins a book there`,
  ],
  'cli/not-a-folder': ({ file, folder }: Texts<'file' | 'folder'>): Said => [
    `"${file}" is the name of a file, and a book is a folder`,
    `Name the folder that holds it: "${folder}"`,
  ],
  'cli/ignored-flag': ({ flags }: Lists<'flags'>): Said =>
    `${list(flags)} ${flags.length === 1 ? 'has' : 'have'} no meaning any more and can be left out`,
  'cli/not-asked': [
    'Whether links to other sites work was not asked, because the book is not trusted',
    'Leave out --external or --untrusted',
  ],
  'cli/init-outside-book': ({ target }: Texts<'target'>): Said => [
    `"${target}" was not created, because a symbolic link leads out of the book`,
    'Only files inside the folder of the book are created; change the target in SUMMARY',
  ],
  'cli/init-cannot-create': ({ target, reason }: Texts<'target'> & Because): Said =>
    `"${target}" could not be created: ${because(reason)}`,
  'cli/init-existing-book': ({ flags }: Lists<'flags'>): Said => [
    `${list(flags)} changed nothing, because the folder holds a book already`,
    'Write the title, the language and the repository into book.json',
  ],
  'cli/no-baseline': ({ file }: Texts<'file'>): Said => [
    `There is no baseline "${file}"`,
    `\`${updateBaseline(file)}\` writes one`,
  ],
  'cli/not-a-baseline': {
    other: ({ file }: Texts<'file'>): Said => [
      `Expected a baseline of handbook in "${file}", found something else`,
      `\`${updateBaseline(file)}\` writes it anew`,
    ],
    old: ({ file }: Texts<'file'>): Said => [
      `The baseline "${file}" knows problems by their English sentences, as an earlier handbook did`,
      `\`${updateBaseline(file)}\` writes it anew, by their codes and what they tell`,
    ],
  },
} as const

function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ')
}
