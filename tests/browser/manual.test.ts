// The pages of the manual on blocks, as readers on phones have them: nothing is wider than the page, whatever is open.
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../../scripts/judge/sites.ts'
import { chromiumPath, launchChromium } from '../support/chromium.ts'

const docs = path.resolve(import.meta.dirname, '../../docs')
const PAGES = [
  'callouts',
  'code-blocks',
  ...readdirSync(path.join(docs, 'components'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `components/${name === 'README.md' ? 'index' : path.basename(name, '.md')}`),
]

describe.skipIf(chromiumPath() === undefined)('pages on blocks', () => {
  let browser: Browser | undefined
  let dir: string

  beforeAll(async () => {
    browser = await launchChromium()
    dir = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'handbook-manual-'))
    await buildSite('manual', docs, dir)
  })

  afterAll(async () => {
    await browser?.close()
    rmSync(dir, { recursive: true, force: true })
  })

  test.each(PAGES)('are as wide as a phone: %s', async (name) => {
    const context = await browser!.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto(pathToFileURL(path.join(dir, `${name}.html`)).href)
    const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await width()).toBe(390)
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true
      for (const panel of document.querySelectorAll<HTMLElement>('.tab')) panel.hidden = false
    })
    expect(await width()).toBe(390)
    await context.close()
  })
})
