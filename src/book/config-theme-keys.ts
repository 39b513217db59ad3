import { FLAG, TEXT, integer, text, type Key } from './config-shape.ts'

/** The keys that say how the site looks. */
export const THEME_KEYS: readonly Key[] = [
  {
    name: 'folding',
    shape: FLAG,
    default: false,
    about: 'Show in the sidebar only the chapters around the current page.',
  },
  {
    name: 'brand',
    about: '[Color](theme.md#a-color-of-your-own) of links and of what is current.',
    shape: {
      kind: 'choice',
      of: [
        TEXT,
        {
          kind: 'group',
          keys: [
            text('light', 'On light pages.'),
            text('dark', 'On dark pages; by default a shade of the other.'),
          ],
        },
      ],
    },
  },
  text('logo', 'Picture before the title of the book, as a path of the book.'),
  text('favicon', 'Picture for the tabs of browsers, as a path of the book.'),
  {
    name: 'dates',
    shape: FLAG,
    default: true,
    about: 'Show when a page was last changed, as git knows it.',
  },
  { name: 'readingTime', shape: FLAG, default: true, about: 'Show how long a page takes to read.' },
  {
    name: 'pageToc',
    about: 'The list of headings beside a page.',
    shape: {
      kind: 'choice',
      of: [
        FLAG,
        {
          kind: 'group',
          keys: [
            { name: 'enabled', shape: FLAG, default: true, about: 'Show it.' },
            integer('depth', 'Levels of headings below the title.', [2, 1, 3]),
          ],
        },
      ],
    },
  },
  {
    name: 'code',
    about: 'How [blocks of code](code-blocks.md) are shown that do not say it themselves.',
    shape: {
      kind: 'group',
      keys: [
        { name: 'lineNumbers', shape: FLAG, default: false, about: 'Number their lines.' },
        { name: 'wrap', shape: FLAG, default: false, about: 'Wrap lines that are too long.' },
      ],
    },
  },
]
