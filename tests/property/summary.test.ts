import { expect, test } from 'vitest'
import { parseSummary } from '../../src/book/summary.ts'
import type { Chapter } from '../../src/core/book.ts'
import { createLookup } from '../../src/book/lookup.ts'
import type { BookPath, FolderPrefix } from '../../src/core/path.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { type Random, createRandom } from '../support/random.ts'

interface Row {
  readonly title: string
  readonly path?: string
  readonly children: readonly Row[]
}

interface Group {
  readonly title: string
  readonly rows: readonly Row[]
}

const WORDS = [
  'Alpha',
  'Beta gamma',
  '第一章',
  '术语 与 名',
  'C++',
  '3 things',
  'a & b',
  'Ünï',
  '«q»',
]

function randomRow(random: Random, depth: number, files: string[]): Row {
  const title = `${random.pick(WORDS)} ${random.below(100)}`
  const children =
    depth > 3 ? [] : random.list(depth === 0 ? 4 : 2, () => randomRow(random, depth + 1, files))
  if (random.chance(0.15)) return { title, children }
  const path = `${random.pick(['', 'ch/', '目录/', 'a b/'])}p${files.length}.md`
  files.push(path)
  return { title, path, children }
}

interface Style {
  readonly marker: () => string
  readonly indent: string
  readonly lines: string
  readonly heading: (title: string) => string
  readonly separator: string
}

function randomStyle(random: Random): Style {
  const ordered = random.chance(0.3)
  const mixed = random.chance(0.3)
  const first = random.pick(['*', '-', '+'])
  return {
    marker: () => (ordered ? '1.' : mixed ? random.pick(['*', '-', '+']) : first),
    indent: ordered ? random.pick(['   ', '    ']) : random.pick(['  ', '    ', '\t']),
    lines: random.chance(0.3) ? '\r\n' : '\n',
    heading: random.pick([
      (title: string) => `## ${title}`,
      (title: string) => `### ${title} ###`,
      (title: string) => `${title}\n---`,
    ]),
    separator: random.pick(['----', '***', '* * *']),
  }
}

function rowsAsText(rows: readonly Row[], depth: number, style: Style): readonly string[] {
  return rows.flatMap(({ title, path, children }) => {
    const shown =
      path === undefined ? title : `[${title}](${path.includes(' ') ? `<${path}>` : path})`
    const own = `${style.indent.repeat(depth)}${style.marker()} ${shown}`
    return [own, ...rowsAsText(children, depth + 1, style)]
  })
}

function groupsAsText(groups: readonly Group[], style: Style): string {
  const rows = groups.flatMap(({ title, rows: own }, index) => {
    const head =
      title === '' ? (index === 0 ? [] : [style.separator, '']) : [style.heading(title), '']
    return [...head, ...rowsAsText(own, 0, style), '']
  })
  return ['# Summary', '', ...rows].join('\n').replaceAll('\n', style.lines)
}

function asRow({ title, children, ...target }: Chapter): Row {
  const path = target.kind === 'page' ? { path: target.path as string } : {}
  return { title, ...path, children: children.map(asRow) }
}

test.each(Array.from({ length: 150 }, (_, seed) => seed))(
  'a table of contents reads back: %i',
  (seed) => {
    const random = createRandom(seed)
    const files: string[] = []
    const home: Row = { title: 'Home', path: 'README.md', children: [] }
    const groups = [
      { title: '', rows: [home, ...random.list(4, () => randomRow(random, 0, files))] },
      ...random.list(3, (index) => ({
        title: random.chance(0.6) ? `Part ${index} ${random.pick(WORDS)}` : '',
        rows: [randomRow(random, 0, files), ...random.list(2, () => randomRow(random, 0, files))],
      })),
    ]
    const text = groupsAsText(groups, randomStyle(random))
    const book = Object.fromEntries(['README.md', ...files].map((path) => [path, '# x\n']))
    const root = '' as FolderPrefix
    const source = memoryFiles({ 'SUMMARY.md': text }).text('SUMMARY.md' as BookPath)
    if (source === undefined) throw new Error('no SUMMARY')
    const { value } = parseSummary(source, {
      file: 'SUMMARY.md' as BookPath,
      root,
      bookRoot: root,
      lookup: createLookup(memoryFiles(book)),
      readme: 'README.md' as BookPath,
      introduction: 'Introduction',
    })
    expect(value.map(({ title, chapters }) => ({ title, rows: chapters.map(asRow) }))).toEqual(
      groups,
    )
  },
)
