// Quotes that plugins of GitBook showed as callouts: `> **Note** …` of richquotes, `> **[info] Title**` or `> [info] …` of
// alerts, which may be headings, and `> #### Note` or `> #### Note::Title` of callouts. Only books that list those plugins ask
// for them.
import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import type { CalloutKind, QuoteMarks } from '../../core/callout.ts'
import { origins } from '../remarks.ts'
import { asAlert, asTitle, closingOf } from './alerts.ts'

/** Adds the rule. */
export function boldQuotes(md: MarkdownIt, marks: QuoteMarks): void {
  md.core.ruler.after('inline', 'bold_quotes', (state: StateCore) => {
    const work: Work = { marks, removed: new Set(), titles: new Map() }
    for (const [index, token] of state.tokens.entries())
      if (token.type === 'blockquote_open') makeCallout(state.tokens, index, work)
    if (work.removed.size + work.titles.size === 0) return
    state.tokens = state.tokens.flatMap((token) => [
      ...(work.removed.has(token) ? [] : [token]),
      ...titleTokens(work.titles.get(token), state),
    ])
  })
}

interface Work {
  readonly marks: QuoteMarks
  readonly removed: Set<Token>
  /** What stands behind the opening of a callout, as its title. */
  readonly titles: Map<Token, Title>
}

interface Title {
  readonly shown: readonly Token[]
  /** The text that it was a part of. */
  readonly inline: Token
}

/** A title with more than words in it. */
function titleTokens(title: Title | undefined, state: StateCore): readonly Token[] {
  if (title === undefined) return []
  const inline = new state.Token('inline', '', 0)
  inline.children = [...title.shown]
  inline.content = title.inline.content
  inline.map = title.inline.map
  origins.set(inline, origins.of(title.inline) ?? [])
  return [
    new state.Token('alert_title_open', 'p', 1),
    inline,
    new state.Token('alert_title_close', 'p', -1),
  ]
}

/** Turns the quote at an index into a callout if its first words say so. */
function makeCallout(tokens: readonly Token[], index: number, work: Work): void {
  const [quote, first, inline] = tokens.slice(index, index + 3)
  const close = closingOf(tokens, index)
  if (quote === undefined || close === undefined || !inline?.children) return
  const beginning = first && BEGINNINGS[first.type]?.(inline.children, work.marks, first.tag)
  if (beginning === undefined) return
  const rest = withoutStart(inline.children.slice(beginning.length), beginning.start)
  const block = tokens.slice(index + 1, index + 4)
  if (beginning.shown !== undefined) work.titles.set(quote, { shown: beginning.shown, inline })
  else if (beginning.isInside) block.forEach(asTitle)
  const spent = rest.length === 0 ? block : []
  if (isMarkAlone(beginning, spent, tokens[index + 4] === close)) return
  asAlert(quote, close, beginning)
  inline.children = rest
  spent.forEach((token) => work.removed.add(token))
}

/** A quote that holds nothing but the mark is a quote. */
function isMarkAlone({ isSaid }: QuoteStart, spent: readonly Token[], isAll: boolean): boolean {
  return spent.length > 0 && !isSaid && isAll
}

/** How a callout may begin, by what the quote begins with. */
const BEGINNINGS: {
  readonly [type: string]: (
    children: readonly Token[],
    marks: QuoteMarks,
    tag?: string,
  ) => QuoteStart | undefined
} = {
  paragraph_open: beginningOf,
  heading_open: (children, marks, tag) =>
    (tag === 'h4' ? titledBeginning(children, marks) : undefined) ??
    headingBeginning(children, marks),
}

interface QuoteStart {
  readonly kind: CalloutKind
  /** As the author wrote it; the usual word of the kind when there is none. */
  readonly title?: string
  /** What stays of its first block is its title. */
  readonly isInside?: true
  /** The tokens of a title that is more than words. */
  readonly shown?: readonly Token[]
  /** It is worth showing alone. */
  readonly isSaid: boolean
  /** How many tokens it takes. */
  readonly length: number
  /** What else goes from the first token that stays. */
  readonly start: RegExp
}

