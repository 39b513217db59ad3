// markdown-it with everything that handbook changes about it. Nothing outside this folder knows which parser it is.
import MarkdownIt from 'markdown-it'
import type { MarkdownIt as Engine } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import deflist from 'markdown-it-deflist'
import type { Highlighter } from './highlight.ts'
import { notePositions } from './positions.ts'
import { alerts } from './rules/alerts.ts'
import { autolinks } from './rules/autolinks.ts'
import { type CodeDefaults, code } from './rules/code.ts'
import { footnotes } from './rules/footnotes.ts'
import { headingIds } from './rules/heading-ids.ts'
import { headingSpace } from './rules/heading-space.ts'
import { images } from './rules/images.ts'
import { lineBreaks } from './rules/line-breaks.ts'
import { links } from './rules/links.ts'
import { strikethrough } from './rules/strikethrough.ts'
import { tables } from './rules/tables.ts'
import { taskLists } from './rules/task-lists.ts'
import { underscores } from './rules/underscores.ts'

export type { Engine }

/** How addresses are encoded for the page; the parser itself leaves them as written. */
export interface Addresses {
  readonly encode: (url: string) => string
}

// What stands in the way of a plain URL: everything but printable ASCII, and the signs that RFC 3986 excludes.
const NEEDS_ENCODING = /[^\x21-\x7e]|["<>\\^`{|}[\]]|%(?![0-9a-f]{2})/i

/** HTML's entities decoded, backslashes kept. */
export function decodeEntities(md: Engine, text: string): string {
  // `unescapeAll` also removes Markdown's backslashes: double them first.
  return text.includes('&') ? md.utils.unescapeAll(text.replaceAll('\\', '\\\\')) : text
}

/** The parser for structure: CommonMark with bare addresses and strikethrough, positions noted. */
export function createStructureEngine(): Engine {
  const md = new MarkdownIt({ html: true, linkify: true, typographer: false, breaks: false })
  // Addresses reach the host as written, whatever their scheme: what to do about them is not the parser's business.
  md.normalizeLink = (url) => url
  md.normalizeLinkText = (url) => url
  md.validateLink = () => true
  md.use(cjkFriendly)
  underscores(md)
  notePositions(md)
  md.core.ruler.disable(['linkify', 'replacements', 'smartquotes'])
  links(md)
  strikethrough(md)
  autolinks(md)
  lineBreaks(md)
  return md
}

/** The parser and renderer for pages. */
export function createEngine(
  codeDefaults: CodeDefaults,
  highlighter: Highlighter,
): Engine & Addresses {
  const encoder = new MarkdownIt()
  const md = createStructureEngine()
  tables(md)
  md.use(deflist)
  footnotes(md)
  alerts(md)
  taskLists(md)
  headingIds(md)
  headingSpace(md)
  code(md, highlighter, codeDefaults)
  images(md)
  return Object.assign(md, {
    encode: (url: string) => (NEEDS_ENCODING.test(url) ? encoder.normalizeLink(url) : url),
  })
}
