// What an author opens and never ends takes nothing from the page, the layout around it, or the other chapters.
import { describe, expect, test } from 'vitest'
import { type Contents, buildBook, codes, content, page as pageOf } from '../support/build-book.ts'

const UNENDED: readonly (readonly [what: string, html: string])[] = [
  ['a comment', '<!-- TODO'],
  ['a comment in a line', 'a <!-- TODO'],
  ['an instruction', '<?php echo 1;'],
  ['CDATA', '<![CDATA[ x'],
  ['a declaration', '<!DOCTYPE html'],
  ['a script', '<script>'],
  ['a script in a line', 'a <script> b'],
  ['a script in a block', '<div><script>'],
  ['a style', '<style>'],
  ['a text area', '<textarea>'],
  ['a text area in a block', '<p><textarea rows="2">'],
  ['a title', '<title>'],
  ['a title in a line', 'the <title> element'],
  ['a frame', '<iframe src="https://example.org/">'],
  ['a frame in a line', 'a <iframe src="https://example.org/">'],
  ['a film', '<video src="https://example.org/v.mp4">'],
  ['a film with a source', '<video><source src="https://example.org/v.mp4">'],
  ['a sound', '<audio controls>'],
  ['an object', '<object data="https://example.org/x">'],
  ['a canvas', '<canvas>'],
  ['a selection', '<select><option>One'],
  ['a template', '<template>'],
  ['what browsers without scripts see', '<noscript>'],
  ['plain text', '<plaintext>'],
  ['an example of old', '<xmp>'],
  ['an attribute', '<div class="x'],
  ['an attribute in a line', 'a <span class="x'],
  ['a tag', '<div class'],
  ['a comment in a block', '<div>\n<!-- TODO'],
]

const LOST = 'Words behind it.'

function bookWith(html: string): Contents {
  return {
    'SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n* [C](c.md)\n',
    'README.md': '# A\n\nWords before.\n',
    'b.md': `# B\n\n${html}\n\n${LOST}\n\n## Part\n\nMore *words*.\n`,
    'c.md': '# C\n\nLast words.\n',
  }
}

/** What a browser reads: no comment, script, declaration or raw text of it may hold this text. */
function readable(html: string): string {
  return html
    .replaceAll(/<!--[^]*?-->/g, '')
    .replaceAll(/<(script|style|textarea|title|iframe|xmp)\b[^]*?<\/\1>/gi, '')
    .replaceAll(/<(?:video|audio|object|canvas|select|template|noscript)\b[^]*?<\/\w+>/gi, '')
    .replaceAll(/<[^>]*>/g, '')
}

describe.each(UNENDED)('%s that never ends', (_what, html) => {
  test('leaves the text behind it, the layout and the other chapters, and is reported', async () => {
    const built = await buildBook(bookWith(html))
    const page = pageOf(built, 'b.html')
    expect(readable(page)).toContain(LOST)
    expect(readable(page)).toContain('More words.')
    expect(page.includes('<h2 id="part">')).toBe(true)
    expect(page.includes('</main>')).toBe(true)
    expect(page.includes('rel="next" href="c.html"')).toBe(true)
    const whole = pageOf(built, 'handbook/print.html')
    for (const words of ['Words before.', LOST, 'Last words.'])
      expect(readable(whole)).toContain(words)
    const found = built.diagnostics.filter(
      ({ code }) => code.startsWith('html/') && code !== 'html/unclosed-element',
    )
    expect(found.map(({ at }) => at?.file)).toContain('b.md')
    expect(found[0]?.at?.start?.line).toBe(html.includes('\n') ? 4 : 3)
  })

  test('ends with the file that includes it, and its place is in the included one', async () => {
    const built = await buildBook({
      ...bookWith('{% include "part.txt" %}'),
      'part.txt': `In it.\n\n${html}\n`,
    })
    const page = pageOf(built, 'b.html')
    expect(readable(page)).toContain(LOST)
    expect(page.includes('<h2 id="part">')).toBe(true)
    const found = built.diagnostics.find(({ code }) => code.startsWith('html/'))
    expect(found?.at?.file).toBe('part.txt')
  })
})

