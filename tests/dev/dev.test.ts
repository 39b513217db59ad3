import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'node-html-parser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { build as buildBook } from '../../src/pipeline/build.ts'
import type { BuildRequest, Built, Memory } from '../../src/pipeline/built.ts'
import {
  type DevEvent,
  type DevOptions,
  type DevServer,
  startDevServer,
} from '../../src/dev/dev.ts'
import type { Message } from '../../src/dev/reload.ts'
import { diskFiles } from '../../src/files/disk.ts'
import { builtOf, errorAt } from './stub.ts'
import { english } from '../support/english.ts'
import { english as wording } from '../../src/messages/en/index.ts'

let dir: string
let server: DevServer | undefined
let events: DevEvent[]
let listeners: (() => void)[]
let browsers: AbortController

beforeEach(() => {
  dir = mkdtempSync(path.join(realpathSync(tmpdir()), 'handbook-dev-'))
  events = []
  listeners = []
  browsers = new AbortController()
})

afterEach(async () => {
  browsers.abort()
  await server?.close()
  server = undefined
  rmSync(dir, { recursive: true, force: true })
  rmSync(`${dir}-away`, { recursive: true, force: true })
})

const write = (name: string, text: string): void => writeFileSync(path.join(dir, name), text)
const wake = (): void => listeners.forEach((listener) => listener())

function until<T>(find: () => T | undefined | false): Promise<T> {
  return new Promise((resolve) => {
    const check = (): void => {
      const found = find()
      if (found !== undefined && found !== false) resolve(found)
    }
    listeners.push(check)
    check()
  })
}

/** A build with one page a Markdown file; the word BROKEN in it is an error, WARN a warning. */
async function stubBuild(request: BuildRequest, memory?: Memory): Promise<Built> {
  const outputs: Record<string, string> = {}
  const diagnostics = []
  for (const file of request.files.list()) {
    const text = request.files.text(file)?.text ?? ''
    if (text.includes('BROKEN')) diagnostics.push(errorAt(file, 'It is broken'))
    if (text.includes('WARN'))
      diagnostics.push({ ...errorAt(file, 'Beware'), severity: 'warning' as const })
    if (text.includes('CRASH')) throw new Error('out of cheese')
    if (file.endsWith('.md')) outputs[file.replace('.md', '.html')] = `<p>${text}</p>`
    else outputs[file] = `copy:${file}`
  }
  return {
    ...builtOf(outputs, diagnostics),
    memory: memory ?? { cacheKey: '1', results: new Map() },
  }
}

async function start(options: Partial<DevOptions> = {}): Promise<DevServer> {
  server = await startDevServer({
    bookDir: dir,
    files: diskFiles(dir),
    build: stubBuild,
    host: '127.0.0.1',
    port: 0,
    strictPort: true,
    open: false,
    // Files written just before the start are not news.
    timing: { pollMs: 10, since: Date.now() + 60_000 },
    messages: wording,
    formatDiagnostics: (diagnostics) =>
      diagnostics
        .map(english)
        .map(({ code, message, at }) => `${code} ${at?.file ?? ''} ${message}`)
        .join('\n'),
    onEvent: (event) => {
      events.push(event)
      wake()
    },
    ...options,
  })
  return server
}

const builds = () => events.filter((event) => event.kind === 'built')
const get = async (name: string): Promise<{ status: number; text: string }> => {
  const response = await fetch(new URL(name, server?.url))
  return { status: response.status, text: await response.text() }
}

/** What a browser that came with a build is told. */
async function listen(build: string): Promise<Message[]> {
  const messages: Message[] = []
  const address = new URL(`/__handbook/events?build=${encodeURIComponent(build)}`, server?.url)
  const response = await fetch(address, { signal: browsers.signal })
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const decoder = new TextDecoder()
  const read = async (): Promise<void> => {
    let text = ''
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      for (const part of parts) {
        const data = /^data: (.*)$/m.exec(part)?.[1]
        if (data !== undefined) messages.push(JSON.parse(data) as Message)
      }
      wake()
    }
  }
  read().catch(() => undefined)
  await until(() => messages.length > 0)
  return messages
}

/** The outputs that the last message named. */
const changedIn = (messages: readonly Message[]): readonly string[] =>
  messages.at(-1)?.changed ?? []

const buildIn = (html: string): string => /data-build="([^"]+)"/.exec(html)?.[1] ?? ''

describe('the first build', () => {
  test('is served, and the terminal hears of it', async () => {
    write('a.md', '开始')
    const { port, url, ready } = await start()
    await ready
    expect((await get('/a.html')).text).toContain('<p>开始</p>')
    expect(events[0]).toEqual({ kind: 'listening', port, wanted: 0, local: url, network: [] })
    expect(builds()[0]).toMatchObject({ changes: [], served: true, changed: 1, diagnostics: [] })
  })

  test('with errors shows them at every address until they are mended', async () => {
    write('a.md', 'BROKEN')
    await start()
    const shown = await get('/any/where.html')
    expect(shown.status).toBe(500)
    expect(shown.text).toContain('asciidoc/message a.md It is broken')
    const messages = await listen(buildIn(shown.text))
    expect(messages[0]?.problems).toBe('asciidoc/message a.md It is broken')
    await server?.ready
    write('a.md', 'mended')
    await until(() => messages.at(-1)?.problems === '')
    expect((await get('/a.html')).text).toContain('<p>mended</p>')
    expect(messages.at(-1)?.build).not.toBe(buildIn(shown.text))
  })
})

