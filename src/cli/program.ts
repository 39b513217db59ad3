// The only door to commander: commands, flags and help. What a command does is in a file of its own, loaded when it
// is called, so that `--help` and `--version` answer at once.
import { Command, CommanderError, type HelpConfiguration } from 'commander'
import { loadMessages } from '../messages/languages.ts'
import type { Help } from '../messages/messages.ts'
import { version } from '../version.ts'
import { displayWidth } from './display-width.ts'
import { exitCodes, explainFailure, printFailure } from './failure.ts'
import { localeOf } from './locale.ts'
import { asksVersion } from './asks-version.ts'
import { addCommands } from './program-commands.ts'
import { argumentsOf, examples } from './program-kit.ts'
import { type Console, type Terminal, widthOf } from './terminal.ts'
import { type KnownCommands, type Typed, adviseUsage } from './usage.ts'
import { wrapLine } from './wrap.ts'

/** Runs the command line and gives the exit code. Never throws. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const words = asksVersion(argv) ? ['--version'] : [...argv]
  const speaking = { ...terminal, messages: await loadMessages(localeOf(terminal.env)) }
  const result = { exitCode: 0 }
  const program = createProgram(speaking)
  addCommands({
    program,
    terminal: speaking,
    finish: (exitCode) => {
      result.exitCode = exitCode
    },
  })
  try {
    await program.parseAsync(words, { from: 'user' })
    return result.exitCode
  } catch (error) {
    if (error instanceof CommanderError)
      return explainUsage(error, speaking, { argv: words, commands: commandsOf(program) })
    return explainCrash(error, words.includes('--debug'), speaking)
  }
}

function createProgram({ out, err, messages: { help } }: Console): Command {
  return new Command('handbook')
    .description(help.program)
    .version(version, '-V, --version', help.version)
    .helpOption('-h, --help', help.help)
    .helpCommand(`help [${help.names.command}]`, help.helpCommand)
    .configureHelp(helpStyle(help))
    .configureOutput({
      writeOut: (text) => out.write(text),
      writeErr: (text) => err.write(text),
      outputError: () => {},
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getOutHelpWidth: () => widthOf(out) ?? 80,
      getErrHelpWidth: () => widthOf(err) ?? 80,
    })
    .exitOverride()
    .addHelpText(
      'after',
      examples(help, 'handbook init my-book', 'handbook serve my-book', 'handbook build'),
    )
}

/** Commander's help in the words of a language. */
function helpStyle(help: Help): HelpConfiguration {
  const titles: { readonly [title: string]: string } = {
    'Usage:': help.usage,
    'Arguments:': help.arguments,
    'Options:': help.options,
    'Commands:': help.commands,
  }
  const withDefault = (description: string, value: unknown): string =>
    description + (value === undefined ? '' : help.default(JSON.stringify(value)))
  return {
    displayWidth,
    boxWrap: (text, width) =>
      text
        .split('\n')
        .flatMap((line) => wrapLine(line, width))
        .join('\n'),
    formatItem: (term, termWidth, description, { helpWidth = 80 }) =>
      helpItem(term, description, { termWidth, helpWidth }),
    styleTitle: (title) => titles[title] ?? title,
    subcommandTerm: (command) => `${command.name()} ${argumentsOf(command)}`,
    commandUsage: (command) =>
      command.parent === null
        ? `handbook ${help.command} ${help.flags}`
        : `handbook ${command.name()} ${argumentsOf(command)} ${help.flags}`,
    visibleArguments: ({ registeredArguments }) =>
      registeredArguments.filter(({ description }) => description !== ''),
    argumentDescription: ({ description, defaultValue }) => withDefault(description, defaultValue),
    optionDescription: ({ description, defaultValue, required }) =>
      withDefault(description, required ? defaultValue : undefined),
  }
}

/** A term and what it means: beside it, or below it where the terminal is narrow. */
function helpItem(
  term: string,
  description: string,
  { termWidth, helpWidth }: { readonly termWidth: number; readonly helpWidth: number },
): string {
  const isNarrow = helpWidth - termWidth < 30
  const margin = ' '.repeat(isNarrow ? 6 : termWidth + 4)
  const lines = wrapLine(description, Math.max(20, helpWidth - margin.length)).join(`\n${margin}`)
  if (isNarrow) return `  ${term}${description === '' ? '' : `\n${margin}${lines}`}`
  return `  ${term}${' '.repeat(termWidth + 2 - displayWidth(term))}${lines}`.trimEnd()
}

/** A mistyped command or flag, or help that was asked for. */
function explainUsage(
  error: CommanderError,
  terminal: Console,
  typed: Pick<Typed, 'argv' | 'commands'>,
): number {
  if (error.exitCode === 0) return exitCodes.fine
  // No command was named: the help is the answer, and it has been printed.
  if (error.code === 'commander.help' && typed.argv.length === 0) return exitCodes.usage
  printFailure(adviseUsage(error, { ...typed, cwd: terminal.cwd }), terminal)
  return exitCodes.usage
}

/** The commands and what their flags are called. */
function commandsOf(program: Command): KnownCommands {
  return new Map(
    program.commands.map((command) => [
      command.name(),
      command.options.flatMap(({ short, long }) =>
        [short, long].filter((one) => one !== undefined),
      ),
    ]),
  )
}

function explainCrash(error: unknown, isDebug: boolean, terminal: Console): number {
  const { failure, exitCode, stack } = explainFailure(error, isDebug)
  if (stack !== undefined) terminal.err.write(`${stack}\n`)
  printFailure(failure, terminal)
  return exitCode
}
