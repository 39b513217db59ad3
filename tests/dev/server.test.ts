import { type IncomingHttpHeaders, createServer, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { EventEmitter, once } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'
import { createHub } from '../../src/dev/reload.ts'
import {
  type ListeningServer,
  type ServerOptions,
  startServer,
  isTakenBy,
} from '../../src/dev/server.ts'
import { createSite } from '../../src/dev/site.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { outputsOf } from './stub.ts'
import { english } from '../../src/messages/en/index.ts'

const open: { close(): Promise<unknown> }[] = []

afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

async function start(options: Partial<ServerOptions> = {}): Promise<ListeningServer> {
  const site = createSite('s')
  site.publish(outputsOf({ 'index.html': '<p>书</p>', 'sound.mp3': 'copy:sound.mp3' }), () => false)
  const server = await startServer({
    site,
    hub: createHub(),
    files: memoryFiles({ 'sound.mp3': '0123456789' }),
    host: 'localhost',
    port: 0,
    strictPort: true,
    ready: Promise.resolve(),
    messages: english,
    ...options,
  })
  open.push(server)
  return server
}

interface Got {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

interface Asking {
  readonly method?: string
  readonly host?: string
  readonly headers?: Record<string, string>
}

function get(
  port: number,
  path = '/',
  { method = 'GET', host = '127.0.0.1', headers = {} }: Asking = {},
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ host, port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      )
    })
    asked.on('error', reject).end()
  })
}

/** A port that somebody else holds. */
async function taken(): Promise<number> {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  open.push({ close: () => new Promise((resolve) => other.close(resolve)) })
  return (other.address() as AddressInfo).port
}

describe('an answer', () => {
  test('says type, length and that the type is to be believed', async () => {
    const { port } = await start()
    const { status, headers, text } = await get(port)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-length']).toBe(String(Buffer.byteLength(text)))
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  test('to HEAD is the same without its body', async () => {
    const { port } = await start()
    const [head, whole] = [await get(port, '/', { method: 'HEAD' }), await get(port)]
    expect(head.text).toBe('')
    expect(head.status).toBe(200)
    expect(head.headers['content-length']).toBe(whole.headers['content-length'])
    expect(head.headers.etag).toBe(whole.headers.etag)
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('to %s is 405', async (method) => {
    const { port } = await start()
    const { status, headers } = await get(port, '/', { method })
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD'])
  })

  test('can be a part of a file', async () => {
    const { port } = await start()
    const { status, headers, text } = await get(port, '/sound.mp3', {
      headers: { range: 'bytes=-3' },
    })
    expect([status, headers['content-length'], text]).toEqual([206, '3', '789'])
  })

  test('to what was not modified has no body and no length', async () => {
    const { port } = await start()
    const { headers } = await get(port)
    const again = await get(port, '/', { headers: { 'if-none-match': headers.etag ?? '' } })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  test.each(['/%', '/a%00', '/%c3%28'])('to the malformed address %s is 400', async (path) => {
    const { port } = await start()
    expect((await get(port, path)).status).toBe(400)
  })

  test('waits until there is something to serve', async () => {
    const gate = new EventEmitter()
    const { port } = await start({ ready: once(gate, 'open').then(() => undefined) })
    let isAnswered = false
    const answered = get(port).finally(() => (isAnswered = true))
    // Another request that does not have to wait has come and gone meanwhile.
    await get(port, '/', { method: 'POST' })
    expect(isAnswered).toBe(false)
    gate.emit('open')
    expect((await answered).text).toContain('书')
  })

  test('to a fault of ours is 500, and the server lives on', async () => {
    const files = memoryFiles({})
    const { port } = await start({
      files: {
        ...files,
        bytes() {
          throw new Error('disk on fire')
        },
      },
    })
    expect((await get(port, '/sound.mp3')).status).toBe(500)
    expect((await get(port)).status).toBe(200)
  })
})

describe('what browsers are told', () => {
  test('no other site may embed what is here, as a script, a picture or a frame', async () => {
    const { port } = await start()
    for (const path of ['/', '/sound.mp3', '/missing', '/__handbook/client.js'])
      expect((await get(port, path)).headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'SAMEORIGIN',
        'content-security-policy': "frame-ancestors 'self'",
      })
  })

  test('a range means nothing for HEAD', async () => {
    const { port } = await start()
    const asked = { method: 'HEAD', headers: { range: 'bytes=7-' } }
    const { status, headers } = await get(port, '/sound.mp3', asked)
    expect([status, headers['content-length'], headers['content-range']]).toEqual([
      200,
      '10',
      undefined,
    ])
  })
})

describe('names', () => {
  test('a foreign name is refused with the reason, whatever is asked', async () => {
    const { port } = await start()
    for (const path of ['/', '/__handbook/client.js', '/__handbook/events']) {
      const { status, text } = await get(port, path, { headers: { host: 'evil.com:4000' } })
      expect(status).toBe(403)
      expect(text).toContain('evil.com')
      expect(text).toContain('--host')
      expect(text).not.toContain('书</p>')
    }
  })

  test('localhost is answered on both kinds of addresses where the computer has them', async () => {
    const { port } = await start()
    expect((await get(port, '/', { host: '127.0.0.1' })).status).toBe(200)
    const overSix = await get(port, '/', { host: '::1' }).then(
      ({ status }) => status,
      (error: NodeJS.ErrnoException) => error.code,
    )
    expect([200, 'EADDRNOTAVAIL', 'EAFNOSUPPORT']).toContain(overSix)
  })
})

describe('ports', () => {
  test('the next free one is taken when the wanted one is not free', async () => {
    const busy = await taken()
    const { port } = await start({ port: busy, strictPort: false })
    expect(port).toBeGreaterThan(busy)
    expect((await get(port)).status).toBe(200)
  })

  test('strictly the wanted one, or an error that says so', async () => {
    const busy = await taken()
    await expect(start({ port: busy, strictPort: true })).rejects.toThrow(
      `Cannot listen on port ${busy} of localhost: EADDRINUSE`,
    )
  })

  test('of those that Windows sets aside are taken, those of administrators are not', () => {
    expect(['EADDRINUSE', 'EACCES', 'ENOTFOUND'].map((code) => isTakenBy(code, 4000))).toEqual([
      true,
      true,
      false,
    ])
    expect(isTakenBy('EACCES', 80)).toBe(false)
  })

  test('an address that is not ours is an error, not a search', async () => {
    await expect(start({ host: '192.0.2.1', port: 0 })).rejects.toThrow('192.0.2.1')
  })
})

test('closing ends idle and waiting connections at once', async () => {
  const server = await start({ ready: new Promise(() => {}) })
  const idle = connect(server.port, '127.0.0.1')
  await once(idle, 'connect')
  const waiting = get(server.port).catch((error: NodeJS.ErrnoException) => error.code)
  // A round trip: the waiting request has arrived before.
  await get(server.port, '/', { method: 'POST' })
  await server.close()
  if (!idle.destroyed) await once(idle, 'close')
  expect(await waiting).toBe('ECONNRESET')
  await expect(get(server.port)).rejects.toThrow('ECONNREFUSED')
})
