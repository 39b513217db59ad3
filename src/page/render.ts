// One page, from its text to its result. The steps follow each other; each gives a value and what its author should
// know, and none fails: a page with mistakes is still a page.
import type { AsciidocLabels } from '../asciidoc/converter-context.ts'
import { createInspection } from '../asciidoc/limits.ts'
import { renderAsciidoc } from '../asciidoc/render.ts'
import type { PageResult } from '../core/book.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { type JsonObject, scalarText } from '../core/json.ts'
import { NotLoaded } from '../core/not-loaded.ts'
import { type BookPath, type OutputPath, isAsciidocPath } from '../core/path.ts'
import { byLines } from '../core/position.ts'
import { trackInputs } from '../core/dependency.ts'
import { codeRanges } from '../markdown/code-ranges.ts'
import type { Highlighter } from '../markdown/highlight.ts'
import type { Markdown, MarkdownRequest, RenderedPage } from '../markdown/parser.ts'
import { withPageMarks } from '../plugins/page-marks.ts'
import { pageAsSource } from './as-source.ts'
import { type SeePage, witness } from './see-page.ts'
import { layoutsFor } from './component-layouts.ts'
import { type ExpandKit, type ExpandedPage, expandPage } from './expand.ts'
import { splitFrontMatter } from '../files/front-matter.ts'
import { numbersOf } from './numbers.ts'
import { type HeadRequest, pageHead } from './head.ts'
import { tagNames } from './tag-names.ts'
import { type ValuesRequest, evaluatorOf } from './values.ts'
import { readInclude, textsFor } from './texts.ts'
import { emptyResult, excessOf, notUtf8 } from './unreadable.ts'
import { markdownLinks, settledLinks } from './markdown-links.ts'
import { type References, collectReferences, mannersOf } from './references.ts'
import { pageNamedIn } from './page-named.ts'

/** What rendering a page may look at. */
export interface RenderContext extends ExpandKit {
  readonly markdown: Markdown
  readonly highlighter: Highlighter
  /** The words that AsciiDoc pages need. */
  readonly labels: AsciidocLabels
  readonly isRightToLeft: boolean
  /** Notes the elements of the page, for checks. */
  readonly inspect?: boolean
  /** Sees the tree of each page; `toSource` tells where what stands at a place of it was written. */
  readonly seePage?: SeePage | undefined
}

/**
 * Renders one page of a book. Author mistakes are in the result's `diagnostics`; nothing is thrown for them. A page that
 * nobody can render is shown as its source.
 */
export async function renderPage(
  path: BookPath,
  output: OutputPath,
  kit: RenderContext,
): Promise<PageResult> {
  const inputs = trackInputs(kit.inputs)
  try {
    return await render(path, output, kit, inputs)
  } catch (error) {
    if (error instanceof NotLoaded) {
      await error.load()
      return renderPage(path, output, kit)
    }
    const why =
      error instanceof RangeError
        ? ({ case: 'page', reason: { case: 'too-much' } } as const)
        : ({ case: 'failed', reason: String(error) } as const)
    return pageAsSource({ path, output, kit, inputs }, why, { file: path })
  }
}

async function render(
  path: BookPath,
  output: OutputPath,
  kit: RenderContext,
  inputs: ReturnType<typeof trackInputs>,
): Promise<PageResult> {
  inputs.get('text', path)
  const file = kit.files.text(path)
  const text = file?.text ?? ''
  const excess = excessOf(path, text, kit)
  if (excess !== undefined) return emptyResult(path, output, excess, inputs.dependencies())
  const encoding = file === undefined || file.utf8 ? [] : [notUtf8(path, file)]
  const split = splitFrontMatter(path, text)
  const own = { ...kit, inputs }
  const expanded = expandPage(path, split.value, own)
  const toSource = placesOf(path, expanded, kit, split.value.firstLine)
  const manners = mannersOf(kit.space, path)
  const asked = { path, output, inputs, toSource, ...manners, ...partsOf(own) }
  const references = collectReferences(asked)
  const tooMuch = isAsciidocPath(path) ? createInspection()(expanded.text) : undefined
  if (tooMuch !== undefined)
    return pageAsSource(
      { path, output, kit, inputs },
      { case: 'page', ...tooMuch },
      toSource({ file: path, start: tooMuch.start }),
    )
  const { attributes: written, body: source } = split.value
  const attributes = isAsciidocPath(path) ? written : withPageMarks(written, source, codeRanges)
  const found: Diagnostic[] = []
  const { text: shown, literal, parts = [] } = expanded
  const { seeTree, seen } = witness(kit.seePage, toSource)
  const brought = { seeTree, ...numbersOf(path, own), ...broughtBy(path, attributes, own, found) }
  const body = { path, text: shown, literal, parts, ...brought }
  const rendered = await renderBody(body, references, own)
  return {
    path,
    output,
    ...describe(attributes, rendered, expanded),
    attributes,
    ...inMarkdown(rendered, references),
    ...contentOf(rendered),
    links: references.links(),
    diagnostics: [
      ...encoding,
      ...split.diagnostics,
      ...expanded.diagnostics,
      ...[...rendered.diagnostics, ...found].map((one) =>
        one.at === undefined ? one : { ...one, at: toSource(one.at) },
      ),
      ...references.diagnostics(),
    ],
    dependencies: inputs.dependencies(),
    ...elementsOf(rendered, toSource),
    ...seen(),
  }
}

