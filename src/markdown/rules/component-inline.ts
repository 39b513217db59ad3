// Components in a line of text: marked words, formulas, links to films.
import type { StateInline } from 'markdown-it'
import { type KnownTag, knownTag, unknownInlineTag } from '../../components/table.ts'
import { unknown } from '../../components/unknown.ts'
import { type Tag, readTag } from '../../components/tag.ts'
import { ranges } from '../remarks.ts'
import { cellTokens, opened, pages } from './component-page.ts'

/** Ends that a line of text does not have: nobody looks twice. */
const absent = new WeakMap<StateInline, Set<string>>()

/** A component in a line of text. */
export function inlineComponent(state: StateInline, silent: boolean): boolean {
  const tag = tagAt(state)
  const known = tag && (knownTag(tag.name) ?? unknownInlineTag(tag.name))
  if (tag === undefined || known === undefined) return false
  const end = endIn(state, tag, known)
  if (end === undefined && known.kind !== 'void' && known.kind !== 'optional') return false
  if (!silent) addInline(state, tag, known, end)
  state.pos = end?.to ?? tag.to
  return true
}

/** The tag that begins here, on a page that has any. */
function tagAt({ src, pos, posMax, env }: StateInline): Tag | undefined {
  if (!src.startsWith('{%', pos) || env === undefined || !pages.has(env)) return undefined
  const tag = readTag(src, pos)
  return tag !== undefined && tag.to <= posMax ? tag : undefined
}

function endIn(
  state: StateInline,
  tag: Tag,
  { kind, component, isInline = cellTokens.has(state.tokens) }: KnownTag,
): { readonly from: number; readonly to: number } | undefined {
  const mayEnd = kind === 'optional' || (kind === 'paired' && isInline)
  if (!mayEnd) return undefined
  const known = absent.get(state) ?? new Set()
  absent.set(state, known)
  if (known.has(tag.name)) return undefined
  const pattern = new RegExp(
    `\\{%-?\\s*end${tag.name.replaceAll(/[^\w-]/g, '\\$&')}\\s*-?%\\}`,
    'g',
  )
  pattern.lastIndex = tag.to
  const found = pattern.exec(state.src)
  if (found !== null && pattern.lastIndex <= state.posMax) {
    const isFar = component === unknown && state.src.slice(tag.to, found.index).includes('\n')
    return isFar ? undefined : { from: found.index, to: pattern.lastIndex }
  }
  known.add(tag.name)
  return undefined
}

function addInline(
  state: StateInline,
  tag: Tag,
  known: KnownTag,
  end: { readonly from: number } | undefined,
): void {
  const open = state.push(
    end === undefined ? 'component' : 'component_open',
    '',
    end === undefined ? 0 : 1,
  )
  ranges.set(open, { from: tag.from, to: tag.to })
  if (end === undefined) {
    opened.set(open, { tag, known, isInline: true })
    return
  }
  if (known.isVerbatim === true) {
    opened.set(open, {
      tag,
      known,
      isInline: true,
      text: state.src.slice(tag.to, end.from),
      from: tag.to,
    })
  } else {
    opened.set(open, { tag, known, isInline: true })
    const { posMax } = state
    state.pos = tag.to
    state.posMax = end.from
    state.md.inline.tokenize(state)
    state.posMax = posMax
  }
  state.push('component_close', '', -1)
}
