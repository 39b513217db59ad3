// Pages that books have and nobody designs for: without a title, with tables of twenty columns, fourteen levels deep.
// They are whole in the three engines that readers have.
import { expect, test } from 'vitest'
import { inEngines } from './fixtures/in-engines.ts'
import { everywhere, phone, scripted } from './fixtures/tabs.ts'
import { oddBook, terms } from './fixtures/odd-book.ts'
import { paper, showAs, touch } from './fixtures/media.ts'
import { focused, seen, until } from './fixtures/states.ts'

/** A phone that lies on its side, or a desk at 400 %; no engine has lower windows in all three. */
const low = [450, 300] as const

/** Runs in the page: edges of the first element of each selector. */
const edges = (
  ...selectors: readonly string[]
): readonly { readonly top: number; readonly bottom: number; readonly width: number }[] =>
  selectors.map((selector) => {
    const box = document.querySelector(selector)?.getBoundingClientRect()
    return { top: box?.top ?? NaN, bottom: box?.bottom ?? NaN, width: box?.width ?? NaN }
  })

/** Runs in the page: the most lines that a cell has. */
const mostLines = (cells: string): number =>
  Math.max(
    ...[...document.querySelectorAll(cells)].map((cell) =>
      Math.round((cell.clientHeight - 16) / parseFloat(getComputedStyle(cell).lineHeight)),
    ),
  )
/** Runs in the page: how many of each are in sight. */
const shownOf = (...selectors: readonly string[]): readonly number[] =>
  selectors.map(
    (selector) =>
      [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).length,
  )
/** Runs in the page: these are the terms in sight. */
const shows = (words: string): boolean =>
  [...document.querySelectorAll<HTMLElement>('.glossary > h2')]
    .filter((term) => term.checkVisibility())
    .map((term) => term.firstChild?.textContent)
    .join(' ') === words
const textOf = (selector: string): string | undefined =>
  document.querySelector(selector)?.textContent.trim()

