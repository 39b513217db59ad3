// What was measured, as Markdown.
import { median, table } from '../bench/table.ts'
import type { Kind, Score, TypoScore } from './judge.ts'

/** An engine over one book. */
export interface Measured {
  readonly engine: string
  readonly book: string
  readonly language: 'en' | 'zh'
  readonly pages: number
  readonly textBytes: number
  readonly indexBytes: number
  readonly scriptBytes: number
  readonly scores: Partial<Readonly<Record<Kind, Score>>>
  readonly typos: TypoScore
}

const titles: Readonly<Record<Kind, string>> = {
  chineseWords: 'Chinese words',
  chinese: 'Chinese strings',
  words: 'words',
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
const milliseconds = (time: number): string => `${time.toFixed(time < 10 ? 1 : 0)} ms`

const figures: readonly (readonly [string, (score: Score) => string])[] = [
  ['recall', (score) => share(score.found, score.right)],
  ['queries that find nothing', (score) => share(score.nothing, score.queries)],
  ['precision of the first ten', (score) => share(score.topRight, score.top)],
  ['best page first', (score) => share(within(score, 1), score.queries)],
  ['best page in the first five', (score) => share(within(score, 5), score.queries)],
  ['index transferred, median', (score) => kilobytes(median(score.bytes))],
  ['index transferred, at most', (score) => kilobytes(Math.max(0, ...score.bytes))],
  ['script time, median', (score) => milliseconds(median(score.milliseconds))],
  ['script time, at most', (score) => milliseconds(Math.max(0, ...score.milliseconds))],
]

const within = ({ ranks }: Score, place: number): number =>
  ranks.filter((rank) => rank >= 1 && rank <= place).length

/** A table of one kind of queries over all books, engines side by side; undefined when nobody was asked. */
export function kindTable(
  measured: ReadonlyMap<string, readonly Measured[]>,
  kind: Kind,
  add: (scores: readonly Score[]) => Score,
): string | undefined {
  const sums = [...measured].map(
    ([engine, list]) => [engine, add(list.flatMap((one) => one.scores[kind] ?? []))] as const,
  )
  const queries = sums[0]?.[1].queries ?? 0
  if (queries === 0) return undefined
  return table([
    [`${queries} ${titles[kind]}`, ...sums.map(([engine]) => engine)],
    ...figures.map(([name, figure]) => [name, ...sums.map(([, score]) => figure(score))]),
  ])
}

/** A table of what does not depend on the kind of query. */
export function sizeTable(measured: ReadonlyMap<string, readonly Measured[]>): string {
  const lists = [...measured.values()]
  const sum = (list: readonly Measured[], pick: (one: Measured) => number): number =>
    list.reduce((total, one) => total + pick(one), 0)
  const typos = (list: readonly Measured[]): string =>
    share(
      sum(list, (one) => one.typos.good),
      sum(list, (one) => one.typos.queries),
    )
  const asked = sum(lists[0] ?? [], (one) => one.typos.queries)
  const ratio = (list: readonly Measured[]): string =>
    (sum(list, (one) => one.indexBytes) / sum(list, (one) => one.textBytes)).toFixed(2)
  return table([
    ['all books', ...measured.keys()],
    [`the word in the first five, of ${asked} typing mistakes`, ...lists.map(typos)],
    ['index, in sizes of the text', ...lists.map(ratio)],
    ['script of the engine', ...lists.map((list) => kilobytes(list[0]?.scriptBytes ?? 0))],
  ])
}

/** A line a book: recall of its main kind of queries, and the size of the index. */
export function bookTable(measured: ReadonlyMap<string, readonly Measured[]>): string {
  const engines = [...measured.keys()]
  const lists = [...measured.values()]
  const books = lists[0] ?? []
  const recall = (one: Measured | undefined): string => {
    const score = one?.scores.chinese ?? one?.scores.words
    return score === undefined ? '–' : share(score.found, score.right)
  }
  return table([
    ['recall', 'pages', 'text', ...engines],
    ...books.map((book, at) => [
      `${book.book} (${book.language === 'zh' ? 'Chinese strings' : 'words'})`,
      String(book.pages),
      kilobytes(book.textBytes),
      ...lists.map((list) => recall(list[at])),
    ]),
  ])
}
