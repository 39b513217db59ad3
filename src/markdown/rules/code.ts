// Blocks of code, highlighted while the book is built. The text of a block is never changed, but for comments that
// were meant for the one who shows it.
import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { titled } from '../../components/code.ts'
import type { CodeRequest } from '../../components/define.ts'
import type { Place } from '../../core/diagnostic.ts'
import { escapeHtml } from '../../core/html.ts'
import { type Block, type Element, element, raw } from '../../tree/node.ts'
import type { Highlighter } from '../highlight.ts'
import { type Remark, createRemark } from '../remarks.ts'
import type { Makers, TreeContext } from '../to-tree.ts'
import { type MarkedCode, showsBlocks, takeCodeComments, takeDiffSigns } from './code-comments.ts'
import { type HiddenLines, withoutHidden } from './code-hidden.ts'
import { parseCodeInfo } from './code-info.ts'
import { wrapLines } from './code-lines.ts'
import { plainTerminal } from './code-terminal.ts'
import { strayFences } from './fences.ts'
import { type OpenComponent, opened } from './component-page.ts'
import { type CodeOptions, type LineRange, parseCodeOptions } from './code-options.ts'

/** How blocks of code are shown that do not say it themselves. */
export interface CodeDefaults {
  readonly lineNumbers: boolean
  readonly wrap: boolean
  readonly hiddenLines: HiddenLines
  /** What languages are called. */
  readonly names?: { readonly [language: string]: string }
}

/** What one block asks for. */
export interface Wishes extends CodeOptions {
  readonly language: string
  readonly wrap: boolean
  /** The text with what was taken out of it. */
  readonly written?: string
}

const SIGNS = new Set(['ins', 'del', 'error', 'warning'])
const wishes: Remark<Wishes> = createRemark()

/** Reads what fences ask for. */
export function code(md: MarkdownIt, defaults: CodeDefaults): void {
  md.core.ruler.after('block', 'code_options', (state: StateCore) => {
    const around: (Partial<CodeOptions> | undefined)[] = []
    for (const token of state.tokens)
      if (token.type === 'component_open') around.push(optionsIn(opened.of(token)) ?? around.at(-1))
      else if (token.type === 'component_close') around.pop()
      else if (token.type === 'fence')
        readWishes(token, md.utils.unescapeAll(token.info), defaults, around.at(-1))
  })
}

function optionsIn(found: OpenComponent | undefined): Partial<CodeOptions> | undefined {
  return found?.known.component.name === 'code' ? optionsOf(found.tag.given) : undefined
}

/** What `{% code title="a.js" overflow="wrap" lineNumbers="true" %}` says of the code in it. */
export function optionsOf(
  given: readonly { readonly name: string; readonly value: string }[],
): Partial<CodeOptions> {
  const told = new Map(given.map(({ name, value }) => [name.toLowerCase(), value]))
  const title = told.get('title')
  const numbers = told.get('linenumbers')?.toLowerCase()
  const overflow = told.get('overflow')?.toLowerCase()
  return {
    ...(title ? { title } : {}),
    ...(numbers === undefined ? {} : { numbers: numbers === 'true' ? 1 : false }),
    ...(overflow === undefined ? {} : { wrap: overflow === 'wrap' }),
    ...(told.get('expandable')?.toLowerCase() === 'true' ? { isLong: true } : {}),
  }
}

/** Fences and indented code. */
export function codeMakers(highlighter: Highlighter): Makers {
  return {
    fence(making, token) {
      if (strayFences.of(token)) making.rewrite()
      addFence(making, token, highlighter)
    },
    code_block: (making, token) => addCode(making, token, pre([], [], escapeHtml(token.content))),
  }
}

/** Before anyone reads the text of the block: search shall find what readers see. */
function readWishes(
  token: Token,
  info: string,
  defaults: CodeDefaults,
  around: Partial<CodeOptions> | undefined,
): void {
  const terminal = plainTerminal(token.content)
  const parsed = parseCodeInfo(terminal === undefined ? info : info.trim() || 'console')
  const options = { ...around, ...parseCodeOptions(parsed) }
  const isDiff = options.under !== undefined && parsed.language === 'diff'
  const written = withoutHidden(terminal ?? token.content, parsed, defaults.hiddenLines)
  const { text, ranges } = markedCode(written, parsed.language, isDiff)
  const source = token.content
  token.content = text
  wishes.set(token, {
    ...options,
    ...(source !== text && { written: source }),
    language: isDiff ? (options.under ?? '') : parsed.language,
    ranges: [...options.ranges, ...ranges],
    numbers: options.numbers ?? (defaults.lineNumbers ? 1 : false),
    wrap: options.wrap ?? defaults.wrap,
  })
}

/** Code without what only marks lines of it. */
function markedCode(written: string, language: string, isDiff: boolean): MarkedCode {
  const signed = isDiff ? takeDiffSigns(written) : { text: written, ranges: [] }
  if (showsBlocks(language, signed.text)) return signed
  const { text, ranges } = takeCodeComments(signed.text)
  return { text, ranges: [...signed.ranges, ...ranges] }
}

