// How pages stand: at every width and zoom, in both directions, on paper, below a path, under a strict policy.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { strictPolicy } from '../../scripts/judge/host.ts'
import { chromiumPath } from '../support/chromium.ts'
import { type Garden, createGarden, reachable, sidewaysScroll } from './fixtures/garden.ts'

const chapter = 'en/sowing/first-bed.html'

let garden: Garden

beforeAll(async () => {
  garden = await createGarden()
})

afterEach(() => garden.tidy())

afterAll(() => garden.close())

describe.skipIf(chromiumPath() === undefined)('pages of a built book', () => {
  test.each([320, 390, 768, 960, 1440])('never scroll sideways at %d px', async (width) => {
    const { page, url } = await garden.open('index.html', { width })
    const wide: string[] = []
    for (const name of garden.site.pages) {
      await page.goto(url + name)
      const scroll = await sidewaysScroll(page)
      if (scroll > 0) wide.push(`${name} by ${scroll} px`)
    }
    expect(wide).toEqual([])
  })

  test.each(['en', 'zh', 'ar'])(
    'never scroll sideways at 320 px in the largest size: %s',
    async (space) => {
      const { page, url } = await garden.open('index.html', { width: 320 })
      await page.evaluate(() =>
        localStorage.setItem('handbook', '{"size":"22","measure":"wide","face":"serif"}'),
      )
      for (const name of ['sowing/first-bed.html', 'sowing/reference.html']) {
        await page.goto(`${url}${space}/${name}`)
        expect(await sidewaysScroll(page), name).toBe(0)
      }
    },
  )

  test('have their text at one place, with a list of headings beside it and without', async () => {
    const { page, url } = await garden.open('index.html', { width: 1440 })
    const places = { with: new Set<number>(), without: new Set<number>() }
    for (const name of garden.site.pages.filter((each) => /^en\/\w+\/[\w-]+\.html$/.test(each))) {
      await page.goto(url + name)
      const list = (await page.locator('.page-toc').count()) > 0 ? 'with' : 'without'
      const texts = page.locator('.page-inner:has(> .pager) > .markdown-section')
      for (const text of await texts.all()) places[list].add((await text.boundingBox())?.x ?? -1)
    }
    expect(places.with.size).toBe(1)
    expect(places.without).toEqual(places.with)
  })

  test('hold all text at a zoom of 200 %', async () => {
    const context = { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }
    const { page, url } = await garden.open(chapter, { context })
    for (const name of [chapter, 'zh/sowing/first-bed.html', 'ar/sowing/reference.html']) {
      await page.goto(url + name)
      expect(await sidewaysScroll(page), name).toBe(0)
      expect(await clipped(page.locator('.bar, .page-inner')), name).toEqual([])
    }
  })

  test('hold all text when only the letters are twice as large', async () => {
    const { page } = await garden.open(chapter, { width: 1280 })
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' })
    expect(await sidewaysScroll(page)).toBe(0)
    await page.locator('.settings-button').click()
    await page.locator('.settings').waitFor()
    const panel = await edges(page, '.settings')
    expect(panel.left).toBeGreaterThanOrEqual(0)
    expect(panel.right).toBeLessThanOrEqual(1280)
  })

  test('give words that are spaced out the room they need', async () => {
    const { page } = await garden.open(chapter, { width: 320 })
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
    })
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await clipped(page.locator('.page-inner'))).toEqual([])
  })

  test('work below a path', async () => {
    const { page, url, host, errors } = await garden.open('index.html', { base: '/a/b/' })
    const found = await reachable(page, url)
    expect(found).toEqual(expect.arrayContaining([...garden.linkedPages]))
    await page.goto(url + chapter)
    await page.locator('.navigation-next').click()
    await page.waitForURL('**/a/b/en/sowing/soil.html')
    const missing = host?.takeAnswers().filter(({ status }) => status !== 200)
    expect(missing).toEqual([])
    expect(errors).toEqual([])
  })

  test('work under a strict policy', async () => {
    const { page, errors } = await garden.open(chapter, { policy: strictPolicy })
    await page.locator('.settings-button').click()
    await page.locator('.settings label:has([value=sepia])').click()
    await page.keyboard.press('Escape')
    await page.locator('.grip').press('ArrowRight')
    await page.locator('.copy-button').first().press('Enter')
    await page.reload()
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('sepia')
    expect(errors).toEqual([])
  })
})

