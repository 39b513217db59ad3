// Text that was meant as a mark of Markdown and is none: items of a list without a space, bold and addresses that never end,
// mistyped entities. It stays text, as in CommonMark, and its author is told.
import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { closest } from '../../core/suggest.ts'
import { problem } from '../../messages/problem.ts'
import { type PageState, pageOf } from '../page.ts'
import { type TextRun, textRuns } from '../text-runs.ts'

/** Adds the rule: before texts and entities beside each other are joined. */
export function meantMarks(md: MarkdownIt): void {
  md.core.ruler.before('text_join', 'meant_marks', (state: StateCore) => {
    const page = pageOf(state.env)
    if (page === undefined) return
    const mayHaveSign = /[&<]/.test(state.src)
    state.tokens.forEach((inline, index) => {
      if (inline.type !== 'inline') return
      if (state.tokens[index - 1]?.type === 'paragraph_open') reportList(inline, page)
      // One mark alone: with more of them, nobody knows which was to begin and which to end.
      const isAlone = isOnce(inline.content, '**')
      if (!isAlone && !(mayHaveSign && HAS_SIGN.test(inline.content))) return
      for (const { from, text } of textRuns(inline)) {
        reportMarks(inline, page, { from, text })
        if (isAlone) reportBold(inline, page, { from, text })
      }
    })
  })
}

/** What an address in angle brackets, or an entity, begins with: most texts have neither, and are not taken apart. */
const HAS_SIGN = /&[a-z]|<http/i

function isOnce(text: string, mark: string): boolean {
  const first = text.indexOf(mark)
  return first >= 0 && !text.includes(mark, first + mark.length)
}

/** Two lines or more of one paragraph that begin as items do, numbers in their order. */
function reportList(inline: Token, page: PageState): void {
  if (!inline.content.includes('\n')) return
  let offset = 0
  let before: Item | undefined
  for (const line of inline.content.split('\n')) {
    const item = itemOf(line)
    if (before !== undefined && item !== undefined && follows(before, item)) {
      const { from, to, better } = before
      const at = page.place(inline, { from, to })
      page.diagnostics.push(problem('markdown/list-without-space', at, { better }))
      return
    }
    before = item && { ...item, from: offset, to: offset + item.to }
    offset += line.length + 1
  }
}

interface Item {
  readonly from: number
  /** The end of the marker. */
  readonly to: number
  readonly sign: string
  /** Of a numbered list. */
  readonly number: number | undefined
  readonly better: string
}

const BULLET = /^(?:([-+•])|([*·])(?!.*\2))(?=[\p{L}[])/u
const NUMBER = /^(\d{1,2})(?:([.)])(?=[^\s\d])|([、．）])(?=\s*[^\s\d]))/u
/** Numbers that Markdown does not know, by the sign that tells their kinds apart: `（1）`, `①`, `一、`. */
const OTHER_NUMBERS: readonly (readonly [sign: string, pattern: RegExp])[] = [
  ['(', /^[（(](\d{1,2}|[一二三四五六七八九十])[）)](?=\s*\S)/u],
  ['①', /^([①-⑳])(?=\s*\S)/u],
  ['、', /^([一二三四五六七八九十])[、．](?=\s*\S)/u],
]
const CHINESE = '一二三四五六七八九十'

function itemOf(line: string): Item | undefined {
  const words = (marker: string): string => line.slice(marker.length).trim().slice(0, 30)
  const [bullet = ''] = BULLET.exec(line) ?? []
  if (bullet !== '') {
    const better = `${'•·'.includes(bullet) ? '-' : bullet} ${words(bullet)}`
    return { from: 0, to: bullet.length, sign: bullet, number: undefined, better }
  }
  const [numbered, sign, number] = numberOf(line) ?? []
  if (numbered === undefined || sign === undefined || number === undefined) return undefined
  const better = `${number}. ${words(numbered)}`
  return { from: 0, to: numbered.length, sign, number, better }
}

/** What a line begins with that counts, what tells its kind, and the number. */
function numberOf(line: string): readonly [string, string, number] | undefined {
  const [numbered, digits, half, full] = NUMBER.exec(line) ?? []
  if (numbered !== undefined) return [numbered, half ?? full ?? '', Number(digits)]
  for (const [sign, pattern] of OTHER_NUMBERS) {
    const [written, counted = ''] = pattern.exec(line) ?? []
    if (written !== undefined) return [written, sign, valueOf(counted)]
  }
  return undefined
}

function valueOf(counted: string): number {
  const chinese = CHINESE.indexOf(counted) + 1
  if (chinese > 0) return chinese
  return /^\d/.test(counted) ? Number(counted) : (counted.codePointAt(0) ?? 0) - 0x24_5f
}

function follows(before: Item, item: Item): boolean {
  if (before.sign !== item.sign) return false
  return before.number === undefined || item.number === before.number + 1
}

/** Entities that people write. */
const ENTITIES =
  'nbsp copy reg trade quot mdash ndash hellip rarr larr times middot bull laquo raquo sect deg euro'.split(
    ' ',
  )
const ADDRESS = /<(https?:\/\/[^\s<>"'`]+)(?=$|\s)/g
const BOLD = /(?<![\p{L}\p{N}*_\\(/])\*\*(?=[\p{L}\p{N}])(?!\w+[,)=]|kwargs|args)/gu
const ENTITY = /&([a-z]{3,7});/gi

function reportBold(inline: Token, page: PageState, { from, text }: TextRun): void {
  for (const { 0: mark, index } of text.matchAll(BOLD)) {
    const at = page.place(inline, { from: from + index, to: from + index + mark.length })
    page.diagnostics.push(problem('markdown/unclosed-mark', at, { case: 'bold', mark }))
  }
}

function reportMarks(inline: Token, page: PageState, { from, text }: TextRun): void {
  const tell = (index: number, length: number): ReturnType<PageState['place']> =>
    page.place(inline, { from: from + index, to: from + index + length })
  for (const { 0: whole, 1: address = '', index } of text.matchAll(ADDRESS)) {
    const args = { case: 'address', better: `<${address}>` } as const
    page.diagnostics.push(problem('markdown/unclosed-mark', tell(index, whole.length), args))
  }
  for (const { 0: written, 1: name = '', index } of text.matchAll(ENTITY)) {
    const near = closest(name, ENTITIES)
    if (near === undefined) continue
    const args = { written, near: `&${near};` }
    page.diagnostics.push(problem('markdown/unknown-entity', tell(index, written.length), args))
  }
}
