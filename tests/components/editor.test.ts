// HTML that GitBook.com's editor writes: tables that are cards, icons.
import { expect, test } from 'vitest'
import { buildBook, content, page as pageOf } from '../support/build-book.ts'

async function shown(page: string, files: Record<string, string> = {}): Promise<string> {
  const built = await buildBook({
    ...files,
    'README.md': page,
    'SUMMARY.md': '# S\n\n* [Start](README.md)\n* [The other page](other.md)\n',
    'other.md': '# Other\n',
    'a (1).png': 'x',
  })
  return content(built, 'index.html').replaceAll('\n', '')
}

const head =
  '<thead><tr><th></th><th></th><th data-hidden data-card-target data-type="content-ref"></th><th data-hidden data-card-cover data-type="files"></th></tr></thead>'

test('tables of cards are lists whose cards lead to their targets', async () => {
  const html = await shown(
    `<table data-view="cards">${head}<tbody><tr><td><strong>One</strong></td><td>Words</td><td><a href="other.md">other.md</a></td><td><a href="a (1).png">a (1).png</a></td></tr><tr><td><h4>Two</h4></td><td></td><td></td><td></td></tr></tbody></table>`,
  )
  expect(html).toContain('<ul class="cards">')
  expect(html.match(/<li class="card">/g)).toHaveLength(2)
  expect(html).toContain(
    '<div class="card-title"><a class="card-link" href="other.html"><strong>One</strong></a></div>',
  )
  expect(html).toContain('<div class="card-line">Words</div>')
  expect(html).toMatch(/<div class="card-cover"><img src="a%20\(1\)\.png" alt=""/)
  expect(html).not.toContain('other.md</a>')
  expect(html).not.toContain('<table')
})

test('a card whose words have links of their own leads to its target by its title', async () => {
  const html = await shown(
    `<table data-view="cards">${head}<tbody><tr><td><a href="https://a.example">Out</a></td><td></td><td><a href="other.md">other.md</a></td><td></td></tr></tbody></table>`,
  )
  expect(html).toContain('<a class="card-link" href="other.html">The other page</a>')
  expect(html).toContain('>Out</a>')
})

test.each([
  ['<strong>Go</strong><br>Far <em>away</em>', ['<strong>Go</strong>', 'Far <em>away</em>']],
  ['<p><strong>Go</strong></p><p>Far</p>', ['<strong>Go</strong>', '<p>Far</p>']],
  ['<h4>Go</h4>Far', ['<h4 id="go" aria-level="2">Go</h4>', 'Far']],
  ['<strong>Go</strong><ul><li>Far</li></ul>', ['<strong>Go</strong>', '<ul><li>Far</li></ul>']],
  ['Go<br><br>Far<br>Near', ['Go', 'Far<br>Near']],
  ['<p>🚀</p><p><strong>Go</strong></p><p>Far</p>', ['🚀', '<strong>Go</strong>', '<p>Far</p>']],
  ['<strong>Go</strong><br>', ['<strong>Go</strong>']],
  ['<strong>Go</strong> far', ['<strong>Go</strong> far']],
])(
  'the first line of a card is its title, and what follows in its cell is not: %s',
  async (cell, lines) => {
    const html = await shown(
      `<table data-view="cards">${head}<tbody><tr><td>${cell}</td><td></td><td></td><td></td></tr></tbody></table>`,
    )
    const [title, ...others] = lines
    const below = others.map((line) => `<div class="card-line">${line}</div>`).join('')
    expect(html).toContain(`<li class="card"><div class="card-title">${title}</div>${below}</li>`)
  },
)

test('only the title of a card is its link, in Markdown too', async () => {
  const built = await buildBook({
    '.gitbook.yaml': '',
    'README.md': `# S\n\n<table data-view="cards">${head}<tbody><tr><td><strong>Go</strong><br>Far</td><td></td><td><a href="other.md">other.md</a></td><td></td></tr></tbody></table>\n`,
    'SUMMARY.md': '* [S](README.md)\n* [O](other.md)\n',
    'other.md': '# O\n',
  })
  expect(content(built, 'index.html')).toContain(
    '<a class="card-link" href="other.html"><strong>Go</strong></a></div>\n<div class="card-line">Far</div>',
  )
  expect(pageOf(built, 'index.md')).toContain('- [<strong>Go</strong>](other.md)\n\n  Far\n')
})

test('icons are symbols, and never their names', async () => {
  const html = await shown('x <i class="fa-github">:github:</i> y\n\n<i>words</i>\n')
  expect(html).toContain('symbol-github')
  expect(html).not.toContain(':github:')
  expect(html).toContain('<i>words</i>')
})

test('what follows the summary of details is Markdown, with an empty line between or without', async () => {
  const html = await shown('<details>\n<summary>T</summary>\nWords **b**\n\n- x\n</details>\n')
  expect(html).toContain(
    '<summary>T</summary><p>Words <strong>b</strong></p><ul><li>x</li></ul></details>',
  )
  const raw = await shown('<details><summary>T</summary>\n<p>a *b*</p>\n</details>\n')
  expect(raw).toContain('<p>a *b*</p>')
})

