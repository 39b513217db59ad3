// What `check` looks for beyond what a build reports.
import { type Lists, type Near, type Numbers, type Said, type Texts, megabytes } from '../said.ts'
import { type Because, because } from './reasons.ts'

/** What rules of `check` find. */
export const rules = {
  'links/address-gone': ({ url, reason }: Texts<'url'> & Because): Said => [
    `Nothing is at ${url} any more: ${because(reason)}`,
    'Look for its new place, or for a copy in the Web Archive',
  ],
  'links/address-moved': ({ url, to }: Texts<'url' | 'to'>): Said => [
    `${url} has moved for good to ${to}`,
    `Write ${to}`,
  ],
  'links/address-unclear': ({ url, reason }: Texts<'url'> & Because): Said => [
    `Nobody can tell whether ${url} is there: ${because(reason)}`,
    'Open it in a browser; "check": {"ignoreLinks": [...]} in book.json leaves addresses out',
  ],
  'check/unknown-rule': ({ code }: Near<'code'>): Said => [
    `There is no rule "${code}"`,
    '`handbook explain` lists them all',
  ],
  'check/wrong-option': {
    none: ({ code, name }: Texts<'code' | 'name'>): Said => [
      `The options of "${code}" are wrong: it takes no options, found "${name}"`,
      options(code),
    ],
    name: ({ code, names, name }: Texts<'code' | 'name'> & Lists<'names'>): Said => [
      `The options of "${code}" are wrong: expected ${names.map((one) => `"${one}"`).join(' or ')}, found "${name}"`,
      options(code),
    ],
    value: ({ code, name, kind, found }: WrongOption): Said => [
      `The options of "${code}" are wrong: expected ${kinds[kind]} for "${name}", found ${found}`,
      options(code),
    ],
  },
  'check/unused-exception': ({ code }: Texts<'code'>): Said => [
    `Expected a problem "${code}" for this exception, found none`,
    'Remove the comment, so that it does not hide the next one',
  ],
  'check/merge-conflict': [
    'Expected text, found the markers of an unfinished merge',
    'Keep one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>',
  ],
  'check/duplicate-chapter': ({ target }: Texts<'target'>): Said => [
    `Expected each page once in SUMMARY, found "${target}" again`,
    'Next and previous follow the first entry. Remove this one, or point it to a heading of the page',
  ],
  'check/unreachable-page': [
    'No reader can reach this page: neither SUMMARY nor a link nor an include leads to it',
    'Add it to SUMMARY, or leave it out of the site with .bookignore',
  ],
  'check/unused-file': [
    'This file is published, and nothing in the book names it',
    'Delete it, or leave it out of the site with .bookignore',
  ],
  'check/large-image': ({ kilobytes }: Numbers<'kilobytes'>): Said => [
    `This image has ${megabytes(kilobytes)}; whoever opens a page with it waits for it`,
    'Save it with 2000 pixels across at most, photographs as WebP or AVIF; a film is smaller as a video than as a GIF',
  ],
  'check/missing-html-file': ({ tag, attribute, value }: Attribute): Said =>
    `Expected a file of the book in <${tag} ${attribute}>, found "${value}", which does not exist`,
  'check/missing-html-id': ({ tag, attribute, value }: Attribute & Near<'value'>): Said =>
    `Expected an id of this page in <${tag} ${attribute}>, found "${value}", which no element has`,
  'check/full-width-punctuation': {
    link: ({ better }: Texts<'better'>): Said => [
      'Expected the brackets of a link to be [ ] and ( ), found full-width ones; it is shown as text',
      `Write ${better}`,
    ],
    address: ({ signs, better }: Lists<'signs'> & Texts<'better'>): Said => [
      `Expected an address, found the full-width ${signs.map((sign) => `"${sign}"`).join(', ')} in it`,
      `Write ${better}`,
    ],
    code: ({ expected, found }: Texts<'expected' | 'found'>): Said => [
      `Expected an ASCII ${expected} in this code, found the full-width ${found}`,
      'Whoever copies this line gets an error. Type it with the input method switched off',
    ],
  },
  'accessibility/missing-alt': ({ written, form }: Texts<'written'> & Form): Said => [
    `This image has no text for those who cannot see it: "${written}"`,
    {
      html: 'Say what it shows: alt="…"; alt="" means that it is only decoration',
      asciidoc: 'Say what it shows between the brackets, or in a title above it',
      markdown: 'Say what it shows between the brackets; decoration is <img src="…" alt="">',
    }[form],
  ],
  'accessibility/link-text': {
    none: ({ written }: Texts<'written'>): Said => [
      `This link has no text: nobody can see or hear it (it leads to "${written}")`,
      'Say where it leads between the brackets',
    ],
    meaningless: ({ text }: Texts<'text'>): Said => [
      `"${text}" does not say where this link leads`,
      'Make the words a link that name what is there; a screen reader lists links without their sentence',
    ],
  },
  'accessibility/heading-order': ({
    above,
    found,
    text,
  }: Texts<'text'> & Numbers<'above' | 'found'>): Said => [
    `Expected a heading of level ${above + 1} at most after one of level ${above}, found level ${found}: "${text}"`,
    `Make it level ${above + 1}: screen readers show the headings of a page as a tree`,
  ],
  'accessibility/table-headers': ({ form }: Form): Said => [
    'Expected this table to have headers, found none',
    form === 'asciidoc'
      ? 'Name the columns in the first row, with [%header] above the table; a screen reader says the header before each cell'
      : 'Name the columns in the first row (in HTML with <th>); a screen reader says the header before each cell',
  ],
  'accessibility/page-language': {
    page: ({ language, script }: Texts<'language'> & InScript): Said => [
      `Expected a page in the language "${language}", found one mostly in ${scripts[script]} letters`,
      'Translate it, or give it a folder of its own in LANGS.md: screen readers speak it with the wrong voice',
    ],
    'unnamed-book': ({ script, tag }: Texts<'tag'> & InScript): Said => [
      `The book does not name its language, so it counts as English; most of it is in ${scripts[script]} letters`,
      bookLanguage(tag),
    ],
    book: ({ language, script, tag }: Texts<'language' | 'tag'> & InScript): Said => [
      `The book says that its language is "${language}", and most of it is in ${scripts[script]} letters`,
      bookLanguage(tag),
    ],
  },
  'house/directory-depth': ({
    most,
    folder,
    better,
  }: Texts<'folder' | 'better'> & Numbers<'most'>): Said => [
    `Expected pages at most ${most === 1 ? 'one folder' : `${most} folders`} deep, found one in "${folder}"`,
    `Move it up to "${better}/"`,
  ],
  'house/images-folder': ({ folders }: Lists<'folders'>): Said => [
    `Expected images in "${folders.join('/" or "')}/", found this one elsewhere`,
    'Move it, and mend the links of the pages that show it',
  ],
  'house/file-names': {
    plain: ({ name }: Texts<'name'>): Said => [
      `Expected a name of English letters, digits and hyphens, found "${name}"`,
      'Rename it, and mend the links that lead to it',
    ],
    pattern: ({ name, pattern }: Texts<'name' | 'pattern'>): Said => [
      `Expected a name like /${pattern}/, found "${name}"`,
      'Rename it, and mend the links that lead to it',
    ],
  },
  'house/config-folders': ({ folders }: Lists<'folders'>): Said => [
    `Expected configuration files only in ${folders.map((folder) => `"${folder}/"`).join(' and ')}, found this one elsewhere`,
    `Move it to "${folders[0] ?? 'etc'}/"`,
  ],
  'house/local-images': ({ host }: Texts<'host'>): Said => [
    `Expected an image of the book, found one on ${host}`,
    'Download it into the images folder: other servers vanish, and they learn who reads the book',
  ],
  'house/listed': ({ summary }: Texts<'summary'>): Said => [
    `Expected every page in "${summary}", and this one is not there`,
    `Add a line to ${summary}, or leave the file out with .bookignore`,
  ],
  'house/image-size': {
    kilobytes: ({ most, found }: Numbers<'most' | 'found'>): Said => [
      `Expected images of at most ${most} kB, found one of ${found} kB`,
      'Save it smaller, or in another format: WebP for photographs, SVG for drawings',
    ],
    width: ({ most, found }: Numbers<'most' | 'found'>): Said => [
      `Expected images of at most ${most} pixels across, found one of ${found}`,
      'No page shows so many: save it smaller',
    ],
  },
  'house/forbidden-words': ({ word, better }: ForbiddenWord): Said => [
    `"${word}" is not a word of this book`,
    better === undefined ? undefined : `Write "${better}"`,
  ],
  'house/front-matter': {
    missing: ({ key }: Texts<'key'>): Said => [
      `Expected front matter with "${key}", found none`,
      `Begin the page with three dashes, ${key}: …, and three dashes`,
    ],
    unknown: ({ names, key }: Texts<'key'> & Lists<'names'>): Said =>
      `Expected no front matter but ${names.map((one) => `"${one}"`).join(', ')}, found "${key}"`,
  },
} as const

