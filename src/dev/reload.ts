// Browsers are told about builds by server-sent events. The script that listens is put into pages while they are
// answered, never into the build.
import type { ServerResponse } from 'node:http'
import type { OutputPath } from '../core/path.ts'
import { escapeHtml } from './pages.ts'

/** Where the server's own addresses begin. No file of a site is served below it. */
export const ownPrefix = '/__handbook/'

/** What a browser is told: the whole state, so that a message may follow any other. */
export interface Message {
  readonly build: string
  /** The outputs that changed since what the browser knows; null when that cannot be said. */
  readonly changed: readonly OutputPath[] | null
  /** The errors of the book as text; '' when it has none. */
  readonly problems: string
  /** What is wrong and keeps no page from its readers. */
  readonly remarks: Remarks
}

/** A warning as a browser shows it. */
export interface Remark {
  readonly message: string
  readonly hint?: string
  /** File, line and column. */
  readonly place?: string
  /** The address that opens the editor there. */
  readonly editor?: string
}

/** The badge of a page and the list behind it. */
export interface Remarks {
  readonly title: string
  readonly items: readonly Remark[]
}

/** Nothing is wrong. */
export const NO_REMARKS: Remarks = { title: '', items: [] }

/** The browsers that listen. */
export interface Hub {
  /** Begins the answer to a browser with a first message; `page` is the output that it shows. */
  connect(response: ServerResponse, first: Message, page?: string): void
  send(message: Message): void
  count(): number
  /** Fulfilled when a browser that shows an output has loaded it again, or not in that time; when none shows it, as soon as messages are sent. */
  reloaded(page: OutputPath, mostMs: number): Promise<void>
  close(): void
}

/** Keeps connections to browsers, with a sign of life at intervals so that nobody on the way closes them. */
export function createHub(heartbeatMs = 15_000): Hub {
  /** With the outputs that they show. */
  const responses = new Map<ServerResponse, string | undefined>()
  const waiting = new Map<() => void, OutputPath>()
  const heartbeat = setInterval(() => {
    for (const response of responses.keys()) response.write(':\n\n')
  }, heartbeatMs)
  heartbeat.unref()
  return {
    connect(response, first, page) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      response.write(`retry: 500\n${eventOf(first)}`)
      responses.set(response, page)
      for (const [end, awaited] of waiting) if (awaited === page) end()
      response.once('close', () => responses.delete(response))
    },
    send(message) {
      const event = eventOf(message)
      for (const response of responses.keys()) response.write(event)
    },
    count: () => responses.size,
    reloaded(page, mostMs) {
      return new Promise((resolve) => {
        // Messages leave when nothing else is to be done at once.
        if (![...responses.values()].includes(page)) return void setImmediate(resolve)
        const end = (): void => {
          clearTimeout(timer)
          waiting.delete(end)
          resolve()
        }
        const timer = setTimeout(end, mostMs)
        waiting.set(end, page)
      })
    },
    close() {
      clearInterval(heartbeat)
      for (const end of waiting.keys()) end()
      for (const response of responses.keys()) response.end()
      responses.clear()
    },
  }
}

function eventOf(message: Message): string {
  return `data: ${JSON.stringify(message)}\n\n`
}

/** What the script in a page has to know. */
export interface Injection {
  readonly build: string
  /** The output that is shown; absent on pages of the server's own. */
  readonly page?: OutputPath
  /** True when the address has no page yet: any change may bring it. */
  readonly missing?: boolean
}

/** A page with the reload script: at the end of its head, or at its end when it has none. */
export function injectClient(html: string, { build, page, missing = false }: Injection): string {
  const facts = [
    `data-build="${escapeHtml(build)}"`,
    ...(page === undefined ? [] : [`data-page="${escapeHtml(page)}"`]),
    ...(missing ? ['data-missing'] : []),
  ]
  // Rendering waits for it, so that the page first appears where the reader left it.
  const tag = `<script src="${ownPrefix}client.js" ${facts.join(' ')} blocking="render" defer></script>`
  const end = html.search(/<\/head\s*>/i)
  return end < 0 ? html + tag : html.slice(0, end) + tag + html.slice(end)
}
