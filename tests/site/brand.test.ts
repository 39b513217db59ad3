import { describe, expect, it, test } from 'vitest'
import { contrast, formatColor, parseColor, shadeFor } from '../../src/site/colors.ts'
import { type Contents, buildBook, codes, page } from '../support/build-book.ts'
import { english } from '../support/english.ts'

test.each([
  ['#fff', [255, 255, 255]],
  ['#0b57b0', [11, 87, 176]],
  [' #0B57B0 ', [11, 87, 176]],
  ['red', undefined],
  ['#12345', undefined],
  ['', undefined],
])('the color of %j', (text, expected) => {
  expect(parseColor(text)).toEqual(expected)
})

test('contrast is that of WCAG', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5)
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2)
})

test('contrast of dark colors is that of WCAG, too', () => {
  // 10 of 255 is the last below the bend of the curve.
  expect(contrast([10, 10, 10], [0, 0, 0])).toBeCloseTo(1 + 10 / 255 / 12.92 / 0.05, 5)
})

test('on a ground between light and dark text becomes darker', () => {
  const ground = [150, 150, 150] as const
  expect(contrast(shadeFor([140, 140, 140], ground, 4.5), ground)).toBeGreaterThanOrEqual(4.5)
})

test.each(['#ffcc00', '#0b57b0', '#888888', '#ffffff', '#000000'])(
  'a readable shade of %s is found for light and dark grounds',
  (text) => {
    const color = parseColor(text) ?? [0, 0, 0]
    for (const ground of [
      [255, 255, 255],
      [20, 23, 27],
    ] as const) {
      const shade = shadeFor(color, ground, 7)
      expect(contrast(shade, ground)).toBeGreaterThanOrEqual(7)
      expect(formatColor(shade)).toMatch(/^#[\da-f]{6}$/)
    }
  },
)

function book(config: object, more: Readonly<Record<string, string>> = {}): Contents {
  return { 'README.md': '# 书', 'book.json': JSON.stringify(config), ...more }
}

describe('a book with a look of its own', () => {
  it('has its color in a style sheet that every page loads', async () => {
    const built = await buildBook(book({ brand: '#0b57b0' }))
    expect(built.diagnostics).toEqual([])
    expect(page(built, 'handbook/brand.css')).toContain('--link: light-dark(#0b57b0, #')
    for (const name of ['index.html', 'handbook/contents.html', 'handbook/print.html'])
      expect(page(built, name)).toMatch(/<link rel="stylesheet" href="[^"]*brand\.css\?v/)
  })

  it('learns when its color is hard to read, and which one is not', async () => {
    const built = await buildBook(book({ brand: { light: '#ffcc00', dark: '#333' } }))
    expect(codes(built)).toEqual([
      'theme/low-contrast book.json:1:19',
      'theme/low-contrast book.json:1:36',
    ])
    expect(built.diagnostics.map(english).map(({ message }) => message)).toEqual([
      'Expected a color with a contrast of at least 4.5:1 on light pages in "brand", found "#ffcc00" with 1.5:1',
      'Expected a color with a contrast of at least 4.5:1 on dark pages in "brand", found "#333" with 1.4:1',
    ])
    for (const { hint } of built.diagnostics.map(english)) expect(hint).toMatch(/"#[\da-f]{6}"$/)
  })

  it('learns of a color that is none', async () => {
    const built = await buildBook(book({ brand: 'teal' }))
    expect(codes(built)).toEqual(['theme/unknown-color book.json:1:10'])
    expect(built.outputs.has('handbook/brand.css' as never)).toBe(false)
  })

  it('shows its pictures from above its content, where no other of the name is in it', async () => {
    const config = { root: 'docs', logo: 'art/logo.svg', favicon: '/icon.svg' }
    const files = {
      'docs/README.md': '# 书',
      'art/logo.svg': 'a',
      'icon.svg': 'b',
      'art/x.svg': '',
    }
    const above = await buildBook(book(config, files))
    expect(codes(above)).toEqual([])
    expect(above.outputs.get('art/logo.svg' as never)).toMatchObject({ from: 'art/logo.svg' })
    expect(page(above, 'index.html')).toContain('href="icon.svg"')
    expect(above.outputs.has('art/x.svg' as never)).toBe(false)
    const below = await buildBook(book(config, { ...files, 'docs/art/logo.svg': 'c' }))
    expect(codes(below)).toEqual([])
    expect(below.outputs.get('art/logo.svg' as never)).toMatchObject({ from: 'docs/art/logo.svg' })
  })

  it('shows its logo and icon from every folder', async () => {
    const config = { logo: 'i/l.svg', favicon: './i/f.png' }
    const files = {
      'i/l.svg': '<svg/>',
      'i/f.png': '',
      'a/README.md': '# a',
      'SUMMARY.md': '* [a](a/README.md)',
    }
    const built = await buildBook(book(config, files))
    expect(built.diagnostics).toEqual([])
    expect(page(built, 'a/index.html')).toContain('<img class="logo" src="../i/l.svg"')
    expect(page(built, 'a/index.html')).toContain('<link rel="icon" href="../i/f.png">')
  })

  it('learns of pictures that it does not have', async () => {
    const built = await buildBook(book({ logo: 'no.svg', favicon: '../../out.png' }))
    expect(codes(built)).toEqual([
      'theme/missing-picture book.json:1:9',
      'theme/missing-picture book.json:1:28',
    ])
  })

  it('chooses how deep the list of headings goes', async () => {
    const text = { 'README.md': '# a\n\n## b\n\n### c\n\n#### d\n' }
    const links = async (pageToc: unknown): Promise<readonly string[]> => {
      const html = page(await buildBook(book({ pageToc }, text)), 'index.html')
      const nav = /<nav class="page-toc"[^]*?<\/nav>/.exec(html)?.[0] ?? ''
      return [...nav.matchAll(/href="#(\w)"/g)].map(([, id = '']) => id)
    }
    expect(await links({})).toEqual(['b', 'c'])
    expect(await links({ depth: 1 })).toEqual(['b'])
    expect(await links({ depth: 3 })).toEqual(['b', 'c', 'd'])
    expect(await links(false)).toEqual([])
  })
})
