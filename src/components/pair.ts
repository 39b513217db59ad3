// Which tags belong together. What never ends ends with what it stands in, where the next of its kind begins, or at the next
// heading; an end without a beginning is dropped. Nothing of an author's text is lost by either.
import { type FoundHeading, type FoundTag, findTags, mayHaveComponents } from './find.ts'
import { isForeign } from './foreign.ts'
import { type Opening, type Scan, isImplied, isLeft, isOfLine, lookIn } from './opening.ts'
import { Lines } from './lines.ts'
import { isTranslated, lastMisspelled } from './misspelled.ts'
import { Rows } from './rows.ts'
import {
  type KnownTag,
  dividerIn,
  knownContainer,
  knownTag,
  lineTag,
  lostPartTag,
  unknownPartTag,
  unknownTag,
} from './table.ts'
import type { Tag } from './tag.ts'

const NOTHING: Scan = { openings: new Map(), ends: new Map(), stray: new Map(), unended: [] }

/** How far behind an embed its end may stand. */
const OPTIONAL_LINES = 20

/** The components of a text. */
export function scanComponents(
  text: string,
  { literal = [], isDefined = NEVER }: Scope = {},
): Scan {
  if (!mayHaveComponents(text)) return NOTHING
  return new Pairer(text, isDefined).pair(findTags(text, literal))
}

/** What a text stands in. */
export interface Scope {
  /** Ranges in which tags are words. */
  readonly literal?: readonly { readonly from: number; readonly to: number }[]
  /** Does the book itself define a block of this name? */
  readonly isDefined?: (name: string) => boolean
}

const NEVER = (): boolean => false

/** What waits for its end, and where in the stack. */
interface OpenTag {
  readonly opening: Opening
  readonly depth: number
}

class Pairer {
  readonly #text: string
  readonly #stack: Opening[] = []
  /** What waits for an end of a name, innermost last. */
  readonly #waiting = new Map<string, OpenTag[]>()
  readonly #openings: Opening[] = []
  readonly #ends = new Map<FoundTag, Opening>()
  readonly #stray: Tag[] = []
  readonly #isDefined: (name: string) => boolean
  readonly #rows: Rows
  /** Where among the tags each name stands last. */
  readonly #last = new Map<string, number>()
  #lastHeading = -1
  readonly #lines: Lines

  constructor(text: string, isDefined: (name: string) => boolean) {
    this.#text = text
    this.#rows = new Rows(text)
    this.#isDefined = isDefined
    this.#lines = new Lines(text)
  }

