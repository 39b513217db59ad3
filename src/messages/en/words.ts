// What commands say around the problems of a book.

/** A number with its noun: `2 pages`. */
function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}

/** Those that say something, in brackets. */
function aside(parts: readonly (string | false)[]): string {
  const said = parts.filter((part) => part !== false)
  return said.length === 0 ? '' : ` (${said.join(', ')})`
}

/** The first names of a list that may be long. */
function some(names: readonly string[]): string {
  return names.length > 3
    ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
    : names.join(', ')
}

/** How much is wrong, and in how many files. */
interface Tally {
  readonly errors: number
  readonly warnings: number
  readonly files: number
}

/** An ebook that was made. */
interface EbookNumbers {
  readonly output: string
  readonly chapters: number
  readonly kilobytes: number
  readonly seconds: number
}

/** What a build did. */
interface BuildNumbers {
  readonly pages: number
  readonly written: number
  readonly unchanged: number
  readonly removed: number
  readonly seconds: string
  readonly output: string
}

/** What a check found. */
interface CheckNumbers {
  readonly pages: number
  readonly seconds: string
  readonly remarks: number
  readonly excepted: number
  readonly known: number
}

/** What became of the list of addresses. */
interface ListNumbers {
  readonly pages: number
  readonly anchors: number
  readonly added: number
  readonly forgotten: number
  /** Of the list, and nobody answers. */
  readonly vanished: number
}

/** What a build of `serve` did. */
interface ServeNumbers {
  readonly changes: readonly string[]
  readonly rendered: number
  readonly pages: number
  readonly ms: number
}

