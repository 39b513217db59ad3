// markdown-it with everything that handbook changes about it. Nothing outside this folder knows which parser it is.
import MarkdownIt from 'markdown-it'
import type { MarkdownIt as Engine } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import deflist from 'markdown-it-deflist'
import type { Captions } from '../core/captions.ts'
import type { QuoteMarks } from '../core/callout.ts'
import type { Highlighter } from './highlight.ts'
import { makeLean } from './lean.ts'
import { notePositions } from './positions.ts'
import { alertMakers, alerts } from './rules/alerts.ts'
import { boldQuotes } from './rules/bold-quotes.ts'
import { autolinks } from './rules/autolinks.ts'
import { type CodeDefaults, code, codeMakers } from './rules/code.ts'
import { emptyBold } from './rules/empty-bold.ts'
import { emptyItems } from './rules/empty-items.ts'
import { details } from './rules/details.ts'
import { expressions } from './rules/expressions.ts'
import { componentMakers } from './rules/component-nodes.ts'
import { components } from './rules/components.ts'
import { fences } from './rules/fences.ts'
import { footnoteMakers } from './rules/footnote-list.ts'
import { footnotes } from './rules/footnotes.ts'
import type { FormulaSyntax } from './rules/formula-spans.ts'
import { formulaMakers, formulas } from './rules/formulas.ts'
import { headingIds, headingMakers } from './rules/heading-ids.ts'
import { headingSpace, reportHeadingSpace } from './rules/heading-space.ts'
import { html } from './rules/html.ts'
import { figureMakers, figures } from './rules/figures.ts'
import { lineBreaks, lineByLine } from './rules/line-breaks.ts'
import { links } from './rules/links.ts'
import { looseDefinitions } from './rules/loose-definitions.ts'
import { looseItems } from './rules/loose-items.ts'
import { quotedItems } from './rules/quoted-items.ts'
import { looseEmphasis } from './rules/loose-emphasis.ts'
import { meantBlocks } from './rules/meant-blocks.ts'
import { contentsLine, contentsLineMakers } from './rules/contents-line.ts'
import { meantLinks } from './rules/meant-links.ts'
import { meantMarks } from './rules/meant-marks.ts'
import { meantTables } from './rules/meant-tables.ts'
import { nesting } from './rules/nesting.ts'
import { redirectLine } from './rules/redirect-line.ts'
import { strayBreaks } from './rules/stray-breaks.ts'
import { strikethrough } from './rules/strikethrough.ts'
import { table } from './rules/table.ts'
import { tableMakers } from './rules/tables.ts'
import { taskLists, taskMakers } from './rules/task-lists.ts'
import { underscores } from './rules/underscores.ts'
import { wikiLinkMakers, wikiLinks } from './rules/wiki-links.ts'
import { standardMakers } from './standard-makers.ts'
import type { Makers } from './to-tree.ts'

export type { Engine }

// What stands in the way of a plain URL: everything but printable ASCII, and the signs that RFC 3986 excludes.
const NEEDS_ENCODING = /[^\x21-\x7e]|["<>\\^`{|}[\]]|%(?![0-9a-f]{2})/i

const encoder = new MarkdownIt()

/** Percent-encodes what an address must not hold; what is encoded stays as it is. */
export function encodeUrl(url: string): string {
  return NEEDS_ENCODING.test(url) ? encoder.normalizeLink(url) : url
}

/** The parser for structure: CommonMark with bare addresses and strikethrough, positions noted. Formulas are left to others, but for the pipes in them. */
export function createStructureEngine(syntax?: FormulaSyntax): Engine {
  const md = new MarkdownIt({ html: true, linkify: true, typographer: false, breaks: false })
  // Addresses reach the host as written, whatever their scheme: what to do about them is not the parser's business.
  md.normalizeLink = (url) => url
  md.normalizeLinkText = (url) => url
  md.validateLink = () => true
  makeLean(md)
  md.use(cjkFriendly)
  underscores(md)
  notePositions(md)
  emptyItems(md)
  looseItems(md)
  quotedItems(md)
  md.core.ruler.disable(['linkify', 'replacements', 'smartquotes'])
  links(md)
  strikethrough(md)
  looseEmphasis(md)
  emptyBold(md)
  autolinks(md)
  lineBreaks(md)
  strayBreaks(md)
  html(md)
  expressions(md)
  fences(md)
  table(md, syntax)
  headingSpace(md)
  nesting(md)
  return md
}

/** What books with old plugins write or show otherwise. */
export interface Manners {
  /** What else than GitHub's marks begins a callout. */
  readonly quotes?: QuoteMarks | undefined
  /** How captions of pictures look. */
  readonly captions?: Captions | undefined
  /** Lines end where they do in the source. */
  readonly lineBreaks?: boolean
}

/** The parser for pages; without a syntax of formulas, dollars are dollars. */
export function createEngine(
  codeDefaults: CodeDefaults,
  syntax: FormulaSyntax | undefined,
  { quotes, captions, lineBreaks: isLineByLine = false }: Manners = {},
): Engine {
  const md = createStructureEngine(syntax)
  if (isLineByLine) lineByLine(md)
  if (syntax !== undefined) formulas(md, syntax)
  // Alternates keep definitions where they were written.
  md.core.ruler.disable('strip_references')
  md.use(deflist)
  footnotes(md)
  components(md)
  details(md)
  alerts(md, quotes?.marks)
  if (quotes !== undefined) boldQuotes(md, quotes)
  wikiLinks(md)
  contentsLine(md)
  redirectLine(md)
  taskLists(md)
  headingIds(md)
  reportHeadingSpace(md)
  looseDefinitions(md)
  meantLinks(md)
  meantMarks(md)
  meantBlocks(md)
  meantTables(md)
  code(md, codeDefaults)
  figures(md, captions)
  return md
}

/** What puts its tokens into the tree of a page. */
export function makersOf(highlighter: Highlighter): Makers {
  return {
    ...standardMakers,
    ...tableMakers,
    ...footnoteMakers,
    ...alertMakers,
    ...componentMakers,
    ...taskMakers,
    ...headingMakers,
    ...codeMakers(highlighter),
    ...figureMakers,
    ...formulaMakers,
    ...contentsLineMakers,
    ...wikiLinkMakers,
  }
}
