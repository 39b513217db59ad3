// What pages are written in: Markdown, HTML, AsciiDoc.
import type { Lists, Near, Numbers, Said, Texts } from '../said.ts'

/** What is wrong in the language of pages. */
export const markup = {
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
    'Expected a link, found signs that make none; they are shown as text',
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
    blank: ({ marks }: Texts<'marks'>): Said => [
      `Expected a space after "${marks}" to make a heading, found a blank of another kind; it is shown as a heading, as GitBook did`,
      'Replace it with a plain space: it came from Option and Space, or from a Chinese keyboard',
    ],
    text: ({ marks }: Texts<'marks'>): Said => [
      `Expected a space after "${marks}" to make a heading, found text; it is shown as text`,
      `Write a space after "${marks}", or "\\${marks}" when no heading is meant`,
    ],
  },
  'markdown/list-without-space': ({ better }: Texts<'better'>): Said => [
    'Expected a space between the mark of an item and its words, found none; the lines are shown as one paragraph',
    `Write ${better}`,
  ],
  'markdown/unclosed-mark': {
    address: ({ better }: Texts<'better'>): Said => [
      'Expected ">" at the end of this address, found none; "<" is shown as text',
      `Write ${better}`,
    ],
    bold: ({ mark }: Texts<'mark'>): Said => [
      `Expected "${mark}" at the end of the bold words, found none in this block; it is shown as text`,
      `Write "${mark}" behind the last of them, or "\\*\\*" when the signs are meant`,
    ],
  },
  'markdown/unknown-entity': ({ written }: Near<'written'>): Said =>
    `Expected the name of a character, found "${written}"; it is shown as text`,
  'markdown/unclosed-code': {
    open: ({ marks }: Texts<'marks'>): Said => [
      `Expected "${marks}" on a line of its own at the end of this code, found none; what follows is code`,
      `Write "${marks}" where the code ends, as far to the right as here`,
    ],
    empty: ({ marks }: Texts<'marks'>): Said => [
      `Expected code below "${marks}", found nothing; an empty box is shown`,
      `Remove it, if the code above has its end, or write "${marks}" once more below the code`,
    ],
    part: ({ marks }: Texts<'marks'>): Said => [
      `Expected "${marks}" at the end of this code, found none in this file; it ends with what the page includes of it`,
      `Write "${marks}" where the code ends`,
    ],
    outside: ({ marks }: Texts<'marks'>): Said => [
      'The end of this code stands outside of its list item or quote; it is read as its end, as GitBook did',
      `Write the code and "${marks}" below it as far to the right as the first line`,
    ],
  },
  'markdown/table-without-dashes': {
    none: ({ row }: Texts<'row'>): Said => [
      'Expected a row of dashes below the first row of this table, found none; its lines are shown as text',
      `Write ${row} below the first row`,
    ],
    wrong: ({ row }: Texts<'row'>): Said => [
      'Expected hyphens below the first row of this table, found other signs; its lines are shown as text',
      `Write ${row} in their place`,
    ],
  },
  'markdown/unknown-language': ({ language }: Near<'language'>): Said =>
    `Expected the name of a language, found "${language}"; this code has no colors`,
  'markdown/mdx-component': ({ names }: Lists<'names'>): Said => [
    `Components of MDX are shown as their words: ${names.join(', ')}`,
    'Tabs, hints, steps and cards have forms of their own in Markdown',
  ],
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
  'html/unclosed-element': {
    'no-end': ({ tag }: Texts<'tag'>): Said => [
      `Expected </${tag}> where this element ends, found none in the block that it stands in; it ends with that block`,
      `Write </${tag}> where it ends, in the same paragraph, item or cell; a tag that is meant as a word goes into backticks`,
    ],
    'no-end-of-box': ({ tag }: Texts<'tag'>): Said => [
      `Expected </${tag}> where this element ends, found none in the block that it stands in; it ends with that block`,
      `Write </${tag}> on a line of its own where it ends, in the same item or cell; a tag that is meant as a word goes into backticks`,
    ],
    'ends-itself': ({ tag }: Texts<'tag'>): Said => [
      `Expected </${tag}>, found "/>", which ends no "${tag}" in HTML; it ends with the block that it stands in`,
      `Write <${tag} …></${tag}>`,
    ],
  },
  'html/stray-end-tag': ({ tag }: Texts<'tag'>): Said => [
    `Expected <${tag}> before this end tag, found none that is still open; it is left out`,
    `Remove it, or write <${tag}> where the element begins`,
  ],
  'html/unknown-element': {
    name: ({ written }: Texts<'written'>): Said => [
      `Expected an element of HTML, found "${written}"; it is shown as text`,
      `Put it in backticks: \`${written}\``,
    ],
    alone: ({ written }: Texts<'written'>): Said => [
      `Expected text or an element that ends, found "${written}" alone among words; it is shown as text`,
      `Put it in backticks: \`${written}\``,
    ],
  },
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
} as const
