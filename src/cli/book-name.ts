// What a folder is called where it is kept, for books that say no title: by its repository, else by itself.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { attempt } from '../core/attempt.ts'
import { repositoryAddress } from '../core/repository.ts'
import { repositoryTop } from '../files/git-history.ts'
import type { BookNames } from '../site/metadata/site-url.ts'
import type { Terminal } from './terminal.ts'

/** Names that say what a folder is, or where a host puts it, and not whose. */
const GENERAL =
  /^(?:app|book|books|build|clone|code|content|contents|data|doc|docs|documentation|files|gitbook|github|handbook|help|home|html|main|manual|markdown|master|md|pages|path\d+|project|public|repo|repository|root|site|source|src|temp|test|tmp|trunk|web|website|wiki|work|workspace|www)$/i
/** What is added to the name of a project for its documentation. */
const ENDING = /[-_.](?:book|docs?|documentation|gitbook|handbook|manual|wiki)$/i

/** The names of the book in a folder: that of its repository, and that of the folder. */
export function bookNames(dir: string, env: Terminal['env']): BookNames {
  const real = path.resolve(dir)
  const top = repositoryTop(real)
  const address = env['GITHUB_REPOSITORY'] ?? (top && remoteOf(top)) ?? ''
  const repository = nameIn((repositoryAddress(address) ?? '').split('/').slice(3).toReversed())
  const folder = nameIn([path.basename(real)])
  return { ...(repository && { repository }), ...(folder && { folder }) }
}

/** The first that names something: `shop/docs` is the documentation of `shop`. */
function nameIn(candidates: readonly string[]): string | undefined {
  return candidates
    .map((name) => name.replace(ENDING, '').trim())
    .find((name) => /\p{L}/u.test(name) && !GENERAL.test(name))
}

/** The address that a repository was cloned from, read without a program: the one called `origin`, else the first. */
function remoteOf(top: string): string | undefined {
  const config = attempt(() => readFileSync(path.join(top, '.git/config'), 'utf8')) ?? ''
  const remotes = [
    ...config.matchAll(/^\s*\[remote\s+"([^"]*)"\][^[]*?^\s*url\s*=\s*(\S+)\s*$/gm),
  ].map(([, name, url]) => ({ name, url }))
  return (remotes.find(({ name }) => name === 'origin') ?? remotes[0])?.url
}