describe.skipIf(chromiumPath() === undefined)('a page written from right to left', () => {
  const arabic = 'ar/sowing/first-bed.html'

  test('is mirrored: sidebar on the right, headings of the page on the left', async () => {
    const { page } = await garden.open(arabic)
    expect(await page.getAttribute('html', 'dir')).toBe('rtl')
    const sidebar = await edges(page, '.book-summary')
    const text = await edges(page, '.markdown-section')
    const toc = await edges(page, '.page-toc')
    expect(sidebar.right).toBe(1440)
    expect(text.right).toBeLessThanOrEqual(sidebar.left)
    expect(toc.right).toBeLessThanOrEqual(text.left)
  })

  test('keeps its code from left to right', async () => {
    const { page } = await garden.open(arabic)
    const direction = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).direction)
    expect(await direction('.markdown-section pre')).toBe('ltr')
    expect(await direction('.markdown-section p')).toBe('rtl')
  })

  test('opens its menu on the right of a phone', async () => {
    const { page } = await garden.open(arabic, { width: 390 })
    await page.locator('.menu-button').click()
    await page.locator('.book-summary').waitFor()
    await expect.poll(async () => (await edges(page, '.book-summary')).right).toBe(390)
    expect(await sidewaysScroll(page)).toBe(0)
  })

  test('turns forward with the key that points forward', async () => {
    const { page } = await garden.open(arabic)
    await page.keyboard.press('ArrowLeft')
    await page.waitForURL('**/ar/sowing/soil.html')
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(`**/${arabic}`)
  })
})

/** A row of eighteen cells. */
const row = (cell: string): string => `|${`${cell}|`.repeat(18)}\n`

