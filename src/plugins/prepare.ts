// What old books rely on plugins for, made ready for the template step: the blocks that it should know, and the text of
// the page with everything that plugins understood without tags. Lines stay where they are.
import { admonitionsAsBlocks } from './admonitions.ts'
import { append } from '../core/list.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { isIn } from '../core/range.ts'
import { isAddress } from '../core/reference.ts'
import type { BlockResult, BlockSpelling, TemplateBlock } from '../template/expand.ts'
import { Failure, Refusal } from '../template/failure.ts'
import {
  type ImportDirective,
  type Imports,
  choosePart,
  findImports,
  importedCode,
  languageOf,
} from './import-code.ts'
import { commentsAsTabs } from './comment-tabs.ts'
import { LITERATURE, citationsAsLinks, mayCite } from './literature.ts'
import { problem } from '../messages/problem.ts'
import {
  accordionsAsBlocks,
  importLinesAsDirectives,
  linesAsIncludes,
  sectionsAsBlocks,
  listsAsComments,
} from './sections.ts'
import { questionsAsLists, quizzesAsLists } from './questions.ts'
import { listsBelowTags } from './tag-bodies.ts'
import { tagsAsList } from './tags.ts'
import { argument, fence, lines } from './wrap.ts'

/** What the plugins of a page may ask. */
export interface PluginHost {
  /** A line `tags: a, b` is a list of tags; where each of them leads. */
  readonly tagUrl?: (name: string) => string | undefined
  /** `!INCLUDE "a.md"` shows a file. */
  readonly includeLines?: boolean
  /** `@import "a.go"` shows code. */
  readonly importLines?: boolean
  /** How `[import](a.js)` shows code; false when it is a link. */
  readonly imports: Imports
  /** The text of a file of the book, by a reference as written on the page; or the file, when no page may show it. */
  readonly read: (reference: string) => string | { readonly hidden: BookPath } | undefined
  readonly codeRanges: (text: string) => readonly { readonly from: number; readonly to: number }[]
  /** The place of a range of the page's text. */
  readonly place: (from: number, to: number) => Place
}

/** A page's text with the blocks that it may use. */
export interface PreparedPage {
  readonly text: string
  readonly blocks: ReadonlyMap<string, BlockSpelling>
  readonly diagnostics: readonly Diagnostic[]
}

/** The block that stands for a directive; its argument is the number of the directive. */
const IMPORT = 'handbook-import'

/** Makes a page's text ready for the template step. */
export function prepareText(written: string, host: PluginHost): PreparedPage {
  let text = written
  if (host.includeLines === true && text.includes('!INCLUDE'))
    text = linesAsIncludes(text, host.codeRanges(text))
  if (host.importLines === true && /@import|!CODEFILE/.test(text))
    text = importLinesAsDirectives(text, host.codeRanges(text))
  if (host.tagUrl !== undefined && /tags:/i.test(text))
    text = tagsAsList(text, host.codeRanges(text), host.tagUrl)
  text = inEveryBook(text, host)
  const imports =
    host.imports === false ? { text, diagnostics: [], block: undefined } : importBlocks(text, host)
  const blocks = new Map(pluginBlocks(imports.text, host))
  if (imports.block !== undefined) blocks.set(IMPORT, imports.block)
  return { text: imports.text, blocks, diagnostics: imports.diagnostics }
}

