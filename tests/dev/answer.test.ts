import { Script } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { type Answer, createAnswerer } from '../../src/dev/answer.ts'
import { createSite } from '../../src/dev/site.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { outputsOf } from './stub.ts'
import { english } from '../../src/messages/en/index.ts'

const site = createSite('here')
const files = memoryFiles({ 'media/声音.mp3': 'abcdefghij', 'demo.html': '<p>raw</p>' })
site.publish(
  outputsOf({
    'index.html': '<html><head><title>Home</title></head><body>Hi</body></html>',
    '404.html': '<html><head></head><body>Lost</body></html>',
    'guide/index.html': '<p>Guide</p>',
    'guide/install.html': '<p>Install</p>',
    '第一章/开始.html': '<p>开始</p>',
    'a:b/index.html': '<p>colon</p>',
    'both.html': '<p>file</p>',
    'both/index.html': '<p>folder</p>',
    'style.css': 'p { color: red }',
    'evil.com/index.html': '<p>not evil</p>',
    'media/声音.mp3': 'copy:media/声音.mp3',
    'demo.html': 'copy:demo.html',
    'lost.png': 'copy:lost.png',
  }),
  () => false,
)
const answer = createAnswerer(site, files, english)
const get = (target: string, headers: Record<string, string> = {}): Answer =>
  answer({ target, headers })
const text = ({ body }: Answer): string => Buffer.from(body).toString('utf8')

