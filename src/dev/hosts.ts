// A page elsewhere can point a name of its own at this computer and then read our answers as if they were its own
// (DNS rebinding). What it cannot do is change the Host header, so only names that mean this computer are answered.
import { hostname, networkInterfaces } from 'node:os'
import { isIP } from 'node:net'

/** How this computer is called. */
export interface Machine {
  readonly hostname: string
  readonly addresses: readonly string[]
}

/** The names of the computer that we run on, asked anew: networks come and go. */
export function thisMachine(): Machine {
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .map(({ address }) => address)
  return { hostname: hostname(), addresses }
}

/** The name in a Host header: lower case, without port, brackets and final dot. */
export function hostName(header: string): string {
  const name = /^\[([^\]]*)\](?::\d*)?$/.exec(header)?.[1] ?? header.replace(/:\d*$/, '')
  return name.toLowerCase().replace(/\.$/, '')
}

/** True for the names and addresses that never leave this computer. */
export function isLoopback(name: string): boolean {
  if (name === 'localhost' || name.endsWith('.localhost') || name === '::1') return true
  return isIP(name) === 4 && name.startsWith('127.')
}

/** True when a server on this address can be reached through every network of the computer. */
export function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::' || host === ''
}

/** Whether a request with this Host header may be answered by a server started with `host`. */
export function isTrustedHost(
  header: string | undefined,
  host: string,
  machine: () => Machine,
): boolean {
  if (header === undefined) return false
  const name = hostName(header)
  if (isLoopback(name) || name === hostName(host)) return true
  // A literal address cannot be rebound. Behind a container or a forwarded port it need not be one of ours.
  if (isIP(name) > 0 && isWildcard(host)) return true
  const own = machine()
  const ownName = own.hostname.toLowerCase()
  return name === ownName || name === `${ownName}.local` || own.addresses.includes(name)
}
