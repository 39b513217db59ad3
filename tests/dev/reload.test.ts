import { EventEmitter, once } from 'node:events'
import { createServer, get } from 'node:http'
import { describe, expect, test } from 'vitest'
import { NO_REMARKS, createHub, injectClient } from '../../src/dev/reload.ts'
import { outputsOf } from './stub.ts'

describe('the script in a page', () => {
  test.each([
    ['<head></head><body>', '</head><body>'],
    ['<HEAD><title>书</title></HEAD >', '</HEAD >'],
    ['<p>no head', ''],
    ['', ''],
  ])('goes into %s before %s', (html, after) => {
    const result = injectClient(html, { build: 'b' })
    expect(result.endsWith(`defer></script>${after}`)).toBe(true)
    expect(result.replace(/<script[^>]*><\/script>/, '')).toBe(html)
  })

  test('names its page, whatever it is called', () => {
    const [page] = outputsOf({ '引"号/<a>.html': '' }).keys()
    expect(page && injectClient('', { build: 'b', page })).toContain(
      'data-page="引&quot;号/&lt;a&gt;.html"',
    )
  })
})

test('listening browsers hear each message and signs of life, and are forgotten when they leave', async () => {
  const hub = createHub(5)
  const left = new EventEmitter()
  const server = createServer((_request, response) => {
    hub.connect(response, { build: '1', changed: [], problems: '', remarks: NO_REMARKS }, 'a.html')
    response.once('close', () => left.emit('left'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const request = get({ host: '127.0.0.1', port })
  const [response] = await once(request, 'response')
  let text = ''
  response.setEncoding('utf8')
  const hears = async (words: string): Promise<void> => {
    while (!text.includes(words)) text += String(await once(response, 'data'))
  }
  await hears('data: {"build":"1"')
  await hears(':\n\n')
  hub.send({ build: '2', changed: null, problems: '第一行\n第二行', remarks: NO_REMARKS })
  await hears(
    'data: {"build":"2","changed":null,"problems":"第一行\\n第二行","remarks":{"title":"","items":[]}}\n\n',
  )
  expect(hub.count()).toBe(1)
  // Nobody shows b.html; who shows a.html loads it, or does not.
  const [a, b] = outputsOf({ 'a.html': '', 'b.html': '' }).keys()
  if (a === undefined || b === undefined) throw new Error('no outputs')
  let hasLeftProgram = false
  setImmediate(() => (hasLeftProgram = true))
  await hub.reloaded(b, 1e6)
  expect(hasLeftProgram).toBe(true)
  await hub.reloaded(a, 1)
  const reloaded = hub.reloaded(a, 1e6)
  const again = get({ host: '127.0.0.1', port })
  again.on('error', () => undefined)
  await reloaded
  again.destroy()
  await once(left, 'left')
  const waiting = hub.reloaded(a, 1e6)
  const hasLeft = once(left, 'left')
  request.destroy()
  await hasLeft
  expect(hub.count()).toBe(0)
  hub.close()
  await waiting
  await new Promise((resolve) => server.close(resolve))
})