function beginningOf(children: readonly Token[], marks: QuoteMarks): QuoteStart | undefined {
  const first = children.findIndex(({ type, content }) => type !== 'text' || content !== '')
  if (children[first]?.type === 'strong_open') return boldBeginning(children, first, marks)
  const bracket = bracketOf(children[first]?.content ?? '', marks)
  if (children[first]?.type !== 'text' || bracket === undefined) return undefined
  return { kind: bracket.kind, isSaid: false, length: first, start: BRACKET }
}

/** `> #### **[warning]** Title`: the heading is the title. */
function headingBeginning(children: readonly Token[], marks: QuoteMarks): QuoteStart | undefined {
  const text = children.map(({ content }) => content).join('')
  const bracket = bracketOf(text, marks)
  if (bracket === undefined) return undefined
  const { kind, length } = bracket
  const title = text.slice(length).trim()
  const isSaid = title !== ''
  return { kind, isSaid, length: children.length, start: COLON, ...(isSaid ? { title } : {}) }
}

/** Words that may be those of any heading: they need two colons behind them. */
const NEED_COLONS: ReadonlySet<string> = new Set(['hint', 'tag', 'quote', 'default'])
const TITLED = /^\s*([A-Za-z]+)\s*(?:::\s*|$)/

/** `> #### Note`, or `> #### Note::A *title*`. */
function titledBeginning(
  children: readonly Token[],
  { headings }: QuoteMarks,
): QuoteStart | undefined {
  const text = children.map(({ content }) => content).join('')
  const [written = '', name = ''] = TITLED.exec(text) ?? []
  const kind = headings.get(name.toLowerCase())
  const isWord = !written.includes('::') && NEED_COLONS.has(name.toLowerCase())
  if (kind === undefined || isWord || children[0]?.type !== 'text') return undefined
  const title = text.slice(written.length).trim()
  const own = title === '' ? {} : { title, isInside: true as const }
  return { kind, isSaid: true, length: 0, start: TITLED, ...own }
}

const MORE_THAN_WORDS: ReadonlySet<string> = new Set(['link_open', 'image', 'code_inline'])

/** Between a bold title and the words behind it. */
const COLON = /^\s*[:：]?\s*/
const BRACKET = /^\s*\[\w+\][ \t]*/

function boldBeginning(
  children: readonly Token[],
  first: number,
  marks: QuoteMarks,
): QuoteStart | undefined {
  const level = children[first]?.level
  const last = children.findIndex(
    (token, at) => at > first && token.type === 'strong_close' && token.level === level,
  )
  if (last < 0) return undefined
  const inside = children.slice(first + 1, last)
  const bold = inside
    .map(({ type, content }) => (type.endsWith('break') ? ' ' : content))
    .join('')
    .trim()
  const bracket = bracketOf(bold, marks)
  const title = bold.slice(bracket?.length ?? 0).replace(/\s*[:：]$/, '')
  const kind = bracket?.kind ?? marks.words.get(title.toLowerCase())
  if (kind === undefined) return undefined
  const isSaid = bracket !== undefined && title !== ''
  const own = title === '' ? {} : { title, ...(isSaid && shownTitle(inside)) }
  return { kind, isSaid, length: last + 1, start: COLON, ...own }
}

/** `**[info] [A page](a.md)**`: the link stays one. */
function shownTitle(inside: readonly Token[]): Pick<QuoteStart, 'shown' | 'isInside'> | undefined {
  if (inside[0]?.type !== 'text' || !inside.some(({ type }) => MORE_THAN_WORDS.has(type))) return
  return { shown: withoutStart(inside, BRACKET), isInside: true }
}

function bracketOf(
  text: string,
  { brackets }: QuoteMarks,
): { readonly kind: CalloutKind; readonly length: number } | undefined {
  const [written = '', name = ''] = /^\s*\[(\w+)\]\s*/.exec(text) ?? []
  const kind = brackets.get(name.toLowerCase())
  return kind === undefined ? undefined : { kind, length: written.length }
}

/** The tokens behind the mark, without the space and the break that parted them from it. */
function withoutStart(children: readonly Token[], start: RegExp): Token[] {
  const [first, ...rest] = children
  if (first?.type === 'text') first.content = first.content.replace(start, '')
  const isSpent = first?.type === 'text' ? first.content === '' : first?.type.endsWith('break')
  if (first === undefined || !isSpent) return [...children]
  return withoutStart(rest, /^\s+/)
}
