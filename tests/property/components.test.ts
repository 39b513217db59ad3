// Random pages of all blocks of GitBook.com, in lists, quotes, cells and each other: every word of their authors stands in the page,
// in the page that holds the whole book and in the Markdown beside it; and that Markdown, built as a book again, says the same
// words in the same order. `CASES=2000 SEED=1 npx vitest run tests/property/components.test.ts` tries more.
import { expect, test } from 'vitest'
import { createMarkdown } from '../../src/markdown/parser.ts'
import type { BookPath } from '../../src/core/path.ts'
import { literalHost } from '../markdown/host.ts'
import { type Contents, buildBook, content, page } from '../support/build-book.ts'
import { componentPage } from '../support/random-components.ts'
import { createRandom } from '../support/random.ts'
import { layoutOf, shownIn } from '../support/shown.ts'
import { isLinear } from '../support/yardstick.ts'

const CASES = Number(process.env['CASES'] ?? 25)
const FIRST = Number(process.env['SEED'] ?? 1)
const NOTE = '\n[^1]: A note.\n'

function book(text: string): Contents {
  return {
    '.gitbook.yaml': 'root: ./\n',
    'README.md': '# Home\n',
    'SUMMARY.md': '# Table of contents\n\n* [Home](README.md)\n* [P](p.md)\n* [Other](other.md)\n',
    'p.md': text,
    'other.md': '# Other\n',
    'p.png': 'x',
  }
}

/** The words of a page in their order. */
function wordsIn(html: string): readonly string[] {
  return html.match(/w\d+z/g) ?? []
}

test.each(Array.from({ length: CASES }, (_, at) => FIRST + at))(
  'no word is lost by any form of a page: %i',
  async (seed) => {
    const { text, words } = componentPage(createRandom(seed), 'w')
    const built = await buildBook(book(text + NOTE))
    const markdown = page(built, 'p.md')
    const shown = shownIn(`<body>${content(built, 'p.html')}</body>`)
    const printed = shownIn(page(built, 'handbook/print.html'))
    for (const [name, form] of Object.entries({ shown, printed, markdown }))
      expect(
        words.filter((word) => !form.includes(word)),
        `${name}\n${text}`,
      ).toEqual([])
    expect(layoutOf(page(built, 'p.html')), text).toBe(layoutOf(page(built, 'other.html')))
    const again = await buildBook(book(markdown))
    expect(
      wordsIn(shownIn(`<body>${content(again, 'p.html')}</body>`)),
      `${text}\n----\n${markdown}`,
    ).toEqual(wordsIn(shown))
  },
)

test('time grows with the text of a page of blocks', () => {
  const markdown = createMarkdown()
  const render = (text: string): unknown =>
    markdown.render({
      path: 'a.md' as BookPath,
      text,
      firstLine: 1,
      host: literalHost,
      isOfGitbookCom: true,
    })
  for (let seed = 0; seed < 5; seed++) {
    const { text } = componentPage(createRandom(seed), 'w', 30)
    expect(
      isLinear((times) => render(text.repeat(times)), 2),
      text,
    ).toBe(true)
  }
})
