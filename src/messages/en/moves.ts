// Renaming, and the addresses that readers may rely on.
import {
  type Lists,
  type Near,
  type Numbers,
  type Said,
  type Texts,
  redirectEntry,
} from '../said.ts'

const ANOTHER = 'Choose another name, or move that file away first'

/** What `mv` and `urls` say. */
export const moves = {
  'move/no-such-source': {
    file: ({ path }: Near<'path'>): Said => `There is no file or folder "${path}" in the book`,
    page: ({ path }: Near<'path'>): Said =>
      `Expected a page of the book before the "#", found "${path}"`,
  },
  'move/same-name': ({ path }: Texts<'path'>): Said => `"${path}" has this name already`,
  'move/target-exists': {
    file: ({ path }: Texts<'path'>): Said => [
      `"${path}" exists already, and nothing is ever replaced`,
      ANOTHER,
    ],
    folder: ({ path, folder }: Texts<'path' | 'folder'>): Said => [
      `Expected a folder "${folder}" for "${path}", found a file of that name`,
      ANOTHER,
    ],
    anchor: ({ path, id }: Texts<'path' | 'id'>): Said => [
      `"${path}" has a heading or id "${id}" already`,
      'Choose another anchor',
    ],
  },
  'move/no-page-name': ({ from, to, better }: Texts<'from' | 'to' | 'better'>): Said => [
    `"${from}" is a page, and a file called "${to}" would be none`,
    `Write "${better}", or end the name with "/" if it is a folder`,
  ],
  'move/structure-file': {
    configuration: ({ path }: Texts<'path'>): Said => [
      `"${path}" holds the book together and stays where it is`,
      'A configuration is found by its name and its place',
    ],
    language: ({ path }: Texts<'path'>): Said => [
      `"${path}" holds one language of the book together and stays where it is`,
      'Rename it yourself, and name it under "structure" in the configuration of that language; the folder of a language can be moved as a whole',
    ],
    root: ({ path }: Texts<'path'>): Said => [
      `"${path}" holds the book together, and its new place is outside of the content`,
      'Choose a name inside the content, or move the folder yourself and set "root" in the configuration',
    ],
    program: ({ path }: Texts<'path'>): Said => [
      `"${path}" holds the book together, and the configuration that must name its new place is a program`,
      'Rename it yourself, and name it under "structure" in the configuration',
    ],
  },
  'move/leaves-language': ({ path, root }: Texts<'path' | 'root'>): Said => [
    `"${path}" is a page of the language in "${root}", and its new place is not`,
    `Choose a name that begins with "${root}"`,
  ],
  'move/outside-book': ({ path }: Texts<'path'>): Said => [
    `"${path}" is outside the book`,
    'Both names are relative to the folder of the book, which --book names',
  ],
  'move/no-redirect': ({ file, redirects }: Redirects): Said => [
    `Old addresses lead nowhere until "${file}" has redirects for them`,
    `Add to it: redirects: ${JSON.stringify(redirects)}`,
  ],
  'move/no-such-heading': ({ path, heading }: Near<'path' | 'heading'>): Said => [
    `"${path}" has no heading "${heading}"`,
    '`handbook urls` lists the anchors of every page',
  ],
  'move/ambiguous-heading': ({
    path,
    heading,
    names,
  }: Texts<'path' | 'heading'> & Lists<'names'>): Said => [
    `${names.length} headings of "${path}" are called "${heading}"`,
    `Name one by its anchor: ${names.map((name) => `"${name}"`).join(', ')}`,
  ],
  'move/not-a-heading': {
    id: ({ path, id }: Texts<'path' | 'id'>): Said => [
      `"${id}" is an id in "${path}", and not that of a heading`,
      'Change the id by hand; `handbook check` lists the links that then lead nowhere',
    ],
    unwritten: ({ path, text }: Texts<'path' | 'text'>): Said => [
      `The heading "${text}" does not stand in "${path}" as plain text on one line`,
      'It is written in HTML, on several lines, or by a template: change it by hand',
    ],
  },
  'move/leaves-page': ({ from, to }: Texts<'from' | 'to'>): Said => [
    `A heading is renamed in its own page, and "${to}" is another one than "${from}"`,
    'Move the section by hand and redirect its anchor; `handbook check` lists the links to mend',
  ],
  'move/unusable-name': {
    anchor: ({ id }: Texts<'id'>): Said => [
      `Expected an anchor without spaces and brackets, found "${id}"`,
      'Letters of any script, digits, hyphens and underscores make a good one',
    ],
    text: ({ text }: Texts<'text'>): Said =>
      `Expected one line of text for a heading, found "${text.replaceAll(/\s+/g, ' ')}"`,
    heading: ({ text }: Texts<'text'>): Said => [
      `"${text}" would not be a heading like the one before, or others would change with it`,
      'Choose another text, or change it by hand',
    ],
  },
  'move/would-break': ({ count }: Numbers<'count'>): Said => [
    `Nothing was changed, because the book would have problems then that it does not have now: ${count}`,
    'Change the places that are shown by hand first, so that they do not depend on the name, or choose another name',
  ],
  'move/linked-file': ({ path, other }: Texts<'path' | 'other'>): Said => [
    `"${path}" and "${other}" are one file by a symbolic link, and one of the names would lead nowhere afterwards`,
    'Move the file yourself and make the link anew, or put a copy in the place of the link first',
  ],
  'move/other-encoding': ({ path }: Texts<'path'>): Said => [
    `"${path}" would have to change with the move, and is not in UTF-8`,
    'Save it as UTF-8 first: texts in other encodings are read, and never written',
  ],
  'move/anchor-reused': ({ path, id, text }: Texts<'path' | 'id' | 'text'>): Said => [
    `Readers who kept the address "#${id}" of "${path}" come to another heading now: "${text}"`,
    'Headings of the same text are numbered. Links in the book follow; an anchor of its own for each of them would hold for readers too',
  ],
  'move/leads-elsewhere': ({ written }: Texts<'written'>): Said =>
    `"${written}" would lead to another place than now`,
  'move/other-role': ({ path }: Texts<'path'>): Said =>
    `"${path}" would have another role in the book than now: start page, SUMMARY or glossary`,
  'urls/vanished-page': ({ page, renamed }: Texts<'page'> & Renamed): Said => [
    `The address "${page}" is promised to readers, and no page and no redirect answers to it`,
    renamed === undefined
      ? giveUp(page)
      : `Git saw "${renamed[0]}" become "${renamed[1]}". Add to "redirects" of the configuration: ${redirectEntry(renamed)}`,
  ],
  'urls/vanished-anchor': ({ page, id, renamed }: Texts<'page' | 'id'> & Renamed): Said => [
    `The address "${page}#${id}" is promised to readers, and the page has no heading or id of that name`,
    renamed === undefined
      ? giveUp(`${page}#${id}`)
      : `If this is what it became, add to "redirects" of the configuration: ${redirectEntry(renamed)}`,
  ],
  'urls/unreadable-line': [
    'Expected the address of a page, or an anchor after two spaces and "#"',
    'Addresses begin at the top of the site: guide/install.html. Of a merge keep the lines of both sides, and take its marks away',
  ],
  'urls/not-listed': ({ address }: Near<'address'>): Said => [
    `"${address}" is not in the list of addresses`,
    'An address is written as in the list: guide/install.html#steps',
  ],
  'urls/still-there': ({ address }: Texts<'address'>): Said => [
    `"${address}" is an address of this book, and the next list would have it again`,
    'Only what has vanished can be forgotten; take away the page, the heading or the redirect first',
  ],
} as const

interface Redirects extends Texts<'file'> {
  readonly redirects: { readonly [from: string]: string }
}

interface Renamed {
  readonly renamed: readonly [from: string, to: string] | undefined
}

function giveUp(address: string): string {
  return `Add where it went to "redirects" of the configuration, or give the address up: handbook urls --forget "${address}"`
}
