// What readers can do: with nothing but a keyboard, without scripts, with files from a disk.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { writeBook } from '../../scripts/bench/book.ts'
import { strictPolicy } from '../../scripts/judge/host.ts'
import { chromiumPath } from '../support/chromium.ts'
import { type Garden, type View, createGarden, reachable, visibleLinks } from './fixtures/garden.ts'

const chapter = 'en/sowing/first-bed.html'

let garden: Garden

beforeAll(async () => {
  garden = await createGarden()
})

afterEach(() => garden.tidy())

afterAll(() => garden.close())

const theme = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['theme'])

const focused = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)

const shown = (page: Page, selector: string): Promise<void> =>
  page.locator(selector).first().waitFor({ state: 'visible' })
const gone = (page: Page, selector: string): Promise<void> =>
  page.locator(selector).first().waitFor({ state: 'hidden' })

/** The panel comes when it is first asked for: it takes the focus from where that is then. */
async function openSettings(page: Page): Promise<void> {
  await tabTo(page, '.settings-button')
  await page.keyboard.press('Enter')
  await shown(page, '.settings')
}

/** Presses Tab until the focus is there, as a reader would. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    if (await focused(page, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key never reaches ${selector}`)
}

/** A place where the focus was. */
interface Stop {
  readonly element: string
  /** A ring is drawn around it. */
  readonly ringed: boolean
  /** Not behind the bar, nor outside of the window. */
  readonly seen: boolean
  /** It comes after the stop before it in the page. */
  readonly ordered: boolean
}

/** Goes through the whole page by Tab, and gives each stop. */
async function tabThrough(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  for (let presses = 0; presses < 300; presses++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(describeStop)
    if (stop === undefined) return stops
    stops.push(stop)
  }
  throw new Error('the Tab key never leaves the page')
}

/** Runs in the page. Elements that had the focus are marked. */
function describeStop(): Stop | undefined {
  const element = document.activeElement as HTMLElement | null
  if (element === null || element === document.body || element.dataset['stop'] !== undefined)
    return undefined
  const stops = document.querySelectorAll<HTMLElement>('[data-stop]')
  const last = [...stops].find(({ dataset }) => dataset['stop'] === String(stops.length - 1))
  element.dataset['stop'] = String(stops.length)
  const style = getComputedStyle(element)
  const label = element.closest('label')
  const ring = [element, ...(label ? [label] : [])].some((part) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(part)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  })
  const box = element.getBoundingClientRect()
  const bar = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0
  const top = element.closest('.bar, .skip, [popover], dialog, .book-summary') === null ? bar : 0
  const seen = box.bottom > top && box.top < innerHeight && Number(style.opacity) > 0
  const follows =
    last === undefined ||
    (last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
  return { element: element.outerHTML.slice(0, 90), ringed: ring, seen, ordered: follows }
}

/** Controls that can be seen and never had the focus. */
const missed = (page: Page): Promise<readonly string[]> =>
  page.locator('a[href], button, summary, input, [tabindex="0"]').evaluateAll((elements) =>
    (elements as HTMLElement[])
      .filter((element) => {
        if (!element.checkVisibility() || element.dataset['stop'] !== undefined) return false
        return element.tabIndex >= 0 && !element.matches(':disabled, [type=radio]:not(:checked)')
      })
      .map((element) => element.outerHTML.slice(0, 90)),
  )

/** A page on a phone that shares, and keeps what it was asked to share in its title. */
async function onPhone(shares: boolean): Promise<Page> {
  const context = { hasTouch: true, isMobile: true, permissions: ['clipboard-write'] }
  const { page } = await garden.open(`${chapter}?h=seed`, { width: 390, context })
  await page.addInitScript((can) => {
    const sharing = {
      share: ({ url = '' }: ShareData): Promise<void> => {
        document.title = `shared ${url}`
        return Promise.resolve()
      },
    }
    Object.defineProperty(Navigator.prototype, 'share', { value: can ? sharing.share : undefined })
  }, shares)
  await page.reload()
  return page
}