test('several books side by side are served as one site, and so is what changes in one', async () => {
  for (const name of ['en', 'ja']) {
    mkdirSync(path.join(dir, name))
    write(`${name}/SUMMARY.md`, '* [Start](README.md)\n* [A](a.md)\n')
    write(`${name}/README.md`, `# Start ${name}\n`)
    write(`${name}/a.md`, '# A\n\n[there](../ja/a.md)\n')
  }
  await (
    await start({ build: buildBook })
  ).ready
  expect((await get('/')).text).toContain('href="ja/index.html" lang="ja"')
  const { text } = await get('/en/a.html')
  expect(text).toContain('<a href="../ja/a.html">there</a>')
  expect(text).toContain('<a href="../ja/a.html" lang="ja"')
  const messages = await listen(buildIn(text))
  write('ja/a.md', '# B\n\nNew words.\n')
  await until(() => changedIn(messages).length > 0)
  expect((await get('/ja/a.html')).text).toContain('New words.')
})

describe('a change', () => {
  test('is built, served and told, with the outputs that are different', async () => {
    write('a.md', '1')
    write('b.md', '1')
    await (
      await start()
    ).ready
    const page = await get('/a.html')
    const messages = await listen(buildIn(page.text))
    expect(messages[0]).toEqual({
      build: buildIn(page.text),
      changed: [],
      problems: '',
      remarks: { title: '', items: [] },
    })
    write('a.md', '2')
    await until(() => messages.length > 1)
    expect(messages[1]?.changed).toEqual(['a.html'])
    expect((await get('/a.html')).text).toContain('<p>2</p>')
    expect(builds().at(-1)).toMatchObject({ changes: ['a.md'], changed: 1, served: true })
  })

  test('of a page of a large book is shown before the rest of the book', async () => {
    write('SUMMARY.md', '* [A](a.md)\n* [B](b.md)\n')
    write('README.md', '# Start\n')
    write('a.md', '# A\n\nOne.\n')
    write('b.md', '# B\n')
    await (
      await start({ build: buildBook, aheadFrom: 2 })
    ).ready
    const messages = await listen(buildIn((await get('/a.html')).text))
    write('a.md', '# A\n\nTwo.\n')
    await until(() => messages.length > 1)
    expect(messages[1]).toMatchObject({ changed: ['a.html'], problems: '' })
    await until(() => builds().length > 1)
    expect((await get('/a.html')).text).toContain('<p>Two.</p>')
    expect(builds().at(-1)).toMatchObject({ changes: ['a.md'], rendered: 1, served: true })
    await until(() => messages.length > 2)
    expect(messages[2]?.changed).not.toContain('a.html')
    expect(messages[2]?.changed).toContain('a.md')
  })

  test('of a copied file is told too, and its new bytes are served', async () => {
    write('图.svg', '<svg/>')
    await (
      await start()
    ).ready
    const messages = await listen('')
    write('图.svg', '<svg id="2"/>')
    await until(() => changedIn(messages).includes('图.svg'))
    expect((await get('/图.svg')).text).toBe('<svg id="2"/>')
  })

  test('of a file is a change of the links to it', async () => {
    write('real.md', '1')
    symlinkSync('real.md', path.join(dir, 'link.md'))
    await (
      await start()
    ).ready
    const messages = await listen('')
    write('real.md', '2')
    await until(() => messages.at(-1)?.changed?.length === 2)
    expect((await get('/link.html')).text).toContain('<p>2</p>')
  })

  test('that removes a page removes it from the site', async () => {
    write('a.md', '1')
    write('b.md', '1')
    await (
      await start()
    ).ready
    const messages = await listen('')
    rmSync(path.join(dir, 'b.md'))
    await until(() => changedIn(messages).includes('b.html'))
    expect((await get('/b.html')).status).toBe(404)
  })

  test('while a build runs waits for its turn, and several become one', async () => {
    write('a.md', '1')
    const running: (() => void)[] = []
    let simultaneous = 0
    await start({
      async build(request, memory) {
        simultaneous += 1
        expect(simultaneous).toBe(1)
        await new Promise<void>((resolve) => {
          running.push(resolve)
          wake()
        })
        simultaneous -= 1
        return stubBuild(request, memory)
      },
    })
    await until(() => running.length === 1)
    running[0]?.()
    await server?.ready
    write('a.md', '2')
    await until(() => running.length === 2)
    write('a.md', '3')
    running[1]?.()
    await until(() => running.length === 3)
    running[2]?.()
    await until(() => builds().length === 3)
    expect((await get('/a.html')).text).toContain('<p>3</p>')
  })

  test('hands the memory of the last build to the next', async () => {
    write('a.md', '1')
    const given: (Memory | undefined)[] = []
    const made: Memory = { cacheKey: 'remembered', results: new Map() }
    await start({
      async build(request, memory) {
        given.push(memory)
        return { ...(await stubBuild(request)), memory: made }
      },
    })
    await server?.ready
    write('a.md', '2')
    await until(() => builds().length >= 2)
    expect(given.slice(0, 2)).toEqual([undefined, made])
  })
})