/** Finds the headings of other pages of GitBook.com by ids that are spelled in another way. */
function partsOf({
  files,
  inputs,
  markdown,
  space,
}: RenderContext): Pick<Parameters<typeof collectReferences>[0], 'meantPart'> {
  if (space.dialect !== 'gitbook.com') return {}
  return {
    meantPart(page, written) {
      if (isAsciidocPath(page)) return undefined
      inputs.get('text', page)
      const { body } = splitFrontMatter(page, files.text(page)?.text ?? '').value
      return markdown.headingId(body, written)
    },
  }
}

/**
 * Where what stands in a page was written: what nobody wrote into it is told at the file that it is made of, and what
 * front matter brings has lines before the first of the text.
 */
function placesOf(
  path: BookPath,
  { toSource }: ExpandedPage,
  { space: { made } }: RenderContext,
  firstLine: number,
): ExpandedPage['toSource'] {
  const from = made?.[path]?.from
  if (from !== undefined) return () => ({ file: from })
  return (place) =>
    place.file === path && place.start !== undefined && place.start.line < 1
      ? byLines(place, firstLine - 1)
      : toSource(place)
}

/** What front matter and other files bring into the page. */
function broughtBy(
  path: BookPath,
  attributes: JsonObject,
  kit: RenderContext,
  found: Diagnostic[],
): ReturnType<typeof frontMatterOf> &
  ReturnType<typeof textsFor> & { layouts: ReturnType<typeof layoutsFor> } {
  const { space, files, inputs } = kit
  const facts = { path, attributes, space, files, inputs }
  const layouts = layoutsFor(kit, found)
  return { layouts, ...frontMatterOf(facts, found), ...textsFor(path, facts) }
}

/** What front matter and the files of GitBook.com bring into the page. */
function frontMatterOf(
  facts: ValuesRequest & HeadRequest,
  found: Diagnostic[],
): Pick<
  MarkdownRequest,
  'head' | 'evaluate' | 'isOfGitbookCom' | 'isOfMdbook' | 'tagLabel' | 'pageNamed'
> {
  const head = pageHead(facts)
  return {
    ...(head && { head }),
    ...(facts.space.dialect === 'mdbook' && { isOfMdbook: true }),
    pageNamed: pageNamedIn(facts),
    ...(facts.space.dialect === 'gitbook.com' && {
      isOfGitbookCom: true,
      tagLabel: labelsOf(facts),
      evaluate: evaluatorOf(facts, (one) => void found.push(one)),
    }),
  }
}

/** What the book calls tags; their file is read when the first is asked for. */
function labelsOf(facts: HeadRequest): (slug: string) => string | undefined {
  let named: ReturnType<typeof tagNames> | undefined
  return (slug) => {
    named ??= tagNames(facts)
    const { label } = named(slug)
    return label === slug ? undefined : label
  }
}

function contentOf({
  html,
  marks,
  features,
  symbols,
  headings,
  ids,
  sections,
  updates,
}: RenderedPage): Pick<
  PageResult,
  'updates' | 'html' | 'marks' | 'features' | 'symbols' | 'headings' | 'ids' | 'sections'
> {
  return {
    html,
    marks,
    ...(features.length === 0 ? {} : { features }),
    ...(symbols.length === 0 ? {} : { symbols }),
    headings,
    ids,
    sections,
    ...(updates && { updates }),
  }
}

function inMarkdown(
  { markdown }: RenderedPage,
  references: References,
): Pick<PageResult, 'markdown' | 'markdownLinks'> {
  if (markdown === undefined) return {}
  const links = settledLinks(markdown, references.answered())
  return { markdown: markdown.text, ...(links.length === 0 ? {} : { markdownLinks: links }) }
}

function elementsOf(
  { elements }: RenderedPage,
  toSource: (place: Place) => Place,
): Pick<PageResult, 'elements'> {
  if (elements === undefined) return {}
  return {
    elements: elements.map((element) => {
      const at = toSource(element.at)
      if (!('target' in element) || element.target === undefined) return { ...element, at }
      return { ...element, at, target: toSource(element.target) }
    }),
  }
}

async function renderBody(
  body: Omit<MarkdownRequest, 'firstLine' | 'host' | 'inspect' | 'links'>,
  host: References,
  kit: RenderContext,
): Promise<RenderedPage> {
  // Places count from the first line of the expanded text; `toSource` carries them to where they were written.
  const inspect = kit.inspect ? { inspect: true } : {}
  const { path } = body
  const request = { ...body, firstLine: 1, host, ...inspect }
  const links = (definitions: readonly { readonly from: number; readonly to: number }[]) =>
    markdownLinks(body.text, host.answered(), definitions)
  if (!isAsciidocPath(path)) return kit.markdown.render({ ...request, links })
  const { formulas, diagrams } = kit.space.config
  return renderAsciidoc({
    ...request,
    include: (target, from) => readInclude(target, from, kit),
    anchors: {
      root: kit.space.root,
      holdersOf: (id) =>
        kit.inputs.get('anchor', `${kit.space.id}/${id}`).filter(({ page }) => page !== path),
    },
    renderComponents: (nodes, report) => kit.markdown.renderComponents(nodes, request, report),
    labels: kit.labels,
    isRightToLeft: kit.isRightToLeft,
    macros: formulas?.macros ?? {},
    dollars: formulas && (formulas.isLoose ? 'all' : 'certain'),
    diagrams,
    date: () => kit.inputs.get('date', path),
    highlight: (code, language) => kit.highlighter.highlight(code, language),
  })
}

function describe(
  attributes: JsonObject,
  rendered: RenderedPage,
  { windowTitle }: ExpandedPage,
): Pick<PageResult, 'title' | 'description' | 'windowTitle'> {
  const title = scalarText(attributes['title']) ?? rendered.title
  const description = scalarText(attributes['description']) ?? rendered.description
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(windowTitle === undefined ? {} : { windowTitle }),
  }
}
