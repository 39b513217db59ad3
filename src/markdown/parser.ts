// The Markdown engine: text in; HTML and everything that a book wants to know of a page out. The parser behind it is
// imported nowhere outside this folder.
import type { Range } from '../core/range.ts'
import type { MarkdownLink } from '../core/book.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { ContentsWishes } from '../core/contents.ts'
import type { PageElement } from '../core/element.ts'
import { lineStarts } from '../core/position.ts'
import type { Update } from '../core/update.ts'
import { hasDiagrams, setDiagrams } from '../diagrams/set.ts'
import type { Macros } from '../core/formula-config.ts'
import { setFormulas } from '../formulas/set.ts'
import { also, problem } from '../messages/problem.ts'
import { renderComponents } from '../components/render.ts'
import { type ComponentWords, componentWords } from '../components/words.ts'
import type { SeeTree } from '../tree/host.ts'
import { elementsIn, listed } from '../tree/listed.ts'
import { type Element, type Node, forEachElement, isFormula } from '../tree/node.ts'
import { elementsOf } from '../tree/passes/elements.ts'
import { isolateNames } from '../tree/passes/isolate.ts'
import { type Feature, featuresOf, symbolsOf } from '../tree/passes/features.ts'
import { putContents } from '../tree/passes/contents.ts'
import { type PageHead, lowerHeadings, putHead } from '../tree/passes/head.ts'
import { numberHeadings } from '../tree/passes/heading-numbers.ts'
import { mendHtml } from '../tree/passes/mend-html.ts'
import { type Outline, outline } from '../tree/passes/outline.ts'
import { updatesOf } from '../tree/passes/updates.ts'
import { type Evaluate, putValues } from '../tree/passes/values.ts'
import { resolveReferences } from '../tree/passes/references.ts'
import type { MarkdownText } from '../tree/markdown/write.ts'
import { type MarkedHtml, writeHtml } from '../tree/write.ts'
import { alternate } from './alternate.ts'
import { type ComponentRequest, type ComponentTools, componentKit } from './component-kit.ts'
import { sourceElements } from './elements.ts'
import { type Manners, createEngine, encodeUrl, makersOf } from './engine.ts'
import { headingNames } from './heading-names.ts'
import { type Highlighter, createHighlighter } from './highlight.ts'
import { ENGLISH, type MarkdownLabels } from './labels.ts'
import { definedDestinations } from './definitions.ts'
import { showMdbookClasses } from './mdbook-classes.ts'
import { type PageNamed, type PageState, openPage } from './page.ts'
import { type CodeDefaults, listing } from './rules/code.ts'
import { componentLines } from './rules/component-page.ts'
import type { FormulaSyntax } from './rules/formula-spans.ts'
import { highlightWritten, readEditorCode } from './rules/written-code.ts'
import { withStraightQuotes } from './straight-quotes.ts'
import { pageTree, toTree } from './to-tree.ts'

/** One page to render. */
export interface MarkdownRequest extends ComponentRequest {
  /** The body without front matter; lines end in '\n'. */
  readonly text: string
  /** The 1-based line of the file at which the body begins. */
  readonly firstLine: number
  /** Ranges in which tags are words. */
  readonly literal?: readonly Range[]
  /** Ranges that other files brought. */
  readonly parts?: readonly Range[]
  /** Notes the elements of the page, for checks. */
  readonly inspect?: boolean
  /** The number of the page in SUMMARY, where captions need it. */
  readonly level?: string | undefined
  /** How many pictures with captions come before its own in the book; asked for when one shows its number. */
  readonly picturesBefore?: () => number
  /** The number that those of headings begin with. */
  readonly chapter?: string | undefined
  /** What stands around the title. */
  readonly head?: PageHead
  /** Gives the values of expressions; without it they are code. */
  readonly evaluate?: Evaluate
  /** Where names in two brackets lead, in wikis. */
  readonly pageNamed?: PageNamed | undefined
  /** Headings get the ids of mdBook. */
  readonly isOfMdbook?: boolean
  /**
   * Where references that the host answered stand in the text; `definitions` are the destinations of those that links
   * refer to by name. Asked for when there is an alternate to write.
   */
  readonly links?: (definitions: readonly Range[]) => readonly MarkdownLink[]
  readonly seeTree?: SeeTree | undefined
}

