// How a reader finds the way and searches, in the three engines that readers have.
import { describe, expect, test } from 'vitest'
import { inEngines } from './fixtures/in-engines.ts'
import { answers, exists, focused, hasTheme, hidden, isAt, seen, until } from './fixtures/states.ts'
import { ask, desk, everywhere, phone, scripted } from './fixtures/tabs.ts'

/** The bar is 56 pixels high; a line of air. */
const isBelowBar = (selector: string): boolean =>
  Math.abs((document.querySelector(selector)?.getBoundingClientRect().top ?? NaN) - 72) <= 1

inEngines('a reader with $name', (visit) => {
  const { open } = visit

  describe('finds the way', () => {
    test.each(everywhere)('by the menu of a phone (%s)', async (way) => {
      const tab = await open(way, 'en/bed-40.html', phone)
      expect(await tab.run(seen, '.book-summary')).toBe(false)
      await tab.tap('.menu-button')
      await until(tab, seen, '.book-summary .active > a')
      await tab.press('Escape')
      await until(tab, hidden, '.book-summary')
      await until(tab, focused, '.menu-button')
      await tab.tap('.menu-button')
      await until(tab, seen, '.close-button')
      await tab.tap('.close-button')
      await until(tab, hidden, '.book-summary')
      await tab.tap('.menu-button')
      await until(tab, seen, '[data-path="en/bed-41.md"] > a')
      await tab.tap('[data-path="en/bed-41.md"] > a')
      await until(tab, isAt, 'en/bed-41.html')
    })

    test.each(scripted)(
      'in chapters that are folded, and in those that a page left out (%s)',
      async (way) => {
        const tab = await open(way, 'en/bed-40.html')
        await tab.click('[data-level="1.42"] > .fold')
        await until(tab, seen, '[data-level="1.42.1"]')
        await tab.click('[data-level="1.42"] > .fold')
        await until(tab, hidden, '[data-level="1.42.1"]')
        await tab.click('.summary > .gap a')
        await until(tab, exists, '[data-level="1.2"]')
        expect(await tab.run(() => scrollY)).toBe(0)
      },
    )

    test.each(everywhere)('from page to page (%s)', async (way) => {
      const tab = await open(way, 'en/soil.html')
      await tab.run(() => document.querySelector('.pager')?.scrollIntoView())
      await tab.click('.navigation-next')
      await until(tab, isAt, 'en/deep.html')
      await tab.run(() => history.back())
      await until(tab, isAt, 'en/soil.html')
      await until(tab, () => scrollY > 200)
      await tab.run(() => history.forward())
      await until(tab, isAt, 'en/deep.html')
    })

    test.each(scripted)('with single keys (%s)', async (way) => {
      const tab = await open(way, 'en/soil.html')
      await tab.press('ArrowRight')
      await until(tab, isAt, 'en/deep.html')
      await tab.press('ArrowLeft')
      await until(tab, isAt, 'en/soil.html')
      await tab.press('s')
      await until(tab, hidden, '.book-summary')
      await tab.press('s', 't')
      await until(tab, hasTheme, 'light')
    })

    test.each(everywhere)(
      'to a section, from another page and on the same one (%s)',
      async (way) => {
        const tab = await open(way, 'en/bed-90.html')
        await tab.go(visit.book.places[way]('en/soil.html#worms'))
        await until(tab, () => document.readyState === 'complete')
        await until(tab, isBelowBar, '#worms')
        await tab.go(visit.book.places[way]('en/index.html'))
        await tab.run(() => {
          const list = document.querySelector('.page-toc details') as HTMLDetailsElement
          list.open = true
        })
        await tab.click('.page-toc a[href="#second"]')
        await until(tab, isAt, '#second')
        await until(tab, isBelowBar, '#second')
        await tab.run(() => history.back())
        await expect.poll(() => tab.run(() => scrollY)).toBe(0)
      },
    )

    test.each(['below', 'disk'] as const)(
      'from an address without a page, wherever the site lies (%s)',
      async (way) => {
        const lost = way === 'disk' ? '404.html' : 'en/no/such/page.html'
        const tab = await open(way, lost)
        await until(tab, () => getComputedStyle(document.body).marginTop === '0px')
        await until(tab, () => document.querySelector('.settings-button')?.matches(':enabled'))
        await tab.press('t')
        await until(tab, hasTheme, 'light')
        await tab.click('.markdown-section a')
        await until(tab, isAt, 'en/handbook/contents.html')
      },
    )

    test.each(everywhere)(
      'and begins a page at its top, wherever its row is in the menu (%s)',
      async (way) => {
        const tab = await visit.reader.open(...desk)
        for (const page of ['bed-90', 'bed-45', 'index', 'bed-88']) {
          await tab.go(visit.book.places[way](`en/${page}.html`))
          await until(tab, () => document.readyState === 'complete')
          expect(await tab.run(() => scrollY)).toBe(0)
          if (way === 'noScript') continue
          const edges = await tab.run(() => {
            const row = document.querySelector('.active > a')?.getBoundingClientRect()
            const box = document.querySelector('#hb-sidebar')?.getBoundingClientRect()
            return [box?.top ?? NaN, row?.top ?? NaN, row?.bottom ?? NaN, box?.bottom ?? NaN]
          })
          expect(edges).toEqual(edges.toSorted((above, below) => above - below))
        }
      },
    )
  })

  describe('searches', () => {
    test.each(scripted)('with the keyboard (%s)', async (way) => {
      const tab = await open(way, 'en/index.html')
      await ask(tab, 'worms dig')
      const [list, first] = await tab.run(() =>
        ['.search-found', '.search [role=option]'].map(
          (box) => document.querySelector(box)?.getBoundingClientRect().height ?? 0,
        ),
      )
      expect(list).toBeGreaterThan(first ?? 0)
      await tab.press('ArrowDown', 'Enter')
      await until(tab, isAt, 'en/soil.html?h=worms+dig#worms')
      await until(tab, exists, 'mark.found')
      expect(await tab.run(() => document.querySelector('mark.found')?.textContent)).toBe(
        'Worms dig',
      )
      await tab.press('Escape')
      await until(tab, isAt, 'en/soil.html#worms')
      await until(tab, () => document.querySelector('mark.found') === null)
      await tab.run(() => history.back())
      await until(tab, exists, 'dialog.search[open]')
      await until(tab, () => location.search === '?q=worms+dig')
    })

    test.each(scripted)('with a finger (%s)', async (way) => {
      const tab = await open(way, 'en/index.html', phone)
      await tab.tap('.search-button')
      await until(tab, focused, '.search input')
      await tab.type('clay')
      await until(tab, answers, 'clay')
      await tab.tap('.search [role=option]')
      await until(tab, isAt, 'GLOSSARY.html?h=clay')
    })

    test('where no script runs, among all chapters (noScript)', async () => {
      const tab = await open('noScript', 'en/soil.html')
      await tab.click('.search-button')
      await until(tab, isAt, 'en/handbook/contents.html')
    })

    test.each(scripted)(
      'and leaves with one press of Escape, back to what had the focus (%s)',
      async (way) => {
        const tab = await open(way, 'en/soil.html')
        await tab.run(() => (document.querySelector('.pager a') as HTMLElement).focus())
        await ask(tab, 'worms')
        await tab.press('Escape')
        await until(tab, hidden, 'dialog.search')
        await until(tab, focused, '.navigation')
        await until(tab, () => location.search === '')
      },
    )

    test.each(scripted)(
      'and is on the search button after a query that came with the address (%s)',
      async (way) => {
        const tab = await open(way, 'en/soil.html?q=worms')
        await until(tab, focused, '.search input')
        await until(tab, exists, '.search [role=option]')
        await tab.press('Escape')
        await until(tab, focused, '.search-button')
        await tab.press('t')
        await until(tab, hasTheme, 'light')
      },
    )
  })

  test('and breaks no strict policy', () => {
    expect(visit.book.takeReports()).toEqual([])
  })
})
