// Ids that authors gave themselves, in `{#id}` or in raw HTML. They are collected before any heading gets an id of its
// own, so that those make room.
import type { Token } from 'markdown-it'
import type { Place } from '../core/diagnostic.ts'
import { also, problem } from '../messages/problem.ts'
import { attributeOf, scanTags } from './html-tags.ts'
import type { PageState } from './page.ts'
import { origins, ranges } from './remarks.ts'
import { explicitIds } from './rules/heading-ids.ts'
import { type IdPool, createIdPool } from './slug.ts'

/** A pool with every id that the author of a page gave; duplicates are reported. */
export function collectExplicitIds(
  tokens: readonly Token[],
  page: PageState,
  decodeEntities: (text: string) => string,
): IdPool {
  const pool = createIdPool()
  const first = new Map<string, Place>()

  const reserve = (id: string, at: Place): boolean => {
    if (pool.reserve(id)) {
      first.set(id, at)
      return true
    }
    page.diagnostics.push(
      problem('markdown/duplicate-id', at, { id }, also('first-here', first.get(id) ?? at)),
    )
    return false
  }
  const reserveHtml = (html: string, block: Token, base: number): void => {
    if (!/id\s*=/i.test(html)) return
    for (const tag of scanTags(html)) {
      const attribute = tag.closing ? undefined : attributeOf(tag, 'id')
      if (attribute === undefined || attribute.value === '') continue
      const range = { from: base + attribute.valueStart, to: base + attribute.valueEnd }
      reserve(decodeEntities(attribute.value), page.place(block, range))
    }
  }

  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') reserveHeading(token, tokens[index + 1], page, reserve)
    else if (token.type === 'html_block') reserveHtml(token.content, token, 0)
    else if (token.type === 'inline' && token.content.includes('<'))
      for (const child of token.children ?? [])
        if (child.type === 'html_inline')
          reserveHtml(child.content, token, ranges.of(child)?.from ?? 0)
  }
  return pool
}

function reserveHeading(
  token: Token,
  inline: Token | undefined,
  page: PageState,
  reserve: (id: string, at: Place) => boolean,
): void {
  const explicit = explicitIds.of(token)
  if (explicit === undefined || inline === undefined) return
  const origin = origins.of(inline)?.[0] ?? 0
  const at = page.placeAt(origin + explicit.from, explicit.length)
  explicitIds.set(token, { ...explicit, reserved: reserve(explicit.id, at) })
}