function addFence(making: TreeContext, token: Token, highlighter: Highlighter): void {
  const asked = wishes.of(token)
  const { html, classes } = highlight(token.content, asked?.language ?? '', highlighter)
  addCode(making, token, preOf(html, classes, asked))
}

/** Highlighted code as it is wished. */
export function preOf(
  html: string,
  classes: readonly string[],
  asked: Wishes | undefined,
): Element {
  const names = preClasses(asked)
  const lines = names.includes('code-lines')
  const start = asked?.numbers === false ? undefined : asked?.numbers
  return pre(names, classes, lines ? wrapLines(html, { ranges: asked?.ranges ?? [], start }) : html)
}

/** Code that is not written as Markdown. */
export function codeBlock(
  { text, language, title, source }: CodeRequest,
  highlighter: Highlighter,
  defaults: CodeDefaults,
): Block {
  const { html, classes } = highlight(`${text}\n`, language, highlighter)
  const numbers = defaults.lineNumbers ? 1 : undefined
  const names = [
    ...(numbers === undefined ? [] : ['code-lines', 'code-numbers']),
    ...(defaults.wrap ? ['wrap'] : []),
  ]
  const inner = numbers === undefined ? html : wrapLines(html, { ranges: [], start: numbers })
  const shown = pre(names, classes, inner)
  return {
    kind: 'block',
    block: 'code',
    language,
    text: `${text}\n`,
    ...(title === undefined ? {} : { title }),
    children: title === undefined ? [shown, raw('\n')] : [titled(shown, title), raw('\n')],
    source: { kind: 'code', place: (from, to) => (source ?? NOWHERE).place(from, to) },
  }
}

const NOWHERE = { place: () => ({ file: '' }) as unknown as Place }

/** All of a file: each line has a number and an id. */
export function listing(
  content: string,
  language: string,
  highlighter: Highlighter,
  defaults: CodeDefaults,
): Element {
  const { html, classes } = highlight(content.replace(/\n?$/, '\n'), language, highlighter)
  const names = ['code-lines', 'code-numbers', ...(defaults.wrap ? ['wrap'] : [])]
  return pre(names, classes, wrapLines(html, { ranges: [], start: 1, ids: true }))
}

/** Wide code scrolls, and what scrolls must be reachable by keyboard. */
function pre(names: readonly string[], classes: readonly string[], html: string): Element {
  return element(
    'pre',
    [['tabindex', '0'], ...classAttribute(names)],
    [element('code', classAttribute(classes), [raw(html)])],
  )
}

function addCode({ builder, page }: TreeContext, token: Token, shown: Element): void {
  const { title, language = '', written } = wishes.of(token) ?? {}
  const [first = 0] = token.map ?? []
  builder.add({
    kind: 'block',
    block: 'code',
    language,
    ...(token.type === 'fence' && { info: token.info }),
    text: token.content,
    ...(written !== undefined && { written }),
    ...(title === undefined ? {} : { title }),
    children: title === undefined ? [shown, raw('\n')] : [titled(shown, title), raw('\n')],
    lines: [first + (token.type === 'fence' ? 1 : 0), token.map?.[1] ?? first],
    source: { kind: 'code', place: (from, to) => page.place(from, to) },
  })
}

/** Code as HTML, and the classes that say its language. */
export function highlight(
  text: string,
  language: string,
  highlighter: Highlighter,
): { readonly html: string; readonly classes: readonly string[] } {
  if (language === '') return { html: escapeHtml(text), classes: [] }
  const highlighted = highlighter.highlight(text, language)
  const canonical = highlighted?.language ?? language.toLowerCase()
  const classes = [`lang-${language}`, `language-${canonical}`]
  if (highlighted === undefined) return { html: escapeHtml(text), classes }
  return { html: highlighted.html, classes: [...classes, 'hljs'] }
}

/** Most code is shown as it is. */
function isPlain({ numbers, ranges, isLong, wrap }: Wishes): boolean {
  return typeof numbers !== 'number' && ranges.length === 0 && isLong !== true && !wrap
}

/** Lines are elements only where something is to be seen of them. */
export function preClasses(asked: Wishes | undefined): readonly string[] {
  if (asked === undefined || isPlain(asked)) return []
  const numbered = typeof asked.numbers === 'number'
  const has = (test: (range: LineRange) => boolean): boolean => asked.ranges.some(test)
  return [
    ...(numbered || asked.ranges.length > 0 ? ['code-lines'] : []),
    ...(numbered ? ['code-numbers'] : []),
    ...(has(({ as }) => SIGNS.has(as)) ? ['code-signs'] : []),
    ...(has(({ as }) => as === 'focus') ? ['code-focus'] : []),
    ...(asked.isLong === true ? ['code-long'] : []),
    ...(asked.wrap ? ['wrap'] : []),
  ]
}

function classAttribute(classes: readonly string[]): readonly (readonly [string, string])[] {
  return classes.length === 0 ? [] : [['class', classes.join(' ')]]
}