describe('errors', () => {
  test('keep the last good page, are shown on top of it, and go when mended', async () => {
    write('a.md', 'good')
    await (
      await start()
    ).ready
    const messages = await listen('')
    write('a.md', 'BROKEN')
    await until(() => messages.at(-1)?.problems !== '')
    expect(messages.at(-1)).toMatchObject({
      changed: [],
      problems: 'asciidoc/message a.md It is broken',
    })
    expect((await get('/a.html')).text).toContain('<p>good</p>')
    expect(builds().at(-1)).toMatchObject({ served: false, changed: 0 })

    const late = await listen(messages.at(-1)?.build ?? '')
    expect(late[0]?.problems).toBe('asciidoc/message a.md It is broken')

    write('a.md', 'good')
    await until(() => messages.at(-1)?.problems === '')
    expect(messages.at(-1)?.changed).toEqual([])
  })

  test('that pass leave no change of a copied file untold', async () => {
    write('a.md', 'good')
    write('x.css', '1')
    await (
      await start()
    ).ready
    const messages = await listen('')
    write('a.md', 'BROKEN')
    await until(() => messages.at(-1)?.problems !== '')
    write('x.css', '2')
    await until(() => builds().at(-1)?.changes.map(String).includes('x.css'))
    write('a.md', 'good')
    await until(() => messages.at(-1)?.problems === '')
    expect(messages.at(-1)?.changed).toEqual(['x.css'])
  })

  test('are not what warnings are', async () => {
    write('a.md', 'WARN')
    await (
      await start()
    ).ready
    const messages = await listen('')
    expect(messages[0]?.problems).toBe('')
    expect(builds()[0]?.diagnostics).toHaveLength(1)
    expect((await get('/a.html')).status).toBe(200)
  })

  test('include warnings when those count as errors', async () => {
    write('a.md', 'WARN')
    await (
      await start({ strict: true })
    ).ready
    expect((await get('/a.html')).status).toBe(500)
    expect(builds()[0]?.served).toBe(false)
  })

  test('of the program are shown as such, and the next change builds again', async () => {
    write('a.md', 'good')
    await (
      await start()
    ).ready
    const messages = await listen('')
    write('a.md', 'CRASH')
    await until(() => messages.at(-1)?.problems !== '')
    expect(messages.at(-1)?.problems).toContain('serve/build-failed')
    expect(messages.at(-1)?.problems).toContain('out of cheese')
    write('a.md', 'better')
    await until(() => changedIn(messages).includes('a.html'))
  })
})

test('a browser of an earlier server cannot be told what changed and has to load anew', async () => {
  write('a.md', '1')
  await (
    await start()
  ).ready
  expect((await listen('another-server.3'))[0]?.changed).toBeNull()
})

test('the folder of the book may go and come back', async () => {
  write('a.md', '1')
  await (
    await start()
  ).ready
  const messages = await listen('')
  renameSync(dir, `${dir}-away`)
  await until(() => messages.at(-1)?.problems.includes('serve/folder-missing'))
  expect(events).toContainEqual(expect.objectContaining({ kind: 'problem' }))
  expect((await get('/a.html')).text).toContain('<p>1</p>')
  renameSync(`${dir}-away`, dir)
  await until(() => messages.at(-1)?.problems === '')
  write('a.md', '2')
  await until(() => changedIn(messages).includes('a.html'))
})

test('closing ends at once, also while a build runs and browsers listen', async () => {
  write('a.md', '1')
  let isBuilding = false
  await start({
    build: (request, memory) => {
      if (events.some(({ kind }) => kind === 'built')) {
        isBuilding = true
        wake()
        return new Promise(() => {})
      }
      return stubBuild(request, memory)
    },
  })
  await server?.ready
  await listen('')
  write('a.md', '2')
  await until(() => isBuilding)
  await server?.close()
  expect(events.at(-1)).toEqual({ kind: 'closed' })
  await expect(get('/a.html')).rejects.toThrow('fetch failed')
})

test('everything on the page for missing addresses comes from this server, wherever the site will be', async () => {
  write('book.json', '{ "siteUrl": "https://example.org/path/to/" }')
  write('README.md', '# Home\n')
  const { url, ready } = await start({ build: buildBook })
  await ready
  const missing = await fetch(`${url}a/b/none`)
  expect(missing.status).toBe(404)
  const html = await missing.text()
  const addresses = parse(html)
    .querySelectorAll('[href], [src]')
    .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
    .filter((address) => !/^(?:#|data:|https?:)/.test(address))
  expect(addresses.length).toBeGreaterThan(4)
  for (const address of new Set(addresses)) {
    const { status } = await fetch(new URL(address, missing.url))
    expect([address, status]).toEqual([address, 200])
  }
  expect(html).not.toContain('/path/to/')
})
