// How a build grows with the book, and what the next one costs: everything beside the floor of the same round.
import { appendFileSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writeBook } from './book.ts'
import { type Usage, floor, measure, program } from './measure.ts'
import { median, table } from './table.ts'

/** Medians of one kind of build. */
interface Figure extends Usage {
  /** Processor time by that of the floor, round by round. */
  readonly timesFloor: number
}

/** What was measured of one book. */
interface SizeFigures {
  readonly pages: number
  readonly floor: Figure
  readonly builds: { readonly [name: string]: Figure }
  readonly siteBytes: number
  readonly bytesAPage: number
  readonly indexBytes: number
}

/** Everything, with what it was measured on. */
export interface CurveFigures {
  readonly node: string
  readonly cores: number
  readonly rounds: number
  readonly startMs: { readonly node: number; readonly version: number }
  readonly sizes: readonly SizeFigures[]
}

const EDITS: readonly (readonly [name: string, edit: (book: string) => void])[] = [
  ['nothing changed', () => {}],
  ['one page changed', (book) => appendFileSync(firstPage(book), '\nOne more line.\n')],
  [
    'one include changed, in nine pages',
    (book) => appendFileSync(path.join(book, INCLUDED), '\nOne more line.\n'),
  ],
  ['SUMMARY changed', (book) => appendFileSync(path.join(book, 'SUMMARY.md'), '\n* [Draft]()\n')],
  [
    'the title changed',
    (book) => {
      const file = path.join(book, 'book.json')
      const config = JSON.parse(readFileSync(file, 'utf8')) as { title?: string }
      writeFileSync(file, JSON.stringify({ ...config, title: `${config.title ?? 'Book'}!` }))
    },
  ],
]

/** What the pages of the first chapter include. */
const INCLUDED = 'included.md'

function addInclude(book: string): void {
  writeFileSync(path.join(book, INCLUDED), 'What several pages say.\n')
  for (let page = 1; page < 10; page += 1)
    appendFileSync(
      path.join(book, `part-1/chapter-1/page-${page}.md`),
      `\n{% include "../../${INCLUDED}" %}\n`,
    )
}

const firstPage = (book: string): string => path.join(book, 'README.md')

/** Builds books of these sizes; gives tables in Markdown and the figures behind them. */
export function measureCurve(
  sizes: readonly number[],
  { rounds, temp }: { readonly rounds: number; readonly temp: string },
): { readonly tables: string; readonly figures: CurveFigures } {
  const cache = path.join(temp, 'cache')
  const empty = path.join(temp, 'empty.mjs')
  writeFileSync(empty, '')
  const starts = Array.from({ length: rounds }, () => [
    measure(empty, [], cache).cpuMs,
    measure(program, ['--version'], cache).cpuMs,
  ])
  const startMs = {
    node: median(starts.map(([node = 0]) => node)),
    version: median(starts.map(([, version = 0]) => version)),
  }
  const measured = sizes.map((pages) => measureSize(pages, { rounds, temp }))
  const figures: CurveFigures = {
    node: process.version,
    cores: os.cpus().length,
    rounds,
    startMs,
    sizes: measured,
  }
  return { tables: tablesOf(figures), figures }
}

function measureSize(
  pages: number,
  { rounds, temp }: { readonly rounds: number; readonly temp: string },
): SizeFigures {
  const floors: Usage[] = []
  const builds = new Map<string, Usage[]>()
  // Folders of their own, all of which are deleted at the end: for minutes after files were deleted, ext4 takes longer to
  // make others.
  const folderOf = (round: number): string => path.join(temp, `curve-${pages}-${round}`)
  const siteOf = (round: number): string => path.join(folderOf(round), 'site')
  for (let round = 0; round < rounds; round++) {
    const book = path.join(folderOf(round), 'book')
    const cache = path.join(folderOf(round), 'cache')
    const build = (name: string): void => {
      const usage = measure(program, ['build', book, siteOf(round), '-q'], cache)
      builds.set(name, [...(builds.get(name) ?? []), usage])
    }
    writeBook(pages, book)
    addInclude(book)
    floors.push(measure(floor, [book, path.join(folderOf(round), 'floor')], cache))
    build('cold')
    for (const [name, edit] of EDITS) {
      edit(book)
      build(name)
    }
  }
  const files = readdirSync(siteOf(0), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const sizeOf = (wanted: (file: string) => boolean): readonly number[] =>
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter(wanted)
      .map((file) => statSync(file).size)
  const own = sizeOf((file) => /part-[^/]*\/.*\.html$/.test(file))
  return {
    pages,
    floor: figure(floors, floors),
    builds: Object.fromEntries([...builds].map(([name, all]) => [name, figure(all, floors)])),
    siteBytes: sum(sizeOf(() => true)),
    bytesAPage: Math.round(sum(own) / own.length),
    indexBytes: sum(sizeOf((file) => file.includes(`${path.sep}search${path.sep}`))),
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function figure(all: readonly Usage[], floors: readonly Usage[]): Figure {
  const of = (member: keyof Usage): number => Math.round(median(all.map((usage) => usage[member])))
  const ratios = all.map(({ cpuMs }, round) => cpuMs / (floors[round]?.cpuMs ?? cpuMs))
  return {
    cpuMs: of('cpuMs'),
    wallMs: of('wallMs'),
    peakMb: of('peakMb'),
    timesFloor: Number(median(ratios).toFixed(2)),
  }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

function cells({ cpuMs, wallMs, peakMb, timesFloor }: Figure): readonly string[] {
  return [seconds(cpuMs), timesFloor.toFixed(2), seconds(wallMs), `${peakMb} MiB`]
}

function tablesOf({ sizes, startMs, rounds }: CurveFigures): string {
  const rows = sizes.flatMap((size) => [
    [`${size.pages} pages: the floor`, ...cells(size.floor), '', ''],
    ...Object.entries(size.builds).map(([name, found]) => [
      `${size.pages} pages: ${name}`,
      ...cells(found),
      ...(name === 'cold' ? [`${size.bytesAPage} bytes`, megabytes(size.indexBytes)] : ['', '']),
    ]),
  ])
  const head = [`median of ${rounds}`, 'CPU time', 'x floor', 'wall time', 'peak memory']
  return `${table([[...head, 'HTML a page', 'search index'], ...rows])}

Start: ${startMs.node.toFixed(0)} ms of CPU time for an empty script of Node, ${startMs.version.toFixed(0)} ms for \`handbook --version\`.`
}