/** What commands say. */
export const words = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  hint: 'hint',
  see: 'see',
  more: (count: number, places: readonly string[]): string => {
    const first =
      places.length === 0 ? '' : ` (${places.join(', ')}${count > places.length ? ' …' : ''})`
    return `and ${count} more like this${first}; -v shows them all`
  },
  /** How often something is said, behind the first place of it. */
  times: (count: number): string => `(1 of ${count})`,
  /** Behind lines that are all that is said. */
  inFull: '-v shows every place and what to do about it, and so does `handbook check`',
  elsewhere: (count: number, places: readonly string[]): string =>
    `the same ${count === 1 ? 'at another place' : `at ${count} other places`}: ${places.join(', ')}${count > places.length ? ' …' : ''}`,
  tally: ({ errors, warnings, files }: Tally): string => {
    const parts = [
      ...(errors > 0 ? [plural(errors, 'error')] : []),
      ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
    ]
    return parts.join(' and ') + (files > 0 ? ` in ${plural(files, 'file')}` : '')
  },
  build: {
    progress: (done: number, total: number): string => `Rendering page ${done} of ${total}`,
    done: ({ pages, written, unchanged, removed, seconds, output }: BuildNumbers): string =>
      `${plural(pages, 'page')}, ${plural(written, 'file')} written${aside([
        unchanged > 0 && `${unchanged} unchanged`,
        removed > 0 && `${removed} removed`,
      ])} to ${output} in ${seconds} s`,
    /** Without a folder there is no older site. */
    nothing: (keptIn: string | undefined, isStrict: boolean): string =>
      `Nothing was written${isStrict ? ', because --strict allows no warnings' : ''}${
        keptIn === undefined ? '' : `; ${keptIn} is as it was`
      }`,
  },
  /** What becomes of plugins. */
  plugins: {
    treatment: {
      'built-in': 'built in',
      always: 'always on',
      setting: 'its options are settings',
      ignored: 'ignored',
      unsupported: 'not supported',
      unknown: 'unknown',
      off: 'turned off',
    },
    /** After a treatment. */
    reason: {
      'own-theme': 'handbook has a theme of its own',
      'nothing-left': 'nothing is left to do for it',
      'own-typography': 'browsers set the type of this language by themselves',
      'empty-package': 'the package does nothing',
      'other-site': 'it loads a script of another site; "scripts" can, where you want it',
      counter: 'it tells another site what people read',
      advertising: 'it shows advertisements of another site',
      program: 'it is a program for the browser, and packages of plugins are not run',
      compiler: 'it compiled style sheets; "styles" takes CSS and Less',
      java: 'it needs Java; the source of its drawings is shown',
      ebooks: 'making a PDF takes long; "downloads" offers one when you ask for it',
      'published-secret':
        'it put a client secret into every page: revoke that secret; comments by Giscus need none',
      secret: 'what a page on the web holds is no secret; a server can ask for a password',
    },
    /** Why an option is not read. */
    option: {
      'own-look': 'the theme has a look of its own for it',
      'own-way': 'handbook does it in its own way',
      always: 'always so',
      'other-site': 'it would ask another site',
      'service-gone': 'the service that it asked is gone',
      unknown: 'no such option is known',
    },
  },
  /** What `config` says. */
  config: {
    from: {
      default: 'default',
      found: 'told by the files of the book',
      plugin: (name: string): string => `plugin ${name}`,
    },
    defaults: (count: number): string =>
      `${plural(count, 'more setting')} ${count === 1 ? 'has its default' : 'have their defaults'}; -v shows them`,
    plugins: 'Plugins',
    becomes: (setting: string): string => `becomes ${setting}`,
    nothing: (file: string): string => `${file} lists no plugin that handbook could take over`,
    noFile: 'There is no book.json in this folder',
    notJson: (file: string): string =>
      `The configuration is ${file}, a program; only book.json can be rewritten`,
    written: (file: string, settings: number): string =>
      `${file}: ${plural(settings, 'setting')} taken over from plugins`,
    report: (file: string, count: number): string =>
      `${file}: ${plural(count, 'remark')} about what was not taken over`,
  },
  ebook: {
    done: ({ output, chapters, kilobytes, seconds }: EbookNumbers): string =>
      `${output}: ${plural(chapters, 'chapter')}, ${kilobytes} kB, in ${seconds} s`,
  },
  check: {
    fine: ({ pages, seconds }: CheckNumbers): string =>
      `${plural(pages, 'page')} checked in ${seconds} s: nothing is wrong`,
    /** After the line above, or after the tally. */
    aside: ({ remarks, excepted, known }: CheckNumbers): string =>
      aside([
        remarks > 0 && plural(remarks, 'remark'),
        excepted > 0 && plural(excepted, 'exception'),
        known > 0 && `${known} in the baseline`,
      ]),
    /** `isOnly`: all that was found has this code. */
    explain: (code: string, isOnly: boolean): string =>
      isOnly
        ? `\`handbook explain ${code}\` says more about it`
        : `\`handbook explain\` says more about each code: \`handbook explain ${code}\``,
    fixable: (count: number): string =>
      `\`handbook check --fix\` can mend ${count === 1 ? 'one' : count} of them; add --dry-run to see how`,
    tooManyWarnings: (found: number, allowed: number): string =>
      `Expected at most ${plural(allowed, 'warning')} (--max-warnings), found ${found}`,
    baselineWritten: (file: string, count: number): string =>
      `${plural(count, 'problem')} written to ${file}`,
    baselineGone: (file: string, count: number): string =>
      `${plural(count, 'problem')} of ${file} ${count === 1 ? 'is' : 'are'} gone: --update-baseline takes ${count === 1 ? 'it' : 'them'} out`,
    fixed: (count: number, files: number): string =>
      `${plural(count, 'problem')} mended in ${plural(files, 'file')}`,
    wouldFix: (count: number, files: number): string =>
      `${plural(count, 'problem')} would be mended in ${plural(files, 'file')}; nothing was written`,
    nothingToFix: 'Nothing can be mended without you',
    changed: (paths: readonly string[]): string =>
      paths.length === 0 ? 'Checking again' : `${some(paths)} changed`,
    deadLinks: (count: number): string =>
      `${plural(count, 'dead link')} ${count === 1 ? 'fails' : 'fail'} a check in a workflow; --allow-dead-links lets ${count === 1 ? 'it' : 'them'} pass`,
    asking: (done: number, total: number): string => `Asking for address ${done} of ${total}`,
  },
  move: {
    done: (files: number, edited: number): string =>
      files === 0
        ? `${plural(edited, 'file')} changed`
        : `${plural(files, 'file')} moved, ${edited} changed`,
    wouldBe: (files: number, edited: number): string =>
      files === 0
        ? `${plural(edited, 'file')} would be changed; nothing was written`
        : `${plural(files, 'file')} would be moved and ${edited} changed; nothing was written`,
  },
  addressesLocked: (file: string, list: ListNumbers): string =>
    `${file}: ${plural(list.pages, 'page')} with ${plural(list.anchors, 'anchor')}${aside([
      list.added > 0 && `${list.added} new`,
      list.forgotten > 0 && `${list.forgotten} given up`,
      list.vanished > 0 && `${list.vanished} vanished and kept; --forget gives them up`,
    ])}`,
  serve: {
    local: 'Serving on',
    network: '       and',
    stop: 'Press Ctrl-C to stop',
    /** Behind the line above, where somebody can press a key. */
    keys: ', w to see again what is wrong',
    nothingWrong: 'Nothing is wrong',
    otherPort: (wanted: number, port: number): string =>
      `Port ${wanted} is in use, so this is ${port}`,
    notOpened: (url: string): string => `No browser could be opened; open ${url} yourself`,
    built: ({ changes, rendered, pages, ms }: ServeNumbers): string =>
      changes.length === 0
        ? `${plural(pages, 'page')} built in ${ms} ms`
        : `${some(changes)} changed: ${rendered} of ${plural(pages, 'page')} rendered in ${ms} ms`,
    /** Nothing new is served because of errors; without changes it was the first build. */
    failed: (changes: readonly string[]): string =>
      changes.length === 0
        ? 'Nothing can be shown yet: mend the errors, and the book appears'
        : `${some(changes)} changed; because of the errors the pages stay as they were`,
  },
  /** On pages that `serve` shows by itself, or on top of a page. */
  page: {
    errors: 'This book has errors',
    appears: 'It appears here as soon as they are mended.',
    behind:
      'Below is the page as it last was without them. Mend them and save: this message goes away by itself.',
    close: 'Close (Esc)',
    notFound: 'Not found',
    toBook: 'To the book',
    unreadable: 'This address cannot be read.',
    refused: (host: string): string =>
      `This server does not answer to the name "${host}".\nIt answers to localhost, to the name and addresses of this computer, and to the name given with --host:\notherwise any web site could read the book through your browser (DNS rebinding).\n`,
  },
  init: {
    greeting: (folder: string): string =>
      `A new book in the folder "${folder}": Enter takes the answer in brackets.`,
    title: 'Title',
    languages: 'Language, or several with commas',
    repository: 'Address of the repository',
    none: 'none',
    workflow: (host: string): string => `Publish to ${host} Pages with a workflow?`,
    yes: 'Y/n',
    /** After an answer that makes no sense. */
    expected: {
      title: 'Expected a title of 1 to 200 characters on one line',
      languages: 'Expected languages such as "en" or "en, zh-hans", each once',
      repository: 'Expected an address such as https://github.com/owner/name, or "none"',
      'yes-or-no': 'Expected "y" or "n"',
    },
    meant: (expected: string, question: string): string => `${expected}. ${question}`,
    stopped: 'Nothing was written',
    created: 'created',
    nothing: 'Nothing to create: every file that SUMMARY names is there',
    next: 'Next:',
    edit: 'add chapters to SUMMARY, and run this command again to create their files',
    serve: 'see the book while you write it',
    build: 'make the site',
    install: 'keeps handbook beside the book, for you and for the workflow',
    publish: {
      GitHub: 'a push to GitHub publishes, once "GitHub Actions" is chosen under Settings, Pages',
      GitLab: 'a push to GitLab publishes the default branch to GitLab Pages',
    },
    /** The program came from an archive that is not on the web. */
    archive: (file: string): string =>
      `handbook came from a file of this machine; commit its copy, ${file}, and the book builds everywhere`,
    /** The program runs from a checkout. */
    folder: (name: string): string =>
      `handbook is in a folder of this machine, so no host can install it: before you push, run \`npm run archive\` there and \`npm install --save-dev\` with the ${name} archive that it makes, copied into the folder .handbook of the book`,
    noWorkflow:
      'no workflow was written; the manual tells under Publishing how to publish the book',
  },
  /** Titles of the files with which a book begins, in the language of the book. */
  skeleton: { introduction: 'Introduction', summary: 'Summary' },
} as const
