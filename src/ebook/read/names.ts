// What elements of HTML mean to an ebook, by their names.
import type { Style } from '../content.ts'

const set = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/))

/** Elements of lines that are styles. */
export const STYLES: { readonly [name: string]: Style } = {
  em: 'em',
  i: 'em',
  strong: 'strong',
  b: 'strong',
  del: 'del',
  s: 'del',
  strike: 'del',
  ins: 'ins',
  sub: 'sub',
  sup: 'sup',
  mark: 'mark',
  small: 'small',
  kbd: 'kbd',
  samp: 'samp',
  code: 'code',
  tt: 'code',
  var: 'var',
  q: 'q',
  cite: 'cite',
  dfn: 'dfn',
  u: 'u',
}

/** Elements that begin a line of their own. */
export const BLOCKS: ReadonlySet<string> = set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr li legend main menu nav ol optgroup p pre search section summary table tbody
  td tfoot th thead tr ul`,
)

/** Elements that no reader sees. */
export const HIDDEN: ReadonlySet<string> = set(
  'area base col colgroup datalist head link meta noscript param rp source style template title track wbr',
)

/** Elements that only work in a browser, and what their author is told. */
export const LIVE = {
  iframe: 'frame',
  frame: 'frame',
  video: 'film',
  audio: 'sound',
  canvas: 'script',
  script: 'script',
  object: 'object',
  embed: 'object',
  applet: 'object',
  input: 'form',
  select: 'form',
  textarea: 'form',
  button: 'form',
} as const
