import type { Environment } from '../site/machine/site-url.ts'
import type { Terminal } from './terminal.ts'

/**
 * What the machine says about where the site goes: in GitHub Actions the address of the repository's pages. A build gets
 * it as data and looks at no variable itself.
 */
export function publishingEnvironment(env: Terminal['env']): Environment {
  const [owner = '', name = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/')
  const isPublic = (env['GITHUB_SERVER_URL'] ?? 'https://github.com') === 'https://github.com'
  if (env['GITHUB_ACTIONS'] !== 'true' || !isPublic || owner === '' || name === '') return {}
  const host = `${owner.toLowerCase()}.github.io`
  return { siteUrl: name.toLowerCase() === host ? `https://${host}/` : `https://${host}/${name}/` }
}
