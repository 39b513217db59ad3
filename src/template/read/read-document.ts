// Reads one text into nodes. What means nothing is text.
import type { Range } from '../../core/range.ts'
import { type Document, type Node, type PlacedTag, isTex } from './document.ts'
import type { CodeRange } from './code.ts'
import type { Dialect } from './expression.ts'
import { isOfCondition, tagsOfGitbookCom } from './gitbook-com.ts'
import { joinedLine } from './joined-lines.ts'
import { looseEnds } from './loose-ends.ts'
import { type Blocks, type Pairs, pairTags } from './pair.ts'
import { type Tag, scanTags } from './scan.ts'
import type { SourceFile } from './source-file.ts'

/** Reads a text. */
export function readDocument(
  file: SourceFile,
  code: readonly CodeRange[],
  blocks: Blocks,
  dialect: Dialect = 'nunjucks',
): Document {
  const found = scanTags(file.text, code)
  const scan = dialect === 'gitbook.com' ? tagsOfGitbookCom(found, file.text) : found
  const tags = placed(file.text, scan.tags, dialect)
  const pairs = pairTags(file, tags, blocks, dialect)
  const isVerbatim = insideOf(pairs.verbatim)
  const strays = scan.strays.filter((stray) => !isVerbatim(stray) && !isTex(file, stray))
  const own = [...pairs.meanings.values()].flatMap(({ node }) =>
    node?.kind === 'statement' && node.spelling === undefined ? [node] : [],
  )
  return {
    file,
    nodes: build(file.text, tags, pairs.meanings),
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
function placed(text: string, tags: readonly Tag[], dialect: Dialect): readonly PlacedTag[] {
  let done = 0
  return tags.map((tag, index) => {
    let { from, to } = dialect === 'nunjucks' ? tag : takenBy(tag, text)
    if (tag.trimBefore) while (from > done && isSpace(text[from - 1])) from -= 1
    const next = tags[index + 1]?.from ?? text.length
    if (tag.trimAfter) while (to < next && isSpace(text[to])) to += 1
    done = to
    return { ...tag, shown: { from, to } }
  })
}

/** What goes with a tag that means something. */
function takenBy(tag: Tag, text: string): Range {
  const isJoined = tag.code === undefined && isOfCondition(tag)
  return (isJoined ? joinedLine(text, tag) : undefined) ?? tag
}

function isSpace(sign: string | undefined): boolean {
  return sign !== undefined && /\s/.test(sign)
}

/** Asks whether something lies in one of these ranges, which are in order; so must be what is asked for. */
function insideOf(ranges: readonly Range[]): (asked: Range) => boolean {
  const sorted = ranges.toSorted((a, b) => a.from - b.from)
  let next = 0
  return ({ from, to }) => {
    while ((sorted[next]?.to ?? Infinity) <= from) next += 1
    const range = sorted[next]
    return range !== undefined && range.from <= from && to <= range.to
  }
}

/** The nodes of a text. */
function build(
  text: string,
  tags: readonly PlacedTag[],
  meanings: Pairs['meanings'],
): readonly Node[] {
  const nodes: Node[] = []
  const bodies = [nodes]
  let done = 0
  let isRaw = false
  const copyTo = (to: number): void => {
    if (done < to)
      bodies.at(-1)?.push({ kind: 'text', from: done, to, ...(isRaw ? { isRaw: true } : {}) })
  }
  for (const tag of tags) {
    const meaning = meanings.get(tag)
    if (meaning === undefined && tag.kind !== 'removed') continue
    copyTo(tag.shown.from)
    done = tag.shown.to
    if (tag.kind === 'removed') isRaw = tag.name === 'raw' || tag.name === 'verbatim'
    const { node, isEnd, body } = meaning ?? {}
    if (isEnd === true) bodies.pop()
    if (node !== undefined) bodies.at(-1)?.push(node)
    if (body !== undefined) bodies.push(body)
  }
  copyTo(text.length)
  return nodes
}
