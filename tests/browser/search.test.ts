// Search as readers meet it: from disk and under a strict policy, with a keyboard, an input method, a screen reader.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Host, serveSite, strictPolicy } from '../../scripts/judge/host.ts'
import { searchNames } from '../../scripts/theme/compile.ts'
import { build } from '../../src/pipeline/build.ts'
import { startDevServer } from '../../src/dev/dev.ts'
import { diskFiles } from '../../src/files/disk.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { chromiumPath, launchChromium } from '../support/chromium.ts'
import { idle } from './fixtures/garden.ts'
import { english } from '../../src/messages/en/index.ts'

const book = {
  'LANGS.md': '* [English](en/)\n* [中文](zh/)\n* [العربية](ar/)\n',
  'en/book.json': '{ "title": "Garden", "language": "en" }',
  'en/README.md': '# Welcome\n\nA book about worms and toil.\n',
  'en/SUMMARY.md': '* [Welcome](README.md)\n* [Soil](deep/soil.md)\n* [Secret](secret.md)\n',
  'en/deep/soil.md': `# Soil\n\n${'Words about loam. '.repeat(80)}\n\n## Worms & water\n\nWorms dig.\n`,
  'en/secret.md': '---\nsearch: false\n---\n# Secret\n\nWorms again.\n',
  'zh/book.json': '{ "title": "菜园", "language": "zh-hans" }',
  'zh/README.md': '# 菜园\n\n一本关于蚯蚓的书。\n',
  'zh/SUMMARY.md': '* [菜园](README.md)\n* [浇水](water.md)\n',
  'zh/water.md': '# 浇水\n\n## 时间\n\n早晨浇水比中午好。\n',
  'ar/book.json': '{ "title": "حديقة", "language": "ar" }',
  'ar/README.md': '# حديقة\n\nكتاب عن التربة.\n',
}

let browser: Browser | undefined
let context: BrowserContext | undefined
let host: Host
let dir: string
const errors: string[] = []

const temporary = (): string => mkdtempSync(path.join(realpathSync(tmpdir()), 'handbook-search-'))

beforeAll(async () => {
  browser = await launchChromium()
  dir = temporary()
  const { outputs } = await build({ files: memoryFiles(book) })
  for (const file of outputs.values()) {
    if (file.kind !== 'made') continue
    const place = path.join(dir, file.path)
    mkdirSync(path.dirname(place), { recursive: true })
    writeFileSync(place, file.content)
  }
  host = await serveSite(dir, { policy: strictPolicy })
})

afterEach(async () => {
  await context?.close()
  expect(errors.splice(0)).toEqual([])
})

afterAll(async () => {
  await browser?.close()
  await host.close()
  rmSync(dir, { recursive: true, force: true })
})

const fromDisk = (name: string): string => new URL(name, `${pathToFileURL(dir).href}/`).href
const fromHost = (name: string): string => new URL(name, host.url).href

async function open(
  url: string,
  options: { script?: boolean; width?: number } = {},
): Promise<Page> {
  context = await browser?.newContext({
    viewport: { width: options.width ?? 1200, height: 700 },
    javaScriptEnabled: options.script ?? true,
  })
  if (context === undefined) throw new Error('no browser')
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => {
    // A page that is left before it has been shown.
    if (!message.startsWith('Transition was')) errors.push(message)
  })
  await page.goto(url)
  return page
}

async function ask(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/')
  await page.waitForSelector('dialog.search[open]')
  await page.keyboard.insertText(query)
}

const status = '.search [role=status]'
const said = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction(
    ([place, wanted]) => document.querySelector(place as string)?.textContent === wanted,
    [status, text],
  )

const places = [
  ['from disk', fromDisk],
  ['under a strict policy', fromHost],
] as const

