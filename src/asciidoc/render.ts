// A page in AsciiDoc, from its text to the same result that the Markdown engine gives.
import type { MarkdownLink } from '../core/book.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { type BookPath, baseName } from '../core/path.ts'
import type { PageElement } from '../core/element.ts'
import { codeLines } from '../markdown/elements-full-width.ts'
import type { Layouts } from '../components/define.ts'
import { knownTag } from '../components/table.ts'
import { ENGLISH } from '../markdown/labels.ts'
import { encodeUrl } from '../markdown/engine.ts'
import type { RenderedPage } from '../markdown/parser.ts'
import { setDiagrams } from '../diagrams/set.ts'
import type { Macros } from '../core/formula-config.ts'
import { setFormulas } from '../formulas/set.ts'
import type { ReferenceHost, SeeTree } from '../tree/host.ts'
import type { Source } from '../tree/facts.ts'
import { elementsIn } from '../tree/listed.ts'
import type { Node } from '../tree/node.ts'
import { decodeValue, htmlTree } from '../tree/parse.ts'
import { elementsOf } from '../tree/passes/elements.ts'
import { featuresOf, symbolsOf } from '../tree/passes/features.ts'
import { joinLines } from '../tree/passes/joined-lines.ts'
import { type PageHead, putHead } from '../tree/passes/head.ts'
import { isolateNames } from '../tree/passes/isolate.ts'
import { numberHeadings } from '../tree/passes/heading-numbers.ts'
import { mendHtml } from '../tree/passes/mend-html.ts'
import { outline } from '../tree/passes/outline.ts'
import { updatesOf } from '../tree/passes/updates.ts'
import { resolveReferences } from '../tree/passes/references.ts'
import { writeMarkdown } from '../tree/markdown/write.ts'
import { writeHtml } from '../tree/write.ts'
import { showComponents } from './components.ts'
import { dateAttributes, mentionsDates } from './clock.ts'
import { diagramsAsBlocks } from './diagrams.ts'
import { dollarFormulas } from './dollars.ts'
import { formulasAsBlocks } from './formulas.ts'
import { createConverter } from './html-document.ts'
import { SOURCE_SUFFIX } from './html-inline.ts'
import { type FindInclude, createIncludes } from './includes.ts'
import { createInspection } from './limits.ts'
import { type AsciidocLabels, type Highlight, attribute } from './converter-context.ts'
import { asciidocMessage } from './messages.ts'
import { findComponents, placeNotes } from './notes.ts'
import { type ConvertedPage, MAIN, convertDocument } from './processor.ts'
import {
  type BlockMark,
  type SourceMap,
  createNotebook,
  createPlaces,
  withoutMarks,
} from './references.ts'
import { type OtherAnchors, leadStrayReferences } from './stray-references.ts'

/** A page to render. */
export interface AsciidocRequest {
  readonly path: BookPath
  readonly text: string
  /** The line of the file that the text begins with, after front matter. */
  readonly firstLine: number
  readonly host: ReferenceHost
  readonly include: FindInclude
  /** Where ids are that the page asks for and does not have. */
  readonly anchors?: OtherAnchors
  readonly labels: AsciidocLabels
  readonly highlight: Highlight
  /** When the page changed last: an ISO date, '' when nobody knows. */
  readonly date?: () => string
  /** Notes the elements of the page, for checks. */
  readonly inspect?: boolean
  /** What stands around the title. */
  readonly head?: PageHead
  /** Draws diagrams. The first of a kind throws `NotLoaded`. What cannot be drawn is left to a `script` of the page. */
  readonly diagrams?: boolean | 'script'
  /** Commands that the book adds to TeX. */
  readonly macros?: Macros
  /** Whether what is between two dollars is a formula: whatever it is, or what can be nothing else. */
  readonly dollars?: 'all' | 'certain' | undefined
  readonly seeTree?: SeeTree | undefined
  readonly isRightToLeft?: boolean
  /** What the book itself shows of components. */
  readonly layouts?: Layouts | undefined
  /** Renders the components among nodes, in place. */
  readonly renderComponents?: (nodes: Node[], report: (diagnostic: Diagnostic) => void) => void
  /** The number that those of headings begin with. */
  readonly chapter?: string | undefined
}

