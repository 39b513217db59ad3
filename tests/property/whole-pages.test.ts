// Random pages of all blocks, closed and not, through the whole program: every word that is content stands in the page,
// in the page that holds the whole book and in the Markdown beside it, and the layout around it is whole.
// `CASES=5000 SEED=1 npx vitest run tests/property/whole-pages.test.ts` tries more.
import { expect, test } from 'vitest'
import { type Contents, buildBook, page } from '../support/build-book.ts'
import { type RandomPage, randomPage } from '../support/random-page.ts'
import { createRandom } from '../support/random.ts'
import { layoutOf, shownIn } from '../support/shown.ts'
import { isLinear } from '../support/yardstick.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import type { BookPath } from '../../src/core/path.ts'
import { literalHost } from '../markdown/host.ts'

const PAGES = 6
const CASES = Number(process.env['CASES'] ?? 80)
const FIRST = Number(process.env['SEED'] ?? 1)

/** The layout of the page that holds the home page, the random ones and a last one. */
const PRINT = `html(head body(main.print(header.print-title nav.contents${' article.markdown-section print-page'.repeat(PAGES + 2)})))`

const CONFIG = {
  variables: { v: 'VAL' },
  plugins: ['sectionx', 'exercises', 'hints', 'katex', 'richquotes'],
}

function bookOf(pages: readonly RandomPage[]): Contents {
  const chapters = pages.map((_, at) => `* [P${at}](p${at}.md)\n`).join('')
  return {
    'README.md': '# Home\n\nfirst0z\n',
    'SUMMARY.md': `* [Home](README.md)\n${chapters}* [Last](last.md)\n`,
    'book.json': JSON.stringify(CONFIG),
    'other.md': '# Other\n',
    'part.md': 'A part.\n',
    'last.md': '# Last\n\nlast0z\n',
    'p.png': 'x',
    ...Object.fromEntries(pages.map(({ text }, at) => [`p${at}.md`, text])),
  }
}

function missing(where: string, shown: string, words: readonly string[]): readonly string[] {
  return words.filter((word) => !shown.includes(word)).map((word) => `${word} in ${where}`)
}

/** What a build of these pages lost, and which layout it broke. */
async function lostOf(pages: readonly RandomPage[]): Promise<readonly string[]> {
  const built = await buildBook(bookOf(pages))
  const whole = page(built, 'handbook/print.html')
  const plain = layoutOf(page(built, 'index.html'))
  return [
    ...(layoutOf(whole) === PRINT ? [] : [`print: ${layoutOf(whole)}`]),
    ...missing('print', shownIn(whole), [
      'first0z',
      'last0z',
      ...pages.flatMap(({ words }) => words),
    ]),
    ...pages.flatMap(({ words }, at) => {
      const html = page(built, `p${at}.html`)
      return [
        ...(layoutOf(html) === plain ? [] : [`p${at}: ${layoutOf(html)}`]),
        ...missing('its page', shownIn(html), words),
        ...missing('Markdown', page(built, `p${at}.md`), words),
      ]
    }),
  ]
}

test.each(Array.from({ length: CASES }, (_, at) => FIRST + at))(
  'no word of any page is lost, and no layout is broken: %i',
  async (seed) => {
    const random = createRandom(seed)
    const pages = Array.from({ length: PAGES }, (_, at) => randomPage(random, `w${at}x`))
    const lost = await lostOf(pages)
    const spoilt = pages.filter(({ words }) => words.some((word) => lost.join(' ').includes(word)))
    expect(lost, spoilt.map(({ text }) => text).join('\n')).toEqual([])
  },
)

test('what is looked at sees words that are lost, and layouts that are broken', () => {
  expect(shownIn('<p>a<!-- b --><script>c</script><textarea>d</textarea>e')).toBe('ae')
  const plain = '<body><main><section class="normal markdown-section">x</section></main><nav></nav>'
  expect(layoutOf(plain)).toBe('html(head body(main(section.normal markdown-section) nav))')
  expect(layoutOf(plain.replace('x', '</section><b>'))).not.toBe(layoutOf(plain))
})

test('time grows with the text of a page', () => {
  const markdown = createMarkdown()
  const render = (text: string): unknown =>
    markdown.render({ path: 'a.md' as BookPath, text, firstLine: 1, host: literalHost })
  for (let seed = 0; seed < 12; seed++) {
    const { text } = randomPage(createRandom(seed), 'w', 40)
    expect(
      isLinear((times) => render(text.repeat(times)), 2),
      text,
    ).toBe(true)
  }
})
