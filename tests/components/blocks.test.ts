import { describe, expect, test } from 'vitest'
import { plug } from '../plugins/plug.ts'

describe('hints', () => {
  test.each([
    ['info', 'note'],
    ['success', 'tip'],
    ['tip', 'tip'],
    ['working', 'warning'],
    ['warning', 'warning'],
    ['danger', 'caution'],
    ['whatever', 'note'],
  ])('of the style %s are callouts of the kind %s', async (style, kind) => {
    const { html, problems } = await plug(
      `{% hint style="${style}" %}\nText **b**\n\n- 一\n{% endhint %}\n`,
    )
    expect(html).toContain(`<div class="callout callout-${kind}" role="note">`)
    expect(html).toContain('<strong>b</strong>')
    expect(html).toContain('<li>一</li>')
    const isKnown = style !== 'whatever'
    expect(problems).toEqual(isKnown ? [] : ['plugins/unknown-style ch/page.md:1:16'])
  })

  test('stay inside a list, and what follows does too', async () => {
    const { html } = await plug('- a\n\n  {% hint %}\n  in\n  {% endhint %}\n  more\n- b\n')
    expect(html.indexOf('</div>')).toBeLessThan(html.indexOf('<p>more</p>'))
    expect(html.match(/<li>/g)).toHaveLength(2)
  })

  test('end a paragraph of HTML around them, as in browsers', async () => {
    const { html } = await plug('<p>\nA\n</p> <p>\n{% hint %}\nin\n{% endhint %}\nB <b>c</b></p>\n')
    expect(html).toMatch(/<p>\s*A\s*<\/p>\s*<div class="callout/)
    expect(html).toMatch(/<p>in<\/p>\s*<\/div>\s*<p>B <b>c<\/b><\/p>/)
  })

  test('stay inside a quote', async () => {
    const { html } = await plug('> {% hint %}\n> in\n> {% endhint %}\n> more\n')
    expect(html.endsWith('<p>more</p>\n</blockquote>')).toBe(true)
  })

  test('on one line keep their words', async () => {
    expect((await plug('{% hint %}inline{% endhint %}')).html).toContain('<p>inline</p>')
  })

  test('keep the lines of their content, so that problems in it are found', async () => {
    const { text, origins } = await plug('one\n\n{% hint %}\n[x](y.md)\n{% endhint %}\nlast\n')
    const rows = text.split('\n')
    expect(origins[rows.indexOf('[x](y.md)')]).toBe(4)
    expect(origins[rows.indexOf('last')]).toBe(6)
  })

  test('without an end end at the next heading, with a warning', async () => {
    const { html, problems } = await plug('{% hint %}\nopen\n\n## Next\n\nrest\n')
    expect(html).toMatch(/<p>open<\/p>\s*<\/div>\s*<h2/)
    expect(problems).toEqual(['component/no-end ch/page.md:1:1'])
  })

  test('in code are not blocks', async () => {
    expect((await plug('```\n{% hint %}\n{% endhint %}\n```\n')).html).toContain('{% hint %}')
  })
})

describe('a title of an author is shown, though nothing stands below it,', () => {
  test.each([
    '{% expandable title="Seen" %}\n{% endexpandable %}',
    '{% expandable title="Seen" %}',
    '::: details Seen\n:::',
    '{% hint style="tip", title="Seen" %}\n\n{% endhint %}',
    '- {% collapse title="Seen" %}{% endcollapse %}',
    '{% prompt description="Seen" %}\n{% endprompt %}',
  ])('%j', async (text) => {
    expect((await plug(`${text}\n\nlast\n`)).html).toContain('Seen')
  })

  test.each(['{% hint %}\n{% endhint %}', '{% expandable %}\n{% endexpandable %}'])(
    'and a block of nothing is nothing: %j',
    async (text) => {
      expect((await plug(`${text}\n\nlast\n`)).html).toBe('<p>last</p>')
    },
  )
})

describe('code without an end gives way to', () => {
  test.each([
    ['a block behind it', '{% math %}\nx\n\n{% hint %}\nSeen.\n{% endhint %}'],
    ['a title behind it', '{% math %}\nx\n\n{% filename %}Seen.{% endfilename %}'],
    ['a film behind it', '{% mermaid %}\nx\n\n{% embed url="https://a.example" %}\n\nSeen.'],
    ['what follows the item of a list', '- {% math %}\n\n  x\n\nSeen. {% math %} y'],
    ['a title behind an item', '1. {% math %}\n\n   x\n\n## Seen.\n'],
    ['the next item', '- a\n  - {% mermaid %}\n    x\n- Seen.\n'],
    ['what follows in a quote', '> {% math %}\n> x\n>\n> {% hint %}Seen.{% endhint %}'],
  ])('%s', async (_what, text) => {
    const { html, problems } = await plug(`${text}\n\nlast\n`)
    expect(html).toContain('Seen.')
    expect(html.replaceAll(/<[^>]*>/g, '')).toMatch(/last\s*$/)
    expect(problems[0]).toMatch(/^component\/no-end /)
  })

  test.each(['10) {% stepper %}\n## Seen.\n', '- {% hint %}\n  a\n\n# Seen.\n'])(
    'and so does a block to a heading behind its item: %j',
    async (text) => {
      const { html } = await plug(text)
      expect(html).toMatch(/<\/[ou]l>\s*<h\d[^>]*>Seen\./)
    },
  )

  test('but not to its own parts', async () => {
    const { html } = await plug(
      '{% codetabs %}\n{% language name="A" %}\none\n{% language name="B" %}\ntwo\n',
    )
    expect(html.match(/<pre/g)).toHaveLength(2)
  })
})

describe('blocks of code', () => {
  test('codetabs shows one after another, whatever braces they hold', async () => {
    const { html } = await plug(
      '{% codetabs name="Py", type="py" -%}\r\nx = "{{1}}"\r\n{%- language name="Go", type="go" -%}\r\nvar y\r\n{%- endcodetabs %}\r\n'.replaceAll(
        '\r',
        '',
      ),
    )
    expect(html.match(/tab-title">(.*?)</g)).toEqual(['tab-title">Py<', 'tab-title">Go<'])
    expect(html).toContain('{{1}}')
  })

  test('codetabs may stand in one line', async () => {
    const { html } = await plug(
      '{% codetabs name="Py", type="py" %}a(){% language name="Go", type="go" %}b(){% endcodetabs %}\n',
    )
    expect(html).toMatch(/tab-title">Py<[^]*a[^]*tab-title">Go<[^]*b[^]*/)
  })

  test('exercises show what to start from, and hide the solution', async () => {
    const { html } = await plug(
      '{% exercise %}\nDo *it*\n{% initial %}\nlet a =\n{% solution %}\nlet a = 1\n{% validation %}\nassert(a)\n{% endexercise %}\n',
    )
    expect(html).toMatch(
      /<em>it<\/em>[\s\S]*<pre[\s\S]*<details><summary>Solution<\/summary>[\s\S]*<summary>Check<\/summary>/,
    )
  })

  test('exercises of a Chinese book say it in Chinese', async () => {
    const { html } = await plug('{% exercise %}\n做\n{% solution %}\nx\n{% endexercise %}\n', {
      language: 'zh-hans',
    })
    expect(html).toContain('<summary>答案</summary>')
  })

  test('code has its title above it', async () => {
    const { html } = await plug('{% code title="a & b.js" %}\n```js\nx\n```\n{% endcode %}\n')
    expect(html).toContain('<figcaption>a &amp; b.js</figcaption>')
    expect(html).toContain('language-javascript')
  })

  test.each([
    ['{% math %}a_b{{c}}{% endmath %}', 'a_b{{c}}', 'div'],
    ['{% math %}\n  a_b\n{% endmath %}\n', 'a_b', 'div'],
    ['x {% katex %}a_b{% endkatex %} y', 'a_b', 'span'],
  ])('%j is a formula', async (source, tex, element) => {
    const { html } = await plug(source)
    expect(html).toContain(`<${element} class="formula`)
    expect(html).toContain(`<annotation encoding="application/x-tex">${tex}</annotation>`)
  })

  test('one without an end ends where the next begins, and gives its title to no other', async () => {
    const { html } = await plug(
      '{% code title="One" %}\n```\na\n```\n{% code title="Two" %}\n```\nb\n```\n{% endcode %}\n\n```\nc\n```\n',
    )
    expect(html.match(/One|Two|[abc]\n/g)).toEqual(['One', 'a\n', 'Two', 'b\n', 'c\n'])
  })

  test('a fence in the content does not end the block', async () => {
    expect((await plug('{% mermaid %}\n```\nx\n```\n{% endmermaid %}\n')).html).toContain('```')
  })
})

describe('links and containers', () => {
  test.each([
    ['{% embed url="https://x.org/a" %}', '<a href="https://x.org/a">https://x.org/a</a>'],
    ['{% embed url="https://x.org/a" caption="A [b]" %}', '<a href="https://x.org/a">A [b]</a>'],
    ['{% embed url="https://x.org/a" %}\nCap\n{% endembed %}', '<a href="https://x.org/a">Cap</a>'],
    ['{% youtube src="https://youtu.be/abc" %}', '<a href="https://youtu.be/abc">'],
    ['{% youtube %}abc{% endyoutube %}', '<a href="https://www.youtube.com/watch?v=abc">'],
    ['{% page-ref page="b/c.md" %}', '<a href="b/c.md">c</a>'],
    ['{% content-ref url="a.md" %}\n[A](a.md)\n{% endcontent-ref %}', '<a href="a.md">A</a>'],
    ['{% file src="a b.zip" %}', '<a href="a%20b.zip" download>a b.zip</a>'],
    ['{% lightbox url="/a.png", title="T" %}', '<img src="/a.png" alt="T"'],
    ['{% em type="green" %}x *y*{% endem %}', '<mark>x <em>y</em></mark>'],
    ['{% label %}x{% endlabel %}', '<strong>x</strong>'],
    ['{% markdown %}*x*{% endmarkdown %}', '<em>x</em>'],
    [
      '{% spoiler title="<T>" %}\n*x*\n{% endspoiler %}',
      '<details><summary>&lt;T&gt;</summary>\n<p><em>x</em></p>',
    ],
  ])('%s', async (source, expected) => {
    const { html, problems } = await plug(source)
    expect(html).toContain(expected)
    expect(html).not.toContain('{%')
    expect(problems).toEqual([])
  })

  test('tabs are headed sections, one below the other', async () => {
    const { html } = await plug(
      '{% tabs %}\n{% tab title="A" %}\n*one*\n{% endtab %}\n{% tab title="乙" %}\ntwo\n{% endtab %}\n{% endtabs %}\n',
    )
    expect(html.match(/tab-title">.</g)).toEqual(['tab-title">A<', 'tab-title">乙<'])
    expect(html).toContain('<em>one</em>')
  })

  test('samples divide a method', async () => {
    const { html } = await plug(
      '{% method -%}\n## M\n{% sample lang="js" -%}\n```js\nx\n```\n{% common -%}\nAll\n{% endmethod %}\n',
    )
    expect(html).toContain('<p class="tab-title">js</p>')
    expect(html).toContain('<p>All</p>')
  })

  test('blocks that nobody knows keep their content, with one warning a name', async () => {
    const { html, problems } = await plug(
      '{% nobody title="T" %}\n*x*\n{% endnobody %}\n\n{% nobody %}\ny\n{% endnobody %}\n',
    )
    expect(html).toContain('<strong>T</strong>')
    expect(html).toContain('<em>x</em>')
    expect(html).not.toContain('{%')
    expect(problems).toEqual(['component/unknown ch/page.md:1:1'])
  })

  test('blocks that nobody knows lead where they say, by their title', async () => {
    const { html } = await plug(
      '{% cards %}\n{% card title="Run it" href="page.md" %}\nWords.\n{% endcard %}\n{% card title="No way" %}\nMore.\n{% endcard %}\n{% endcards %}',
    )
    expect(html).toMatch(/<p><a href="[^"]*">Run it<\/a><\/p>\s*<p>Words\.<\/p>/)
    expect(html).toMatch(/<p><strong>No way<\/strong><\/p>\s*<p>More\.<\/p>/)
  })

  test('a block around others that are opened is no more than their group', async () => {
    const { html } = await plug(
      '{% accordion %}\n{% accordion-item title="A" %}\na\n{% endaccordion-item %}\n\n{% accordion-item title="B" %}\nb\n{% endaccordion-item %}\n{% endaccordion %}',
    )
    expect(html.match(/<summary>.*?<\/summary>/g)).toEqual([
      '<summary>A</summary>',
      '<summary>B</summary>',
    ])
  })

  test('of plugins that nobody knows have parts, whose tags are not shown either', async () => {
    const { html, problems } = await plug(
      '{%poll ans="o1", count=2%}\n{%title%} Which?\n{%o1%} One\n\nmore\n{%o2%} Two\n{%endpoll%}\n\n- {% poll %}\n  {% o1 %} In\n  {% endpoll %}\n\n{% o1 %} after\n',
    )
    for (const words of ['Which?', 'One', 'more', 'Two', 'In'])
      expect(html).toContain(`<p>${words}</p>`)
    expect(html.match(/\{%/g)).toHaveLength(1)
    expect(html).toContain('{% o1 %} after')
    expect(problems.toSorted()).toEqual([
      'component/unknown ch/page.md:1:1',
      'template/unknown-tag ch/page.md:13:1',
    ])
  })

  test('in a line that nobody knows keep their words, in cells and headings too', async () => {
    const { html, problems } = await plug(
      '## H {% color red %}red{% endcolor %}\n\nA {% term %}npm **x**{% endterm %}, {% big %}a {% bold %}b{% endbold %}{% endbig %}.\n\n| a |\n| - |\n| {% term %}c{% endterm %} |\n',
    )
    expect(html).toContain('H red<')
    expect(html).toContain('<p>A npm <strong>x</strong>, a b.</p>')
    expect(html).toContain('<td>c</td>')
    expect(html).not.toContain('{%')
    expect(new Set(problems.map((problem) => problem.split(' ')[0]))).toEqual(
      new Set(['component/unknown']),
    )
  })

  test('in a line that end nowhere in it are words', async () => {
    const { html } = await plug(
      'A {% term %} b\nc {% endterm %} `{% x %}y{% endx %}` \\{% x %}z{% endx %}',
    )
    expect(html).toContain('A {% term %} b')
    expect(html).toContain('{% x %}y{% endx %}')
  })

  test.each([
    ['{% hint style="info" %}w *x*{% endhint %}', 'w <em>x</em>'],
    ['{% tabs %}{% tab title="A" %}a{% endtab %}{% endtabs %}', 'a'],
    ['{% ace lang="html" %}<b>{{ y }}{% endace %}', '<code>&lt;b&gt;{{ y }}</code>'],
    ['{% code title="x" %}`a`{% endcode %}', '<code>a</code>'],
    ['{% mermaid %}A-->B{% endmermaid %}', '<code>A--&gt;B</code>'],
    ['{% collapse title="q" %}w{% endcollapse %}', 'w'],
    ['{% exercise %}{% endexercise %}', ''],
    ['{% sample lang="c" %}', ''],
  ])('of a kind that cannot stand in a line are what stands in them: %s', async (block, shown) => {
    const { html, problems } = await plug(`A ${block} z.\n\n| a |\n| - |\n| b |\n`)
    expect(html).toContain(`<p>A ${shown} z.</p>`)
    // Code is shown as it was meant.
    const isCode = /ace|mermaid/.test(block)
    expect(problems).toEqual(isCode ? [] : ['component/unknown ch/page.md:1:3'])
  })

  test.each(['hint', 'ace', 'tabs', 'mermaid'])(
    'in a line hide nothing where they do not end in it: %s',
    async (name) => {
      const { html } = await plug(
        `A {% ${name} %} b {% term %}c{% endterm %}\n\n{% nobody %}\nd\n{% endnobody %}\n\n{% ${name} %}\ne\n{% end${name} %}\n`,
      )
      expect(html).toContain(`<p>A {% ${name} %} b c</p>`)
      expect(html).toContain('<p>d</p>')
      expect(html).not.toContain('nobody')
    },
  )

  test.each([
    ['a line', 'Two *paths*', 'Two <em>paths</em>'],
    ['paragraphs', 'One\n\nTwo', '<p>One</p>\n<p>Two</p>\n'],
  ])(
    'that nobody knows and that name a picture show it above their words: %s',
    async (_, body, said) => {
      const { html, problems } = await plug(`{% photo "map.png" %}\n${body}\n{% endphoto %}\n`, {
        files: { 'ch/map.png': '' },
      })
      expect(html).toMatch(/<figure>\s*<img src="map.png" alt=""[^>]*>\s*<figcaption>/)
      expect(html).toContain(`<figcaption>${said}</figcaption>`)
      expect(problems).toEqual(['component/unknown ch/page.md:1:1'])
    },
  )

  test.each([
    ['{% youku %} XMTIzNA==@@ {% endyouku %}', 'https://v.youku.com/v_show/id_XMTIzNA==.html'],
    ['{% youku id="XMTIzNA==" %}', 'https://v.youku.com/v_show/id_XMTIzNA==.html'],
    ['{% bilibili %}BV1xx{% endbilibili %}', 'https://www.bilibili.com/video/BV1xx'],
  ])('films have their address: %s', async (block, address) => {
    const { html, problems } = await plug(`${block}\n`)
    expect(html).toContain(`href="${address}"`)
    expect(problems).toEqual([])
  })

  test('what optional tags in a line have is theirs, and links in it are not lost', async () => {
    const { html } = await plug(
      'A {% file src="a.pdf" %} b {% file src="a.pdf" %}c{% endfile %} {% embed url="a.pdf" %}d [e](a.pdf){% endembed %}',
      { files: { 'ch/a.pdf': '' } },
    )
    expect(html).toContain('<a href="a.pdf" download>a.pdf</a> b <a href="a.pdf" download>c</a>')
    expect(html).toContain('d <a href="a.pdf">e</a>')
  })

  test('parts of blocks mean nothing outside of them, and what follows is text', async () => {
    const { html, problems } = await plug(
      '{% sample lang="js" -%} a\n\n{% common %}\nb\n\n{% initial %}\n*c*\n\n{% method %}\n{% sample lang="js" %}\nd\n{% endmethod %}\n',
    )
    for (const words of ['a', 'b', '<em>c</em>']) expect(html).toContain(`<p>${words}</p>`)
    expect(html).toContain('<p class="tab-title">js</p>')
    expect(html).not.toContain('{%')
    expect(problems).toEqual([
      'component/unknown ch/page.md:1:1',
      'component/unknown ch/page.md:3:1',
      'component/unknown ch/page.md:6:1',
    ])
  })

  test.each([
    ['misspelled', '{% hnt style="danger" %}\n*x*\n{% endhint %}'],
    ['translated', '{%提示 style=&quot;danger&quot; %}\n*x*\n{% endhint %}'],
    ['inside of another', '> {% подсказка стиль="a" style=«danger» %}\n> *x*\n> {% endhint %}'],
  ])('that only their ends name are what the ends say: %s', async (_, block) => {
    const { html, problems } = await plug(`${block}\n\nafter\n`)
    expect(html).toContain('callout-caution')
    expect(html).toMatch(/<em>x<\/em><\/p>\n<\/div>/)
    expect(problems).toEqual([expect.stringMatching(/^component\/unknown /)])
  })

  test('that only an end names are not so across headings, nor when they end elsewhere', async () => {
    const { html } = await plug(
      '{% nobody %}\na\n\n## H\n\n{% endhint %}\n\n{% other %}\n{% endhint %}\n{% endother %}\n',
    )
    expect(html).not.toContain('callout')
  })

  test('whose names were translated are not shown, and lose no word', async () => {
    const { html, problems } = await plug(
      '{% 选项卡 %}\n{% 选项卡标题=“一” %}\na\n{% 选项卡结束 %}\n\n{% tab title=“二” %}\nb\n{% endtab %}\n{% endtabs %}\n',
    )
    expect(html).not.toMatch(/\{%|%\}/)
    expect(html).toContain('<p>a</p>')
    expect(html).toMatch(
      /<div class="tabs">\s*<div class="tab"[^>]*>\s*<p class="tab-title">二<\/p>/,
    )
    expect(problems.length).toBeGreaterThan(0)
  })

  test.each([
    '"danger"',
    '&quot;danger&quot;',
    '&#34;danger&#34;',
    '\\"danger\\"',
    '«danger»',
    '„danger“',
    '“danger”',
    '「danger」',
  ])('read values between quotes of any kind: %s', async (value) => {
    const { html, problems } = await plug(`{% hint style=${value} icon="x" %}\na\n{% endhint %}\n`)
    expect(html).toContain('callout-caution')
    expect(problems).toEqual([])
  })

  test('tags that nobody knows and nothing ends are words', async () => {
    const { html, problems } = await plug('x {% nobody %} y')
    expect(html).toContain('x {% nobody %} y')
    expect(problems).toEqual(['template/unknown-tag ch/page.md:1:3'])
  })
})
