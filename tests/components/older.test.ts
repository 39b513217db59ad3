// Blocks of plugins that books of old GitBook use for what stands in other files and on other sites.
import { describe, expect, test } from 'vitest'
import { buildBook, codes, content } from '../support/build-book.ts'

const FILES = {
  'SUMMARY.md': '* [A](README.md)\n* [B](ch/b.md)\n',
  'README.md': '# A\n',
  'data/beds.csv': 'bed,seeds\n"north, shady",12\nsouth,7\neast,3\n',
  'data/plan.pdf': '%PDF-1.4\n',
}

async function shown(source: string): Promise<{ html: string; said: readonly string[] }> {
  const built = await buildBook({ ...FILES, 'ch/b.md': `# B\n\n${source}\n` })
  return { html: content(built, 'ch/b.html').replace(/^<h1.*\n*/, ''), said: codes(built) }
}

const cells = (html: string): readonly string[] =>
  [...html.matchAll(/<t([hd])>(.*?)<\/t[hd]>/g)].map(([, kind, text]) => `${kind}:${text}`)

describe('values in a file', () => {
  test('are a table whose head is asked for', async () => {
    const { html, said } = await shown(
      '{% includeCsv  src="../data/beds.csv", useHeader="true" %} {% endincludeCsv %}',
    )
    expect(cells(html).slice(0, 3)).toEqual(['h:bed', 'h:seeds', 'd:north, shady'])
    expect(cells(html)).toHaveLength(8)
    expect(said).toEqual([])
  })

  test('are as many rows as are asked for, and a tag may go on for several lines', async () => {
    const { html } = await shown(
      '{% includeCsv\n  src="../data/beds.csv",\n  limit=2 %}\n{% endincludeCsv %}',
    )
    expect(cells(html)).toEqual(['d:bed', 'd:seeds', 'd:north, shady', 'd:12'])
    expect(html).not.toContain('<thead>')
  })

  test('may stand between the tags, and are no Markdown there', async () => {
    const { html } = await shown('{% includeCsv %}\n*a*,1\nb,2\n{% endincludeCsv %}')
    expect(cells(html)).toEqual(['d:*a*', 'd:1', 'd:b', 'd:2'])
  })

  test('that are missing are a link, which is reported', async () => {
    const { html, said } = await shown('{% includeCsv src="no.csv" %}{% endincludeCsv %}')
    expect(html).toContain('no.csv')
    expect(said).toEqual(['links/missing-file ch/b.md:3:20'])
  })
})

describe('what stands elsewhere is a link', () => {
  test.each([
    [
      '{% pdf src="../data/plan.pdf", width="100%", height="850" %}{% endpdf %}',
      'href="../data/plan.pdf"',
      '>plan.pdf</a>',
    ],
    [
      '{% urlembed %}\n../data/plan.pdf\n{% endurlembed %}',
      'href="../data/plan.pdf"',
      '>plan.pdf</a>',
    ],
    [
      '{% urlembed %}\nhttps://garden.example/map\n{% endurlembed %}',
      'href="https://garden.example/map"',
      '>https://garden.example/map</a>',
    ],
    [
      '{% asciinema %}abc123{% endasciinema %}',
      'href="https://asciinema.org/a/abc123"',
      '>https://asciinema.org/a/abc123</a>',
    ],
    [
      '{% asciinema %}https://asciinema.org/a/abc123{% endasciinema %}',
      'href="https://asciinema.org/a/abc123"',
      '>https://asciinema.org/a/abc123</a>',
    ],
  ])('%s', async (source, href, text) => {
    const { html, said } = await shown(source)
    expect(html).toContain(href)
    expect(html).toContain(text)
    expect(html).not.toContain('{%')
    expect(said).toEqual([])
  })
})

test('a panel is a callout with its title', async () => {
  const { html, said } = await shown(
    '{% panel style="danger", title="Frost" %}\nCover *all* beds.\n{% endpanel %}',
  )
  expect(html).toContain('<div class="callout callout-caution" role="note">')
  expect(html).toContain('Frost')
  expect(html).toContain('<em>all</em>')
  expect(said).toEqual([])
})

test('a graph in a block of the plugin viz is drawn, and a wave is its source', async () => {
  const { html, said } = await shown(
    '{% viz engine="dot" %}\ndigraph { a -> b }\n{% endviz %}\n\n{% wavedrom %}\n{ signal: [{ name: "*clk*" }] }\n{% endwavedrom %}',
  )
  expect(html).toContain('<svg')
  expect(html).toContain('name: &quot;*clk*&quot;')
  expect(said).toEqual([])
})

describe('code of Jekyll', () => {
  test('is code in its language, wherever a block may stand', async () => {
    const { html, said } = await shown(
      '{% highlight ruby linenos %}\ndef a\n  puts "{{ b }} {% if c %} *d*"\nend\n{% endhighlight %}\n\n- x\n\n  {% highlight %}\n  <b>\n  {% endhighlight %}',
    )
    expect(html).toMatch(/<pre[^>]*><code class="lang-ruby language-ruby hljs">/)
    expect(html.replaceAll(/<[^>]*>/g, '')).toContain(
      'puts "{{ b }} {% if c %} *d*"'.replaceAll('"', '&quot;'),
    )
    expect(html).toMatch(/<li>[^]*<code>&lt;b&gt;\n<\/code>/)
    expect(said).toEqual([])
  })
})
