// Addresses of repositories, as people and git write them.

/** The web address of a repository, from any address that git understands; without user names and passwords. */
export function repositoryAddress(written: string): string | undefined {
  if (/^[\w-]+\/[\w.-]+$/.test(written)) return `https://github.com/${cleanPath(written)}`
  // `git@host:owner/name.git`, the short form of ssh.
  const short = /^(?:[\w.-]+@)?([\w-]+(?:\.[\w-]+)+):(?!\/)([^\s?#]+)$/.exec(written)
  if (short !== null) return `https://${webHost(short[1] ?? '')}/${cleanPath(short[2] ?? '')}`
  if (!/^(?:https?|ssh|git):\/\//i.test(written) || !URL.canParse(written)) return undefined
  const { protocol, host, hostname, pathname } = new URL(written)
  const path = cleanPath(pathname)
  if (hostname === '' || path === '') return undefined
  // The port of ssh is not that of the web.
  return /^https?:$/.test(protocol)
    ? `${protocol}//${host}/${path}`
    : `https://${webHost(hostname)}/${path}`
}

/** Hosts that answer ssh on the port of the web have a name for it; and who has two keys names hosts for each of them. */
function webHost(sshHost: string): string {
  return sshHost
    .replace(/^(?:alt)?ssh\.(?=(?:github|gitlab|bitbucket)\.)/, '')
    .replace(/^((?:github|gitlab|gitee)\.com|bitbucket\.org)-[\w-]+$/, '$1')
}

function cleanPath(path: string): string {
  return path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '')
}
