// Which tags mean something, and which of them belong together. A tag that cannot be read, a statement without its end, an
// end without its statement, a statement that nobody registered: they mean nothing, and are text.
import type { Range } from '../../core/range.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Reason } from '../../messages/messages.ts'
import { problem } from '../../messages/problem.ts'
import type { BlockSpelling } from '../request.ts'
import { Failure } from '../failure.ts'
import { type Node, type PlacedTag, type Statement, isTex, textAt } from './document.ts'
import type { Dialect } from './expression.ts'
import { ExpressionReader } from './expression-reader.ts'
import { syntaxProblem } from './loose-ends.ts'
import type { Tag } from './scan.ts'
import type { SourceFile } from './source-file.ts'
import {
  COMPANIONS,
  type Head,
  MisplacedTag,
  type Shape,
  demandAlone,
  demandOrder,
  shapeOf,
} from './statements.ts'

/** What a tag means to those who put the text together. The bodies of a statement are empty until then. */
export interface Meaning {
  /** What begins here. */
  readonly node?: Node
  /** True where the part of a statement before it ends. */
  readonly isEnd?: boolean
  /** What the text behind it belongs to. */
  readonly body?: Node[]
}

/** How a statement is written, and who registered it; the language's own belong to nobody. */
export interface RegisteredShape extends Shape {
  readonly spelling?: BlockSpelling
}

/** The registered blocks by name. */
export type Blocks = ReadonlyMap<string, BlockSpelling>

/** What was found out about the tags of a text. */
export interface Pairs {
  /** Tags that mean something. */
  readonly meanings: ReadonlyMap<PlacedTag, Meaning>
  /** Statements that nobody knows. */
  readonly unknown: readonly PlacedTag[]
  /** Content of blocks that is left as written. */
  readonly verbatim: readonly Range[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Pairs the tags of a text. */
export function pairTags(
  file: SourceFile,
  tags: readonly PlacedTag[],
  blocks: Blocks,
  dialect: Dialect,
): Pairs {
  return new Pairer(file, blocks, dialect).pair(tags)
}

const CONDITIONS = new Set(['if', 'elif', 'elseif', 'elsif'])

/** A statement that is not ended yet. */
interface Open {
  readonly shape: RegisteredShape
  /** What opens it, and what divides it. */
  readonly tags: [PlacedTag, ...PlacedTag[]]
}

class Pairer {
  readonly #file: SourceFile
  readonly #blocks: Blocks
  readonly #dialect: Dialect
  readonly #companions: ReadonlyMap<string, string>
  readonly #stack: Open[] = []
  /** How many open statements a name would divide or end. */
  readonly #waiting = new Map<string, number>()
  readonly #meanings = new Map<PlacedTag, Meaning>()
  readonly #unknown: PlacedTag[] = []
  readonly #verbatim: Range[] = []
  readonly #diagnostics: Diagnostic[] = []
  readonly #ownBlocks = new Set<string>()

  constructor(file: SourceFile, blocks: Blocks, dialect: Dialect) {
    this.#file = file
    this.#blocks = blocks
    this.#dialect = dialect
    this.#companions = companions(blocks)
  }

  pair(tags: readonly PlacedTag[]): Pairs {
    const lastOf = new Map(tags.map(({ name }, index) => [name, index]))
    for (const [index, tag] of tags.entries()) {
      if (tag.kind === 'removed' || this.#isVerbatim(tag, index, lastOf)) continue
      if (tag.kind === 'print') this.#print(tag)
      else this.#statement(tag)
    }
    while (this.#stack.length > 0) this.#dissolve()
    return {
      meanings: this.#meanings,
      unknown: this.#unknown.filter((tag) => !this.#isQuiet(tag)),
      verbatim: this.#verbatim,
      diagnostics: this.#diagnostics,
    }
  }

  /** True inside a block whose content is left as written, if it ever ends. */
  #isVerbatim(tag: Tag, index: number, lastOf: ReadonlyMap<string, number>): boolean {
    const { shape } = this.#stack.at(-1) ?? {}
    if (shape?.spelling?.verbatim !== true || shape.end === undefined) return false
    const isPart = tag.name === shape.end || shape.middles.includes(tag.name)
    return !isPart && (lastOf.get(shape.end) ?? -1) > index
  }

  #print(tag: PlacedTag): void {
    try {
      const value = new ExpressionReader(tag.inner, this.#dialect).whole()
      // A constant in a formula or in a sample is what it looks like.
      if (this.#isQuiet(tag) && isConstant(tag)) return
      this.#meanings.set(tag, { node: { kind: 'print', tag, value } })
    } catch (error) {
      this.#refuse(tag, error)
    }
  }

  #statement(tag: PlacedTag): void {
    const shape = shapeOf(tag) ?? registeredShape(tag, this.#blocks)
    if (shape !== undefined) return this.#open(tag, shape)
    const opener = this.#openerOf(tag)
    if (opener >= 0) {
      while (this.#stack.length > opener + 1) this.#dissolve()
      const open = this.#stack[opener]
      if (open?.shape.end === tag.name) this.#close(tag)
      else open?.tags.push(tag)
      return
    }
    const expected = this.#companions.get(tag.name)
    if (expected === undefined) this.#unknown.push(tag)
    else this.#unpaired(tag, expected)
  }

  #open(tag: PlacedTag, shape: RegisteredShape): void {
    this.#stack.push({ shape, tags: [tag] })
    this.#wait(shape, 1)
    if (shape.end === undefined) this.#close()
  }

  #pop(): Open | undefined {
    const open = this.#stack.pop()
    if (open !== undefined) this.#wait(open.shape, -1)
    return open
  }

  #wait({ end, middles }: Shape, change: number): void {
    for (const name of end === undefined ? middles : [...middles, end])
      this.#waiting.set(name, (this.#waiting.get(name) ?? 0) + change)
  }

  /** The innermost opening that a divider or an end belongs to; code and text around it have nothing in common. */
  #openerOf({ name, code }: Tag): number {
    if ((this.#waiting.get(name) ?? 0) === 0) return -1
    return this.#stack.findLastIndex(
      ({ tags: [tag], shape }) =>
        tag.code === code && (shape.end === name || shape.middles.includes(name)),
    )
  }

  /** The innermost statement is whole. */
  #close(end?: PlacedTag): void {
    const open = this.#pop()
    if (open === undefined) return
    const [first] = open.tags
    // In code, most statements are samples.
    if (first.code !== undefined && open.shape.isUsedInCode !== true) return
    try {
      this.#mean(open, this.#heads(open, end), end)
    } catch (error) {
      this.#refuse(error instanceof MisplacedTag ? error.tag : first, error)
    }
  }

  /** What the tags of a statement say. */
  #heads({ shape, tags }: Open, end: PlacedTag | undefined): readonly Head[] {
    const heads = tags.map((tag) => this.#head(tag, shape))
    if (shape.spelling === undefined) demandOrder(tags)
    if (end !== undefined) demandAlone(end)
    if (tags[0].name === 'block') this.#demandNew(heads[0])
    return heads
  }

  #mean({ shape, tags }: Open, heads: readonly Head[], end: PlacedTag | undefined): void {
    const partOf = (tag: PlacedTag, index: number) => ({
      tag,
      head: heads[index] ?? {},
      body: [] as Node[],
    })
    const [tag, ...dividers] = tags
    const [part, ...parts] = [
      partOf(tag, 0),
      ...dividers.map((divider, at) => partOf(divider, at + 1)),
    ]
    const statement: Statement = {
      kind: 'statement',
      name: tag.name,
      binds: shape.binds?.(part.head) ?? [],
      parts: [part, ...parts],
      ...(end === undefined ? {} : { end }),
      ...(shape.spelling === undefined ? {} : { spelling: shape.spelling }),
    }
    this.#meanings.set(tag, { node: statement, ...(end === undefined ? {} : { body: part.body }) })
    for (const { tag: divider, body } of parts) this.#meanings.set(divider, { isEnd: true, body })
    if (end === undefined) return
    this.#meanings.set(end, { isEnd: true })
    if (shape.spelling?.verbatim === true) this.#verbatim.push({ from: tag.to, to: end.from })
  }