test('a card without a word is none, and a sign is no name of a card', async () => {
  const html = await shown(
    `<table data-view="cards">${head}<tbody><tr><td><h3>🚀</h3></td><td><strong>Go</strong></td><td><a href="other.md">other.md</a></td><td></td></tr><tr><td></td><td></td><td></td><td></td></tr></tbody></table>`,
  )
  expect(html.match(/<li class="card">/g)).toHaveLength(1)
  expect(html).toContain('<a class="card-link" href="other.html"><strong>Go</strong></a>')
})

test('an anchor in the title of a card is none of its links', async () => {
  const html = await shown(
    `<table data-view="cards">${head}<tbody><tr><td><h4>시작 <a href="#start" id="start"></a></h4></td><td></td><td><a href="other.md">other.md</a></td><td></td></tr></tbody></table>`,
  )
  expect(html).toMatch(
    /<div class="card-title"><h4 id="start"[^>]*>(?:<span[^>]*><\/span>)*<a class="card-link" href="other.html">시작/,
  )
  expect(html).not.toContain('card-line')
})

test.each([
  [
    'users',
    '<a href="mailto:a@example.org">Ada</a> (a@example.org)',
    /<a href="mailto:[^"]*">Ada<\/a>/,
  ],
  ['users', 'aBcDeFgH12, xYz', /<td><\/td>/],
  ['users', '<a href="https://app.gitbook.com/u/aB12">Ada B</a>', />Ada B<\/a><\/td>/],
  ['number', 'null', /<td class="cell-number"><\/td>/],
  ['rating', 'null', /<td><\/td>/],
  ['checkbox', '✅ since 2.0', /<td>✅ since 2.0<\/td>/],
  ['checkbox', '', /<td>–<\/td>/],
  ['checkbox', 'TRUE', /<td>✓<\/td>/],
  [
    'files',
    '<a href="a (1).png">a (1).png</a><a href="https://a.example/b.pdf">b.pdf</a>',
    /<\/a> <a href="https:\/\/a\.example\/b\.pdf"/,
  ],
  [
    'select',
    '<span data-option="x">Done, </span><span data-option="y">y</span>, <span data-option="z">Own</span>',
    /<td><span class="pill paint-on-blue">Done<\/span> <span class="pill paint-on-red">Later<\/span> <span class="pill">Own<\/span><\/td>/,
  ],
])('a cell of the kind %s keeps what its author said: %s', async (type, cell, expected) => {
  const options =
    type === 'select'
      ? '<select><option value="x" label="Done" color="blue"></option><option value="y" label="Later" color="red"></option></select>'
      : ''
  const html = await shown(
    `<table><thead><tr><th>N</th><th data-type="${type}">K${options}</th></tr></thead><tbody><tr><td>n</td><td>${cell}</td></tr></tbody></table>`,
    { '.gitbook.yaml': 'root: ./\n' },
  )
  expect(html).toMatch(expected)
})

test('headings of cards are not listed, and in books of GitBook.com those of hints, tabs and details neither', async () => {
  const source = `## Own\n\n<table data-view="cards">${head}<tbody><tr><td><h3>Card</h3></td><td></td><td></td><td></td></tr></tbody></table>\n\n{% hint %}\n### Hint\n{% endhint %}\n\n{% tabs %}\n{% tab title="T" %}\n### Tab\n{% endtab %}\n{% endtabs %}\n\n<details>\n<summary>S</summary>\n\n### Detail\n\n</details>\n\n{% stepper %}\n{% step %}\n### Step\n{% endstep %}\n{% endstepper %}\n`
  const listed = async (files: Record<string, string>): Promise<string> => {
    const built = await buildBook({
      'README.md': `# A\n\n${source}`,
      'SUMMARY.md': '* [A](README.md)\n',
      ...files,
    })
    return /<nav class="page-toc[^]*?<\/nav>/.exec(pageOf(built, 'index.html'))?.[0] ?? ''
  }
  const gitbookCom = await listed({ '.gitbook.yaml': 'root: ./\n' })
  expect([...gitbookCom.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)).toEqual(['own', 'step'])
  const other = await listed({})
  expect(other).toContain('Detail')
  expect(other).not.toContain('Card')
})

test.each([
  '{% updates %}\n{% update date="2026-01-02" %}\nx\n{% endupdate %}\n{% endupdates %}',
  '{% tabs %}\n{% tab title="a" %}\nx\n{% endtab %}\n{% endtabs %}',
  '{% stepper %}\n{% step %}\nx\n{% endstep %}\n{% endstepper %}',
  '{% columns %}\n{% column %}\nx\n{% endcolumn %}\n{% endcolumns %}',
  '{% content-ref url="other.md" %}\n[other.md](other.md)\n{% endcontent-ref %}',
  '{% embed url="https://a.example/" %}',
  '{% file src="a (1).png" %}',
  `<table data-view="cards">${head}<tbody><tr><td>a</td><td></td><td></td><td></td></tr></tbody></table>`,
])('a page has the looks of the only block on it: %s', async (source) => {
  const built = await buildBook({
    'README.md': `# A\n\n${source}\n`,
    'SUMMARY.md': '* [A](README.md)\n* [B](other.md)\n',
    'other.md': '# B\n',
    'a (1).png': 'x',
  })
  expect(pageOf(built, 'index.html')).toMatch(/blocks\S*\.css/)
  expect(pageOf(built, 'other.html')).not.toMatch(/blocks\S*\.css/)
})
