// MDX read as Markdown. What its programs would do is left out: imports and exports, comments, and components, whose
// titles, pictures and words stay. Every line keeps its number; how far it moved is told, so that places stay true.
import { lineStarts } from '../core/position.ts'
import type { Range } from '../core/range.ts'

/** MDX as Markdown. */
export interface PlainMdx {
  readonly text: string
  /** How many signs were taken from the beginning of each line. */
  readonly moved: readonly number[]
  /** Components whose tags were left out, in the order of the text. */
  readonly components: readonly (Range & { readonly name: string })[]
}

/** What begins a block of JavaScript. */
const IMPORT = /^import\s(?:[\w$*{},\s]+\sfrom)?\s*['"]/
const EXPORT = /^export\s+(?:const|let|var|function|default|async|class|\{|\*)/
const FENCE = /^[ \t]*(?:[>*+-][ \t]+)*(`{3,}|~{3,})/
const NAME = /\/?(?:[A-Z][\w$]*(?:\.[\w$]+)*(?=[\s/>])|(?=>))/y
/** Longer than anybody writes a tag, a comment or a program in a page. */
const LONGEST = 4000
const COMMENT = /^\{\s*\/\*[^]*?\*\/\s*\}/
/** An attribute of an element of HTML whose value is JavaScript. */
const ELEMENT = /<[a-z][\w-]*(?=[\s/>])/y

/** Leaves out what is no Markdown. Line ends must be '\n'. */
export function plainMdx(text: string): PlainMdx {
  const kept = new Pieces(text)
  for (let at = 0; at < text.length;) at = step(text, at, kept)
  const components = kept.tags
  return { ...dedented(kept.text(), kept.blocks), components }
}

/** A piece of a text that is put in the place of another. */
interface Piece extends Range {
  readonly by: string
}

/** Tags that stand where a line begins: what is between them is indented at will. */
interface BlockTag {
  readonly line: number
  readonly opens: boolean
}

class Pieces {
  readonly #source: string
  readonly #pieces: Piece[] = []
  readonly tags: (Range & { name: string })[] = []
  readonly blocks: BlockTag[] = []
  readonly #starts: readonly number[]
  #line = 0
  #fence: string | undefined

  constructor(source: string) {
    this.#source = source
    this.#starts = lineStarts(source)
  }

  replace(from: number, to: number, by = ''): void {
    const lines = this.#source.slice(from, to).replaceAll(/[^\n]/g, '')
    this.#pieces.push({ from, to, by: by + lines })
  }

  /** Is this line in a fence, or the fence itself? */
  isCode(line: string): boolean {
    const mark = FENCE.exec(line)?.[1]
    const open = this.#fence
    if (open === undefined) {
      this.#fence = mark
      return mark !== undefined
    }
    const isEnd = mark?.startsWith(open) === true && /^[\s>*+-]*[`~]+\s*$/.test(line)
    if (isEnd) this.#fence = undefined
    return true
  }

  note(tag: Tag, from: number): void {
    const { name, isEnd, isAlone } = tag
    if (!isEnd && name !== '') this.tags.push({ from, to: tag.to, name })
    while ((this.#starts[this.#line + 1] ?? Infinity) <= from) this.#line += 1
    const start = this.#starts[this.#line] ?? 0
    if (isAlone || this.#source.slice(start, from).trim() !== '') return
    this.blocks.push({ line: this.#line, opens: !isEnd })
  }

  text(): string {
    let result = ''
    let done = 0
    for (const { from, to, by } of this.#pieces) {
      result += this.#source.slice(done, from) + by
      done = to
    }
    return result + this.#source.slice(done)
  }
}

/** Reads on from a place; tells where. */
function step(text: string, at: number, kept: Pieces): number {
  const isStart = at === 0 || text[at - 1] === '\n'
  if (isStart) {
    const line = lineAt(text, at)
    if (kept.isCode(line)) return at + line.length + 1
    const end = programEnd(text, at)
    if (end !== undefined) {
      kept.replace(at, end)
      return end
    }
  }
  const sign = text[at]
  if (sign === '`') return afterCode(text, at)
  if (sign === '{') return afterComment(text, at, kept)
  return sign === '<' ? afterTag(text, at, kept) : at + 1
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(at, end < 0 ? text.length : end)
}

/** An empty line before, or another program. */
const BEFORE = /(?:^|\n)(?:[ \t]*|(?:import|export)\b[^\n]*)\n$/

/** Where a block of JavaScript ends that begins here. */
function programEnd(text: string, at: number): number | undefined {
  const ahead = text.slice(at, at + LONGEST)
  if (!IMPORT.test(ahead) && !EXPORT.test(ahead)) return undefined
  if (at > 0 && !BEFORE.test(text.slice(Math.max(0, at - 500), at))) return undefined
  const end = closedEnd(ahead)
  if (end !== undefined) return at + end
  return at + lineAt(text, at).length
}

/** The first empty line behind which no bracket is open. */
function closedEnd(program: string): number | undefined {
  let depth = 0
  for (const { 0: sign, index } of program.matchAll(/[{([]|[})\]]|\n(?=[ \t]*(?:\n|$))|$/g)) {
    if (sign === '' || sign === '\n') {
      if (depth <= 0) return index
    } else depth += '{(['.includes(sign) ? 1 : -1
  }
  return undefined
}

/** Behind a span of code, or behind its marks where it never ends. */
function afterCode(text: string, at: number): number {
  const marks = /`+/y
  marks.lastIndex = at
  const [run = '`'] = marks.exec(text) ?? []
  const from = at + run.length
  const rest = text.slice(from, from + LONGEST).split('\n\n', 1)[0] ?? ''
  const end = new RegExp(`(?<!\`)${run}(?!\`)`).exec(rest)
  return end === null ? from : from + end.index + run.length
}

function afterComment(text: string, at: number, kept: Pieces): number {
  const [comment] = COMMENT.exec(text.slice(at, at + LONGEST)) ?? []
  if (comment === undefined) return at + 1
  kept.replace(at, at + comment.length)
  return at + comment.length
}

function afterTag(text: string, at: number, kept: Pieces): number {
  const tag = tagAt(text, at)
  if (tag === undefined) return withoutPrograms(text, at, kept)
  kept.note(tag, at)
  kept.replace(at, tag.to, tag.isEnd ? '' : wordsOf(tag.attributes))
  return tag.to
}

/** A tag of a component, or of a fragment, which has no name. */
interface Tag {
  readonly name: string
  readonly isEnd: boolean
  /** It closes itself. */
  readonly isAlone: boolean
  readonly to: number
  readonly attributes: string
}

function tagAt(text: string, at: number): Tag | undefined {
  NAME.lastIndex = at + 1
  const [name] = NAME.exec(text) ?? []
  if (name === undefined) return undefined
  const from = at + 1 + name.length
  const end = tagEnd(text, from)
  if (end === undefined) return undefined
  const inside = text.slice(from, end)
  return {
    name: name.replace('/', ''),
    isEnd: name.startsWith('/'),
    isAlone: inside.endsWith('/'),
    to: end + 1,
    attributes: inside,
  }
}

/** Where a tag ends: behind quotes and brackets. */
function tagEnd(text: string, from: number): number | undefined {
  let depth = 0
  let quote = ''
  for (let at = from; at < Math.min(text.length, from + LONGEST); at++) {
    const sign = text[at] ?? ''
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (/["'`]/.test(sign)) quote = sign
    else if (sign === '{') depth++
    else if (sign === '}') depth--
    else if (sign === '>' && depth === 0) return at
  }
  return undefined
}

/** What readers would have seen of a component: its title, where it leads, its picture. */
function wordsOf(attributes: string): string {
  const { title, label, heading, src, alt = '', href, to } = stringsIn(attributes)
  const words = (title ?? label ?? heading)?.replaceAll(/\s+/g, ' ').trim()
  const address = href ?? to
  if (words !== undefined && words !== '')
    return address === undefined ? `**${words}**  ` : `[**${words}**](<${address}>)  `
  return src === undefined || !/\.\w{2,5}$/.test(src) ? '' : `![${alt}](<${src}>)`
}

function stringsIn(attributes: string): { readonly [name: string]: string | undefined } {
  const form =
    /(?:^|\s)([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|\{\s*(?:"([^"]*)"|'([^']*)'|`([^`$]*)`)\s*\})/g
  const found = [...attributes.matchAll(form)]
  return Object.fromEntries(
    found.map(([, name = '', ...values]) => [name, values.find((one) => one !== undefined)]),
  )
}

/** An element of HTML without the attributes that are JavaScript. */
function withoutPrograms(text: string, at: number, kept: Pieces): number {
  ELEMENT.lastIndex = at
  const [opening] = ELEMENT.exec(text) ?? []
  const end = opening === undefined ? undefined : tagEnd(text, at + opening.length)
  if (opening === undefined || end === undefined) return at + 1
  for (let from = at + opening.length; from < end; from++) {
    const form = /\s[\w-]+=\{/y
    form.lastIndex = from
    const [attribute] = form.exec(text) ?? []
    if (attribute === undefined) continue
    const close = bracketEnd(text, from + attribute.length)
    kept.replace(from, close)
    from = close - 1
  }
  return end
}

function bracketEnd(text: string, from: number): number {
  let depth = 1
  let at = from
  for (; at < text.length && depth > 0; at++)
    depth += text[at] === '{' ? 1 : text[at] === '}' ? -1 : 0
  return at
}

/** The lines between tags without the indentation that they have there: in Markdown it would be code. */
function dedented(text: string, blocks: readonly BlockTag[]): Pick<PlainMdx, 'text' | 'moved'> {
  const tags = new Map<number, BlockTag[]>()
  for (const tag of blocks) tags.set(tag.line, [...(tags.get(tag.line) ?? []), tag])
  const indents = new Indents()
  const lines = text.split('\n')
  const moved = lines.map((line, index) => indents.takenFrom(line, tags.get(index) ?? []))
  return { text: lines.map((line, index) => line.slice(moved[index])).join('\n'), moved }
}

class Indents {
  /** The indentation in each block that is open, once a line has shown it. */
  readonly #open: (number | undefined)[] = []

  /** How many signs a line loses at its beginning. */
  takenFrom(line: string, tags: readonly BlockTag[]): number {
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0
    if (tags.length > 0) {
      this.#pass(tags)
      return indent
    }
    if (indent === line.length || this.#open.length === 0) return 0
    const last = this.#open.length - 1
    const base = (this.#open[last] ??= indent)
    return Math.min(indent, base)
  }

  #pass(tags: readonly BlockTag[]): void {
    for (const { opens } of tags) {
      if (opens) this.#open.push(undefined)
      else this.#open.pop()
    }
  }
}
