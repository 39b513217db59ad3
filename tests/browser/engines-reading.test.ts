// How a page is read, in the three engines that readers have: settings, previews, samples, other scripts and directions.
import { describe, expect, test } from 'vitest'
import { listen } from './fixtures/hearing.ts'
import { inEngines } from './fixtures/in-engines.ts'
import { exists, focused, hasTheme, hidden, isPasted, seen, until } from './fixtures/states.ts'
import { everywhere, paste, phone, scripted } from './fixtures/tabs.ts'

const tells = (words: string): boolean =>
  document.querySelector('.preview')?.textContent.trim() === words
const sideways = (): number =>
  document.documentElement.scrollWidth - document.documentElement.clientWidth

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

inEngines('a reader with $name', (visit) => {
  const { open } = visit

  describe('reads as it suits', () => {
    test.each(scripted)('with settings that are kept (%s)', async (way) => {
      const tab = await open(way, 'en/soil.html')
      await tab.click('.settings-button')
      await until(tab, seen, '.settings')
      await tab.click('.settings label:has([value=sepia])')
      await until(tab, hasTheme, 'sepia')
      await tab.press('Escape')
      await until(tab, hidden, '.settings')
      await until(tab, focused, '.settings-button')
      await tab.go(visit.book.places[way]('en/deep.html'))
      await until(tab, hasTheme, 'sepia')
    })

    test('without controls that need scripts (noScript)', async () => {
      const tab = await open('noScript', 'en/things.html')
      expect(
        await tab.run(() =>
          [...document.querySelectorAll('button')]
            .filter((button) => button.checkVisibility())
            .map((button) => button.className),
        ),
      ).toEqual([])
      expect(await tab.run(seen, '.book-summary .active > a')).toBe(true)
    })

    test.each(scripted)(
      'and closes help and pictures with one press of Escape (%s)',
      async (way) => {
        const tab = await open(way, 'en/things.html')
        await tab.press('Shift+?')
        await until(tab, seen, 'dialog.help')
        await tab.press('Escape')
        await until(tab, hidden, 'dialog.help')
        await until(tab, exists, 'img.zoomable')
        await tab.run(() => (document.querySelector('img.zoomable') as HTMLElement).focus())
        await tab.press('Enter')
        await until(tab, seen, 'dialog.zoom')
        await tab.press('Escape')
        await until(tab, focused, 'img.zoomable')
        await until(tab, hidden, 'dialog.zoom')
      },
    )

    test.each(scripted)('and copies samples without prompts (%s)', async (way) => {
      const tab = await open(way, 'en/things.html')
      await tab.run(() => (document.querySelector('.copy-button') as HTMLElement).focus())
      const said = await listen(tab)
      await tab.press('Enter')
      await said('Copied')
      await paste(tab)
      await until(tab, isPasted, 'sow --row 1 water \\   --much')
    })

    test.each(scripted)('samples with the names of their languages (%s)', async (way) => {
      const tab = await open(way, 'en/things.html')
      const names = await tab.run(() =>
        [...document.querySelectorAll<HTMLElement>('.code')].map((box) => {
          const isShown = getComputedStyle(box, '::before').content !== 'none'
          return isShown ? box.dataset['lang'] : ''
        }),
      )
      expect(names).toEqual(['console', 'js'])
    })

    test.each(everywhere)('the glossary with its terms beside their meaning (%s)', async (way) => {
      const tab = await open(way, 'en/GLOSSARY.html')
      const [term, meaning] = await tab.run(() =>
        ['h2', 'h2 + p'].map((name) => {
          const box = document.querySelector(`.glossary > ${name}`)?.getBoundingClientRect()
          return [box?.left ?? NaN, box?.top ?? NaN]
        }),
      )
      expect(meaning?.[0]).toBeGreaterThan((term?.[0] ?? NaN) + 100)
      expect(Math.abs((meaning?.[1] ?? NaN) - (term?.[1] ?? NaN))).toBeLessThan(2)
    })

    test.each(everywhere)('code over the whole width of a phone (%s)', async (way) => {
      const tab = await open(way, 'en/things.html', phone)
      const [left, width] = await tab.run(() => {
        const box = document.querySelector('pre')?.getBoundingClientRect()
        return [box?.left ?? NaN, box?.width ?? NaN]
      })
      expect(left).toBe(0)
      expect(width).toBe(await tab.run(() => document.documentElement.clientWidth))
    })

    test('and copies the page as Markdown (http)', async () => {
      const tab = await open('http', 'en/deep.html')
      await tab.run(() => (document.querySelector('.copy-page') as HTMLElement).focus())
      const said = await listen(tab)
      await tab.press('Enter')
      await said('Copied')
      await paste(tab)
      const pasted = (): Promise<string | undefined> =>
        tab.run(() => document.querySelector('input')?.value.trim())
      await expect
        .poll(pasted)
        .toMatch(/^# Deep soil {2}Nothing lives here\. {2}\$\$ x\^2 \\tag\{7\} \$\$/)
    })

    // WebKit breaks a strict policy by itself where it shows text: not where that is reported.
    test.each(['below', 'disk', 'noScript'] as const)(
      'and looks at the page as Markdown (%s)',
      async (way) => {
        const tab = await open(way, 'en/deep.html')
        await tab.click('.page-tools a')
        await until(tab, () => location.pathname.endsWith('en/deep.md'))
      },
    )

    test.each(scripted)('and copies the link of a section (%s)', async (way) => {
      const tab = await open(way, 'en/soil.html?h=worms')
      await tab.run(() => (document.querySelector('#worms a') as HTMLElement).focus())
      const said = await listen(tab)
      await tab.press('Enter')
      await said('Link copied')
      await paste(tab)
      await until(tab, isPasted, visit.book.places[way]('en/soil.html#worms'))
    })

    test.each(scripted)('what notes and terms mean, and puts it away (%s)', async (way) => {
      const tab = await open(way, 'en/things.html')
      await tab.run(() => (document.querySelector('.footnote-ref a') as HTMLElement).focus())
      await tab.press('Shift+Tab', 'Tab')
      await until(tab, seen, '.preview')
      await until(tab, tells, 'At the end.')
      expect(await tab.run(exists, '.footnote-ref a[aria-describedby="hb-preview"]')).toBe(true)
      await tab.press('Escape')
      await until(tab, hidden, '.preview')
      await tab.go(visit.book.places[way]('en/soil.html'))
      await tab.run(() => (document.querySelector('.glossary-term') as HTMLElement).focus())
      await tab.press('Shift+Tab', 'Tab')
      await until(tab, seen, '.preview')
      await until(tab, tells, 'Soil of sand, silt and clay.')
    })

    test('what a link leads to (http)', async () => {
      const tab = await open('http', 'en/things.html')
      await tab.run(() => document.querySelector('a[href="soil.html#worms"]')?.scrollIntoView())
      await tab.hover('a[href="soil.html#worms"]')
      await until(tab, seen, '.preview')
      expect(await tab.run(() => document.querySelector('.preview')?.textContent)).toMatch(
        /^WormsWorms dig in loam\./,
      )
      await tab.hover('.preview')
      await tab.hover('.book-title')
      await until(tab, hidden, '.preview')
    })

    test.each(scripted)('and goes on where the last page was left (%s)', async (way) => {
      const tab = await open(way, 'en/soil.html')
      await tab.run(() => document.querySelector('#worms')?.scrollIntoView())
      await until(tab, () => JSON.stringify(localStorage).includes('soil.html'))
      await tab.go(visit.book.places[way]('en/index.html'))
      await until(tab, seen, '.go-on')
      await tab.click('.go-on a')
      await until(
        tab,
        () => /en\/soil\.html/.test(location.href) && document.readyState === 'complete',
      )
      await tab.run(() => scrollTo(0, document.documentElement.scrollHeight))
      await until(tab, exists, '.read')
      expect(await tab.run(() => document.querySelector('.read')?.textContent)).toBe('Soil')
      await tab.click('.settings-button')
      await until(tab, seen, '.settings')
      await tab.click('.settings label:has([name=reading])')
      await until(tab, () => document.querySelector('.read') === null)
      await until(tab, () => !JSON.stringify(localStorage).includes('soil.html'))
    })

    test.each(everywhere)(
      'tables and samples that scroll by themselves on a phone (%s)',
      async (way) => {
        const tab = await open(way, 'en/things.html', phone)
        expect(await tab.run(sideways)).toBe(0)
        const boxes = await tab.run(() =>
          [...document.querySelectorAll('table, pre')].map((element) => {
            const box = element.closest('.table-wrap') ?? element
            return box.scrollWidth > box.clientWidth
          }),
        )
        expect(boxes).toEqual([true, true, false, true])
      },
    )

    test.each(everywhere)('code from left to right among right-to-left text (%s)', async (way) => {
      const tab = await open(way, 'ar/index.html')
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
      await tab.run(() => document.querySelector('.page-toc details')?.setAttribute('open', ''))
      expect(await read('.page-toc li:first-child > a')).toEqual(['-v'])
      expect(await read('.navigation-next b')).toEqual(['<b>'])
    })

    test.each(everywhere)(
      'strings and comments in Arabic where they stand in code, and signs at the end of a heading (%s)',
      async (way) => {
        const tab = await open(way, 'ar/element.html')
        expect(await tab.run(lettersInSight, 'pre code')).toEqual(['echo""#'])
        const [text, sign] = await tab.run(() => {
          const heading = document.querySelector('h2')
          const range = document.createRange()
          if (heading?.firstChild) range.selectNodeContents(heading.firstChild)
          return [range, heading?.querySelector('.heading-anchor')].map(
            (box) => box?.getBoundingClientRect().left ?? NaN,
          )
        })
        expect(sign).toBeLessThan(text ?? NaN)
      },
    )

    test.each(everywhere)(
      'names, versions and dates among right-to-left words that no markup tells from them (%s)',
      async (way) => {
        const tab = await open(way, 'ar/element.html')
        expect(await tab.run(lettersInSight, '.markdown-section > p:not([class])')).toEqual([
          '.--force2026-01-313.xC#C++',
        ])
      },
    )

    test.each(everywhere)(
      'formulas in the middle, and their numbers at the edge (%s)',
      async (way) => {
        const tab = await open(way, 'en/deep.html')
        const places = await tab.run(() =>
          [...document.querySelectorAll('.formula-numbered')].map((box) => {
            const { left, width } = box.getBoundingClientRect()
            const cells = [...box.querySelectorAll('mtr')].map((row) => [...row.children])
            return cells.map((row) => {
              const [first, last, number] = [row[1], row.at(-2), row.at(-1)].map((cell) =>
                cell?.getBoundingClientRect(),
              )
              const middle = ((first?.left ?? NaN) + (last?.right ?? NaN)) / 2 - left
              return [middle / width, ((number?.right ?? NaN) - left) / width]
            })
          }),
        )
        expect(places.map((rows) => rows.length)).toEqual([1, 2])
        for (const [middle, right] of places.flat()) {
          expect(Math.abs((middle ?? NaN) - 0.5)).toBeLessThan(0.05)
          expect(Math.abs((right ?? NaN) - 1)).toBeLessThan(0.01)
        }
        // A number of three digits has its room, though words of prose may break anywhere.
        const number = await tab.run(() => {
          const mn = [...document.querySelectorAll('mn')].find((one) => one.textContent === '100')
          const { width = 0, height = Infinity } = mn?.getBoundingClientRect() ?? {}
          return width / height
        })
        expect(number).toBeGreaterThan(1)
      },
    )

    test.each(scripted)('the whole book on paper (%s)', async (way) => {
      const tab = await open(way, 'en/handbook/print.html')
      await tab.run(() => {
        window.print = () => void (document.title = 'printed')
      })
      await tab.click('.print-button')
      await until(tab, () => document.title === 'printed')
    })
  })

  test('and breaks no strict policy', () => {
    expect(visit.book.takeReports()).toEqual([])
  })
})