describe.skipIf(chromiumPath() === undefined)('with a finger', () => {
  test('a page and a heading are shared by what the phone has for it, without what was searched', async () => {
    const page = await onPhone(true)
    await page.tap('.share-page')
    await expect.poll(() => page.title()).toMatch(/^shared http:[^?#]*first-bed\.html$/)
    await page.locator('h2 > .heading-anchor').first().focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.title()).toMatch(/^shared http:[^?]*first-bed\.html#./)
  })

  test('a phone that cannot share shows no button for it', async () => {
    const page = await onPhone(false)
    expect(await page.locator('.share-page').count()).toBe(1)
    expect(await page.isVisible('.share-page')).toBe(false)
    const { page: desk } = await garden.open(chapter)
    expect(await desk.isVisible('.share-page')).toBe(false)
  })

  test('what is done with code stands above its first line, and moves nothing when it comes', async () => {
    const { page } = await garden.open(chapter, {
      width: 390,
      context: { hasTouch: true, isMobile: true },
    })
    const spaces = await page.locator('.code:has(> pre)').evaluateAll((boxes) =>
      boxes.map((box) => {
        const first = document.createRange()
        first.selectNodeContents(box.querySelector('pre code') ?? box)
        const icons = [...box.querySelectorAll('.code-tools .icon')]
        const lowest = Math.max(...icons.map((icon) => icon.getBoundingClientRect().bottom))
        return (first.getClientRects()[0]?.top ?? NaN) - lowest
      }),
    )
    expect(spaces.length).toBeGreaterThan(0)
    expect(spaces.filter((space) => !(space >= 0))).toEqual([])
    const heights = (): Promise<readonly number[]> =>
      page
        .locator('.markdown-section pre:has(> code)')
        .evaluateAll((samples) => samples.map((sample) => sample.clientHeight))
    const made = await heights()
    await page.evaluate(() =>
      document.querySelectorAll('.code-tools').forEach((one) => one.remove()),
    )
    expect(await heights()).toEqual(made)
  })

  test('boxes that scroll are moved by a finger, and the page stays where it is', async () => {
    const { page } = await garden.open('en/sowing/reference.html', {
      width: 390,
      context: { hasTouch: true, isMobile: true },
    })
    const wide = page.locator('.table-wrap').first()
    await wide.scrollIntoViewIfNeeded()
    const box = await wide.boundingBox()
    const client = await page.context().newCDPSession(page)
    const [x, y] = [(box?.x ?? 0) + 250, (box?.y ?? 0) + 30]
    await client.send('Input.synthesizeScrollGesture', { x, y, xDistance: -150, yDistance: 0 })
    await expect.poll(() => wide.evaluate((element) => element.scrollLeft)).toBeGreaterThan(50)
    expect(await page.evaluate(() => scrollX)).toBe(0)
  })
})

describe.skipIf(chromiumPath() === undefined)('with the keyboard alone', () => {
  test.each([
    ['a chapter on a wide screen', chapter, 1440],
    ['a chapter on a phone', chapter, 390],
    ['a chapter from right to left', 'ar/sowing/first-bed.html', 1440],
    ['the list of all chapters', 'en/handbook/contents.html', 1440],
    ['the choice of languages', 'index.html', 1440],
  ])('every control of %s is reached, in order, and seen', async (_, name, width) => {
    const { page } = await garden.open(name, { width })
    const stops = await tabThrough(page)
    expect(stops.length).toBeGreaterThan(2)
    expect(stops.filter(({ ringed, seen, ordered }) => !ringed || !seen || !ordered)).toEqual([])
    expect(await missed(page)).toEqual([])
  })

  test('the first stop leads past everything to the text', async () => {
    const { page } = await garden.open(chapter)
    await page.keyboard.press('Tab')
    expect(await focused(page, '.skip')).toBe(true)
    await page.keyboard.press('Enter')
    expect(await focused(page, 'main')).toBe(true)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  })

  test('settings are opened, changed and left', async () => {
    const { page } = await garden.open(chapter)
    await openSettings(page)
    await tabTo(page, '.settings [name=theme]')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await theme(page)).toBe('dark')
    await tabTo(page, '.settings [name=size]')
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.documentElement.dataset['size'])).toBe('18')
    await page.keyboard.press('Escape')
    await gone(page, '.settings')
    await expect.poll(() => focused(page, '.settings-button')).toBe(true)
  })

  test('every control of the settings is reached, in order, and seen', async () => {
    const { page } = await garden.open(chapter, { width: 390 })
    await openSettings(page)
    await tabTo(page, '.settings .help-button')
    await page.keyboard.press('Enter')
    await shown(page, 'dialog.help')
    await page.keyboard.press('Escape')
    await gone(page, 'dialog.help')
  })

  test('a reader leaves the look that the book has, for good', async () => {
    const { page } = await garden.open(chapter)
    await page.route('**/*.html', async (route) => {
      const answer = await route.fetch()
      const html = await answer.text()
      const body = html.replace('<html ', '<html data-theme="sepia" ')
      await route.fulfill({ response: answer, body })
    })
    await page.reload()
    expect(await theme(page)).toBe('sepia')
    await page.keyboard.press('t')
    await page.waitForFunction(() => document.documentElement.dataset['theme'] === '')
    await page.reload()
    expect(await theme(page)).toBe('')
  })

  test('the list of keys opens, closes and gives the focus back', async () => {
    const { page } = await garden.open(chapter)
    await tabTo(page, '.book-title')
    await page.keyboard.press('?')
    await shown(page, 'dialog.help')
    await page.keyboard.press('t')
    expect(await theme(page)).toBeUndefined()
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page, '.book-title')).toBe(true)
  })

  test('the language is changed on the same page', async () => {
    const { page } = await garden.open(chapter)
    await tabTo(page, '.languages summary')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page, '.languages summary')).toBe(true)
    await page.keyboard.press('Enter')
    await tabTo(page, '.languages a[lang=ar]')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/ar/sowing/first-bed.html')
  })

  test('the menu of a phone opens, is read, and gives the focus back', async () => {
    const { page } = await garden.open(chapter, { width: 390 })
    await tabTo(page, '.menu-button')
    await page.keyboard.press('Enter')
    await shown(page, '.book-summary')
    await tabTo(page, '.book-summary a')
    await page.keyboard.press('Escape')
    await gone(page, '.book-summary')
    await expect.poll(() => focused(page, '.menu-button')).toBe(true)
    await page.keyboard.press('Enter')
    await shown(page, '.book-summary')
    await tabTo(page, '.book-summary a[href="reference.html"]')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/en/sowing/reference.html')
  })

  test('a branch of the sidebar folds and unfolds', async () => {
    const { page } = await garden.open('zh/index.html')
    await tabTo(page, '[data-level="2.1"] > .fold')
    await page.keyboard.press('Enter')
    await gone(page, '[data-level="2.1.1"]')
    await page.keyboard.press('Enter')
    await shown(page, '[data-level="2.1.1"]')
    await page.keyboard.press('Tab')
    expect(await focused(page, '[data-level="2.1.1"] > a')).toBe(true)
  })

  test('code is scrolled by the arrows, which then turn no page', async () => {
    const { page } = await garden.open('en/sowing/reference.html', { width: 390 })
    const block = page.locator('pre').last()
    await block.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => block.evaluate((pre) => pre.scrollLeft)).toBeGreaterThan(0)
    expect(page.url()).toContain('reference.html')
  })

  test('the width of the sidebar is changed', async () => {
    const { page } = await garden.open(chapter)
    await tabTo(page, '.grip')
    const before = await page.locator('.book-summary').evaluate(({ clientWidth }) => clientWidth)
    await page.keyboard.press('ArrowRight')
    const after = await page.locator('.book-summary').evaluate(({ clientWidth }) => clientWidth)
    expect(after - before).toBe(16)
  })

  test('keys that belong to an input method do nothing', async () => {
    const { page } = await garden.open(chapter)
    const start = page.url()
    const state = (): Promise<string> =>
      page.evaluate(() =>
        JSON.stringify([
          Object.entries(document.documentElement.dataset),
          location.href,
          document.querySelectorAll('[open]').length,
        ]),
      )
    const before = await state()
    await page.evaluate(() => {
      for (const key of ['t', 's', '?', '/', 'ArrowLeft', 'ArrowRight'])
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, isComposing: true }),
        )
    })
    expect(await state()).toBe(before)
    expect(page.url()).toBe(start)
    await page.keyboard.press('t')
    expect(await state()).not.toBe(before)
  })

  test('keys with a modifier are left to the browser', async () => {
    const { page } = await garden.open(chapter)
    for (const keys of ['Control+s', 'Alt+t', 'Meta+t', 'Control+/'])
      await page.keyboard.press(keys)
    expect(await page.evaluate(() => Object.keys(document.documentElement.dataset))).toEqual([])
  })
})

