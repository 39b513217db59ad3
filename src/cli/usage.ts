// Wrong usage in our words. The parser of the command line says what happened in English sentences of its own.
import { statSync } from 'node:fs'
import path from 'node:path'
import { closest } from '../core/suggest.ts'
import { legacyCommands } from './legacy.ts'

/** What the parser of the command line found wrong. */
export interface UsageError {
  readonly code: string
  readonly message: string
}

/** What was wrong and what to type instead. */
export interface Advice {
  readonly message: string
  readonly hint: string
}

const commands = ['build', 'serve', 'init', 'check', 'explain', 'mv', 'urls']

/** Says what is wrong with a command line. */
export function adviseUsage(error: UsageError, argv: readonly string[], cwd: string): Advice {
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n')
  const invalid = /^option '(.+?)' argument '(.*?)' is invalid\. (.*)$/s.exec(first)
  if (invalid !== null) {
    const [, flags = '', value = '', expected = ''] = invalid
    return { message: `"${value}" is no value for ${longName(flags)}`, hint: expected }
  }
  const missing = /^option '(.+?)' argument missing$/.exec(first)
  if (missing?.[1] !== undefined)
    return { message: `${longName(missing[1])} needs a value`, hint: helpHint(argv) }
  const message = capitalized(first.replaceAll("'", '"').replace(/\.$/, ''))
  return {
    message,
    hint: error.code === 'commander.unknownCommand' ? commandHint(argv, cwd) : flagHint(rest, argv),
  }
}

/** `--port` of `-p, --port <number>`. */
function longName(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function commandHint(argv: readonly string[], cwd: string): string {
  const word = argv.find((argument) => !argument.startsWith('-')) ?? ''
  const old = legacyCommands[word]
  if (old !== undefined) return old
  const near = closest(word, [...commands, 'help'])
  if (near !== undefined) return `Did you mean "${near}"?`
  if (statSync(path.resolve(cwd, word), { throwIfNoEntry: false })?.isDirectory() === true)
    return `\`handbook build ${word}\` builds the book in that folder`
  return 'The commands are build, serve, check, explain, mv and init; `handbook --help` explains them'
}

function flagHint(suggestions: readonly string[], argv: readonly string[]): string {
  const near = suggestions
    .map((line) => /Did you mean (?:one of )?(.+)\?/.exec(line)?.[1])
    .find((found) => found !== undefined)
  return near === undefined ? helpHint(argv) : `Did you mean ${near}?`
}

function helpHint(argv: readonly string[]): string {
  const [word = ''] = argv
  return `\`handbook ${commands.includes(word) ? `${word} ` : ''}--help\` lists what is possible`
}
