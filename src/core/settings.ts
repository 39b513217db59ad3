// Every setting of book.json, once: the type of the configuration, its defaults, its checks, the JSON Schema and the
// tables of docs/configuration.md all come from here. Settings are documented in this order.
/* oxlint-disable max-lines -- a table is as long as there are settings */
import type { ValuesOf } from './setting.ts'

/** The table of settings. */
export const SETTINGS = {
  title: {
    kind: 'text',
    about:
      'Title of the book. Without it, that of the start page; where this would stand on any book (`Introduction`), the name of the repository or of the folder.',
    example: 'A garden in the north',
  },
  description: {
    kind: 'text',
    about: 'What the book is about, in a sentence; for search engines and previews.',
    example: 'Twelve beds, one pond, and what grew in them',
  },
  author: { kind: 'text', about: 'Who wrote it.', example: 'Li Lei' },
  isbn: { kind: 'text', about: 'Its ISBN.', example: '978-3-16-148410-0' },
  language: {
    kind: 'text',
    about:
      'Language of the book as a BCP 47 tag, such as `en` or `zh-hans`; by default the one whose script it is written in.',
    example: 'en',
  },
  direction: {
    kind: 'text',
    oneOf: ['ltr', 'rtl'],
    about: 'Writing direction; by default that of the language.',
    example: 'ltr',
  },
  root: {
    kind: 'text',
    default: '.',
    about: 'Folder with the sources, relative to this file.',
    example: './docs',
  },
  structure: {
    kind: 'group',
    about: 'Names of the files that hold the book together.',
    keys: {
      readme: {
        kind: 'text',
        default: 'README.md',
        about: 'The start page.',
        example: 'intro/start.md',
      },
      summary: {
        kind: 'text',
        default: 'SUMMARY.md',
        about: 'The table of contents.',
        example: 'CONTENTS.md',
      },
      glossary: {
        kind: 'text',
        default: 'GLOSSARY.md',
        about: 'The glossary.',
        example: 'terms.md',
      },
      langs: {
        kind: 'text',
        default: 'LANGS.md',
        about: 'The list of languages of a multilingual book.',
        example: 'EDITIONS.md',
      },
      languages: { kind: 'text', about: 'Another name for `structure.langs`.' },
      exclude: {
        kind: 'list',
        default: [],
        of: { kind: 'text' },
        about:
          'Globs of pages and folders that are no chapters where [files and folders](summary.md#without-a-summary) are the table of contents.',
        example: ['drafts', 'plans/*.md'],
      },
    },
  },
  dialect: {
    kind: 'text',
    oneOf: ['gitbook', 'gitbook.com', 'mdbook'],
    about:
      'What the book was written for: GitBook up to 3 and HonKit, [GitBook.com](migrating.md#from-gitbookcom), or [mdBook](migrating.md#from-mdbook); told by its files unless given.',
    example: 'gitbook.com',
  },
  siteUrl: {
    kind: 'text',
    about: 'Address at which the site is published, for canonical links and the sitemap.',
    example: 'https://example.org/garden/',
  },
  openapi: {
    kind: 'map',
    default: {},
    of: { kind: 'text' },
    about:
      'Descriptions of [interfaces](components/api.md) by the names that blocks use: files of the book.',
    example: { shop: 'api/shop.yaml' },
  },
  redirects: {
    kind: 'choice',
    default: {},
    about:
      '[Old addresses](machines.md#redirects) and where they lead, or a list of `from` and `to`.',
    example: { 'old/beds.html': 'beds.md' },
    of: [
      { kind: 'map', of: { kind: 'text' } },
      {
        kind: 'list',
        of: {
          kind: 'group',
          keys: {
            from: { kind: 'text', about: 'The old address, or the file that was there.' },
            to: { kind: 'text', about: 'The page, file or address that it leads to.' },
          },
        },
      },
    ],
  },
  urls: {
    kind: 'text',
    oneOf: ['files', 'folders'],
    default: 'files',
    about:
      'Where pages lie: `a/b.html`, or [in folders](machines.md#addresses-without-an-ending) as `a/b/index.html`, so that every server answers `a/b`.',
    example: 'folders',
  },
  oldAddresses: {
    kind: 'flag',
    default: true,
    about:
      'Lead on from [the addresses](machines.md#addresses-of-gitbookcom) that GitBook.com made of the table of contents, in its books.',
    example: false,
  },
  spaces: {
    kind: 'map',
    default: {},
    of: { kind: 'text' },
    about:
      'Where [spaces of GitBook.com](migrating.md#from-gitbookcom) are that links name by their ids: a folder of the repository or an address of the web.',
    example: { xZgBDrdhQLtWmkGqVR59: 'guides/help-center' },
  },
  llms: {
    kind: 'flag',
    default: true,
    about: 'Publish `llms.txt` and a Markdown alternate of every page, for language models.',
    example: false,
  },
  sourcePages: {
    kind: 'choice',
    default: true,
    about:
      'Show linked files on [pages of their own](source-pages.md), with line numbers; or a list of globs of those files.',
    example: { include: ['etc/**', 'seeds/*.csv'], exclude: ['etc/secrets/**'], kilobytes: 200 },
    of: [
      { kind: 'flag' },
      { kind: 'list', of: { kind: 'text' } },
      {
        kind: 'group',
        keys: {
          include: {
            kind: 'list',
            of: { kind: 'text' },
            about: 'Globs of the files, instead of texts and pictures by their names.',
          },
          exclude: {
            kind: 'list',
            default: [],
            of: { kind: 'text' },
            about: 'Globs of files that links lead to as they are.',
          },
          kilobytes: {
            kind: 'integer',
            default: 400,
            least: 1,
            most: 10_000,
            about: 'Larger files are linked as they are.',
          },
        },
      },
    ],
  },
  gitIncludes: {
    kind: 'flag',
    default: false,
    about: 'Let [includes](templates.md#includes) read git repositories over the network.',
    example: true,
  },
  feed: {
    kind: 'choice',
    default: false,
    about: 'Publish an Atom feed of changed pages; needs `siteUrl` and git.',
    of: [
      { kind: 'flag' },
      {
        kind: 'group',
        keys: {
          file: {
            kind: 'text',
            default: 'feed.xml',
            about: 'Name of the file, for readers who follow it there.',
            example: 'rss.xml',
          },
        },
      },
    ],
  },
  hosting: {
    kind: 'text',
    oneOf: ['netlify', 'cloudflare'],
    about: 'The host, for a list of redirects in its form.',
    example: 'netlify',
  },
  check: {
    kind: 'group',
    about: 'What [`handbook check`](check.md) looks for.',
    keys: {
      rules: {
        kind: 'map',
        default: {},
        about: 'By code: `off`, `info`, `warning` or `error`, or a list of that and options.',
        example: { 'house/images-folder': 'error', 'check/unused-file': 'off' },
        of: {
          kind: 'choice',
          of: [
            { kind: 'text', oneOf: ['off', 'info', 'warning', 'error'] },
            { kind: 'list', of: { kind: 'any' } },
          ],
        },
      },
      ignore: {
        kind: 'list',
        default: [],
        of: { kind: 'text' },
        about: 'Files of which nothing is reported, as globs.',
        example: ['drafts/**'],
      },
      ignoreLinks: {
        kind: 'list',
        default: [],
        of: { kind: 'text' },
        about: 'Addresses that `--external` does not ask for, as globs.',
        example: ['https://intranet.example/*'],
      },
    },
  },
  repository: {
    kind: 'text',
    about: 'Address of the repository; shown as a link in the header.',
    example: 'https://github.com/example/garden',
  },
  editLink: {
    kind: 'choice',
    about:
      'Address that the path of a page is added to for its edit link; or it stands where `{path}` is.',
    example: 'https://github.com/example/garden/edit/main/',
    of: [
      { kind: 'text' },
      {
        kind: 'group',
        keys: {
          base: { kind: 'text', about: 'The address itself.' },
          label: { kind: 'text', about: 'Text of the link.' },
        },
      },
    ],
  },
  footer: {
    kind: 'text',
    about: 'Markdown below every page.',
    example: '© 2026 Li Lei, [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)',
  },
  footerFile: {
    kind: 'text',
    about:
      'A file whose content stands below every page unless there is a `footer`; each language has its own.',
    example: 'FOOTER.md',
  },
  numbering: {
    kind: 'flag',
    default: false,
    about: 'Number the chapters in the sidebar.',
    example: true,
  },
  folding: {
    kind: 'flag',
    default: false,
    about: 'Show in the sidebar only the chapters around the current page.',
    example: true,
  },
  brand: {
    kind: 'choice',
    about: '[Color](theme.md#a-color-of-your-own) of links and of what is current.',
    example: { light: '#0b57b0', dark: '#8ebcff' },
    of: [
      { kind: 'text' },
      {
        kind: 'group',
        keys: {
          light: { kind: 'text', about: 'On light pages.' },
          dark: { kind: 'text', about: 'On dark pages; by default a shade of the other.' },
        },
      },
    ],
  },
  logo: {
    kind: 'text',
    about: 'Picture before the title of the book, as a path of the book.',
    example: 'images/logo.svg',
  },
  logoHeight: {
    kind: 'integer',
    default: 28,
    least: 16,
    most: 44,
    about: 'Height of that picture, in pixels.',
    example: 36,
  },
  favicon: {
    kind: 'text',
    about: 'Picture for the tabs of browsers, as a path of the book.',
    example: 'images/icon.svg',
  },
  touchIcon: {
    kind: 'text',
    about: 'Picture for the first screen of phones, as a path of the book.',
    example: 'images/touch.png',
  },
  versions: {
    kind: 'list',
    default: [],
    about: '[Other versions](theme.md#versions) of the book, for a menu in the bar.',
    of: {
      kind: 'group',
      keys: {
        label: { kind: 'text', about: 'What the menu calls it.' },
        url: { kind: 'text', about: 'Where it is.' },
        current: { kind: 'flag', default: false, about: 'It is this one.' },
        keepsPage: {
          kind: 'flag',
          default: false,
          about: 'It has the same pages: lead to the one that is shown.',
        },
      },
    },
    example: [
      { label: '2.0', current: true },
      { label: '1.0', url: 'https://example.org/v1/' },
    ],
  },
  backToTop: {
    kind: 'flag',
    default: false,
    about: 'Show a link to the top of a page once a reader has gone far down.',
    example: true,
  },
  headingNumbers: {
    kind: 'choice',
    default: false,
    about:
      'Number the headings of a page; with `chapter` from the number of the page in SUMMARY on.',
    example: 'chapter',
    of: [{ kind: 'flag' }, { kind: 'text', oneOf: ['chapter'] }],
  },
  dates: {
    kind: 'choice',
    default: true,
    about: 'Show when a page was last changed, as git knows it.',
    of: [
      { kind: 'flag' },
      {
        kind: 'group',
        keys: {
          label: {
            kind: 'text',
            about: 'What stands before the day, instead of the usual word.',
            example: 'Watered',
          },
          format: {
            kind: 'text',
            about: 'How the day is written, in the tokens of moment.js.',
            example: 'YYYY-MM-DD',
          },
        },
      },
    ],
  },
  share: {
    kind: 'list',
    default: [],
    of: {
      kind: 'text',
      oneOf: [
        'facebook',
        'twitter',
        'linkedin',
        'weibo',
        'qq',
        'qzone',
        'douban',
        'vk',
        'line',
        'telegram',
        'whatsapp',
        'viber',
        'hatena',
        'reddit',
        'email',
      ],
    },
    about:
      'Sites that a page can be [handed on](theme.md#handing-pages-on) to, as links below it; needs `siteUrl`.',
    example: ['twitter', 'weibo', 'email'],
  },
  readingTime: {
    kind: 'flag',
    default: true,
    about: 'Show how long a page takes to read.',
    example: false,
  },
  pageToc: {
    kind: 'choice',
    default: true,
    about: 'The list of headings beside a page.',
    of: [
      { kind: 'flag' },
      {
        kind: 'group',
        keys: {
          enabled: { kind: 'flag', default: true, about: 'Show it.' },
          depth: {
            kind: 'integer',
            default: 2,
            least: 1,
            most: 3,
            about: 'Levels of headings below the title.',
            example: 3,
          },
          least: {
            kind: 'integer',
            default: 1,
            least: 1,
            most: 100,
            about: 'With fewer headings there is no list.',
            example: 2,
          },
          inline: {
            kind: 'flag',
            default: false,
            about: 'Put one into pages, too, where they say `<!-- toc -->`.',
          },
          title: {
            kind: 'text',
            about: 'What stands above it, instead of the usual words.',
            example: 'In this bed',
          },
        },
      },
    ],
  },
  search: {
    kind: 'flag',
    default: true,
    about: 'Let readers [search](search.md) the book.',
    example: false,
  },
  reader: {
    kind: 'group',
    about: 'What pages [offer their readers](reading.md).',
    keys: {
      theme: {
        kind: 'text',
        oneOf: ['auto', 'light', 'dark', 'sepia'],
        default: 'auto',
        about: 'Colors for readers who choose none; `auto` are those of their system.',
        example: 'sepia',
      },
      face: {
        kind: 'text',
        oneOf: ['sans', 'serif'],
        default: 'sans',
        about: 'Typeface for readers who choose none.',
        example: 'serif',
      },
      size: {
        kind: 'integer',
        default: 17,
        least: 15,
        most: 22,
        about: 'Size of the text in pixels, for readers who choose none.',
        example: 19,
      },
      settings: {
        kind: 'flag',
        default: true,
        about: 'Let readers choose type and color.',
        example: false,
      },
      markdown: {
        kind: 'flag',
        default: true,
        about: 'Show and copy a page as Markdown; needs `llms`.',
        example: false,
      },
      marks: {
        kind: 'flag',
        default: true,
        about: 'Mark the words of a search on the page that a result leads to.',
        example: false,
      },
      previews: {
        kind: 'flag',
        default: true,
        about: 'Show what a link, a footnote or a term leads to when it is pointed at.',
        example: false,
      },
      progress: {
        kind: 'flag',
        default: true,
        about: 'Remember in the browser of a reader, and nowhere else, which pages were read.',
        example: false,
      },
      sharing: {
        kind: 'flag',
        default: true,
        about: 'Copy or share the link of a page or of a heading.',
        example: false,
      },
      offline: {
        kind: 'flag',
        default: false,
        about:
          'Keep the book for offline use, and download it as a ZIP archive; adds a service worker.',
        example: true,
      },
    },
  },
  downloads: {
    kind: 'list',
    default: [],
    of: { kind: 'text', oneOf: ['pdf', 'epub'] },
    about: '[Ebooks](ebooks.md#on-the-site) that the site offers.',
    example: ['pdf', 'epub'],
  },
  code: {
    kind: 'group',
    about: 'How [blocks of code](code-blocks.md) are shown that do not say it themselves.',
    keys: {
      lineNumbers: { kind: 'flag', default: false, about: 'Number their lines.', example: true },
      wrap: {
        kind: 'flag',
        default: false,
        about: 'Wrap lines that are too long.',
        example: true,
      },
      highlight: {
        kind: 'flag',
        default: true,
        about: 'Color it by its language.',
        example: false,
      },
      languages: {
        kind: 'map',
        default: {},
        of: { kind: 'text' },
        about: 'Languages that are colored as another one, by the name that blocks say.',
        example: { mylang: 'python' },
      },
      names: {
        kind: 'map',
        default: {},
        of: { kind: 'text' },
        about: 'What languages are called in the tabs of `{% sample %}` and `{% codetabs %}`.',
        example: { js: 'JavaScript' },
      },
      plain: {
        kind: 'list',
        default: [],
        of: { kind: 'text' },
        about: 'Languages that are not colored.',
        example: ['output'],
      },
      imports: {
        kind: 'choice',
        default: false,
        about: 'Show code of files by [`[import](a.js)`](code-blocks.md#code-of-files).',
        of: [
          { kind: 'flag' },
          {
            kind: 'group',
            keys: {
              unindent: {
                kind: 'flag',
                default: false,
                about: 'Take the indent away that all lines share.',
                example: true,
              },
              language: {
                kind: 'text',
                about: 'Language of that code, instead of what the name of the file tells.',
              },
            },
          },
        ],
      },
      hiddenLines: {
        kind: 'map',
        default: {},
        of: { kind: 'text' },
        about:
          'What begins [lines that are not shown](code-blocks.md#lines-that-are-not-shown), by language.',
        example: { python: '~' },
      },
    },
  },
  quotes: {
    kind: 'group',
    about: 'What else makes a [callout](callouts.md) of a quote.',
    keys: {
      bold: {
        kind: 'choice',
        default: false,
        of: [
          { kind: 'flag' },
          { kind: 'map', of: { kind: 'choice', of: [{ kind: 'flag' }, { kind: 'any' }] } },
        ],
        about: 'A bold word, `> **Note** …`; or words of your own and what they mean.',
        example: { achtung: 'warning', tag: false },
      },
      marks: {
        kind: 'choice',
        default: false,
        of: [{ kind: 'flag' }, { kind: 'map', of: { kind: 'any' } }],
        about:
          'Further marks like `> [!NOTE]`: those of the plugin flexible-alerts, and your own with what they mean and their title.',
        example: { harvest: { kind: 'tip', title: 'Harvest' } },
      },
      brackets: {
        kind: 'flag',
        default: false,
        about: 'A word in brackets, `> [info] …`.',
        example: true,
      },
      headings: {
        kind: 'flag',
        default: false,
        about: 'A small heading, `> #### Note`.',
        example: true,
      },
    },
  },
  tags: {
    kind: 'flag',
    default: false,
    about:
      'Show the [tags](page-head.md#tags) of pages below their titles, and list them all on a page of their own.',
    example: true,
  },
  emoji: {
    kind: 'flag',
    default: false,
    about: 'Show emoji where their names stand, `:seedling:`; books of GitBook.com always do.',
    example: true,
  },
  lineBreaks: {
    kind: 'flag',
    default: false,
    about: 'Break lines where the source does, as comments on GitHub do; else a paragraph flows.',
    example: true,
  },
  figures: {
    kind: 'choice',
    default: false,
    about: 'Number [pictures](images.md), and show their alternative text as a caption.',
    of: [
      { kind: 'flag' },
      {
        kind: 'group',
        keys: {
          caption: {
            kind: 'text',
            default: '_CAPTION_',
            about:
              'The caption: `_CAPTION_` is the text, `_PAGE_LEVEL_`, `_PAGE_IMAGE_NUMBER_` and `_BOOK_IMAGE_NUMBER_` are numbers.',
            example: 'Figure _BOOK_IMAGE_NUMBER_: _CAPTION_',
          },
          list: {
            kind: 'text',
            default: '_CAPTION_',
            about: 'The caption in a [list of pictures](images.md#list-of-figures).',
            example: '_BOOK_IMAGE_NUMBER_. _CAPTION_',
          },
          variable: {
            kind: 'text',
            default: '_pictures',
            about: 'The variable below `book` that lists them.',
            example: 'pictures',
          },
          align: {
            kind: 'text',
            oneOf: ['left', 'center', 'right'],
            about: 'Where pictures with a caption stand.',
            example: 'center',
          },
          attributes: {
            kind: 'map',
            default: {},
            of: { kind: 'any' },
            about: 'Attributes of these pictures.',
            example: { width: '480' },
          },
          images: {
            kind: 'map',
            default: {},
            of: { kind: 'any' },
            about:
              'What differs for one picture, by the number of its page and its own: `caption`, `list`, `align`, `attributes` or `skip`.',
            example: { '1.2.1': { caption: 'The pond in May' }, '1.2.2': { skip: true } },
          },
        },
      },
    ],
  },
  diagrams: {
    kind: 'choice',
    default: true,
    about:
      'Draw [diagrams](diagrams.md) from blocks of code; otherwise their source is shown. `script` lets [Mermaid itself](diagrams.md#a-script-for-the-rest) draw in the browser what cannot be drawn before.',
    example: 'script',
    of: [
      { kind: 'flag' },
      { kind: 'text', oneOf: ['script'] },
      {
        kind: 'group',
        keys: {
          script: {
            kind: 'text',
            about:
              'The script, as a file of the book or an address, instead of the package `mermaid` below its `node_modules`.',
          },
        },
      },
    ],
  },
  math: {
    kind: 'choice',
    default: true,
    about: '[Formulas](formulas.md) between two dollars, and how else they may be written.',
    of: [
      { kind: 'flag' },
      {
        kind: 'group',
        keys: {
          dollars: {
            kind: 'flag',
            default: false,
            about: 'Read `$…$` as a formula, too.',
            example: true,
          },
          brackets: {
            kind: 'flag',
            about:
              'Read `\\(…\\)` and `\\[…\\]` as formulas; by default only where what is in them can be nothing else.',
            example: true,
          },
          macros: {
            kind: 'map',
            default: {},
            of: { kind: 'choice', of: [{ kind: 'text' }, { kind: 'list', of: { kind: 'any' } }] },
            about: 'Commands of the book, and what they stand for.',
            example: { '\\RR': '\\mathbb{R}', '\\norm': '\\lVert #1 \\rVert' },
          },
        },
      },
    ],
  },
  links: {
    kind: 'group',
    open: true,
    about: 'Links of the site.',
    keys: {
      sidebar: {
        kind: 'map',
        default: {},
        of: { kind: 'choice', of: [{ kind: 'text' }, { kind: 'flag' }] },
        about:
          'Links above the chapters: label and address. A relative address starts at the top of the site; `false` leaves the link out.',
        example: { 'All our books': 'https://example.org/', Seeds: 'seeds/index.html' },
      },
    },
  },
  scripts: {
    kind: 'list',
    default: [],
    about:
      '[Scripts](scripts.md) for every page: files of the book or addresses, loaded after the page.',
    example: ['scripts/pond.js'],
    of: {
      kind: 'choice',
      of: [
        { kind: 'text' },
        {
          kind: 'group',
          keys: {
            src: { kind: 'text', about: 'The file or the address.' },
            attributes: {
              kind: 'map',
              default: {},
              of: { kind: 'text' },
              about: 'Further attributes of its element.',
            },
          },
        },
      ],
    },
  },
  head: {
    kind: 'choice',
    about:
      'What else stands in the [head of every page](scripts.md#the-head-of-pages): names and values, elements as a list of HTML, or a file of the book with elements.',
    example: { 'theme-color': '#0b57b0' },
    of: [
      { kind: 'text' },
      { kind: 'list', of: { kind: 'text' } },
      { kind: 'map', of: { kind: 'text' } },
    ],
  },
  analytics: {
    kind: 'group',
    about: 'Services that [count readers](recipes/analytics.md), by the id of the book there.',
    keys: {
      google: {
        kind: 'text',
        about: 'Of Google Analytics (`G-…`) or of the Tag Manager (`GTM-…`).',
        example: 'G-XXXXXXXXXX',
      },
      baidu: {
        kind: 'text',
        about: 'Of Baidu: what stands behind `hm.js?`.',
        example: '0123456789abcdef0123456789abcdef',
      },
    },
  },
  comments: {
    kind: 'group',
    about: 'Services with [comments](recipes/comments.md), loaded when a reader asks for them.',
    keys: {
      disqus: { kind: 'text', about: 'The short name of the site at Disqus.', example: 'garden' },
    },
  },
  contentPolicy: {
    kind: 'choice',
    default: false,
    about:
      'Publish a [content security policy](security.md#what-readers-get) in `_headers`; or what it allows besides, by directive.',
    example: { 'connect-src': 'https://count.example' },
    of: [{ kind: 'flag' }, { kind: 'map', of: { kind: 'text' } }],
  },
  hidden: {
    kind: 'list',
    default: [],
    of: { kind: 'text' },
    about: 'CSS selectors of what pages do not show.',
    example: ['.page-info'],
  },
  styles: {
    kind: 'map',
    of: { kind: 'choice', of: [{ kind: 'text' }, { kind: 'list', of: { kind: 'text' } }] },
    about:
      '[Style sheets](layouts.md) of the book, by kind of output: `website` of the site, one or a list, and `epub` of [EPUBs](ebooks.md#looks-of-your-own), in CSS or [Less](layouts.md#less). Replaces the default as a whole.',
    default: {
      website: 'styles/website.css',
      ebook: 'styles/ebook.css',
      pdf: 'styles/pdf.css',
      epub: 'styles/epub.css',
      mobi: 'styles/mobi.css',
      print: 'styles/print.css',
    },
    example: { website: 'styles/garden.css' },
  },
  variables: {
    kind: 'map',
    of: { kind: 'any' },
    default: {},
    about: 'Values for [templates](templates.md): `book.<name>`.',
    example: { version: '2.1', beds: ['north', 'south'] },
  },
  plugins: {
    kind: 'choice',
    default: [],
    about: '[Plugins](plugins.md) of the book; `-name` turns one off.',
    example: ['anchors', '-sharing'],
    of: [
      { kind: 'text' },
      {
        kind: 'list',
        of: {
          kind: 'choice',
          of: [
            { kind: 'text' },
            {
              kind: 'group',
              open: true,
              keys: {
                name: { kind: 'text', about: 'Name of the plugin.' },
                version: { kind: 'text', about: 'Version, where it matters.' },
              },
            },
          ],
        },
      },
    ],
  },
  pluginsConfig: {
    kind: 'map',
    of: { kind: 'any' },
    default: {},
    about: 'Settings of plugins, by name.',
    example: { 'theme-default': { showLevel: true } },
  },
  cover: {
    kind: 'text',
    about: 'Picture for previews and for the cover of an [ebook](ebooks.md).',
  },
  pdf: {
    kind: 'group',
    open: true,
    about: 'How [`handbook pdf`](ebooks.md#pdf) sets pages.',
    keys: {
      pageNumbers: { kind: 'flag', default: true, about: 'Number the pages.' },
      header: {
        kind: 'text',
        about:
          'The line at the top of pages, in up to three pieces: `{title}`, `{author}`, `{section}`, `{page}`, `{pages}` and `{date}` stand for what they say; `none` for no line.',
      },
      footer: { kind: 'text', about: 'The same at the foot.' },
      headerTemplate: {
        kind: 'text',
        about:
          'The line at the top as GitBook 2 had it, where `pdf.header` says nothing: the words of its HTML; `_TITLE_`, `_SECTION_`, `_AUTHOR_` and `_PAGENUM_` stand for what they say.',
      },
      footerTemplate: { kind: 'text', about: 'The same at the foot.' },
      figures: { kind: 'flag', default: false, about: 'List the figures behind the contents.' },
      fontSize: {
        kind: 'integer',
        default: 12,
        least: 8,
        most: 30,
        about: 'Size of the text in points.',
      },
      fontFamily: {
        kind: 'text',
        default: 'Arial',
        about: 'Font of the text; `Arial` leaves the choice to handbook.',
      },
      paperSize: {
        kind: 'text',
        default: 'a4',
        about: 'Size of the paper.',
        oneOf:
          // prettier-ignore
          ['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'legal', 'letter'],
      },
      chapterMark: {
        kind: 'text',
        oneOf: ['pagebreak', 'rule', 'both', 'none'],
        default: 'pagebreak',
        about: 'What separates chapters.',
      },
      pageBreaksBefore: {
        kind: 'text',
        default: '/',
        about: 'XPath of elements that begin a page; the headings that it names do: `//h2`.',
      },
      margin: {
        kind: 'group',
        about: 'Margins in points.',
        keys: {
          left: { kind: 'integer', default: 62, least: 0, most: 100, about: 'Left margin.' },
          right: { kind: 'integer', default: 62, least: 0, most: 100, about: 'Right margin.' },
          top: { kind: 'integer', default: 56, least: 0, most: 100, about: 'Top margin.' },
          bottom: { kind: 'integer', default: 56, least: 0, most: 100, about: 'Bottom margin.' },
        },
      },
      missingAlternative: {
        kind: 'text',
        oneOf: ['error', 'name', 'decoration'],
        default: 'error',
        about:
          'What a picture is to those who do not see it when its author said nothing: an error where a standard wants words, the name of its file, or decoration.',
      },
      embedFonts: { kind: 'flag', default: false, about: 'Embed fonts; they always are.' },
    },
  },
  pictureSize: {
    kind: 'integer',
    least: 100,
    most: 10_000,
    about:
      'In [ebooks](ebooks.md#smaller-pictures), pictures that are wider or higher than so many pixels are made smaller.',
    example: 1600,
  },
  gitbook: {
    kind: 'text',
    about: 'Version of GitBook that the book was written for; not used.',
  },
  honkit: { kind: 'text', about: 'Version of HonKit that the book was written for; not used.' },
  theme: { kind: 'text', about: 'Legacy name of a theme; not used.' },
  generator: { kind: 'text', about: 'What GitBook 2 made of a book; not used.' },
  output: { kind: 'text', about: 'Where GitBook 2 wrote to; not used.' },
  extension: { kind: 'text', about: 'Legacy ending of an ebook; not used.' },
  githubHost: { kind: 'text', about: 'Where GitBook 2 found repositories; not used.' },
  authorSort: {
    kind: 'text',
    about: 'About the [ebook](ebooks.md#what-is-said-of-it).',
  },
  producer: { kind: 'text', about: 'About the [ebook](ebooks.md#what-is-said-of-it).' },
  publisher: {
    kind: 'text',
    about: 'About the [ebook](ebooks.md#what-is-said-of-it).',
  },
  pubdate: { kind: 'text', about: 'About the [ebook](ebooks.md#what-is-said-of-it).' },
  series: { kind: 'text', about: 'About the [ebook](ebooks.md#what-is-said-of-it).' },
  seriesIndex: {
    kind: 'text',
    about: 'About the [ebook](ebooks.md#what-is-said-of-it).',
  },
} as const

/** What a book is told, with every default filled in. */
export type Settings = ValuesOf<typeof SETTINGS>