describe('finding a file', () => {
  test.each([
    ['/', 'Hi'],
    ['/index.html', 'Hi'],
    ['/?query=1', 'Hi'],
    ['/guide/', 'Guide'],
    ['/guide/install.html', 'Install'],
    ['/guide/install', 'Install'],
    ['/both', 'file'],
    ['/both/', 'folder'],
    ['/%E7%AC%AC%E4%B8%80%E7%AB%A0/%E5%BC%80%E5%A7%8B.html', '开始'],
    ['/第一章/开始', '开始'],
  ])('%s is answered', (target, content) => {
    const found = get(target)
    expect(found.status).toBe(200)
    expect(found.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(text(found)).toContain(content)
  })

  test.each([
    ['/guide', './guide/'],
    ['/guide?a=b', './guide/?a=b'],
    ['/a:b', './a:b/'],
    ['/evil.com', './evil.com/'],
  ])('%s moves to the folder by a relative address', (target, location) => {
    const moved = get(target)
    expect(moved.status).toBe(301)
    const to = decodeURIComponent(moved.headers['location'] ?? '')
    expect(to).toBe(location)
    expect(new URL(to, `http://localhost:4000${target}`).origin).toBe('http://localhost:4000')
  })

  test.each([
    '/nothing',
    '//evil.com',
    '//evil.com/..',
    '/../package.json',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/guide//install.html',
    '/guide/install.html/',
    '/.git/config',
    '/guide\\install.html',
    '/__proto__',
  ])('%s has no page', (target) => {
    expect([400, 404]).toContain(get(target).status)
  })

  test.each(['/%', '/%zz', '/%ff', '/a%00b', '/a%2fb', 'http://elsewhere/', '*', ''])(
    'the malformed address "%s" is refused',
    (target) => {
      expect(get(target).status).toBe(400)
    },
  )

  test('a missing page is answered with that of the book, wherever it is', () => {
    const missing = get('/deep/er/nothing')
    expect(missing.status).toBe(404)
    expect(text(missing)).toContain('Lost')
    expect(text(missing)).toContain('data-missing')
  })

  test('a missing page is answered with the file of the book that is there for it', () => {
    const own = createSite('own')
    own.publish(outputsOf({ '404.html': 'copy:demo.html' }), () => false)
    const missing = createAnswerer(own, files, english)({ target: '/none', headers: {} })
    expect(missing.status).toBe(404)
    expect(text(missing)).toContain('<p>raw</p>')
  })

  test('a missing page of a book without 404.html says which, escaped', () => {
    const bare = createSite('bare')
    bare.publish(outputsOf({ 'index.html': 'Hi' }), () => false)
    const missing = createAnswerer(bare, files, english)({ target: '/<script>', headers: {} })
    expect(missing.status).toBe(404)
    expect(text(missing)).toContain('/&lt;script&gt;')
  })

  test('a copied file that just went away is missing, not an error', () => {
    expect(get('/lost.png').status).toBe(404)
  })
})

describe('the reload script', () => {
  test('goes into the head of a page, with the build and the page that it came from', () => {
    const html = text(get('/'))
    expect(html).toContain(
      '<script src="/__handbook/client.js" data-build="here.1" data-page="index.html" blocking="render" defer></script></head>',
    )
  })

  test('goes to the end of a page without a head', () => {
    expect(text(get('/guide/'))).toMatch(/<p>Guide<\/p><script [^>]*><\/script>$/)
  })

  test('goes into copied pages too', () => {
    expect(text(get('/demo.html'))).toContain('<p>raw</p><script')
  })

  test('stays out of pages that a script fetches as data', () => {
    expect(text(get('/guide/', { 'sec-fetch-dest': 'empty' }))).toBe('<p>Guide</p>')
    expect(text(get('/guide/', { 'sec-fetch-dest': 'document' }))).toContain('client.js')
  })

  test('is served and parses', () => {
    const script = get('/__handbook/client.js')
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(() => new Script(text(script))).not.toThrow()
  })
})

describe('caching', () => {
  test('a file is asked about each time and not sent again while it is the same', () => {
    const first = get('/style.css')
    expect(first.headers['cache-control']).toBe('no-cache')
    const etag = first.headers['etag'] ?? ''
    expect(get('/style.css', { 'if-none-match': etag }).status).toBe(304)
    expect(get('/style.css', { 'if-none-match': `"x", W/${etag}` }).status).toBe(304)
    expect(get('/style.css', { 'if-none-match': '"other"' }).status).toBe(200)
  })

  test('a page gets another tag with each build, since its script names the build', () => {
    const own = createSite('tags')
    const tags = (): string => {
      const asked = { target: '/', headers: {} }
      return createAnswerer(own, files, english)(asked).headers['etag'] ?? ''
    }
    own.publish(outputsOf({ 'index.html': 'Hi', 'style.css': 'a' }), () => false)
    const before = tags()
    own.publish(outputsOf({ 'index.html': 'Hi', 'style.css': 'b' }), () => false)
    expect(tags()).not.toBe(before)
  })

  test('a copied file gets another tag when it changes', () => {
    const own = createSite('copies')
    const outputs = outputsOf({ 'a.txt': 'copy:a.txt' })
    const contents = { 'a.txt': 'one' }
    const changing = { ...files, bytes: () => Buffer.from(contents['a.txt']) }
    const ask = createAnswerer(own, changing, english)
    own.publish(outputs, () => false)
    const before = ask({ target: '/a.txt', headers: {} }).headers['etag']
    contents['a.txt'] = 'two'
    own.publish(outputs, (path) => path === 'a.txt')
    expect(ask({ target: '/a.txt', headers: {} }).headers['etag']).not.toBe(before)
  })
})

describe('ranges', () => {
  test('one part of a file is sent alone', () => {
    const part = get('/media/%E5%A3%B0%E9%9F%B3.mp3', { range: 'bytes=2-4' })
    expect(part.status).toBe(206)
    expect(part.headers['content-range']).toBe('bytes 2-4/10')
    expect(text(part)).toBe('cde')
  })

  test.each(['bytes=4-2', 'bytes=a-b', 'bytes=-', 'bytes=0-1,3-4', 'items=0-1', 'bytes', ''])(
    'a range like "%s" means the whole file',
    (range) => {
      const whole = get('/media/声音.mp3', { range })
      expect(whole.status).toBe(200)
      expect(text(whole)).toBe('abcdefghij')
    },
  )

  test('a range beyond the end is refused with the size', () => {
    const refused = get('/media/声音.mp3', { range: 'bytes=10-' })
    expect(refused.status).toBe(416)
    expect(refused.headers['content-range']).toBe('bytes */10')
  })

  test('a range of another version means the whole file', () => {
    const whole = get('/media/声音.mp3', { range: 'bytes=0-1', 'if-range': '"other"' })
    expect(whole.status).toBe(200)
  })
})

test('before there is any good build each address shows the errors', () => {
  const broken = createSite('broken')
  broken.fail('error: SUMMARY.md <b>\n第三行')
  for (const target of ['/', '/any/where.html', '/style.css']) {
    const shown = createAnswerer(broken, files, english)({ target, headers: {} })
    expect(shown.status).toBe(500)
    expect(text(shown)).toContain('error: SUMMARY.md &lt;b&gt;\n第三行')
    expect(text(shown)).toContain('data-missing')
  }
})
