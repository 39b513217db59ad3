// Wrong usage, and failures of the world around: one sentence, and what to do.
import type { Lists, Near, Numbers, Said, Texts } from '../said.ts'
import { type Because, because } from './reasons.ts'

type OldCommand = 'install' | 'parse' | 'mobi'

/** Commands of GitBook and HonKit that handbook does not have, with what to do instead. */
const old: { readonly [word in OldCommand]: string } = {
  install: 'Plugins need no installation: leave this command out',
  parse: '`handbook check` shows every problem of a book',
  mobi: '`handbook epub` makes an EPUB: shops and devices that read MOBI take it today',
}

/** Why a command did nothing. */
export const failures = {
  'old-command': ({ word }: { readonly word: OldCommand }): Said => [
    `Unknown command "${word}"`,
    old[word],
  ],
  'folder-command': ({ word }: Texts<'word'>): Said => [
    `Unknown command "${word}"`,
    `\`handbook build ${word}\` builds the book in that folder`,
  ],
  'unknown-command': ({ word, commands }: Near<'word'> & Lists<'commands'>): Said => [
    `Unknown command "${word}"`,
    `The commands are ${commands.join(', ')}; \`handbook --help\` explains them`,
  ],
  'option-before-command': ({ word, line }: Texts<'word' | 'line'>): Said => [
    `The option "${word}" belongs behind its command`,
    `\`handbook ${line}\``,
  ],
  'unknown-option': ({ word, command }: Usage & Near<'word'>): Said => [
    `Unknown option "${word}"`,
    usage(command),
  ],
  'invalid-value': ({ value, flag, expected }: Texts<'value' | 'flag' | 'expected'>): Said => [
    `"${value}" is no value for ${flag}`,
    expected,
  ],
  'no-value': ({ flag, command }: Usage & Texts<'flag'>): Said => [
    `${flag} needs a value`,
    usage(command),
  ],
  'missing-argument': ({ name, command }: Usage & Texts<'name'>): Said => [
    `Missing required argument "${name}"`,
    usage(command),
  ],
  'too-many-arguments': ({ command, most, count }: Usage & Numbers<'most' | 'count'>): Said => [
    `Too many arguments for "${command}". Expected ${most} argument${most === 1 ? '' : 's'} but got ${count}`,
    usage(command),
  ],
  'update-without-baseline': [
    '--update-baseline needs --baseline <file>',
    '`handbook check --help` lists what is possible',
  ],
  /** What the parser of the command line says and has no entry here. */
  other: ({ text, command }: Usage & Texts<'text'>): Said => [text, usage(command)],
  'unknown-code': ({ code, codes }: Texts<'code'> & Lists<'codes'>): Said => [
    `There is no code "${code}"`,
    codes.length === 0 ? '`handbook explain` lists all codes' : `Did you mean ${codes.join(', ')}?`,
  ],
  'port-taken': ({ host, port, strict }: Listening): Said => [
    `Cannot listen on port ${port} of ${host}: it is already in use`,
    `Choose another port with --port${strict ? ', or leave out --strict-port' : ''}`,
  ],
  'cannot-listen': ({ host, port, reason }: Listening & Because): Said => [
    `Cannot listen on port ${port} of ${host}: ${because(reason)}`,
    `Is "${host}" an address of this computer, and may you use that port? Try it without --host and --port`,
  ],
  'not-installed': ({ name }: Texts<'name'>): Said => [
    `PDFs are set by the package ${name}, which is not installed`,
    `\`npm install ${name}\` installs it`,
  ],
  system: ({ file, reason }: Because & { readonly file: string | undefined }): Said =>
    file === undefined
      ? capitalized(because(reason))
      : `Cannot read or write "${file}": ${because(reason)}`,
  bug: [
    'handbook stopped unexpectedly',
    'This is a mistake in handbook, not in your book. Please report it with the lines above and what you did',
  ],
} as const

interface Usage {
  /** '' for the program itself. */
  readonly command: string
}

interface Listening extends Texts<'host'> {
  readonly port: number
  readonly strict: boolean
}

function usage(command: string): string {
  return `\`handbook ${command === '' ? '' : `${command} `}--help\` lists what is possible`
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
