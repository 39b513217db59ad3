// npx tsx scripts/constructs.ts FOLDER…: every tag in the Markdown of folders of books outside of code, how often it is a
// component, how often one that nobody knows, and how often it stays text for readers.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { findTags, mayHaveComponents } from '../src/components/find.ts'
import { scanComponents } from '../src/components/pair.ts'

/** What became of the tags of a name. */
interface Count {
  component: number
  fallback: number
  text: number
  /** A place where it is text. */
  at: string
}

const counts = new Map<string, Count>()
let pages = 0

for (const folder of process.argv.slice(2))
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (/\.(?:md|markdown)$/i.test(file)) count(path.join(folder, file))

console.log(`${pages} pages with tags`)
const rows = [...counts].toSorted(([, a], [, b]) => total(b) - total(a))
for (const [name, { component, fallback, text, at }] of rows)
  console.log(
    [name.padEnd(36), component, fallback, text].map((cell) => String(cell).padStart(8)).join(' '),
    text > 0 ? at : '',
  )

function total({ component, fallback, text }: Count): number {
  return component + fallback + text
}

/** Counts the tags of a page; those of templates are none of ours. */
function count(file: string): void {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  if (!mayHaveComponents(text)) return
  pages += 1
  const { openings, ends, stray } = scanComponents(text)
  for (const found of findTags(text)) {
    if (!('tag' in found)) continue
    const { tag, colons } = found
    if (ends.has(tag.from) || stray.has(tag.from)) continue
    const name = colons > 0 ? `::: ${tag.name}` : tag.name
    const known = counts.get(name) ?? { component: 0, fallback: 0, text: 0, at: '' }
    counts.set(name, known)
    const component = openings.get(tag.from)?.known.component.name
    if (component === undefined) {
      known.text += 1
      known.at ||= `${file}:${text.slice(0, tag.from).split('\n').length}`
    } else if (component === 'unknown') known.fallback += 1
    else known.component += 1
  }
}
