// HTML that GitBook.com's editor writes in books of its dialect: colors, buttons, typed cells.
import { expect, test } from 'vitest'
import { buildBook, codes, content, page } from '../support/build-book.ts'
import type { Built } from '../../src/pipeline/built.ts'

const book = (source: string) =>
  buildBook({
    '.gitbook.yaml': 'root: ./\n',
    'README.md': source,
    'SUMMARY.md': '# Table of contents\n\n* [Start](README.md)\n* [The other page](other.md)\n',
    'other.md': '# Other\n',
  })

async function shown(source: string): Promise<string> {
  return content(await book(source), 'index.html').replaceAll('\n', '')
}

test.each([
  ['color:red;', 'paint paint-red'],
  ['color:default;background-color:yellow', 'paint paint-on-orange'],
  ['color: $primary; background-color: #e0ffe0', 'paint paint-blue paint-on-green'],
  ['color:#555555', 'paint'],
])('a mark in %s has colors of the theme', async (style, classes) => {
  const html = await shown(`a <mark style="${style}">b</mark> c`)
  expect(html).toContain(`a <mark class="${classes}">b</mark> c`)
})

test('a page loads the looks of the editor only when it has something of it', async () => {
  expect(page(await book('a <mark style="color:red">b</mark>'), 'index.html')).toMatch(
    /editor\S*\.css/,
  )
  expect(page(await book('a <mark>b</mark>'), 'index.html')).not.toMatch(/editor\S*\.css/)
})

test('buttons are links, and words where they lead nowhere', async () => {
  const html = await shown(
    '<a href="other.md" class="button primary" data-icon="rocket">Go</a> <a class="button secondary">Soon</a> <button type="button" class="button primary" data-action="ask" data-query="How?">Ask</button>',
  )
  expect(html).toMatch(
    /<a class="action action-primary" href="other.html"><span [^>]*symbol-rocket[^>]*><\/span>Go<\/a>/,
  )
  expect(html).toContain('<span class="action action-off">Soon</span>')
  expect(html).toContain('<a class="action action-primary" href="?q=How%3F">Ask</a>')
  // Its words are no question of a reader's.
  expect(
    await shown('<button type="button" class="button" data-action="ask">Ask us</button>'),
  ).toContain('<a class="action" href="?q=">Ask us</a>')
})

test('signs are themselves', async () => {
  const html = await shown(
    'a <span data-gb-custom-inline data-tag="emoji" data-code="1f6a9">🚩</span> <span data-gb-custom-inline data-tag="emoji" data-code="1f44d-1f3fd"></span>',
  )
  expect(html).toContain('<p>a 🚩 👍🏽</p>')
})

test('a cell without a number is empty', async () => {
  const html = await shown(
    '<table><thead><tr><th data-type="number">P</th></tr></thead><tbody><tr><td>null</td></tr></tbody></table>',
  )
  expect(html).toContain('<td class="cell-number"></td>')
})

test('cells are shown as what their columns hold, and hidden columns not at all', async () => {
  const html = await shown(
    '<table><thead><tr><th>N</th><th data-type="number">P</th><th data-type="checkbox">C</th><th data-type="rating" data-max="5">R</th><th>S<select><option value="x" label="Done" color="blue"></option></select></th><th data-type="content-ref">L</th><th data-hidden>H</th></tr></thead><tbody><tr><td>a</td><td>12</td><td>true</td><td>3</td><td><span data-option="x">Done</span></td><td><a href="other.md">other.md</a></td><td>gone</td></tr></tbody></table>',
  )
  expect(html).toMatch(/<td class="cell-number">12<\/td><td>✓<\/td>/)
  expect(html).toContain('aria-label="3 / 5">★★★☆☆</span>')
  expect(html).toContain('<span class="pill paint-on-blue">Done</span>')
  expect(html).toContain('<a href="other.html">The other page</a>')
  expect(html).not.toMatch(/gone|>H<|<select|<option/)
})

test('a head without a word is left out', async () => {
  const html = await shown(
    '<table><thead><tr><th width="100"></th><th></th></tr></thead><tbody><tr><td>a</td><td>b</td></tr></tbody></table>',
  )
  expect(html).not.toContain('<thead')
  expect(html).toContain('<td>a</td>')
})

test('emoji have names; other words between colons, addresses and code stay', async () => {
  const html = await shown(
    'Go :rocket: :white\\_check\\_mark: :+1: :no-such: 10:30:00 `:rocket:` <https://a.example/:rocket:/b>',
  )
  expect(html).toContain('Go 🚀 ✅ 👍 :no-such: 10:30:00 <code>:rocket:</code>')
  expect(html).toContain('a.example/:rocket:/b</a>')
})

test('words may follow the name of an emoji at once, after names of two letters and more', async () => {
  const html = await shown('Why :question:What :ok:Yes, :x:y and x:rocket:y')
  expect(html).toContain('Why ❓What 🆗Yes, :x:y and x:rocket:y')
})

test('a card whose title leads to its target has no second link', async () => {
  const html = await shown(
    '<table data-view="cards"><thead><tr><th></th><th></th><th data-hidden data-card-target data-type="content-ref"></th></tr></thead><tbody><tr><td><a href="other.md"><strong>Go</strong></a></td><td>Words</td><td><a href="other.md">other.md</a></td></tr><tr><td><a href="https://a.example/">A</a></td><td></td><td><a href="other.md">other.md</a></td></tr></tbody></table>',
  )
  expect(html).toContain(
    '<div class="card-title"><a class="card-link" href="other.html"><strong>Go</strong></a></div>',
  )
  expect(html.match(/The other page/g)).toHaveLength(1)
})

