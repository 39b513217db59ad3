import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Compiler, loadCompiler } from '../../src/ebook/pdf/compiler.ts'
import { makePdf } from '../../src/ebook/pdf/pdf.ts'
import { pdfSource } from '../../src/ebook/pdf/source.ts'
import { createRemarks } from '../../src/ebook/remarks.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import type { Contents } from '../support/build-book.ts'
import { BOOKS, GARDEN, PIXEL } from './books.ts'
import { editionsOf } from './editions.ts'

const compiler: Compiler | undefined = await loadCompiler()

async function pdfOf(contents: Contents, standard?: string): Promise<ReturnType<typeof makePdf>> {
  const [first] = await editionsOf(memoryFiles(contents))
  if (first === undefined || compiler === undefined) throw new Error('no edition')
  const { edition, remarks } = first
  return makePdf({ edition, remarks, compiler, standard, chapters: edition.chapters })
}

async function sourceOf(contents: Contents): Promise<string> {
  const [first] = await editionsOf(memoryFiles(contents))
  if (first === undefined) throw new Error('no edition')
  const { edition } = first
  return pdfSource(edition, edition.chapters, createRemarks()).main
}

/** The words of a PDF, each with how far from the left it begins. */
function boxesOf(bytes: Uint8Array): readonly (readonly [word: string, left: number])[] {
  return [...textOf(bytes, '-bbox').matchAll(/xMin="([\d.]+)"[^>]*>([^<]*)</g)].map(
    ([, left, word = '']) => [word.replaceAll(/\p{Cf}/gu, ''), Number(left)],
  )
}

/** The words of a PDF. */
function textOf(bytes: Uint8Array, ...options: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'handbook-pdf-'))
  try {
    const file = path.join(folder, 'book.pdf')
    writeFileSync(file, bytes)
    return spawnSync('pdftotext', [...options, file, '-'], { encoding: 'utf8' }).stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A PNG with other data; the sums of its parts are right. */
function withData(png: Uint8Array, data: Buffer): Uint8Array {
  const at = Buffer.from(png).indexOf('IDAT')
  const name = Buffer.from('IDAT')
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(Buffer.concat([name, data])))
  const end = at + 8 + Buffer.from(png).readUInt32BE(at - 4)
  return new Uint8Array(
    Buffer.concat([png.subarray(0, at - 4), size, name, data, sum, png.subarray(end)]),
  )
}

