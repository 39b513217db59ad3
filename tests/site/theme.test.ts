import { readFileSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import type { FolderPrefix } from '../../src/core/path.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { labelsFor } from '../../src/site/labels.ts'
import { type Theme, loadTheme } from '../../src/site/theme.ts'
import type { NavItem, PageView, SiteView } from '../../src/site/view.ts'
import { english } from '../support/english.ts'

function themeOf(files: Record<string, string> = {}, root = ''): Theme {
  const { value, diagnostics } = loadTheme(memoryFiles(files), { root: root as FolderPrefix })
  expect(diagnostics).toEqual([])
  return value
}

function row(title: string, level: string, more: Partial<NavItem> = {}): NavItem {
  return {
    title,
    level,
    url: `${level}.html`,
    path: `${level}.md`,
    external: false,
    current: false,
    open: false,
    children: [],
    branch: false,
    ...more,
  }
}

const site: SiteView = {
  book: { title: '种菜 & <more>', language: 'zh-Hans', direction: 'ltr', home: 'index.html' },
  documentTitle: '土壤 · 种菜 & <more>',
  base: '../',
  assets: {
    style: '../s.css',
    script: '../h.js',
    early: '../e.js',
    nav: '../nav.js',
    panels: '../panels.js',
  },
  extraStyles: [],
  extraScripts: [],
  contentsUrl: '../contents.html',
  printUrl: '../print.html',
  styles: ['../own.css'],
  sidebarLinks: [{ title: 'Outside', url: 'https://example.org/' }],
  parts: [
    {
      title: '',
      divider: false,
      index: 0,
      items: [
        row('A <b>', '1.1'),
        row('B', '1.2', {
          open: true,
          branch: true,
          children: [row('土壤', '1.2.1', { current: true, open: true, number: '1.2.1.' })],
        }),
      ],
    },
    { title: 'Part', divider: false, index: 1, items: [], folded: { url: 'part.html' } },
  ],
  choice: 'language',
  languages: [],
  labels: labelsFor('zh').labels,
}

const view: PageView = {
  ...site,
  page: {
    title: '土壤',
    content: '<p>text <em>here</em></p>\n<pre>a\n  b</pre>',
    heading: '',
    body: '<p>text <em>here</em></p>\n<pre>a\n  b</pre>',
    zoom: false,
    needsTitle: true,
    titleRepeats: false,
    below: [],
    toc: [{ id: 'one', text: 'One', children: [{ id: 'two', text: 'Two', children: [] }] }],
    path: 'soil.md',
    isHome: false,
  },
  breadcrumbs: [{ title: 'Part' }, { title: 'B', url: 'b.html' }],
  next: { title: 'Next one', url: 'next.html' },
}

const page = parse(themeOf().renderPage(view), { comment: true, blockTextElements: { pre: true } })

test('puts the content, untouched, alone into the section that old style sheets know', () => {
  const section = page.querySelector(
    '.book > .book-body .page-inner > section.normal.markdown-section',
  )
  expect(section?.innerHTML.trim()).toBe(view.page.content)
})

test('shows the title itself when the content has none, outside of the content', () => {
  expect(page.querySelector('.page-inner > h1.page-title')?.text).toBe('土壤')
  const titled = themeOf().renderPage({ ...view, page: { ...view.page, needsTitle: false } })
  expect(parse(titled).querySelector('h1')).toBeNull()
})

test('keeps the names of the old sidebar', () => {
  const rows = page.querySelectorAll('.book > .book-summary ul.summary li.chapter')
  expect(rows.map((li) => [li.getAttribute('data-level'), li.getAttribute('data-path')])).toEqual([
    ['1.1', '1.1.md'],
    ['1.2', '1.2.md'],
    ['1.2.1', '1.2.1.md'],
  ])
  const active = page.querySelectorAll('li.chapter.active > a')
  expect(active.map((a) => [a.text, a.getAttribute('aria-current')])).toEqual([
    ['1.2.1. 土壤', 'page'],
  ])
  expect(page.querySelector('li.chapter > ul.articles > li.active')).not.toBeNull()
  expect(page.querySelector('a.custom-link')?.text).toBe('Outside')
  expect(page.querySelector('li.header[data-part=1] > a')?.getAttribute('href')).toBe('part.html')
})

test('escapes what comes from authors', () => {
  expect(page.querySelector('title')?.innerHTML).toBe('土壤 · 种菜 &amp; &lt;more&gt;')
  expect(page.querySelector('[data-level="1.1"] > a')?.innerHTML).toBe('A &lt;b&gt;')
})

test('speaks the language of the book', () => {
  expect(page.querySelector('html')?.getAttribute('lang')).toBe('zh-Hans')
  expect(page.querySelector('.skip')?.text).toBe('跳到正文')
  expect(page.querySelector('html')?.getAttribute('dir')).toBeUndefined()
  const rtl = themeOf().renderPage({ ...view, book: { ...view.book, direction: 'rtl' } })
  expect(parse(rtl).querySelector('html')?.getAttribute('dir')).toBe('rtl')
})

test('has no inline script or style, so that a strict policy can be served', () => {
  expect(page.querySelectorAll('script').filter((script) => !script.getAttribute('src'))).toEqual(
    [],
  )
  expect(page.querySelectorAll('style, [style]')).toEqual([])
  const handlers = page
    .querySelectorAll('*')
    .flatMap((e) => Object.keys(e.attributes).filter((name) => name.startsWith('on')))
  expect(handlers).toEqual([])
})

test('leaves out what a page has not', () => {
  const { next: _, ...rest } = view
  const bare = parse(
    themeOf().renderPage({
      ...rest,
      breadcrumbs: [],
      page: { ...view.page, toc: [], content: '' },
    }),
  )
  expect(bare.querySelectorAll('.breadcrumbs, .page-toc, .pager, .edit, .languages')).toEqual([])
})

test('has a page of all chapters and a start for several languages', () => {
  const contents = parse(themeOf().renderContents(site))
  expect(
    contents.querySelectorAll('main li.chapter').map((li) => li.getAttribute('data-level')),
  ).toEqual(['1.1', '1.2', '1.2.1'])
  const languages = [{ title: 'English', url: 'en/index.html', language: 'en', current: false }]
  const start = parse(themeOf().renderLanguages({ ...site, languages }))
  expect(start.querySelector('main a[hreflang=en]')?.getAttribute('href')).toBe('en/index.html')
  expect(parse(themeOf().renderNotFound(site)).querySelector('main h1')?.text).toBe('找不到页面')
})

test('takes single files from the book, below its root', () => {
  const own = {
    'docs/_layouts/partials/footer.hbs': '<footer>{{book.title}}\r\n{{> imprint}}</footer>',
    'docs/_layouts/partials/imprint.hbs': '版权',
  }
  const theme = themeOf(own, 'docs/')
  expect(parse(theme.renderPage(view)).querySelector('footer')?.text).toBe('种菜 & <more>\n版权')
  expect(theme.hash).not.toBe(themeOf().hash)
  expect(themeOf(own).hash).toBe(themeOf().hash)
})

test('goes on with the default when a file of the book has a mistake', () => {
  const { value, diagnostics } = loadTheme(
    memoryFiles({ '_layouts/layouts/page.hbs': '种\n{{#if}}' }),
  )
  expect(diagnostics.map(({ code, at }) => [code, at?.file, at?.start?.line])).toEqual([
    ['layout/syntax-error', '_layouts/layouts/page.hbs', 2],
  ])
  expect(value.renderPage(view)).toBe(themeOf().renderPage(view))
})

test('warns of layouts that are not used', () => {
  const { diagnostics } = loadTheme(
    memoryFiles({
      '_layouts/website/page.html': '{% extends template.self %}',
      '_layouts/website/summary.html': '',
      '_layouts/layout.html': '',
      '_layouts/ebook/page.html': '',
      '_layouts/page.hbs': '',
      '_layouts/layouts/pgae.hbs': '',
      '_layouts/notes.txt': 'not a layout',
    }),
  )
  expect(
    diagnostics
      .map(english)
      .map(({ code, at, hint }) => [
        code,
        at?.file,
        hint?.match(/layouts\/page\.hbs|partials\/sidebar\.hbs|Remove it/)?.[0],
      ]),
  ).toEqual([
    ['theme/legacy-layout', '_layouts/ebook/page.html', 'Remove it'],
    ['theme/legacy-layout', '_layouts/layout.html', 'layouts/page.hbs'],
    ['theme/unused-layout', '_layouts/layouts/pgae.hbs', 'layouts/page.hbs'],
    ['theme/unused-layout', '_layouts/page.hbs', 'layouts/page.hbs'],
    ['theme/legacy-layout', '_layouts/website/page.html', 'layouts/page.hbs'],
    ['theme/legacy-layout', '_layouts/website/summary.html', 'partials/sidebar.hbs'],
  ])
})

test.each([
  ['style.css', 9],
  ['handbook.js', 5.1],
  ['early.js', 0.4],
])('keeps %s within %s kilobytes compressed', (name, limit) => {
  expect(
    gzipSync(themeOf().assets.get(name) ?? '', { level: 9 }).length / 1024,
  ).toBeLessThanOrEqual(limit)
})

const css = themeOf().assets.get('style.css') ?? ''

test('loads nothing from elsewhere', () => {
  const urls = [...css.matchAll(/url\("?([^")]*)/g)].map(([, url]) => url ?? '')
  expect(urls.filter((url) => !url.startsWith('data:image/svg+xml,'))).toEqual([])
  expect(css).not.toContain('@import')
})

