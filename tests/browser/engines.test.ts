// What a reader does, in the three engines that readers have.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Host, serveSite, strictPolicy } from '../../scripts/judge/host.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { build } from '../../src/pipeline/build.ts'
import { engines, type Reader, type Tab } from '../support/engines.ts'

const beds = Array.from({ length: 90 }, (_, index) => index + 1)
const columns = Array.from({ length: 9 }, (_, index) => `<td>column-number-${index}</td>`)

const book = {
  'LANGS.md': '* [English](en/)\n* [العربية](ar/)\n',
  'en/book.json': '{ "title": "Garden", "language": "en" }',
  'en/README.md': '# Welcome\n\nA book about worms and toil.\n',
  'en/SUMMARY.md': [
    '* [Welcome](README.md)',
    '* [Soil](soil.md)',
    '* [Table](table.md)',
    ...beds.map((bed) => `* [Bed ${bed}](bed-${bed}.md)`),
  ].join('\n'),
  'en/soil.md': `# Soil\n\n${'Words about loam. '.repeat(400)}\n\n## Worms\n\nWorms dig.\n\n${'More words. '.repeat(900)}\n`,
  'en/table.md': `# Table\n\n<table><tr>${columns.join('')}</tr></table>\n`,
  ...Object.fromEntries(
    beds.map((bed) => [
      `en/bed-${bed}.md`,
      `# Bed ${bed}\n\n${`Worms of bed ${bed}. `.repeat(600)}`,
    ]),
  ),
  'ar/book.json': '{ "title": "حديقة", "language": "ar" }',
  'ar/SUMMARY.md': '* [--no-cache و foo.bar()](README.md)\n* [العنصر <b\\>](element.md)\n',
  'ar/element.md': '# العنصر `<b>`\n',
  'ar/README.md':
    '# حديقة `--title`\n\nاستعمل `--no-cache` ثم `foo.bar()` ثم <kbd>[x]</kbd>.\n\n## الخيار `-v`\n\n## أخرى\n',
}

let dir: string
let host: Host

beforeAll(async () => {
  dir = mkdtempSync(path.join(realpathSync(tmpdir()), 'handbook-engines-'))
  const { outputs } = await build({ files: memoryFiles(book) })
  for (const file of outputs.values()) {
    if (file.kind !== 'made') continue
    const place = path.join(dir, file.path)
    mkdirSync(path.dirname(place), { recursive: true })
    writeFileSync(place, file.content)
  }
  host = await serveSite(dir, { policy: strictPolicy })
})

afterAll(async () => {
  await host.close()
  rmSync(dir, { recursive: true, force: true })
})

const places = [
  ['from disk', (name: string): string => new URL(name, `${pathToFileURL(dir).href}/`).href],
  ['under a strict policy', (name: string): string => new URL(name, host.url).href],
] as const

/** Waits until a function gives something true in the page. */
async function until<A extends readonly unknown[]>(
  tab: Tab,
  task: (...args: A) => unknown,
  ...args: A
): Promise<void> {
  await expect.poll(() => tab.run(task, ...args), { timeout: 10_000 }).toBeTruthy()
}

const isOpen = (): boolean => document.querySelector('dialog.search[open]') !== null

async function ask(tab: Tab, query: string): Promise<void> {
  await tab.press('/')
  await until(tab, isOpen)
  await tab.type(query)
  await until(tab, () => document.querySelector('.search [role=option]') !== null)
}

/** The letters of elements from left to right as they are painted, without those of the Arabic script and spaces. */
function lettersInSight(selector: string): readonly string[] {
  const range = document.createRange()
  return [...document.querySelectorAll(selector)].map((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const letters: (readonly [string, number])[] = []
    while (walker.nextNode()) {
      const text = walker.currentNode as Text
      for (const [at, letter] of text.data.split('').entries()) {
        range.setStart(text, at)
        range.setEnd(text, at + 1)
        if (/[!-~]/.test(letter)) letters.push([letter, range.getBoundingClientRect().left])
      }
    }
    return letters
      .toSorted((a, b) => a[1] - b[1])
      .map(([letter]) => letter)
      .join('')
  })
}

