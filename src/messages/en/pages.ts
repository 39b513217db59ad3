// Pages: front matter, links, Markdown, AsciiDoc, and what plugins gave them.
import type { Lists, Near, Numbers, Said, Texts } from '../said.ts'
import { type Because, because } from './reasons.ts'

/** What is wrong in pages. */
export const pages = {
  'front-matter/invalid-yaml': ({ reason }: Because): Said => [
    `The front matter is not valid YAML: ${because(reason)}`,
    'Values with a colon or a leading special character need quotes: title: "Part 1: the start"',
  ],
  'front-matter/not-a-mapping': [
    'Expected front matter of the form `key: value`, found other text; it is shown as content',
    'For a line across the page at the very start, use *** instead of ---',
  ],
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
  'front-matter/unknown-key': ({ key }: Near<'key'>): Said =>
    `Nobody asks for "${key}" in front matter`,
  'page/not-utf8': [
    'Expected UTF-8, found bytes of another encoding; they are shown as \uFFFD',
    'Save the file as UTF-8, for example with: iconv -f GB18030 -t UTF-8 old.md > new.md',
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
      `This link leads to a file of one computer, "${written}"; no reader has it`,
      'Move the file into the book, and link to it from the page',
    ],
    scheme: ({ written, better }: Texts<'written' | 'better'>): Said => [
      `Expected an address, found "${written}", which no browser opens`,
      `Write ${better}`,
    ],
    empty: [
      'Expected an address, found an empty link; it leads to the page itself',
      'Write the address, or take the brackets away',
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
  'links/outside-book': ({ written }: Texts<'written'>): Said => [
    `This link leads out of the book's folder: "${written}"`,
    'Link to the file on the web, or move it into the book',
  ],
  'links/broken-reference': [
    "GitBook.com's editor left this of a link whose page was deleted; its words are shown without a link",
    'Link to another page, or take the brackets away',
  ],
  'links/unlisted-page': ({ written }: Texts<'written'>): Said => [
    `"${written}" is a page that SUMMARY does not list; it is built, but readers find it only here`,
    'Add it to SUMMARY',
  ],
  'images/missing-file': ({ written }: Near<'written'>): Said =>
    `This image is "${written}", and there is no such file in the book`,
  'images/outside-book': ({ written }: Texts<'written'>): Said => [
    `This image is outside of the book's folder: "${written}"`,
    'Move it into the book; for pictures of several books, build the folder above them as one',
  ],
  'markdown/undefined-footnote': ({ label }: Texts<'label'>): Said => [
    `Expected a footnote "[^${label}]: …" on this page, found none; the reference is shown as text`,
    `Write the note on a line of its own, or escape the bracket: \\[^${label}]`,
  ],
  'markdown/unused-footnote': ({ label }: Texts<'label'>): Said =>
    `No text refers to the footnote "${label}"; it is shown after the others`,
  'markdown/duplicate-footnote': ({ label }: Texts<'label'>): Said =>
    `Expected one footnote "${label}" on this page, found another; only the first is shown`,
  'markdown/duplicate-id': ({ id }: Texts<'id'>): Said =>
    `Expected each id once on a page, found "${id}" again; links lead to the first`,
  'markdown/broken-link': ({ better }: Texts<'better'>): Said => [
    'Expected a link, found its signs in another order or with a space between them; it is shown as text',
    `Write ${better}`,
  ],
  'markdown/undefined-reference': ({ label }: Near<'label'>): Said => [
    `Expected the address "[${label}]: …" on this page, found none; the link is shown as text`,
    `Write [${label}]: page.md on a line of its own, or escape the bracket`,
  ],
  'markdown/unknown-alert': {
    kind: ({ written, kinds }: Near<'written'> & Lists<'kinds'>): Said => [
      `Expected the mark of an alert, found "${written}"; the quote is shown as one, with its mark`,
      `The kinds are ${kinds.join(', ')}`,
    ],
    words: ({ written }: Texts<'written'>): Said => [
      `Expected nothing behind "${written}" on its line, found words; the quote is shown as one, with its mark`,
      'Begin the text on the next line of the quote',
    ],
  },
  'markdown/heading-without-space': {
    heading: ({ marks }: Texts<'marks'>): Said => [
      `Expected a space after "${marks}" to make a heading, found text; it is shown as a heading, as GitBook did`,
      `Write a space after "${marks}", or "\\${marks}" when no heading is meant`,
    ],
    text: ({ marks }: Texts<'marks'>): Said => [
      `Expected a space after "${marks}" to make a heading, found text; it is shown as text`,
      `Write a space after "${marks}", or "\\${marks}" when no heading is meant`,
    ],
  },
  'markdown/unclosed-code': {
    open: ({ marks }: Texts<'marks'>): Said => [
      `Expected "${marks}" on a line of its own at the end of this code, found none; what follows is code`,
      `Write "${marks}" where the code ends, as far to the right as here`,
    ],
    outside: ({ marks }: Texts<'marks'>): Said => [
      'The end of this code stands outside of its list item or quote; it is read as its end, as GitBook did',
      `Write the code and "${marks}" below it as far to the right as the first line`,
    ],
  },
  'markdown/ragged-table': {
    dashes: ({ columns, found }: Numbers<'columns' | 'found'>): Said => [
      `Expected ${columns} cells of dashes below the header, found ${found}; it is shown as a table, as GitBook did`,
      'Give the row of dashes as many cells as the header: other programs show text with pipes',
    ],
    cells: ({ columns, found }: Numbers<'columns' | 'found'>): Said => [
      `Expected ${columns} cells as in the header, found ${found}; all are shown`,
      'Give the header a cell for each: other programs leave the last ones out',
    ],
    joined: [
      'A pipe stands in code, and the row has a cell too many; the code is kept together',
      'Write \\| for a pipe inside a cell, in code too',
    ],
    split: [
      'A pipe stands in code and separates two cells',
      'Write \\| for a pipe inside a cell, in code too',
    ],
  },
  'html/never-ends': {
    comment: [
      'Expected "-->" at the end of this comment, found none; it is shown as text, and so is what follows',
      'Write "-->" where it ends, or "\\<!--" when text is meant',
    ],
    instruction: [
      'Expected "?>" at the end of this instruction, found none; it is shown as text, and so is what follows',
      'Write "?>" where it ends, or put it in backticks',
    ],
    cdata: [
      'Expected "]]>" at the end of this CDATA section, found none; it is shown as text, and so is what follows',
      'Write "]]>" where it ends, or put it in backticks',
    ],
    declaration: [
      'Expected ">" at the end of this declaration, found none; it is shown as text, and so is what follows',
      'Write ">" where it ends, or put it in backticks',
    ],
    tag: [
      'Expected the end of this tag, found none; it is shown as text, and so is what follows',
      'Close the quote of its attribute and write ">", or put it in backticks when text is meant',
    ],
  },
  'html/no-end-tag': {
    text: ({ tag }: Texts<'tag'>): Said => [
      `Expected </${tag}> behind this tag, found none; the tag is shown as text, so that readers see what follows`,
      `Write </${tag}> where the element ends, or put the tag in backticks`,
    ],
    element: ({ tag }: Texts<'tag'>): Said => [
      `Expected </${tag}> behind this tag, found none; the element ends here, so that readers see what follows`,
      `Write </${tag}> where the element ends`,
    ],
  },
  'html/unknown-element': ({ written }: Texts<'written'>): Said => [
    `Expected an element of HTML, found "${written}"; it is shown as text`,
    `Put it in backticks: \`${written}\``,
  ],
  'asciidoc/missing-include': ({ target }: Texts<'target'>): Said => [
    `Expected a file to include, found none called "${target}"`,
    'Paths are relative to the file that includes; include::file.adoc[opts=optional] allows it to be absent',
  ],
  'asciidoc/remote-include': ({ target }: Texts<'target'>): Said => [
    `Expected a file of the book to include, found the address "${target}"; a link is shown instead`,
    'A build reads nothing from the network: download the file into the book and include it from there',
  ],
  'asciidoc/include-cycle': ({ target }: Texts<'target'>): Said => [
    `"${target}" is being included already, so including it here would never end`,
    'Remove this include, or select a part of the file with tags=name',
  ],
  'asciidoc/too-many-includes': ({ limit }: Numbers<'limit'>): Said => [
    `Expected at most ${limit} included files in a page, found more; the rest is left out`,
    'Look for files that include each other again and again',
  ],
  'asciidoc/missing-tag': ({ tag, target }: Texts<'tag' | 'target'>): Said => [
    `This include asks for the tag "${tag}", and "${target}" has none of that name`,
    `Mark the part with tag::${tag}[] and end::${tag}[] in comments`,
  ],
  'asciidoc/unterminated-block': ({ block }: Texts<'block'>): Said => [
    `This ${block} block is never closed; it goes on to the end`,
    'Close it with the same line of characters that opens it, of the same length',
  ],
  'asciidoc/heading-level': ({ expected, found }: Texts<'expected' | 'found'>): Said => [
    `Expected a heading of level ${expected} here, found level ${found}`,
    'Levels go down one at a time: == then === then ====',
  ],
  'asciidoc/duplicate-id': ({ block, id }: Texts<'block' | 'id'>): Said => [
    `The id "${id}" of this ${block} is used before`,
    'Links lead to the first one; give this one another id',
  ],
  'asciidoc/callout-order': ({ expected, found }: Texts<'expected' | 'found'>): Said => [
    `Expected callout <${expected}> next, found <${found}>`,
    'Number the callouts below the code in order: <1>, <2>, <3>, or write <.> for each',
  ],
  'asciidoc/missing-callout': ({ number }: Texts<'number'>): Said => [
    `This line explains callout <${number}>, and the code above has no such mark`,
    `Put <${number}> at the end of the line of code that it is about`,
  ],
  'asciidoc/list-number': ({ expected, found }: Texts<'expected' | 'found'>): Said => [
    `Expected number ${expected} in this list, found ${found}`,
    'The page counts for itself; write a dot (. item) to leave the numbers out',
  ],
  'asciidoc/incomplete-row': [
    'The last row of this table has too few cells and is left out',
    'Count the columns of cols= or of the first row; an empty cell is a single |',
  ],
  'asciidoc/unknown-footnote': ({ id }: Texts<'id'>): Said => [
    `There is no footnote with the id "${id}"`,
    `Define it where it is used first: footnote:${id}[text]`,
  ],
  'asciidoc/unbalanced-condition': ({ condition }: Texts<'condition'>): Said => [
    `The condition "${condition}" has no other end`,
    'Each ifdef::, ifndef:: and ifeval:: block ends with endif::[]',
  ],
  'asciidoc/long-text': ({ most }: Numbers<'most'>): Said => [
    `This paragraph has more than ${most} characters and is shown without its marks and links`,
    'Begin a new paragraph with an empty line',
  ],
  'asciidoc/message': ({ text }: Texts<'text'>): Said => text,
  'plugins/unsupported': ({ names }: Lists<'names'>): Said => [
    `The site is built without what ${names.length === 1 ? 'this plugin' : 'these plugins'} added: ${names.join(', ')}`,
    `Plugins are not run; take ${names.length === 1 ? 'it' : 'them'} out of "plugins" when the book can do without`,
  ],
  'plugins/unused-options': ({ options }: Lists<'options'>): Said =>
    `These settings of plugins have no counterpart and are not used: ${options.join(', ')}`,
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
  'plugins/missing-code': {
    file: ({ written }: Texts<'written'>): Said => [
      `Expected code to include from "${written}", found no such file`,
      'Paths are relative to the page; "/" means the top of the book',
    ],
    part: ({ written, part }: Texts<'written' | 'part'>): Said => [
      `Expected code to include from "${written}", found nothing at "${part}" in it`,
      'A part is a range of lines such as 3-7, or the name of a comment such as // ![name]',
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
