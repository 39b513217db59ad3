// Renders sample pages of the default theme to a folder, to be looked at: npx tsx scripts/preview.ts <folder>
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { memoryFiles } from '../src/files/memory.ts'
import { labelsFor } from '../src/site/labels.ts'
import type { NavRow } from '../src/site/nav-data.ts'
import { loadTheme } from '../src/site/theme.ts'
import type { NavItem, NavPart, PageView, SiteView } from '../src/site/view.ts'
import { arabic, chinese, english } from './preview-samples.ts'

interface Sample {
  readonly file: string
  readonly language: string
  readonly title: string
  readonly book: string
  readonly content: string
  readonly toc: PageView['page']['toc']
  readonly parts: readonly NavPart[]
}

const folder = path.resolve(process.argv[2] ?? 'preview')
const { value: theme, diagnostics } = loadTheme(memoryFiles({}))
for (const { code, args, at } of diagnostics) console.error(code, args, at)

mkdirSync(folder, { recursive: true })
for (const [name, content] of theme.assets) writeFileSync(path.join(folder, name), content)

const samples: readonly Sample[] = [
  {
    file: 'english.html',
    language: 'en',
    book: 'Growing Vegetables',
    ...english,
    parts: smallTree(english.chapters, 'english.html'),
  },
  {
    file: 'chinese.html',
    language: 'zh-Hans',
    book: '种菜手册',
    ...chinese,
    parts: smallTree(chinese.chapters, 'chinese.html'),
  },
  {
    file: 'arabic.html',
    language: 'ar',
    book: 'دليل الحديقة',
    ...arabic,
    parts: smallTree(arabic.chapters, 'arabic.html'),
  },
  {
    file: 'long.html',
    language: 'en',
    book: 'A Very Long Book About Everything That Grows',
    ...english,
    parts: longTree(),
  },
]

for (const sample of samples) write(sample.file, theme.renderPage(pageOf(sample)))
const [first] = samples
if (first !== undefined) {
  write('contents.html', theme.renderContents(siteOf(first)))
  write('not-found.html', theme.renderNotFound(siteOf(first)))
  write('languages.html', theme.renderLanguages(siteOf(first)))
}
const rows: readonly NavRow[] = Array.from({ length: 60 }, (_, index) => [
  `Bed number ${index + 1}`,
  'english.html',
  [1, 2, 3].map((at): NavRow => [
    `Row ${at} of bed ${index + 1}`,
    at === 2 ? 'https://example.org/' : 'long.html',
  ]),
])
write('nav.js', `handbookNav(${JSON.stringify([rows, rows.slice(0, 5)])})\n`)
console.log(`${folder}: ${samples.length + 3} pages`)

function write(name: string, content: string): void {
  writeFileSync(path.join(folder, name), content)
}

function siteOf({ language, title, book, parts }: Sample): SiteView {
  const { tag, direction, labels } = labelsFor(language)
  return {
    book: {
      title: book,
      author: 'A. Gardener',
      language: tag,
      direction,
      repository: 'https://example.org/source',
      footer:
        '<p>© A. Gardener. Text under <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>.</p>',
      home: 'english.html',
    },
    documentTitle: `${title} · ${book}`,
    base: '',
    assets: {
      style: 'style.css',
      script: 'handbook.js',
      early: 'early.js',
      nav: 'nav.js',
      panels: 'panels.js',
      search: 'search.js',
    },
    extraStyles: [],
    extraScripts: [],
    contentsUrl: 'contents.html',
    printUrl: 'contents.html',
    styles: [],
    sidebarLinks: [{ title: 'example.org', url: 'https://example.org/' }],
    parts,
    glossary: { title: labels['glossary'] ?? '', url: 'english.html#glossary' },
    choice: 'language',
    languages: [
      { title: 'English', url: 'english.html', language: 'en', current: tag === 'en' },
      { title: '简体中文', url: 'chinese.html', language: 'zh-Hans', current: tag === 'zh-Hans' },
      { title: 'العربية', url: 'arabic.html', language: 'ar', current: tag === 'ar' },
    ],
    labels,
  }
}

function pageOf(sample: Sample): PageView {
  return {
    ...siteOf(sample),
    page: {
      title: sample.title,
      description: sample.title,
      content: sample.content,
      heading: '',
      body: sample.content,
      zoom: false,
      needsTitle: false,
      titleRepeats: false,
      below: [],
      toc: sample.toc,
      path: sample.file.replace('.html', '.md'),
      level: '1.2',
      editUrl: 'https://example.org/edit',
      isHome: false,
    },
    breadcrumbs: [
      { title: sample.parts[1]?.title ?? '' },
      { title: sample.parts[0]?.items[1]?.title ?? '', url: 'long.html' },
    ],
    previous: { title: sample.parts[0]?.items[0]?.title ?? '', url: 'chinese.html' },
    next: { title: sample.parts[0]?.items[2]?.title ?? '', url: 'long.html' },
  }
}

function row(title: string, level: string, more: Partial<NavItem> = {}): NavItem {
  return {
    title,
    level,
    url: 'long.html',
    path: 'long.md',
    external: false,
    current: false,
    open: false,
    children: [],
    branch: false,
    ...more,
  }
}

/** A title without a page. */
function untitled(title: string, level: string): NavItem {
  const { url: _url, path: _path, ...rest } = row(title, level)
  return rest
}

function smallTree(titles: readonly string[], current: string): readonly NavPart[] {
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = titles
  const here = row(d, '1.2.2', { url: current, current: true, open: true })
  return [
    {
      title: '',
      divider: false,
      index: 0,
      items: [
        row(a, '1.1', { url: 'english.html' }),
        row(b, '1.2', {
          open: true,
          branch: true,
          children: [
            row(c, '1.2.1', { number: '1.2.1.' }),
            here,
            row(e, '1.2.3', { url: 'https://example.org/', external: true }),
          ],
        }),
        row(f, '1.3', { branch: true }),
      ],
    },
    {
      title: f,
      divider: false,
      index: 1,
      items: [row(a, '2.1'), untitled(b, '2.2'), row(c, '2.3')],
    },
  ]
}

function longTree(): readonly NavPart[] {
  const items = Array.from({ length: 40 }, (_, index) =>
    row(`Bed number ${index + 1}`, `1.${index + 1}`, {
      branch: true,
      ...(index === 24
        ? {
            open: true,
            children: [1, 2, 3].map((at) =>
              row(`Row ${at} of bed 25`, `1.25.${at}`, { current: at === 2, open: at === 2 }),
            ),
          }
        : {}),
    }),
  )
  const gap = { ...row('…', '', { url: 'contents.html' }), gap: true as const }
  return [
    { title: 'The south side', divider: false, index: 0, items: [...items, gap] },
    { title: 'The north side', divider: false, index: 1, items: [], folded: { url: 'long.html' } },
  ]
}
