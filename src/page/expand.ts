// The template step of a page: what its templates may see and ask, and where each line of the expanded text comes from.
import { asciidocCodeRanges } from '../asciidoc/code-ranges.ts'
import type { Space } from '../core/book.ts'
import type { Diagnostic, Place, Position } from '../core/diagnostic.ts'
import {
  type BookPath,
  bookPath,
  decodeReference,
  isAsciidocPath,
  isMdxPath,
  resolveReference,
} from '../core/path.ts'
import { byLines, placeOf } from '../core/position.ts'
import type { Inputs } from '../core/dependency.ts'
import { switchOf } from '../core/switch.ts'
import type { Limits } from '../core/trust.ts'
import type { Files } from '../files/files.ts'
import { componentRanges } from '../components/ranges.ts'
import { codeRanges } from '../markdown/code-ranges.ts'
import { plainMdx } from '../markdown/mdx.ts'
import { problem } from '../messages/problem.ts'
import type { Reason } from '../messages/messages.ts'
import { IMPORT_LINES, INCLUDE_LINES } from '../plugins/table.ts'
import { admonitionsAsBlocks } from '../plugins/admonitions.ts'
import { type PreparedPage, prepareText } from '../plugins/prepare.ts'
import type { ComponentWords } from '../components/words.ts'
import { type Origins, type TemplateHost, expandTemplates } from '../template/expand.ts'
import { mayHaveDirectives } from '../template/mdbook/directives.ts'
import { expandMdbook } from '../template/mdbook/expand.ts'
import type { CodeRange } from '../template/read/code.ts'
import { mayHaveTags } from '../template/read/scan.ts'
import type { ComponentLayouts } from './component-layouts.ts'
import { templateVariables } from './context.ts'
import { isHidden } from './hidden.ts'
import { type Facts, pageFacts } from './facts.ts'
import { listedPictures, pictureVariable } from './pictures.ts'
import { tagLinks } from './tags.ts'
import { ANONYMOUS, modernVariables } from './values.ts'
import { type SplitPage, splitFrontMatter } from '../files/front-matter.ts'

/** Reads a file of a git repository by its address. */
export type GitReader = (
  address: string,
) => { readonly text: string } | { readonly problem: Reason }

/** What the step may look at. */
export interface ExpandKit {
  readonly space: Space
  readonly files: Files
  readonly inputs: Inputs
  /** What templates see of the space; made when the first page asks. */
  readonly facts: () => Facts
  readonly git?: GitReader
  readonly limits: Limits
  /** Components of the book itself. */
  readonly layouts?: ComponentLayouts
  /** The words that components put into pages. */
  readonly words: ComponentWords
}

/** The text that the Markdown engine gets. */
export interface ExpandedPage {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
  /** Ranges of `text` in which tags are words. */
  readonly literal: readonly { readonly from: number; readonly to: number }[]
  /** Ranges of `text` that other files brought. */
  readonly parts?: readonly { readonly from: number; readonly to: number }[]
  /** Carries a place in `text` (lines counted from 1) to the author's file, which may be an included one. */
  readonly toSource: (place: Place) => Place
  /** What the page says that its window is called. */
  readonly windowTitle?: string
}

