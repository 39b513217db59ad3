// Writing a book with the preview open: the real build, the real theme, a real browser.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { build } from '../../src/pipeline/build.ts'
import { type DevEvent, type DevServer, startDevServer } from '../../src/dev/dev.ts'
import { diskFiles } from '../../src/files/disk.ts'
import { chromiumPath, launchChromium } from '../support/chromium.ts'
import { english as inEnglish } from '../support/english.ts'
import { chinese as wording } from '../../src/messages/zh/index.ts'
import { writeFiles } from '../support/write-files.ts'

let browser: Browser | undefined
let context: BrowserContext | undefined
let dir: string
let server: DevServer
let events: DevEvent[]

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
})

const paragraphs = (text: string, count: number): string => `${text}\n\n`.repeat(count)

const chinese = `# 第一章 播种

春天把种子放进土里，等待雨水。

${Array.from({ length: 10 }, (_, index) => `## 第 ${index + 1} 天\n\n${paragraphs('土还是湿的，叶子还没有出来。', 6)}`).join('')}`

const english = `# Harvest

In autumn the field gives back what it was given.

${Array.from({ length: 10 }, (_, index) => `## Day ${index + 1}\n\n${paragraphs('The wind is dry and the ears are full.', 6)}`).join('')}`

beforeEach(async () => {
  dir = mkdtempSync(path.join(realpathSync(tmpdir()), 'handbook-serve-'))
  events = []
  write('book.json', '{ "title": "田野 The field", "language": "zh-hans" }')
  write('README.md', '# 田野\n\nA book about a field.\n')
  write(
    'SUMMARY.md',
    '# Summary\n\n* [田野](README.md)\n* [播种](播种.md)\n* [Harvest](harvest.md)\n* [农具](tools.adoc)\n',
  )
  write('播种.md', chinese)
  write('harvest.md', english)
  write('tools.adoc', '= 农具\n\ninclude::list.txt[]\n')
  write('list.txt', 'A sickle.\n')
  write('styles/website.css', 'h1 { color: rgb(1, 2, 3) }\n')
  server = await startDevServer({
    bookDir: dir,
    files: diskFiles(dir),
    build,
    host: 'localhost',
    port: 0,
    strictPort: true,
    open: false,
    timing: { since: Date.now() + 60_000 },
    messages: wording,
    formatDiagnostics: (diagnostics) =>
      diagnostics
        .map(inEnglish)
        .map(({ code, message, at }) => `${code} ${at?.file}:${at?.start?.line} ${message}`)
        .join('\n'),
    describeRemarks: (diagnostics) => ({
      title: `${diagnostics.length} warnings`,
      items: diagnostics.map(inEnglish).map(({ message, at }) => ({
        message,
        place: `${at?.file}:${at?.start?.line}`,
        editor: `editor://${at?.file}`,
      })),
    }),
    onEvent: (event) => events.push(event),
  })
  await server.ready
  context = await browser?.newContext({ viewport: { width: 1200, height: 800 } })
})

afterEach(async () => {
  await context?.close()
  await server.close()
  rmSync(dir, { recursive: true, force: true })
})

function write(name: string, text: string): void {
  writeFiles(dir, { [name]: text })
}

/** Opens a page and waits until it listens; a reload takes its mark away. */
async function open(name: string): Promise<Page> {
  if (context === undefined) throw new Error('There is no browser')
  const page = await context.newPage()
  const listens = page.waitForRequest((request) => request.url().includes('/__handbook/events'))
  await page.goto(new URL(name, server.url).href)
  await listens
  await page.evaluate(() => document.documentElement.setAttribute('data-old', ''))
  return page
}

const isOld = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.hasAttribute('data-old'))

