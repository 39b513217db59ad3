// Emphasis that GitBook showed and CommonMark leaves as marks: with a space inside (`**Note: ** x`), beside punctuation
// in a word (`слово**«так»**слово`), and one letter of a word (`D__I__G`). CommonMark goes first. Only runs of marks that
// it leaves over are looked at, and only where nobody wants to see them: `2 ** 3 ** 4` and `**kwargs and **more` stay.
import type { Delimiter, MarkdownIt, StateInline, Token } from 'markdown-it'
import { type Run, isPair } from './loose-pair.ts'
import { delimitersOf, partnersOf } from './strikethrough.ts'

const STAR = 0x2a
const UNDERSCORE = 0x5f
/** What stands for an inline element among the characters around a run. */
const OBJECT = '\uFFFC'

/** Adds the rule: between the pairing of marks and what makes emphasis of pairs. */
export function looseEmphasis(md: MarkdownIt): void {
  md.inline.ruler2.after('balance_pairs', 'loose_emphasis', (state) => {
    for (const delimiters of delimitersOf(state)) pairIn(state, delimiters)
  })
}

/** The marks of a text that can hold emphasis, with the runs of one kind in it. */
interface Marks {
  readonly tokens: readonly Token[]
  readonly delimiters: readonly Delimiter[]
  /** For each mark the other one of its pair, -1 for none. */
  readonly partners: number[]
  readonly runs: readonly Run[]
}

function pairIn({ tokens }: StateInline, delimiters: readonly Delimiter[]): void {
  for (const marker of [STAR, UNDERSCORE]) {
    if (!delimiters.some((one) => one.marker === marker)) continue
    const partners = partnersOf(delimiters)
    const runs = runsOf(tokens, { delimiters, partners }, marker)
    if (runs.filter(({ isLeft }) => isLeft).length > 1)
      pairLeft({ tokens, delimiters, partners, runs })
  }
}

function runsOf(
  tokens: readonly Token[],
  { delimiters, partners }: Pick<Marks, 'delimiters' | 'partners'>,
  marker: number,
): readonly Run[] {
  const runs: Run[] = []
  for (let at = 0; at < delimiters.length;) {
    const { token = 0, length = 1, marker: own } = delimiters[at] ?? {}
    const isOwn = own === marker
    if (isOwn) {
      const isLeft = partners.slice(at, at + length).every((partner) => partner < 0)
      const before = /.$/su.exec(shown(tokens[token - 1]))?.[0] ?? ''
      const after = /^./su.exec(shown(tokens[token + length]))?.[0] ?? ''
      runs.push({ at, token, length, isStar: marker === STAR, isLeft, before, after })
    }
    at += isOwn ? length : 1
  }
  return runs
}

/** The characters that a token shows, as far as they tell what is beside a run. */
function shown(token: Token | undefined): string {
  if (token === undefined) return ''
  if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n'
  return token.type === 'text' || token.type === 'text_special' ? token.content : OBJECT
}

/** Pairs what is left over, each with the next one. */
function pairLeft(marks: Marks): void {
  const { runs } = marks
  const left = runs.flatMap(({ isLeft }, index) => (isLeft ? [index] : []))
  for (let next = 0; next + 1 < left.length; next++) {
    const [first = 0, last = 0] = [left[next], left[next + 1]]
    const between = runs.slice(firstWithPartners(marks, first, last), last + 1)
    if (!readAgain(marks, between) && !pair(marks, runs[first], runs[last])) continue
    next += 1
  }
}

/** No author writes more marks around each other. */
const MOST_READ_AGAIN = 100

/** Where the runs begin that are pairs with one of these, as far as anybody looks. */
function firstWithPartners({ partners, runs }: Marks, first: number, last: number): number {
  let earliest = Infinity
  for (const { at } of runs.slice(first, last + 1)) {
    const partner = partners[at] ?? -1
    if (partner >= 0 && partner < earliest) earliest = partner
  }
  const least = Math.max(0, first - MOST_READ_AGAIN)
  let found = first
  while (found > least && (runs[found]?.at ?? 0) > earliest) found--
  return found
}

/** Reads the runs between two that are left over as GitBook did, one after the other: 1 with 2, 3 with 4. */
function readAgain(marks: Marks, runs: readonly Run[]): boolean {
  if (runs.length < 4 || runs.length % 2 > 0) return false
  const { partners } = marks
  const own = runs.flatMap(({ at, length }) => Array.from({ length }, (_, index) => at + index))
  const before = own.map((at) => partners[at] ?? -1)
  const among = new Set(own)
  if (before.some((partner) => partner >= 0 && !among.has(partner))) return false
  for (const at of own) join(marks, at, -1)
  for (let index = 0; index < runs.length; index += 2)
    if (!pair(marks, runs[index], runs[index + 1])) {
      for (const [order, at] of own.entries()) join(marks, at, before[order] ?? -1)
      return false
    }
  return true
}

/** Makes two runs a pair, if they are one and cross no other. Of a star too many is the outer one text. */
function pair(marks: Marks, open?: Run, close?: Run): boolean {
  if (open === undefined || close === undefined) return false
  const length = Math.min(open.length, close.length)
  if (open.length !== close.length && (!open.isStar || length < 2)) return false
  const inner = marks.tokens.slice(open.token + open.length, close.token)
  if (!isPair(open, close, inner.map((token) => shown(token)).join(''))) return false
  const [from, to] = [open.at + open.length, close.at]
  // Whatever has one end between the two must have the other one there, too.
  const between = marks.partners.slice(from, to)
  if (between.some((partner) => partner >= 0 && (partner < from || partner >= to))) return false
  for (let index = 0; index < length; index++) {
    join(marks, from - 1 - index, to + index)
    join(marks, to + index, from - 1 - index)
  }
  return true
}

/** Notes with which other mark one is a pair. */
function join({ delimiters, partners }: Marks, at: number, other: number): void {
  const delimiter = delimiters[at]
  if (delimiter !== undefined) delimiter.end = other > at ? other : -1
  partners[at] = other
}