/** Pages of GitBook.com that show something to some readers only. */
const ASKS_FOR_VISITOR = /\{%-?\s*(?:el)?if\b[^%]*\bvisitor\.claims\b/

/** Expands the templates of a page; one without tags comes back as it is. */
export function expandPage(path: BookPath, page: SplitPage, kit: ExpandKit): ExpandedPage {
  const { space, facts, files, inputs, limits } = kit
  if (switchOf(page.attributes['templating']) === false)
    return { ...unchanged(path, page), literal: [{ from: 0, to: page.body.length }] }
  if (isMdxPath(path)) return expandOfMdx(path, page)
  if (space.dialect === 'mdbook' && !isAsciidocPath(path)) return expandOfMdbook(path, page, kit)
  const prepared = preparePage(path, page, kit)
  if (!mayHaveTags(prepared.text)) return unchanged(path, { ...page, body: prepared.text })
  const isOfGitbookCom = space.dialect === 'gitbook.com'
  const asksForVisitor = ASKS_FOR_VISITOR.test(prepared.text)
  const variables = templateVariables({
    path,
    space: space.id,
    attributes: page.attributes,
    facts: facts(),
    own: () => pageFacts(space, path),
    inputs,
    pictures: picturesFor(space, inputs),
  })
  const expanded = expandTemplates({
    path,
    text: prepared.text,
    firstLine: page.firstLine,
    root: space.root,
    variables: isOfGitbookCom
      ? modernVariables({ path, attributes: page.attributes, space, files, inputs })
      : asksForVisitor
        ? Object.assign(variables, { visitor: ANONYMOUS })
        : variables,
    dialect: isOfGitbookCom ? 'gitbook.com' : asksForVisitor ? 'javascript' : 'nunjucks',
    work: limits.templateWork,
    host: {
      ...includesOf(kit),
      codeRanges: isAsciidocPath(path) ? asciidocCode : codeRanges,
      ...(isAsciidocPath(path)
        ? {}
        : {
            later: (text: string) =>
              componentRanges(text, (name) => kit.layouts?.has(name, inputs) === true),
          }),
    },
    blocks: prepared.blocks,
  })
  const { text, diagnostics, literal, parts, origin } = expanded
  return {
    text,
    literal,
    parts,
    diagnostics: [...prepared.diagnostics, ...diagnostics],
    toSource: (place) => (place.file === path ? sourceOf(path, place, origin) : place),
  }
}

function picturesFor(
  space: Space,
  inputs: Inputs,
): Parameters<typeof templateVariables>[0]['pictures'] {
  const name = pictureVariable(space)
  return name === undefined ? undefined : { name, list: () => listedPictures(space, inputs) }
}

/** What MDX has in braces is JavaScript: nothing in it is a template. */
function expandOfMdx(path: BookPath, page: SplitPage): ExpandedPage {
  const { text, moved, components } = plainMdx(page.body)
  const plain = unchanged(path, { ...page, body: text })
  const behind = (at: Position): Position => ({
    ...at,
    column: at.column + (moved[at.line - 1] ?? 0),
  })
  const [first] = components
  const names = [...new Set(components.map(({ name }) => name))]
  const place = first && placeOf(path, page.body, first.from, first.to)
  return {
    ...plain,
    diagnostics:
      place === undefined
        ? []
        : [problem('markdown/mdx-component', plain.toSource(place), { names })],
    toSource: ({ file, start, end }) =>
      plain.toSource({
        file,
        ...(start && { start: behind(start) }),
        ...(end && { end: behind(end) }),
      }),
  }
}

/** The only templates of mdBook ask for files and give a title; what looks like any other is words. */
function expandOfMdbook(path: BookPath, page: SplitPage, kit: ExpandKit): ExpandedPage {
  const { firstLine } = page
  const { space, limits } = kit
  const text = admonitionsAsBlocks(page.body, codeRanges)
  if (!mayHaveDirectives(text)) return unchanged(path, { ...page, body: text })
  const { origin, ...expanded } = expandMdbook({
    path,
    text,
    firstLine,
    root: space.root,
    work: limits.templateWork,
    host: { ...includesOf(kit), codeRanges },
  })
  return {
    ...expanded,
    literal: [],
    toSource: (place) => (place.file === path ? sourceOf(path, place, origin) : place),
  }
}

function includesOf({
  files,
  inputs,
  git,
}: ExpandKit): Pick<TemplateHost, 'text' | 'isHidden' | 'git' | 'body'> {
  return {
    text(included) {
      inputs.get('text', included)
      return files.text(included)
    },
    isHidden: (included) => isHidden(included, inputs),
    ...(git && { git: noted(git, inputs) }),
    body(included, text) {
      const { body, firstLine } = splitFrontMatter(included, text).value
      return { body, firstLine }
    },
  }
}

/** GitBook kept no code of AsciiDoc as it was written. */
function asciidocCode(text: string): readonly CodeRange[] {
  return asciidocCodeRanges(text).map((range) => ({ ...range, kind: 'nested' }))
}

/** The same reader; a result tells which files of other repositories it relies on. */
function noted(git: GitReader, inputs: Inputs): GitReader {
  return (address) => {
    inputs.get('remote', address)
    return git(address)
  }
}

/** The text with what the plugins of old books understood; an AsciiDoc page has words of its own for all of it. */
function preparePage(path: BookPath, page: SplitPage, kit: ExpandKit): PreparedPage {
  const { space, inputs, files } = kit
  if (isAsciidocPath(path)) return { text: page.body, blocks: new Map(), diagnostics: [] }
  return prepareText(withTagList(page.body, path, space), {
    ...(space.config.tags && { tagUrl: tagLinks({ space, path, inputs }) }),
    includeLines: space.config.plugins.some(({ name }) => INCLUDE_LINES.has(name)),
    importLines: space.config.plugins.some(({ name }) => IMPORT_LINES.has(name)),
    imports: space.config.theme.code.imports,
    codeRanges,
    read(reference) {
      const resolved = resolveReference(path, decodeReference(reference), space.root)
      const found = resolved === undefined ? undefined : bookPath(resolved)
      if (found === undefined) return undefined
      if (isHidden(found, inputs)) return { hidden: found }
      inputs.get('text', found)
      return files.text(found)?.text
    },
    place(from, to) {
      return byLines(placeOf(path, page.body, from, to), page.firstLine - 1)
    },
  })
}

/** The page that lists the tags does so at its end, unless it says where. */
function withTagList(text: string, path: BookPath, { tagsFile }: Space): string {
  return path !== tagsFile || /\{%-?\s*tags\b/.test(text) ? text : `${text}\n\n{% tags %}\n`
}

function unchanged(path: BookPath, { body, firstLine }: SplitPage): ExpandedPage {
  const toSource = (place: Place): Place =>
    place.file === path ? byLines(place, firstLine - 1) : place
  return { text: body, literal: [], diagnostics: [], toSource }
}

/** A position that cannot be carried exactly is left out: a missing column is better than a wrong one. */
function sourceOf(path: BookPath, place: Place, origin: Origins): Place {
  if (place.start === undefined) return { file: path }
  const start = origin(place.start.line, place.start.column)
  if (start === undefined) return { file: path }
  const { file, line } = start
  const column = start.column ?? (start.sameColumns ? place.start.column : undefined)
  if (column === undefined) return { file, start: { line, column: 1 } }
  const end = place.end && endOf(place.end, origin, file)
  return { file, start: { line, column }, ...(end === undefined ? {} : { end }) }
}

function endOf(end: Position, origin: Origins, file: BookPath): Position | undefined {
  const found = origin(end.line, end.column)
  if (found?.file !== file) return undefined
  const column = found.column ?? (found.sameColumns ? end.column : undefined)
  return column === undefined ? undefined : { line: found.line, column }
}