test('what an author wrote is no code for the compiler', async () => {
  const source = await sourceOf({
    'README.md': '# "A" \\#\n\n`#panic("x")` \\"#panic() $x$ [#x]\n\n```\n"); #panic("\n```\n',
  })
  expect(source).toContain(String.raw`mono({"#panic(\"x\")"})`)
  expect(source.match(/(?<!\\)"[^"\\]*#panic/g)).toHaveLength(1)
})

test('a wide picture has a line of its own, so that the words before it are not spread', async () => {
  const wide = '<img src="dot.png" alt="wide" width="500">'
  const source = await sourceOf({
    'README.md': `# A\n\nBefore\n[${wide}](b.md)\nbehind <img src="dot.png" alt="icon" width="9"> it\n\n${wide}\n`,
    'dot.png': PIXEL,
  })
  expect(source.match(/linebreak\(\);/g)).toHaveLength(2)
  expect(source).toMatch(/"Before ";linebreak\(\);.*"wide".*linebreak\(\);"behind "/)
})

test('a picture in an address of its own is as large as it is, not as wide as the page', async () => {
  const data = `data:image/png;base64,${Buffer.from(PIXEL).toString('base64')}`
  const source = await sourceOf({ 'README.md': `# A\n\n![dot](${data})\n` })
  expect(source).toMatch(/image\(width: 4\.0pt, alt: "dot"/)
})

test('long names in a line may part behind a sign, short ones may not', async () => {
  const source = await sourceOf({ 'README.md': '# A\n\n`MARATHON_HTTPS_ADDRESS` `a_b`\n' })
  expect(source).toContain('mono({"MARATHON_\u200BHTTPS_\u200BADDRESS"})')
  expect(source).toContain('mono({"a_b"})')
})

test('a title, the day of an update and the name of a part stay with what follows', async () => {
  const update =
    '{% updates %}\n{% update date="2026-05-12" %}\n## Herbs\n{% endupdate %}\n{% endupdates %}\n'
  const source = await sourceOf({
    'README.md': `# A\n\n${update}\nafter\n`,
    'b.adoc': '= B\n\n.Tools\n* spade\n',
    'SUMMARY.md': '- [A](README.md)\n- [B](b.adoc)\n',
  })
  expect(source.match(/\blead\(par\([^)]*\)/g)).toEqual([
    'lead(par({"May 12, 2026"})',
    'lead(par(strong({"Tools"})',
  ])
})

test('a tab in code reaches as far as its line says, and begins it as spaces that stay', async () => {
  const source = await sourceOf({ 'README.md': '# A\n\n```text\n\tab\tc\n```\n' })
  expect(source).toContain(`codeblock(({"${'\u00A0'.repeat(4)}ab  c"},))`)
})

test('a footnote is called in a heading, but not in a title, which stands in the contents too', async () => {
  const source = await sourceOf({
    'README.md': '# A[^1]\n\n## B[^2]\n\n[^1]: of A\n\n[^2]: of B\n',
  })
  expect(source).toMatch(/heading\(level: 2, [^[]*\[#footnote\(\{+"of B"/)
  expect(source.match(/#footnote\(/g)).toHaveLength(1)
  expect(source).toContain('"of A"')
})

test('a rule stands between chapters, and not before the first', async () => {
  const source = await sourceOf({
    'book.json': '{"pdf":{"chapterMark":"rule"}}',
    'README.md': '# A\n',
    'b.md': '# B\n',
    'SUMMARY.md': '- [A](README.md)\n- [B](b.md)\n',
  })
  expect(
    source
      .split('#{')
      .at(-1)
      ?.match(/rule\(\)/g),
  ).toHaveLength(1)
})

const row = (columns: number, word: string): string => `|${` ${word} |`.repeat(columns)}`

const table = (columns: number): string =>
  `${row(columns, 'column')}\n${row(columns, '-')}\n${row(columns, 'x')}\n`

test('a line of code that is new, gone or marked has its sign', async () => {
  const source = await sourceOf({
    'README.md': '# A\n\n```diff lang="js"\n-old()\n+fresh()\n```\n\n```js\nplain()\n```\n',
  })
  expect(source).toContain('{text(fill: gray, "\u2212\u00A0")')
  expect(source).toContain('{text(fill: gray, "+\u00A0")')
  expect(source.match(/text\(fill: gray, "[^"]*\u00A0"\)/g)).toHaveLength(2)
})

test('a table of many columns is set smaller, and its words may part', async () => {
  const source = await sourceOf({ 'README.md': `# A\n\n${table(16)}\n${table(8)}` })
  expect(source).toContain('text(size: 0.50em, table(columns: 16')
  expect(source).toContain('"col\u200Bumn\u200B"')
  expect(source).toContain('tabled(table(columns: 8')
})

test('a word that is longer than its column may part, and shorter ones may not', async () => {
  const long = 'averylongwordthatnocolumnhasroomfor'
  const source = await sourceOf({
    'README.md': `# A\n\n| a | b | c | d |\n|-|-|-|-|\n| ${long} | shorter | | |\n\n${long}\n`,
  })
  expect(source).toContain('"ave\u200Bryl')
  expect(source).toContain('"shorter"')
  expect(source).toContain(`"${long}"`)
})

test('lists and tables in a box of another direction follow it', async () => {
  const source = await sourceOf({
    'README.md': '# A\n\n<div dir="rtl" lang="ar">\n\n- ا\n\n</div>\n',
  })
  expect(source).toMatch(/text\(lang: "ar", dir: rtl, (?:group\()?.*list\(/)
})

test('a link that turns what is behind it ends that with its words', async () => {
  const { diagnostics } = await pdfOf({
    'README.md': `# A\n\n[o\u202Ene](b.md) ${'title>'.repeat(60)}\n`,
    'b.md': '# B\n',
    'SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n',
  })
  expect(diagnostics).toEqual([])
})

/** A PDF by a compiler that says what it is told to say. */
async function ask(
  contents: Contents,
  stub: Partial<Compiler>,
): Promise<ReturnType<typeof makePdf>> {
  const [first] = await editionsOf(memoryFiles(contents))
  if (first === undefined) throw new Error('no edition')
  const { edition, remarks } = first
  const other = { accepts: () => true, missing: () => [], ...stub } as Compiler
  const chosen = { edition, remarks, compiler: other, standard: undefined }
  return makePdf({ ...chosen, chapters: edition.chapters })
}

test('quotation marks are as wide as characters in lines of Chinese, and as in Latin elsewhere', async () => {
  const source = await sourceOf({
    'book.json': '{ "language": "zh" }',
    'README.md': '# “花”\n\n他说“**草**”。`“x”`\n\nHe said “grass”.\n',
  })
  expect(source).toContain('{wide("“");"花";wide("”")}')
  expect(source).toMatch(/"他说";wide\("“"\)\};strong\(.*"草".*\);\{?wide\("”。"\)/)
  expect(source).toContain('{"“x”"}')
  expect(source).toContain('{"He said “grass”."}')
  expect(await sourceOf({ 'README.md': '# A\n\n他说“草”。\n' })).not.toContain('wide("')
})

test('running lines are words of the book, and hold no code', async () => {
  const source = await sourceOf({
    'README.md': '# A\n',
    'book.json': JSON.stringify({
      title: 'The "garden"',
      pdf: { header: '#panic() | {title}', footer: '| {page} of {pages} | {nothing}' },
    }),
  })
  expect(source).toContain(String.raw`box({"#panic()"}); h(1fr); box({"The \"garden\""})`)
  expect(source).toContain(
    'box([]); h(1fr); box({counter(page).display("1"); " of "; str(counter(page).final().first())}); h(1fr); box({"{nothing}"})',
  )
})

test('running lines of GitBook 2 are the words of their HTML', async () => {
  const pdf = {
    headerTemplate: '<p style="text-align:center">_TITLE_ &amp; <b>_AUTHOR_</b></p>',
    footerTemplate: '<div>_PAGENUM_ _OTHER_</div>',
  }
  const book = JSON.stringify({ title: 'Garden', author: 'Ann', pdf })
  const source = await sourceOf({ 'README.md': '# A\n', 'book.json': book })
  expect(source).toContain('align(center, {"Garden"; " & "; "Ann"})')
  expect(source).toContain('align(center, {counter(page).display("1"); " _OTHER_"})')
})

test('headings that the book names begin a page, but not in a box', async () => {
  const book = JSON.stringify({ pdf: { pageBreaksBefore: "//*[name()='h2' or name()='h3']" } })
  const page = '# A\n\n## B\n\n> ## C\n\n#### D\n'
  const broken = (await sourceOf({ 'README.md': page, 'book.json': book })).split('#{').at(-1) ?? ''
  expect(broken.match(/pagebreak\(weak: true\);\[#heading\(level: 2/g)).toHaveLength(1)
  expect(broken).not.toMatch(/poem\(\{?pagebreak/)
  expect((await sourceOf({ 'README.md': page })).split('#{').at(-1)).not.toMatch(
    /pagebreak\(weak: true\);\[#heading\(level: 2/,
  )
})

test('a book may want no running lines', async () => {
  const settings = '{ "pdf": { "header": "none", "pageNumbers": false } }'
  const source = await sourceOf({ 'README.md': '# A\n', 'book.json': settings })
  expect(source).toContain('header: none, footer: none)')
})

describe('what a compiler says', () => {
  test('is told when it refuses a book', async () => {
    const made = await ask({ 'README.md': '# A\n' }, { compile: () => ({ problems: ['why'] }) })
    expect(made.bytes).toBeUndefined()
    expect(made.diagnostics).toMatchObject([{ code: 'ebook/not-set', args: { reason: 'why' } }])
  })

  test('is told when it has no font for the language of a book', async () => {
    const contents = { 'README.md': '# 甲\n', 'book.json': '{"language": "zh"}' }
    const [first] = await editionsOf(memoryFiles(contents))
    const { edition } = first ?? {}
    if (edition === undefined) throw new Error('no edition')
    const { fonts } = pdfSource(edition, edition.chapters, createRemarks())
    const unknownFonts = fonts.own.map((name) => name.toLowerCase())
    const done = { bytes: new Uint8Array(1), pages: 1, unknownFonts }
    const { diagnostics } = await ask(contents, { compile: () => done })
    expect(diagnostics).toMatchObject([{ code: 'ebook/no-font', args: { font: fonts.own[0] } }])
  })
})

describe.skipIf(compiler === undefined)('a PDF (needs the compiler of Typst)', () => {
  test.each(Object.entries(BOOKS))('is made of the book %s', async (_name, contents) => {
    const { bytes, pages, diagnostics } = await pdfOf(contents)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(pages).toBeGreaterThan(1)
    expect(Buffer.from(bytes?.subarray(0, 5) ?? []).toString()).toBe('%PDF-')
  })

  test('is made of boxes in each other, however deep, and none of their words is lost', async () => {
    const deep = [
      `${'<blockquote>'.repeat(90)}deepquote`,
      `${'<table><tr><td>'.repeat(30)}deeptable`,
      `${'<b><i>'.repeat(90)}deepstyle`,
      `${'<ul><li>'.repeat(90)}deeplist`,
      `${'<dl><dt>term<dd>'.repeat(90)}deepterm`,
    ]
    for (const html of deep) {
      const { bytes, diagnostics } = await pdfOf({ 'README.md': `# A\n\n${html}\n` })
      expect(diagnostics).toEqual([])
      expect(textOf(bytes ?? new Uint8Array())).toContain(/deep\w+$/.exec(html)?.[0])
    }
  })

  test('is the same, whenever it is made', async () => {
    const [one, two] = [await pdfOf(GARDEN), await pdfOf(GARDEN)]
    expect(Buffer.compare(one.bytes ?? new Uint8Array(), two.bytes ?? new Uint8Array())).toBe(0)
    expect(one.bytes?.length).toBeGreaterThan(1000)
  })

  test.each(['ua-1', 'a-2a'])('keeps to %s', async (standard) => {
    const { bytes, diagnostics } = await pdfOf(GARDEN, standard)
    expect(diagnostics).toEqual([])
    expect(bytes).toBeDefined()
  })

  test('for everyone is not made while a picture says nothing, and names the place', async () => {
    const made = await pdfOf(
      { 'README.md': '# A\n\n<img src="dot.png">\n', 'dot.png': PIXEL },
      'ua-1',
    )
    expect(made.bytes).toBeUndefined()
    expect(made.diagnostics).toMatchObject([
      { code: 'ebook/no-alternative', at: { file: 'README.md', start: { line: 3 } } },
    ])
  })

  test('for everyone is made when only a picture of the web says nothing, or the book says what stands for words', async () => {
    const far = await pdfOf(
      { 'README.md': '# A\n\n<img src="https://example.org/a.png">\n' },
      'ua-1',
    )
    expect(far.bytes).toBeDefined()
    const book = { 'README.md': '# A\n\n<img src="a%20dot.png">\n', 'a dot.png': PIXEL }
    const as = (missingAlternative: string): Contents => ({
      ...book,
      'book.json': JSON.stringify({ pdf: { missingAlternative } }),
    })
    expect((await pdfOf(as('error'), 'ua-1')).bytes).toBeUndefined()
    expect((await pdfOf(as('name'), 'ua-1')).bytes).toBeDefined()
    expect(await sourceOf(as('name'))).toContain('alt: "a dot.png"')
    expect((await pdfOf(as('decoration'), 'ua-1')).bytes).toBeDefined()
    expect(await sourceOf(as('decoration'))).toContain('pdf.artifact(image(')
    const link = '# [A](https://example.org/)\n\n[![](a%20dot.png)](https://example.org/)'.padEnd(
      3000,
      '\n\nA',
    )
    expect((await pdfOf({ ...book, 'README.md': link }, 'ua-1')).bytes).toBeDefined()
  })

  test.skipIf(spawnSync('pdftotext', ['-v']).error !== undefined)(
    'sets numbered formulas with their numbers, and links where they are referred to (needs pdftotext)',
    async () => {
      const formulas = [
        String.raw`\begin{equation} \label{one} a = b \end{equation}`,
        String.raw`\begin{align*} c &= d \nonumber \\ e &= f \end{align*}`,
        String.raw`g = h \tag{x}`,
        String.raw`\begin{array}{cc} p & q \\ r & s \end{array}`,
      ].map((tex) => `$$\n${tex}\n$$\n`)
      const page = `# A\n\n${formulas.join('\n')}\nBy $$\\eqref{one}$$.\n`
      const { bytes } = await pdfOf({ 'README.md': page })
      const words = textOf(bytes ?? new Uint8Array())
      expect(words).not.toMatch(/begin|label|tag|eqref|nonumber/)
      expect(words.match(/\([1x]\)/g)?.toSorted()).toEqual(['(1)', '(1)', '(x)'])
    },
  )

  test('names a character that no font has, and where it stands first', async () => {
    const { diagnostics } = await pdfOf({ 'README.md': '# A\n\nwords \u{1F0FF} words\n' })
    expect(diagnostics).toMatchObject([
      {
        code: 'ebook/missing-glyph',
        args: { code: 'U+1F0FF' },
        at: { file: 'README.md', start: { line: 3 } },
      },
    ])
  })

  test.skipIf(spawnSync('pdftotext', ['-v']).error !== undefined)(
    'has the words of the book in their order, and page numbers behind links (needs pdftotext)',
    async () => {
      const { bytes } = await pdfOf(GARDEN)
      expect(textOf(bytes ?? new Uint8Array()).replaceAll(/\s+/g, ' ')).toMatch(
        /The garden .*Li Lei, Han Mei .*Welcome .*Take the spade → \d+\. .*Twelve of them\. .*Digs\./,
      )
    },
  )

  test.skipIf(spawnSync('pdftotext', ['-v']).error !== undefined)(
    'sets code from the left in a book that runs from the right, also where it begins with a sign (needs pdftotext)',
    async () => {
      const { bytes } = await pdfOf({
        'book.json': '{ "language": "ar" }',
        'README.md': '# أ\n\n```\nls -l # قائمة\n```\n\nكلمة `--help me` كلمة\n',
      })
      const places = new Map(
        [...boxesOf(bytes ?? new Uint8Array())].map(([word, left]) => [word, left] as const),
      )
      const left = (word: string): number => places.get(word) ?? Number.NaN
      expect(left('ls')).toBeLessThan(left('-l'))
      expect(left('-l')).toBeLessThan(left('#'))
      expect(left('--help')).toBeLessThan(left('me'))
    },
  )

  test('leaves out a picture that is cut off, with its place, and sets the rest', async () => {
    const { bytes, diagnostics } = await pdfOf({
      'README.md': '# A\n\n![whole](dot.png) ![cut off](half.png)\n',
      'dot.png': PIXEL,
      'half.png': PIXEL.slice(0, 40),
    })
    expect(bytes).toBeDefined()
    expect(diagnostics).toMatchObject([
      {
        code: 'ebook/left-out',
        args: { case: 'broken-picture', count: 1 },
        at: { file: 'README.md', start: { line: 3 } },
      },
    ])
  })

  test('leaves out a picture whose parts are whole and whose pixels are not', async () => {
    const { bytes, diagnostics } = await pdfOf({
      'README.md': '# A\n\n![whole](dot.png)\n\n![odd](odd.png)\n',
      'dot.png': PIXEL,
      'odd.png': withData(PIXEL, Buffer.from('no pixels at all')),
    })
    expect(bytes).toBeDefined()
    expect(diagnostics).toMatchObject([
      { args: { case: 'broken-picture', count: 1 }, at: { start: { line: 5 } } },
    ])
  })

  test.skipIf(spawnSync('pdftotext', ['-v']).error !== undefined)(
    'names a chapter at the top of its own pages, also of the one on which it begins (needs pdftotext)',
    async () => {
      const lines = Array.from({ length: 60 }, (_, index) => `Line ${index}.`).join('\n\n')
      const { bytes } = await pdfOf({
        'book.json': '{ "title": "Garden", "pdf": { "header": "{title}: {section}" } }',
        'README.md': '# Welcome\n',
        'SUMMARY.md': '* [Welcome](README.md)\n  * [Beds](beds.md)\n  * [Tools](tools.md)\n',
        'beds.md': `# Beds\n\n${lines}\n`,
        'tools.md': '# Tools\n\nA spade.\n',
      })
      const [, contents, welcome, ...rest] = textOf(bytes ?? new Uint8Array()).split('\f')
      expect(contents).toMatch(/^Contents/)
      expect(welcome).toMatch(/^Welcome/)
      expect(rest.map((page) => page.split('\n', 1)[0])).toEqual([
        'Garden: Beds',
        'Garden: Beds',
        'Garden: Tools',
        '',
      ])
    },
  )

  test.skipIf(spawnSync('pdftotext', ['-v']).error !== undefined)(
    'keeps short code together (needs pdftotext)',
    async () => {
      const above = Array.from({ length: 35 }, () => 'Line.\n\n').join('')
      const code = ['first', ...Array.from({ length: 8 }, () => 'middle'), 'last'].join('\n')
      const { bytes } = await pdfOf({ 'README.md': `# A\n\n${above}\`\`\`\n${code}\n\`\`\`\n` })
      const pages = textOf(bytes ?? new Uint8Array()).split('\f')
      expect(pages.filter((page) => /first|middle|last/.test(page))).toHaveLength(1)
    },
  )

  test.skipIf(spawnSync('pdftotext', ['-v']).error !== undefined)(
    'points to pages in the direction of reading (needs pdftotext)',
    async () => {
      const { bytes } = await pdfOf(BOOKS.arabic)
      expect(textOf(bytes ?? new Uint8Array())).toContain('←')
    },
  )

  test.skipIf(spawnSync('pdftotext', ['-v']).error !== undefined)(
    'lists the figures that have a caption, when the book wants that (needs pdftotext)',
    async () => {
      const figure = '<figure><img src="dot.png" alt="a"><figcaption>A dot</figcaption></figure>'
      const book = { 'README.md': `# A\n\n${figure}\n`, 'dot.png': PIXEL, 'b.md': '# B\n' }
      const listed = await pdfOf({ ...book, 'book.json': '{ "pdf": { "figures": true } }' }, 'ua-1')
      expect(textOf(listed.bytes ?? new Uint8Array())).toMatch(/Figures\s+A dot[ .\u2060]+\d/)
      const none = await pdfOf({
        'README.md': '# A',
        'book.json': '{ "pdf": { "figures": true } }',
      })
      expect(textOf(none.bytes ?? new Uint8Array())).not.toContain('Figures')
    },
  )
})
