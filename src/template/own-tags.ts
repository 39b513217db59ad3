// Which tags of code are meant as tags. Code is full of samples of other languages; a tag in it is one of the book's own
// when everything that it asks for is defined by the book: `book.…`, or what the text around it sets.
import { inspect } from './inspect.ts'
import type { CodeStretch, Tag } from './scan.ts'
import { type BlockSpelling, type Group, arrange } from './structure.ts'

type Blocks = ReadonlyMap<string, BlockSpelling>

/** The tags of a text without those that only stand in its code. */
export function ownTags(tags: readonly Tag[], blocks: Blocks): readonly Tag[] {
  const byCode = new Map<CodeStretch, Tag[]>()
  for (const tag of tags)
    if (tag.code !== undefined) byCode.set(tag.code, [...(byCode.get(tag.code) ?? []), tag])
  if (byCode.size === 0) return tags
  const names = new Set(['book', ...tags.filter(({ code }) => code === undefined).flatMap(boundBy)])
  const own = new Set([...byCode.values()].flatMap((inside) => ownIn(inside, names, blocks)))
  return tags.filter((tag) => tag.code === undefined || own.has(tag))
}

/** The tags of one stretch of code that are the book's: in whole statements only. */
function ownIn(tags: readonly Tag[], outer: ReadonlySet<string>, blocks: Blocks): readonly Tag[] {
  const names = new Set([...outer, ...tags.flatMap(boundBy)])
  const { groups } = arrange(tags, blocks)
  return tags.filter((tag) => {
    if (tag.kind === 'removed') return true
    const group = groups.get(tag)
    if (tag.kind === 'print') return isOwn(tag, names)
    if (group === undefined || group.spelling !== undefined) return false
    return partsOf(group).every((part) => isOwn(part, names)) && isConditionOfBook(group)
  })
}

function partsOf({ open, middles }: Group): readonly Tag[] {
  return [open, ...middles.filter(({ name }) => name !== 'else' && name !== 'default')]
}

/** Statements that books put into code. */
const USEFUL = new Set(['if', 'for', 'switch', 'set', 'include'])

/** A condition that asks for nothing at all is a sample. */
function isConditionOfBook({ open }: Group): boolean {
  const facts = inspect(open)
  if ('problem' in facts || !USEFUL.has(open.name)) return false
  return facts.uses.length > 0 || open.name === 'set' || open.name === 'include'
}

function isOwn(tag: Tag, names: ReadonlySet<string>): boolean {
  const facts = inspect(tag)
  if ('problem' in facts || (tag.kind === 'print' && facts.uses.length === 0)) return false
  return facts.uses.every((name) => names.has(name))
}

/** The names that a tag gives a meaning to. */
function boundBy(tag: Tag): readonly string[] {
  if (!/^(?:set|for|macro|import|from)$/.test(tag.name)) return []
  const facts = inspect(tag)
  return 'problem' in facts ? [] : facts.binds
}
