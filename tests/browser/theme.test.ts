// The default theme in the browser: pages of a real book, opened from disk.
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../src/pipeline/build.ts'
import { compare } from '../../src/core/diagnostic.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { chromiumPath, launchChromium } from '../support/chromium.ts'

const rows = Array.from({ length: 90 }, (_, index) => index + 1)
const chapter = (row: number): string => `c${row}.md`

const book = {
  'book.json': '{ "title": "种菜", "language": "en" }',
  'README.md': '# Welcome\n\nText.\n',
  'SUMMARY.md': [
    '# Summary',
    '* [Welcome](README.md)',
    ...rows.flatMap((row) => [
      `* [Bed ${row}](${chapter(row)})`,
      `  * [Row of bed ${row}](${chapter(row)}#row)`,
    ]),
    '## Second part',
    '* [Elsewhere](https://example.org/)',
    '* [Compost](compost.md)',
  ].join('\n'),
  'compost.md': '# Compost\n',
  ...Object.fromEntries(
    rows.map((row) => [
      chapter(row),
      `# Bed ${row}\n\n${'Words. '.repeat(400)}\n\n## Row {#row}\n\n\`\`\`console\n$ sow --row ${row}\n$ water\n\`\`\`\n\n${'文字。'.repeat(400)}\n\n## Last\n\nEnd.\n`,
    ]),
  ),
}

let browser: Browser | undefined
let context: BrowserContext | undefined
let dir: string

beforeAll(async () => {
  browser = await launchChromium()
  dir = mkdtempSync(path.join(realpathSync(tmpdir()), 'handbook-theme-'))
  const { outputs } = await build({ files: memoryFiles(book) })
  for (const file of outputs.values()) {
    if (file.kind !== 'made') continue
    const place = path.join(dir, file.path)
    mkdirSync(path.dirname(place), { recursive: true })
    writeFileSync(place, file.content)
  }
})

afterEach(async () => {
  await context?.close()
})

afterAll(async () => {
  await browser?.close()
  rmSync(dir, { recursive: true, force: true })
})

async function open(
  name: string,
  options: { width?: number; script?: boolean } = {},
): Promise<Page> {
  context = await browser?.newContext({
    viewport: { width: options.width ?? 1440, height: 800 },
    javaScriptEnabled: options.script ?? true,
  })
  if (context === undefined) throw new Error('no browser')
  const page = await context.newPage()
  await page.goto(new URL(name, `${pathToFileURL(dir).href}/`).href)
  return page
}

const themeOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['theme'])

/** What is computed for every element and for what stands before and after it. */
const looks = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body, body *')].flatMap((element) =>
      [null, '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(element, part)
        return [...style]
          .filter((name) => !name.startsWith('--'))
          .map((name) => `${element.tagName} ${part} ${name}: ${style.getPropertyValue(name)}`)
      }),
    ),
  )

/** The parts of the style sheet before they are joined and minified. */
function sourceStyles(): string {
  const folder = path.join(import.meta.dirname, '../../templates/assets/style')
  return readdirSync(folder)
    .sort(compare)
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n')
}

describe.skipIf(chromiumPath() === undefined)('the default theme', () => {
  test('completes its sidebar from the shared file', async () => {
    const page = await open('c45.html')
    const known = await page.locator('.summary > .chapter').count()
    await page.click('.summary > .gap >> nth=0 >> a')
    await page.waitForSelector('.summary > [data-level="1.91"]')
    const levels = await page
      .locator('.summary > [data-level^="1."]')
      .evaluateAll((list) => list.map((row) => row.getAttribute('data-level')))
    expect(known).toBeLessThan(60)
    expect(levels).toEqual(Array.from({ length: 91 }, (_, index) => `1.${index + 1}`))
  })

  test('unfolds chapters and parts on demand, and remembers it', async () => {
    const page = await open('c45.html')
    await page.click('[data-level="1.40"] > .fold')
    await page.waitForSelector('[data-level="1.40.1"]')
    expect(await page.getAttribute('[data-level="1.40.1"] > a', 'href')).toBe('c39.html#row')
    await page.click('.header .fold')
    await page.waitForSelector('[data-level="2.2"]')
    expect(await page.getAttribute('[data-level="2.1"] > a', 'rel')).toBe('external')
    await page.reload()
    await page.waitForSelector('[data-level="1.40.1"]')
  })

  test('turns pages and themes by single keys, which a reader can switch off', async () => {
    const page = await open('c45.html')
    await page.keyboard.press('t')
    expect(await themeOf(page)).toBe('light')
    await page.keyboard.press('ArrowRight')
    await page.waitForURL('**/c46.html')
    expect(await themeOf(page)).toBe('light')
    await page.click('.settings-button')
    await page.click('.settings [name=keys]')
    await page.keyboard.press('Escape')
    await page.locator('.settings').waitFor({ state: 'hidden' })
    await page.keyboard.press('t')
    expect(await themeOf(page)).toBe('light')
  })

  test('keeps what the reader chose, and forgets it again', async () => {
    const page = await open('c45.html')
    await page.click('.settings-button')
    await page.fill('.settings [name=size]', '20')
    await page.click('.settings label:has([value=sepia])')
    await page.reload()
    expect(
      await page.evaluate(() =>
        Object.fromEntries(Object.entries(document.documentElement.dataset)),
      ),
    ).toEqual({
      size: '20',
      theme: 'sepia',
    })
    await page.click('.settings-button')
    await page.click('.settings [type=reset]')
    expect(
      await page.evaluate(() =>
        Object.fromEntries(Object.entries(document.documentElement.dataset)),
      ),
    ).toEqual({})
  })

  test('copies code without prompts and says so', async () => {
    const page = await open('c45.html')
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: (text: string) => (document.title = JSON.stringify(text)) },
      })
    })
    await page.hover('pre')
    await page.click('.copy-button')
    expect(await page.title()).toBe(String.raw`"sow --row 45\nwater"`)
    await page.waitForFunction(
      () => document.querySelector('[role=status]')?.textContent === 'Copied',
    )
  })

  test('marks the section being read', async () => {
    const page = await open('c45.html#row')
    const current = page.locator('.page-toc [aria-current]')
    await expect.poll(() => current.allTextContents()).toEqual(['Row'])
  })

  test('has its menu and no dead controls without scripts', async () => {
    const page = await open('c45.html', { width: 320, script: false })
    expect(await page.isVisible('.book-summary')).toBe(false)
    await page.click('.menu-button')
    await page.locator('.book-summary .active').waitFor()
    await page.click('.close-button')
    await page.locator('.book-summary').waitFor({ state: 'hidden' })
    expect(await page.isVisible('.settings-button')).toBe(false)
    expect(await page.locator('.fold, .copy-button').count()).toBe(0)
  })

  test.each([
    [1440, 'dark'],
    [800, 'sepia'],
    [390, 'light'],
  ])('looks as its sources say, %d pixels wide and %s', async (width, theme) => {
    const page = await open('c45.html', { width })
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme)
    const compiled = await looks(page)
    expect(compiled.length).toBeGreaterThan(100_000)
    await page.addStyleTag({ content: sourceStyles() })
    await page.evaluate(() => document.querySelector('link[rel=stylesheet]')?.remove())
    const source = await looks(page)
    expect(compiled.filter((value, index) => value !== source[index])).toEqual([])
  })

  test('never scrolls sideways on a narrow screen', async () => {
    const page = await open('c45.html', { width: 320 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
})
