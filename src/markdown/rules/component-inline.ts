// Components in a line of text: marked words, formulas, links to films.
import type { StateInline } from 'markdown-it'
import { type KnownTag, knownTag, lineTag } from '../../components/table.ts'
import { type Tag, readTag } from '../../components/tag.ts'
import { ranges } from '../remarks.ts'
import { cellTokens, opened, pages } from './component-page.ts'

/** Ends that a line of text does not have: nobody looks twice. */
const absent = new WeakMap<StateInline, Set<string>>()

/** A component in a line of text. */
export function inlineComponent(state: StateInline, silent: boolean): boolean {
  const tag = tagAt(state)
  const isInCell = cellTokens.has(state.tokens)
  const known = tag && ((isInCell ? knownTag(tag.name) : undefined) ?? lineTag(tag.name))
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
  { kind, endsOnLine, isInline = cellTokens.has(state.tokens) }: KnownTag,
): { readonly from: number; readonly to: number } | undefined {
  const mayEnd = kind === 'optional' || (kind === 'paired' && isInline)
  if (!mayEnd) return undefined
  const known = absent.get(state) ?? new Set()
  absent.set(state, known)
  if (known.has(tag.name)) return undefined
  const pattern = endPattern(tag.name, kind)
  pattern.lastIndex = tag.to
  const found = pattern.exec(state.src)
  if (found !== null && pattern.lastIndex <= state.posMax) {
    if (!/^\{%-?\s*end/.test(found[0])) return undefined
    const isFar = endsOnLine === true && state.src.slice(tag.to, found.index).includes('\n')
    return isFar ? undefined : { from: found.index, to: pattern.lastIndex }
  }
  known.add(tag.name)
  return undefined
}

/** The end of a tag; of an optional one the next of its kind, too: the end behind it is that one's. */
function endPattern(tag: string, kind: KnownTag['kind']): RegExp {
  const name = tag.replaceAll(/[^\w-]/g, '\\$&')
  const next = kind === 'optional' ? `|\\{%-?\\s*${name}\\b` : ''
  return new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}${next}`, 'g')
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