test.each([
  [
    '<div data-with-frame="true"><figure><img src="a.png" alt=""></figure></div>',
    'pictures pictures-framed',
  ],
  [
    '<div data-full-width="true"><figure><img src="a.png" alt=""></figure></div>',
    'pictures pictures-wide',
  ],
  ['<div align="right"><img src="a.png" alt=""></div>', 'pictures pictures-right'],
  [
    '<div><figure><img src="a.png" alt=""></figure> <figure><img src="b.png" alt=""></figure></div>',
    'pictures pictures-row',
  ],
  ['a <img src="a.png" alt="" data-size="line"> b', 'picture-line'],
])('pictures have their looks: %s', async (source, classes) => {
  expect(await shown(source)).toContain(`class="${classes}"`)
})

test('a caption without words is none, and a paragraph of one is no paragraph', async () => {
  const html = await shown(
    '<figure><img src="a.png" alt="x"><figcaption></figcaption></figure>\n\n<figure><img src="b.png" alt="y"><figcaption><p>Words</p></figcaption></figure>',
  )
  expect(html.match(/<figcaption/g)).toHaveLength(1)
  expect(html).toContain('<figcaption>Words</figcaption>')
})

test('a picture for dark themes is one address', async () => {
  const html = await shown(
    '<figure><picture><source srcset="\n a (1).png " media="(prefers-color-scheme: dark)"><img src="b.png" alt="x"></picture></figure>',
  )
  expect(html).toContain('srcset="a%20(1).png"')
})

test('blocks that are written as HTML are blocks', async () => {
  const html = await shown(
    '<table><thead><tr><th>A</th></tr></thead><tbody><tr><td><div data-gb-custom-block data-tag="hint" data-style="warning" class="hint hint-warning"><p>Mind</p></div></td></tr></tbody></table>',
  )
  expect(html).toMatch(/class="callout[^"]*warning/)
  expect(html).toContain('<p>Mind</p>')
  expect(html).not.toContain('data-gb-custom')
})

test('typed cells are lines of a table in the alternate too', async () => {
  const source =
    '<table><thead><tr><th data-type="checkbox">C</th><th data-type="rating">R</th><th data-type="content-ref">L</th></tr></thead><tbody><tr><td>true</td><td>2</td><td><a href="other.md">other.md</a></td></tr></tbody></table>'
  const markdown = page(
    await book(`# A\n\n${source}\n\n{% hint %}\nx\n{% endhint %}\n`),
    'index.md',
  )
  expect(markdown).toContain(
    '<td>✓</td><td><span>★★☆☆☆</span></td><td><a href="other.md">The other page</a></td>',
  )
})