const kinds = {
  text: 'a text',
  pattern: 'a regular expression',
  number: 'a number',
  texts: 'a list of texts',
  words: 'a list of words, or an object of words and what to write instead',
} as const

const scripts = {
  Han: 'Chinese',
  Kana: 'Japanese',
  Hangul: 'Korean',
  Cyrillic: 'Cyrillic',
  Arabic: 'Arabic',
  Hebrew: 'Hebrew',
  Greek: 'Greek',
  Thai: 'Thai',
  Devanagari: 'Hindi',
  Bengali: 'Bengali',
  Latin: 'Latin',
} as const

/** A script that a page may be written in. */
export type Script = keyof typeof scripts

interface InScript {
  readonly script: Script
}

type Attribute = Texts<'tag' | 'attribute' | 'value'>

interface Form {
  readonly form: 'markdown' | 'asciidoc' | 'html'
}

interface ForbiddenWord extends Texts<'word'> {
  readonly better: string | undefined
}

interface WrongOption extends Texts<'code' | 'name' | 'found'> {
  readonly kind: keyof typeof kinds
}

function options(code: string): string {
  return `\`handbook explain ${code}\` lists its options`
}

function bookLanguage(tag: string): string {
  return `Write "language": "${tag}" in book.json: search, hyphenation and screen readers depend on it`
}
