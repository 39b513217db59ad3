// The configuration: a file that cannot be read, and values that are not what their keys take.
import {
  type Lists,
  type Near,
  type Numbers,
  type ReasonOf,
  type Said,
  type Texts,
  sayReason,
} from '../said.ts'
import { type Because, because, yamlRepair } from './reasons.ts'

/** What a value is, or should be. */
const kinds = {
  any: 'a value',
  flag: 'true or false',
  text: 'a text',
  integer: ({ least, most }: Numbers<'least' | 'most'>): string =>
    `a whole number from ${least} to ${most}`,
  list: 'a list',
  object: 'an object',
  function: 'a function',
} as const

/** What a value is, or should be: one of the kinds, or the value as it is written. */
export type ValueKind = ReasonOf<typeof kinds>

/** What is wrong with the configuration. */
/** Where authors put what is no key. */
const USUAL_PLACES =
  'Values for templates belong in "variables", settings of plugins in "pluginsConfig"'

export const config = {
  'config/invalid-json': {
    conflict: [
      'Expected settings, found the markers of an unfinished merge',
      'Keep one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>',
    ],
    nested: ({ levels }: Numbers<'levels'>): Said =>
      `Expected at most ${levels} brackets in each other, found more`,
    comma: ({ token }: Texts<'token'>): Said => [
      `Expected a comma after the entry before ${shown(token)}`,
      'Add a comma at the end of the entry',
    ],
    colon: ({ token }: Texts<'token'>): Said => [
      `Expected a colon between a key and its value, found ${shown(token)}`,
      'Write "key": value',
    ],
    brace: 'Expected a closing } before the end of the file',
    bracket: 'Expected a closing ] for the list',
    end: ({ token }: Texts<'token'>): Said => [
      `Expected nothing after the closing brace, found ${shown(token)}`,
      'There may be one closing brace too many further up',
    ],
    text: [
      'Expected closing double quotes before the end of the line',
      'Close the quotes; write \\n for a line break inside a text',
    ],
    'text-quotes': ({ sign }: Texts<'sign'>): Said => [
      `Expected straight double quotes (") at the end of this text, found ${sign}`,
      `Write " in the place of ${sign}`,
    ],
    comment: 'Expected the comment to end with */',
    escape: ({ token }: Texts<'token'>): Said => [
      `Expected an escape such as \\n or \\" after the backslash in ${shown(token)}`,
      'Write \\\\ for a backslash; paths are written with /',
    ],
    control: ['Expected text without control characters', 'Write \\t for a tab'],
    key: ({ token }: Texts<'token'>): Said =>
      `Expected a key in double quotes, found ${shown(token)}`,
    value: ({ token }: Texts<'token'>): Said => `Expected a value, found ${shown(token)}`,
    'single-quotes': ({ better }: Texts<'better'>): Said => [
      'Expected double quotes, found single quotes',
      `Write "${better}"`,
    ],
    backquotes: ({ better }: Texts<'better'>): Said => [
      'Expected double quotes, found backquotes',
      `Write "${better}"`,
    ],
    'other-quotes': ({ sign, better }: Texts<'sign' | 'better'>): Said => [
      `Expected straight double quotes ("), found ${sign}`,
      `Write "${better}"`,
    ],
    'other-colon': ({ sign }: Texts<'sign'>): Said => [
      `Expected a colon (:), found ${sign}`,
      'Write "key": value',
    ],
    'other-comma': ({ sign }: Texts<'sign'>): Said => [
      `Expected a comma (,), found ${sign}`,
      'Write a plain comma',
    ],
    capitals: ({ word, better }: Texts<'word' | 'better'>): Said => [
      `Expected ${better}, found ${word}`,
      `Write ${better} in lower case`,
    ],
    'bare-key': ({ word }: Texts<'word'>): Said => [
      `Expected a key in double quotes, found "${word}"`,
      `Write "${word}"`,
    ],
    'bare-value': ({ word }: Texts<'word'>): Said => [
      `Expected a value in double quotes, found "${word}"`,
      `Write "${word}"`,
    ],
  },
  'config/invalid-yaml': ({ reason }: Because): Said => [
    `Expected YAML, found something else: ${because(reason)}; what is right of the file is used`,
    yamlRepair(reason),
  ],
  'config/invalid-toml':
    'Expected TOML, found something else; the settings of mdBook in this file are not used',
  'config/unused-mdbook': ({ keys }: Lists<'keys'>): Said => [
    `Nothing here does what these settings of mdBook ask for: ${keys.join(', ')}`,
    'Programs of others are not run on pages; a style sheet belongs into "styles" of a book.json',
  ],
  'config/duplicate-key': ({ key }: Texts<'key'>): Said => [
    `Expected each key once, found "${key}" again; the last one counts`,
    'Merge the two entries',
  ],
  'config/cannot-load': {
    module: ({ reason }: Because): Said =>
      `This configuration cannot be loaded: ${because(reason)}`,
    package: ({ reason }: Texts<'reason'>): Said => [
      `This configuration cannot be loaded: ${reason}`,
      'Install what the configuration requires, in the folder of the book',
    ],
    'no-folder': [
      'This configuration cannot be loaded: modules need a folder on disk',
      'Use book.json',
    ],
  },
  'config/not-run': {
    program: [
      'This configuration is a program, and programs of this book are not run; its settings are not used',
      'Write the settings into book.json, or leave out --no-code and --untrusted if you trust the author',
    ],
    scripts: [
      'The book adds scripts or elements to the head of its pages, and programs of this book are not run; they are left out',
      'Leave out --no-code and --untrusted if you trust the author',
    ],
  },
  'config/other-program': {
    'no-export': 'This program exports nothing, so it is no configuration; it is not run',
    'no-settings':
      'This program exports nothing that a configuration says, so it is none; the book is built without it',
  },
  'config/not-an-object': ({ found }: { readonly found: ValueKind }): Said => [
    `Expected the configuration to be an object, found ${kind(found)}`,
    typeof found !== 'string' && found.case === 'function'
      ? 'Export the object itself, not a function that returns it'
      : 'Write { "title": "…" }',
  ],
  'config/several-files': ({ file, used }: Texts<'file' | 'used'>): Said => [
    `Expected one configuration, found also "${file}"; "${used}" is used`,
    'Remove one of them',
  ],
  'config/wrong-type': ({ key, expected, found, better }: WrongType): Said => [
    `Expected "${key}" to be ${either(expected.map(kind))}, found ${kind(found)}`,
    better === undefined ? undefined : `Write ${better}`,
  ],
  'config/wrong-value': {
    choice: ({ key, names, found }: Near<'key' | 'found'> & Lists<'names'>): Said =>
      `Expected "${key}" to be ${either(names.map((name) => `"${name}"`))}, found ${found}`,
    range: ({
      key,
      least,
      most,
      found,
    }: Texts<'key' | 'found'> & Numbers<'least' | 'most'>): Said =>
      `Expected "${key}" to be a whole number from ${least} to ${most}, found ${found}`,
  },
  'config/unknown-key': ({
    key,
    better,
  }: Near<'key'> & { readonly better?: string | undefined }): Said => [
    `"${key}" is not a key of the configuration`,
    better === undefined ? USUAL_PLACES : `Write ${better}`,
  ],
  'config/invisible-character': ({ key, code }: Texts<'key' | 'code'>): Said => [
    `Expected the key "${key}", found it with an invisible character (${code}); so it is no key`,
    `Delete the line and type "${key}" anew: the sign came along when it was copied`,
  ],
  'config/unknown-language': ({
    written,
    meant,
  }: Texts<'written'> & { readonly meant: string | undefined }): Said => [
    `Expected the tag of a language, found "${written}", which is none`,
    meant === undefined
      ? 'Write a tag such as "en", "de" or "zh-Hans" (BCP 47)'
      : `Write "language": "${meant}"`,
  ],
  'config/empty': [
    'Expected an object with settings, found an empty file; all settings have their defaults',
    'Write { "title": "…" }, or delete the file',
  ],
  'config/misplaced-plugin-settings': ({ plugin, better }: Texts<'plugin' | 'better'>): Said => [
    `The settings of the plugin "${plugin}" do not stand where GitBook read them; they are used all the same`,
    `Write ${better}`,
  ],
  'config/root-outside': ({ root }: Texts<'root' | 'folder'>): Said => [
    `Expected "root" to be a folder inside the book, found "${root}"`,
    'Move the configuration up, beside that folder',
  ],
  'config/missing-root': ({ root, folder }: Texts<'root' | 'folder'>): Said => [
    `Expected "root" to be a folder with files of the book, found "${root}"; ${folder === '' ? 'the folder of the configuration' : `"${folder}"`} is read instead`,
    'Write the path as it is seen from the folder of the configuration',
  ],
} as const

interface WrongType extends Texts<'key'> {
  readonly expected: readonly ValueKind[]
  readonly found: ValueKind
  readonly better: string | undefined
}

function kind(value: ValueKind): string {
  return sayReason(kinds, value)
}

function shown(token: string): string {
  return token === '' ? 'the end of the file' : `"${token}"`
}

function either(options: readonly string[]): string {
  return options.length < 2
    ? options.join('')
    : `${options.slice(0, -1).join(', ')} or ${options.at(-1)}`
}
