// Renders single pages of a book, with tools that the pages of a space share.
import { isPagePath } from '../book/output.ts'
import { oncePer } from '../core/attempt.ts'
import type { Book, PageResult, Space } from '../core/book.ts'
import type { Inputs } from '../core/dependency.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import { spaceOf } from '../core/space.ts'
import { allowanceOf } from '../core/trust.ts'
import { type ComponentWords, componentWords } from '../components/words.ts'
import { type Highlighter, createHighlighter, plainHighlighter } from '../markdown/highlight.ts'
import { ENGLISH, type MarkdownLabels } from '../markdown/labels.ts'
import { type Markdown, createMarkdown } from '../markdown/parser.ts'
import { componentLayouts } from '../page/component-layouts.ts'
import type { GitReader } from '../page/expand.ts'
import { type Facts, spaceFacts } from '../page/facts.ts'
import { renderPage } from '../page/render.ts'
import type { SeePage } from '../page/see-page.ts'
import { renderSource } from '../page/source.ts'
import { captionsOf } from '../plugins/captions.ts'
import { quoteMarks } from '../plugins/quotes.ts'
import { labelsFor } from '../site/labels.ts'
import type { BuildRequest } from './built.ts'

/** What pages are rendered of. */
export interface RendererRequest {
  readonly request: Pick<BuildRequest, 'files' | 'trust' | 'inspect'>
  readonly book: Book
  readonly inputs: Inputs
  readonly outputOf: (path: BookPath) => OutputPath
  readonly git: GitReader
  readonly seePage?: SeePage | undefined
}

/** Renders a page; undefined for what belongs to no space. */
export type PageRenderer = (path: BookPath) => Promise<PageResult | undefined>

/** A renderer of the pages of a book. */
export function createPageRenderer(work: RendererRequest): PageRenderer {
  const { request, book, inputs, outputOf, git, seePage } = work
  const { limits } = allowanceOf(request.trust ?? 'full')
  const layouts = componentLayouts(request.files, book.root, limits)
  const inspect = request.inspect ? { inspect: true } : {}
  const kits = new Map<Space, Parameters<typeof renderPage>[2] & Tools>()
  const kitOf = (space: Space): Parameters<typeof renderPage>[2] & Tools => {
    const shared = { files: request.files, inputs, git, limits, layouts, seePage, ...inspect }
    const kit = kits.get(space) ?? { ...shared, space, ...toolsOf(book)(space) }
    kits.set(space, kit)
    return kit
  }
  return async (path) => {
    const space = spaceOf(book, path)
    if (space === undefined) return undefined
    const kit = kitOf(space)
    const output = outputOf(path)
    const render = isPagePath(path) ? renderPage : renderSource
    return withSeen(await render(path, output, kit), seePage)
  }
}

/** A page without a tree was seen, too. */
function withSeen(result: PageResult, seePage: SeePage | undefined): PageResult {
  return seePage === undefined || result.seen !== undefined ? result : { ...result, seen: null }
}

/** What renders the pages of one space, in its language. */
interface Tools {
  readonly facts: () => Facts
  readonly markdown: Markdown
  readonly highlighter: Highlighter
  readonly labels: MarkdownLabels
  readonly words: ComponentWords
  readonly isRightToLeft: boolean
}

/** As long as a book says what it said, all builds of it use the same. */
const toolsOf = oncePer((book: Book) => oncePer((space: Space) => toolsFor(book, space)))

function toolsFor(book: Book, space: Space): Tools {
  let made: Facts | undefined
  const facts = (): Facts => (made ??= spaceFacts(book, space))
  const { labels: words, direction } = labelsFor(space.config.language)
  const isRightToLeft = (space.config.direction ?? direction) === 'rtl'
  const known = Object.entries({ ...words, backToReference: words['backToText'] })
  const said = Object.fromEntries(known.filter(([, word]) => word !== undefined))
  const labels: MarkdownLabels = { ...ENGLISH, ...said }
  const { theme, diagrams, formulas = false } = space.config
  const { code, pageToc } = theme
  const highlighter = code.highlight ? createHighlighter(code) : plainHighlighter()
  const own = componentWords(space.config.language, labels)
  const markdown = createMarkdown({
    labels,
    words: own,
    highlighter,
    formulas,
    diagrams,
    emoji: space.config.emoji,
    quotes: quoteMarks(space.config),
    lineBreaks: space.config.lineBreaks,
    captions: captionsOf(space.config),
    code,
    isRightToLeft,
    contents: pageToc.inline ? pageToc : undefined,
  })
  return {
    facts,
    markdown,
    highlighter,
    labels,
    words: own,
    isRightToLeft,
  }
}
