// Asks an engine and counts: data that adds up over books.
import type { Engine } from './engines.ts'
import type { JudgedPage, Samples } from './samples.ts'

/** The kinds of queries that have right answers. */
export const kinds = ['chineseWords', 'chinese', 'words'] as const

/** One kind of queries. */
export type Kind = (typeof kinds)[number]

/** What queries of one kind gave. */
export interface Score {
  readonly queries: number
  /** Pages that hold the query, and those of them that were found. */
  readonly right: number
  readonly found: number
  /** Queries whose right pages were all found, and those with none of them. */
  readonly complete: number
  readonly nothing: number
  /** Answers among the first ten, and the right ones of them. */
  readonly top: number
  readonly topRight: number
  /** Of the page that readers mean; 0 when it was not found. */
  readonly ranks: readonly number[]
  readonly bytes: readonly number[]
  readonly milliseconds: readonly number[]
}

/** What misspelled words gave. */
export interface TypoScore {
  readonly queries: number
  readonly good: number
}

/** What the dialog of a reader asks for at first. */
const SHOWN = 5

/** Called with a sentence for each mistake. */
export type Note = (text: string) => void

/**
 * The pages that readers may mean: those with the query in their title, else those with a heading that is the query, else
 * those with it in a heading, else those whose file begins with it, else those that hold it most often. A whole word comes
 * before its inside of others.
 */
export function bestOf(
  query: string,
  right: readonly JudgedPage[],
  kind: Kind,
): ReadonlySet<string> {
  const holds = (text: string): boolean => text.includes(query)
  const isIn = (text: string): boolean => (kind === 'words' ? hasWord(text, query) : holds(text))
  const most = Math.max(0, ...right.map(({ text }) => text.split(query).length))
  const tests: readonly ((page: JudgedPage) => boolean)[] = [
    ({ title }) => isIn(title),
    ({ headings }) => headings.includes(query),
    ({ headings }) => headings.some(isIn),
    ({ title, headings }) => [title, ...headings].some(holds),
    ({ url }) => nameOf(url).startsWith(query),
    ({ text }) => text.split(query).length === most,
  ]
  const best = tests.map((test) => right.filter(test)).find((pages) => pages.length > 0) ?? []
  return new Set(best.map(({ url }) => url))
}

/** What a file, or the folder of a start page, is called. */
function nameOf(url: string): string {
  return /([^/]*?)(?:\/index)?\.html$/.exec(url)?.[1]?.toLowerCase() ?? ''
}

/** Asks all queries of one kind. Of words, only pages with the whole word must be found; its inner parts may. */
export async function judge(
  engine: Engine,
  pages: readonly JudgedPage[],
  { kind, queries, note }: { kind: Kind; queries: readonly string[]; note: Note },
): Promise<Score> {
  const score = { right: 0, found: 0, complete: 0, nothing: 0, top: 0, topRight: 0 }
  const ranks: number[] = []
  const bytes: number[] = []
  const milliseconds: number[] = []
  for (const query of queries) {
    const holding = pages.filter(({ text }) => text.includes(query))
    const right = kind === 'words' ? holding.filter(({ text }) => hasWord(text, query)) : holding
    const may = new Set(holding.map(({ url }) => url))
    const must = new Set(right.map(({ url }) => url))
    // oxlint-disable-next-line no-await-in-loop -- one query after the other is what is measured
    const { urls } = await engine.ask(query, Infinity)
    // oxlint-disable-next-line no-await-in-loop -- as above
    const first = await engine.ask(query, SHOWN)
    const found = urls.filter((url) => must.has(url)).length
    const top = urls.slice(0, 10)
    const wrong = top.filter((url) => !may.has(url))
    score.right += must.size
    score.found += found
    score.complete += found === must.size ? 1 : 0
    score.nothing += found === 0 ? 1 : 0
    score.top += top.length
    score.topRight += top.length - wrong.length
    if (found < must.size) note(`incomplete: ${query}, ${found} of ${must.size}`)
    for (const url of wrong) note(`not there: ${query}, ${url}`)
    const best = bestOf(query, right, kind)
    const rank = urls.findIndex((url) => best.has(url)) + 1
    if (rank !== 1) note(`not best: ${query}, ${urls[0]}; at ${rank}: ${[...best].join(' ')}`)
    ranks.push(rank)
    bytes.push(first.bytes)
    milliseconds.push(first.milliseconds)
  }
  return { queries: queries.length, ...score, ranks, bytes, milliseconds }
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(
    String.raw`(?<![\p{Script=Latin}\d_])${word}(?![\p{Script=Latin}\d_])`,
    'u',
  ).test(text)
}

/** Asks misspelled words: good is a page with the word that was meant among the first five. */
export async function judgeTypos(
  engine: Engine,
  pages: readonly JudgedPage[],
  { typos, note }: { typos: Samples['typos']; note: Note },
): Promise<TypoScore> {
  let good = 0
  for (const { typed, meant } of typos) {
    // oxlint-disable-next-line no-await-in-loop -- one query after the other is what is measured
    const { urls, nearest } = await engine.ask(typed, SHOWN)
    const five = [...urls.slice(0, SHOWN), ...nearest].slice(0, SHOWN)
    if (pages.some(({ url, text }) => five.includes(url) && text.includes(meant))) good += 1
    else note(`typing mistake: ${typed} for ${meant}`)
  }
  return { queries: typos.length, good }
}

/** Scores of several books as one. */
export function addScores(scores: readonly Score[]): Score {
  const sum = (pick: (score: Score) => number): number =>
    scores.reduce((total, score) => total + pick(score), 0)
  return {
    queries: sum(({ queries }) => queries),
    right: sum(({ right }) => right),
    found: sum(({ found }) => found),
    complete: sum(({ complete }) => complete),
    nothing: sum(({ nothing }) => nothing),
    top: sum(({ top }) => top),
    topRight: sum(({ topRight }) => topRight),
    ranks: scores.flatMap(({ ranks }) => ranks),
    bytes: scores.flatMap(({ bytes }) => bytes),
    milliseconds: scores.flatMap(({ milliseconds }) => milliseconds),
  }
}