describe.skipIf(chromiumPath() === undefined)('without scripts', () => {
  test.each([1440, 390])('every page is reached by its links at %d px', async (width) => {
    const { page, url } = await garden.open('index.html', { width, script: false })
    const found = await reachable(page, url)
    expect(found).toEqual(expect.arrayContaining([...garden.linkedPages]))
  })

  test('all text is there', async () => {
    const { page } = await garden.open(chapter, { script: false })
    const text = await page.locator('main').innerText()
    for (const part of [
      'Humus'.toLowerCase(),
      'Snails read',
      'garden sow --bed 3',
      'two weeks in sand',
      'So do robins',
      'says it with',
    ])
      expect(text).toContain(part)
    const hidden = await page
      .locator('.markdown-section :not([data-chrome] *)')
      .evaluateAll((elements) =>
        elements.filter((element) => !element.checkVisibility()).map(({ outerHTML }) => outerHTML),
      )
    expect(hidden).toEqual([])
  })

  test('no control is shown that cannot work', async () => {
    const { page } = await garden.open(chapter, { script: false })
    const dead = await page
      .locator('button')
      .evaluateAll((buttons) =>
        buttons
          .filter((button) => button.checkVisibility() && !button.hasAttribute('popovertarget'))
          .map(({ className }) => className),
      )
    expect(dead).toEqual([])
    expect(await page.locator('.settings-button').isVisible()).toBe(false)
  })

  test('the menu of a phone opens and leads on', async () => {
    const { page } = await garden.open(chapter, { width: 390, script: false })
    expect(await page.locator('.book-summary').isVisible()).toBe(false)
    await page.locator('.menu-button').click()
    await shown(page, '.book-summary .active')
    await page.locator('.book-summary a[href="reference.html"]').click()
    await page.waitForURL('**/en/sowing/reference.html')
  })

  test('the theme follows the system', async () => {
    const { page } = await garden.open(chapter, { script: false, context: { colorScheme: 'dark' } })
    const background = (): Promise<string> =>
      page.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor)
    const dark = await background()
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await background()).toBe('rgb(255, 255, 255)')
    expect(dark).not.toBe('rgb(255, 255, 255)')
  })

  test('the list of headings opens and leads to them', async () => {
    const { page } = await garden.open(chapter, { width: 390, script: false })
    await page.locator('.page-toc summary').click()
    await page.locator('.page-toc a[href="#in-order"]').click()
    const bar = await page.locator('.bar').boundingBox()
    const top = async (): Promise<number> =>
      (await page.locator('#in-order').boundingBox())?.y ?? NaN
    await expect.poll(top).toBeLessThan(900)
    expect(await top()).toBeGreaterThanOrEqual(bar?.height ?? NaN)
  })
})

