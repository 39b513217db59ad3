// What the machine knows about a book that does not exist yet: the name of its folder, the locale, the repository around it.
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { prefixOf } from '../core/path.ts'
import { GitProblem, askGitNow } from '../files/git.ts'
import { repositoryTop } from '../files/git-history.ts'
import { slashedWay } from '../files/host-path.ts'
import { type InitAnswers, readLanguages, readRepository, readTitle } from './init-answers.ts'
import { localeOf } from './locale.ts'

/** Where a new book will be, seen from git. */
export interface Place {
  readonly bookDir: string
  readonly branch: string
  /** The path from the top of the repository to the book: empty, or ending in '/'. */
  readonly prefix: string
}

/** Answers that need no question, and the place of the book. */
export interface Defaults {
  readonly answers: InitAnswers
  readonly place: Place
}

type Env = { readonly [name: string]: string | undefined }

/** The defaults for a book in this folder, which need not exist. */
export function initDefaults(bookDir: string, env: Env): Defaults {
  const near = existingFolder(bookDir)
  const real = path.join(realpathSync.native(near), path.relative(near, bookDir))
  const top = repositoryTop(real)
  const git = (...args: readonly string[]): string => (top === undefined ? '' : askGit(top, args))
  const isRepository = git('rev-parse', '--is-inside-work-tree') === 'true'
  const below = isRepository ? slashedWay(top ?? real, real) : ''
  const prefix = prefixOf(below)
  const [remote = ''] = git('remote').split('\n')
  const address = git('remote', 'get-url', 'origin') || (remote && git('remote', 'get-url', remote))
  const repository = readRepository(address)
  return {
    answers: {
      title: titleOf(bookDir),
      languages: [languageOf(env)],
      repository: 'value' in repository ? repository.value : '',
      // Hosts look for workflows at the top of a repository only.
      workflow: prefix === '',
    },
    place: { bookDir, branch: branchOf(git), prefix },
  }
}

/** The branch that readers' edits go to: the default one of the remote, where git knows it. */
function branchOf(git: (...args: readonly string[]) => string): string {
  const remote = git('symbolic-ref', '--short', 'refs/remotes/origin/HEAD')
  return remote.replace(/^origin\//, '') || git('symbolic-ref', '--short', 'HEAD') || 'main'
}

/** `my-first_book` becomes `My first book`; a name in other scripts stays. */
function titleOf(bookDir: string): string {
  const words = path.basename(bookDir).replaceAll(/[-_\s]+/g, ' ')
  const title = readTitle(words.trim().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()))
  return 'value' in title ? title.value : 'Book'
}

function languageOf(env: Env): string {
  const tag = localeOf(env)
    .replace(/[.@].*$/, '')
    .replaceAll('_', '-')
  if (/^zh-(?:tw|hk|mo|hant)/i.test(tag)) return 'zh-hant'
  if (/^zh/i.test(tag)) return 'zh-hans'
  const language = readLanguages(tag.split('-')[0] ?? '')
  return 'value' in language && tag.toUpperCase() !== 'POSIX' ? (language.value[0] ?? 'en') : 'en'
}

function existingFolder(dir: string): string {
  const parent = path.dirname(dir)
  return existsSync(dir) || parent === dir ? dir : existingFolder(parent)
}

/** What git says, or nothing: outside of a repository, without a remote, without git. */
function askGit(top: string, args: readonly string[]): string {
  try {
    return askGitNow(args, { cwd: top }).trim()
  } catch (error) {
    if (error instanceof GitProblem) return ''
    throw error
  }
}
