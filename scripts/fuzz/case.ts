// One case of the fuzzer: a small book of mutated texts, and the same book after an edit.
import type { Contents } from '../../tests/support/build-book.ts'
import { type Random, createRandom } from '../../tests/support/random.ts'
import { mutate } from './mutate.ts'
import type { Seed } from './pool.ts'

/** A book before and after an edit. */
export interface Case {
  readonly seed: number
  readonly before: Contents
  readonly after: Contents
}

const STRUCTURE =
  /(?:^|\/)(SUMMARY\.(?:md|adoc)|GLOSSARY\.(?:md|adoc)|LANGS\.md|book\.json|\.gitbook\.yaml|api\.(?:yaml|json)|drawing\.svg|_layouts\/.*\.hbs)$/
const PAGE = /\.(?:md|markdown|adoc|asciidoc)$/

/** The case of a number: the same for the same pool. */
export function caseOf(pool: readonly Seed[], seed: number): Case {
  const random = createRandom(seed)
  const other = (): string => random.pick(pool).text
  const book = new Map<string, string>([
    ['README.md', '# Start\n\n[one](p0.md) {{ book.a }}\n'],
    ['part.md', 'An included part.\n'],
    ['part.adoc', 'An included part.\n'],
    ['a.png', 'no picture'],
  ])
  const pages = pool.filter(({ name }) => PAGE.test(name))
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const { name, text } = random.pick(pages)
    book.set(`p${book.size - 4}${/\.a/.test(name) ? '.adoc' : '.md'}`, text)
  }
  for (const { name, text } of random.list(4, () => random.pick(pool))) {
    const structure = STRUCTURE.exec(name)?.[1]
    if (structure !== undefined) book.set(structure, text)
  }
  if (!book.has('SUMMARY.md') && random.chance(0.7)) book.set('SUMMARY.md', summaryOf(book))
  for (const name of book.keys())
    if (random.chance(0.6)) book.set(name, mutate(book.get(name) ?? '', random, other))
  return { seed, before: Object.fromEntries(book), after: edited(book, random, other) }
}

function summaryOf(book: ReadonlyMap<string, string>): string {
  const names = [...book.keys()].filter((name) => PAGE.test(name))
  return `# Summary\n\n${names.map((name) => `* [${name}](${name})\n`).join('')}`
}

/** One or two files changed, made or deleted. */
function edited(
  before: ReadonlyMap<string, string>,
  random: Random,
  other: () => string,
): Contents {
  const book = new Map(before)
  for (let count = 1 + random.below(2); count > 0; count -= 1) {
    const name = random.pick([...book.keys()])
    const chance = random.below(10)
    if (chance === 0 && name !== 'README.md') book.delete(name)
    else if (chance === 1) book.set(`new${random.below(3)}.md`, other())
    else book.set(name, mutate(book.get(name) ?? '', random, other))
  }
  return Object.fromEntries(book)
}
