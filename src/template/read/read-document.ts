// Reads one text into nodes. What means nothing is text.
import type { BlockSpelling } from '../request.ts'
import { type Document, type Node, type PlacedTag, type Statement, isTex } from './document.ts'
import type { CodeStretch, Stretch } from './code.ts'
import type { Dialect } from './expression.ts'
import { looseEnds } from './loose-ends.ts'
import { type Blocks, type Meaning, type Pairs, pairTags } from './pair.ts'
import { type Tag, scanTags } from './scan.ts'
import type { SourceFile } from './source-file.ts'
import type { Head } from './statements.ts'

/** Reads a text. */
export function readDocument(
  file: SourceFile,
  code: readonly CodeStretch[],
  blocks: Blocks,
  dialect: Dialect = 'nunjucks',
): Document {
  const scan = scanTags(file.text, code)
  const tags = placed(file.text, scan.tags)
  const pairs = pairTags(file, tags, blocks, dialect)
  const isVerbatim = insideOf(pairs.verbatim)
  const strays = scan.strays.filter((stray) => !isVerbatim(stray) && !isTex(file, stray))
  const { nodes, statements } = build(file.text, tags, pairs.meanings)
  const own = statements.filter(({ spelling }) => spelling === undefined)
  return {
    file,
    nodes,
    diagnostics: [...pairs.diagnostics, ...looseEnds(file, strays, pairs.unknown)],
    names: new Set(own.flatMap(({ binds }) => binds)),
    blocks: new Map(
      own
        .filter(({ name }) => name === 'block')
        .map((block) => [block.parts[0].head.names?.[0] ?? '', block]),
    ),
    extends: own.some(({ name }) => name === 'extends'),
  }
}

/** The tags, each with what is to be shown of it and around it when it turns out to be none. */
function placed(text: string, tags: readonly Tag[]): readonly PlacedTag[] {
  let done = 0
  return tags.map((tag, index) => {
    let { from, to } = tag
    if (tag.trimBefore) while (from > done && isSpace(text[from - 1])) from -= 1
    const next = tags[index + 1]?.from ?? text.length
    if (tag.trimAfter) while (to < next && isSpace(text[to])) to += 1
    done = to
    return { ...tag, shown: { from, to } }
  })
}

function isSpace(sign: string | undefined): boolean {
  return sign !== undefined && /\s/.test(sign)
}

/** Asks whether something lies in one of these stretches, which are in order; so must be what is asked for. */
function insideOf(stretches: readonly Stretch[]): (asked: Stretch) => boolean {
  const sorted = stretches.toSorted((a, b) => a.from - b.from)
  let next = 0
  return ({ from, to }) => {
    while ((sorted[next]?.to ?? Infinity) <= from) next += 1
    const stretch = sorted[next]
    return stretch !== undefined && stretch.from <= from && to <= stretch.to
  }
}

/** A statement that grows. */
interface Growing {
  readonly kind: 'statement'
  readonly name: string
  readonly binds: readonly string[]
  readonly parts: [GrowingPart, ...GrowingPart[]]
  readonly spelling?: BlockSpelling
  end?: PlacedTag
}

interface GrowingPart {
  readonly tag: PlacedTag
  readonly head: Head
  readonly body: Node[]
}

/** The nodes of a text, and all statements in it in the order of their openings. */
function build(
  text: string,
  tags: readonly PlacedTag[],
  meanings: Pairs['meanings'],
): { readonly nodes: readonly Node[]; readonly statements: readonly Statement[] } {
  const nodes: Node[] = []
  const statements: Statement[] = []
  const stack: Growing[] = []
  let done = 0
  const here = (): Node[] => stack.at(-1)?.parts.at(-1)?.body ?? nodes
  const copyTo = (to: number): void => {
    if (done < to) here().push({ kind: 'text', from: done, to })
  }
  for (const tag of tags) {
    const meaning = meanings.get(tag)
    if (meaning === undefined && tag.kind !== 'removed') continue
    copyTo(tag.shown.from)
    done = tag.shown.to
    if (meaning?.kind === 'print') here().push({ kind: 'print', tag, value: meaning.value })
    else if (meaning?.kind === 'opening') {
      const statement = opened(tag, meaning)
      here().push(statement)
      statements.push(statement)
      if (meaning.shape.end !== undefined) stack.push(statement)
    } else if (meaning !== undefined) goOn(stack, tag, meaning)
  }
  copyTo(text.length)
  return { nodes, statements }
}

function opened(tag: PlacedTag, { head, shape }: Extract<Meaning, { kind: 'opening' }>): Growing {
  return {
    kind: 'statement',
    name: tag.name,
    binds: shape.binds?.(head) ?? [],
    parts: [{ tag, head, body: [] }],
    ...(shape.spelling === undefined ? {} : { spelling: shape.spelling }),
  }
}

/** The innermost statement has one more part, or ends. */
function goOn(
  stack: Growing[],
  tag: PlacedTag,
  meaning: Extract<Meaning, { kind: 'divider' | 'end' }>,
): void {
  const statement = stack.at(-1)
  if (statement === undefined) return
  if (meaning.kind === 'divider') statement.parts.push({ tag, head: meaning.head, body: [] })
  else {
    statement.end = tag
    stack.pop()
  }
}
