// The Markdown engine: text in; HTML and everything that a book wants to know of a page out. The parser behind it is
// imported nowhere outside this folder.
import type { Token } from 'markdown-it'
import type { Heading, Section } from '../core/book.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { PageElement } from '../core/element.ts'
import type { BookPath } from '../core/path.ts'
import { pageElements } from './elements.ts'
import { createEngine, decodeEntities } from './engine.ts'
import { collectExplicitIds } from './explicit-ids.ts'
import { type Highlighter, createHighlighter } from './highlight.ts'
import type { MarkdownHost } from './host.ts'
import { ENGLISH, type MarkdownLabels } from './labels.ts'
import { openPage } from './page.ts'
import type { CodeDefaults } from './rules/code.ts'
import { surveyPage } from './survey.ts'

export type { MarkdownHost, Reference, ResolvedImage, ResolvedLink } from './host.ts'

/** One page to render. */
export interface MarkdownRequest {
  readonly path: BookPath
  /** The body without front matter; lines end in '\n'. */
  readonly text: string
  /** The 1-based line of the file at which the body begins. */
  readonly firstLine: number
  readonly host: MarkdownHost
  /** Notes the elements of the page, for checks. */
  readonly inspect?: boolean
}

/** A rendered page. */
export interface Rendered {
  readonly html: string
  /** True when some of it was written by the author as HTML, and may be unbalanced. */
  readonly hasRawHtml?: boolean
  readonly headings: readonly Heading[]
  /** Every id that a link can point to: of headings, footnotes and raw HTML. */
  readonly ids: readonly string[]
  readonly sections: readonly Section[]
  /** Plain text of the first h1. */
  readonly title?: string
  /** Plain text of the first paragraph, shortened. */
  readonly description?: string
  readonly diagnostics: readonly Diagnostic[]
  readonly elements?: readonly PageElement[]
}

/** What an engine can be told. */
export interface MarkdownOptions {
  readonly labels?: Partial<MarkdownLabels>
  /** How blocks of code are shown that do not say it themselves. */
  readonly code?: Partial<CodeDefaults>
  /** What highlights code; a fresh one unless given. */
  readonly highlighter?: Highlighter
}

/** Renders Markdown. One engine serves any number of pages; it remembers nothing of them. */
export interface Markdown {
  render(request: MarkdownRequest): Rendered
  /** One line of Markdown without a block around it. Links stay as written. */
  renderInline(text: string): string
}

/** An engine for CommonMark, GFM and what GitBook added to them. */
export function createMarkdown(options: MarkdownOptions = {}): Markdown {
  const code = { lineNumbers: false, wrap: false, ...options.code }
  const md = createEngine(code, options.highlighter ?? createHighlighter())
  const labels = { ...ENGLISH, ...options.labels }
  const decode = (text: string): string => decodeEntities(md, text)

  return {
    render(request) {
      const { page, env } = openPage(request, labels)
      const tokens = md.parse(request.text, env)
      const ids = collectExplicitIds(tokens, page, decode)
      const { host } = request
      const referring = { host, encode: md.encode, decodeEntities: decode, images: 0 }
      const elements = request.inspect
        ? { elements: pageElements(tokens, page, request.text, decode) }
        : {}
      const survey = surveyPage(tokens, page, referring, ids)
      const html = md.renderer.render(tokens, md.options, env)
      return {
        html,
        ...(hasRawHtml(tokens) ? { hasRawHtml: true } : {}),
        ...survey,
        ...elements,
        diagnostics: page.diagnostics,
      }
    },
    renderInline(text) {
      const env = {}
      const tokens = md.parseInline(text, env)
      for (const token of tokens[0]?.children ?? [])
        for (const attribute of token.attrs ?? [])
          if (attribute[0] === 'href' || attribute[0] === 'src')
            attribute[1] = md.encode(String(attribute[1]))
      return md.renderer.render(tokens, md.options, env)
    },
  }
}

/** Only what authors wrote as HTML can be unbalanced. */
function hasRawHtml(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ type, children }) =>
      type === 'html_block' || children?.some((child) => child.type === 'html_inline'),
  )
}