describe.skipIf(chromiumPath() === undefined && !process.env['CI'])('search', () => {
  test.each(places)('leads to a section and back with the keyboard alone, %s', async (_, at) => {
    const page = await open(at('en/index.html'))
    await page.keyboard.press('Control+k')
    await page.waitForSelector('dialog.search[open]')
    await page.keyboard.type('worms')
    await said(page, 'Results: 2')
    expect(await page.locator('.search-page .search-title').allTextContents()).toEqual([
      'Soil',
      'Welcome',
    ])
    await page.keyboard.press('ArrowDown')
    const active = await page.getAttribute('.search input', 'aria-activedescendant')
    expect(await page.getAttribute(`#${active}`, 'aria-selected')).toBe('true')
    expect(await page.textContent(`#${active} mark`)).toBe('Worms')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/en\/deep\/soil\.html\?h=worms#worms--water$/)
    await page.goBack()
    await page.waitForSelector('dialog.search[open]')
    await said(page, 'Results: 2')
    expect(await page.inputValue('.search input')).toBe('worms')
  })

  test('gives the focus back when it is closed', async () => {
    const page = await open(fromDisk('en/deep/soil.html'))
    await page.focus('.search-button')
    await page.keyboard.press('Enter')
    await page.waitForSelector('dialog.search[open]')
    await page.keyboard.press('Escape')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.className))
      .toBe('search-button')
    await expect.poll(() => page.evaluate(() => location.search)).toBe('')
  })

  test('asks nothing while text is being composed', async () => {
    const page = await open(fromDisk('zh/index.html'))
    await page.keyboard.press('/')
    await page.waitForSelector('dialog.search[open]')
    const input = await page.context().newCDPSession(page)
    await input.send('Input.imeSetComposition', {
      text: 'jiao',
      selectionStart: 4,
      selectionEnd: 4,
    })
    await page.keyboard.press('Enter')
    expect(await page.locator('.search-group').count()).toBe(0)
    expect(await page.textContent(status)).toBe('')
    await input.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
    await input.send('Input.insertText', { text: '浇水' })
    await said(page, '1 条结果')
    expect(await page.textContent('.search-heading')).toBe('时间')
    expect(page.url()).toContain('/zh/index.html')
  })

  test('opens with the query of a link, and marks that of an old one', async () => {
    const page = await open(fromHost('en/index.html?q=loam'))
    await said(page, 'Results: 1')
    await page.goto(fromHost('en/deep/soil.html?h=dig'))
    await page.waitForSelector('.markdown-section mark')
    expect(await page.locator('.markdown-section mark').allTextContents()).toEqual(['dig'])
  })

  test('stays within its language, and leaves out what must not be found', async () => {
    const page = await open(fromDisk('en/index.html'))
    await ask(page, '蚯蚓')
    await said(page, 'Nothing found for “蚯蚓”')
    await page.fill('.search input', 'secret')
    await said(page, 'Nothing found for “secret”')
  })

  test('offers what was probably meant', async () => {
    const page = await open(fromDisk('en/index.html'))
    await ask(page, 'wroms')
    await said(page, 'Nothing found for “wroms”. Perhaps you meant')
    expect(await page.locator('.search-title').allTextContents()).toEqual(['Soil', 'Welcome'])
  })

  test('remembers queries that led somewhere', async () => {
    const page = await open(fromHost('en/index.html'))
    await ask(page, 'loam')
    await page.waitForSelector('.search-group')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/soil\.html\?h=loam$/)
    await page.keyboard.press('/')
    await page.waitForSelector('.search-recent')
    expect(await page.locator('.search-recent').allTextContents()).toEqual(['loam'])
    expect(await page.locator('.search [role=group]').getAttribute('aria-label')).toBe(
      'Recent searches',
    )
    expect(await page.textContent('.search-near')).toBe('Recent searches')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await said(page, 'Results: 1')
  })

  test('a result opens in a new tab with Control and Enter', async () => {
    const page = await open(fromHost('en/index.html'))
    await ask(page, 'loam')
    await page.waitForSelector('.search-group')
    const opened = page.context().waitForEvent('page')
    await page.keyboard.press('Control+Enter')
    const tab = await opened
    await tab.waitForURL(/soil\.html/)
    expect(page.url()).toContain('en/index.html')
  })

  test.each([
    ['en/index.html', 'worms', 'light', 1200],
    ['en/index.html', 'soil', 'dark', 1200],
    ['zh/index.html', '浇水', 'dark', 400],
    ['ar/index.html', 'التربة', 'light', 1200],
  ] as const)('%s has an accessible dialog', async (name, query, colorScheme, width) => {
    const page = await open(fromDisk(name), { width })
    await page.emulateMedia({ colorScheme })
    await ask(page, query)
    await page.waitForSelector('.search-group')
    await page.evaluate(axe.source)
    const violations = await page.evaluate(async () => {
      const checker = (globalThis as unknown as { axe: typeof axe }).axe
      const tags = [
        'wcag2a',
        'wcag2aa',
        'wcag2aaa',
        'wcag21a',
        'wcag21aa',
        'wcag22aa',
        'best-practice',
      ]
      const found = await checker.run(document, { runOnly: tags })
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    })
    expect(violations).toEqual([])
    const box = await page.locator('.search').boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
  })

  test('without scripts its button leads to all chapters', async () => {
    const page = await open(fromDisk('en/index.html'), { script: false })
    await page.click('.search-button')
    await page.waitForURL('**/en/handbook/contents.html')
  })

  test('what its scripts make short is a name of theirs alone', async () => {
    const page = await open(fromHost('en/index.html'))
    await ask(page, 'loam')
    await page.waitForSelector('.search-group')
    const shared = await page.evaluate(
      (names) => {
        const kit = (globalThis as unknown as { readonly handbookKit: object }).handbookKit
        const made = ['a', 'dialog', 'input', 'link', 'mark', 'script'].map((name) =>
          document.createElement(name),
        )
        const others = [globalThis, document, location, history, new KeyboardEvent('x')]
        const values = [
          [],
          new Map(),
          new Set(),
          /x/,
          new URL(location.href),
          document.createRange(),
        ]
        const { dataset } =
          document.querySelector<HTMLElement>('.search [role=status]') ?? document.body
        const used = [kit, dataset, ...made, ...others, ...values, document.createTextNode('')]
        return names.filter((name) => used.some((one) => name in one))
      },
      [...searchNames],
    )
    expect(shared).toEqual([])
  })

  test('a page loads nothing of it before somebody is about to ask', async () => {
    const page = await open(fromHost('en/index.html'))
    await idle(page)
    const loaded = (): Promise<readonly string[]> =>
      page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name))
    expect((await loaded()).filter((url) => url.includes('search'))).toEqual([])
    await page.hover('.search-button')
    await page.waitForFunction(() => 'handbookSearch' in globalThis)
    expect((await loaded()).some((url) => url.includes('search.js'))).toBe(true)
  })

  test('the first file is asked for anew, so that no browser keeps an old index', async () => {
    const page = await open(fromHost('en/index.html'))
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await ask(page, 'loam')
    await said(page, 'Results: 1')
    await page.reload()
    await said(page, 'Results: 1')
    const first = asked.filter((url) => url.includes('/search/index.js'))
    expect(first).toEqual([
      expect.stringMatching(/index\.js\?\d{13}$/),
      expect.stringMatching(/index\.js\?\d{13}$/),
    ])
    expect(first[0]).not.toBe(first[1])
    // The others lie under a name that changes with their content.
    const others = asked.filter((url) => /\/search\/(?!index)/.test(url))
    expect(others.length).toBeGreaterThan(1)
    for (const url of others) expect(url).toMatch(/\?v=\w+$/)
  })

  test('while writing, a new word is found right after it is saved', async () => {
    const source = temporary()
    writeFileSync(path.join(source, 'README.md'), '# 田野\n\nA field.\n')
    const server = await startDevServer({
      bookDir: source,
      files: diskFiles(source),
      build,
      host: 'localhost',
      port: 0,
      strictPort: true,
      open: false,
      messages: english,
      formatDiagnostics: () => '',
      onEvent: () => undefined,
    })
    try {
      await server.ready
      const page = await open(`${server.url}?q=nightingale`)
      await said(page, 'Nothing found for “nightingale”')
      writeFileSync(path.join(source, 'README.md'), '# 田野\n\nA nightingale sings.\n')
      await said(page, 'Results: 1')
    } finally {
      await server.close()
      rmSync(source, { recursive: true, force: true })
    }
  })
})
