// Finds the tags of a text line by line: where a block may begin, where one may end, and where a line of text may hold one.
// What is code, a comment or was protected by `{% raw %}` holds none. Time is linear.
import type { Range } from '../core/range.ts'
import { type Tag, readTag } from './tag.ts'

/** A tag, where it stands. */
export interface FoundTag {
  readonly tag: Tag
  /** `inline` stands in a line of text; an end may stand there too. */
  readonly where: 'block' | 'inline'
  /** How many colons it has; 0 for `{% … %}`. */
  readonly colons: number
}

/** A heading of the first two levels, at the beginning of its line. */
export interface FoundHeading {
  readonly heading: number
}

const PREFIX = /(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*/y
const LIST = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/
const FENCE = /(`{3,})[^`\n]*$|(~{3,}).*$/y
const COLONS = /(:{3,})[ \t]*(?:([a-zA-Z][\w-]*)(.*))?$/y
const EVENT = /\{%|`+|<!--|<(pre|script|style|textarea|code)\b|\\[\s\S]/gi
const RAW = /\{%-?\s*(end)?raw\s*-?%\}/g
const COLONS_FIRST = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?:::/m

/** Could there be a tag in a text? */
export function mayHaveComponents(text: string): boolean {
  return text.includes('{%') || (text.includes(':::') && COLONS_FIRST.test(text))
}

/** The tags and headings of a text, in order. `literal` ranges mean nothing. */
export function findTags(
  text: string,
  literal: readonly Range[] = [],
): readonly (FoundTag | FoundHeading)[] {
  return new Finder(text, literal).find()
}

/** The beginning of fenced code. */
interface Fence {
  readonly sign: string
  readonly length: number
}

class Finder {
  readonly #text: string
  readonly #literal: readonly Range[]
  /** Behind it no tag ends. */
  readonly #lastEnd: number
  #nextLiteral = 0
  readonly #found: (FoundTag | FoundHeading)[] = []
  /** Nothing before this offset is looked at. */
  #skip = 0
  /** Ends that are nowhere behind: nobody looks twice. */
  readonly #absent = new Set<string>()
  #fence: Fence | undefined
  #isInList = false
  #isAfterBlank = true
  /** How many tags that open something are waiting, roughly: indented tags in them are no code. */
  #open = 0
  /** Behind what was read there is none before it. */
  #nextEvent = 0

  constructor(text: string, literal: readonly Range[]) {
    this.#text = text
    this.#literal = literal
    this.#lastEnd = text.lastIndexOf('%}')
  }

  find(): readonly (FoundTag | FoundHeading)[] {
    const { length } = this.#text
    for (let from = 0; from < length;) {
      const end = this.#text.indexOf('\n', from)
      const to = end < 0 ? length : end
      if (to >= this.#skip) this.#line(from, to)
      from = to + 1
    }
    return this.#found
  }

  #line(from: number, to: number): void {
    if (this.#skip > from) return this.#events(this.#skip, to)
    PREFIX.lastIndex = from
    const content = from + (PREFIX.exec(this.#text)?.[0].length ?? 0)
    if (this.#fenceAt(content, to)) return
    const isBlank = content >= to
    if (!isBlank) this.#words(from, content, to)
    this.#isAfterBlank = isBlank
  }

  /** A line that is not empty. */
  #words(from: number, content: number, to: number): void {
    const line = this.#text.slice(from, Math.min(to, from + 200))
    this.#noteList(line)
    if (/^#{1,2}[ \t]/.test(line)) this.#found.push({ heading: from })
    const isCode = this.#isIndentedCode(/^[ \t]*/.exec(line)?.[0] ?? '')
    if (!isCode && !this.#colonsAt(content, to)) this.#events(content, to)
  }

  #noteList(line: string): void {
    if (LIST.test(line)) this.#isInList = true
    else if (this.#isAfterBlank && /^[^\s{]/.test(line)) this.#isInList = false
  }

  /** Four spaces outside of lists and blocks make code, after an empty line. */
  #isIndentedCode(indent: string): boolean {
    const isDeep = indent.length > 3 || indent.includes('\t')
    return isDeep && !this.#isInList && this.#open === 0 && this.#isAfterBlank
  }

  /** Is a line part of a fenced block, or the beginning of one? */
  #fenceAt(content: number, to: number): boolean {
    const text = this.#text.slice(content, to)
    if (this.#fence !== undefined) {
      if (this.#endsFence(text, this.#fence)) this.#fence = undefined
      return true
    }
    const sign = text[0]
    if (sign !== '`' && sign !== '~') return false
    FENCE.lastIndex = 0
    const found = FENCE.exec(text)
    const mark = found?.[1] ?? found?.[2]
    if (mark === undefined || !this.#isClosed(sign, mark.length, to)) return false
    this.#fence = { sign, length: mark.length }
    return true
  }

  #endsFence(text: string, { sign, length }: Fence): boolean {
    const mark = /^(?:`+|~+)(?=[ \t]*$)/.exec(text)?.[0] ?? ''
    return mark[0] === sign && mark.length >= length
  }

  /** Does a fence end? One that does not hides no tags. */
  #isClosed(sign: string, length: number, from: number): boolean {
    const key = sign
    if (this.#absent.has(key + String(length))) return false
    const closer = new RegExp(`^[ \\t>]*${sign}{${length},}[ \\t]*$`, 'gm')
    closer.lastIndex = from
    if (closer.test(this.#text)) return true
    for (let more = length; more < length + 8; more++) this.#absent.add(key + String(more))
    return false
  }

  #colonsAt(content: number, to: number): boolean {
    if (!this.#text.startsWith(':::', content)) return false
    const line = this.#text.slice(content, to)
    COLONS.lastIndex = 0
    const found = COLONS.exec(line)
    if (found === null) return false
    const [, colons = '', name = 'end', rest = ''] = found
    const tag = containerTag({ from: content, to }, name, rest, content + line.length - rest.length)
    this.#add({ tag, where: 'block', colons: colons.length })
    return true
  }

  #events(content: number, to: number): void {
    const event = new RegExp(EVENT)
    event.lastIndex = content
    let isAtBlock = true
    let at = content
    for (
      let found = this.#eventBefore(to, event);
      found !== undefined;
      found = this.#eventBefore(to, event)
    ) {
      const [sign] = found
      if (isAtBlock && this.#text.slice(at, found.index).trim() !== '') isAtBlock = false
      const next = sign === '{%' ? this.#tagAt(found.index, isAtBlock) : this.#pass(found, to)
      if (next === undefined) {
        isAtBlock = false
        continue
      }
      // What follows an end may begin a block, wherever the end stands.
      isAtBlock = sign === '{%' && (isAtBlock || this.#isEnd())
      at = next
      event.lastIndex = next
      if (next > to) {
        this.#skip = next
        return
      }
    }
  }

  /** Few lines have one: to look for the next in each would be to read the rest of the text in each. */
  #eventBefore(to: number, event: RegExp): RegExpExecArray | undefined {
    if (to <= this.#nextEvent) return undefined
    const found = event.exec(this.#text)
    this.#nextEvent = found?.index ?? Infinity
    return found !== null && found.index < to ? found : undefined
  }

  /** Notes a tag; tells where it ends. */
  #tagAt(from: number, isAtBlock: boolean): number | undefined {
    const literal = this.#literalAt(from)
    if (literal !== undefined) return literal.to
    const tag = readTag(this.#text, from, this.#lastEnd)
    if (tag === undefined) return undefined
    if (tag.name === 'raw') return this.#rawEnd(tag) ?? tag.to
    this.#add({ tag, where: isAtBlock ? 'block' : 'inline', colons: 0 })
    return tag.to
  }

  #add(found: FoundTag): void {
    if (found.where === 'block')
      this.#open = Math.max(0, this.#open + (found.tag.name.startsWith('end') ? -1 : 1))
    this.#found.push(found)
  }

  /** Was the last tag an end? */
  #isEnd(): boolean {
    const last = this.#found.at(-1)
    return last !== undefined && 'tag' in last && last.tag.name.startsWith('end')
  }

  #rawEnd(tag: Tag): number | undefined {
    if (this.#absent.has('raw')) return undefined
    const raw = new RegExp(RAW)
    raw.lastIndex = tag.to
    let depth = 1
    for (let found = raw.exec(this.#text); found !== null; found = raw.exec(this.#text)) {
      depth += found[1] === undefined ? 1 : -1
      if (depth === 0) return raw.lastIndex
    }
    this.#absent.add('raw')
    return undefined
  }

  #literalAt(offset: number): Range | undefined {
    while ((this.#literal[this.#nextLiteral]?.to ?? Infinity) <= offset) this.#nextLiteral += 1
    const next = this.#literal[this.#nextLiteral]
    return next !== undefined && next.from <= offset ? next : undefined
  }

  /** Passes over code and comments; tells where they end. */
  #pass(found: RegExpExecArray, to: number): number | undefined {
    const [sign, name] = found
    const after = found.index + sign.length
    if (sign.startsWith('\\')) return after
    if (sign.startsWith('`')) return this.#spanEnd(sign, after, to)
    const end = name === undefined ? '-->' : `</${name.toLowerCase()}`
    return this.#endOf(end, after)
  }

  /** The end of a code span that ends on its line. */
  #spanEnd(marks: string, after: number, to: number): number | undefined {
    const line = this.#text.slice(after, to)
    for (const { 0: run, index } of line.matchAll(/`+/g))
      if (run === marks) return after + index + run.length
    return after
  }

  #endOf(end: string, after: number): number | undefined {
    if (this.#absent.has(end)) return undefined
    const pattern = new RegExp(end, 'gi')
    pattern.lastIndex = after
    const found = pattern.exec(this.#text)
    if (found !== null) return found.index + found[0].length
    this.#absent.add(end)
    return undefined
  }
}

/** `::: name title {key=value}` as a tag. */
function containerTag({ from, to }: Range, name: string, rest: string, restAt: number): Tag {
  const text = rest.trim()
  const at = restAt + rest.length - rest.trimStart().length
  const title = text.replace(/^\[(.*)\]$/, '$1').replace(/^"(.*)"$/, '$1')
  const isAttributes = /^\{.*\}$|^[\w-]+=/.test(text)
  const given =
    text === ''
      ? []
      : isAttributes
        ? (readTag(`{% x ${text.replace(/^\{(.*)\}$/, '$1')} %}`, 0)?.given ?? [])
        : [{ name: 'title', value: title, from: at, to: at + text.length }]
  return { from, to, name, given }
}