test('code that the editor writes as HTML is code: its title, its marked lines, its language', async () => {
  const html = await shown(
    '<pre class="language-yaml" data-title="a.yaml" data-overflow="wrap" data-line-numbers><code class="lang-yaml">a: 1\n\n<strong>b: &#x3C;2>\n</strong>c: 3\n</code></pre>',
  )
  expect(html).toContain('<figcaption>a.yaml</figcaption>')
  expect(html).toContain('class="code-lines code-numbers wrap"')
  expect(html.match(/<span class="line/g)).toHaveLength(4)
  expect(html).toMatch(/<span class="line line-mark"><span class="hljs-attr">b:.*?&lt;2&gt;/)
  expect(html).not.toMatch(/data-|<strong/)
})

test('the empty line that begins such code is left out, and values are set in it', async () => {
  const built = await buildBook({
    '.gitbook.yaml': '',
    '.gitbook/vars.yaml': 'name: Garden\n',
    'README.md':
      '# A\n\n<pre><code><strong>\n</strong>curl <code class="expression">space.vars.name</code>\n</code></pre>\n',
  })
  expect(content(built, 'index.html')).toContain('<pre tabindex="0"><code>curl Garden\n</code>')
})

test('code in a cell may have empty lines', async () => {
  const html = await shown(
    '<table><tbody><tr><td><pre class="language-json"><code class="lang-json">{\n\n  "**a**": 1\n}\n</code></pre></td></tr>\n\n    <tr><td>b</td></tr>\n\n</tbody></table>\n\nend',
  )
  expect(html).toContain('"**a**"'.replaceAll('"', '&quot;'))
  expect(html).toContain('<tr><td>b</td></tr></tbody></table></div><p>end</p>')
})

test('words in an empty line of HTML are Markdown', async () => {
  const html = await shown('<table><tbody><tr><td>\n\n**a**\n\n</td></tr></tbody></table>')
  expect(html).toContain('<td><p><strong>a</strong></p></td>')
})

test.each([
  ['<details><summary>A *b*</summary>c **d**</details>', '<p>c <strong>d</strong></p></details>'],
  [
    '<details>\n<summary>A `b`</summary>\nc **d**\n</details>',
    '<summary>A <code>b</code></summary>',
  ],
  [
    '- x\n\n  <details><summary>A</summary>**d**\n  e</details>\n',
    '<p><strong>d</strong>e</p></details></li>',
  ],
])('what stands beside the end of a summary is Markdown: %s', async (source, expected) => {
  const html = await shown(source)
  expect(html).toContain(expected)
  expect(html).not.toContain('**')
})

test('words with a note stay words, and lead to their note once', async () => {
  const built = await book(
    '# A\n\n[a](#user-content-fn-1)[^1], <a data-footnote-ref href="#user-content-fn-2">b</a>, [c](#user-content-fn-3)[^3].\n\n<pre><code>x <a data-footnote-ref href="#user-content-fn-2">y</a> z\n</code></pre>\n\n[^1]: One\n\n[^2]: Two\n\n[^3]:\n',
  )
  const html = content(built, 'index.html')
  expect(html).toContain(
    '<p>a<sup class="footnote-ref"><a href="#fn_1" id="reffn_1">1</a></sup>, b<sup class="footnote-ref"><a href="#fn_2" id="reffn_2">2</a></sup>, c.</p>',
  )
  expect(html).toContain('x <a href="#fn_2" id="reffn_2-1">y</a> z')
  expect(html.match(/<li id="fn_/g)).toHaveLength(2)
  expect(html).toMatch(/Two <a href="#reffn_2".*<a href="#reffn_2-1"/)
  expect(built.diagnostics).toEqual([])
  expect(page(built, 'index.md')).toContain('a[^1], b[^2], c.')
})

test('a part of the first page of a folder is called by its heading', async () => {
  const built = await buildBook({
    '.gitbook.yaml': '',
    'README.md':
      '# A\n\n[#a-part](sub/#a-part "mention") [sub](sub/#a-part "mention") [words](sub/#a-part "mention") [.](./#own "mention")\n\n{% content-ref url="./#own" %}\n[#own](./#own)\n{% endcontent-ref %}\n\n## Own\n',
    'SUMMARY.md': '* [A](README.md)\n* [B](sub/README.md)\n* [C](sub/c.md)\n',
    'sub/README.md': '# B\n\n## A *part*\n',
    'sub/c.md': '# C\n\n[..](..#own "mention")\n',
  })
  const html = content(built, 'index.html')
  expect(html.match(/<a href="[^"]*#(?:own|a-part)">.*?<\/a>/g)).toEqual([
    '<a href="sub/index.html#a-part">A part</a>',
    '<a href="sub/index.html#a-part">A part</a>',
    '<a href="sub/index.html#a-part">words</a>',
    '<a href="index.html#own">Own</a>',
    '<a href="index.html#own">Own</a>',
  ])
  expect(content(built, 'sub/c.html')).toContain('<a href="../index.html#own">Own</a>')
})

test.each(['', '&#x20;'])('a note that says nothing (%j) has no mark', async (nothing) => {
  const built = await book(`# A\n\n甲[^1]乙[^2]。\n\n[^1]:${nothing}\n\n[^2]: Two\n`)
  expect(content(built, 'index.html')).toContain(
    '<p>甲乙<sup class="footnote-ref"><a href="#fn_2" id="reffn_2">1</a></sup>。</p>',
  )
  expect(built.diagnostics).toEqual([])
})

test('a part of a page is called by its heading', async () => {
  const built = await buildBook({
    '.gitbook.yaml': '',
    'README.md':
      '# A\n\n[#b](b.md#a-part "mention")\n\n{% content-ref url="b.md#named" %}\n[b.md](b.md#named)\n{% endcontent-ref %}\n\n{% content-ref url="b.md#gone" %}\n[b.md](b.md#gone)\n{% endcontent-ref %}\n',
    'SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n',
    'b.md':
      '# B\n\n```\n## A part\n```\n\n## A *part*\n\n## Named \\_so\\_ <a href="#named" id="named"></a>\n',
  })
  const html = content(built, 'index.html')
  expect(html).toContain('<a href="b.html#a-part">A part</a>')
  expect(html).toContain('<a href="b.html#named">Named _so_</a>')
  expect(html).toContain('<a href="b.html#gone">B</a>')
  expect(page(built, 'index.md')).toContain('[A part](b.md#a-part)')
})

test('a picture may have a number sign in its name, and a link to nothing is words', async () => {
  const built = await buildBook({
    '.gitbook.yaml': '',
    'README.md': '# A\n\n<img src="b #1.png" alt="x">\n\n[gone](gone.md) stays\n',
    'b #1.png': 'x',
  })
  const html = content(built, 'index.html')
  expect(html).toContain('<img src="b%20%231.png" alt="x"')
  expect(html).toContain('gone stays')
  expect(codes(built)).toContain('links/missing-file README.md:5:8')
  expect(codes(built)).not.toContain('images/missing-file')
})

test('a backslash that the editor leaves at the end of a paragraph is not seen', async () => {
  const html = await shown('A\\\n\\\nB\n\n\\\n\nC\\\n\nD \\\\\n\nE\\\n\\\n\n> F\\')
  expect(html).toBe('<p>A<br><br>B</p><p>C</p><p>D \\</p><p>E</p><blockquote><p>F</p></blockquote>')
})

test('a link to a file that is gone has no attribute of links', async () => {
  expect(await shown('{% file src="gone.pdf" %}')).toBe(
    '<p class="file">gone.pdf<span class="beside">PDF</span></p>',
  )
})

test('a button that chooses tabs is one for scripts', async () => {
  const html = await shown(
    '<button type="button" class="button" data-action="select" data-value="linux">Linux</button>',
  )
  expect(html).toContain(
    '<button type="button" class="action needs-js" data-select="linux">Linux</button>',
  )
})

const files = (attributes: string): string =>
  `<table ${attributes}><thead><tr><th width="200">N</th><th data-type="files">F</th></tr></thead><tbody><tr><td valign="top">a</td><td><a href="other.md">b.txt</a><a href="https://a.example/c.png">c.png</a></td></tr></tbody></table>`

test('tables say what is hidden, what stays in sight and what is looked for', async () => {
  const html = await shown(
    files('data-header-hidden data-header-sticky="true" data-first-column-sticky="false"'),
  )
  expect(html).toContain('<table class="head-hidden head-sticky"><thead><tr><th class="cell-4">')
  expect(html).toContain('<td class="valign-top">a</td>')
  expect(html).toMatch(/<a href="other.md" download="">b.txt<\/a>/)
  expect(html).toMatch(/class="thumb"[^>]*><img src="https:\/\/a.example\/c.png" alt="c"/)
  expect(await shown(files('data-search="true"'))).toContain('data-find="Find in this table"')
  expect(await shown(files('data-search="false"'))).not.toContain('data-find')
})

test('old HTML of looks is classes of the theme, and styles are none', async () => {
  const html = await shown(
    '<center>a</center>\n\n<p align="center" style="margin:0">b</p>\n\nc <font color="red">d</font> <span style="color:blue;font-size:90px">e</span>',
  )
  expect(html).toBe(
    '<div class="align-center">a</div><p class="align-center">b</p><p>c <span class="paint-red">d</span> <span class="paint-blue">e</span></p>',
  )
})

test('labels, rows that scroll and kinds of cells are those of cards, too', async () => {
  const html = await shown(
    '<table data-view="cards" data-card-wrap="false"><thead><tr><th></th><th>Stars</th><th data-type="rating" data-max="3">Rated</th><th data-hidden data-card-target data-type="content-ref"></th></tr></thead><tbody><tr><td>a</td><td>b</td><td>2</td><td><a href="broken-reference">x</a></td></tr></tbody></table>',
  )
  expect(html).toContain('<ul class="cards cards-row" tabindex="0">')
  expect(html).toContain('<div class="card-title"><a class="card-link">a</a></div>')
  expect(html).toContain('<span class="card-label">Stars</span> b')
  expect(html).toContain('<span class="card-label">Rated</span> <span class="stars"')
})

test('symbols of hints and tabs stand before their titles', async () => {
  const html = await shown(
    '{% hint style="info" icon="rocket" %}\na\n{% endhint %}\n\n{% tabs %}\n{% tab title="T" icon="linux" %}\nb\n{% endtab %}\n{% endtabs %}',
  )
  expect(html).toMatch(/callout-title"><span class="symbol symbol-rocket"[^>]*><\/span>Note/)
  expect(html).toMatch(/tab-title"><span class="symbol symbol-linux"[^>]*><\/span>T</)
})

test('long code says what unfolds it', async () => {
  const html = await shown('{% code expandable="true" %}\n```\na\n```\n{% endcode %}')
  expect(html).toContain('class="code-long" data-more="Show all"')
})

test('marks of older exports hold what follows them', async () => {
  const html = await shown(
    '<div data-gb-custom-block data-tag="tabs"></div>\n\n<div data-gb-custom-block data-tag="tab" data-title="One"></div>\n\na\n\n<div data-gb-custom-block data-tag="tab" data-title="Two"></div>\n\nb\n\n## c\n',
  )
  expect(html.match(/<div class="tab"/g)).toHaveLength(2)
  expect(html).toMatch(/One<\/p><p>a<\/p>.*Two<\/p><p>b<\/p><\/div><\/div><h2/)
})

test('a variable may be a tag, and a block of a service may end without its sign', async () => {
  const built = await buildBook({
    '.gitbook.yaml': '',
    '.gitbook/vars.yaml': 'name: Garden\n',
    'README.md':
      '# A\n\n{% vars.name %}\n\n{% @vendor/box title="t" %}\nb\n{% endvendor/box %}\n\n{% include %}\n',
  })
  expect(content(built, 'index.html')).toMatch(/<p>Garden<\/p>\n<p>b<\/p>$/)
})

test('formulas in HTML are set', async () => {
  const html = await shown(
    'a <span class="math">\\frac{a}{b} &#x3C; 1</span>\n\n<p align="center"><span class="math">r_{y}(A)</span></p>\n\n<table><tr><td><span class="math">x^2</span></td></tr></table>',
  )
  expect(html.match(/<math>/g)).toHaveLength(3)
  expect(html).toContain(
    '<annotation encoding="application/x-tex">\\frac{a}{b} &lt; 1</annotation>',
  )
  const built = await book('a <span class="math">\\frac{a</span>')
  expect(codes(built)).toEqual(['formulas/mistake README.md:1:3'])
})

test('a heading without a word leaves its place once, and none that a heading with words has', async () => {
  const empty = '## &#x20;<a href="#a-part" id="a-part"></a>'
  const other = '## &#x20;<a href="#b-part" id="b-part"></a>'
  const html = await shown(
    `${empty}\n\n${other}\n\n${other}\n\n## A part <a href="#a-part" id="a-part"></a>\n`,
  )
  expect(html.match(/ id="[ab]-part"/g)).toEqual([' id="b-part"', ' id="a-part"'])
  expect(html).toMatch(/<h2 id="a-part">/)
})

test('headings without a word are none', async () => {
  const html = await shown(
    '####\n\n## <a href="#x" id="x"></a>\n\n<table data-view="cards"><tbody><tr><td><h3><i class="fa-headset">:headset:</i></h3></td><td>a</td></tr></tbody></table>\n\n## ![b](other.md)',
  )
  expect(html.match(/<h\d/g)).toEqual(['<h2'])
  expect(html).toContain('id="x"')
  expect(html).toContain('symbol-headset')
})

test('titles of the table of contents hold values, and pages that GitBook.com makes are a name', async () => {
  const built = await buildBook({
    '.gitbook.yaml': '',
    '.gitbook/vars.yaml': 'version: 1.2\nname: "*Garden*"\n',
    'README.md': '# Start\n',
    'SUMMARY.md':
      '# Table of contents\n\n* [Start](README.md)\n* [New in <code class="expression">space.vars.version</code> of <code class="expression">space.vars.name</code>](new.md)\n* ```yaml\n  type: builtin:openapi\n  dependencies:\n    spec:\n      ref:\n        kind: openapi\n        spec: garden-api\n  ```\n',
    'new.md': 'New\n',
  })
  const html = page(built, 'index.html')
  expect(html).toContain('New in 1.2 of *Garden*')
  expect(html).toContain('garden-api')
  expect(codes(built)).toEqual(['summary/generated-pages SUMMARY.md:5:1'])
})

test('titles of the table of contents have emoji in the place of their names', async () => {
  const built = await buildBook({
    '.gitbook.yaml': '',
    'README.md': '# Start\n',
    'a.md': 'A\n',
    'b.md': 'B\n',
    'SUMMARY.md':
      '# Table of contents\n\n* [:seedling: Start](README.md)\n\n## :camera\\_with\\_flash: Look\n\n* [`:seedling:` at 10:30:00](a.md)\n* [:nothing: else](b.md ":seedling: B")\n',
  })
  const html = page(built, 'index.html')
  for (const title of ['🌱 Start', '📸 Look', ':seedling: at 10:30:00', '🌱 B'])
    expect(html).toContain(title)
  expect(page(built, 'b.html')).toContain('<title>:nothing: else')
})

test('code that is indented with its tag is indented no further', async () => {
  expect(
    await shown(
      '4. a\n\n    <pre><code>b\n    <strong>c\n    </strong>  d\n    </code></pre>\n\n5. e\n\n    <pre><code>f\n   g\n    </code></pre>',
    ),
  ).toMatch(
    /<code><span class="line">b<\/span><span class="line line-mark">c<\/span><span class="line">  d<\/span><\/code>.*<code>f *g/,
  )
})

test.each([
  ['a **** b **c** ****', '<p>a  b <strong>c</strong> </p>'],
  ['****\\\n**a**', '<p><br><strong>a</strong></p>'],
  ['a\n\n&#x20;****&#x20;\n\nb', '<p>a</p>  <p>b</p>'],
  ['#### ****\n\na', '<p>a</p>'],
  ['1. a \\\n   ****\n2. b\n\n****', '<ol><li>a</li><li>b</li></ol><hr>'],
  [
    '[a](https://a.example)``\\\n``\n\n``b`` `c` ``',
    '<p><a href="https://a.example" target="_blank" rel="noopener">a</a></p><p><code>b</code> <code>c</code> </p>',
  ],
  ['**a**** b** c', '<p><strong>a</strong><strong> b</strong> c</p>'],
  ['**a**** *b* c**', '<p><strong>a</strong><strong> <em>b</em> c</strong></p>'],
  ['(**a)**** b', '<p>(<strong>a)</strong> b</p>'],
  ['****a****', '<p><strong><strong>a</strong></strong></p>'],
  ['`****` \\*\\*** \\*\\*\\*\\* ***** ******', '<p><code>****</code> **** **** ***** ******</p>'],
])('bold text without words is nothing: %s', async (written, html) => {
  expect(await shown(written)).toBe(html)
})

test('a dark picture that was deleted leaves the other', async () => {
  const built = await book(
    'a <picture><source srcset="broken-reference" media="(prefers-color-scheme: dark)"><img src="a.png" alt="b"></picture>',
  )
  expect(content(built, 'index.html')).toContain('<img src="a.png" alt="b"')
  expect(page(built, 'index.html')).not.toContain('broken-reference')
  expect(codes(built)[0]).toBe('links/broken-reference README.md:1:28')
})

test('pictures that were deleted are their descriptions, or nothing', async () => {
  const built = await book(
    'a ![](broken-reference) ![b](broken-reference)\n\n<figure><img src="/broken/files/x" alt=""><figcaption></figcaption></figure>\n\n![](broken-reference)\n\n<figure><img src="broken-reference" alt=""><figcaption><p>c</p></figcaption></figure>',
  )
  const html = content(built, 'index.html').replaceAll('\n', '')
  expect(html).toBe('<p>a  b</p><figure><figcaption>c</figcaption></figure>')
  expect(codes(built).map((code) => code.split(' ')[0])).toEqual(
    Array.from({ length: 5 }, () => 'links/broken-reference'),
  )
})

test('values and titles may stand between quotes of typesetters', async () => {
  const html = await shown(
    '<a href=“other.md”>a</a> [b](other.md “mention”) `<a href=“x”>` <img src=“a.png” alt=”P - V“>\n\n<table data-view=“cards”><thead><tr><th></th><th data-hidden data-card-target></th></tr></thead><tbody><tr><td><b>c</b></td><td><a href=”other.md“>other.md</a></td></tr></tbody></table>\n\nd (“e”) “f”\n',
  )
  expect(html).toContain('<a href="other.html">a</a> <a href="other.html">The other page</a>')
  expect(html).toContain('<code>&lt;a href=“x”&gt;</code> <img src="a.png" alt="P - V"')
  expect(html).toContain('<ul class="cards">')
  expect(html).toContain('<p>d (“e”) “f”</p>')
})

test('four stars are four stars in other books', async () => {
  const built = await buildBook({
    'README.md': '# A\n\na **** b\n',
    'SUMMARY.md': '* [A](README.md)\n',
  })
  expect(content(built, 'index.html')).toContain('a **** b')
})

test('what stands below a mark without text belongs to the item', async () => {
  expect(
    await shown(
      '* a\n*\n\n    <figure><img src="https://a.example/b.png" alt="c"></figure>\n\n    1.\n\n        ```\n        d\n        ```\n* e\n',
    ),
  ).toMatch(
    /^<ul><li><p>a<\/p><\/li><li> *<figure>.*<\/figure><ol><li><pre[^>]*><code>d<\/code><\/pre><\/li><\/ol><\/li><li><p>e<\/p><\/li><\/ul>$/,
  )
  expect(await shown('a\n*\n\n    b')).toBe('<p>a*</p><pre tabindex="0"><code>b</code></pre>')
  expect(await shown('*\n\nb')).toBe('<ul><li></li></ul><p>b</p>')
  expect(await shown('> *\n>\n>     b')).toBe('<blockquote><ul><li>b</li></ul></blockquote>')
})

const MEDIA = { 'film.mp4': 'x', 'sound.mp3': 'x' }

async function withFiles(source: string, others: Record<string, string>): Promise<Built> {
  return buildBook({
    '.gitbook.yaml': 'root: ./\n',
    'README.md': source,
    'SUMMARY.md': '# Table of contents\n\n* [Start](README.md)\n* [The other page](other.md)\n',
    'other.md': '# Other\n\n## Part one\n',
    ...others,
  })
}

test('films and sounds of the book are played in the page, and links in its Markdown', async () => {
  const built = await withFiles(
    '{% embed url="film.mp4" caption="A film" %}\n\n{% file src="sound.mp3" %}\n\na {% file src="sound.mp3" %} b',
    MEDIA,
  )
  const html = content(built, 'index.html').replaceAll('\n', '')
  expect(html).toContain(
    '<video class="player" controls="" preload="metadata" src="film.mp4"></video><p class="embed"><a href="film.mp4">A film</a></p>',
  )
  expect(html).toMatch(/<audio class="player" [^>]*src="sound.mp3"><\/audio><p class="file">/)
  expect(html).toContain('<p>a <a href="sound.mp3" download>sound.mp3</a> b</p>')
  expect(page(built, 'index.md')).toBe(
    '# Start\n\n[A film](film.mp4)\n\n[sound.mp3](sound.mp3)\n\na [sound.mp3](sound.mp3) b\n',
  )
})

test.each([
  ['A **caption**\n\nand more', '>A <strong>caption</strong></a>', '<p>and more</p>'],
  ['[https://a.example/x](https://a.example/x)', '>https://a.example/x</a>', ''],
  ['[Its title](https://a.example/x)', '>Its title</a>', ''],
  ['See [another](https://b.example)', '>https://a.example/x</a>', '<p>See <a href="https://b.'],
])('the caption of a page of others is its first paragraph: %s', async (body, link, rest) => {
  const html = await shown(`{% embed url="https://a.example/x" %}\n${body}\n{% endembed %}`)
  expect(html).toContain(link)
  expect(html).toContain(rest)
  expect(html.match(/href="https:\/\/a.example\/x"/g)).toHaveLength(1)
})

test('a file of GitBook.com is called by its name, not by its address', async () => {
  const address = 'https://files.example/o/spaces%2Fa%2Fuploads%2Fthe%20plan.pdf?alt=media'
  expect(await shown(`{% file src="${address}" %}`)).toContain('>the plan.pdf</a>')
})

test('tags of updates have the names that the book gives them', async () => {
  const built = await withFiles(
    '{% updates %}\n{% update date="2025-01-02" tags="beta, new-part" %}\n## One\n{% endupdate %}\n{% endupdates %}',
    { '.gitbook/tags.yaml': '- tag: beta\n  label: Public beta\n' },
  )
  expect(content(built, 'index.html')).toContain(
    '<span class="update-tag">Public beta</span> <span class="update-tag">new part</span>',
  )
})

test('a hint of nothing but a blank is none', async () => {
  expect(await shown('a\n\n{% hint style="info" %}\n\n&#x20;\n\n{% endhint %}\n\nb')).not.toContain(
    'callout',
  )
})

test('boxes of tasks in HTML have names and cannot be used', async () => {
  const html = await shown(
    '<table><tbody><tr><td><ul class="contains-task-list"><li><input type="checkbox" checked>a</li><li><input type="checkbox">b</li></ul></td></tr></tbody></table>',
  )
  expect(html).toContain(
    '<li class="task-list-item"><input type="checkbox" checked disabled="" aria-label="Done">a',
  )
  expect(html).toContain('<input type="checkbox" disabled="" aria-label="To do">b')
})

test('a choice without words has those of its column, and one that is gone says nothing', async () => {
  const html = await shown(
    '<table><thead><tr><th>S<select><option value="x" label="Done" color="blue"></option></select></th></tr></thead><tbody><tr><td><span data-option="x"></span><span data-option="y"></span></td></tr></tbody></table>',
  )
  expect(html).toContain('<td><span class="pill paint-on-blue">Done</span></td>')
})

test('a page in a cell is called by its title, a part of it by its heading', async () => {
  const built = await withFiles(
    '<table><thead><tr><th>A</th><th data-type="content-ref">L</th></tr></thead><tbody><tr><td>a</td><td><a href="other.md#part-one">other.md#part-one</a></td></tr></tbody></table>',
    {},
  )
  expect(content(built, 'index.html')).toContain('<a href="other.html#part-one">Part one</a>')
})

test('details without a summary can be found', async () => {
  expect(await shown('<details>\n\nwords\n\n</details>')).toContain('<summary>…</summary>')
  expect(await shown('<details>\n\n<summary></summary>\n\nwords\n\n</details>')).toContain(
    '<summary>…</summary>',
  )
})

test.each([
  ['<details><summary>One *t*</summary> body </details>', 'One *t*\n\nbody\n'],
  [
    '<div data-gb-custom-block data-tag="hint" data-style="warning">\n\nbody\n\n</div>',
    '> [!WARNING]\n> body\n',
  ],
  [
    '<table data-view="cards"><thead><tr><th></th><th data-hidden data-card-target data-type="content-ref"></th></tr></thead><tbody><tr><td>Go</td><td><a href="other.md">other.md</a></td></tr></tbody></table>',
    '- [Go](other.md)\n',
  ],
])('the Markdown of a page has nothing of the editor: %s', async (source, markdown) => {
  expect(page(await book(source), 'index.md')).toBe(`# Start\n\n${markdown}`)
})

test('parameters of an older method are shown wherever they are said to be', async () => {
  const html = await shown(
    '{% swagger method="get" path="/a" %}\n{% swagger-parameter in="formdata" name="one" %}\n{% endswagger-parameter %}\n{% swagger-parameter in="elsewhere" name="two" %}\n{% endswagger-parameter %}\n{% swagger-parameter in="Headers" name="three" %}\n{% endswagger-parameter %}\n{% endswagger %}',
  )
  for (const name of ['one', 'two', 'three']) expect(html).toContain(`class="api-name">${name}<`)
})

test.each([
  ['## Title <a href="#x" id="x"></a>', 'x', 'Title'],
  ['## Title <a name="x"></a>', 'x', 'Title'],
  ['## <a href="#other" id=\'x\'></a> Title', 'x', 'Title'],
  ['## <a id="x">A *title*</a>', 'x', 'A <em>title</em>'],
  ['## Title <a id="x" /> more', 'x', 'Title  more'],
  ['## Title <a id="x"></a><a id="y"></a>', 'x', 'Title'],
  ['## Title <a href="x-y" id="x-y"></a>', 'x-y', 'Title'],
])(
  'a heading has the id of the anchor in it, and is no link of its own: %s',
  async (source, id, said) => {
    const html = await shown(`# Page\n\n${source}\n`)
    const [, heading = ''] = /<h2 (.*?)<a class="heading-anchor"/.exec(html) ?? []
    expect(heading).toMatch(new RegExp(`^id="${id}"`))
    expect(heading.replaceAll(/<span id="[^"]*"><\/span>/g, '')).toBe(`id="${id}">${said}`)
  },
)

test('an anchor in words is no stop of the Tab key', async () => {
  expect(await shown('a <a href="#x" id="x"></a> b')).toBe('<p>a <a id="x"></a> b</p>')
  expect(await shown('a <a href="x" id="x"></a> b')).toBe('<p>a <a id="x"></a> b</p>')
  expect(await shown('a <a href="#x" id="x">c</a> b')).toContain('<a href="#x" id="x">c</a>')
})

test('a heading of nothing that is seen is left out', async () => {
  expect(await shown('a\n\n## &#x200B;\n\nb')).toBe('<p>a</p><p>b</p>')
})

test('links lead to headings, panels and details, however their names are written', async () => {
  const built = await withFiles(
    [
      '# Page\n\n## The ModelType & co\n\n## Title <a href="#x" id="x"></a>\n',
      '{% tabs %}\n{% tab title="In Go" %}\na\n{% endtab %}\n{% endtabs %}\n',
      '{% tabs %}\n{% tab title="In Go" %}\nb\n{% endtab %}\n{% endtabs %}\n',
      '<details>\n\n<summary>More of **it**</summary>\n\nc\n\n</details>\n',
      '[a](#The-ModelType--co) [b](#the-modeltype-and-co) [c](#title) [d](#x) [e](#in-go) [f](#more-of-it)',
    ].join('\n'),
    {},
  )
  expect(codes(built)).toEqual([])
  const html = content(built, 'index.html')
  expect(html.match(/class="tab" id="in-go"/g)).toHaveLength(1)
  expect(html).toContain('<details id="more-of-it">')
})

test('the heading that a reference means is read off its page as readers see it', async () => {
  const built = await withFiles(
    '[.](far.md#first "mention") [.](far.md#second-of-them "mention") [.](far.md#in-code "mention") [.](far.md#under "mention")\n',
    {
      'SUMMARY.md': '# Table of contents\n\n* [Start](README.md)\n* [Far](far.md)\n',
      'far.md':
        '# Far\n\n## A `b` [c](other.md) &amp; *d* <a href="#first" id="first"></a>\n\n> ## Second *of* them\n\n```\n## In code\n```\n\nUnder\n-----\n',
    },
  )
  const names = [...content(built, 'index.html').matchAll(/<a href="far\.html[^>]*>([^<]*)/g)]
  expect(names.map(([, name]) => name)).toEqual(['A b c &amp; d', 'Second of them', 'Far', 'Under'])
})

test.each([
  ['a <figure><img src="b.png" alt="c"></figure> d', '<p>a</p><figure>', '</figure><p>d</p>'],
  ['> a <div>b</div> c', '<blockquote><p>a</p><div>b</div><p>c</p></blockquote>', ''],
  [
    'a <div data-gb-custom-block data-tag="hint" data-style="info"><p>b</p></div> c',
    '<p>a</p><div class="callout',
    '<p>c</p>',
  ],
  ['a <b>c</b> <img src="b.png" alt="c"> d', '<p>a <b>c</b> <img', ' d</p>'],
])('a box in a line of words divides it: %s', async (source, begin, end) => {
  const html = await shown(source)
  expect(html).toContain(begin)
  expect(html).toContain(end)
})

test.each([
  ['[a](other/)', '<a href="other.html">a</a>'],
  ['[a](/other/#part-one)', '<a href="other.html#part-one">a</a>'],
  ['[a]()', '<p>a</p>'],
  ['[a](broken-reference/README.md)', '<p>a</p>'],
  ['[a](https://code.example/b/c/broken-reference/README.md)', '<p>a</p>'],
  [
    '![a](https://x.example/~gitbook/image?url=https%3A%2F%2Ffiles.example%2Fa.png&width=300)',
    'src="https://files.example/a.png"',
  ],
  [
    '![a](https://x.example/~gitbook/image?url=%2Fa.png)',
    'src="https://x.example/~gitbook/image?url=%2Fa.png"',
  ],
  // Of dead links only those to pages are none: where the others led, nobody can say.
  ['[a](gone.md) [b](../out.md)', 'a <a href="../out.md">b</a>'],
])('addresses of GitBook.com lead where they were meant to: %s', async (source, expected) => {
  expect(await shown(source)).toContain(expected)
})

test('tabs of a plugin are tabs, with the names that its tag has', async () => {
  const html = await shown(
    '{% tabs first="Linux", second="macOS" %}\n{% content "first" %}\na\n{% content "second" %}\nb\n{% endtabs %}',
  )
  expect(html).toMatch(/Linux<\/p><p>a<\/p>.*macOS<\/p><p>b<\/p>/)
})

test('a head of a Markdown table that says nothing is none', async () => {
  expect(await shown('|   |   |\n| - | - |\n| a | b |')).not.toContain('<thead')
  expect(await shown('|   | c |\n| - | - |\n| a | b |')).toContain('<thead')
})

test.each([
  ['## 5. Dig it', '5.-dig-it', 'id-5.-dig-it'],
  ['## 1.1 挖掘', '1.1-挖掘', 'id-1.1-挖掘'],
  ['## 提问：为什么？', '提问为什么', '提问-为什么'],
])('links find parts of other pages by ids that people wrote: %s', async (heading, written, id) => {
  const built = await buildBook({
    '.gitbook.yaml': 'root: ./\n',
    'README.md': `# Home\n\n[a](b.md#${written})\n`,
    'SUMMARY.md': '* [Home](README.md)\n* [B](b.md)\n',
    'b.md': `# B\n\n${heading}\n`,
  })
  expect(built.diagnostics).toEqual([])
  expect(decodeURIComponent(content(built, 'index.html'))).toContain(`href="b.html#${id}"`)
})

test('links to parts of other pages are spelled loosely, too', async () => {
  const built = await buildBook({
    '.gitbook.yaml': '',
    'SUMMARY.md': '# Table of contents\n\n* [Home](README.md)\n* [Beds](beds.md)\n',
    'README.md':
      '# Home\n\n[a](beds.md#How-Deep-To-Dig) [b](beds.md#how-deep--to-dig-) [c](beds.md#Own) [d](beds.md#Nothing) [e](dig.yaml#How%20Deep)\n',
    'dig.yaml': '# How Deep\nspade: 1\n',
    'beds.md': '# Beds\n\n## How deep to dig?\n\n<a id="Own"></a>\n',
  })
  const html = content(built, 'index.html')
  expect(html.match(/href="beds\.html#how-deep-to-dig"/g)).toHaveLength(2)
  expect(html).toContain('href="beds.html#Own"')
  // What looks like a heading in a file of another kind is none.
  expect(html).toContain('href="dig.yaml.html#How%20Deep"')
  expect(codes(built)).toEqual([
    'links/missing-anchor README.md:3:82',
    'links/missing-anchor README.md:3:103',
  ])
})

test('a page that the menu does not name is called what it calls itself', async () => {
  const built = await buildBook({
    '.gitbook.yaml': '',
    'SUMMARY.md': '# Table of contents\n\n* [Home](README.md)\n',
    'README.md':
      '# Home\n\n{% content-ref url="dig.md" %}\n[dig.md](dig.md)\n{% endcontent-ref %}\n',
    'dig.md': '```sh\n# a comment\n```\n\n[Digging](README.md) in *clay* &amp; sand\n===\n',
  })
  expect(content(built, 'index.html')).toContain('>Digging in clay &amp; sand<')
})

test('a link around a framed picture stands beside paragraphs', async () => {
  const html = await shown(
    'a\n\n[<div data-with-frame="true"><img src="https://a.example/x.png" alt="X"></div>](other.md)\n\nb',
  )
  expect(html).toMatch(
    /<p>a<\/p><a href="other.html"><div class="pictures pictures-framed"><img [^>]*><\/div><\/a><p>b<\/p>/,
  )
})

test('code in a cell has empty lines, also behind an end tag too many', async () => {
  for (const before of ['', '</pre>'])
    expect(
      await shown(`<table><tr><td>\n${before}<pre>\na\n\n*b*\n</pre>\n</td></tr></table>`),
    ).toContain('<pre>a*b*</pre>')
})

test('a title stands above code that is in other blocks', async () => {
  expect(
    await shown(
      '{% code title="a.js" %}\n{% tabs %}\n{% tab title="x" %}\n```js\n1\n```\n{% endtab %}\n{% endtabs %}\n{% endcode %}',
    ),
  ).toContain('<figcaption>a.js</figcaption>')
})

test('a summary of nothing is a line of words', async () => {
  const html = await shown('a\n\n<summary>History</summary>\n\nb\n')
  expect(html).toContain('<p><strong>History</strong></p>')
  expect(html).not.toContain('summary')
})

test.each([
  ['width="50%"', 'class="width-50"'],
  ['width="33.3%" height="auto"', 'class="width-30 width-and-3"'],
  ['width="120%" height="40%"', 'class="width-100"'],
])(
  'a picture with %s has a width of the theme, and no share in an attribute',
  async (size, has) => {
    const html = await shown(`<figure><img src="https://a.example/x.png" alt="X" ${size}></figure>`)
    expect(html).toContain(has)
    expect(html).not.toMatch(/<img[^>]*%/)
  },
)

test('operations that are shown twice have an id each', async () => {
  const operation =
    '{% openapi-operation spec="s" path="/a" method="get" %}\n[s](https://a.example/s.yaml)\n{% endopenapi-operation %}\n'
  const html = await shown(`${operation}\n${operation}`)
  const ids = [...html.matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(2)
})

test('a page that begins with words has the title of SUMMARY, and its own headings below', async () => {
  const built = await book('Words.\n\n# Part\n\n## Piece\n\n> ### Quote\n')
  const html = page(built, 'index.html')
  expect(html).toContain('<h1 class="page-title">Start</h1>')
  expect(content(built, 'index.html')).toMatch(/<h2 id="part">[^]*<h3 id="piece">[^]*<h4 /)
  expect(html).not.toContain('<h1 id=')
  expect(page(built, 'index.md')).toBe(
    '# Start\n\nWords.\n\n## Part\n\n### Piece\n\n> #### Quote\n',
  )
})

test.each([
  '# Own\n\nWords.\n\n# Part\n',
  '<!-- a -->\n\n![](a.png)\n\n# Own\n\n# Part\n',
  '---\ndescription: d\n---\n# Own\n\n# Part\n',
])('a title that a page begins with stays, behind pictures too: %j', async (source) => {
  const html = page(await book(source), 'index.html')
  expect(html).toMatch(/<h1 id="own">[^]*<h1 id="part">/)
  expect(html).not.toContain('page-title')
})

test('in other books a late title stays the title', async () => {
  const built = await buildBook({
    'README.md': 'Words.\n\n# Part\n',
    'SUMMARY.md': '* [Start](README.md)\n',
    'book.json': '{}',
  })
  expect(page(built, 'index.html')).toContain('<h1 id="part">')
})
