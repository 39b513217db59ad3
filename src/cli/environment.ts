import type { Environment } from '../site/metadata/site-url.ts'
import { bookNames } from './book-name.ts'
import type { Terminal } from './terminal.ts'

/** What the machine knows of a book: where its site goes, and what it is called where it is kept. */
export function environmentOf(bookDir: string, env: Terminal['env']): Environment {
  return { ...publishingEnvironment(env), names: bookNames(bookDir, env) }
}

/**
 * What the machine says about where the site goes: `HANDBOOK_SITE_URL`, else in GitHub Actions the address of the
 * repository's pages. A build gets it as data and looks at no variable itself.
 */
export function publishingEnvironment(env: Terminal['env']): Environment {
  const siteUrl = env['HANDBOOK_SITE_URL']?.trim() || pagesOfGitHub(env)
  return siteUrl === undefined ? {} : { siteUrl }
}

function pagesOfGitHub(env: Terminal['env']): string | undefined {
  const [owner = '', name = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/')
  const isPublic = (env['GITHUB_SERVER_URL'] ?? 'https://github.com') === 'https://github.com'
  if (env['GITHUB_ACTIONS'] !== 'true' || !isPublic || owner === '' || name === '') return undefined
  const host = `${owner.toLowerCase()}.github.io`
  return name.toLowerCase() === host ? `https://${host}/` : `https://${host}/${name}/`
}