describe('a declaration without an end does not reach', () => {
  test.each([
    ['into a tag behind it', '<!DOCTYPE html\nSeen.\n<b>x</b>'],
    ['into a quote behind it', '<!DOCTYPE html\n> Seen.'],
    ['over an empty line', '<!DOCTYPE html\n\nSeen.\n\na > b'],
    ['into a tag of its line', '<!DOCTYPE html Seen. <b>x</b>'],
    ['into a tag of a line of text', 'a <!DOCTYPE Seen. <b>x</b>'],
    ['out of a block', '<div>\n<!DOCTYPE html Seen.\n</div>'],
  ])('%s', async (_where, html) => {
    const built = await buildBook(bookWith(html))
    expect(readable(pageOf(built, 'b.html'))).toContain('Seen.')
    expect(readable(pageOf(built, 'handbook/print.html'))).toContain(LOST)
    expect(codes(built).some((code) => code.startsWith('html/'))).toBe(true)
  })

  test.each([
    '<!DOCTYPE html>',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN"\n  "http://www.w3.org/TR/html4/strict.dtd">',
  ])('but one that ends is none: %s', async (html) => {
    const built = await buildBook(bookWith(html))
    expect(content(built, 'b.html')).not.toContain('&lt;!DOCTYPE')
    expect(built.diagnostics).toEqual([])
  })
})

test.each([
  ['<style>\nSeen.\n\n<textarea>a</textarea>', 'html/'],
  ['<div>\na<b <c> Seen.\n</div>', 'html/'],
  ['<div>\na<b Seen. <c>\n</div>', 'html/'],
  ['<td>1<a <Seen.></td>', 'html/'],
])('%j hides nothing', async (html, code) => {
  const built = await buildBook(bookWith(html))
  expect(readable(pageOf(built, 'b.html').replaceAll('&lt;', ''))).toContain('Seen.')
  expect(codes(built).some((one) => one.startsWith(code))).toBe(true)
})

test('what ends stays as it is, byte for byte', async () => {
  const html =
    '<div class=a>\n<!-- c --><video src="https://example.org/v.mp4" controls></video>\n</div>'
  const built = await buildBook(bookWith(html))
  expect(content(built, 'b.html')).toContain(html)
  expect(built.diagnostics).toEqual([])
})

test('what is no element of HTML is words, and its Markdown is Markdown', async () => {
  const built = await buildBook(bookWith('<TableName>\n**bold** and List<String>'))
  expect(content(built, 'b.html')).toContain(
    '<p>&lt;TableName&gt;\n<strong>bold</strong> and List&lt;String&gt;</p>',
  )
  expect(
    built.diagnostics.map(({ code, at }) => `${code} ${at?.start?.line}:${at?.start?.column}`),
  ).toEqual(['html/unknown-element 3:1', 'html/unknown-element 4:18'])
})

describe('a tag that the words are about is words', () => {
  test.each([
    ['Put it in the <head> of a page.', '<p>Put it in the &lt;head&gt; of a page.</p>'],
    ['放在<body>里。', '<p>放在&lt;body&gt;里。</p>'],
    ['- the <div> is a box', '<li>the &lt;div&gt; is a box</li>'],
    ['The <tr> and <td> of it.', '<p>The &lt;tr&gt; and &lt;td&gt; of it.</p>'],
    ['A <meta> and an <iframe> here.', '<p>A &lt;meta&gt; and an &lt;iframe&gt; here.</p>'],
    ['**bold <span> x**', '<p><strong>bold &lt;span&gt; x</strong></p>'],
    ['| a |\n| - |\n| <tr> |', '<td>&lt;tr&gt;</td>'],
  ])('%j', async (text, expected) => {
    const built = await buildBook(bookWith(text))
    expect(content(built, 'b.html')).toContain(expected)
    const found = codes(built).map((one) => one.split(' ')[0])
    expect(new Set(found)).not.toContain('html/unclosed-element')
    expect(found.length).toBeGreaterThan(0)
  })

  test.each([
    ['a <div>b</div> c', '<p>a</p>\n<div>b</div>\n<p>c</p>'],
    ['a <div class="x">b', '<div class="x">b</div>'],
    ['a <span>typo<span> b', '<p>a <span>typo<span> b</span></span></p>'],
    ['a <div>\n\nb\n\n</div>', '<p>a </p><div>\n<p>b</p>\n</div>'],
    ['| a |\n| - |\n| <ul><li>x<li>y |', '<td><ul><li>x<li>y</ul></td>'],
    ['a <b>c', '<p>a <b>c</b></p>'],
    ['a <p>c', '<p>a</p>\n<p>c'],
  ])('and no other: %j', async (text, expected) => {
    expect(content(await buildBook(bookWith(text)), 'b.html')).toContain(expected)
  })
})