describe.skipIf(chromiumPath() === undefined && !process.env['CI'])('while writing', () => {
  test.each([
    {
      name: '播种.html',
      file: '播种.md',
      text: chinese,
      id: '第-7-天',
      news: '新的一段：叶子出来了。',
    },
    { name: 'harvest.html', file: 'harvest.md', text: english, id: 'day-7', news: 'It rained.' },
  ])('$name shows the change where it was being read', async ({ name, file, text, id, news }) => {
    const page = await open(name)
    const top = (): Promise<number> =>
      page.evaluate((of) => document.getElementById(of)?.getBoundingClientRect().top ?? NaN, id)
    await page.evaluate((of) => {
      document.documentElement.style.scrollBehavior = 'auto'
      document.getElementById(of)?.scrollIntoView()
      window.scrollBy(0, 120)
    }, id)
    const before = await top()
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(1000)
    write(file, text.replace('\n\n## ', `\n\n${paragraphs(news, 20)}## `))
    await page.getByText(news).first().waitFor({ state: 'attached' })
    await page.waitForFunction(() => document.readyState === 'complete')
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(2)
  })

  test('a page that takes in another file shows its changes', async () => {
    const page = await open('tools.html')
    write('list.txt', 'A scythe.\n')
    await page.getByText('A scythe.').waitFor({ state: 'attached' })
    const last = events.findLast((event) => event.kind === 'built')
    expect(last).toMatchObject({ changes: ['list.txt'], rendered: 1 })
  })

  test('of two tabs only that of the edited page is loaded anew', async () => {
    const [first, second] = [await open('播种.html'), await open('harvest.html')]
    write('播种.md', chinese.replace('等待雨水', '等待阳光'))
    await first.getByText('等待阳光').waitFor()
    write('styles/website.css', 'h1 { color: rgb(7, 8, 9) }\n')
    for (const page of [first, second])
      await page.waitForFunction(
        () =>
          getComputedStyle(document.querySelector('h1') ?? document.body).color === 'rgb(7, 8, 9)',
      )
    expect(await isOld(second)).toBe(true)
  })

  test('a style sheet is exchanged without loading the page anew', async () => {
    const page = await open('harvest.html')
    const color = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.querySelector('h1') ?? document.body).color)
    expect(await color()).toBe('rgb(1, 2, 3)')
    write('styles/website.css', 'h1 { color: rgb(4, 5, 6) }\n')
    await page.waitForFunction(
      () =>
        getComputedStyle(document.querySelector('h1') ?? document.body).color === 'rgb(4, 5, 6)',
    )
    expect(await isOld(page)).toBe(true)
  })

  test('a broken configuration is shown with its place on top of the page, and goes when mended', async () => {
    const pages = [await open('harvest.html'), await open('播种.html')]
    write('book.json', '{\n  "title": "田野",\n  "language": \n}\n')
    for (const page of pages) {
      const text = page.locator('handbook-problems pre')
      await text.waitFor()
      expect(await text.textContent()).toMatch(/config\/[\w-]+ book\.json:[34] /)
      const dialog = page.getByRole('dialog', { name: '书中有错误' })
      // Not the language of the page, whose signs and voice may be others.
      expect(await dialog.getAttribute('lang')).toBe('zh-Hans')
      expect(await page.locator('h1').first().isVisible()).toBe(true)
    }
    write('book.json', '{ "title": "田野 The field", "language": "zh-hans" }')
    for (const page of pages) {
      await page.locator('handbook-problems').waitFor({ state: 'detached' })
      expect(await isOld(page)).toBe(true)
    }
  })

  test('a warning is a badge with its list, which goes when it is mended, and no page is loaded anew', async () => {
    const page = await open('harvest.html')
    expect(await page.locator('handbook-remarks').count()).toBe(0)
    write('播种.md', `${chinese}\n[没有](gone.md)\n`)
    const badge = page.locator('handbook-remarks summary')
    await badge.waitFor()
    expect(await badge.textContent()).toBe('1 warnings')
    expect(await page.locator('handbook-remarks div').getAttribute('lang')).toBe('zh-Hans')
    await badge.click()
    const place = page.locator('handbook-remarks a')
    expect(await place.textContent()).toMatch(/^播种\.md:\d+$/)
    expect(await place.getAttribute('href')).toBe('editor://播种.md')
    await page.keyboard.press('Escape')
    await place.waitFor({ state: 'hidden' })
    write('播种.md', chinese)
    await page.locator('handbook-remarks').waitFor({ state: 'detached' })
    expect(await isOld(page)).toBe(true)
  })

  test('a new chapter appears in the sidebar, a removed one is gone', async () => {
    const page = await open('harvest.html')
    write('冬天.md', '# 冬天\n\n雪。\n')
    write(
      'SUMMARY.md',
      '# Summary\n\n* [田野](README.md)\n* [Harvest](harvest.md)\n* [冬天](冬天.md)\n',
    )
    const sidebar = page.locator('.book-summary')
    await sidebar.getByText('冬天').waitFor()
    expect(await sidebar.getByText('播种').count()).toBe(0)
    await sidebar.getByText('冬天').click()
    await page.getByText('雪。').waitFor()
  })
})
