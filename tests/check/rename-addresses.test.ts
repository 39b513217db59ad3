// A move writes anew every attribute that holds addresses, of which there is one table (`tree/addresses.ts`).
import { expect, test } from 'vitest'
import { checkBook } from '../../src/check/check.ts'
import { planMove } from '../../src/check/rename/plan.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import type { Contents } from '../support/build-book.ts'

/** The texts that a move changes. */
async function moved(
  contents: Contents,
  from: string,
  to: string,
): Promise<{ texts: Record<string, string>; codes: readonly string[] }> {
  const files = memoryFiles(contents)
  const plan = await planMove(await checkBook({ files }), files, { kind: 'files', from, to })
  const texts = plan.changes.flatMap(({ to: path, content }) =>
    content === undefined ? [] : [[path, content] as const],
  )
  return { texts: Object.fromEntries(texts), codes: plan.diagnostics.map(({ code }) => code) }
}

/** HTML in which `@` is a file, and `#` a page. */
const HTML = [
  '<a href="#">a</a>',
  '<map name="m"><area href="#" alt="a"></map>',
  '<svg><a xlink:href="#"><text>a</text></a><use xlink:href="@"/><image href="@"/></svg>',
  '<img src="@" alt="a">',
  "<img src='@' srcset='@ 1x, @ 2x' alt='a'>",
  '<picture><source srcset="@ 100w, @ 200w"><img src=@ alt="a"></picture>',
  '<video src="@" poster="@"><source src="@"><track src="@"></video>',
  '<audio src="@"></audio>',
  '<object data="@"></object>',
  '<embed src="@">',
  '<iframe src="@"></iframe>',
  '<blockquote cite="#">a</blockquote>',
  '<p><del cite="#">a</del> <ins cite="#">b</ins> <q cite="#">c</q></p>',
  '<form action="#"><input type="image" src="@" alt="a"><button formaction="#">b</button></form>',
  '<table background="@"><tr><td background="@">a</td></tr></table>',
]

function written(html: string, file: string, page: string): string {
  return html.replaceAll('@', file).replaceAll('#', page)
}

const book = (html: string): Contents => ({
  'SUMMARY.md': '* [A](README.md)\n* [B](b/c.md)\n',
  'README.md': `# A\n\n${html}\n`,
  'b/c.md': '# C\n',
  'b/d.png': 'x',
})

test.each(HTML)('%s', async (html) => {
  const { texts, codes } = await moved(book(written(html, 'b/d.png', 'b/c.md')), 'b', 'e/f')
  expect(codes).toEqual([])
  expect(texts['README.md']).toBe(`# A\n\n${written(html, 'e/f/d.png', 'e/f/c.md')}\n`)
})

test.each(HTML)('%s, when the page moves that holds it', async (html) => {
  const contents = { ...book(''), 'g.md': `# G\n\n${written(html, 'b/d.png', 'b/c.md')}\n` }
  const summary = '* [A](README.md)\n* [B](b/c.md)\n* [G](g.md)\n'
  const { texts, codes } = await moved({ ...contents, 'SUMMARY.md': summary }, 'g.md', 'h/g.md')
  expect(codes).toEqual([])
  expect(texts['h/g.md']).toBe(`# G\n\n${written(html, '../b/d.png', '../b/c.md')}\n`)
})
