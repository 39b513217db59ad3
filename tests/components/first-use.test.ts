// What is loaded with its first use. A file of tests has modules of its own: nothing was loaded before.
import { expect, test } from 'vitest'
import { buildBook, content } from '../support/build-book.ts'

const ABOUT = 'Starts :rocket:\\n\\n```mermaid\\ngraph LR\\n  A[One] --> B[Two]\\n```'

const book = (pages: readonly string[]) =>
  buildBook({
    '.gitbook.yaml': 'root: ./\n',
    'README.md': '# Start\n',
    'SUMMARY.md': ['* [Start](README.md)', ...pages.map((page) => `* [P](${page})`)].join('\n'),
    'api.md':
      '# API\n\n{% openapi-operation spec="shop" path="/a" method="get" %}\n{% endopenapi-operation %}\n',
    'words.md': '# Words\n\n:rocket: `x`\n\n```mermaid\ngraph LR\n  A --> B\n```\n',
    '.gitbook/assets/shop.yaml': `openapi: 3.0.3\ninfo: { title: S, version: '1' }\npaths:\n  /a:\n    get: { description: "${ABOUT}", responses: {} }\n`,
  })

test('names of emoji and diagrams that stand only in another file are shown, whatever was built before', async () => {
  const alone = await book(['api.md'])
  const html = content(alone, 'api.html')
  expect(html).toContain('Starts 🚀')
  expect(html).toMatch(/<svg[^]*>One</)
  expect(alone.diagnostics).toEqual([])
  const after = await book(['words.md', 'api.md'])
  expect(content(after, 'words.html')).toContain('🚀 <code>x</code>')
  expect(content(after, 'api.html')).toBe(html)
})
