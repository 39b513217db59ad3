// The program in the browser, on pages that are simple enough to know every pixel of what must happen.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BuildRequest, Built } from '../../src/pipeline/built.ts'
import { type DevEvent, type DevServer, startDevServer } from '../../src/dev/dev.ts'
import { diskFiles } from '../../src/files/disk.ts'
import { builtOf, errorAt } from '../dev/stub.ts'
import { chromiumPath, launchChromium } from '../support/chromium.ts'
import { english } from '../support/english.ts'
import { chinese as wording } from '../../src/messages/zh/index.ts'

let browser: Browser | undefined
let context: BrowserContext
let dir: string
let server: DevServer
let events: DevEvent[]
let listeners: (() => void)[]

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
})

const chapter = (name: string): string =>
  Array.from(
    { length: 12 },
    (_, index) =>
      `<h2 id="s${index}">${name} ${index}</h2>${'<p>文字 words words words</p>'.repeat(6)}`,
  ).join('\n')

beforeEach(async () => {
  dir = mkdtempSync(path.join(realpathSync(tmpdir()), 'handbook-browser-'))
  events = []
  listeners = []
  write('a.md', chapter('节'))
  write('b.md', chapter('Part'))
  write('style.css', 'h2 { color: rgb(1, 2, 3) }')
  await start(0)
  context = await (browser as Browser).newContext({ viewport: { width: 800, height: 600 } })
})

afterEach(async () => {
  await context.close()
  await server.close()
  rmSync(dir, { recursive: true, force: true })
})

const write = (name: string, text: string): void => writeFileSync(path.join(dir, name), text)

const sidebar = `<nav style="position: fixed; top: 0; left: 0; width: 200px; height: 100%; overflow: auto">${Array.from(
  { length: 80 },
  (_, index) => `<p><a href="x${index}.html">Chapter ${index}</a></p>`,
).join('')}</nav>`

/** Pages with a sidebar, a style sheet and whatever stands in the Markdown file. */
async function stubBuild({ files }: BuildRequest): Promise<Built> {
  const outputs: Record<string, string> = {}
  const diagnostics = []
  for (const file of files.list()) {
    const text = files.text(file)?.text ?? ''
    if (text.includes('BROKEN')) diagnostics.push(errorAt(file, `Broken: ${text.slice(0, 40)}`))
    if (file.endsWith('.md'))
      outputs[file.replace('.md', '.html')] =
        `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${file}</title>` +
        `<link rel="stylesheet" href="style.css"></head><body>${sidebar}` +
        `<main style="margin-left: 220px">${text}</main></body></html>`
    else outputs[file] = `copy:${file}`
  }
  return builtOf(outputs, diagnostics)
}

async function start(port: number): Promise<void> {
  server = await startDevServer({
    bookDir: dir,
    files: diskFiles(dir),
    build: stubBuild,
    host: '127.0.0.1',
    port,
    strictPort: true,
    open: false,
    timing: { since: Date.now() + 60_000 },
    messages: wording,
    formatDiagnostics: (diagnostics) =>
      diagnostics
        .map(english)
        .map(({ code, message, at }) => `${code}\n${at?.file}: ${message}`)
        .join('\n'),
    onEvent: (event) => {
      events.push(event)
      for (const listener of listeners) listener()
    },
  })
  await server.ready
}

/** Opens a page and waits until it listens. */
async function open(name: string): Promise<Page> {
  const page = await context.newPage()
  const listens = page.waitForRequest((request) => request.url().includes('/__handbook/events'))
  await page.goto(new URL(name, server.url).href)
  await listens
  await page.evaluate(() => Object.assign(window, { isOld: true }))
  return page
}

/** Waits for a build that this file caused. */
const built = (file: string): Promise<void> =>
  new Promise((resolve) => {
    const check = (): void => {
      if (
        events.some(
          (event) => event.kind === 'built' && event.changes.some((changed) => changed === file),
        )
      )
        resolve()
    }
    listeners.push(check)
    check()
  })

const isOld = (page: Page): Promise<boolean> => page.evaluate(() => 'isOld' in window)
const reloaded = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => !('isOld' in window) && document.readyState === 'complete')
const problems = (page: Page) => page.locator('handbook-problems pre')