describe.skipIf(chromiumPath() === undefined)('from disk', () => {
  test('every page is reached, and none complains', async () => {
    const { page, url, errors } = await garden.open('index.html', { disk: true })
    const found = await reachable(page, url)
    expect(found).toEqual(expect.arrayContaining([...garden.linkedPages]))
    expect(errors).toEqual([])
  })

  test('no link leads to a folder, which a disk does not answer with a page', async () => {
    const { page, url } = await garden.open('index.html', { disk: true })
    const folders: string[] = []
    for (const name of garden.linkedPages) {
      await page.goto(url + name)
      const links = await visibleLinks(page)
      folders.push(
        ...links.filter((link) => link.startsWith('file:') && !/\.\w+(?:\?.*)?$/.test(link)),
      )
    }
    expect(folders).toEqual([])
  })

  test('settings are kept from page to page', async () => {
    const { page, errors } = await garden.open('zh/index.html', { disk: true })
    await page.locator('.settings-button').click()
    await page.locator('.settings label:has([value=dark])').click()
    await page.keyboard.press('Escape')
    await page.locator('[data-level="2.1.1"] > a').click()
    await page.waitForURL('**/zh/sowing/soil.html')
    expect(await theme(page)).toBe('dark')
    expect(errors).toEqual([])
  })

  test('nothing breaks where storage is forbidden', async () => {
    const { page, errors, url } = await garden.open('index.html', { disk: true })
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(globalThis, name, {
          get: () => {
            throw new DOMException('denied', 'SecurityError')
          },
        })
    })
    await page.goto(url + chapter)
    await page.keyboard.press('t')
    await page.locator('.settings-button').click()
    await page.locator('.settings label:has([value=sepia])').click()
    await expect.poll(() => theme(page)).toBe('sepia')
    await page.locator('.navigation-next').click()
    await page.waitForURL('**/soil.html')
    expect(errors).toEqual([])
  })

  describe('at the start of a book in several languages', () => {
    test('goes to the language of the reader once, and stays when it is asked for again', async () => {
      const { page, url } = await garden.open('index.html', { context: { locale: 'zh-CN' } })
      await page.waitForURL(`${url}zh/index.html`)
      await page.goto(`${url}index.html`)
      expect(await page.locator('a[hreflang]').count()).toBe(3)
      expect(page.url()).toBe(`${url}index.html`)
    })
  })
})

