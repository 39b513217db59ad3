// What front matter puts around the title, and what menus show of it.
import { describe, expect, test } from 'vitest'
import { type Contents, buildBook, codes, content, page, site } from '../support/build-book.ts'

const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==',
    'base64',
  ),
)

/** A book of GitBook.com with one page. */
function modern(front: string, body = '# Beds\n\nText.\n', more: Contents = {}): Contents {
  return {
    'SUMMARY.md': '# Table of contents\n\n* [Start](README.md)\n* [Beds](beds.md)\n',
    'README.md': '# Start\n\nHello.\n',
    'beds.md': `---\n${front}\n---\n\n${body}`,
    ...more,
  }
}

const headOf = async (front: string, body?: string, more?: Contents): Promise<string> => {
  const built = await buildBook(modern(front, body, more))
  const html = content(built, 'beds.html')
  return /<header class="page-head">[^]*?<\/header>/.exec(html)?.[0] ?? ''
}

describe('the lead', () => {
  test('of GitBook.com is the description, without the escapes of its editor', async () => {
    expect(await headOf(String.raw`description: Between frost\_and *beans*`)).toContain(
      '<p class="lead">Between frost_and *beans*</p>',
    )
  })
  test('is a key of its own in old books, whose description was for machines', async () => {
    const { 'SUMMARY.md': _, ...rest } = modern('description: machines\nlead: readers')
    const built = await buildBook({ ...rest, 'SUMMARY.md': '* [Beds](beds.md)\n' })
    expect(content(built, 'beds.html')).toContain('<p class="lead">readers</p>')
    expect(content(built, 'beds.html')).not.toContain('machines')
  })
  test('is not said twice', async () => {
    expect(await headOf('description: Text.')).toBe('')
  })
  test('comes before the description of GitBook.com', async () => {
    expect(await headOf('description: machines\nlead: readers')).toContain(
      '<p class="lead">readers</p>',
    )
  })
  test('can be hidden', async () => {
    expect(await headOf('description: Quiet\nlayout:\n  description:\n    visible: false')).toBe('')
  })
  test('stands at the top of a page without a title of its own', async () => {
    expect(await headOf('description: Lead', 'Only text.\n')).toContain('<p class="lead">Lead</p>')
  })
  test('is found by search and stands in AsciiDoc pages too', async () => {
    const built = await buildBook({
      'SUMMARY.md': '# Table of contents\n\n* [Start](README.adoc)\n',
      'README.adoc': '---\ndescription: Marrowfat\n---\n= Peas\n\nText.\n',
    })
    expect(content(built, 'index.html')).toContain('<p class="lead">Marrowfat</p>')
    const files = site(built)
    const found = Object.keys(files).filter(
      (path) => path.includes('/search/') && files[path]?.includes('Marrowfat') === true,
    )
    expect(found.length).toBeGreaterThan(0)
  })
})

describe('the cover', () => {
  test('that is missing is told where it is written, each of two', async () => {
    const built = await buildBook(modern('icon: leaf\ncover: "gone.png"\ncoverDark: a/lost.png'))
    const places = ['images/missing-file beds.md:3:9', 'images/missing-file beds.md:4:12']
    expect(codes(built)).toEqual(places)
    const withTags = modern(
      'icon: leaf\ncover: "gone.png"\ncoverDark: a/lost.png',
      '{% if true %}\n\n# Beds\n\n{% endif %}\n',
    )
    expect(codes(await buildBook(withTags))).toEqual(places)
  })

  test('is a picture of the book that says nothing to those who cannot see it', async () => {
    const head = await headOf('cover: img/a b.png\ncoverY: 60', undefined, { 'img/a b.png': PNG })
    expect(head).toMatch(/<div class="cover cover-lower"><img src="img\/a%20b.png" alt=""/)
  })
  test.each([
    [29, ''],
    [30, ' cover-lower'],
    [120, ' cover-lower'],
    [121, ' cover-bottom'],
    [-29, ''],
    [-120, ' cover-upper'],
    [-121, ' cover-top'],
    ['none', ''],
  ])('that is moved by %s has the look%s', async (shift, look) => {
    const head = await headOf(`cover: a.png\ncoverY: ${shift}`, undefined, { 'a.png': PNG })
    expect(head).toContain(`<div class="cover${look}">`)
  })
  test('may be another one in dark themes', async () => {
    const more = { 'a.png': PNG, 'b.png': PNG }
    const head = await headOf('cover: a.png\ncoverDark: b.png', undefined, more)
    expect(head).toContain('src="a.png#only-light"')
    expect(head).toContain('src="b.png#only-dark"')
  })
  test('that is missing is reported, and leaves no empty frame', async () => {
    const built = await buildBook(modern('cover: gone.png'))
    expect(codes(built)).toEqual(['images/missing-file beds.md:2:8'])
    expect(page(built, 'beds.html')).not.toContain('class="cover')
    const more = { 'a.png': PNG }
    const head = await headOf('cover: gone.png\ncoverDark: a.png', undefined, more)
    expect(head).toMatch(/<div class="cover"><img src="a\.png#only-dark"[^>]*><\/div>/)
  })
})