describe.skipIf(chromiumPath() === undefined)('a page on paper', () => {
  let paper: Garden
  const dir = mkdtempSync(path.join(tmpdir(), 'handbook-paper-'))
  const book = {
    'SUMMARY.md':
      '* [A](README.md)\n* [B](wide.md)\n* [C](names.md)\n* [D](code.md)\n* [E](api.md)\n',
    'code.md': `# D\n\n\`\`\`js showLineNumbers\n${'sow()\n'.repeat(30)}\`\`\`\n`,
    'api.md':
      '# E\n\n{% openapi src="./beds.json" path="/beds" method="post" %}\nbeds.json\n{% endopenapi %}\n',
    'beds.json': JSON.stringify({
      openapi: '3.0.0',
      info: { title: 'Beds', version: '1' },
      paths: {
        '/beds': {
          post: {
            requestBody: { content: { 'application/json': { example: { rows: 3 } } } },
            responses: {
              200: { description: 'Sown', content: { 'text/plain': { example: 'a' } } },
            },
          },
        },
      },
    }),
    'names.md': `# C\n\n|Key|Value|Meaning|\n|-|-|-|\n|\`description\`|text|${'Words about it. '.repeat(20)}|\n\n![](tall.png)\n`,
    'README.md':
      '# A\n\nhttps://example.org/a, <https://example.org/b/>, [here](https://example.org/c)\n',
    'wide.md': `# B\n\nBefore.\n\n${row('a')}${row('-')}${row('b')}\nAfter.\n`,
  }

  beforeAll(async () => {
    for (const [name, text] of Object.entries(book)) writeFileSync(path.join(dir, name), text)
    paper = await createGarden(dir)
  })

  afterEach(() => paper.tidy())

  afterAll(async () => {
    await paper.close()
    rmSync(dir, { recursive: true, force: true })
  })

  const chrome =
    '.skip, .bar, .book-summary, .grip, .breadcrumbs, .page-toc, .pager, .edit, .code-tools, .heading-anchor'

  test('shows the text and nothing around it', async () => {
    const { page } = await garden.open(chapter)
    await page.emulateMedia({ media: 'print' })
    const shown = await page
      .locator(chrome)
      .evaluateAll((elements) =>
        elements.filter((element) => element.checkVisibility()).map(({ className }) => className),
      )
    const text = await page.locator('body').innerText()
    expect(shown).toEqual([])
    expect(text.trimStart().startsWith('The first bed')).toBe(true)
    expect(text).toContain('Forty centimetres are enough')
    for (const word of ['Edit this page', 'All chapters', 'Previous', 'On this page', 'Copy'])
      expect(text).not.toContain(word)
  })

  test('is black on white in every theme, with the addresses of its links and wrapped code', async () => {
    const { page } = await garden.open(chapter)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    for (const theme of ['', 'dark', 'sepia']) {
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme)
      const colors = await page.evaluate(() => {
        const { backgroundColor } = getComputedStyle(document.documentElement)
        return [backgroundColor, getComputedStyle(document.body).color]
      })
      expect(colors, theme).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
    }
    const address = await page
      .locator('a[href="https://example.org/smoke"]')
      .evaluate((link) => getComputedStyle(link, '::after').content)
    const wrap = await page
      .locator('pre')
      .first()
      .evaluate((pre) => getComputedStyle(pre).whiteSpace)
    expect(address).toContain('https://example.org/smoke')
    expect(wrap).toBe('pre-wrap')
  })

  test('says an address once, also where it is its own words', async () => {
    const { page } = await paper.open('index.html')
    await page.emulateMedia({ media: 'print' })
    const printed = await page
      .locator('.markdown-section p:not(.page-info) a')
      .evaluateAll((links) =>
        links.map((link) => link.textContent + getComputedStyle(link, '::after').content),
      )
    expect(printed).toEqual([
      'https://example.org/anone',
      'https://example.org/b/none',
      'here" (https://example.org/c)"',
    ])
  })

  test('breaks no name in the first column of a table, and keeps pictures from filling pages', async () => {
    const { page } = await paper.open('names.html', { width: 640 })
    await page.emulateMedia({ media: 'print' })
    const lines = await page
      .locator('td:first-child code')
      .evaluateAll((names) => names.map((name) => name.getClientRects().length))
    expect(lines).toEqual([1])
    const most = await page
      .locator('.markdown-section img')
      .evaluate((picture) => Number.parseFloat(getComputedStyle(picture).maxHeight))
    expect(most).toBeGreaterThan(200)
    expect(most).toBeLessThan(300)
  })

  test('breaks numbered code neither near its first line nor near its last', async () => {
    const { page } = await paper.open('code.html')
    await page.emulateMedia({ media: 'print' })
    const breaks = await page.locator('.line').evaluateAll((lines) => {
      const looks = lines.map((line) => getComputedStyle(line))
      const isJoined = ({ breakAfter }: CSSStyleDeclaration, index: number): boolean =>
        breakAfter === 'avoid' || looks[index + 1]?.breakBefore === 'avoid'
      return looks.flatMap((look, index) => (isJoined(look, index) ? [] : [index + 1]))
    })
    // Behind which lines a page may end; the last is the end of the block.
    expect(breaks).toEqual([12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 30])
  })

  test('parts no name of an interface from what it names', async () => {
    const { page } = await paper.open('api.html')
    await page.emulateMedia({ media: 'print' })
    const names = await page
      .locator('.api :is(h2, p, summary)')
      .evaluateAll((all) =>
        all.map((name) => [name.textContent, getComputedStyle(name).breakAfter]),
      )
    expect(names.length).toBeGreaterThan(6)
    expect(names.filter(([, value]) => value !== 'avoid')).toEqual([])
  })

  test('lies on its side as a whole where a table has many columns', async () => {
    const { page } = await paper.open('wide.html')
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 (\d+)[.\d]* (\d+)/g)]
    expect(boxes.map(([, width, height]) => Number(width) > Number(height))).toEqual([true])
  })

  test('becomes a document of several pages', async () => {
    const { page } = await garden.open('en/sowing/reference.html')
    const pdf = await page.pdf({ format: 'A4' })
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
    expect(pdf.length).toBeGreaterThan(1000)
    expect(sheets).toBeGreaterThan(1)
  })
})

/** Elements below the given ones whose text is cut off, other than boxes that scroll and titles that end in dots. */
function clipped(locator: Locator): Promise<readonly string[]> {
  return locator.evaluateAll((roots) =>
    roots
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')])
      .filter((element) => {
        const style = getComputedStyle(element)
        if (!element.checkVisibility() || style.textOverflow === 'ellipsis') return false
        if (element.matches('.sr, .sr *, .search-word')) return false
        return style.overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1
      })
      .map((element) => `${element.tagName} ${element.className}`),
  )
}

/** Where an element begins and ends, from the left of the window. */
function edges(page: Page, selector: string): Promise<{ left: number; right: number }> {
  return page.locator(selector).evaluate((element) => {
    const { left, right } = element.getBoundingClientRect()
    return { left, right }
  })
}
