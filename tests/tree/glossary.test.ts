import { describe, expect, test } from 'vitest'
import type { Term } from '../../src/core/book.ts'
import type { BookPath } from '../../src/core/path.ts'
import { markTerms } from '../../src/tree/passes/glossary.ts'
import { written } from './html.ts'
import { timesAsLong } from '../support/yardstick.ts'

const term = (name: string, description = `about ${name}`): Term => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  description,
  at: { file: 'GLOSSARY.md' as BookPath },
})

/** The HTML with marks written as [text]. */
function mark(html: string, names: readonly string[], url = 'GLOSSARY.html'): string {
  return markTerms({
    page: written(html),
    terms: names.map((name) => term(name)),
    url,
  }).html.replaceAll(/<a class="glossary-term"[^>]*>(.*?)<\/a>/gs, '[$1]')
}

describe('markTerms', () => {
  test.each([
    [
      'whole words, whatever their case',
      '<p>An api-key, the API, APIs, RESTAPI, my_api</p>',
      ['API'],
      '<p>An [api]-key, the [API], APIs, RESTAPI, my_api</p>',
    ],
    [
      'a letter as it is written',
      '<p>C, not c or (c); 用C写, Я я</p>',
      ['C', 'Я'],
      '<p>[C], not c or (c); 用[C]写, [Я] я</p>',
    ],
    ['words beside Chinese', '<p>使用API的人</p>', ['API'], '<p>使用[API]的人</p>'],
    [
      'Chinese terms anywhere, without the space around them',
      '<p>这是 资源调度 器</p>',
      ['资源调度'],
      '<p>这是 [资源调度] 器</p>',
    ],
    ['Korean terms with particles', '<p>용어는</p>', ['용어'], '<p>[용어]는</p>'],
    [
      'the longest first',
      '<p>load balancer and load</p>',
      ['load', 'load balancer'],
      '<p>[load balancer] and [load]</p>',
    ],
    [
      'words over a line break',
      '<p>load\nbalancer</p>',
      ['load balancer'],
      '<p>[load\nbalancer]</p>',
    ],
    [
      'terms with punctuation',
      '<p>C++ and C++11, R&amp;D</p>',
      ['C++', 'R&D'],
      '<p>[C++] and [C++]11, [R&amp;D]</p>',
    ],
    ['accented letters as letters', '<p>café cafés</p>', ['café'], '<p>[café] cafés</p>'],
    ['characters written as entities', '<p>R&#38;D</p>', ['R&D'], '<p>[R&#38;D]</p>'],
    [
      'a term again where a longer one breaks off',
      '<p>load of a load balancer of load</p>',
      ['load', 'load of a cart', 'of a load balancer', 'of'],
      '<p>[load] [of a load balancer] [of] [load]</p>',
    ],
    ['nothing inside an entity', '<p>a &amp; b</p>', ['amp'], '<p>a &amp; b</p>'],
  ])('marks %s', (_, html, names, expected) => {
    expect(mark(html, names)).toBe(expected)
  })

  test.each([
    '<code>API</code>',
    '<pre><code><span class="hljs-x">API</span></code></pre>',
    '<a href="x">the <em>API</em></a>',
    '<h2 id="a">API</h2>',
    '<div class="x no-glossary"><div>API</div>API</div>',
    '<img alt="API" src="API.png">',
    '<script>API</script>',
    '<!-- API -->',
  ])('leaves %s alone', (html) => {
    expect(mark(html, ['API'])).toBe(html)
  })

  test('goes on after an excluded element', () => {
    expect(mark('<h2>API</h2><p>API</p>', ['API'])).toBe('<h2>API</h2><p>[API]</p>')
  })

  test('carries the definition, escaped', () => {
    const { html, used } = markTerms({
      page: written('<p>API</p>'),
      terms: [term('API', 'a "way" <in> & out')],
      url: '../GLOSSARY.html',
    })
    expect(used).toEqual(['api'])
    expect(html).toBe(
      '<p><a class="glossary-term" href="../GLOSSARY.html#api" data-definition="a &quot;way&quot; &lt;in&gt; &amp; out">API</a></p>',
    )
  })

  test('does not mark a term in its own definition on the glossary page', () => {
    const html =
      '<h2 id="api">API</h2><p>An API of a Node.</p><h2 id="node">Node</h2><p>Has an API.</p>'
    expect(mark(html, ['API', 'Node'], '')).toBe(
      '<h2 id="api">API</h2><p>An API of a [Node].</p><h2 id="node">Node</h2><p>Has an [API].</p>',
    )
  })

  test('costs as much with thousands of terms as with hundreds', () => {
    const text = Array.from({ length: 20_000 }, (_, at) => `word${at % 9000} of`).join(' ')
    const page = written(`<p>${text}</p>`)
    const marking = (count: number) => {
      const terms = Array.from({ length: count }, (_, at) => term(`word${9000 - at} that`))
      return () => markTerms({ page, terms, url: 'g.html' })
    }
    expect(timesAsLong(marking(8000), marking(200))).toBeLessThan(12)
  })

  test('leaves a page without terms as it is', () => {
    const page = written('<p>text</p>')
    expect(markTerms({ page, terms: [], url: 'g.html' })).toEqual({ ...page, used: [] })
  })
})
