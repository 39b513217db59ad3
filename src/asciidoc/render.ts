// A page in AsciiDoc, from its text to the same result that the Markdown engine gives.
import type { Diagnostic } from '../core/diagnostic.ts'
import { type BookPath, baseName } from '../core/path.ts'
import { shorten } from '../markdown/description.ts'
import type { MarkdownHost } from '../markdown/host.ts'
import type { Rendered } from '../markdown/parser.ts'
import { createConverter } from './html-document.ts'
import { SOURCE_SUFFIX } from './html-inline.ts'
import { type FindInclude, createIncludes } from './includes.ts'
import { type AsciidocLabels, type Highlight, attribute } from './page-kit.ts'
import { asciidocMessage } from './messages.ts'
import { type Converted, MAIN, convertDocument } from './processor.ts'
import { type Places, createNotebook, createPlaces, withoutMarks } from './references.ts'
import { settle } from './settle.ts'
import { type MarkdownText, toMarkdown } from './to-markdown.ts'

/** A page to render. */
export interface AsciidocRequest {
  readonly path: BookPath
  readonly text: string
  /** The line of the file that the text begins with, after front matter. */
  readonly firstLine: number
  readonly host: MarkdownHost
  readonly include: FindInclude
  readonly labels: AsciidocLabels
  readonly highlight: Highlight
  /** Notes the elements of the page, for checks. */
  readonly inspect?: boolean
}

/** A page, and the same in Markdown. */
export type RenderedAsciidoc = Rendered & { readonly markdown: MarkdownText }

/** Renders a page. Author mistakes are in `diagnostics`; nothing is thrown for them and nothing printed. */
export async function renderAsciidoc(request: AsciidocRequest): Promise<RenderedAsciidoc> {
  const { path, firstLine, host, labels, highlight, inspect } = request
  const text = withoutMarks(request.text)
  const includes = createIncludes({ path, text, firstLine }, request.include)
  const notebook = createNotebook(inspect)
  const converted = await convertDocument(text, {
    attributes: attributesFor(path, labels),
    convert: createConverter({ labels, notebook, highlight }),
    include: (directive) => includes.include(directive),
  })
  const places = createPlaces(includes.sources, converted.starts)
  const settled = settle(converted.html, {
    host,
    notebook,
    places,
    anchor: labels.anchor,
    images: 0,
    ...(inspect ? { asked: new Map() } : {}),
  })
  const { firstParagraph, ...page } = settled
  const title = settled.headings.find(({ level }) => level === 1)?.text
  const description = ownDescription(converted) ?? (firstParagraph && shorten(firstParagraph))
  return {
    ...page,
    markdown: toMarkdown(page.html),
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    diagnostics: [...includes.diagnostics(), ...messagesOf(converted, places)],
  }
}

/** The header's `:description:`. */
function ownDescription({ document }: Converted): string | undefined {
  const description = attribute(document, 'description').trim()
  return description === '' ? undefined : description
}

function messagesOf({ messages }: Converted, places: Places): readonly Diagnostic[] {
  return messages
    .filter(({ severity }) => severity !== 'INFO' && severity !== 'DEBUG')
    .map(({ text, at }) => {
      const id = /^invalid footnote reference: (.*)/.exec(text)?.[1]
      const place = id === undefined ? undefined : places.anywhere([`footnote:${id}[`])
      return asciidocMessage(place ?? places.line(at ?? { file: MAIN, line: 1 }), text)
    })
}

/** The words of the book's language, and nothing that the site has another way of doing. */
function attributesFor(path: BookPath, labels: AsciidocLabels): Record<string, string | undefined> {
  const words: Readonly<Record<string, string | undefined>> = {
    'note-caption': labels.note,
    'tip-caption': labels.tip,
    'important-caption': labels.important,
    'warning-caption': labels.warning,
    'caution-caption': labels.caution,
    'toc-title': labels.contents,
    'figure-caption': labels.figure,
    'table-caption': labels.table,
    'example-caption': labels.example,
    'appendix-caption': labels.appendix,
  }
  const soft = Object.entries(words).flatMap(([name, word]) =>
    word === undefined ? [] : [[name, `${word}@`] as const],
  )
  return {
    ...Object.fromEntries(soft),
    showtitle: '',
    docname: baseName(path).replace(/\.[^.]+$/, ''),
    relfilesuffix: SOURCE_SUFFIX,
    sectanchors: undefined,
    sectlinks: undefined,
    'data-uri': undefined,
    'source-highlighter': undefined,
    icons: undefined,
  }
}
