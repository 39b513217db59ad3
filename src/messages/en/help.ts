// What `--help` says.

/** What `--help` says. */
export const help = {
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  commands: 'Commands:',
  examples: 'Examples:',
  default: (value: string): string => ` (default: ${value})`,
  command: '<command>',
  flags: '[options]',
  /** How arguments and values are called. */
  names: {
    book: 'book',
    output: 'output',
    code: 'code',
    old: 'old',
    new: 'new',
    command: 'command',
    number: 'number',
    address: 'address',
    addresses: 'addresses',
    format: 'format',
    file: 'file',
    folder: 'folder',
    text: 'text',
    list: 'list',
  },
  program: 'Makes a website of a book: Markdown files and a SUMMARY.md, as GitBook has them.',
  version: 'print the version',
  help: 'print this help',
  helpCommand: 'print the help of a command',
  /** Flags that several commands have. */
  common: {
    strict: 'treat warnings as errors',
    format: (names: readonly string[]): string => `how to report: ${names.join(', ')}`,
    quiet: 'print nothing but errors',
    verbose: 'show every problem, however many there are',
    debug: 'show where in the program a failure happened',
    cache: 'render every page, whatever earlier commands know of it',
    book: 'folder of the book',
  },
  build: {
    about: 'Build the site of a book.',
    output: 'folder for the site (default: "_book" inside the book)',
  },
  serve: {
    about: 'Show a book in the browser and keep it up to date while you write.',
    port: 'port to listen on; the next free one if it is taken',
    strictPort: 'fail if the port is taken',
    host: 'address to listen on; 0.0.0.0 lets other devices in',
    open: 'open the book in the default browser',
  },
  init: {
    about:
      'Begin a book, or create the files that its SUMMARY names. Existing files are never changed.',
    yes: 'ask nothing and take the defaults',
    title: 'title of a new book',
    languages: 'its languages, such as en or en,zh-hans',
    repository: 'its repository, or "none"',
    workflow: 'write no workflow that publishes the book',
  },
  check: {
    about: 'Look for everything that is wrong with a book.',
    maxWarnings: 'fail if there are more warnings',
    baseline: 'report only what is not in this list of known problems',
    updateBaseline: 'write what is found now to the baseline',
    fix: 'mend what is certain, and print what changed',
    dryRun: 'print what --fix would change, and change nothing',
    external: 'also ask whether the links to other sites work',
    cache: 'where --external keeps its answers',
    noCache: 'read every page, whatever earlier commands know of it',
  },
  explain: {
    about: 'Say what the code of a problem means, or list all codes.',
    code: 'the code in brackets, such as links/missing-anchor',
  },
  mv: {
    about: 'Move a page, a file or a folder, or rename a heading, with every link to it.',
    old: 'what to move; page.md#anchor is a heading',
    new: 'its new name, or a folder to move it into; text or #anchor of a heading',
    dryRun: 'print what would change, and change nothing',
    quiet: 'print nothing but errors and what changes',
    heading: 'First steps',
  },
  urls: {
    about: 'List every address of a book, and keep the list that readers may rely on.',
    lock: 'write the list to .handbook-urls, which check compares with the book',
    forget: 'give addresses up; without any, all that have vanished',
    quiet: 'print nothing but errors and the list',
  },
  /** What a flag takes, after a value that it does not. */
  expected: {
    port: 'A port is a number from 0 to 65535',
    count: 'It is a number such as 0',
    oneOf: (names: readonly string[]): string => `It is one of ${names.join(', ')}`,
  },
} as const
