// Every command with its arguments and flags, and the file that does its work.
import { Argument, type Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { Help } from '../messages/messages.ts'
import { CHECK_FORMATS, type CheckFlags, defaultFormat } from './check-flags.ts'
import { EDITOR_NAMES, editorAddress } from './editors.ts'
import {
  type InitFlags,
  type ParsedAnswer,
  readLanguages,
  refusal,
  readRepository,
  readTitle,
} from './init-answers.ts'
import {
  type CommandKit,
  FORMATS,
  addCommonFlags,
  addTrustFlags,
  bookCommand,
  examples,
  newCommand,
  sessionOf,
} from './program-kit.ts'
import { addConfig } from './program-config.ts'
import { addEpub, addPdf } from './program-ebooks.ts'
import type { ServeFlags } from './serve.ts'
import { UPDATE_WITHOUT_BASELINE } from './usage.ts'

/** Adds all commands, in the order of the help. */
export function addCommands(kit: CommandKit): void {
  for (const add of [
    addBuild,
    addServe,
    addInit,
    addCheck,
    addConfig,
    addExplain,
    addMove,
    addUrls,
    addEpub,
    addPdf,
  ])
    add(kit, kit.terminal.messages.help)
}

/** Reads a number that is not below the least. */
function countFrom(least: number, { expected }: Help): (text: string) => number {
  return (text) => {
    if (/^\d+$/.test(text) && Number(text) >= least) return Number(text)
    throw new InvalidArgumentError(expected.count(least))
  }
}

function addBuild(kit: CommandKit, help: Help): void {
  const command = bookCommand(kit, 'build', help.build.about)
    .argument(`[${help.names.output}]`, help.build.output)
    .option('--no-cache', help.common.cache)
    .option(`--jobs <${help.names.number}>`, help.build.jobs, countFrom(1, help))
  addTrustFlags(command, kit)
  addCommonFlags(command, kit, FORMATS)
    .addHelpText(
      'after',
      examples(
        help,
        'handbook build',
        'handbook build docs public',
        'handbook build --strict --format json',
      ),
    )
    .action(async (book: string, output: string | undefined) => {
      const { buildCommand } = await import('./build.ts')
      kit.finish(await buildCommand(sessionOf(command, kit, book), output))
    })
}

/** Flags that nobody wrote are undefined. */
type ServedOptions = Pick<ServeFlags, 'port' | 'host'> & Partial<ServeFlags>

function addServe(kit: CommandKit, help: Help): void {
  const { names, serve, expected } = help
  const parsePort = (text: string): number => {
    const port = Number(text)
    if (/^\d+$/.test(text) && port <= 65_535) return port
    throw new InvalidArgumentError(expected.port)
  }
  const command = bookCommand(kit, 'serve', serve.about)
    .addArgument(new Argument(`[${names.output}]`))
    .option(`-p, --port <${names.number}>`, serve.port, parsePort, 4000)
    .option('--strict-port', serve.strictPort)
    .option(`--host <${names.address}>`, serve.host, 'localhost')
    .option('--open', serve.open)
    .option(`--editor <${names.name}>`, serve.editor(EDITOR_NAMES))
    .option('--no-cache', help.common.cache)
  addTrustFlags(command, kit)
  addCommonFlags(command, kit, FORMATS)
    .addHelpText(
      'after',
      examples(
        help,
        'handbook serve',
        'handbook serve docs --open',
        'handbook serve --host 0.0.0.0 --port 8080',
      ),
    )
    .action(async (book: string, output: string | undefined) => {
      const { serveCommand } = await import('./serve.ts')
      const { port, strictPort, host, open, editor } = command.opts<ServedOptions>()
      const wanted = editor ?? kit.terminal.env['HANDBOOK_EDITOR'] ?? 'vscode'
      const address = editorAddress(wanted)
      const session = sessionOf(command, kit, book, output === undefined ? [] : [output])
      const flags = {
        port,
        host,
        strictPort: strictPort === true,
        open: open === true,
        ...(address === undefined ? {} : { editor: address }),
      }
      kit.finish(await serveCommand(session, flags))
    })
}

function addInit(kit: CommandKit, help: Help): void {
  const { names, init } = help
  const parser =
    <T>(read: (text: string) => ParsedAnswer<T>) =>
    (text: string): T => {
      const reading = read(text)
      if ('value' in reading) return reading.value
      throw new InvalidArgumentError(refusal(reading, kit.terminal.messages))
    }
  const command = bookCommand(kit, 'init', init.about)
    .option('-y, --yes', init.yes)
    .option(`--title <${names.text}>`, init.title, parser(readTitle))
    .option(`--languages <${names.list}>`, init.languages, parser(readLanguages))
    .addOption(new Option('--language <tag>').argParser(parser(readLanguages)).hideHelp())
    .option(`--repository <${names.address}>`, init.repository, parser(readRepository))
    .option('--no-workflow', init.workflow)
  addCommonFlags(command, kit, FORMATS)
    .addHelpText(
      'after',
      examples(
        help,
        'handbook init my-book',
        'handbook init my-book --yes --title "My book" --languages en,zh-hans',
        'handbook init',
      ),
    )
    .action(async (book: string) => {
      const { initCommand } = await import('./init.ts')
      kit.finish(await initCommand(sessionOf(command, kit, book), initFlagsOf(command)))
    })
}

function initFlagsOf(command: Command): InitFlags {
  const written = command.opts<Partial<InitFlags> & { language?: readonly string[] }>()
  const { title, repository, language, languages = language } = written
  return {
    ...(title === undefined ? {} : { title }),
    ...(languages === undefined ? {} : { languages }),
    ...(repository === undefined ? {} : { repository }),
    ...(written.workflow === false ? { workflow: false } : {}),
    yes: written.yes === true,
  }
}

function addCheck(kit: CommandKit, help: Help): void {
  const { names, check } = help
  const command = bookCommand(kit, 'check', check.about)
    .option(`--max-warnings <${names.number}>`, check.maxWarnings, countFrom(0, help))
    .option(`--baseline <${names.file}>`, check.baseline)
    .option('--update-baseline', check.updateBaseline)
    .option('--fix', check.fix)
    .option('--dry-run', check.dryRun)
    .option('--external', check.external)
    .option(`--cache <${names.file}>`, check.cache)
    .option('--no-cache', check.noCache)
    .option('--watch', check.watch)
    .option('--allow-dead-links', check.allowDeadLinks)
  const formats = { formats: CHECK_FORMATS, standard: defaultFormat(kit.terminal.env) }
  addTrustFlags(command, kit)
  addCommonFlags(command, kit, formats)
    .addHelpText(
      'after',
      examples(
        help,
        'handbook check',
        'handbook check --fix --dry-run',
        'handbook check docs --format sarif > handbook.sarif',
        'handbook check --baseline .handbook-baseline.json --max-warnings 0',
      ),
    )
    .action(async (book: string) => {
      const { checkCommand } = await import('./check.ts')
      const flags = checkFlagsOf(command)
      const session = sessionOf(command, kit, book)
      // What is not for people is for programs.
      const format = flags.format === 'human' ? 'human' : 'json'
      const told = { ...session, flags: { ...session.flags, format } } as const
      kit.finish(await checkCommand(told, flags))
    })
}

function checkFlagsOf(command: Command): CheckFlags {
  const written = command.opts<Partial<CheckFlags>>()
  const { baseline, updateBaseline, maxWarnings, fix, dryRun, external, cache } = written
  const { watch, allowDeadLinks } = written
  if (updateBaseline === true && baseline === undefined)
    throw new CommanderError(2, UPDATE_WITHOUT_BASELINE, '')
  return {
    format: written.format ?? 'human',
    ...(baseline === undefined ? {} : { baseline }),
    ...(maxWarnings === undefined ? {} : { maxWarnings }),
    ...(typeof cache === 'string' ? { cache } : {}),
    updateBaseline: updateBaseline === true,
    fix: fix === true,
    dryRun: dryRun === true,
    external: external === true,
    watch: watch === true,
    allowDeadLinks: allowDeadLinks === true,
  }
}

function addExplain(kit: CommandKit, help: Help): void {
  newCommand(kit, 'explain', help.explain.about)
    .argument(`[${help.names.code}]`, help.explain.code)
    .addHelpText(
      'after',
      examples(help, 'handbook explain links/missing-anchor', 'handbook explain'),
    )
    .action(async (code: string | undefined) => {
      const { explainCommand } = await import('./explain.ts')
      kit.finish(explainCommand(kit.terminal, code))
    })
}

function addMove(kit: CommandKit, help: Help): void {
  const { names, mv, common } = help
  const command = newCommand(kit, 'mv', mv.about)
    .argument(`<${names.old}>`, mv.old)
    .argument(`<${names.new}>`, mv.new)
    .option(`--book <${names.folder}>`, common.book, '.')
    .option('--dry-run', mv.dryRun)
    .option('-q, --quiet', mv.quiet)
    .addHelpText(
      'after',
      examples(
        help,
        'handbook mv install.md guide/install.md',
        'handbook mv old-topic new-topic --dry-run',
        `handbook mv guide/install.md#setup '${mv.heading}'`,
        "handbook mv guide/install.md#first-steps '#begin'",
      ),
    )
    .action(async (from: string, to: string) => {
      const { mvCommand } = await import('./mv.ts')
      const { book, dryRun } = command.opts<{ book: string; dryRun?: boolean }>()
      kit.finish(await mvCommand(sessionOf(command, kit, book), [from, to], dryRun === true))
    })
}

function addUrls(kit: CommandKit, help: Help): void {
  const { names, urls } = help
  const forget = new Option(`--forget [${names.addresses}...]`, urls.forget)
  // Commander looks for an ASCII letter before the dots.
  forget.variadic = true
  const command = bookCommand(kit, 'urls', urls.about)
    .option('--lock', urls.lock)
    .addOption(forget)
    .option('-q, --quiet', urls.quiet)
    .addHelpText(
      'after',
      examples(
        help,
        'handbook urls',
        'handbook urls --lock',
        'handbook urls my-book --forget guide/old.html guide/install.html#setup',
      ),
    )
    .action(async (book: string) => {
      const { urlsCommand } = await import('./urls.ts')
      const written = command.opts<{ lock?: boolean; forget?: true | string[] }>()
      const flags = {
        lock: written.lock === true,
        forget: written.forget === true ? 'vanished' : (written.forget ?? []),
      } as const
      kit.finish(await urlsCommand(sessionOf(command, kit, book), flags))
    })
}
