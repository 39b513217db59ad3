// `handbook serve` put together: server, watcher, loop.
import { randomUUID } from 'node:crypto'
import type { Messages } from '../messages/messages.ts'
import { problem } from '../messages/problem.ts'
import { localUrl, networkUrls } from './addresses.ts'
import { type LoopOptions, createLoop } from './loop.ts'
import { browserCommand, openBrowser } from './open.ts'
import { createQueue } from './queue.ts'
import { createHub } from './reload.ts'
import { startServer } from './server.ts'
import { createSite } from './site.ts'
import { type WatchOptions, createWatcher } from './watch.ts'

export type { DevEvent } from './events.ts'

export interface DevOptions extends LoopOptions {
  readonly bookDir: string
  /** A folder whose changes are ours: the output. */
  readonly outDir?: string | undefined
  readonly port: number
  /** Fail instead of taking the next free port. */
  readonly strictPort: boolean
  readonly host: string
  /** Show the book in the default browser once it is built. */
  readonly open: boolean
  /** The language of the server's own pages and of the overlay. */
  readonly messages: Messages
  readonly timing?: Partial<Pick<WatchOptions, 'settleMs' | 'limitMs' | 'pollMs' | 'since'>>
}

/** A book being served. */
export interface DevServer {
  readonly port: number
  /** The address for this computer. */
  readonly url: string
  /** Fulfilled when the first build is over and every folder is watched. */
  readonly ready: Promise<void>
  /** Ends at once: connections are cut and a running build is not waited for. */
  close(): Promise<void>
}

/** Serves a book and keeps it up to date until closed. Rejects when it cannot listen; all else is told by events. */
export async function startDevServer(options: DevOptions): Promise<DevServer> {
  const { host, onEvent } = options
  const since = Date.now()
  const site = createSite(randomUUID())
  const hub = createHub()
  const loop = createLoop(options, site, hub)
  const first = createSignal()
  const server = await startServer({ ...options, site, hub, ready: first.promise })
  const url = localUrl(host, server.port)
  const network = networkUrls(host, server.port)
  onEvent({ kind: 'listening', port: server.port, wanted: options.port, local: url, network })

  const queue = createQueue(async (changes) => {
    await loop.turn(changes)
    first.fulfill()
  })
  queue.add({ paths: new Set(), everything: true })
  const troubles = new Set<string>()
  const watcher = createWatcher({
    since,
    ...options.timing,
    dir: options.bookDir,
    outDir: options.outDir,
    onChanges: (changes) => queue.add(changes),
    onGone: () =>
      loop.fail(problem('serve/folder-missing', undefined, { folder: options.bookDir })),
    onError: (error) => {
      // A limit that was reached is reached for every file: once is enough.
      const reason = 'code' in error ? String(error.code) : error.message
      if (!troubles.has(reason))
        onEvent({
          kind: 'problem',
          diagnostic: problem('serve/watch-failed', undefined, { reason: error.message }),
        })
      troubles.add(reason)
    },
  })
  const close = async (): Promise<void> => {
    queue.close()
    loop.close()
    hub.close()
    await Promise.all([server.close(), watcher.close()])
    onEvent({ kind: 'closed' })
  }
  let closing: Promise<void> | undefined
  if (options.open) void first.promise.then(() => show(url, options))
  return {
    port: server.port,
    url,
    ready: Promise.all([first.promise, watcher.ready]).then(() => undefined),
    close: () => (closing ??= close()),
  }
}

async function show(url: string, { onEvent }: DevOptions): Promise<void> {
  if (!(await openBrowser(browserCommand(url, process.platform))))
    onEvent({ kind: 'not-opened', url })
}

interface Signal {
  readonly promise: Promise<void>
  readonly fulfill: () => void
}

function createSignal(): Signal {
  const listeners = new AbortController()
  const promise = new Promise<void>((resolve) => {
    listeners.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  return { promise, fulfill: () => listeners.abort() }
}
