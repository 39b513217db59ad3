// Every key of book.json, once: the checks, the defaults, the JSON Schema and the table of docs/configuration.md all
// come from here.
import type { Json } from '../core/json.ts'
import {
  ANY,
  TEXT,
  FLAG,
  choice,
  flag,
  integer,
  text,
  type Key,
  type Shape,
} from './config-shape.ts'
import { THEME_KEYS } from './config-theme-keys.ts'

const SEVERITY: Shape = { kind: 'text', oneOf: ['off', 'info', 'warning', 'error'] }

const STRUCTURE: readonly Key[] = [
  text('readme', 'The start page.', 'README.md'),
  text('summary', 'The table of contents.', 'SUMMARY.md'),
  text('glossary', 'The glossary.', 'GLOSSARY.md'),
  text('langs', 'The list of languages of a multilingual book.', 'LANGS.md'),
  text('languages', 'Another name for `structure.langs`.'),
]

const PAPER = ['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6']

const PDF: readonly Key[] = [
  flag('pageNumbers', 'Number the pages.', true),
  integer('fontSize', 'Size of the text in points.', [12, 8, 30]),
  text('fontFamily', 'Font of the text.', 'Arial'),
  {
    ...choice('paperSize', 'Size of the paper.', [...PAPER, 'legal', 'letter']),
    default: 'a4',
  },
  {
    ...choice('chapterMark', 'What separates chapters.', ['pagebreak', 'rule', 'both', 'none']),
    default: 'pagebreak',
  },
  text('pageBreaksBefore', 'XPath of elements that begin a page; `/` for none.', '/'),
  {
    name: 'margin',
    about: 'Margins in points.',
    shape: {
      kind: 'group',
      keys: [
        integer('left', 'Left margin.', [62, 0, 100]),
        integer('right', 'Right margin.', [62, 0, 100]),
        integer('top', 'Top margin.', [56, 0, 100]),
        integer('bottom', 'Bottom margin.', [56, 0, 100]),
      ],
    },
  },
  flag('embedFonts', 'Embed fonts.', false),
]

const PLUGIN: Shape = {
  kind: 'choice',
  of: [
    TEXT,
    {
      kind: 'group',
      open: true,
      keys: [text('name', 'Name of the plugin.'), text('version', 'Version, where it matters.')],
    },
  ],
}

const REDIRECT: readonly Key[] = [
  text('from', 'The old address, or the file that was there.'),
  text('to', 'The page, file or address that it leads to.'),
]

const SOURCE_PAGES: readonly Key[] = [
  {
    name: 'include',
    about: 'Globs of the files, instead of texts and pictures by their names.',
    shape: { kind: 'list', of: TEXT },
  },
  {
    name: 'exclude',
    about: 'Globs of files that links lead to as they are.',
    shape: { kind: 'list', of: TEXT },
  },
  integer('kilobytes', 'Larger files are linked as they are.', [400, 1, 10_000]),
]