/** A rendered page. */
export interface RenderedPage extends Outline, MarkedHtml {
  readonly features: readonly Feature[]
  /** The names of the symbols that it shows. */
  readonly symbols: readonly string[]
  readonly updates?: readonly Update[]
  readonly diagnostics: readonly Diagnostic[]
  readonly elements?: readonly PageElement[]
  /** The page in Markdown, where links were asked for. */
  readonly markdown?: MarkdownText<MarkdownLink>
}

/** What an engine can be told. */
export interface MarkdownOptions extends Manners {
  readonly labels?: Partial<MarkdownLabels>
  readonly words?: ComponentWords
  /** How blocks of code are shown that do not say it themselves. */
  readonly code?: Partial<CodeDefaults>
  /** The formulas of a book; `false` when dollars are dollars. */
  readonly formulas?: Formulas | false
  /** The first of a kind throws `NotLoaded`. What cannot be drawn is left to a `script` of the page. */
  readonly diagrams?: boolean | 'script'
  /** Names of emoji are emoji. */
  readonly emoji?: boolean
  /** Pages have lists of their headings where they ask for them. */
  readonly contents?: ContentsWishes | undefined
  /** Pages are written from right to left. */
  readonly isRightToLeft?: boolean
  /** What highlights code; a fresh one unless given. */
  readonly highlighter?: Highlighter
}

/** How a book writes formulas, and the commands that it adds to TeX. */
export interface Formulas extends FormulaSyntax {
  readonly macros: Macros
}

const FORMULAS: Formulas = { dollars: false, brackets: 'likely', isLoose: false, macros: {} }

type Report = (diagnostic: Diagnostic) => void

/** Renders Markdown. One engine serves any number of pages; it remembers nothing of them. */
export interface Markdown {
  render(request: MarkdownRequest): RenderedPage
  /** One line of Markdown without a block around it. Links stay as written. */
  renderInline(text: string): string
  /** Renders the components that a page of another language has in its tree, in place. */
  renderComponents(nodes: Node[], request: ComponentRequest, report: Report): void
  /** The id of a heading of a page of GitBook.com that another spelling of it means. */
  headingId(text: string, written: string): string | undefined
  /** All of a file as code with an anchor a line. */
  listing(text: string, language: string): Element
}

/** An engine for CommonMark, GFM and what GitBook added to them. */
export function createMarkdown(options: MarkdownOptions = {}): Markdown {
  const code = { lineNumbers: false, wrap: false, hiddenLines: {}, ...options.code }
  const { formulas = FORMULAS, diagrams = true, emoji = false, isRightToLeft = false } = options
  const md = createEngine(code, formulas === false ? undefined : formulas, options)
  const highlighter = options.highlighter ?? createHighlighter()
  const makers = makersOf(highlighter)
  const labels = { ...ENGLISH, ...options.labels }
  const words = options.words ?? componentWords('en', labels)
  const macros = formulas === false ? {} : formulas.macros
  const shown = { diagrams, emoji, isRightToLeft, contents: options.contents }
  const treeOf = (text: string): Node[] =>
    toTree(md.parse(text, {}), { makers, labels, report: () => {} })
  const headings = {
    ofGitbookCom: headingNames(treeOf, true),
    others: headingNames(treeOf, false),
  }
  const tools: Tools = { md, code, highlighter, makers, labels, words, macros, headings, ...shown }

  return {
    render: (request) => renderPage(straightened(request), tools),
    renderComponents: (nodes, request, report) =>
      renderComponents(nodes, componentKit(request, tools, report)),
    headingId: (text, written) => headings.ofGitbookCom.idOf(text, written),
    listing: (text, language) => listing(text, language, highlighter, code),
    renderInline(text) {
      const nodes = toTree(md.parseInline(text, {}), { makers, labels, report: () => {} })
      setFormulas(nodes, { macros: {}, report: () => {} })
      forEachElement(nodes, ({ attributes }) => {
        for (const attribute of attributes)
          if (attribute.written === undefined && /^(?:href|src)$/.test(attribute.name))
            attribute.value = encodeUrl(attribute.value)
      })
      return writeHtml(nodes).html
    },
  }
}

/** In books of GitBook.com, which machines translate, with the quotes that HTML and Markdown know. */
function straightened(request: MarkdownRequest): MarkdownRequest {
  if (request.isOfGitbookCom !== true) return request
  const text = withStraightQuotes(request.text)
  return text === request.text ? request : { ...request, text }
}

/** What an engine renders pages with. */
interface Tools extends ComponentTools {
  readonly macros: Macros
  readonly diagrams: boolean | 'script'
  readonly isRightToLeft: boolean
  readonly contents: ContentsWishes | undefined
}

