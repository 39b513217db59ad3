// What holds a book together: SUMMARY, GLOSSARY, LANGS.
import { type Lists, type Near, type Numbers, type Said, type Texts, apiFileName } from '../said.ts'
import { type Because, because } from './reasons.ts'

/** The first of many names. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 20).join(', ')
  return names.length > 20 ? `${shown} and ${names.length - 20} more` : shown
}

/** What is wrong with the structure of a book. */
export const structure = {
  'summary/missing-page': ({ written }: Near<'written'>): Said => [
    `This chapter points to "${written}", and there is no such file in the book`,
    'Create the file, as `handbook init` does for all that are missing, or remove the link to keep the title alone',
  ],
  'summary/case-differs': ({ written, actual }: Texts<'written' | 'actual'>): Said => [
    `This chapter says "${written}", and the file is called "${actual}"`,
    'Most web servers tell upper from lower case; the built site uses the real name',
  ],
  'summary/ignored-page': ({ written }: Texts<'written'>): Said => [
    `This chapter points to "${written}", which the book's ignore files leave out of the site`,
    'Remove it from .bookignore or .gitignore (or add `!` and its name to .bookignore)',
  ],
  'summary/outside-book': ({ written }: Texts<'written'>): Said => [
    `This chapter leads out of the book: "${written}"`,
    'Move the file into the book, or link to it on the web',
  ],
  'summary/anchor-only': ({ written }: Texts<'written'>): Said => [
    `Expected a page before the anchor, found only "${written}"`,
    `Write the page first: page.md${written}`,
  ],
  'summary/folder-without-readme': ({ written }: Texts<'written'>): Said => [
    `This chapter points to the folder "${written}", and there is no README in it`,
    'Add a README.md to the folder, or point to one of its pages',
  ],
  'summary/other-format': ({ written, format }: Texts<'written' | 'format'>): Said => [
    `"${written}" is ${format}, which is no page; it is shown as it is written`,
    'Convert it to Markdown or AsciiDoc, for example with pandoc',
  ],
  'summary/generated-pages': {
    missing: ({ name }: Texts<'name'>): Said => [
      `Expected the description "${name}", of which pages are made here, found no file of it; only its name is shown`,
      `Put it into the book, and say where in book.json: "openapi": { "${name}": "${apiFileName(name)}" }`,
    ],
    unreadable: ({ name }: Texts<'name'>): Said => [
      `Expected a description by OpenAPI as "${name}", of which pages are made here, found a file that is none, describes nothing or cannot be read; only its name is shown`,
      'Check that it is YAML or JSON, and that it has "paths" or "components"',
    ],
  },
  'summary/empty-title': [
    'Expected a title, found an item without text',
    'Write * [Title](page.md)',
  ],
  'summary/missing-marker': [
    'Expected the sign of an item before this link, found none; it is read as an item',
    'Write * before it',
  ],
  'summary/missing-space': [
    'Expected a space after the marker of the list; the item is read as if it were there',
    'Write * [Title](page.md)',
  ],
  'summary/lost-link': ({ written, better }: Texts<'written' | 'better'>): Said => [
    `Expected links as items of the list, found "${written}" outside of it; the page is in no menu`,
    `Write it as an item: ${better}`,
  ],
  'summary/lost-heading': ({ title }: Texts<'title'>): Said => [
    `Expected parts under headings of level 2 to 4, found "${title}" at another level; it is not shown`,
    `Write ## ${title}`,
  ],
  'summary/broken-link': ({ better }: Texts<'better'>): Said => [
    'Expected a link, found its signs as text; the chapter is read as the link that was meant',
    `Write ${better}`,
  ],
  'summary/mixed-indentation': [
    'Expected all items to be indented with the same sign, found tabs and spaces; a tab counts as four spaces',
    'Replace each tab with the spaces that items of that level have',
  ],
  'summary/too-deep': [
    'This list nests more than 16 levels deep; what lies deeper is shown at the last of them',
    'Check the indentation from this line on',
  ],
  'summary/no-chapters': [
    'Expected a list of chapters, found none',
    'Write a list of links: * [Title](page.md)',
  ],
  'book/unreadable-structure': ({ reason }: Because): Said => [
    `Nothing of this file could be read: ${because(reason)}`,
    'Write it in a simpler way, or report it if there is nothing wrong with it',
  ],
  'book/no-readme': ({ wanted }: Texts<'wanted'>): Said => [
    `Expected a start page called "${wanted}", found none`,
    'Create it, as `handbook init` does, or name another one under "structure.readme"; an ignored file does not count',
  ],
  'book/too-large': ({
    files,
    most,
    bytes,
    limit,
  }: Numbers<'files' | 'most' | 'bytes' | 'limit'>): Said => [
    `The book has ${files} files of ${Math.ceil(bytes / 1e6)} MB; one of a stranger may have ${most} of ${limit / 1e6} MB`,
    'Build it without --untrusted if you know who wrote it',
  ],
  'book/other-start-page': ({ wanted, first, name }: Texts<'wanted' | 'first' | 'name'>): Said => [
    `Expected a start page called "${wanted}", found none; the first page is "${first}"`,
    `Create it, or write into book.json: { "structure": { "readme": "${name}" } }`,
  ],
  'book/recognized': {
    below: ({ folders }: Lists<'folders'>): Said => [
      `Read as a book in the folder ${listed(folders)}`,
      'Say so in the configuration with "root", or name it: handbook build <folder>',
    ],
    mdbook: ({ folders }: Lists<'folders'>): Said => [
      `Read as a book of mdBook, by its book.toml: ${listed(folders)}`,
      'A book.json beside it may say more; what it says counts',
    ],
    languages: ({ folders }: Lists<'folders'>): Said => [
      `Read as one book in several languages: ${listed(folders)}`,
      'A LANGS.md gives them names and an order',
    ],
    books: ({ folders }: Lists<'folders'>): Said => [
      `Read as several books side by side: ${listed(folders)}`,
      'To build one of them, name it: handbook build <folder>',
    ],
    wiki: (): Said => [
      'Read as a wiki: it begins with its Home, and [[Page]] leads to a page',
      'A SUMMARY.md makes a book of it, with its own order and titles',
    ],
    markdown: (): Said => [
      'Read as a folder of Markdown: its files and folders are the chapters',
      'A SUMMARY.md gives them another order and other titles',
    ],
  },
  'book/kept-pages': {
    withheld: ({ pages }: Lists<'pages'>): Said => [
      `Not published, by "if" in front matter: ${listed(pages)}`,
      'They are for readers of whom something is known; links to them are plain words',
    ],
    hidden: ({ pages }: Lists<'pages'>): Said => [
      `In neither menu nor search, by "hidden" in front matter: ${listed(pages)}`,
      'Who knows their addresses can read them',
    ],
    unindexed: ({ pages }: Lists<'pages'>): Said => [
      `Kept from search engines, by "noIndex" or "noRobotsIndex" in front matter: ${listed(pages)}`,
      undefined,
    ],
  },
  'book/missing-structure-file': ({ key, name }: Texts<'key' | 'name'>): Said => [
    `Expected the file "${name}" that "structure.${key}" names, found none`,
    'Names are relative to the content root',
  ],
  'glossary/empty-term': 'Expected a term, found an empty heading',
  'glossary/duplicate-term': ({ name }: Texts<'name'>): Said => [
    `Expected each term once, found "${name}" again; this definition is used`,
    'Merge the two definitions',
  ],
  'languages/none': [
    'Expected a list of languages, found none; the book is built as one in a single language',
    'Write * [English](en)',
  ],
  'languages/no-link': ({ name }: Texts<'name'>): Said => [
    `Expected a link to a folder for the language "${name}", found a title alone`,
    `Write * [${name}](folder)`,
  ],
  'languages/external': ({ written }: Texts<'written'>): Said =>
    `Expected a folder of the book, found the address "${written}"; it is left out`,
  'languages/missing-folder': ({ written }: Near<'written'>): Said => [
    `Expected the folder "${written}" with the pages of this language, found none`,
    'Folders are relative to the list of languages',
  ],
  'languages/unclear': ({ folder }: Texts<'folder'>): Said => [
    `Expected a folder with the tag of a language for a name, found "${folder}"; its pages say that they are in the language of the book, or in the one that their words tell`,
    `Write { "language": "en" } into ${folder}/book.json, or rename the folder`,
  ],
  'languages/outside-book': ({ written }: Texts<'written'>): Said =>
    `Expected a folder below the content root, found "${written}"`,
  'languages/no-pages': ({ wanted }: Texts<'wanted'>): Said => [
    `This language is left out: it has neither a start page called "${wanted}" nor a chapter`,
    'Create the page, or take the language out of the list; an ignored file does not count',
  ],
  'languages/duplicate': ({ written }: Texts<'written'>): Said =>
    `Expected each folder once, found "${written}" again; it is left out`,
} as const
