import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { leadsNowhere } from '../../src/check/external/addresses.ts'
import { type VerdictCache, cacheText, parseCache } from '../../src/check/external/cache.ts'
import { checkExternal } from '../../src/check/external/external.ts'
import { forEachAddress } from '../../src/check/external/queue.ts'
import { check, onePage } from './support.ts'

/** A server of this machine that answers as its addresses say. Nothing else is ever asked. */
let server: Server
let base = ''
const asked: string[] = []
let failures = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    const { method = '', url = '' } = request
    asked.push(`${method} ${url}`)
    const status = Number(/\d{3}/.exec(url)?.[0] ?? 200)
    if (url === '/get-only' && method === 'HEAD') response.writeHead(405).end()
    else if (url === '/flaky' && failures++ < 1)
      response.writeHead(503, { 'retry-after': '0' }).end()
    else if (status === 301 || status === 302)
      response.writeHead(status, { location: '/target' }).end()
    else response.writeHead(status).end('text')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())
beforeEach(() => {
  asked.length = 0
  failures = 0
})

const options = (cache: VerdictCache = new Map()) => ({
  cache,
  now: () => 1_000_000,
  isExempt: (host: string) => host !== '127.0.0.1',
  ask: { pause: () => Promise.resolve(), retries: 1, timeoutMs: 5000 },
})

const report = async (text: string, cache?: VerdictCache): Promise<readonly string[]> => {
  const checked = await check(onePage(text))
  const problems = await checkExternal(checked, options(cache))
  return problems.map(({ code, at }) => `${code} ${at?.start?.line}:${at?.start?.column}`)
}

test('asks once for each address, whatever its fragment, and reports every place', async () => {
  expect(await report(`[一](${base}/404#a)\n\n![二](${base}/404#b)\n`)).toEqual([
    'links/address-gone 1:5',
    'links/address-gone 3:6',
  ])
  expect(asked).toEqual(['HEAD /404', 'GET /404'])
})

test('tells what moved for good from what only leads on', async () => {
  expect(await report(`[a](${base}/301)\n\n[b](${base}/302)\n`)).toEqual([
    'links/address-moved 1:5',
  ])
})

test('asks with GET where HEAD is not understood, and again where a server was busy', async () => {
  expect(await report(`[a](${base}/get-only)\n\n[b](${base}/flaky)\n`)).toEqual([])
  expect(asked.toSorted()).toEqual(
    ['GET /flaky', 'GET /get-only', 'HEAD /flaky', 'HEAD /get-only'].toSorted(),
  )
})

test('does not call gone what it may not see', async () => {
  expect(await report(`[a](${base}/403)\n\n[b](${base}/500)\n`)).toEqual([
    'links/address-unclear 1:5',
    'links/address-unclear 3:5',
  ])
})

test('does not ask again for what it knows', async () => {
  const cache: VerdictCache = new Map()
  await report(`[a](${base}/fine)\n`, cache)
  asked.length = 0
  const kept = parseCache(cacheText(cache), 1_000_000 + 86_400_000)
  expect(await report(`[a](${base}/fine)\n`, kept)).toEqual([])
  expect(asked).toEqual([])
  expect(parseCache(cacheText(cache), 1_000_000 + 8 * 86_400_000).size).toBe(0)
  expect(parseCache('no JSON', 0).size).toBe(0)
})

test('leaves out what the book ignores', async () => {
  const config = { language: 'en', check: { ignoreLinks: [`${base}/40*`] } }
  const checked = await check(onePage(`[a](${base}/404)\n`, config))
  expect(await checkExternal(checked, options())).toEqual([])
  expect(asked).toEqual([])
})

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['192.168.1.1', true],
  ['example.com', true],
  ['www.example.org', true],
  ['master', true],
  ['handbook.example.dev', false],
  ['mesos.apache.org', false],
])('knows whether %s leads nowhere', (host, expected) => {
  expect(leadsNowhere(host)).toBe(expected)
})

test('asks a host for no more than two addresses at once', async () => {
  let [running, most] = [0, 0]
  const waiting: (() => void)[] = []
  const urls = ['a', 'b', 'c', 'd'].map((name) => `https://one.test/${name}`)
  const all = forEachAddress(
    [...urls, 'https://two.test/'],
    { total: 9, perHost: 2 },
    async (url) => {
      running += 1
      most = Math.max(most, running)
      await new Promise<void>((resolve) => void waiting.push(resolve))
      running -= 1
      return url
    },
  )
  while (waiting.length > 0) {
    waiting.shift()?.()
    // oxlint-disable-next-line no-await-in-loop -- lets the queue go on
    await new Promise((resolve) => void setImmediate(resolve))
  }
  expect(await all).toEqual([...urls, 'https://two.test/'])
  expect(most).toBe(3)
})
