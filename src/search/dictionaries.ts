// Terms in order as the content of one file.
import { BitText, type BitWriter } from './bits.ts'
import { type Blocks, type Entry, writePostings } from './postings.ts'

/** Characters and pairs: the first characters, and for each those that follow it, as places in the alphabet. */
export function packDense(
  entries: readonly Entry[],
  alphabet: ReadonlyMap<string, number>,
  blocks: Blocks,
): string {
  const bits = new BitText()
  const groups = groupByFirst(entries)
  bits.count(groups.length)
  let last = -1
  for (const group of groups) {
    const place = alphabet.get(group.first) ?? 0
    bits.count(place - last)
    last = place
    writeGroup(bits, group, alphabet)
    for (const { list } of group.entries) writePostings(bits, list, blocks)
  }
  return bits.text()
}

interface Group {
  readonly first: string
  readonly entries: Entry[]
}

function groupByFirst(entries: readonly Entry[]): readonly Group[] {
  const groups: Group[] = []
  for (const entry of entries) {
    const first = String.fromCodePoint(entry.term.codePointAt(0) ?? 0)
    if (groups.at(-1)?.first !== first) groups.push({ first, entries: [] })
    groups.at(-1)?.entries.push(entry)
  }
  return groups
}

/** Whether the character stands for itself, how many pairs it begins, and their second characters. */
function writeGroup(
  bits: BitWriter,
  { first, entries }: Group,
  alphabet: ReadonlyMap<string, number>,
): void {
  const alone = entries[0]?.term === first ? 1 : 0
  const seconds = entries
    .slice(alone)
    .map(({ term }) => alphabet.get(term.slice(first.length)) ?? 0)
  bits.bit(alone)
  bits.count(seconds.length + 1)
  bits.numbers(seconds, alphabet.size)
}

/** Words and their postings. */
export function packWords(entries: readonly Entry[], blocks: Blocks): readonly [string, string] {
  const bits = new BitText()
  for (const { list } of entries) writePostings(bits, list, blocks)
  return [packNames(entries), bits.text()]
}

/** Words and how common each is, in powers of two. */
export function packVocabulary(entries: readonly Entry[]): readonly [string, string] {
  const common = entries.map(({ list }) => Math.floor(Math.log2(list.length)).toString(36))
  return [packNames(entries), common.join('')]
}

/** Words without the beginnings they share with the one before; a capital says how long that is. */
function packNames(entries: readonly Entry[]): string {
  let before = ''
  let text = ''
  for (const { term } of entries) {
    let same = 0
    while (same < 25 && same < before.length && before[same] === term[same]) same += 1
    text += String.fromCharCode(65 + same) + term.slice(same)
    before = term
  }
  return text
}
