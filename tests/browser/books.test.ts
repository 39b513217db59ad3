// Several books in one site, as readers meet them: one search a book, and one across.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../src/pipeline/build.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { chromiumPath, launchChromium } from '../support/chromium.ts'

const book = {
  'guide/README.md': '# Welcome\n\nA guide to worms.\n',
  'guide/SUMMARY.md': '* [Welcome](README.md)\n* [Soil](deep/soil.md)\n',
  'guide/deep/soil.md': '# Soil\n\nWorms dig.\n',
  'api/README.md': '# API\n\nThere are tools.\n',
  'api/SUMMARY.md': '* [API](README.md)\n* [Worm](worm.md)\n',
  'api/worm.md': '# Worm objects\n\nEach of the worms has a length.\n',
}

let browser: Browser | undefined
let dir = ''
beforeAll(async () => {
  browser = await launchChromium()
  dir = mkdtempSync(path.join(realpathSync(tmpdir()), 'handbook-books-'))
  const { outputs } = await build({ files: memoryFiles(book) })
  for (const file of outputs.values()) {
    if (file.kind !== 'made') continue
    mkdirSync(path.dirname(path.join(dir, file.path)), { recursive: true })
    writeFileSync(path.join(dir, file.path), file.content)
  }
})
afterAll(async () => {
  await browser?.close()
  rmSync(dir, { recursive: true, force: true })
})

async function ask(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/')
  await page.locator('dialog.search input').fill(query)
  await page.locator('.search-found [role=option]').first().waitFor()
}

const rows = (page: Page): Promise<string[]> =>
  page.locator('.search-found [role=option]').allInnerTexts()

describe.skipIf(chromiumPath() === undefined)('search', () => {
  test('finds pages of the book, and of all books when asked, and begins with the book again', async () => {
    const context = await browser?.newContext({ viewport: { width: 1200, height: 700 } })
    const page = await context?.newPage()
    if (page === undefined) throw new Error('no browser')
    const errors: string[] = []
    // A page that is left before it is shown has no transition: Chromium tells of that what nobody has asked.
    page.on('pageerror', ({ message }) => {
      if (!message.startsWith('Transition was ')) errors.push(message)
    })
    await page.goto(new URL('guide/deep/soil.html', `${pathToFileURL(dir).href}/`).href)
    await ask(page, 'worms')
    await expect.poll(() => rows(page)).toHaveLength(3)
    expect((await rows(page)).at(-1)).toBe('Search all books')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await rows(page)).join('\n')).toContain('Worm\nApi')
    expect(await rows(page)).not.toContain('Search all books')
    await page.locator('.search-found a.search-page', { hasText: 'Api' }).click()
    await page.waitForURL(/api\/worm\.html/)
    await ask(page, 'dig')
    await expect.poll(() => rows(page)).toEqual(['Search all books'])
    await page.locator('.search-found [role=option]').click()
    await page.locator('.search-found a', { hasText: 'Soil' }).click()
    await page.waitForURL(/guide\/deep\/soil\.html/)
    expect(errors).toEqual([])
    await context?.close()
  })
})