test('tags that a page has once reach nothing of the page around them', async () => {
  const html =
    '<html>\n<head></head>\n<body bgcolor="black" onload="x()">\n<p>Inner</p>\n</body>\n</html>'
  const built = await buildBook(bookWith(html))
  expect(content(built, 'b.html')).not.toMatch(/<\/?(?:html|head|body)\b/)
  expect(content(built, 'b.html')).toContain('<p>Inner</p>')
  expect(built.diagnostics).toEqual([])
})

test('the id of a heading with such words stays what GitBook made of it', async () => {
  const built = await buildBook(bookWith('### AddActivities<T>()\n\nx\n\n### <a-b>'))
  expect(content(built, 'b.html')).toContain(
    '<h3 id="addactivities" aria-level="2">AddActivities&lt;T&gt;()',
  )
})

/** What is said of a page with this text. */
const said = async (text: string): Promise<readonly string[]> =>
  codes(await buildBook({ 'README.md': `# A\n\n${text}\n`, 'SUMMARY.md': '* [A](README.md)\n' }))

describe('tags without their other half are told where they are, once,', () => {
  test.each([
    ['<div>\n\nx', ['html/unclosed-element README.md:3:1']],
    ['中文 <b>x\n\ny</b> z', ['html/unclosed-element README.md:3:4']],
    ['- <div>\n\n</div>', ['html/unclosed-element README.md:3:3']],
    [
      '<details><summary>x',
      ['html/unclosed-element README.md:3:1', 'html/unclosed-element README.md:3:10'],
    ],
    ['<b><i>x</b></i>', ['html/unclosed-element README.md:3:4']],
    ['## T <a id="x"/>', ['html/unclosed-element README.md:3:6']],
    ['a <your-domain> b', ['html/unknown-element README.md:3:3']],
    ['x</div>', ['html/stray-end-tag README.md:3:2']],
    [
      '</div>\n\n<div>',
      ['html/stray-end-tag README.md:3:1', 'html/unclosed-element README.md:5:1'],
    ],
    ['| a |\n| - |\n| <b>x |', ['html/unclosed-element README.md:5:3']],
  ])('%j', async (text, expected) => {
    expect(await said(text)).toEqual(expected)
  })

  test.each([
    '<div>\n\n*x*\n\n</div>',
    '<p>x\n\ny',
    '</p>',
    '<table><tr><td>x<td>y</table>',
    '<ul><li>x<li>y</ul>',
    'a<br/>b<br></br><img src="">',
    '<my-note>x</my-note> <my-icon name="a"></my-icon>',
    '<svg><path d="M0 0"/><g/></svg>',
    '`<div>` and `</div>`',
    '<a id="x"></a>',
    '<div>\n\n{% hint style="info" %}\nx\n{% endhint %}\n\n</div>',
  ])('but not of %j', async (text) => {
    expect((await said(text)).filter((code) => code.startsWith('html/'))).toEqual([])
  })
})

test.each([
  ['an item', '- <div>\n  <script> Seen.\n  </div>\n\n<script>\na\n</script>\n'],
  ['a quote', '> a <textarea> Seen.\n\n<p><textarea>b</textarea></p>\n'],
  ['a paragraph', 'a <title> Seen.\n\n<div><title>b</title></div>\n'],
  ['a cell', '| a |\n| --- |\n| <video> Seen. |\n\n<video src="v.mp4"></video>\n'],
])('an end tag outside of %s ends nothing in it', async (_what, text) => {
  const built = await buildBook({
    'SUMMARY.md': '* [A](README.md)\n',
    'README.md': `# A\n\n${text}`,
  })
  expect(readable(pageOf(built, 'index.html'))).toContain('Seen.')
})

test.each([
  ['<div>\n`<script>` and `</script>` hide things.\n</div>', '`<script>` and `</script>` hide'],
  ['<table><tr><td>`<textarea>` hides.</td></tr></table>', '`<textarea>` hides'],
  ['<p>`<title>`, `<style>` hide.</p>\n\n<style>a {}</style>', '`<title>`, `<style>` hide'],
])('a tag between backticks in HTML is written about: %j', async (html, shown) => {
  const built = await buildBook({
    'SUMMARY.md': '* [A](README.md)\n',
    'README.md': `# A\n\n${html}\n`,
  })
  const page = pageOf(built, 'index.html')
  expect(page).toContain(shown.replaceAll('<', '&lt;'))
  expect(codes(built)).toEqual([])
})
