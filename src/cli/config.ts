// `handbook config`: what a book is told, and who told it; with `--write`, what plugins say as settings of its own.
import {
  type ExplainedPlugin,
  type ExplainedSetting,
  explainPlugins,
  explainSettings,
} from '../book/config-explained.ts'
import { type WrittenConfig, inheritConfig, readConfig } from '../book/config.ts'
import type { Book, Space } from '../core/book.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { JsonObject } from '../core/json.ts'
import type { FolderPrefix } from '../core/path.ts'
import { allowanceOf } from '../core/trust.ts'
import type { Files } from '../files/files.ts'
import { loadAllowed } from '../pipeline/load-allowed.ts'
import type { ReadConfigs, SpaceConfig } from './config-read.ts'
import { writeConfig } from './config-write.ts'
import { displayWidth, printable } from './display-width.ts'
import { exitCodes } from './failure.ts'
import { type Session, checkBookFolder, formatAll, printJson, printReport } from './session.ts'
import { createPaint } from './terminal.ts'

/** What `config` is asked to do beyond printing. */
export interface ConfigFlags {
  readonly write: boolean
  readonly dryRun: boolean
}

/** `handbook config`. Gives the exit code. */
export async function configCommand(session: Session, flags: ConfigFlags): Promise<number> {
  const wrongFolder = checkBookFolder(session)
  if (wrongFolder !== undefined) return refuse(session, [wrongFolder])
  const { diskFiles } = await import('../files/disk.ts')
  const files = diskFiles(session.bookDir)
  const allowance = allowanceOf(session.flags.trust ?? 'full')
  const { value: book, diagnostics } = await loadAllowed(files, allowance)
  const top = (await readConfig(files, '' as FolderPrefix, allowance.code)).value
  const aboutConfig = diagnostics.filter(({ code }) => /^(?:config|plugins)\//.test(code))
  if (book === undefined || top === undefined) return refuse(session, diagnostics, files)
  const configs = { book, files, top, spaces: await spacesOf(book, files, top, allowance.code) }
  if (flags.write || flags.dryRun) return writeConfig(session, configs, flags.dryRun)
  if (session.flags.format === 'json') printAsJson(session, configs, aboutConfig)
  else {
    printConfig(session, configs)
    printReport(session, aboutConfig, files)
  }
  return exitCodes.fine
}

function refuse(session: Session, diagnostics: readonly Diagnostic[], files?: Files): number {
  if (session.flags.format === 'json') printJson(session, { ok: false, diagnostics })
  else printReport(session, diagnostics, files)
  return exitCodes.problems
}

async function spacesOf(
  book: Book,
  files: Files,
  top: WrittenConfig,
  runsCode: boolean,
): Promise<readonly SpaceConfig[]> {
  if (!book.multilingual) return []
  return Promise.all(
    book.spaces.map(async (space) => {
      const own = (await readConfig(files, space.root, runsCode)).value
      const child = own ?? { raw: {}, checked: {}, locate: top.locate }
      return { space, written: inheritConfig(top, child) }
    }),
  )
}

/** What files of a book say of it that its configuration does not. */
function foundIn(written: WrittenConfig, space: Space | undefined): JsonObject {
  if (space === undefined) return {}
  const { dialect, config } = space
  return {
    ...(written.checked['language'] === undefined && config.language !== undefined
      ? { language: config.language }
      : {}),
    ...(written.checked['dialect'] === undefined ? { dialect } : {}),
  }
}

/** The settings of the whole book, then what differs in each language. */
function explained({ book, top, spaces }: ReadConfigs): {
  readonly settings: readonly ExplainedSetting[]
  readonly bySpace: readonly {
    readonly id: string
    readonly settings: readonly ExplainedSetting[]
  }[]
} {
  const [first] = book.spaces
  const isAlike = book.spaces.every(({ dialect }) => dialect === first?.dialect)
  const { language, ...common } = foundIn(top, isAlike ? first : undefined)
  const isOne = spaces.length === 0 && language !== undefined
  const settings = explainSettings(top, isOne ? { language, ...common } : common)
  const known = new Map(settings.map(({ key, value }) => [key, JSON.stringify(value)]))
  const bySpace = spaces.map(({ space, written }) => ({
    id: space.id,
    settings: explainSettings(written, foundIn(written, space)).filter(
      ({ key, value }) => known.get(key) !== JSON.stringify(value),
    ),
  }))
  return { settings, bySpace }
}

function printAsJson(
  session: Session,
  configs: ReadConfigs,
  diagnostics: readonly Diagnostic[],
): void {
  const { settings, bySpace } = explained(configs)
  const told = {
    version: 1,
    ok: true,
    ...(configs.top.file === undefined ? {} : { file: configs.top.file }),
    settings,
    ...(bySpace.length === 0 ? {} : { spaces: bySpace }),
    plugins: explainPlugins(configs.top),
    diagnostics: formatAll(session, diagnostics),
  }
  session.terminal.out.write(`${JSON.stringify(told)}\n`)
}

function printConfig(session: Session, configs: ReadConfigs): void {
  const { terminal, words } = session
  const { settings, bySpace } = explained(configs)
  const paint = createPaint(terminal.out, terminal.env)
  const title = (text: string): string => `\n${paint(['bold'], text)}\n`
  const lines = [
    ...settingLines(session, settings),
    ...bySpace
      .filter((one) => one.settings.length > 0)
      .flatMap((one) => [title(one.id), ...settingLines(session, one.settings)]),
  ]
  const plugins = explainPlugins(configs.top)
  if (plugins.length > 0) lines.push(title(words.config.plugins), ...pluginLines(session, plugins))
  terminal.out.write(lines.join('').replace(/^\n/, ''))
}

function settingLines(session: Session, settings: readonly ExplainedSetting[]): readonly string[] {
  const { words, flags } = session
  const shown = flags.verbose ? settings : settings.filter(({ from }) => from !== 'default')
  const rows = shown.map((one) => [
    one.key,
    clipped(JSON.stringify(one.value)),
    originOf(one, session),
  ])
  const rest = settings.length - shown.length
  const aside =
    rest === 0 ? [] : [`${rows.length === 0 ? '' : '\n'}${words.config.defaults(rest)}\n`]
  return [...table(rows), ...aside]
}

function originOf({ from, at, plugin = '' }: ExplainedSetting, { words }: Session): string {
  const place = at === undefined ? '' : `${at.file}${at.start ? `:${at.start.line}` : ''}`
  if (from === 'written') return place
  if (from === 'plugin') return `${words.config.from.plugin(plugin)}, ${place}`
  return words.config.from[from]
}

function pluginLines({ words }: Session, plugins: readonly ExplainedPlugin[]): readonly string[] {
  const { treatment: is, reason: because, option: unread } = words.plugins
  return table(
    plugins.flatMap(({ name, treatment, reason, options }) => [
      [
        treatment === 'off' ? `-${name}` : name,
        is[treatment] + (reason === undefined ? '' : ` (${because[reason]})`),
      ],
      ...options.map(({ option, becomes, reason: why }) => [
        `  ${option}`,
        becomes === undefined ? unread[why ?? 'unknown'] : words.config.becomes(becomes),
      ]),
    ]),
  )
}

const MOST = 60

function clipped(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text
}

/** Rows whose cells stand below each other. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const shown = rows.map((row) => row.map(printable))
  const widths = (shown[0] ?? []).map((_, at) =>
    Math.max(...shown.map((row) => displayWidth(row[at] ?? ''))),
  )
  return shown.map((row) => {
    const cells = row.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - displayWidth(cell)))
    return `${cells.join('  ').trimEnd()}\n`
  })
}
