// Ten tasks of readers from beginning to end, in three engines: five with nothing but keys, five with nothing but a
// finger. Nobody points at what cannot be seen, and no key goes anywhere but to what has the focus.
import { describe, expect, test } from 'vitest'
import type { Tab } from '../support/engines.ts'
import { listen } from './fixtures/hearing.ts'
import { inEngines } from './fixtures/in-engines.ts'
import {
  answers,
  focused,
  hasTheme,
  hidden,
  isAt,
  isPasted,
  seen,
  until,
} from './fixtures/states.ts'
import { ask, paste } from './fixtures/tabs.ts'

/** Presses Tab until the focus is there. */
async function tabTo(tab: Tab, selector: string): Promise<void> {
  for (let presses = 0; presses < 250; presses++) {
    if (await tab.run(focused, selector)) return
    await tab.press('Tab')
  }
  throw new Error(`the Tab key never reaches ${selector}`)
}

async function tap(tab: Tab, selector: string): Promise<void> {
  await until(tab, seen, selector)
  await tab.tap(selector)
}

const isInSight = (selector: string): boolean => {
  const box = document.querySelector(selector)?.getBoundingClientRect()
  return box !== undefined && box.top >= 0 && box.bottom <= innerHeight
}

inEngines('with $name', (visit) => {
  async function open(name: string, width: number, height: number): Promise<Tab> {
    const tab = await visit.reader.open(width, height)
    await tab.go(visit.book.places.http(name))
    await until(tab, () => document.readyState === 'complete')
    // An engine that scrolls smoothly may drop the way to a target for that to a control that gets the focus meanwhile.
    await tab.run(() => void (document.documentElement.style.scrollBehavior = 'auto'))
    return tab
  }

  const desk = (name: string): Promise<Tab> => open(name, 1440, 900)
  const phone = (name: string): Promise<Tab> => open(name, 450, 800)

  describe('and keys alone a reader', () => {
    test('searches for words, goes to the section that holds them, and takes the marks away', async () => {
      const tab = await desk('en/index.html')
      await ask(tab, 'worms dig')
      await tab.press('ArrowDown', 'Enter')
      await until(tab, isAt, '#worms')
      await until(tab, isInSight, '#worms')
      await until(tab, seen, 'mark.found')
      await tab.press('Escape')
      await until(tab, hidden, 'mark.found')
    })

    test('chooses the dark theme, and finds it on the next page', async () => {
      const tab = await desk('en/soil.html')
      await tabTo(tab, '.settings-button')
      await tab.press('Enter')
      await until(tab, seen, '.settings')
      await tabTo(tab, '.settings [name=theme]')
      await tab.press('ArrowRight', 'ArrowRight')
      await until(tab, hasTheme, 'dark')
      await tab.press('Escape')
      await until(tab, focused, '.settings-button')
      await tab.press('ArrowRight')
      await until(tab, isAt, 'en/deep.html')
      expect(await tab.run(hasTheme, 'dark')).toBe(true)
    })

    test('unfolds a chapter of the menu, and opens what is below it', async () => {
      const tab = await desk('en/index.html')
      await tabTo(tab, '[data-level="1.4"] > .fold')
      await tab.press('Enter')
      await until(tab, seen, '[data-level="1.4.1"] > a')
      await tab.press('Tab')
      await until(tab, focused, '[data-level="1.4.1"] > a')
      await tab.press('Enter')
      await until(tab, isAt, 'en/bed-1.html#rows')
      await until(tab, isInSight, '#rows')
    })

    test('copies a sample', async () => {
      const tab = await desk('en/things.html')
      await tabTo(tab, '.copy-button')
      const said = await listen(tab)
      await tab.press('Enter')
      await said('Copied')
      await paste(tab)
      await until(tab, isPasted, 'sow --row 1 water \\   --much')
    })

    test('goes past the menu to the text, to a note, and back to where the note was called', async () => {
      const tab = await desk('en/things.html')
      await tab.press('Tab')
      await until(tab, focused, '.skip')
      await tab.press('Enter')
      await until(tab, focused, 'main')
      await tabTo(tab, '.footnote-ref a')
      await tab.press('Enter')
      await until(tab, () => location.hash.length > 1)
      await tabTo(tab, '.footnote-back')
      await tab.press('Enter')
      await until(tab, isInSight, '.footnote-ref')
    })
  })

  describe('and a finger alone a reader', () => {
    test('opens another chapter from the menu, where the current one is in sight', async () => {
      const tab = await phone('en/bed-40.html')
      await tap(tab, '.menu-button')
      await until(tab, isInSight, '.active > a')
      await tap(tab, '[data-path="en/bed-41.md"] > a')
      await until(tab, isAt, 'en/bed-41.html')
    })

    test('searches, and opens what was found', async () => {
      const tab = await phone('en/index.html')
      await tap(tab, '.search-button')
      await until(tab, focused, '.search input')
      await tab.type('worms dig')
      await until(tab, answers, 'worms dig')
      await tap(tab, '.search a.search-section')
      await until(tab, isAt, '#worms')
      await until(tab, isInSight, '#worms')
    })

    test('goes to a section from the list below the bar', async () => {
      const tab = await phone('en/index.html')
      await tap(tab, '.page-toc summary')
      await tap(tab, '.page-toc a[href="#second"]')
      await until(tab, isAt, '#second')
      await until(tab, isInSight, '#second')
      await until(tab, hidden, '.page-toc a')
    })

    test('chooses a theme and puts the settings away', async () => {
      const tab = await phone('en/soil.html')
      await tap(tab, '.settings-button')
      await tap(tab, '.settings label:has([value=sepia])')
      await until(tab, hasTheme, 'sepia')
      await tap(tab, '.book-title')
      await until(tab, () => document.querySelector('.settings:popover-open') === null)
    })

    test('opens a note, and comes back to where it was called', async () => {
      const tab = await phone('en/things.html')
      await tap(tab, '.footnote-ref a')
      await until(tab, () => location.hash.length > 1)
      await tap(tab, '.footnote-back')
      await until(tab, isInSight, '.footnote-ref')
    })
  })
})
