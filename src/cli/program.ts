// The only door to commander: commands, flags and help. What a command does is in a file of its own, loaded when it
// is called, so that `--help` and `--version` answer at once.
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { Diagnostic } from '../core/diagnostic.ts'
import { problem } from '../messages/problem.ts'
import { version } from '../version.ts'
import { exitCodes, explainFailure } from './failure.ts'
import { legacyFlags } from './legacy.ts'
import {
  type CommandKit,
  checkCommandLine,
  explainCommandLine,
  mvCommandLine,
  urlsCommandLine,
} from './program-check.ts'
import { addInitFlags, initFlagsOf } from './program-init.ts'
import type { ServeFlags } from './serve.ts'
import { type CommonFlags, type Session, createSession } from './session.ts'
import { type Terminal, createPaint } from './terminal.ts'
import { adviseUsage } from './usage.ts'
import { wordsFor } from './words.ts'

/** Runs the command line and gives the exit code. Never throws. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  // `-v` is a flag of the commands; alone it means what it means everywhere else.
  const words = argv.length === 1 && argv[0] === '-v' ? ['--version'] : [...argv]
  const result = { exitCode: 0 }
  const program = createProgram(terminal, (exitCode) => {
    result.exitCode = exitCode
  })
  try {
    await program.parseAsync(words, { from: 'user' })
    return result.exitCode
  } catch (error) {
    if (error instanceof CommanderError) return explainUsage(error, words, terminal)
    return explainCrash(error, words.includes('--debug'), terminal)
  }
}

type Finish = (exitCode: number) => void

function createProgram(terminal: Terminal, finish: Finish): Command {
  const program = new Command('handbook')
    .description('Makes a website of a book: Markdown files and a SUMMARY.md, as GitBook has them.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp({
      subcommandTerm: (cmd) => `${cmd.name()} ${argumentsOf(cmd)}`,
      commandUsage: (cmd) => commandUsage(cmd),
      visibleArguments: (cmd) =>
        cmd.registeredArguments.filter(({ description }) => description !== ''),
    })
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.err.write(text),
      outputError: () => {},
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .addHelpText(
      'after',
      examples('handbook init my-book', 'handbook serve my-book', 'handbook build'),
    )
  program.addCommand(buildCommandLine(program, terminal, finish))
  program.addCommand(serveCommandLine(program, terminal, finish))
  program.addCommand(initCommandLine(program, terminal, finish))
  const kit = commandKit(program, terminal, finish)
  program.addCommand(checkCommandLine(kit))
  program.addCommand(explainCommandLine(kit))
  program.addCommand(mvCommandLine(kit))
  program.addCommand(urlsCommandLine(kit))
  return program
}

function commandKit(program: Command, terminal: Terminal, finish: Finish): CommandKit {
  return {
    terminal,
    finish,
    create: (name) => newCommand(program, name),
    examples,
    addCommonFlags,
    sessionOf: (command, book, format) => ({
      ...sessionOf(command, terminal, book),
      flags: { ...sessionOf(command, terminal, book).flags, format },
    }),
  }
}

const NO_CACHE = ['--no-cache', 'render every page, whatever earlier commands know of it'] as const

function buildCommandLine(program: Command, terminal: Terminal, finish: Finish): Command {
  const command = newCommand(program, 'build')
    .description('Build the site of a book.')
    .argument('[book]', 'folder of the book', '.')
    .argument('[output]', 'folder for the site (default: "_book" inside the book)')
    .addHelpText(
      'after',
      examples(
        'handbook build',
        'handbook build docs public',
        'handbook build --strict --format json',
      ),
    )
    .option(...NO_CACHE)
  return addCommonFlags(command).action(async (book: string, output: string | undefined) => {
    const { buildCommand } = await import('./build.ts')
    finish(await buildCommand(sessionOf(command, terminal, book), output))
  })
}

function serveCommandLine(program: Command, terminal: Terminal, finish: Finish): Command {
  const command = newCommand(program, 'serve')
    .description('Show a book in the browser and keep it up to date while you write.')
    .argument('[book]', 'folder of the book', '.')
    .addArgument(new Argument('[output]'))
    .option(
      '-p, --port <number>',
      'port to listen on; the next free one if it is taken',
      parsePort,
      4000,
    )
    .option('--strict-port', 'fail if the port is taken')
    .option('--host <address>', 'address to listen on; 0.0.0.0 lets other devices in', 'localhost')
    .option('--open', 'open the book in the default browser')
    .option(...NO_CACHE)
    .addHelpText(
      'after',
      examples(
        'handbook serve',
        'handbook serve docs --open',
        'handbook serve --host 0.0.0.0 --port 8080',
      ),
    )
  return addCommonFlags(command).action(async (book: string, output: string | undefined) => {
    const { serveCommand } = await import('./serve.ts')
    const { port, strictPort, host, open } = command.opts<Partial<ServeFlags>>()
    const session = sessionOf(command, terminal, book, output === undefined ? [] : [output])
    const flags = {
      port: port ?? 4000,
      strictPort: strictPort === true,
      host: host ?? 'localhost',
      open: open === true,
    }
    finish(await serveCommand(session, flags))
  })
}

function initCommandLine(program: Command, terminal: Terminal, finish: Finish): Command {
  const command = newCommand(program, 'init')
    .description(
      'Begin a book, or create the files that its SUMMARY names. Existing files are never changed.',
    )
    .argument('[book]', 'folder of the book', '.')
    .addHelpText(
      'after',
      examples(
        'handbook init my-book',
        'handbook init my-book --yes --title "My book" --languages en,zh-hans',
        'handbook init',
      ),
    )
  return addCommonFlags(addInitFlags(command)).action(async (book: string) => {
    const { initCommand } = await import('./init.ts')
    finish(await initCommand(sessionOf(command, terminal, book), initFlagsOf(command)))
  })
}

/** Commander gives output and exit settings only to commands that it makes itself. */
function newCommand(program: Command, name: string): Command {
  return program
    .createCommand(name)
    .copyInheritedSettings(program)
    .helpOption('-h, --help', 'print this help')
}

