// The plugin `tags`: words that a page is filed under, in its front matter or in a line of its own.
import { expect, test } from 'vitest'
import { buildBook, codes, content } from '../support/build-book.ts'

async function shown(page: string, plugins = ['tags']): Promise<string> {
  const built = await buildBook({ 'book.json': JSON.stringify({ plugins }), 'README.md': page })
  expect(codes(built)).toEqual([])
  return content(built, 'index.html')
}
const LIST = '<ul class="tags"><li>spring</li><li>root crops</li></ul>'

test.each(['tags: spring, root crops', 'tags: [spring, root crops]'])(
  'stand below the title (%s)',
  async (line) => {
    expect(await shown(`---\n${line}\n---\n\n# Beds\n\nText.\n`)).toContain(LIST)
  },
)

test('stand where their line is', async () => {
  const html = await shown('# Beds\n\ntags: spring, root crops\n\nText *here*.\n')
  expect(html).toContain(LIST)
  expect(html).toContain('<p>Text <em>here</em>.</p>')
  expect(html).not.toContain('tags:')
})

test('are text in code, among other words, and without the plugin', async () => {
  const html = await shown(
    '# Beds\n\n```\n\ntags: a, b\n\n```\n\nThe tags: a, b\n\ntags: a\nmore\n',
  )
  expect(html).not.toContain('class="tags"')
  const line = '# Beds\n\ntags: a, x < y\n\nx\n'
  expect(await shown(line, [])).toContain('tags: a')
  expect(await shown(line)).toContain('<li>x &lt; y</li>')
})