describe('tags', () => {
  test('have the names that the book gives them', async () => {
    const yaml = '- tag: hot\n  label: Hot & new\n  icon: fire\n'
    const more = { '.gitbook/tags.yaml': yaml }
    const head = await headOf('tags:\n  - hot\n  - tag: other\n    primary: true', undefined, more)
    expect(head).toContain(
      '<ul class="tags"><li><span class="symbol symbol-fire" aria-hidden="true"></span>Hot &amp; new</li><li>other</li></ul>',
    )
  })
})

describe('symbols', () => {
  test('stand in the title and in the menu, and one style sheet draws them', async () => {
    const built = await buildBook(modern('icon: fa-seedling'))
    expect(content(built, 'beds.html')).toContain('<span class="symbol symbol-seedling"')
    expect(page(built, 'index.html')).toContain(
      '<a href="beds.html"><span class="symbol symbol-seedling"></span>Beds</a>',
    )
    const css = page(built, 'handbook/symbols.css')
    expect(css).toContain('.symbol-seedling{--symbol:url("data:image/svg+xml,')
    expect(page(built, 'index.html')).toMatch(/href="handbook\/symbols\.css/)
  })
  test.each(['rabbit-running', 'wand-sparkles', 'brands/github', 'fa-solid fa-house'])(
    '%s is drawn',
    async (name) => {
      const css = page(await buildBook(modern(`icon: ${name}`)), 'handbook/symbols.css')
      expect(css).toContain('data:image/svg+xml')
    },
  )
  test('that nobody knows cost nothing', async () => {
    const files = site(await buildBook(modern('icon: no"such<name')))
    expect(files['handbook/symbols.css']).toBeUndefined()
  })
  test('are no part of books without them', async () => {
    const files = site(await buildBook(modern('title: Beds')))
    expect(files['index.html']).not.toContain('symbols.css')
  })
})

async function shownWithout(part: string): Promise<string> {
  return page(
    await buildBook(
      modern(`layout:\n  ${part}:\n    visible: false`, '# Beds\n\n## One\n\nA.\n\n## Two\n\nB.\n'),
    ),
    'beds.html',
  )
}

describe('layout', () => {
  test.each([
    ['outline', 'class="page-toc"'],
    ['pagination', 'class="pager"'],
  ])('hides %s', async (part, sign) => {
    expect(await shownWithout('width')).toContain(sign)
    expect(await shownWithout(part)).not.toContain(sign)
  })
  test('leaves the title to screen readers', async () => {
    expect(await shownWithout('title')).toMatch(/<h1 [^>]*class="sr"/)
  })
  test('folds the menu away', async () => {
    expect(await shownWithout('tableOfContents')).toMatch(/<html[^>]* data-sidebar="hidden"/)
  })
  test('gives room', async () => {
    const built = await buildBook(modern('layout:\n  width: wide'))
    expect(page(built, 'beds.html')).toMatch(/<html[^>]* data-measure="wide"/)
  })
})

test('a page without text lists the pages below it', async () => {
  const built = await buildBook({
    'SUMMARY.md':
      '# Table of contents\n\n* [Start](README.md)\n* [Beds](beds.md)\n  * [Peas](peas.md)\n  * [Out](https://example.org)\n',
    'README.md': '# Start\n\nHello.\n',
    'beds.md': '# Beds\n',
    'peas.md': '---\ndescription: Round\n---\n# Peas\n\nText.\n',
  })
  expect(content(built, 'beds.html')).toContain(
    '<ul class="below">\n<li><a href="peas.html">Peas</a><p>Round</p></li>\n<li><a href="https://example.org">Out</a></li>\n</ul>',
  )
  expect(content(built, 'peas.html')).not.toContain('class="below"')
})

test('menus call a page by the title of its link, in books of GitBook.com', async () => {
  const entry = '* [Start](README.md)\n* [How to prepare a bed](beds.md "Beds")\n'
  const pages = { 'README.md': '# Start\n', 'beds.md': 'Text.\n' }
  const modernBook = await buildBook({ ...pages, 'SUMMARY.md': `# Table of contents\n\n${entry}` })
  expect(page(modernBook, 'index.html')).toContain('<a href="beds.html">Beds</a>')
  expect(page(modernBook, 'beds.html')).toContain(
    '<h1 class="page-title">How to prepare a bed</h1>',
  )
  const old = await buildBook({ ...pages, 'SUMMARY.md': entry })
  expect(page(old, 'index.html')).toContain('<a href="beds.html">How to prepare a bed</a>')
})
