// What the commands of the command line are made of.
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Diagnostic } from '../core/diagnostic.ts'
import { switchOf } from '../core/switch.ts'
import type { Trust } from '../core/trust.ts'
import type { Help } from '../messages/messages.ts'
import { problem } from '../messages/problem.ts'
import { legacyFlags } from './legacy.ts'
import { type CommonFlags, type Session, createSession } from './session.ts'
import type { Console } from './terminal.ts'

/** Where commands belong, and what they speak to. */
export interface CommandKit {
  readonly program: Command
  readonly terminal: Console
  readonly finish: (exitCode: number) => void
}

/** A command. Commander gives output and exit settings only to commands that it makes itself. */
export function newCommand(
  { program, terminal }: CommandKit,
  name: string,
  about: string,
): Command {
  const command = program
    .createCommand(name)
    .copyInheritedSettings(program)
    .helpOption('-h, --help', terminal.messages.help.help)
    .description(about)
  program.addCommand(command)
  return command
}

/** The same, for the book in a folder. */
export function bookCommand(kit: CommandKit, name: string, about: string): Command {
  const { names, common } = kit.terminal.messages.help
  return newCommand(kit, name, about).argument(`[${names.book}]`, common.book, '.')
}

/** `[book] [output]`; an argument without description is for old scripts only. */
export function argumentsOf(command: Command): string {
  return command.registeredArguments
    .filter(({ description }) => description !== '')
    .map((argument) => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`))
    .join(' ')
}

/** What stands below the flags. */
export function examples(help: Help, ...lines: readonly string[]): string {
  return `\n${help.examples}\n${lines.map((line) => `  ${line}\n`).join('')}`
}

/** What most commands report in. */
export const FORMATS = { formats: ['human', 'json'], standard: 'human' } as const

/** Flags that most commands share. */
export function addCommonFlags<Format extends string>(
  command: Command,
  { terminal: { messages } }: CommandKit,
  { formats, standard }: { readonly formats: readonly Format[]; readonly standard: Format },
): Command {
  const { common, names, expected } = messages.help
  const parse = (text: string): Format => {
    // What GitBook calls the format of its output.
    const found = formats.find((name) => name === (text === 'website' ? 'human' : text))
    if (found !== undefined) return found
    throw new InvalidArgumentError(expected.oneOf(formats))
  }
  command
    .option('--strict', common.strict)
    .addOption(
      new Option(`--format <${names.format}>`, common.format(formats))
        .default(standard)
        .argParser(parse),
    )
    .option('-q, --quiet', common.quiet)
    .option('-v, --verbose', common.verbose)
    .option('--debug', common.debug)
  // A flag of old scripts may be one of this command.
  const own = command.options.map(({ long }) => long)
  for (const { flags } of legacyFlags) {
    const option = new Option(flags).hideHelp()
    if (!own.includes(option.long)) command.addOption(option)
  }
  return command
}

/** Flags about the author of a book. */
interface TrustFlags {
  /** False with `--no-code`. */
  readonly code?: boolean
  readonly untrusted?: boolean
}

/** Adds the flags that say how far the author of the book is trusted. */
export function addTrustFlags(command: Command, { terminal: { messages } }: CommandKit): Command {
  const { noCode, untrusted } = messages.help.common
  return command.option('--no-code', noCode).option('--untrusted', untrusted)
}

/** What the flags say, or the environment; the one that trusts less counts. */
function trustOf({ code, untrusted }: TrustFlags, env: Console['env']): Trust {
  if (untrusted === true || isSwitchedOn(env['HANDBOOK_UNTRUSTED'])) return 'none'
  return code === false ? 'no-code' : 'full'
}

/** Whatever is no clear "no" is a "yes". */
function isSwitchedOn(value = ''): boolean {
  return !['', '0'].includes(value.trim()) && switchOf(value) !== false
}

/** A run of a command; `ignored` are arguments of old scripts. */
export function sessionOf(
  command: Command,
  { terminal }: CommandKit,
  book: string,
  ignored: readonly string[] = [],
): Session {
  const written = command.opts<Partial<CommonFlags> & TrustFlags>()
  const { strict, format, quiet, verbose, cache, jobs } = written
  const flags = {
    strict: strict === true,
    format: format ?? 'human',
    quiet: quiet === true,
    verbose: verbose === true,
    cache: cache !== false,
    trust: trustOf(written, terminal.env),
    ...(jobs !== undefined && { jobs }),
  }
  return createSession(terminal, flags, book, notesOf(command, ignored))
}

function notesOf(command: Command, ignored: readonly string[]): readonly Diagnostic[] {
  const written = legacyFlags.filter(({ attribute, shown }) => {
    const isNegation = shown.startsWith('--no-')
    const isLegacy = command.options.some(
      (option) => option.attributeName() === attribute && option.hidden,
    )
    return (
      isLegacy &&
      command.getOptionValueSource(attribute) === 'cli' &&
      (command.getOptionValue(attribute) === false) === isNegation
    )
  })
  const flags = [...written.map(({ shown }) => shown), ...ignored]
  return flags.length === 0 ? [] : [problem('cli/ignored-flag', undefined, { flags })]
}