describe.skipIf(chromiumPath() === undefined && !process.env['CI'])('in a browser', () => {
  test('an edited page is loaded anew, another is left alone', async () => {
    const [a, b] = [await open('a.html'), await open('b.html')]
    write('a.md', '<p id="new">新的一页</p>')
    await a.waitForSelector('#new')
    write('b.md', '<p id="new">a new one</p>')
    await b.waitForSelector('#new')
    // By now the first message is long processed by the other tab: it did not reload for it.
    await a.evaluate(() => Object.assign(window, { isOld: true }))
    write('style.css', 'h2 { color: rgb(9, 9, 9) }')
    await b.waitForSelector('link[href*="handbook="]', { state: 'attached' })
    expect(await isOld(a)).toBe(true)
  })

  test('the place on the page is kept, also when text comes in above it', async () => {
    const page = await open('a.html')
    const top = (): Promise<number> =>
      page.evaluate(() => document.querySelector('#s7')?.getBoundingClientRect().top ?? NaN)
    await page.evaluate(() => {
      document.querySelector('#s7')?.scrollIntoView()
      window.scrollBy(0, 30)
    })
    const before = await top()
    write('a.md', `<p>${'新的开头<br>'.repeat(40)}</p>${chapter('节')}<p id="new">end</p>`)
    await page.waitForSelector('#new')
    await page.waitForFunction(() => document.readyState === 'complete')
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(0.5)
  })

  test('the place in the sidebar is kept', async () => {
    const page = await open('a.html')
    await page.evaluate(() => document.querySelector('nav')?.scrollTo(0, 500))
    write('a.md', `${chapter('节')}<p id="new">end</p>`)
    await page.waitForSelector('#new')
    await expect.poll(() => page.evaluate(() => document.querySelector('nav')?.scrollTop)).toBe(500)
  })

  test('the first picture of the new page is already at its place', async () => {
    const page = await open('a.html')
    await page.evaluate(() => window.scrollTo(0, 900))
    await page.addInitScript(() => {
      const seen: number[] = []
      Object.assign(window, { seen })
      requestAnimationFrame(function look() {
        if (document.body !== null) seen.push(window.scrollY)
        if (seen.length < 5) requestAnimationFrame(look)
      })
    })
    write('a.md', `${chapter('节')}<p id="new">end</p>`)
    await page.waitForSelector('#new')
    await page.waitForFunction(() => (window as unknown as { seen: number[] }).seen.length === 5)
    const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen)
    expect(new Set(seen)).toEqual(new Set([900]))
  })

  test('a style sheet is exchanged without loading the page anew', async () => {
    const page = await open('a.html')
    const color = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.querySelector('h2') as Element).color)
    expect(await color()).toBe('rgb(1, 2, 3)')
    for (const shade of ['rgb(4, 5, 6)', 'rgb(7, 8, 9)']) {
      write('style.css', `h2 { color: ${shade} }`)
      await page.waitForFunction(
        (wanted) => getComputedStyle(document.querySelector('h2') as Element).color === wanted,
        shade,
      )
    }
    await page.waitForFunction(() => document.querySelectorAll('link').length === 1)
    expect(await isOld(page)).toBe(true)
  })

  test('a picture or a script of the page loads it anew, those of others do not', async () => {
    write('图.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
    write('other.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
    write('x.js', 'window.version = 1')
    write('a.md', '<p id="first"><img src="图.svg"></p><script src="x.js"></script>')
    const page = await open('a.html')
    await page.waitForSelector('#first')
    await page.evaluate(() => Object.assign(window, { isOld: true }))
    write('other.svg', '<svg xmlns="http://www.w3.org/2000/svg" id="2"/>')
    write('style.css', 'p { color: red }')
    await page.waitForSelector('link[href*="handbook="]', { state: 'attached' })
    expect(await isOld(page)).toBe(true)
    write('图.svg', '<svg xmlns="http://www.w3.org/2000/svg" id="2"/>')
    await reloaded(page)
    await page.evaluate(() => Object.assign(window, { isOld: true }))
    write('x.js', 'window.version = 2')
    await reloaded(page)
    expect(await page.evaluate(() => (window as unknown as { version: number }).version)).toBe(2)
  })

  test('a page that was missing appears when it is written', async () => {
    const page = await open('later.html')
    expect(await page.textContent('h1')).toContain('没有这个页面')
    write('later.md', '<p id="new">后来</p>')
    await page.waitForSelector('#new')
  })

  test('errors lie on top of the last good page, with their text, and go when mended', async () => {
    const page = await open('a.html')
    write('b.md', 'BROKEN 坏了')
    await problems(page).waitFor()
    expect(await problems(page).textContent()).toBe('asciidoc/message\nb.md: Broken: BROKEN 坏了')
    expect(await page.locator('#s0').isVisible()).toBe(true)
    expect(await page.getByRole('dialog', { name: '书中有错误' }).count()).toBe(1)
    write('b.md', 'BROKEN 还是坏的')
    await page.waitForFunction(() =>
      document
        .querySelector('handbook-problems')
        ?.shadowRoot?.querySelector('pre')
        ?.textContent?.includes('还是'),
    )
    write('b.md', 'mended')
    await problems(page).waitFor({ state: 'detached' })
    expect(await isOld(page)).toBe(true)
  })

  test('errors are shown to a browser that comes late', async () => {
    write('b.md', 'BROKEN')
    const page = await open('a.html')
    await problems(page).waitFor()
  })

  test('errors can be put away, and stay away until they are others', async () => {
    const page = await open('a.html')
    write('b.md', 'BROKEN 1')
    await problems(page).waitFor()
    await page.keyboard.press('Escape')
    await problems(page).waitFor({ state: 'detached' })
    await page.addInitScript(() => {
      const shown: (string | null | undefined)[] = []
      Object.assign(window, { shown })
      new MutationObserver((records) => {
        for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
          if (node instanceof Element && node.localName === 'handbook-problems')
            shown.push(node.shadowRoot?.querySelector('pre')?.textContent)
      }).observe(document, { childList: true, subtree: true })
    })
    const listens = page.waitForResponse((response) => response.url().includes('/events'))
    await page.reload()
    await listens
    write('b.md', 'BROKEN 2')
    await problems(page).waitFor()
    const shown = await page.evaluate(() => (window as unknown as { shown: string[] }).shown)
    expect(shown).toEqual(['asciidoc/message\nb.md: Broken: BROKEN 2'])
  })

  test('a book that never was good shows its errors, and then itself', async () => {
    await server.close()
    write('b.md', 'BROKEN from the start')
    await start(server.port)
    const page = await open('a.html')
    expect(await page.textContent('pre')).toContain('BROKEN from the start')
    write('b.md', 'BROKEN differently')
    await page.getByText('BROKEN differently').waitFor()
    expect(await problems(page).count()).toBe(0)
    write('b.md', 'good')
    await page.waitForSelector('#s0')
  })

  test('a tab that nobody sees gives its connection back and later catches up', async () => {
    const page = await open('a.html')
    const turn = (state: string): Promise<void> =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { value, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    const ended = page.waitForEvent('requestfailed', (request) => request.url().includes('/events'))
    await turn('hidden')
    await ended
    write('style.css', 'h2 { color: rgb(5, 5, 5) }')
    await built('style.css')
    await turn('visible')
    await page.waitForSelector('link[href*="handbook="]', { state: 'attached' })
    expect(await isOld(page)).toBe(true)
    await turn('hidden')
    write('a.md', '<p id="new">新的</p>')
    await built('a.md')
    expect(await isOld(page)).toBe(true)
    await turn('visible')
    await page.waitForSelector('#new')
  })

  test('keys in the overlay are not shortcuts of the page', async () => {
    const page = await open('a.html')
    await page.evaluate(() => document.addEventListener('keydown', () => document.body.remove()))
    write('b.md', 'BROKEN')
    await problems(page).waitFor()
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('#s0').count()).toBe(1)
  })

  test('after the server was away the page connects again and is brought up to date', async () => {
    const page = await open('a.html')
    await server.close()
    write('a.md', '<p id="new">新的服务器</p>')
    await start(server.port)
    await page.waitForSelector('#new')
  })
})