/** The colors as they are written. */
const styles = new URL('../../templates/assets/style/', import.meta.url)
const written = readdirSync(styles)
  .map((name) => readFileSync(new URL(name, styles), 'utf8'))
  .join('\n')

/** Colors of a theme by token. */
function colors(theme: 'light' | 'dark' | 'sepia'): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const root = /:root \{([^}]*)\}/.exec(written)?.[1] ?? ''
  for (const [, name, light, dark] of root.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g))
    found.set(`${name}`, `${theme === 'dark' ? dark : light}`)
  const sepia = /\[data-theme='sepia'\] \{([^}]*)\}/.exec(written)?.[1] ?? ''
  if (theme === 'sepia')
    for (const [, name, color] of sepia.matchAll(/--([\w-]+): (#\w+)/g))
      found.set(`${name}`, `${color}`)
  return found
}

function luminance(color: string): number {
  const digits = color.length === 4 ? color.replaceAll(/[^#]/g, '$&$&') : color
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (channels[0] ?? 0) + 0.7152 * (channels[1] ?? 0) + 0.0722 * (channels[2] ?? 0)
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const pairs: readonly (readonly [string, string, number])[] = [
  ...['fg', 'fg-head', 'fg-muted', 'link', 'visited', 'accent'].map(
    (name) => [name, 'bg', 7] as const,
  ),
  ...['fg', 'fg-head', 'fg-muted', 'link'].map((name) => [name, 'panel', 7] as const),
  ...['c-text', 'c-comment', 'c-keyword', 'c-string', 'c-function', 'c-number', 'c-type'].map(
    (name) => [name, 'code', 7] as const,
  ),
  ...['note', 'tip', 'important', 'warning', 'danger'].flatMap(
    (name) =>
      [
        [name, `${name}-bg`, 7],
        ['fg', `${name}-bg`, 7],
      ] as const,
  ),
  ['fg-head', 'mark', 7],
  ['focus', 'bg', 3],
  ['control', 'bg', 3],
]

test.each(['light', 'dark', 'sepia'] as const)('has AAA contrast in the %s theme', (theme) => {
  const found = colors(theme)
  const weak = pairs.flatMap(([front, back, least]) => {
    const ratio = contrast(found.get(front) ?? '', found.get(back) ?? '')
    // Compared as published: one decimal.
    return Math.round(ratio * 10) / 10 >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)}`]
  })
  expect(weak).toEqual([])
})

test('lets no muted words stand on the color of what is chosen, which is too near to them', () => {
  const sheets = new URL('../../templates/assets/', import.meta.url)
  const rules = ['style', 'search', 'features', 'later'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, sheets))
      .filter((name) => name.endsWith('.css'))
      .flatMap((name) => {
        const text = readFileSync(new URL(`${folder}/${name}`, sheets), 'utf8')
        return text.match(/[^{}]*\{[^{}]*background: var\(--current\)[^{}]*\}/g) ?? []
      }),
  )
  expect(rules.length).toBeGreaterThan(2)
  expect(rules.filter((rule) => !/\{[^{}]*(?:^|[\s;])(?:color|--fg-muted):/.test(rule))).toEqual([])
})

test('shows words of the language, never their keys', () => {
  expect(themeOf().renderPage(view)).not.toMatch(/>[a-z]+[A-Z]\w+</)
})
