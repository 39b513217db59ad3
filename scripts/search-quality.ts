// How good search is for a book: `npm run search:quality -- BOOK [--peers]`. Queries are drawn from the book itself,
// and a right answer is one that a plain text search over its pages confirms.
import { gzipSync } from 'node:zlib'
import path from 'node:path'
import { build } from '../src/build/build.ts'
import { diskFiles } from '../src/files/disk.ts'
import type { SearchPage } from '../src/search/page-terms.ts'
import { type Contestant, ownEngine, peers } from './search-quality/contestants.ts'
import { type JudgedPage, drawSamples, fold } from './search-quality/samples.ts'

const COUNT = 300
/** What the dialog asks for at first. */
const SHOWN = 5

const [folder, ...flags] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: npm run search:quality -- BOOK [--peers]')
  process.exit(2)
}

const built = await build({ files: diskFiles(path.resolve(folder)) })
const pages = [...built.memory.results.values()].map((result): SearchPage => ({
  url: result.output,
  title: result.title ?? result.output,
  trail: [],
  keywords: [],
  sections: result.sections,
}))
const judged = pages.map(({ url, title, sections }): JudgedPage => ({
  url,
  title: fold(title),
  text: fold([title, ...sections.flatMap((section) => [section.title, section.text])].join(' ¶ ')),
}))
const samples = drawSamples(judged, COUNT)
const textBytes = gzipSync(judged.map(({ text }) => text).join('\n'), { level: 9 }).length

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : (part / whole).toFixed(3)
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

/** The page that readers mean: with the query in its title, else with most of it. */
function bestOf(query: string, right: readonly JudgedPage[]): string | undefined {
  const count = (page: JudgedPage): number =>
    (page.title.includes(query) ? 1e6 : 0) + page.text.split(query).length
  return right.toSorted((a, b) => count(b) - count(a))[0]?.url
}

async function judge(
  contestant: Contestant,
  queries: readonly string[],
): Promise<Record<string, string>> {
  const sum = { found: 0, right: 0, top: 0, topRight: 0, complete: 0 }
  const ranks: number[] = []
  const bytes: number[] = []
  const times: number[] = []
  for (const query of queries) {
    const right = judged.filter(({ text }) => text.includes(query))
    const urls = new Set(right.map(({ url }) => url))
    const all = await contestant.ask(query, Infinity)
    const first = await contestant.ask(query, SHOWN)
    const found = all.urls.filter((url) => urls.has(url)).length
    sum.found += found
    sum.right += urls.size
    if (found === urls.size) sum.complete += 1
    else if (flags.includes('--misses')) console.log('incomplete:', query, found, 'of', urls.size)
    const top = all.urls.slice(0, 10)
    sum.top += top.length
    sum.topRight += top.filter((url) => urls.has(url)).length
    if (flags.includes('--misses'))
      for (const url of top) if (!urls.has(url)) console.log('not there:', query, url)
    const best = bestOf(query, right)
    ranks.push(best === undefined ? 0 : all.urls.indexOf(best) + 1 || 99)
    bytes.push(first.bytes)
    times.push(first.milliseconds)
  }
  return {
    recall: share(sum.found, sum.right),
    'precision of first ten': share(sum.topRight, sum.top),
    'complete queries': `${sum.complete} of ${queries.length}`,
    'best page first': share(ranks.filter((rank) => rank === 1).length, ranks.length),
    'best page in five': share(ranks.filter((rank) => rank <= 5).length, ranks.length),
    transferred: `${kilobytes(median(bytes))}, at most ${kilobytes(Math.max(0, ...bytes))}`,
    'script time': `${median(times).toFixed(1)} ms, at most ${Math.max(0, ...times).toFixed(1)} ms`,
  }
}

async function judgeTypos(contestant: Contestant): Promise<string> {
  let good = 0
  for (const { typed, meant } of samples.typos) {
    const answer = await contestant.ask(typed, SHOWN)
    const five = [...answer.urls.slice(0, 5), ...answer.nearest].slice(0, 5)
    const right = judged.some(({ url, text }) => five.includes(url) && text.includes(meant))
    if (right) good += 1
    else if (flags.includes('--misses')) console.log('typo:', typed, 'for', meant)
  }
  return share(good, samples.typos.length)
}

console.log(`${pages.length} pages, text ${kilobytes(textBytes)} gzipped`)
const contestants = [ownEngine(pages), ...(flags.includes('--peers') ? peers(pages) : [])]
for (const contestant of contestants) {
  console.log(`\n${contestant.name}`)
  if ('missing' in contestant) {
    console.log(`  ${contestant.missing}`)
    continue
  }
  const { indexBytes, largestBytes } = contestant
  const ratio = (indexBytes / textBytes).toFixed(2)
  console.log(
    `  index ${kilobytes(indexBytes)}, ${ratio} of the text; largest file ${kilobytes(largestBytes)}`,
  )
  for (const [kind, queries] of [
    ['Chinese', samples.chinese],
    ['words', samples.words],
  ] as const) {
    console.log(`  ${queries.length} queries, ${kind}`)
    for (const [name, value] of Object.entries(await judge(contestant, queries)))
      console.log(`    ${name.padEnd(24)}${value}`)
  }
  console.log(`  ${samples.typos.length} typing mistakes`)
  console.log(`    ${'in the first five'.padEnd(24)}${await judgeTypos(contestant)}`)
}
