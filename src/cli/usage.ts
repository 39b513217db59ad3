// Wrong usage as data. The parser of the command line says what happened in English sentences of its own.
import { statSync } from 'node:fs'
import path from 'node:path'
import { closest } from '../core/suggest.ts'
import type { Failure } from '../messages/messages.ts'
import { shellWord } from '../messages/said.ts'

/** What the parser of the command line found wrong. */
export interface UsageError {
  readonly code: string
  readonly message: string
}

/** Commands of GitBook and HonKit that handbook does not have. */
const OLD = ['install', 'parse', 'mobi'] as const

/** Commands with their flags: what somebody may have meant. */
export type KnownCommands = ReadonlyMap<string, readonly string[]>

/** What was typed, and where. */
export interface Typed {
  readonly argv: readonly string[]
  readonly cwd: string
  readonly commands: KnownCommands
}

/** What a message of the parser says. */
interface ParserMessage extends Typed {
  readonly command: string
  readonly first: string
  /** What stands in quotes. */
  readonly name: string
  readonly value: string
  /** The lines below. */
  readonly rest: readonly string[]
}

const BY_CODE: { readonly [code: string]: (told: ParserMessage) => Failure | undefined } = {
  // No command was named, and the help was the answer; or help of a command that does not exist was asked for.
  help: ({ argv, ...typed }) =>
    argv[0] === 'help' && argv[1] !== undefined
      ? unknownCommand(argv[1], { argv, ...typed })
      : undefined,
  unknownCommand: (typed) => unknownCommand(typed.name, typed),
  unknownOption: (typed) =>
    optionBeforeCommand(typed) ?? {
      case: 'unknown-option',
      word: typed.name,
      command: typed.command,
      near: suggestionIn(typed.rest),
    },
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
export function adviseUsage(error: UsageError, typed: Typed): Failure {
  if (error.code === UPDATE_WITHOUT_BASELINE) return { case: 'update-without-baseline' }
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n')
  const [word = ''] = typed.argv
  const command = typed.commands.has(word) ? word : ''
  const [name = '', value = ''] = [...first.matchAll(/'(.*?)'/g)].map(([, text = '']) => text)
  const told = { ...typed, command, first, name, value, rest }
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

/** `handbook --strict build`: the flag of a command in front of it. */
function optionBeforeCommand({ name, argv, commands }: ParserMessage): Failure | undefined {
  const at = argv.findIndex((word) => commands.has(word))
  const command = argv[at] ?? ''
  if (at < 1 || commands.get(command)?.includes(name) !== true) return undefined
  const line = [command, ...argv.slice(0, at), ...argv.slice(at + 1)].map(shellWord).join(' ')
  return { case: 'option-before-command', word: name, line }
}

function unknownCommand(word: string, { cwd, commands }: Typed): Failure {
  const old = OLD.find((name) => name === word)
  if (old !== undefined) return { case: 'old-command', word: old }
  const names = [...commands.keys()]
  const near = closest(word, [...names, 'help'])
  const isFolder = statSync(path.resolve(cwd, word), { throwIfNoEntry: false })?.isDirectory()
  return near === undefined && isFolder === true
    ? { case: 'folder-command', word }
    : { case: 'unknown-command', word, near, commands: names }
}

function suggestionIn(lines: readonly string[]): string | undefined {
  return lines
    .map((line) => /Did you mean (?:one of )?([^,?]+)/.exec(line)?.[1])
    .find((found) => found !== undefined)
}