  #head(tag: PlacedTag, shape: Shape): Head {
    try {
      const reader = new ExpressionReader(tag.inner.trim().slice(tag.name.length), this.#dialect)
      const head = shape.read(reader, tag)
      reader.end()
      return head
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (this.#dialect === 'nunjucks' || !CONDITIONS.has(tag.name))
        throw new MisplacedTag(tag, error.reason)
      return this.#unanswered(tag, error.reason)
    }
  }

  /** What GitBook.com cannot read it takes for false: text for some readers is not shown to all. */
  #unanswered(tag: PlacedTag, reason: Reason): Head {
    const args = { case: 'condition', written: textAt(this.#file, tag), reason } as const
    if (!this.#isQuiet(tag))
      this.#diagnostics.push(problem('template/failed', this.#file.place(tag), args))
    return { value: { kind: 'value', value: false } }
  }

  #demandNew({ names: [name = ''] = [] }: Head = {}): void {
    if (this.#ownBlocks.has(name)) throw new Failure({ case: 'block-again', name })
    this.#ownBlocks.add(name)
  }

  /** The innermost statement never ends. */
  #dissolve(): void {
    const open = this.#pop()
    if (open !== undefined) this.#unpaired(open.tags[0], open.shape.end ?? '')
  }

  #unpaired(tag: PlacedTag, expected: string): void {
    if (this.#isQuiet(tag)) return
    const args = { case: 'unpaired', name: tag.name, expected } as const
    this.#diagnostics.push(problem('template/syntax', this.#file.place(tag), args))
  }

  #refuse(tag: Tag, error: unknown): void {
    if (!(error instanceof Failure)) throw error
    if (!this.#isQuiet(tag)) this.#diagnostics.push(syntaxProblem(this.#file, tag, error.reason))
  }

  #isQuiet(tag: Tag): boolean {
    return tag.code !== undefined || isTex(this.#file, tag)
  }
}

function registeredShape({ name }: Tag, blocks: Blocks): RegisteredShape | undefined {
  const spelling = blocks.get(name)
  if (spelling === undefined) return undefined
  const end = spelling.end === undefined ? `end${name}` : spelling.end
  return {
    ...(end === null ? {} : { end }),
    middles: spelling.sections ?? [],
    read: (reader) => ({ args: reader.rest() }),
    spelling,
  }
}

function companions(blocks: Blocks): ReadonlyMap<string, string> {
  const names = new Map(COMPANIONS)
  for (const [name, { end, sections }] of blocks) {
    if (end !== null) names.set(end ?? `end${name}`, name)
    for (const section of sections ?? []) names.set(section, name)
  }
  return names
}

/** True for `{{2}}` and the like: no name stands in it. */
function isConstant({ inner }: Tag): boolean {
  return !/\p{L}/u.test(inner.replaceAll(/"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/g, ''))
}