/** The passes over the tree of a page, in their order. */
function renderPage(request: MarkdownRequest, tools: Tools): RenderedPage {
  const { md, makers, labels, highlighter } = tools
  const { page, env } = openPage(request, labels)
  const tokens = md.parse(request.text, env)
  const report = (found: Diagnostic): void => void page.diagnostics.push(found)
  const changed = componentLines(env)
  const { nodes, isRewritten } = pageTree(tokens, { makers, page, labels, report, changed })
  renderComponents(nodes, componentKit(request, tools, report))
  const elements = request.inspect && [
    ...elementsOf(nodes, { file: request.path }),
    ...sourceElements(tokens, page, request.text),
  ]
  const isLowered = putFacts(nodes, request)
  if (request.isOfMdbook === true) showMdbookClasses(nodes, labels.warning)
  if (request.isOfGitbookCom === true)
    readEditorCode(nodes, { highlighter, defaults: tools.code, more: tools.words.more })
  draw(nodes, { request, tools, page, report })
  const onDuplicate = (id: string, at: Place, first: Place): void =>
    report(problem('markdown/duplicate-id', at, { id }, also('first-here', first)))
  const told = outline(nodes, {
    isOwn,
    onDuplicate,
    isOfGitbookCom: request.isOfGitbookCom === true,
    isOfMdbook: request.isOfMdbook === true,
    path: request.path,
  })
  useHeadings(nodes, told, { chapter: request.chapter, contents: tools.contents })
  const isUnlinked = resolveReferences(nodes, { host: request.host, encode: encodeUrl })
  const links = request.links?.(definedDestinations(tokens, request.text, md))
  const isOther = isRewritten || isUnlinked || isChanged(request, isLowered)
  const markdown = links && alternate(request.text, nodes, links, isOther)
  highlightWritten(nodes, highlighter)
  request.seeTree?.(nodes)
  mendHtml(nodes)
  isolateNames(nodes, { sections: told.sections, isRightToLeft: tools.isRightToLeft })
  const shown = elementsIn(nodes)
  const updates = updatesOf(shown)
  return {
    ...writeHtml(nodes),
    ...told,
    ...(updates.length > 0 && { updates }),
    features: featuresOf(shown),
    symbols: symbolsOf(shown),
    ...(elements && { elements }),
    ...(markdown && { markdown }),
    diagnostics: page.diagnostics,
  }
}

/** What front matter and other files bring into the page. Tells whether its headings made room for a title. */
function putFacts(nodes: Node[], { evaluate, head, isOfGitbookCom }: MarkdownRequest): boolean {
  if (evaluate !== undefined) putValues(nodes, evaluate)
  const isLowered = isOfGitbookCom === true && lowerHeadings(nodes)
  if (head !== undefined) putHead(nodes, head)
  return isLowered
}

/** Lists of headings, and numbers of them. */
function useHeadings(
  nodes: Node[],
  { headings }: Outline,
  { chapter, contents }: Pick<MarkdownRequest, 'chapter'> & Pick<Tools, 'contents'>,
): void {
  if (contents !== undefined) putContents(nodes, headings, contents)
  numberHeadings(nodes, chapter)
}

interface Drawing {
  readonly request: MarkdownRequest
  readonly tools: Tools
  readonly page: PageState
  readonly report: (diagnostic: Diagnostic) => void
}

function draw(nodes: Node[], { request, tools, page, report }: Drawing): void {
  let starts: readonly number[] | undefined
  const placeOf = (line: number): Place => {
    starts ??= lineStarts(request.text)
    return page.placeAt(starts[line] ?? 0, 3)
  }
  const { diagrams, labels: words } = tools
  const standing = listed(nodes)
  if (diagrams !== false && hasDiagrams(standing))
    setDiagrams(nodes, { words, report, placeOf, by: diagrams })
  if (standing.blocks.some(isFormula)) setFormulas(nodes, { macros: tools.macros, report })
}

/** What only GitBook.com's editor understands. */
const OF_EDITOR =
  /#user-content-fn-|class="math"|"mention"|data-mention|data-view=|data-gb-custom-block|<pre\b/

/** Do passes over the tree change what the page says in Markdown? */
function isChanged({ head, isOfGitbookCom, text }: MarkdownRequest, isLowered: boolean): boolean {
  return isLowered || head !== undefined || (isOfGitbookCom === true && OF_EDITOR.test(text))
}

/** Everything but raw HTML. */
const isOwn = ({ tags }: Element): boolean => tags === undefined