/** `[book] [output]`; an argument without description is for old scripts only. */
function argumentsOf(command: Command): string {
  return command.registeredArguments
    .filter(({ description }) => description !== '')
    .map((argument) => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`))
    .join(' ')
}

function commandUsage(command: Command): string {
  return command.parent === null
    ? 'handbook <command> [options]'
    : `handbook ${command.name()} ${argumentsOf(command)} [options]`
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`
}

function addCommonFlags(command: Command, format = reportFormat()): Command {
  command
    .option('--strict', 'treat warnings as errors')
    .addOption(format)
    .option('-q, --quiet', 'print nothing but errors')
    .option('-v, --verbose', 'show every problem, however many there are')
    .option('--debug', 'show where in the program a failure happened')
  for (const { flags } of legacyFlags) command.addOption(new Option(flags).hideHelp())
  return command
}

function reportFormat(): Option {
  return new Option('--format <format>', 'how to report: human or json')
    .default('human')
    .argParser(parseFormat)
}

function parsePort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('A port is a number from 0 to 65535')
}

function parseFormat(text: string): CommonFlags['format'] {
  if (text === 'json') return 'json'
  // What GitBook calls the format of its output.
  if (text === 'human' || text === 'website') return 'human'
  throw new InvalidArgumentError('It is "human" or "json"')
}

function sessionOf(
  command: Command,
  terminal: Terminal,
  book: string,
  ignored: readonly string[] = [],
): Session {
  const { strict, format, quiet, verbose, cache } = command.opts<Partial<CommonFlags>>()
  const flags = {
    strict: strict === true,
    format: format ?? 'human',
    quiet: quiet === true,
    verbose: verbose === true,
    cache: cache !== false,
  }
  return createSession(terminal, flags, book, notesOf(command, ignored))
}

function notesOf(command: Command, ignored: readonly string[]): readonly Diagnostic[] {
  const flags = legacyFlags.filter(({ attribute, shown }) => {
    const isNegation = shown.startsWith('--no-')
    return (
      command.getOptionValueSource(attribute) === 'cli' &&
      (command.getOptionValue(attribute) === false) === isNegation
    )
  })
  const names = [...flags.map(({ shown }) => shown), ...ignored]
  return names.length === 0 ? [] : [problem('cli/ignored-flag', undefined, { flags: names })]
}

/** A mistyped command or flag, or help that was asked for. */
function explainUsage(error: CommanderError, argv: readonly string[], terminal: Terminal): number {
  if (error.exitCode === 0) return exitCodes.fine
  // No command was named: the help is the answer, and it has been printed.
  if (error.code === 'commander.help') return exitCodes.usage
  printError(adviseUsage(error, argv, terminal.cwd), terminal)
  return exitCodes.usage
}

function explainCrash(error: unknown, isDebug: boolean, terminal: Terminal): number {
  const failure = explainFailure(error, isDebug)
  if (failure.stack !== undefined) terminal.err.write(`${failure.stack}\n`)
  printError(failure, terminal)
  return failure.exitCode
}

function printError(
  { message, hint }: { readonly message: string; readonly hint: string | undefined },
  terminal: Terminal,
): void {
  const words = wordsFor(terminal.env)
  const paint = createPaint(terminal.err, terminal.env)
  const head = `${paint(['red', 'bold'], words.severity.error)}: ${paint(['bold'], words.sentence(message))}\n`
  const note =
    hint === undefined ? '' : `  ${paint(['blue'], '=')} ${words.hint}: ${words.sentence(hint)}\n`
  terminal.err.write(head + note)
}
