import { expect, test } from 'vitest'
import { citationsAsLinks } from '../../src/plugins/literature.ts'
import { plainTex } from '../../src/plugins/plain-tex.ts'
import { buildBook, codes, page } from '../support/build-book.ts'

const BIB = String.raw`% not a work
@article{Elbe99,
  title = {The {Elbe} \& its banks},
  author = "M{\"u}ller, J{\'o}zef and {\v{C}}apek, K.",
  journal = {Rivers}, year = 1999,
  url = {https://example.org/a_b?c=1}
}
@misc{volga, title={Along the Volga}, author={Roe, R.}, howpublished={\url{https://example.org/v}}}
`

test('a citation is the number of its work, and the list holds what the page cites', async () => {
  const built = await buildBook({
    'book.json': '{"plugins": ["bibtex"]}',
    'SUMMARY.md': '- [A](README.md)\n- [B](b/b.md)\n',
    'README.md': 'See {{ "volga" | cite }}.\n\n{% references %} {% endreferences %}\n',
    'b/b.md': 'See {{\'Elbe99\'|cite}} and `{{ "volga" | cite }}`.\n',
    'literature.bib': BIB,
  })
  const html = page(built, 'index.html')
  expect(html).toContain('See <a href="#cite-2">[2]</a>.')
  expect(html).toContain(
    '<li id="cite-2" value="2">Roe, R., <em>Along the Volga</em>, <a href="https',
  )
  expect(html).not.toContain('cite-1')
  const other = page(built, 'b/b.html')
  expect(other).toContain('See [1] and <code>{{ &quot;volga&quot; | cite }}</code>.')
  expect(codes(built)).toEqual([])
})

test('a page that cites nothing lists all works, on the lines of its tags', () => {
  const text = citationsAsLinks('a\n{% references %}\n{% endreferences %}\nb', [], BIB)
  expect(text.split('\n')).toEqual([
    'a',
    '<ol class="references"><li id="cite-1" value="1">Müller, Józef; Čapek, K., <em>The Elbe &amp; its banks</em>, Rivers, 1999, <a href="https://example.org/a_b?c=1">https://example.org/a_b?c=1</a></li><li id="cite-2" value="2">Roe, R., <em>Along the Volga</em>, <a href="https://example.org/v">https://example.org/v</a></li></ol>',
    '',
    'b',
  ])
})

test.each(['{10.1000/1}', '"https://doi.org/10.1000/1"'])('a DOI is an address: %s', (doi) => {
  const text = citationsAsLinks('{% references %}', [], `@misc{a, title={B}, doi=${doi}}`)
  expect(text).toContain('<a href="https://doi.org/10.1000/1">')
})

test('what is in no file stays as it is written, and code stays code', () => {
  const text = 'a {{ "nile" | cite }} {% references %}'
  expect(citationsAsLinks(text, [], '')).toBe(text)
  expect(citationsAsLinks('{{ "nile" | cite }}', [], BIB)).toBe('{{ "nile" | cite }}')
  expect(citationsAsLinks(text, [{ from: 0, to: text.length }], BIB)).toBe(text)
})

test.each([
  [String.raw`G{\"o}del, \O{}rsted, \c{C}a, \'{e}t\'e na\"{\i}ve`, 'Gödel, Ørsted, Ça, été naïve'],
  ["10--12, a~b ``c''", '10–12, a b “c”'],
  [String.raw`\emph{So} \textbf{it} is 5\%`, 'So it is 5%'],
])('%s is %s', (tex, words) => {
  expect(plainTex(tex)).toBe(words)
})

test.each(['@a{k, x={', '@a{k, x="', '@a{k, ', '\n@a{k, x={'])(
  'many entries %j that never end take linear time',
  (entry) => {
    expect(citationsAsLinks('{{ "k" | cite }}', [], entry.repeat(50_000))).toBe('\\[1\\]')
  },
)
