// Asks whether something is at an address: HEAD first, GET where a server does not answer that, no body read, few and
// patient retries.
import type { Reason } from '../../messages/messages.ts'
import { version } from '../../version.ts'
import type { Verdict } from './addresses.ts'

/** How requests are made. */
export interface AskOptions {
  readonly fetch: typeof fetch
  readonly timeoutMs: number
  /** How often an address is asked again that gave no answer. */
  readonly retries: number
  /** Waits before the next try. */
  readonly pause: (ms: number) => Promise<void>
}

const HEADERS = {
  'user-agent': `handbook/${version} (link check; one request a page)`,
  accept: '*/*',
}
const MOST_REDIRECTS = 10
const MOST_PATIENCE_MS = 30_000

interface Answer {
  readonly status: number
  /** The address that answered in the end. */
  readonly url: string
  /** Every step on the way was a permanent redirect. */
  readonly permanent: boolean
  readonly retryAfterMs?: number
}

/** What is at an address. */
export async function askAddress(url: string, options: AskOptions): Promise<Verdict> {
  let reason: Reason = ''
  for (let attempt = 0; attempt <= options.retries; attempt += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other is the point
      const answer = await askOnce(url, options)
      const verdict = judge(url, answer)
      if (verdict !== 'again' || attempt === options.retries)
        return verdict === 'again'
          ? { kind: 'unclear', reason: { case: 'status', status: answer.status } }
          : verdict
      // oxlint-disable-next-line no-await-in-loop -- one try after the other is the point
      await options.pause(answer.retryAfterMs ?? 1000 * 2 ** attempt)
    } catch (error) {
      reason = reasonOf(error)
      if (reason === 'ENOTFOUND') return { kind: 'gone', reason: { case: 'no-server' } }
      // oxlint-disable-next-line no-await-in-loop -- one try after the other is the point
      if (attempt < options.retries) await options.pause(1000 * 2 ** attempt)
    }
  }
  return { kind: 'unclear', reason }
}

class TooManyRedirects extends Error {}

/** The name of the failure below: `fetch failed` says nothing. */
function reasonOf(error: unknown): Reason {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof TooManyRedirects)
    return { case: 'too-many-redirects', limit: MOST_REDIRECTS }
  if (error.name === 'TimeoutError') return { case: 'no-answer' }
  const { cause } = error
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message
  return error.message
}

function judge(url: string, { status, url: found, permanent }: Answer): Verdict | 'again' {
  if (status === 404 || status === 410) return { kind: 'gone', reason: { case: 'status', status } }
  if (status === 429 || status >= 500) return 'again'
  if (status >= 200 && status < 300)
    return permanent && found !== url ? { kind: 'moved', to: found } : { kind: 'fine' }
  return { kind: 'unclear', reason: { case: 'status', status } }
}

async function askOnce(url: string, options: AskOptions): Promise<Answer> {
  const head = await follow(url, 'HEAD', options)
  // Many servers answer HEAD wrongly, or not at all.
  const isCertain = head.status >= 200 && head.status < 300
  return isCertain || head.status === 429 ? head : follow(url, 'GET', options)
}

async function follow(
  url: string,
  method: 'HEAD' | 'GET',
  { fetch: request, timeoutMs }: AskOptions,
): Promise<Answer> {
  let [at, permanent] = [url, true]
  for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
    // oxlint-disable-next-line no-await-in-loop -- a redirect is known when the one before is
    const response = await request(at, {
      method,
      headers: HEADERS,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    // oxlint-disable-next-line no-await-in-loop -- the connection is free when the body is given up
    await response.body?.cancel()
    const target = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || target === null)
      return answerOf(response, at, permanent)
    permanent &&= response.status === 301 || response.status === 308
    const next = new URL(target, at)
    if (next.hash === '') next.hash = new URL(at).hash
    at = next.href
  }
  throw new TooManyRedirects()
}

function answerOf({ status, headers }: Response, url: string, permanent: boolean): Answer {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  const retryAfterMs = Math.min(seconds * 1000, MOST_PATIENCE_MS)
  return { status, url, permanent, ...(Number.isNaN(retryAfterMs) ? {} : { retryAfterMs }) }
}
