// Pages of a slow line: a browser paints what has come so far, and nothing that is seen may move when the rest comes.
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../support/chromium.ts'
import { type Garden, createGarden } from './fixtures/garden.ts'

/** Longer than it takes to paint. */
const lineMs = 40

let garden: Garden

beforeAll(async () => {
  garden = await createGarden()
})

afterEach(() => garden.tidy())

afterAll(() => garden.close())

describe.skipIf(chromiumPath() === undefined)('nothing moves while a page arrives', () => {
  test.each([412, 1440])('at %d px', { timeout: 120_000 }, async (width) => {
    const names = ['zh/sowing/first-bed.html', 'ar/GLOSSARY.html', 'en/handbook/contents.html']
    const moved = await Promise.all(
      names.map(async (name) => {
        const { page, url } = await garden.open('images/sun.svg', { width, lineMs })
        await page.addInitScript(watch)
        await page.goto(url + name)
        return [name, ...(await shiftsOf(page))]
      }),
    )
    expect(moved).toEqual(names.map((name) => [name]))
  })

  test('but what has no place of its own is seen to', { timeout: 60_000 }, async () => {
    const { page } = await garden.open('404.html', { width: 412, lineMs })
    await page.evaluate(watch)
    await page.evaluate(() =>
      setTimeout(
        () => document.querySelector('.page-inner')?.prepend(document.createElement('hr')),
        200,
      ),
    )
    await expect.poll(() => shiftsOf(page)).not.toEqual([])
  })
})

interface Watched {
  shifts: string[]
}

interface LayoutShift extends PerformanceEntry {
  readonly sources: readonly { readonly node?: Element }[]
}

const shiftsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as Watched).shifts)

/** Runs in the page: notes what moved. */
function watch(): void {
  const watched = globalThis as unknown as Watched
  watched.shifts = []
  new PerformanceObserver((list) => {
    for (const { sources } of list.getEntries() as LayoutShift[])
      watched.shifts.push(
        sources.map(({ node }) => `${node?.nodeName}.${node?.className}`).join(', '),
      )
  }).observe({ type: 'layout-shift', buffered: true })
}
