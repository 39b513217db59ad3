// Wrong usage as data. The parser of the command line says what happened in English sentences of its own.
import { statSync } from 'node:fs'
import path from 'node:path'
import { closest } from '../core/suggest.ts'
import type { Failure } from '../messages/messages.ts'

/** What the parser of the command line found wrong. */
export interface UsageError {
  readonly code: string
  readonly message: string
}

const COMMANDS = ['build', 'serve', 'init', 'check', 'explain', 'mv', 'urls', 'epub', 'pdf']

/** Commands of GitBook and HonKit that handbook does not have. */
const OLD = ['install', 'parse', 'mobi'] as const

/** What a message of the parser says. */
interface ParserMessage {
  readonly command: string
  readonly cwd: string
  readonly first: string
  /** What stands in quotes. */
  readonly name: string
  readonly value: string
  /** The lines below. */
  readonly rest: readonly string[]
}

const BY_CODE: { readonly [code: string]: (told: ParserMessage) => Failure | undefined } = {
  unknownCommand: ({ name, cwd }) => unknownCommand(name, cwd),
  unknownOption: ({ name, command, rest }) => ({
    case: 'unknown-option',
    word: name,
    command,
    near: suggestionIn(rest),
  }),
  optionMissingArgument: ({ name, command }) => ({
    case: 'no-value',
    flag: longName(name),
    command,
  }),
  missingArgument: ({ name, command }) => ({ case: 'missing-argument', name, command }),
  excessArguments: ({ first, command }) => {
    const [most = 0, count = 0] = [...first.matchAll(/\d+/g)].map(Number)
    return { case: 'too-many-arguments', command, most, count }
  },
  invalidArgument: ({ name, value, first }) => {
    const expected = /is invalid\. (.*)$/s.exec(first)?.[1]
    return expected === undefined
      ? undefined
      : { case: 'invalid-value', value, flag: longName(name), expected }
  },
}

/** What is wrong with a command line. */
export function adviseUsage(error: UsageError, argv: readonly string[], cwd: string): Failure {
  if (error.code === UPDATE_WITHOUT_BASELINE) return { case: 'update-without-baseline' }
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n')
  const command = COMMANDS.find((word) => word === argv[0]) ?? ''
  const [name = '', value = ''] = [...first.matchAll(/'(.*?)'/g)].map(([, text = '']) => text)
  const told = { command, cwd, first, name, value, rest }
  const known = BY_CODE[error.code.replace(/^commander\./, '')]?.(told)
  const text = first.replaceAll("'", '"').replace(/\.$/, '')
  return known ?? { case: 'other', text, command }
}

/** The code of a usage error that the parser knows nothing of. */
export const UPDATE_WITHOUT_BASELINE = 'handbook.updateWithoutBaseline'

/** `--port` of `-p, --port <number>`. */
function longName(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags
}

function unknownCommand(word: string, cwd: string): Failure {
  const old = OLD.find((name) => name === word)
  if (old !== undefined) return { case: 'old-command', word: old }
  const near = closest(word, [...COMMANDS, 'help'])
  const isFolder = statSync(path.resolve(cwd, word), { throwIfNoEntry: false })?.isDirectory()
  return near === undefined && isFolder === true
    ? { case: 'folder-command', word }
    : { case: 'unknown-command', word, near }
}

function suggestionIn(lines: readonly string[]): string | undefined {
  return lines
    .map((line) => /Did you mean (?:one of )?([^,?]+)/.exec(line)?.[1])
    .find((found) => found !== undefined)
}