  pair(found: readonly (FoundTag | FoundHeading)[]): Scan {
    for (const [index, one] of found.entries())
      if ('tag' in one) this.#last.set(one.tag.name, index)
    const opened = new Map<FoundTag, Opening>()
    for (const [index, one] of found.entries()) {
      if ('heading' in one) this.#lastHeading = one.heading
      else if (!this.#isVerbatim(one, index)) this.#match(one, opened)
    }
    return this.#settle(found, opened)
  }

  /** Inside of code that ends: a tag there is code, unless it divides or ends it. */
  #isVerbatim(one: FoundTag, index: number): boolean {
    const around = this.#stack.at(-1)
    if (around?.known.isVerbatim !== true || around.known.endsOnLine === true) return false
    const outer = this.#stack.findLast(
      ({ known }) => known.isVerbatim === true && known.kind !== 'divides',
    )
    const owner = outer ?? around
    if (
      around.known.kind === 'divides' &&
      around.known.component.within !== owner.known.component.name
    )
      return false
    const end = `end${owner.known.tag}`
    if ((this.#last.get(end) ?? -1) < index) return false
    if (one.tag.name === end) return false
    const within = knownTag(one.tag.name)?.component.within
    return within === undefined || within !== owner.known.component.name
  }

  #match(one: FoundTag, opened: Map<FoundTag, Opening>): void {
    const { tag, colons, where } = one
    if (colons > 0 && tag.name === 'end') return this.#close(one, ':')
    if (colons === 0 && /^end./.test(tag.name)) return this.#close(one, tag.name.slice(3))
    const divides = dividerIn(this.#stack.at(-1)?.known, tag.name)
    const known = divides ?? this.#knownAs(one)
    if (known === undefined) return
    const opening: Opening = {
      tag,
      known,
      where: divides === undefined ? where : 'block',
      colons,
      line: this.#lines.before(tag.from),
      children: [],
    }
    opened.set(one, opening)
    if (known.kind === 'void') return
    const key = colons > 0 ? ':' : tag.name
    const waiting = this.#waiting.get(key) ?? []
    waiting.push({ opening, depth: this.#stack.length })
    this.#waiting.set(key, waiting)
    this.#stack.push(opening)
  }

  #knownAs({ tag, colons, where }: FoundTag): KnownTag | undefined {
    if (colons > 0)
      return (
        knownContainer(tag.name.toLowerCase()) ??
        (this.#isDefined(tag.name) ? { ...unknownTag(tag.name), kind: 'paired' } : undefined)
      )
    const known = knownTag(tag.name)
    if (where === 'inline' && (known === undefined || !this.#mayBeginHere(tag)))
      return lineTag(tag.name)
    return known ?? (isForeign(tag.name) ? undefined : unknownTag(tag.name))
  }

  /** In the middle of a line, only what follows a tag begins a block, and what ends in the row of a table in which it stands. */
  #mayBeginHere(tag: Tag): boolean {
    const before = this.#text.slice(Math.max(0, tag.from - 40), tag.from)
    return before.trimEnd().endsWith('%}') || this.#rows.holds(tag)
  }

  #close(one: FoundTag, key: string): void {
    const innermost = this.#innermost(one, key) ?? this.#begunAs(one, key)
    if (innermost !== undefined && this.#mayEnd(innermost.opening, one)) {
      this.#ends.set(one, innermost.opening)
      innermost.opening.end = one.tag
      this.#stack.length = innermost.depth
    } else if (one.where === 'block' && key !== ':') this.#stray.push(one.tag)
  }

  /** What waits for an end; colons end what has as many of them, if there is such. */
  #innermost(one: FoundTag, key: string): OpenTag | undefined {
    const waiting = this.#waiting.get(key)
    let innermost = waiting?.at(-1)
    while (innermost !== undefined && this.#stack[innermost.depth] !== innermost.opening) {
      waiting?.pop()
      innermost = waiting?.at(-1)
    }
    if (key !== ':' || innermost === undefined) return innermost
    const same = waiting?.findLast(
      ({ opening, depth }) => opening.colons === one.colons && this.#stack[depth] === opening,
    )
    return same ?? innermost
  }

  /** What an end belongs to whose beginning nobody knows: since the last heading, the block that the end names. */
  #begunAs({ where, colons }: FoundTag, key: string): OpenTag | undefined {
    const known = where === 'block' && colons === 0 ? knownTag(key) : undefined
    if (known === undefined || known.kind === 'void') return undefined
    const isTaken = (name: string): boolean => this.#last.has(`end${name}`) || this.#isDefined(name)
    const depth = lastMisspelled(this.#stack, isTaken)
    const opening = this.#stack[depth]
    if (opening === undefined || opening.tag.from < this.#lastHeading) return undefined
    opening.known = known
    return { opening, depth }
  }

  #mayEnd({ known, tag, line }: Opening, { tag: end }: FoundTag): boolean {
    if (known.endsOnLine === true) return line === this.#lines.before(end.from)
    if (known.kind !== 'optional' || known.component.name === 'unknown') return true
    if (this.#lastHeading > tag.from) return false
    const between = this.#text.slice(tag.to, end.from)
    return between.length < 4000 && between.split('\n').length <= OPTIONAL_LINES
  }

  /** With the ends known that are there, finds those that are not. */
  #settle(
    found: readonly (FoundTag | FoundHeading)[],
    opened: ReadonlyMap<FoundTag, Opening>,
  ): Scan {
    const stack: Opening[] = []
    const unended: Opening[] = []
    const endImplied = (at: number, isLast: (opening: Opening) => boolean): void => {
      for (let top = stack.at(-1); top !== undefined && isImplied(top); top = stack.at(-1)) {
        if (isLast(top)) return
        top.until = at
        stack.pop()
        if (top.known.kind !== 'divides') unended.push(top)
      }
    }
    for (const one of found) {
      if ('heading' in one) {
        endImplied(one.heading, ({ known }) => known.kind === 'divides')
        continue
      }
      const closing = this.#ends.get(one)
      const opening = opened.get(one)
      if (closing !== undefined) {
        endImplied(one.tag.from, (top) => top === closing)
        closing.until = one.tag.from
        lookIn(closing, this.#text)
        closing.isOfLine = isOfLine(closing, one.tag, this.#text)
        if (stack.at(-1) === closing) stack.pop()
      } else if (opening !== undefined && this.#isKept(this.#asPart(opening, stack), stack)) {
        endImplied(one.tag.from, (top) => !isLeft(top, opening))
        this.#beginPart(opening, stack, endImplied)
        stack.at(-1)?.children.push(opening)
        opening.isOfLine = opening.known.isWord === true
        this.#openings.push(opening)
        if (opening.end !== undefined || isImplied(opening)) stack.push(opening)
      }
    }
    endImplied(this.#text.length, () => false)
    return {
      openings: new Map(this.#openings.map((one) => [one.tag.from, one])),
      ends: new Map([...this.#ends.keys()].map(({ tag }) => [tag.from, tag])),
      stray: new Map(
        this.#stray
          .filter(({ name }) => knownTag(name.slice(3)) !== undefined)
          .map((tag) => [tag.from, tag]),
      ),
      unended,
    }
  }

  /**
   * Without an end, in a block of an unknown plugin, a tag that nobody knows is a part of that block. A part that stands
   * in nothing that it could be a part of is no part.
   */
  #asPart(opening: Opening, stack: readonly Opening[]): Opening {
    const { known, end, tag, where } = opening
    const { within } = known.component
    if (known.kind === 'divides' && within !== undefined) {
      const isPart =
        where === 'block' && stack.some(({ known: { component } }) => component.name === within)
      if (!isPart) opening.known = lostPartTag(tag.name)
      return opening
    }
    const isLost = known.component.name === 'unknown' && end === undefined && where === 'block'
    if (!isLost || this.#isDefined(tag.name)) return opening
    if (isTranslated(tag)) {
      opening.known = lostPartTag(tag.name)
      return opening
    }
    const around = stack.findLast(({ known: { component } }) => component.name !== 'unknown-part')
    if (around?.known.component.name === 'unknown') opening.known = unknownPartTag(tag.name)
    return opening
  }

  /** A tag that divides means nothing elsewhere, and neither does one that nobody knows and nothing ends. */
  #isKept({ known, end, tag }: Opening, stack: readonly Opening[]): boolean {
    if (known.component.name === 'unknown')
      return (
        end !== undefined ||
        known.kind === 'void' ||
        this.#isDefined(tag.name) ||
        tag.given.some(({ value }) => /^https?:\/\//i.test(value))
      )
    if (known.endsOnLine === true) return end !== undefined
    if (known.kind !== 'divides') return true
    return stack.some((around) => around.known.component.name === known.component.within)
  }

  /** The next part ends the one before. */
  #beginPart(
    opening: Opening,
    stack: readonly Opening[],
    endImplied: (at: number, isLast: (opening: Opening) => boolean) => void,
  ): void {
    const { within } = opening.known.component
    if (within === undefined) return
    const family = stack.findLastIndex(
      ({ known: { component } }) => component.name === within || component.within === within,
    )
    const inner = stack[family]
    if (inner === undefined) return
    if (inner.known.component.name === within) endImplied(opening.tag.from, (top) => top === inner)
    else if (isImplied(inner)) {
      const outer = stack[family - 1]
      endImplied(opening.tag.from, (top) => top === outer)
    }
  }
}
