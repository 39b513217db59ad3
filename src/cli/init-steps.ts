// What to do after `handbook init`.
import type { BookPath } from '../core/path.ts'
import { displayPath } from '../files/host-path.ts'
import type { Words } from '../messages/messages.ts'
import { quoted } from '../messages/said.ts'
import { displayWidth } from './display-width.ts'
import { type InitAnswers, hostOf } from './init-answers.ts'
import { WORKFLOWS, dependency } from './init-book.ts'
import { npxName, programPackage } from './program-source.ts'
import { type Session } from './session.ts'
import { widthOf } from './terminal.ts'
import { wrapLine } from './wrap.ts'

/** What `init` made. */
interface Made {
  readonly paths: readonly BookPath[]
  /** What a new book was made of. */
  readonly answers?: InitAnswers
}

/** The commands that come next, and what a host still needs. */
export function nextSteps(session: Session, { paths, answers }: Made): string {
  const { words, bookDir, terminal } = session
  const book = displayPath(bookDir, terminal.cwd)
  const argument = book === '.' ? '' : ` ${quoted(book)}`
  const steps: readonly (readonly [step: string, meaning: string])[] = [
    ...(answers === undefined ? [] : [installStep(session, paths, argument)]),
    [command(session, paths, argument, 'serve'), words.init.serve],
    [command(session, paths, argument, 'build'), words.init.build],
  ]
  const width = Math.max(...steps.map(([step]) => displayWidth(step)))
  const pad = (step: string): string => step + ' '.repeat(width - displayWidth(step) + 4)
  const line = (text: string): string =>
    `  ${wrapLine(text, Math.max(20, (widthOf(terminal.out) ?? Infinity) - 2)).join('\n  ')}`
  return [
    '',
    words.init.next,
    line(words.init.edit),
    ...steps.map(([step, meaning]) => `  ${pad(step)}${meaning}`),
    ...(answers === undefined
      ? []
      : [...publishingStep(paths, answers, words.init), ...sourceSteps(paths, words.init)].map(
          line,
        )),
    '',
  ].join('\n')
}

/**
 * What `npx` ran is gone afterwards, or is no command outside of the folder that it is installed in: then the scripts of the
 * new package.json are what works, or `npx` again.
 */
function command(
  { terminal }: Session,
  paths: readonly BookPath[],
  argument: string,
  name: 'serve' | 'build',
): string {
  if (terminal.env['npm_command'] !== 'exec') return `handbook ${name}${argument}`
  if (!paths.some((created) => created === 'package.json'))
    return `npx ${npxName(terminal.cwd)} ${name}${argument}`
  const folder = argument === '' ? '' : ` --prefix${argument}`
  return name === 'serve' ? `npm start${folder}` : `npm run build${folder}`
}

/** The package.json of a new book names handbook; one that was there already does not yet. */
function installStep(
  session: Session,
  paths: readonly BookPath[],
  argument: string,
): readonly [step: string, meaning: string] {
  const { name, source } = programPackage()
  const isNamed = paths.some((created) => created === 'package.json')
  const from = dependency(source, session)
  const what = 'spec' in source && source.kind === 'version' ? `${name}@${from}` : from
  const step = `npm install${isNamed ? '' : ` --save-dev --save-exact ${what}`}`
  return [argument === '' ? step : `${step} --prefix${argument}`, session.words.init.install]
}

/** What is left to do before hosts can install the program. */
function sourceSteps(paths: readonly BookPath[], words: Words['init']): readonly string[] {
  const { name, source } = programPackage()
  if (source.kind === 'folder') return [words.folder(name)]
  const copied = paths.find((created) => created.startsWith('.handbook/'))
  return copied === undefined ? [] : [words.archive(copied)]
}

function publishingStep(
  paths: readonly BookPath[],
  { workflow, repository }: InitAnswers,
  words: Words['init'],
): readonly string[] {
  const host = hostOf(repository)
  if (host !== undefined && paths.some((created) => created === WORKFLOWS[host]))
    return [words.publish[host]]
  return workflow ? [] : [words.noWorkflow]
}