describe.skipIf(chromiumPath() === undefined)('in a book of many chapters', () => {
  const middle = 'part-2/chapter-3/page-4.html'
  let large: Garden
  let dir: string

  beforeAll(async () => {
    dir = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'handbook-many-'))
    writeBook(300, path.join(dir, 'book'))
    large = await createGarden(path.join(dir, 'book'))
  })

  afterEach(() => large.tidy())

  afterAll(async () => {
    await large.close()
    rmSync(dir, { recursive: true, force: true })
  })

  test.each<[string, View]>([
    ['from disk', { disk: true }],
    ['below a path', { base: '/a/b/' }],
    ['under a strict policy', { policy: strictPolicy }],
  ])('the sidebar is completed %s', async (_, view) => {
    const { page, errors } = await large.open(middle, view)
    const row = page.locator('[data-level="3.2"]')
    await row.locator('> .fold').click()
    await page.waitForSelector('[data-level="3.2.9"]')
    const part = page.locator('.header').last()
    const far = page.locator('[data-level="4.10"] > a')
    expect(await far.count()).toBe(0)
    await part.locator('.fold').click()
    await far.click()
    await page.waitForURL('**/part-3/chapter-10/index.html')
    expect(errors).toEqual([])
  })

  test('every chapter is reached without scripts', async () => {
    const { page, url } = await large.open('handbook/contents.html', {
      script: false,
      width: 390,
    })
    const links = new Set(await visibleLinks(page))
    const others = large.linkedPages.filter((name) => name !== 'handbook/contents.html')
    expect(others.filter((name) => !links.has(url + name))).toEqual([])
    expect(others.length).toBeGreaterThan(300)
  })

  test('the current row is in sight when the page opens', async () => {
    const { page } = await large.open(middle)
    const row = page.locator('.book-summary .active > a')
    await expect.poll(async () => (await row.boundingBox())?.y).toBeGreaterThan(50)
    await expect.poll(async () => (await row.boundingBox())?.y).toBeLessThan(900)
  })
})
