// Asks the questions of a book and says at which place the page stands that should be first.
import { table } from '../bench/table.ts'
import type { MeasuredBook } from './books.ts'
import type { Contestant } from './engines.ts'
import type { Question } from './questions.ts'

/** A question, and where each engine has the page; 0 when nowhere among the first ten. */
export interface Asked {
  readonly question: Question
  readonly places: ReadonlyMap<string, number>
}

/** How many results are looked at. */
const LOOKED_AT = 10

/** Places are counted as a reader sees them: what only comes near the query stands below what holds it. */
export async function askQuestions(
  book: MeasuredBook,
  contestants: readonly Contestant[],
  questions: readonly Question[],
): Promise<readonly Asked[]> {
  const asked = questions
    .filter((one) => one.book === book.name)
    .map((question) => ({ question, places: new Map<string, number>() }))
  if (asked.length === 0) return []
  for (const { name, read } of contestants) {
    // oxlint-disable-next-line no-await-in-loop -- one engine after the other: some are one a process
    const engine = await read(book)
    for (const { question, places } of asked) {
      const wanted = question.pages.map((page) => outputOf(book, page))
      // oxlint-disable-next-line no-await-in-loop -- as above
      const { urls, nearest } = await engine.ask(question.query, LOOKED_AT)
      const seen = [...urls, ...nearest].slice(0, LOOKED_AT)
      places.set(name, seen.findIndex((url) => wanted.includes(url)) + 1)
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    await engine.close?.()
  }
  return asked
}

function outputOf(book: MeasuredBook, page: string): string {
  const found = book.sources.get(page)
  if (found === undefined) throw new Error(`${book.name} has no page ${page}`)
  return found
}

/** A line for each question, and how many pages stand first and among the first three. */
export function questionTable(asked: readonly Asked[], engines: readonly string[]): string {
  const line = ({ question, places }: Asked): readonly string[] => [
    `${question.book}: ${question.query}`,
    ...engines.map((name) => String(places.get(name) || '–')),
  ]
  const within = (most: number) => (name: string) => {
    const good = asked.filter(({ places }) => (places.get(name) || Infinity) <= most)
    return `${good.length} of ${asked.length}`
  }
  return table([
    ['the page that should be first', ...engines],
    ...asked.map(line),
    ['first', ...engines.map(within(1))],
    ['in the first three', ...engines.map(within(3))],
  ])
}
