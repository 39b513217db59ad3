// npm run search:quality -- [--peers FOLDER] [--count N] [--misses] BOOK…: how good search is. Queries are drawn from the
// books themselves, always the same ones, and a right answer is one that a plain text search over the pages confirms.
// With `--questions` those of questions.ts are asked instead, whose first page a reader of the book named.
// FOLDER is one in which `npm install honkit vitepress pagefind` was run; their engines get the same pages.
import { parseArgs } from 'node:util'
import { readBook } from './search-quality/books.ts'
import { type Contestant, handbookEngine } from './search-quality/engines.ts'
import { addScores, judge, judgeTypos, kinds } from './search-quality/judge.ts'
import { type Asked, askQuestions, questionTable } from './search-quality/ask.ts'
import { findPeers } from './search-quality/peers.ts'
import { questions } from './search-quality/questions.ts'
import { type Measured, bookTable, kindTable, sizeTable } from './search-quality/report.ts'
import { drawSamples } from './search-quality/samples.ts'
import type { MeasuredBook } from './search-quality/books.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    peers: { type: 'string' },
    count: { type: 'string', default: '300' },
    misses: { type: 'boolean', default: false },
    questions: { type: 'boolean', default: false },
  },
})
const count = Number(values.count)
if (positionals.length === 0 || !Number.isInteger(count) || count < 1) {
  console.error(
    'usage: npm run search:quality -- [--peers FOLDER] [--count N] [--misses] [--questions] BOOK [BOOK…]',
  )
  process.exit(2)
}

async function measure(book: MeasuredBook, contestant: Contestant): Promise<Measured> {
  const samples = drawSamples(book.judged, count)
  const engine = await contestant.read(book)
  const note = (text: string): void => {
    if (values.misses) console.error(`${contestant.name}, ${book.name}: ${text}`)
  }
  const scores: Record<string, Measured['scores'][keyof Measured['scores']]> = {}
  for (const kind of kinds.filter((one) => one === 'words' || book.language === 'zh'))
    // oxlint-disable-next-line no-await-in-loop -- engines are timed one after the other
    scores[kind] = await judge(engine, book.judged, { kind, queries: samples[kind], note })
  const typos = await judgeTypos(engine, book.judged, { typos: samples.typos, note })
  await engine.close?.()
  const { name, language, pages, textBytes } = book
  const { indexBytes, scriptBytes } = engine
  return {
    engine: contestant.name,
    book: name,
    language,
    pages: pages.length,
    textBytes,
    indexBytes,
    scriptBytes,
    scores,
    typos,
  }
}

const { found, missing } =
  values.peers === undefined ? { found: [], missing: [] } : findPeers(values.peers)
for (const name of missing) console.error(`not measured, not installed: ${name}`)

async function answerQuestions(): Promise<void> {
  const contestants = [handbookEngine, ...found]
  const asked: Asked[] = []
  for (const folder of positionals)
    // oxlint-disable-next-line no-await-in-loop -- one book after the other
    for (const book of await readBook(folder)) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      asked.push(...(await askQuestions(book, contestants, questions)))
    }
  console.log(
    questionTable(
      asked,
      contestants.map(({ name }) => name),
    ),
  )
}
if (values.questions) {
  await answerQuestions()
  process.exit(0)
}

const measured = new Map<string, Measured[]>()
for (const folder of positionals)
  // oxlint-disable-next-line no-await-in-loop -- engines are timed one after the other
  for (const book of await readBook(folder))
    for (const contestant of [handbookEngine, ...found]) {
      const list = measured.get(contestant.name) ?? []
      measured.set(contestant.name, list)
      // oxlint-disable-next-line no-await-in-loop -- as above
      list.push(await measure(book, contestant))
      console.error(`${book.name}: ${contestant.name}`)
    }

const tables = [
  ...kinds.map((kind) => kindTable(measured, kind, addScores)),
  sizeTable(measured),
  bookTable(measured),
]
const versions = [handbookEngine, ...found].map(({ version }) => version).join(', ')
console.log(`Measured: ${versions}; at most ${count} queries of a kind and book.\n`)
console.log(tables.filter((text) => text !== undefined).join('\n\n'))
