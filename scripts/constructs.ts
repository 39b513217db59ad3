// npx tsx scripts/constructs.ts FOLDER…: what of the language of GitBook.com becomes of books. First every tag in their pages
// outside of code: how often it is a component, how often one that nobody knows, and how often it stays text for readers. Then
// what is left in the built pages that readers would not want to see, and how many pages have nothing of it: they are whole.
import path from 'node:path'
import { nameToEmoji } from 'gemoji'
import { findTags, mayHaveComponents } from '../src/components/find.ts'
import { scanComponents } from '../src/components/pair.ts'
import type { PageResult } from '../src/core/book.ts'
import { diskFiles } from '../src/files/disk.ts'
import type { Files } from '../src/files/files.ts'
import { build } from '../src/pipeline/build.ts'
import { leftovers } from './constructs/leftovers.ts'

/** What became of the tags of a name. */
interface Count {
  component: number
  fallback: number
  text: number
  /** A place where it is text. */
  at: string
}

/** What is left of a kind. */
interface Left {
  count: number
  readonly pages: Set<string>
  readonly at: string
}

/** What the editor wrote with backslashes is meant to be seen. */
const MEANT = { strong: String.raw`\*\*`, link: String.raw`]\(` }

const tags = new Map<string, Count>()
const left = new Map<string, Left>()
let [whole, all] = [0, 0]

for (const folder of process.argv.slice(2)) {
  const files = diskFiles(folder)
  // oxlint-disable-next-line no-await-in-loop -- one book after the other
  const { memory } = await build({ files })
  const before = { whole, all }
  for (const [file, result] of memory.results) {
    if (!/\.(?:md|markdown)$/i.test(file)) continue
    countTags(files, file)
    countLeft(path.join(folder, file), result, files.text(file)?.text ?? '')
  }
  console.log(`${folder}: ${whole - before.whole} of ${all - before.all} pages are whole`)
}

report(
  'tag: component, unknown, text',
  [...tags].toSorted(([, a], [, b]) => total(b) - total(a)),
  ({ component, fallback, text, at }) => [component, fallback, text, text > 0 ? at : ''],
)
report(
  'left: times, pages, first place',
  [...left].toSorted(([, a], [, b]) => b.count - a.count),
  ({ count, pages, at }) => [count, pages.size, at],
)
console.log(`\n${whole} of ${all} pages are whole (${((100 * whole) / all).toFixed(2)} %)`)

function report<Row>(
  title: string,
  rows: readonly (readonly [string, Row])[],
  cells: (row: Row) => readonly (number | string)[],
): void {
  console.log(`\n${title}`)
  for (const [name, row] of rows) {
    const shown = cells(row).map((cell) =>
      typeof cell === 'number' ? String(cell).padStart(7) : `  ${cell}`,
    )
    console.log(name.padEnd(34) + shown.join(''))
  }
}

function total({ component, fallback, text }: Count): number {
  return component + fallback + text
}

/** Counts the tags of a page; those of templates are none of ours. */
function countTags(files: Files, file: Parameters<Files['text']>[0]): void {
  const { text = '' } = files.text(file) ?? {}
  if (!mayHaveComponents(text)) return
  const { openings, ends, stray } = scanComponents(text)
  for (const found of findTags(text)) {
    if (!('tag' in found) || ends.has(found.tag.from) || stray.has(found.tag.from)) continue
    const { tag, colons } = found
    const known = countOf(colons > 0 ? `::: ${tag.name}` : tag.name)
    const fate = fateOf(openings.get(tag.from)?.known.component.name)
    known[fate] += 1
    if (fate === 'text') known.at ||= `${file}:${text.slice(0, tag.from).split('\n').length}`
  }
}

function fateOf(component: string | undefined): 'component' | 'fallback' | 'text' {
  if (component === undefined) return 'text'
  return component === 'unknown' ? 'fallback' : 'component'
}

function countOf(name: string): Count {
  const known = tags.get(name) ?? { component: 0, fallback: 0, text: 0, at: '' }
  tags.set(name, known)
  return known
}

function countLeft(file: string, { html }: PageResult, source: string): void {
  const found = leftovers(html, (name) => Object.hasOwn(nameToEmoji, name)).filter(
    ({ kind }) => !(kind === 'strong' || kind === 'link') || !source.includes(MEANT[kind]),
  )
  all += 1
  if (found.length === 0) whole += 1
  for (const { kind, text } of found) {
    const known = left.get(kind) ?? {
      count: 0,
      pages: new Set(),
      at: `${file}: ${text.slice(0, 80)}`,
    }
    known.count += 1
    known.pages.add(file)
    left.set(kind, known)
  }
}