describe.each(engines)('a reader with $name', ({ isInstalled, launch }) => {
  let reader: Reader

  describe.skipIf(!isInstalled)('', () => {
    beforeAll(async () => {
      reader = await launch()
    })

    afterAll(async () => {
      await reader.close()
    })

    test.each(places)(
      'sees what a search found, and opens it with the keyboard, %s',
      async (_, at) => {
        const tab = await reader.open(1440, 900)
        await tab.go(at('en/index.html'))
        await ask(tab, 'worms dig')
        const [list, first] = await tab.run(() =>
          ['.search-found', '.search [role=option]'].map(
            (box) => document.querySelector(box)?.getBoundingClientRect().height ?? 0,
          ),
        )
        expect(list).toBeGreaterThan(first ?? 0)
        await tab.press('ArrowDown', 'Enter')
        await until(tab, () => location.href.endsWith('en/soil.html#worms'))
        await tab.run(() => history.back())
        await until(tab, isOpen)
        expect(await tab.run(() => location.search)).toBe('?q=worms+dig')
      },
    )

    test('leaves search with one press of Escape, back to what had the focus', async () => {
      const tab = await reader.open(1440, 900)
      await tab.go(places[1][1]('en/soil.html'))
      await tab.run(() => (document.querySelector('.pager a') as HTMLElement).focus())
      await ask(tab, 'worms')
      await tab.press('Escape')
      await until(tab, () => document.querySelector('dialog.search[open]') === null)
      expect(await tab.run(() => document.activeElement?.className)).toContain('navigation')
      expect(await tab.run(() => location.search)).toBe('')
    })

    test('is on the search button after a search that came with the address', async () => {
      const tab = await reader.open(1440, 900)
      await tab.go(places[1][1]('en/soil.html?q=worms'))
      await until(tab, isOpen)
      await tab.press('Escape')
      await until(tab, () => document.activeElement?.className === 'search-button')
    })

    test('begins a page at its top, wherever its row is in the menu', async () => {
      const tab = await reader.open(1440, 900)
      for (const page of ['bed-90', 'bed-45', 'index', 'bed-88']) {
        await tab.go(places[1][1](`en/${page}.html`))
        await until(tab, () => document.readyState === 'complete')
        const [moved, ...edges] = await tab.run(() => {
          const row = document.querySelector('.active > a')?.getBoundingClientRect()
          const box = document.querySelector('#hb-sidebar')?.getBoundingClientRect()
          return [scrollY, box?.top ?? NaN, row?.top ?? NaN, row?.bottom ?? NaN, box?.bottom ?? NaN]
        })
        expect(moved).toBe(0)
        expect(edges).toEqual(edges.toSorted((above, below) => above - below))
      }
    })

    test('comes from a link to a section to just that section', async () => {
      const tab = await reader.open(1440, 900)
      await tab.go(places[1][1]('en/bed-90.html'))
      await tab.go(places[1][1]('en/soil.html#worms'))
      await until(tab, () => document.readyState === 'complete')
      const top = await tab.run(() => document.querySelector('#worms')?.getBoundingClientRect().top)
      // The bar, and a line of air.
      expect(Math.round(top ?? 0)).toBe(72)
    })

    test('reads code from left to right among right-to-left text', async () => {
      const tab = await reader.open(1440, 900)
      await tab.go(places[1][1]('ar/index.html'))
      const read = (selector: string): Promise<readonly string[]> =>
        tab.run(lettersInSight, selector)
      expect(await read('.markdown-section :is(code, kbd)')).toEqual([
        '--title',
        '--no-cache',
        'foo.bar()',
        '[x]',
        '-v',
      ])
      expect(await read('.active > a')).toEqual(['foo.bar()--no-cache'])
      expect(await read('.page-toc li:first-child > a')).toEqual(['-v'])
      expect(await read('.navigation-next b')).toEqual(['<b>'])
    })

    test('scrolls a table that was written as HTML, not the page', async () => {
      // The narrowest window that all three have.
      const tab = await reader.open(450, 800)
      await tab.go(places[1][1]('en/table.html'))
      const [page, inside, outside] = await tab.run(() => {
        const table = document.querySelector('.markdown-section table')
        const { scrollWidth } = document.documentElement
        return [scrollWidth, table?.scrollWidth ?? 0, table?.clientWidth ?? 0] as const
      })
      expect(page).toBe(450)
      expect(inside).toBeGreaterThan(outside)
    })
  })
})
