// Code that a file leaves open which a page includes: it ends with that file, and the page goes on.
import { expect, test } from 'vitest'
import { type Contents, buildBook, codes, content, page } from '../support/build-book.ts'
import { english } from '../support/english.ts'

const OPEN = 'Part.\n\n```js\nlet a = 1\n'

async function shown(text: string, files: Contents = {}): Promise<readonly [string, string[]]> {
  const built = await buildBook({
    'README.md': text,
    'SUMMARY.md': '* [a](README.md)\n',
    'open.md': OPEN,
    ...files,
  })
  return [content(built, 'index.html'), [...codes(built)]]
}

const PLACE = 'markdown/unclosed-code open.md:3:1'

test('text behind the include is text, in the page and in its Markdown', async () => {
  const text =
    '{% include "open.md" %}\n\n## After\n\nWords.\n\n{% include "open.md" %}\n\n## Last\n'
  const built = await buildBook({ 'README.md': text, 'SUMMARY.md': '', 'open.md': OPEN })
  const html = content(built, 'index.html')
  expect(html).toContain('<h2 id="after">')
  expect(html).toContain('<p>Words.</p>')
  expect(html).toContain('<h2 id="last">')
  expect(html.match(/<pre /g)).toHaveLength(2)
  expect(codes(built)).toContain(PLACE)
  expect(page(built, 'index.md')).toContain('let a = 1\n```\n\n## After')
})

test('code of the page behind it is code of its own', async () => {
  const [html, found] = await shown(
    '{% include "open.md" %}\n\nWords.\n\n```sh\nls\n```\n\n~~~\ntilde\n~~~\n\nEnd.\n',
  )
  expect(html.match(/<pre /g)).toHaveLength(3)
  expect(html).toContain('<p>Words.</p>')
  expect(html).toContain('<p>End.</p>')
  expect(found).toContain(PLACE)
})

test('a file in a file, and one in a quote or a list', async () => {
  const files = { 'outer.md': 'Outer.\n\n{% include "open.md" %}\n\nOuter end.\n' }
  const [nested] = await shown('{% include "outer.md" %}\n\nEnd.\n', files)
  expect(nested).toContain('<p>Outer end.</p>')
  expect(nested).toContain('<p>End.</p>')
  const [quoted] = await shown(
    '> {% include "open.md" %}\n\nEnd.\n\n- {% include "open.md" %}\n\nLast.\n',
  )
  expect(quoted).toContain('<p>End.</p>')
  expect(quoted).toContain('<p>Last.</p>')
})

test('what another file or the page ends is one block, as it was meant', async () => {
  const ends = { 'end.md': '```\n\nBehind.\n' }
  const [byFile, found] = await shown(
    '{% include "open.md" %}\nlet b\n{% include "end.md" %}\n',
    ends,
  )
  expect(byFile.match(/<pre /g)).toHaveLength(1)
  expect(byFile.replaceAll(/<[^>]*>/g, '')).toContain('let a = 1\n\nlet b\n')
  expect(byFile).toContain('<p>Behind.</p>')
  expect(found).toEqual([])
  const [byPage] = await shown('{% include "open.md" %}\nlet b\n```\n\nBehind.\n')
  expect(byPage.match(/<pre /g)).toHaveLength(1)
  expect(byPage).toContain('<p>Behind.</p>')
})

test('at the end of the page it is code to the end', async () => {
  const [html, found] = await shown('{% include "open.md" %}')
  expect(html.match(/<pre /g)).toHaveLength(1)
  expect(found).toContain(PLACE)
})

test('marks behind which nothing stands are an end too many', async () => {
  const text = '# A\n\n```js\nlet a\n```\n\nWords.\n\n```\n'
  const { diagnostics } = await buildBook({
    'README.md': text,
    'SUMMARY.md': '* [a](README.md)\n',
  })
  expect(diagnostics.map((one) => english(one).message)).toEqual([
    'Expected code below "```", found nothing; an empty box is shown',
  ])
})