/** What is understood whatever a book lists. */
function inEveryBook(written: string, host: PluginHost): string {
  let text = written
  const hasTags = text.includes('{%')
  if (hasTags && /\{%-?[ \t]*mcq\b/.test(text)) text = questionsAsLists(text, host.codeRanges(text))
  if (text.includes('</quiz>')) text = quizzesAsLists(text, host.codeRanges(text))
  if (text.includes('<!--') && /<!--[ \t]*sec\b/.test(text))
    text = sectionsAsBlocks(text, host.codeRanges(text))
  if (/tabs:[ \t]*start/i.test(text)) text = commentsAsTabs(text, host.codeRanges(text))
  text = admonitionsAsBlocks(text, host.codeRanges)
  if (text.includes('%/accordion%')) text = accordionsAsBlocks(text, host.codeRanges(text))
  if (text.includes('{%')) text = listsBelowTags(text, host.codeRanges)
  if (hasTags || text.includes('{{')) text = withCitations(text, host)
  if (text.includes('<extoc>')) text = listsAsComments(text, host.codeRanges(text))
  return text
}

function withCitations(text: string, host: PluginHost): string {
  if (!mayCite(text)) return text
  const bib = host.read(LITERATURE)
  return typeof bib === 'string' ? citationsAsLinks(text, host.codeRanges(text), bib) : text
}

function pluginBlocks(
  text: string,
  host: PluginHost,
): readonly (readonly [string, BlockSpelling])[] {
  const found = text.includes('{%') ? text.matchAll(/\{%-?\s*end([\w-]+)/g) : []
  const ends = new Set([...found].map(([, name]) => name))
  const endOf = (name: string): { readonly end?: null } => (ends.has(name) ? {} : { end: null })
  return [['codesnippet', { ...endOf('codesnippet'), render: (block) => snippet(block, host) }]]
}

/** `{% codesnippet "./a.js", lines="2:5" %}{% endcodesnippet %}`. */
function snippet(block: TemplateBlock, host: PluginHost): BlockResult {
  const path = argument(block, ['src', 'file', 'path'])
  const named = { args: [], kwargs: block.kwargs }
  if (path === undefined || isAddress(path)) return path ?? block.body
  const code = host.read(path)
  if (code === undefined) throw new Failure({ case: 'no-book-file', path })
  if (typeof code !== 'string')
    throw new Refusal((at) => problem('files/hidden-include', at, { path: code.hidden }))
  const chosen = choosePart(code, argument(named, ['lines'])?.replace(':', '-'))
  if (chosen === undefined) throw new Failure({ case: 'no-such-lines', path })
  return lines(fence(chosen, argument(named, ['language', 'lang']) ?? languageOf(path)), '')
}

function importBlocks(
  text: string,
  host: PluginHost,
): { text: string; diagnostics: readonly Diagnostic[]; block?: BlockSpelling } {
  const found = findImports(text)
  if (found.length === 0) return { text, diagnostics: [] }
  const code = host.codeRanges(text)
  const live = found.filter(({ from }) => !isIn(code, from))
  const diagnostics: Diagnostic[] = []
  const shown = live.map((directive) => {
    const result = importOne(text, directive, host)
    append(diagnostics, result.diagnostics)
    return result.text
  })
  let rewritten = ''
  let done = 0
  for (const [index, { from, to }] of live.entries()) {
    rewritten += `${text.slice(done, from)}{% ${IMPORT} ${index} %}`
    done = to
  }
  const block: BlockSpelling = { end: null, render: ({ args }) => shown[Number(args[0])] ?? '' }
  return { text: rewritten + text.slice(done), diagnostics, block }
}

function importOne(
  text: string,
  directive: ImportDirective,
  host: PluginHost,
): { text: string; diagnostics: readonly Diagnostic[] } {
  const { path, part, from, to } = directive
  const written = text.slice(from, to)
  const code = host.read(path)
  const chosen = typeof code === 'string' ? choosePart(code, part) : undefined
  if (chosen !== undefined)
    return { text: importedCode(chosen, directive, host.imports), diagnostics: [] }
  return {
    text: `\`${written.replaceAll('`', "'")}\``,
    diagnostics: [whyNot(code, directive, host.place(from, to))],
  }
}

/** Why a directive shows nothing. */
function whyNot(
  code: ReturnType<PluginHost['read']>,
  { path, part = '' }: ImportDirective,
  at: Place,
): Diagnostic {
  if (typeof code === 'object') return problem('files/hidden-include', at, { path: code.hidden })
  return code === undefined
    ? problem('plugins/missing-code', at, { case: 'file', written: path })
    : problem('plugins/missing-code', at, { case: 'part', written: path, part })
}
