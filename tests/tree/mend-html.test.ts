import { expect, test } from 'vitest'
import { buildBook, content, page } from '../support/build-book.ts'

async function shown(
  text: string,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> {
  const built = await buildBook({ 'README.md': text, 'SUMMARY.md': '* [A](README.md)\n', ...files })
  return content(built, 'index.html')
}

/** The headings of a page with the levels at which they are heard. */
function levels(html: string): readonly string[] {
  return [...html.matchAll(/<h(\d)([^>]*)>(\w+)/g)].map(([, level, attributes = '', words]) => {
    const [, heard] = /aria-level="(\d)"/.exec(attributes) ?? []
    return `${words} ${level}${heard === undefined ? '' : ` as ${heard}`}`
  })
}

/** What a tag says of its size. */
function sizesIn(tag: string): readonly string[] {
  return [...tag.matchAll(/(?:class|width|height)="[^"]*"/g)].map(([one]) => one).toSorted()
}

test('a heading that skips levels is heard one level below the one above it', async () => {
  const html = await shown(
    '# A\n\n#### B\n\n##### C\n\n## D\n\n#### E\n\n### F\n\n<h6>G</h6>\n\n#### H',
  )
  expect(levels(html)).toEqual([
    'A 1',
    'B 4 as 2',
    'C 5 as 3',
    'D 2',
    'E 4 as 3',
    'F 3',
    'G 6 as 4',
    'H 4',
  ])
})

test('below the title that a page gets from SUMMARY, too', async () => {
  expect(levels(await shown('### B\n\n## C'))).toEqual(['B 3 as 2', 'C 2'])
})

test('what an author says of a level stays', async () => {
  expect(levels(await shown('# A\n\n<h4 aria-level="3">B</h4>'))).toEqual(['A 1', 'B 4 as 3'])
})

test('pages in AsciiDoc have their levels closed, too', async () => {
  const built = await buildBook({
    'README.adoc': '= A\n\n[discrete]\n===== B\n\nx\n',
    'SUMMARY.md': '* [A](README.adoc)\n',
  })
  expect(levels(content(built, 'index.html'))).toEqual(['A 1', 'B 5 as 2'])
})

test('addresses in HTML hold no white space', async () => {
  const html = await shown(
    '<img src="a b (1).svg" alt=""> <a href="https://example.org/a b?c d">x</a> <video src="c d.mp4"></video>',
    { 'a b (1).svg': '<svg xmlns="http://www.w3.org/2000/svg"/>', 'c d.mp4': 'x' },
  )
  expect(html).toContain('src="a%20b%20(1).svg"')
  expect(html).toContain('href="https://example.org/a%20b?c%20d"')
  expect(html).toContain('src="c%20d.mp4"')
})

test('addresses without it stay as they are spelled', async () => {
  const html = await shown('<img src="https://example.org/ä[1].png?a=%20&amp;b" alt="">')
  expect(html).toContain('src="https://example.org/ä[1].png?a=%20&amp;b"')
})

test('sizes in pixels are numbers, and others stay', async () => {
  const html = await shown(
    '<img src="https://example.org/a.png" alt="" width="222px" height=" 10PX;"> <iframe width="80%" height="20px"></iframe> <td width="5px">',
  )
  expect(html).toContain('width="222" height="10"')
  expect(html).toContain('width="80%" height="20"')
})

const png = Buffer.alloc(24)
png.write('\u0089PNG\r\n\u001a\n', 'latin1')
png.write('IHDR', 12, 'latin1')
png.writeUInt32BE(800, 16)
png.writeUInt32BE(400, 20)

test.each([
  ['width="48%"', 'class="width-40 width-and-8" width="800" height="400"'],
  ['width="30%" height="30%"', 'class="width-30" width="800" height="400"'],
  ['class="c" width="5%"', 'class="c width-0 width-and-5" width="800" height="400"'],
  ['height="40%"', 'width="800" height="400"'],
  ['width="200"', 'width="200" height="100"'],
  ['height="20px"', 'height="20" width="40"'],
  ['width="300" height="300"', 'width="300" height="300"'],
])('a picture with %s has a place before it is there', async (written, shownAs) => {
  const html = await shown(`<img src="a.png" alt="" ${written}>`, { 'a.png': png })
  expect(sizesIn(/<img[^>]*a\.png[^>]*>/.exec(html)?.[0] ?? '')).toEqual(sizesIn(shownAs))
})

test('letters of a size and color of HTML 4 are those of the theme', async () => {
  const html = await shown(
    'a <font size="2" face="Arial">b</font> <FONT color=#C00 id="c" size=+1>*c*</FONT> <font color="grey">d <font size=9>e</font></font> <font size="3" color="black">f</font>',
  )
  expect(html).toContain('<span class="font-size-2">b</span>')
  expect(html).toContain('<span id="c" class="font-size-4 paint-red"><em>c</em></span>')
  expect(html).toContain('<span class="paint-gray">d <span class="font-size-7">e</span></span>')
  expect(html).toContain('<span>f</span>')
  expect(html).not.toMatch(/<\/?font/i)
})

test('a picture without words is not called by the name of its file', async () => {
  const html = await shown(
    '<img src="https://example.org/a.png"> <img src="https://example.org/b.png" title="Bees">\n<img src="https://example.org/c.png" alt="Own"> <img src="https://example.org/d.png" role="presentation">',
  )
  expect(html).toMatch(/a\.png"[^>]* alt=""/)
  expect(html).toMatch(/b\.png"[^>]* alt="Bees"/)
  expect(html).toMatch(/c\.png" alt="Own"/)
  expect(html).not.toMatch(/d\.png"[^>]* alt/)
})

test('a link around nothing is passed by, unless a style or a link may need it', async () => {
  const text =
    '[](https://example.org/a) <a href="https://example.org/b"> </a> <a class="c" href="https://example.org/c"></a> <a id="d" href="#d"></a> [e](https://example.org/e)'
  const html = await shown(text)
  const hidden = [
    ...html.matchAll(
      /<a href="https:\/\/example\.org\/(\w)"[^>]* aria-hidden="true" tabindex="-1">/g,
    ),
  ]
  expect(hidden.map(([, name]) => name)).toEqual(['a', 'b'])
})

test('the Markdown of a page stays as it was written', async () => {
  const text = '# A\n\n#### B\n\n<img src="https://example.org/a.png" width="2px">\n'
  const built = await buildBook({ 'README.md': text, 'SUMMARY.md': '* [A](README.md)\n' })
  expect(page(built, 'index.md')).toBe(text)
})

test('the end of an element that has none is not written; a line break by its end is one', async () => {
  const html = await shown('<p><img src="a.png" alt="a"></img>b</br>c</p>', { 'a.png': '' })
  expect(html).not.toMatch(/<\/(?:img|br)>/)
  expect(html).toContain('b<br>c')
})
