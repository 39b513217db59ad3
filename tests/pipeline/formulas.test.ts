// Formulas and diagrams through a whole build: what pages load, what other outputs get, what AsciiDoc has of them.
import { expect, test } from 'vitest'
import { buildBook, codes, content, page } from '../support/build-book.ts'

const SUMMARY = '- [A](README.md)\n- [B](b.md)\n'

test('only pages with formulas load what formulas need, and only their books have it', async () => {
  const built = await buildBook({
    'SUMMARY.md': SUMMARY,
    'README.md': '# A\n\n$$x^2$$\n',
    'b.md': '# B\n\nplain\n',
  })
  expect(page(built, 'index.html')).toContain('handbook/math.css')
  expect(page(built, 'b.html')).not.toContain('handbook/math.css')
  expect([...built.outputs.keys()]).toContain('handbook/math.woff2')
  const plain = await buildBook({ 'SUMMARY.md': SUMMARY, 'README.md': '# A\n', 'b.md': '# B\n' })
  expect([...plain.outputs.keys()].filter((path) => /math|diagram/.test(path))).toEqual([])
})

test('a pipe in a formula separates no cells of a table', async () => {
  const rows = [
    '| $$P(A|B)$$ | one |',
    '| $$\\{x\\,|\\,x>0\\}$$ | $$ |x| \\ge 0 $$ |',
    '| costs $$ | or $$ |',
    '| \\(|\\alpha|\\) | `a|b` |',
  ]
  const built = await buildBook({
    'book.json': '{"plugins": ["katex"]}',
    'README.md': `# A\n\n| Law of $$A|B$$ | Says |\n|---|---|\n${rows.join('\n')}\n`,
  })
  const html = content(built, 'index.html')
  expect(html.match(/<t[hd]>/g)).toHaveLength(10)
  expect(html.match(/<math/g)).toHaveLength(5)
  expect(html).toContain('<td>costs $$</td>')
  const without = await buildBook({
    'book.json': '{"math": false}',
    'README.md': '# A\n\n| $$A|B$$ |\n|---|---|\n',
  })
  expect(content(without, 'index.html').match(/<t[hd]>/g)).toHaveLength(2)
})

test('templates change nothing in a formula, and the alternate has its TeX', async () => {
  const built = await buildBook({
    'book.json': '{ "variables": { "v": "7" } }',
    'SUMMARY.md': '- [A](README.md)\n',
    'README.md': '# A\n\n$$\\frac{{a}}{b}$$ and $$x_{{n}}$$ of {{ book.v }}\n\n$$\n{{y}}\n$$\n',
  })
  expect(codes(built)).toEqual([])
  const html = content(built, 'index.html')
  for (const tex of ['\\frac{{a}}{b}', 'x_{{n}}', '{{y}}'])
    expect(html).toContain(`>${tex}</annotation>`)
  expect(html).toContain('of 7')
  expect(page(built, 'index.md')).toContain(
    '$$\\frac{{a}}{b}$$ and $$x_{{n}}$$ of 7\n\n$$\n{{y}}\n$$',
  )
})

test('AsciiDoc has formulas in TeX and in AsciiMath, and its listings are drawn', async () => {
  const built = await buildBook({
    'SUMMARY.md': '- [A](a.adoc)\n',
    'README.md': '# R\n',
    'a.adoc':
      '= A\n:stem: latexmath\n\nstem:[x^2] and asciimath:[sqrt(2)].\n\n[stem]\n++++\n\\frac{a}{b}\n++++\n\n[source,mermaid]\n----\ngraph LR\nA-->B\n----\n',
  })
  expect(codes(built)).toEqual([])
  const html = content(built, 'a.html')
  expect(html.match(/<math/g)).toHaveLength(3)
  expect(html).toContain('<math display="block">')
  expect(html).toContain('<div class="diagram">')
  expect(page(built, 'a.md')).toContain(
    '$$x^2$$ and $$\\sqrt{ 2 }$$.\n\n$$\n\\frac{a}{b}\n$$\n\n```mermaid',
  )
})

test('settings of the plugin say how formulas are written, and which commands there are', async () => {
  const built = await buildBook({
    'book.json': JSON.stringify({
      plugins: ['mathjax'],
      pluginsConfig: { mathjax: { inlineMath: [['$', '$']], macros: { RR: '\\mathbb{R}' } } },
    }),
    'README.md': '# A\n\nLet $x \\in \\RR$.\n',
  })
  expect(content(built, 'index.html')).toContain('<mi>ℝ</mi>')
})

test('two backslashes before a bracket are of a formula in books with a plugin', async () => {
  const text = '# A\n\nLet \\\\(x\\\\) be, and \\\\[ a_1 \\\\] with \\(words\\).\n'
  const formulas = async (settings: object): Promise<number> => {
    const built = await buildBook({ 'book.json': JSON.stringify(settings), 'README.md': text })
    return content(built, 'index.html').match(/<math/g)?.length ?? 0
  }
  expect(await formulas({ plugins: ['mathjax'] })).toBe(2)
  expect(await formulas({ plugins: ['mathjax'], math: { brackets: false } })).toBe(0)
  expect(await formulas({})).toBe(0)
})

test('a book may have neither', async () => {
  const built = await buildBook({
    'book.json': '{ "math": false, "diagrams": false }',
    'README.md': '# A\n\n$$x$$\n\n```mermaid\ngraph LR\nA-->B\n```\n',
  })
  expect(content(built, 'index.html')).toContain('<p>$$x$$</p>')
  expect(content(built, 'index.html')).not.toContain('<svg')
})
