// HTTP for a site in memory. Listens where it is told, answers only names that mean this computer.
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { Files } from '../files/files.ts'
import type { Trust } from '../core/trust.ts'
import { type Answer, createAnswerer, textAnswer } from './answer.ts'
import { isTrustedHost, thisMachine } from './hosts.ts'
import { WorldError } from '../messages/failure.ts'
import type { Failure, Messages } from '../messages/messages.ts'
import { systemReason } from '../messages/system.ts'
import { type Hub, ownPrefix } from './reload.ts'
import { type Site, messageOf } from './site.ts'

export interface ServerOptions {
  readonly site: Site
  readonly hub: Hub
  readonly files: Files
  readonly host: string
  readonly port: number
  readonly strictPort: boolean
  /** Fulfilled when there is something to serve; until then pages wait. */
  readonly ready: Promise<void>
  readonly messages: Messages
  /** How far the author of the book is trusted. */
  readonly trust?: Trust
}

export interface ListeningServer {
  readonly port: number
  /** Ends every connection at once. */
  close(): Promise<void>
}

const attempts = 100

/** Starts to answer; on the next free port when the wanted one is taken and that is allowed. */
export async function startServer(options: ServerOptions): Promise<ListeningServer> {
  const handle = createHandler(options)
  const servers = await listen(options, () => createServer(handle))
  return {
    port: servers[0] === undefined ? options.port : portOf(servers[0]),
    async close() {
      const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)))
      for (const server of servers) server.closeAllConnections()
      await Promise.all(closed)
    },
  }
}

async function listen(options: ServerOptions, create: () => Server): Promise<readonly Server[]> {
  const { host, port, strictPort } = options
  const last = strictPort || port === 0 ? port : Math.min(port + attempts, 65_535)
  for (let candidate = port; ; candidate += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- the next port is tried only when this one is taken
      return await listenAll(addressesOf(host), candidate, create)
    } catch (error) {
      const isTaken = isTakenBy(codeOf(error), candidate)
      if (isTaken && candidate < last) continue
      const told = { host, port: candidate, strict: strictPort }
      const failure: Failure = isTaken
        ? { case: 'port-taken', ...told }
        : { case: 'cannot-listen', ...told, reason: systemReason(error) }
      const message = `Cannot listen on port ${candidate} of ${host}: ${codeOf(error)}`
      throw new WorldError(failure, message, error)
    }
  }
}

/** Windows sets ranges of ports aside for its own virtual machines; below 1024 it is the rights that are missing. */
export function isTakenBy(code: string, port: number): boolean {
  return code === 'EADDRINUSE' || (code === 'EACCES' && port >= 1024)
}

/** A name that means this computer means it in both kinds of addresses: browsers differ in which they try. */
function addressesOf(host: string): readonly string[] {
  return host.toLowerCase() === 'localhost' ? ['127.0.0.1', '::1'] : [host]
}

/** Listens on the first address, and on the others under the same port where the computer has them. */
async function listenAll(
  addresses: readonly string[],
  port: number,
  create: () => Server,
): Promise<readonly Server[]> {
  const servers: Server[] = []
  let shared = port
  for (const address of addresses) {
    const server = create()
    try {
      // oxlint-disable-next-line no-await-in-loop -- the port of the first decides the others
      await listenOn(server, address, shared)
    } catch (error) {
      if (servers.length > 0 && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(codeOf(error))) continue
      for (const open of servers) open.close()
      throw error
    }
    servers.push(server)
    shared = portOf(server)
  }
  return servers
}

function listenOn(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return address === null || typeof address === 'string' ? 0 : address.port
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function createHandler(
  options: ServerOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { site, hub, files, ready } = options
  const answer = createAnswerer(site, files, options.messages)
  const headers = guardingHeaders(options)
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = request.url ?? '/'
    const refused = refuse(request, options)
    if (refused !== undefined) return send(request, response, refused)
    await ready
    if (target.startsWith(`${ownPrefix}events`) && request.method === 'GET') {
      const said = new URLSearchParams(target.split('?')[1])
      const changed = site.changedSince(said.get('build') ?? '') ?? null
      return hub.connect(response, messageOf(site, changed), said.get('page') ?? undefined)
    }
    return send(
      request,
      response,
      answer({ target, method: request.method, headers: request.headers }),
    )
  }
  return (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    respond(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else send(request, response, textAnswer(500, `The server failed: ${String(error)}\n`))
    })
  }
}

/** Other sites may not include what is here as a script, a picture or a frame; pages of a stranger speak to nobody else. */
function guardingHeaders({ trust }: ServerOptions): readonly (readonly [string, string])[] {
  const framing = "frame-ancestors 'self'"
  const policy = trust === 'none' ? `${STRANGERS_POLICY}; ${framing}` : framing
  return [
    ['x-content-type-options', 'nosniff'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['x-frame-options', 'SAMEORIGIN'],
    ['content-security-policy', policy],
  ]
}

/** Scripts of the book's own files run, without which there is no search; nothing is asked of, or told to, another site. */
const STRANGERS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'self'"

function refuse(
  { headers, method }: IncomingMessage,
  { host, messages }: ServerOptions,
): Answer | undefined {
  if (!isTrustedHost(headers.host, host, thisMachine))
    return textAnswer(403, messages.words.page.refused(headers.host ?? ''))
  if (method === 'GET' || method === 'HEAD') return undefined
  const refused = textAnswer(405, 'Only GET and HEAD are answered here.\n')
  return { ...refused, headers: { ...refused.headers, allow: 'GET, HEAD' } }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Answer,
): void {
  // What was not asked for is not read: the connection of a refused request ends.
  if (status === 403 || status === 405) response.setHeader('connection', 'close')
  const length = status === 304 ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  response.writeHead(status, { ...headers, ...length })
  response.end(request.method === 'HEAD' ? undefined : body)
}
