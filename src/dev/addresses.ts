import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { isLoopback, isWildcard } from './hosts.ts'

/** The address of a server for the computer that it runs on. */
export function localUrl(host: string, port: number): string {
  return urlOf(isWildcard(host) ? 'localhost' : host, port)
}

/** The addresses of a server for other devices; none when it only answers its own computer. */
export function networkUrls(host: string, port: number): readonly string[] {
  if (isLoopback(host.toLowerCase())) return []
  if (!isWildcard(host)) return [urlOf(host, port)]
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => urlOf(address, port))
}

function urlOf(host: string, port: number): string {
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}/`
}