inEngines(
  'in $name',
  (visit) => {
    const { open } = visit

    test.each(everywhere)(
      'a page whose first heading is of the second level has its title there (%s)',
      async (way) => {
        const tab = await open(way, 'untitled.html')
        const size = await tab.run(
          () => getComputedStyle(document.querySelector('h2') as Element).fontSize,
        )
        expect(size).toBe('36px')
        const [title, info, text] = await tab.run(edges, 'h2', '.page-info', '.page-info + p')
        expect(info?.top).toBeGreaterThanOrEqual(title?.bottom ?? NaN)
        expect(info?.top).toBeLessThan((title?.bottom ?? NaN) + 16)
        expect(text?.top).toBeGreaterThan((info?.bottom ?? NaN) + 8)
      },
    )

    test('what is written in HTML has air around it and stands where it says (http)', async () => {
      const tab = await open('http', 'index.html')
      const [text, list] = await tab.run(edges, 'div > p', 'div > ul')
      expect(list?.top).toBeGreaterThan((text?.bottom ?? NaN) + 8)
      const looks = await tab.run(() => {
        const picture = getComputedStyle(document.querySelector('[align=left]') as Element)
        const cell = getComputedStyle(document.querySelector('td') as Element)
        const reached = document.querySelector('pre')?.tabIndex
        return [picture.marginRight, cell.textAlign, cell.paddingLeft, cell.color, reached]
      })
      expect(looks).toEqual(['20px', 'center', '14px', 'rgb(22, 25, 30)', 0])
    })

    test.each(everywhere)(
      'a table of twenty columns keeps words beside each other, and shows that it scrolls (%s)',
      async (way) => {
        const tab = await open(way, 'wide.html')
        const table = await tab.run(() => {
          const box = document.querySelector('.table-wrap') as HTMLElement
          return {
            scrolls: box.scrollWidth > box.clientWidth,
            reached: box.tabIndex,
            shadows: getComputedStyle(box).backgroundImage.split('linear-gradient').length - 1,
          }
        })
        expect(table).toEqual({ scrolls: true, reached: 0, shadows: 4 })
        expect(await tab.run(mostLines, 'th')).toBe(1)
        expect(await tab.run(mostLines, 'td')).toBe(1)
      },
    )

    // A page on disk may not read its own style sheets.
    test('what is done with code is in sight of a finger (http)', async () => {
      const tab = await open('http', 'blocks.html', phone)
      await showAs(tab, touch)
      const plain = '.code:not(:has(figcaption))'
      const [code, button] = await tab.run(edges, `${plain} pre code`, `${plain} .copy-button`)
      expect(
        await tab.run(
          () => getComputedStyle(document.querySelector('.code-tools') as Element).opacity,
        ),
      ).toBe('1')
      expect(code?.top).toBeGreaterThan((button?.bottom ?? NaN) - 8)
      expect((button?.bottom ?? NaN) - (button?.top ?? NaN)).toBeGreaterThanOrEqual(44)
    })

    test('paper has all tabs, all columns of a table, and nothing around the text (http)', async () => {
      const tab = await open('http', 'blocks.html')
      await tab.run(() => (document.documentElement.dataset['theme'] = 'sepia'))
      await showAs(tab, paper)
      const around = ['.bar', '.book-summary', '.page-toc', '.pager', '.code-tools', '.tab-list']
      expect(await tab.run(shownOf, '.tab', ...around)).toEqual([2, 0, 0, 0, 0, 0, 0])
      expect(await tab.run(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
        'rgb(255, 255, 255)',
      )
      await tab.go(visit.book.places.http('wide.html'))
      await until(tab, () => document.readyState === 'complete')
      await showAs(tab, paper)
      // As wide as a page that lies on its side.
      const [table, page] = await tab.run(edges, 'table', '.page-inner')
      expect(table?.width).toBeLessThanOrEqual(page?.width ?? NaN)
    })

    test.each(scripted)(
      'a picture without words has a name where it can be enlarged (%s)',
      async (way) => {
        const tab = await open(way, 'blocks.html')
        await until(tab, seen, 'img.zoomable')
        const [words, name] = await tab.run(() => {
          const image = document.querySelector('img.zoomable') as HTMLImageElement
          return [image.alt, image.ariaLabel]
        })
        expect(words).not.toBe('')
        expect(name).toBe(words)
      },
    )

    test.each(everywhere)('chapters keep room for words, however deep (%s)', async (way) => {
      const tab = await open(way, 'level-14.html')
      const [row, trail] = await tab.run(edges, '.active > a', '.breadcrumbs')
      expect(row?.width).toBeGreaterThan(120)
      expect((trail?.bottom ?? NaN) - (trail?.top ?? NaN)).toBeLessThan(50)
    })

    test.each(everywhere)('the glossary stands in the menu once (%s)', async (way) => {
      const tab = await open(way, 'index.html')
      expect(
        await tab.run(() => document.querySelectorAll('.summary a[href="GLOSSARY.html"]').length),
      ).toBe(1)
    })

    test.each(['http', 'noScript'] as const)(
      'letters of a glossary lead to its terms (%s)',
      async (way) => {
        const tab = await open(way, 'GLOSSARY.html')
        const isPlain = way === 'noScript'
        expect(await tab.run(shownOf, '.letters input', '.letters a')).toEqual([isPlain ? 0 : 1, 8])
        await tab.click('.letters a[href="#bed"]')
        if (isPlain) return until(tab, () => location.hash === '#bed')
        await until(tab, shows, 'Bed Bark Basket')
        await tab.click('.letters input')
        await tab.type('spade is')
        await until(tab, shows, 'Spade')
        await until(
          tab,
          () => document.querySelector('[role=status]')?.textContent === 'Results: 1',
        )
        await tab.run(() => void (location.hash = '#worm'))
        await until(tab, shows, terms.join(' '))
      },
    )

    test.each(everywhere)('a heading is called by its words alone (%s)', async (way) => {
      const tab = await open(way, 'blocks.html')
      const names = await tab.run(() =>
        [...document.querySelectorAll('h2 > .heading-anchor')].map((anchor) => {
          const heading = anchor.parentElement
          const fromContent = [...(heading?.childNodes ?? [])]
            .filter((node) => !(node instanceof Element && node.ariaHidden === 'true'))
            .map((node) => (node instanceof Element && node.ariaLabel) || node.textContent)
          return [heading?.ariaLabel ?? fromContent.join(' '), heading?.firstChild?.textContent]
        }),
      )
      expect(names.length).toBeGreaterThan(0)
      for (const [name, text] of names) expect(name).toBe(text)
    })

    test.each(scripted)('keys reach the link of a heading, and it has a name (%s)', async (way) => {
      const tab = await open(way, 'blocks.html')
      const links = await tab.run(() =>
        [...document.querySelectorAll<HTMLElement>('h2 > .heading-anchor')].map((anchor) => [
          anchor.tabIndex,
          anchor.ariaHidden,
          anchor.ariaLabel,
          anchor.parentElement?.firstChild?.textContent,
        ]),
      )
      expect(links.length).toBeGreaterThan(0)
      for (const [tabIndex, hidden, name, text] of links)
        expect([tabIndex, hidden, name]).toEqual([0, null, text])
    })

    test.each(scripted)('search keeps room for what it finds in a low window (%s)', async (way) => {
      const tab = await open(way, 'index.html', low)
      await tab.press('/')
      await until(tab, focused, '.search input')
      await tab.type('word')
      await until(tab, seen, '.search [role=option]')
      const [list] = await tab.run(edges, '.search-found')
      const window = await tab.run(() => innerHeight)
      expect((list?.bottom ?? NaN) - (list?.top ?? NaN)).toBeGreaterThan(window / 2)
      expect(list?.bottom).toBeLessThanOrEqual(window)
    })

    test.each(scripted)('the list of keys has all of them (%s)', async (way) => {
      const tab = await open(way, 'index.html')
      await tab.press('Shift+?')
      await until(tab, seen, 'dialog.help')
      const keys = await tab.run(() =>
        [...document.querySelectorAll('.help dt')].map((term) => term.textContent.trim()),
      )
      expect(keys).toEqual(expect.arrayContaining(['←', '→', '/', 'Ctrl K', 't', 's', '?', 'Esc']))
    })

    test('a pointer that passes over the menu fetches the page where it rests (http)', async () => {
      const tab = await open('http', 'index.html')
      const fetched = (): Promise<readonly string[]> =>
        tab.run(() =>
          performance
            .getEntriesByType('resource')
            .filter((entry) => (entry as PerformanceResourceTiming).initiatorType === 'fetch')
            .map(({ name }) => name.replace(/.*\//, '')),
        )
      await tab.run(() => {
        for (const name of ['untitled', 'wide', 'blocks', 'level-1'])
          document
            .querySelector(`.summary a[href="${name}.html"]`)
            ?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
      })
      await expect.poll(fetched).toEqual(['level-1.html'])
    })

    test.each(everywhere)('blocks of GitBook look like what they are (%s)', async (way) => {
      const tab = await open(way, 'blocks.html')
      const shown = await tab.run(shownOf, '.tab', '.steps > *', '.cards th', '.cards > *', 'math')
      // Without scripts one tab stands below the other.
      expect(shown).toEqual([way === 'noScript' ? 2 : 1, 2, 0, 1, 1])
      expect(await tab.run(textOf, '.code figcaption')).toBe('beds.ts')
      expect(await tab.run(textOf, '.ref')).toContain('Wide table')
    })

    test('and no page moves sideways on a phone (http)', async () => {
      for (const name of ['untitled', 'wide', 'blocks', 'level-14']) {
        const tab = await open('http', `${name}.html`, phone)
        expect(
          await tab.run(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
        ).toBe(0)
      }
    })

    test('and nothing breaks a strict policy', () => {
      expect(visit.book.takeReports()).toEqual([])
    })
  },
  oddBook,
)
