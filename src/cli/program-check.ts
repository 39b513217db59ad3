// `check`, `explain`, `mv` and `urls` on the command line.
import { type Command, InvalidArgumentError, Option } from 'commander'
import { CHECK_FORMATS, type CheckFlags, type CheckFormat, defaultFormat } from './check-flags.ts'
import type { CommonFlags, Session } from './session.ts'
import type { Terminal } from './terminal.ts'

/** What commands are made of in program.ts. */
export interface CommandKit {
  readonly terminal: Terminal
  readonly finish: (exitCode: number) => void
  /** A command with our way of printing. */
  readonly create: (name: string) => Command
  readonly examples: (...lines: readonly string[]) => string
  readonly addCommonFlags: (command: Command, format: Option) => Command
  readonly sessionOf: (command: Command, book: string, format: CommonFlags['format']) => Session
}

/** `handbook check` */
export function checkCommandLine(kit: CommandKit): Command {
  const { terminal, create, examples, addCommonFlags, sessionOf, finish } = kit
  const command = create('check')
    .description('Look for everything that is wrong with a book.')
    .argument('[book]', 'folder of the book', '.')
    .option('--max-warnings <number>', 'fail if there are more warnings', parseCount)
    .option('--baseline <file>', 'report only what is not in this list of known problems')
    .option('--update-baseline', 'write what is found now to the baseline')
    .option('--fix', 'mend what is certain, and print what changed')
    .option('--dry-run', 'print what --fix would change, and change nothing')
    .option('--external', 'also ask whether the links to other sites work')
    .option('--cache <file>', 'where --external keeps its answers')
    .option('--no-cache', 'read every page, whatever earlier commands know of it')
    .addHelpText(
      'after',
      examples(
        'handbook check',
        'handbook check --fix --dry-run',
        'handbook check docs --format sarif > handbook.sarif',
        'handbook check --baseline .handbook-baseline.json --max-warnings 0',
      ),
    )
  const format = new Option('--format <format>', `how to report: ${CHECK_FORMATS.join(', ')}`)
    .default(defaultFormat(terminal.env))
    .argParser(parseFormat)
  return addCommonFlags(command, format).action(async (book: string) => {
    const { checkCommand } = await import('./check.ts')
    const flags = flagsOf(command)
    const session = sessionOf(command, book, flags.format === 'human' ? 'human' : 'json')
    finish(await checkCommand(session, flags))
  })
}

function flagsOf(command: Command): CheckFlags {
  const written = command.opts<Partial<CheckFlags>>()
  const { baseline, updateBaseline, maxWarnings, fix, dryRun, external, cache } = written
  if (updateBaseline === true && baseline === undefined)
    throw new InvalidArgumentError('--update-baseline needs --baseline <file>')
  return {
    format: written.format ?? 'human',
    ...(baseline === undefined ? {} : { baseline }),
    ...(maxWarnings === undefined ? {} : { maxWarnings }),
    ...(typeof cache === 'string' ? { cache } : {}),
    updateBaseline: updateBaseline === true,
    fix: fix === true,
    dryRun: dryRun === true,
    external: external === true,
  }
}

/** `handbook explain` */
export function explainCommandLine({ terminal, create, examples, finish }: CommandKit): Command {
  return create('explain')
    .description('Say what the code of a problem means, or list all codes.')
    .argument('[code]', 'the code in brackets, such as links/missing-anchor')
    .addHelpText('after', examples('handbook explain links/missing-anchor', 'handbook explain'))
    .action(async (code: string | undefined) => {
      const { explainCommand } = await import('./explain.ts')
      finish(explainCommand(terminal, code))
    })
}

/** `handbook mv` */
export function mvCommandLine(kit: CommandKit): Command {
  const { create, examples, sessionOf, finish } = kit
  const command = create('mv')
    .description('Move a page, a file or a folder, or rename a heading, with every link to it.')
    .argument('<old>', 'what to move; page.md#anchor is a heading')
    .argument('<new>', 'its new name, or a folder to move it into; text or #anchor of a heading')
    .option('--book <folder>', 'folder of the book', '.')
    .option('--dry-run', 'print what would change, and change nothing')
    .option('-q, --quiet', 'print nothing but errors and what changes')
    .addHelpText(
      'after',
      examples(
        'handbook mv install.md guide/install.md',
        'handbook mv old-topic new-topic --dry-run',
        "handbook mv guide/install.md#setup 'First steps'",
        "handbook mv guide/install.md#first-steps '#begin'",
      ),
    )
  return command.action(async (from: string, to: string) => {
    const { mvCommand } = await import('./mv.ts')
    const { book, dryRun } = command.opts<{ book: string; dryRun?: boolean }>()
    finish(await mvCommand(sessionOf(command, book, 'human'), [from, to], dryRun === true))
  })
}

/** `handbook urls` */
export function urlsCommandLine(kit: CommandKit): Command {
  const { create, examples, sessionOf, finish } = kit
  const command = create('urls')
    .description('List every address of a book, and keep the list that readers may rely on.')
    .argument('[book]', 'folder of the book', '.')
    .option('--lock', 'write the list to .handbook-urls, which check compares with the book')
    .option('--forget [addresses...]', 'give addresses up; without any, all that have vanished')
    .option('-q, --quiet', 'print nothing but errors and the list')
    .addHelpText(
      'after',
      examples(
        'handbook urls',
        'handbook urls --lock',
        'handbook urls my-book --forget guide/old.html guide/install.html#setup',
      ),
    )
  return command.action(async (book: string) => {
    const { urlsCommand } = await import('./urls.ts')
    const { lock, forget } = command.opts<{ lock?: boolean; forget?: true | string[] }>()
    const flags = {
      lock: lock === true,
      forget: forget === true ? 'vanished' : (forget ?? []),
    } as const
    finish(await urlsCommand(sessionOf(command, book, 'human'), flags))
  })
}

function parseCount(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It is a number such as 0')
}

function parseFormat(text: string): CheckFormat {
  const found = CHECK_FORMATS.find((name) => name === text)
  if (found !== undefined) return found
  throw new InvalidArgumentError(`It is one of ${CHECK_FORMATS.join(', ')}`)
}
