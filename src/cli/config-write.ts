// `handbook config --write`: what plugins say becomes settings of book.json, and what does not is written down.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { explainPlugins } from '../book/config-explained.ts'
import { type Addition, addSettings, differences, rewriteConfig } from '../book/config-rewrite.ts'
import { dialectOf } from '../book/dialect.ts'
import { unifiedDiff } from '../check/diff.ts'
import { displayPath } from '../files/host-path.ts'
import { exitCodes } from './failure.ts'
import type { ReadConfigs } from './config-read.ts'
import { replaceFile } from './replace-file.ts'
import { type Session } from './session.ts'

/** Where what was not taken over is written down. */
const REPORT = '.handbook-config.md'

interface Change {
  readonly file: string
  readonly before: string
  readonly after: string
}

/** Rewrites the files of a configuration, or shows how. Gives the exit code. */
export function writeConfig(session: Session, configs: ReadConfigs, dryRun: boolean): number {
  const { terminal, words } = session
  const { file } = configs.top
  if (file === undefined || !file.endsWith('.json')) {
    const why = file === undefined ? words.config.noFile : words.config.notJson(file)
    terminal.err.write(`${why}\n`)
    return exitCodes.problems
  }
  const { changes, settings } = changesOf(session, configs, file)
  const report = reportOf(session, configs)
  const name = displayPath(path.join(session.bookDir, file), terminal.cwd)
  if (changes.length === 0) {
    if (!session.flags.quiet) terminal.err.write(`${words.config.nothing(name)}\n`)
    return exitCodes.fine
  }
  for (const { file: changed, before, after } of changes)
    terminal.out.write(unifiedDiff(changed, before, after))
  if (dryRun) return exitCodes.fine
  for (const { file: changed, after } of changes)
    replaceFile(path.join(session.bookDir, changed), after)
  if (!session.flags.quiet) terminal.err.write(`${words.config.written(name, settings)}\n`)
  if (report.length === 0) return exitCodes.fine
  replaceFile(path.join(session.bookDir, REPORT), `${report.join('\n')}\n`)
  const shown = displayPath(path.join(session.bookDir, REPORT), terminal.cwd)
  if (!session.flags.quiet) terminal.err.write(`${words.config.report(shown, report.length)}\n`)
  return exitCodes.fine
}

function changesOf(
  session: Session,
  configs: ReadConfigs,
  file: string,
): { readonly changes: readonly Change[]; readonly settings: number } {
  const { top, spaces } = configs
  const before = readText(session, file)
  const main = rewriteConfig(before, top, [...redirects(configs), ...dialect(configs)])
  const others = spaces.map(({ space, written }) => {
    const own = `${space.root}book.json`
    const text = readText(session, own)
    const added = differences(top, written, space.config.language)
    const raw = written.file === own ? written.raw : {}
    return { change: { file: own, before: text, after: addSettings(text, raw, added) }, added }
  })
  const all = [{ file, before, after: main.text }, ...others.map(({ change }) => change)]
  return {
    changes: all.filter((one) => one.before !== one.after),
    settings: others.reduce((sum, { added }) => sum + added.length, main.settings.length),
  }
}

/** The list that bulk-redirect read from a file of its own. */
function redirects({ top: { raw, checked } }: ReadConfigs): readonly Addition[] {
  const value = checked['redirects']
  return raw['redirects'] === undefined && value !== undefined ? [{ key: 'redirects', value }] : []
}

/** A list of plugins tells that a book was written for GitBook 3. */
function dialect({ book, files }: ReadConfigs): readonly Addition[] {
  const [space] = book.spaces
  if (space === undefined || book.config.dialect !== undefined) return []
  const { root, summaryFile } = space
  const without = dialectOf({ files, config: { ...space.config, plugins: [] }, root, summaryFile })
  return without === space.dialect ? [] : [{ key: 'dialect', value: space.dialect }]
}

/** A line for each plugin and each option that did not become a setting. */
function reportOf({ words }: Session, { top }: ReadConfigs): readonly string[] {
  const { treatment: is, reason: because, option: unread } = words.plugins
  return explainPlugins(top).flatMap(({ name, treatment, reason, options }) => {
    const why = reason === undefined ? '' : ` (${because[reason]})`
    const isLeft = ['ignored', 'unsupported', 'unknown'].includes(treatment)
    return [
      ...(isLeft ? [`- \`${name}\`: ${is[treatment]}${why}`] : []),
      ...options.flatMap(({ option, reason: without }) =>
        without === undefined ? [] : [`- \`${name}.${option}\`: ${unread[without]}`],
      ),
    ]
  })
}

function readText(session: Session, file: string): string {
  const place = path.join(session.bookDir, file)
  return existsSync(place) ? readFileSync(place, 'utf8') : '{}\n'
}