/** Renders a page. Author mistakes are in `diagnostics`; nothing is thrown for them and nothing printed. */
export async function renderAsciidoc(request: AsciidocRequest): Promise<RenderedPage> {
  const { path, firstLine, host, labels, highlight, inspect, date = () => '' } = request
  const text = withoutMarks(request.text)
  const isComponent = (name: string): boolean =>
    isNamed(name) || request.layouts?.has(name) === true
  const formulas = (written: string): string =>
    request.dollars === undefined ? written : dollarFormulas(written, request.dollars === 'all')
  const convert = async (changed: string) => {
    const inspection = createInspection()
    inspection(text)
    const includes = createIncludes({ path, text, firstLine }, request.include, inspection)
    const notebook = createNotebook(inspect)
    const converted = await convertDocument(formulas(text), {
      attributes: { ...attributesFor(path, labels), ...dateAttributes(changed) },
      convert: createConverter({ labels, notebook, highlight, isComponent }),
      include(directive) {
        const file = includes.include(directive)
        return file && { ...file, text: formulas(file.text) }
      },
    })
    return { includes, notebook, converted }
  }
  const isDated = mentionsDates(text)
  let made = await convert(isDated ? date() : '')
  // What a page includes is known when it was read.
  if (!isDated && [...made.includes.sources.values()].some((one) => mentionsDates(one.text)))
    made = await convert(date())
  const { includes, notebook, converted } = made
  const places = createPlaces(includes.sources, converted.starts)
  const found: Diagnostic[] = []
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic)
  const nodes = treeOf(converted.html, places, report)
  const code = placeNotes(nodes, notebook, places)
  joinLines(nodes)
  showComponents(nodes, findComponents(notebook, places))
  request.renderComponents?.(nodes, report)
  const elements = inspect ? inspected(nodes, code, places) : undefined
  if (request.head !== undefined) putHead(nodes, request.head)
  const told = outline(nodes, { isOwn: () => true })
  numberHeadings(nodes, request.chapter)
  leadStrayReferences(nodes, request.anchors, { ids: told.ids, report })
  resolveReferences(nodes, { host, encode: encodeUrl, ownFragments: true })
  mendHtml(nodes)
  const lines: Source = { kind: 'html', place: () => places.line({ file: MAIN, line: 1 }) }
  formulasAsBlocks(nodes, (spellings) => places.anywhere(spellings))
  const markdown = writeMarkdown<MarkdownLink>(nodes)
  draw(nodes, request, lines, report)
  request.seeTree?.(nodes)
  isolateNames(nodes, { sections: told.sections, isRightToLeft: request.isRightToLeft === true })
  return {
    ...writeHtml(nodes),
    ...told,
    ...factsOf(nodes, ownDescription(converted) ?? told.description),
    markdown,
    ...(elements && { elements }),
    diagnostics: [...includes.diagnostics(), ...messagesOf(converted, places), ...found],
  }
}

/** What others want to know of the page. */
function factsOf(
  nodes: readonly Node[],
  description: string | undefined,
): Pick<RenderedPage, 'updates' | 'features' | 'symbols' | 'description'> {
  const elements = elementsIn(nodes)
  const updates = updatesOf(elements)
  return {
    ...(updates.length > 0 && { updates }),
    features: featuresOf(elements),
    symbols: symbolsOf(elements),
    ...(description === undefined ? {} : { description }),
  }
}

/** AsciiDoc has its own ways to write code, formulas and diagrams. */
function isNamed(style: string): boolean {
  const known = knownTag(style)
  return known !== undefined && known.isVerbatim !== true && known.component.name !== 'code'
}

/** Diagrams and formulas. */
function draw(
  nodes: Node[],
  { diagrams, labels, macros }: AsciidocRequest,
  lines: Source,
  report: (diagnostic: Diagnostic) => void,
): void {
  if (diagrams !== false) {
    diagramsAsBlocks(nodes, lines)
    setDiagrams(nodes, {
      words: { ...ENGLISH, ...labels },
      report,
      placeOf: () => lines.place(0, 0),
      by: diagrams,
    })
  }
  setFormulas(nodes, { macros: macros ?? {}, report })
}

/** The page as a tree. Where HTML of its author stands is looked for, once. */
function treeOf(html: string, places: SourceMap, report: (diagnostic: Diagnostic) => void): Node[] {
  const known = new Map<number, Place>()
  const source: Source = {
    kind: 'html',
    place(from, to) {
      const written = html.slice(from, to)
      const at = known.get(from) ?? places.anywhere([written, decodeValue(written.trim())])
      known.set(from, at)
      return at
    },
  }
  return htmlTree(html, source, report)
}

/** A macro whose brackets are full-width. */
const ALMOST = /(?:link|xref|image):[^\s[\]［］【】]+[［【][^\n［］【】]*[］】]/g

/** What checks look at, with what only the source of AsciiDoc can have. */
function inspected(
  nodes: readonly Node[],
  code: readonly BlockMark[],
  places: SourceMap,
): readonly PageElement[] {
  const { file } = places.line({ file: MAIN, line: 1 })
  const almost: PageElement[] = []
  const elements = elementsOf(nodes, { file }, (words) => {
    for (const [text] of words.matchAll(ALMOST))
      almost.push({ kind: 'almost-link', text, at: places.anywhere([text]) })
  })
  return [...elements, ...code.flatMap((block) => codeElements(block, places)), ...almost]
}

function codeElements({ spot, code }: BlockMark, places: SourceMap): readonly PageElement[] {
  const language = (code?.language ?? '').toLowerCase()
  return codeLines(code?.lines ?? [], 1).flatMap(({ text }): readonly PageElement[] => {
    const at = places.everywhere(spot, text)
    return at === undefined ? [] : [{ kind: 'code-line', language, text, at }]
  })
}

/** The header's `:description:`. */
function ownDescription({ document }: ConvertedPage): string | undefined {
  const description = attribute(document, 'description').trim()
  return description === '' ? undefined : description
}

function messagesOf({ messages }: ConvertedPage, places: SourceMap): readonly Diagnostic[] {
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