/** The keys that the author of a book may write, in the order in which they are documented. */
export const CONFIG_KEYS: readonly Key[] = [
  text('title', 'Title of the book.'),
  text('description', 'What the book is about, in a sentence; for search engines and previews.'),
  text('author', 'Who wrote it.'),
  text('isbn', 'Its ISBN.'),
  text('language', 'Language of the book as a BCP 47 tag, such as `en` or `zh-hans`.'),
  choice('direction', 'Writing direction; by default that of the language.', ['ltr', 'rtl']),
  text('root', 'Folder with the sources, relative to this file.', '.'),
  {
    name: 'structure',
    shape: { kind: 'group', keys: STRUCTURE },
    about: 'Names of the files that hold the book together.',
  },
  text('siteUrl', 'Address at which the site is published, for canonical links and the sitemap.'),
  {
    name: 'redirects',
    about:
      '[Old addresses](machines.md#redirects) and where they lead, or a list of `from` and `to`.',
    shape: {
      kind: 'choice',
      of: [
        { kind: 'map', of: TEXT },
        { kind: 'list', of: { kind: 'group', keys: REDIRECT } },
      ],
    },
  },
  flag(
    'llms',
    'Publish `llms.txt` and a Markdown alternate of every page, for language models.',
    true,
  ),
  {
    name: 'sourcePages',
    about:
      'Show linked files on [pages of their own](source-pages.md), with line numbers; or a list of globs of those files.',
    default: true,
    shape: {
      kind: 'choice',
      of: [FLAG, { kind: 'list', of: TEXT }, { kind: 'group', keys: SOURCE_PAGES }],
    },
  },
  flag(
    'gitIncludes',
    'Let [includes](templates.md#includes) read git repositories over the network.',
    false,
  ),
  flag('feed', 'Publish an Atom feed of changed pages; needs `siteUrl` and git.', false),
  choice('hosting', 'The host, for a list of redirects in its form.', ['netlify', 'cloudflare']),
  {
    name: 'check',
    about: 'What [`handbook check`](check.md) looks for.',
    mild: true,
    shape: {
      kind: 'group',
      keys: [
        {
          name: 'rules',
          about: 'By code: `off`, `info`, `warning` or `error`, or a list of that and options.',
          shape: { kind: 'map', of: { kind: 'choice', of: [SEVERITY, { kind: 'list', of: ANY }] } },
        },
        {
          name: 'ignore',
          about: 'Files of which nothing is reported, as globs.',
          shape: { kind: 'list', of: TEXT },
        },
        {
          name: 'ignoreLinks',
          about: 'Addresses that `--external` does not ask for, as globs.',
          shape: { kind: 'list', of: TEXT },
        },
      ],
    },
  },
  text('repository', 'Address of the repository; shown as a link in the header.'),
  {
    name: 'editLink',
    about: 'Address that the path of a page is added to for its edit link.',
    shape: {
      kind: 'choice',
      of: [
        TEXT,
        {
          kind: 'group',
          keys: [text('base', 'The address itself.'), text('label', 'Text of the link.')],
        },
      ],
    },
  },
  text('footer', 'Markdown below every page.'),
  flag('numbering', 'Number the chapters in the sidebar.', false),
  ...THEME_KEYS,
  {
    name: 'links',
    about: 'Links of the site.',
    shape: {
      kind: 'group',
      open: true,
      keys: [
        {
          name: 'sidebar',
          shape: { kind: 'map', of: { kind: 'choice', of: [TEXT, FLAG] } },
          about:
            'Links above the chapters: label and address. A relative address starts at the top of the site; `false` leaves the link out.',
        },
      ],
    },
  },
  {
    name: 'styles',
    shape: { kind: 'map', of: TEXT },
    about:
      '[Style sheets](layouts.md) of the book, by kind of output; `website` is the one of the site. Replaces the default as a whole.',
    default: {
      website: 'styles/website.css',
      ebook: 'styles/ebook.css',
      pdf: 'styles/pdf.css',
      epub: 'styles/epub.css',
      mobi: 'styles/mobi.css',
      print: 'styles/print.css',
    },
  },
  {
    name: 'variables',
    shape: { kind: 'map', of: ANY },
    about: 'Values for [templates](templates.md): `book.<name>`.',
  },
  {
    name: 'plugins',
    shape: { kind: 'choice', of: [TEXT, { kind: 'list', of: PLUGIN }] },
    default: [],
    about: '[Plugins](plugins.md) of the book; `-name` turns one off.',
  },
  {
    name: 'pluginsConfig',
    shape: { kind: 'map', of: ANY },
    default: {},
    about: 'Settings of plugins, by name.',
  },
  text('cover', 'Picture for previews and for the cover of an e-book.'),
  {
    name: 'pdf',
    shape: { kind: 'group', keys: PDF, open: true },
    about: 'Settings for PDF; read, not used by the site.',
    mild: true,
  },
  text('gitbook', 'Version of GitBook that the book was written for; not used.'),
  text('honkit', 'Version of HonKit that the book was written for; not used.'),
  text('theme', 'Legacy name of a theme; not used.'),
  ...['authorSort', 'producer', 'publisher', 'pubdate', 'series', 'seriesIndex'].map((name) => ({
    ...text(name, 'About the e-book; not used by the site.'),
    mild: true,
  })),
]

/** A key with everything above it: `structure.readme`. Groups stand before their members. */
export interface FlatKey {
  readonly path: string
  readonly key: Key
}

/** All keys as a list. */
export function flatKeys(keys: readonly Key[] = CONFIG_KEYS, prefix = ''): readonly FlatKey[] {
  return keys.flatMap((key) => {
    const path = prefix + key.name
    const group = groupOf(key.shape)
    return [{ path, key }, ...(group === undefined ? [] : flatKeys(group, `${path}.`))]
  })
}

function groupOf(shape: Shape): readonly Key[] | undefined {
  if (shape.kind === 'group') return shape.keys
  if (shape.kind !== 'choice') return undefined
  return shape.of.map(groupOf).find((keys) => keys !== undefined)
}

/** The defaults of these keys and of those inside them, as an object. */
export function defaultsOf(keys: readonly Key[]): { readonly [key: string]: Json } {
  return Object.fromEntries(
    keys.flatMap((key): [string, Json][] => {
      if (key.default !== undefined) return [[key.name, key.default]]
      return key.shape.kind === 'group' ? [[key.name, defaultsOf(key.shape.keys)]] : []
    }),
  )
}
