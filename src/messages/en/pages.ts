// Pages: front matter, links, and what plugins gave them.
import type { Lists, Near, Numbers, Said, Texts } from '../said.ts'
import { type Because, because, yamlRepair } from './reasons.ts'
import { words } from './words.ts'

interface MissingPlugin {
  readonly name: string
  readonly why: keyof typeof words.plugins.reason | undefined
  /** A plugin that is known under almost this name. */
  readonly meant: string | undefined
}

/** What is wrong in pages. */
export const pages = {
  'front-matter/invalid-yaml': ({ reason }: Because): Said => [
    `The front matter is not valid YAML: ${because(reason)}`,
    yamlRepair(reason),
  ],
  'front-matter/not-a-mapping': {
    text: [
      'Expected front matter of the form `key: value`, found other text; it is shown as content',
      'For a line across the page at the very start, use *** instead of ---',
    ],
    'no-space': ({ key, value }: Texts<'key' | 'value'>): Said => [
      'Expected front matter of the form `key: value`, found no space behind a colon; it is shown as content',
      `Write ${key}: ${value}`,
    ],
  },
  'front-matter/unusable-value': {
    switch: ({ key }: Texts<'key'>): Said => [
      `Expected true or false for "${key}", found something else; it is passed over`,
      `Write ${key}: true or ${key}: false`,
    ],
    text: ({ key }: Texts<'key'>): Said => [
      `Expected a text for "${key}", found a list or a mapping; it is passed over`,
      `Put it into quotes: ${key}: "…"`,
    ],
  },
  'front-matter/never-ends': [
    'Expected a second line of three dashes at the end of the front matter, found none; it is shown as text',
    'Write --- on a line of its own behind the last key',
  ],
  'front-matter/not-read': {
    late: [
      'Expected front matter in the first line, found empty lines before it; it is shown as text',
      'Remove the empty lines before ---',
    ],
    dashes: ({ written }: Texts<'written'>): Said => [
      `Expected front matter between lines of three dashes, found "${written}"; it is shown as text`,
      `Write --- in the place of both`,
    ],
    toml: [
      'Expected front matter in YAML between lines of ---, found TOML between lines of +++; it is shown as text',
      'Write --- instead of +++, and key: value instead of key = value',
    ],
  },
  'front-matter/unknown-key': ({ key }: Near<'key'>): Said =>
    `Nobody asks for "${key}" in front matter`,
  'page/not-utf8': ({ encoding }: { readonly encoding: string | undefined }): Said => [
    encoding === undefined
      ? 'Expected UTF-8, found bytes of another encoding; they are shown as \uFFFD'
      : `Expected UTF-8, found ${encoding}, and read it as that`,
    `Save the file as UTF-8, for example with: iconv -f ${encoding ?? 'GB18030'} -t UTF-8 old.md > new.md`,
  ],
  'page/too-large': ({ bytes, limit }: Numbers<'bytes' | 'limit'>): Said => [
    `Expected a page of at most ${limit / 1e6} MB, found ${(bytes / 1e6).toFixed(1)} MB`,
    'Split the page, or add it to .bookignore and link to the file itself',
  ],
  'page/too-complex': {
    page: ({ reason }: Because): Said => [
      `This page is shown as its source: ${because(reason)}`,
      'Write it in a simpler way, or split it',
    ],
    failed: ({ reason }: Because): Said => [
      `handbook failed on this page and shows its source: ${because(reason)}`,
      'This should not happen: please report it, with the page',
    ],
    include: ({ target, reason }: Texts<'target'> & Because): Said => [
      `"${target}" is not included: ${because(reason)}`,
      'Write it in a simpler way, or split it',
    ],
  },
  'links/missing-file': ({ written }: Near<'written'>): Said =>
    `This link points to "${written}", and there is no such file in the book`,
  'links/unusable-address': {
    disk: ({ written }: Texts<'written'>): Said => [
      `"${written}" is a file of one computer; no reader has it`,
      'Move the file into the book, and write its path as it is seen from the page',
    ],
    scheme: ({ written, better }: Texts<'written' | 'better'>): Said => [
      `Expected an address, found "${written}", which no browser opens`,
      `Write ${better}`,
    ],
    empty: [
      'Expected an address, found an empty link; it leads to the page itself',
      'Write the address, or take the brackets away',
    ],
    'page-of-image': ({ written, better }: Texts<'written' | 'better'>): Said => [
      `Expected an image, found the page that shows one, "${written}"; readers see nothing`,
      `Write ${better}, or put the image into the book`,
    ],
    'no-image': [
      'Expected the path of an image, found none',
      'Write the path, or remove the image',
    ],
  },
  'links/folder-without-readme': ({ written }: Texts<'written'>): Said => [
    `This link points to the folder "${written}", and there is no README in it`,
    'Add a README.md to the folder, or link to one of its pages',
  ],
  'links/case-differs': ({ written, actual }: Texts<'written' | 'actual'>): Said => [
    `This link says "${written}", and the file is called "${actual}"`,
    'Most web servers tell upper from lower case; the built page uses the real name',
  ],
  'links/ignored-file': ({ written }: Texts<'written'>): Said => [
    `This link points to "${written}", which the book's ignore files leave out of the site`,
    'Remove it from .bookignore or .gitignore (or add `!` and its name to .bookignore)',
  ],
  'links/outside-book': ({ written }: Near<'written'>): Said => [
    `This link leads out of the book's folder: "${written}"`,
    'Link to the file on the web, or move it into the book',
  ],
  'links/broken-reference': {
    page: (): Said => [
      "GitBook.com's editor left this of a link whose page was deleted; its words are shown without a link",
      'Link to another page, or take the brackets away',
    ],
    file: (): Said => [
      "GitBook.com's editor left this of a picture whose file was deleted; its description is shown",
      'Name another picture, or take this one out',
    ],
  },
  'links/unlisted-page': ({ written }: Texts<'written'>): Said => [
    `"${written}" is a page that SUMMARY does not list; it is built, but readers find it only here`,
    'Add it to SUMMARY',
  ],
  'images/missing-file': ({ written }: Near<'written'>): Said =>
    `This image is "${written}", and there is no such file in the book`,
  'images/outside-book': ({ written }: Near<'written'>): Said => [
    `This image is outside of the book's folder: "${written}"`,
    'Move it into the book; for pictures of several books, build the folder above them as one',
  ],
  'plugins/unsupported': ({ name, why, meant }: MissingPlugin): Said => [
    `The site is built without what the plugin "${name}" added${why === undefined ? '' : `: ${words.plugins.reason[why]}`}`,
    `${meant === undefined ? '' : `Did you mean "${meant}"? `}Plugins are not run; take it out of "plugins" when the book can do without`,
  ],
  'plugins/unknown-option': ({ option }: Near<'option'>): Said =>
    `"${option}" is no option of that plugin, and nobody reads it`,
  'plugins/unused-options': ({ options }: Lists<'options'>): Said =>
    `These settings of a plugin have no counterpart and are not used: ${options.join(', ')}`,
  'plugins/unknown-settings': ({ name }: Near<'name'>): Said =>
    `"pluginsConfig" has settings for "${name}", and "plugins" lists no such plugin`,
  'plugins/unknown-style': ({
    name,
    written,
    styles,
  }: Near<'written'> & Texts<'name'> & Lists<'styles'>): Said => [
    `Expected a style of "${name}", found "${written}"; it is shown as a note`,
    `The styles are ${styles.join(', ')}`,
  ],
  'links/other-space': {
    space: ({ id }: Texts<'id'>): Said => [
      `This link leads to the space ${id} of GitBook.com, and nothing tells which that is; only its words are shown`,
      `If it is in the repository or on the web, say where in book.json: "spaces": { "${id}": "folder" }`,
    ],
    page: ({ written }: Texts<'written'>): Said => [
      `This link leads to "${written}" of a space in this repository, and there is no such page; only its words are shown`,
      'Link to the file itself',
    ],
  },
  'plugins/missing-code': {
    file: ({ written }: Texts<'written'>): Said => [
      `Expected code to include from "${written}", found no such file`,
      'Paths are relative to the page; "/" means the top of the book',
    ],
    part: ({ written, part }: Texts<'written' | 'part'>): Said => [
      `Expected code to include from "${written}", found nothing at "${part}" in it`,
      'A part is a range of lines such as 3-7, or the name of a comment such as //! [name]',
    ],
  },
  'plugins/redirect-line': ({ to }: Texts<'to'>): Said => [
    `This line sent readers on to "${to}"; it is shown as a link, and the page stays`,
    'Delete the page and write its address into "redirects" of the configuration, or delete the line',
  ],
  'plugins/redirects-unreadable': ({ file }: Texts<'file'>): Said => [
    `Expected "${file}" to be a JSON file with "redirects", found none`,
    'Write { "redirects": [{ "from": "old.html", "to": "new.html" }] }, or use "redirects" in the configuration',
  ],
} as const
