// A server says which files changed, and only what may hang on them is asked: whatever was edited, the site is that of a
// clean build of the same folder.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/core/diagnostic.ts'
import type { OutputFile } from '../../src/core/output-file.ts'
import type { BookPath, OutputPath } from '../../src/core/path.ts'
import { type DiskFiles, diskFiles } from '../../src/files/disk.ts'
import { build } from '../../src/pipeline/build.ts'
import type { BuildRequest, Memory } from '../../src/pipeline/built.ts'
import { site } from '../support/build-book.ts'
import { createRandom } from '../support/random.ts'
import { writeFiles } from '../support/write-files.ts'

const base = mkdtempSync(path.join(tmpdir(), 'handbook-served-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const PAGES = 12
const page = (number: number): string => (number % 3 === 0 ? `part/${number}.md` : `${number}.md`)
const svg = (width: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20"></svg>`

/** A file, and what it says in some turn; undefined when it is gone. */
type Edit = readonly [file: string, text: string | undefined]

/** Whatever a page may hang on beside its own text. */
const edits: readonly ((turn: number, number: number) => readonly Edit[])[] = [
  (turn, number) => [
    [page(number), `# Page ${number}\n\nText ${turn}, [next](../${page(number + 1)})\n`],
  ],
  (turn, number) => [
    [page(number), `# Another ${turn}\n\n[home](/README.md#start) and [gone](gone.md)\n`],
  ],
  (_, number) => [[page(number), `---\nhidden: true\n---\n# Hidden ${number}\n`]],
  (_, number) => [[page(number), `---\nicon: star\ndescription: It is ${number}\n---\n# Icon\n`]],
  (turn, number) => [
    [page(number), `---\nsearch: ${turn % 2 === 0}\n---\n# Searched\n\n## Part ${turn}\n`],
  ],
  (turn) => [['included.md', `Included ${turn} [one](1.md)\n`]],
  (turn) => [['images/a.svg', svg(10 + turn)]],
  (turn) => [['GLOSSARY.md', `## Term\n\nMeaning ${turn}\n`]],
  (turn) => [['gone.md', turn % 2 === 0 ? `# Found ${turn}\n` : undefined]],
  (turn) => [['book.json', `{ "title": "Book ${turn % 3}" }`]],
  (turn) => [['example.js', turn % 2 === 0 ? `let a = ${turn}\n` : '\0']],
  (turn) => [['SUMMARY.md', summary(turn % 4)]],
  (turn, number) => [
    [page(number), `# Both\n\nTerm ${turn}\n`],
    ['included.md', `# Both\n\n${turn}\n`],
  ],
  (_, number) => [[page(number), undefined]],
]

function summary(skipped: number): string {
  const rows = Array.from({ length: PAGES }, (_, number) => `* [Page](${page(number)})`)
  return `* [Start](README.md)\n${rows.filter((__, number) => number !== skipped).join('\n')}\n`
}

/** Edits files of a folder, and tells of them as a watcher would. */
function carryOut(folder: string, files: DiskFiles, changes: readonly Edit[]): void {
  for (const [name, text] of changes) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    if (text !== undefined) writeFileSync(file, text)
    else if (existsSync(file)) rmSync(file)
  }
  files.refresh(changes.map(([name]) => name as BookPath))
}

function folderOf(seed: number): string {
  const folder = path.join(base, String(seed))
  const put = (name: string, text: string): void => {
    writeFiles(folder, { [name]: text })
  }
  put(
    'README.md',
    '# Start\n\n![a](images/a.svg) {% include "./included.md" %}\n\n[code](example.js)\n',
  )
  put('SUMMARY.md', summary(-1))
  put('included.md', 'Included\n')
  put('images/a.svg', svg(10))
  put('example.js', 'let a\n')
  for (let number = 0; number < PAGES; number += 1)
    put(
      page(number),
      `# Page ${number}\n\nTerm [next](/${page((number + 1) % PAGES)}) {{ page.title }}\n`,
    )
  return folder
}

test.each([1, 2, 3])('after every edit the site is that of a clean build (%i)', async (seed) => {
  const random = createRandom(seed)
  const folder = folderOf(seed)
  const files = diskFiles(folder)
  const built = await build({ files, defer: true })
  let { memory }: { memory: Memory } = built
  for (let turn = 0; turn < 30; turn += 1) {
    const number = random.below(PAGES)
    const changes = random.pick(edits)(turn, number)
    carryOut(folder, files, changes)
    const early: OutputFile[] = []
    const onAhead = (file: OutputFile): void => void early.push(file)
    const next = await build({ files, defer: true, onAhead }, memory)
    const whole = next.finish?.() ?? next
    const clean = await build({ files: diskFiles(folder) })
    expect({ turn, changes, site: site(whole), found: next.diagnostics }).toEqual({
      turn,
      changes,
      site: site(clean),
      found: clean.diagnostics,
    })
    memory = whole.memory
    // Nobody else's page, and no page twice.
    const ours = changes.flatMap(([name]) => [name.replace(/\.md$/, '.html'), `${name}.html`])
    expect(ours).toEqual(expect.arrayContaining(early.map((file) => file.path)))
    expect(new Set(early.map((file) => file.path)).size).toBe(early.length)
  }
})

test('a page whose text changed is given ahead, as it will be', async () => {
  const folder = folderOf(4)
  writeFiles(folder, { 'GLOSSARY.md': '## Term\n\nA word.\n' })
  const files = diskFiles(folder)
  const { memory } = await build({ files })
  const all: [file: OutputFile, found: readonly Diagnostic[]][] = []
  let isDone = false
  const onAhead: BuildRequest['onAhead'] = async (...given) => {
    await Promise.resolve()
    expect(isDone).toBe(false)
    all.push(given)
  }
  const text = '# Page 1\n\nTerm, and [no page](none.md)\n\n## More\n'
  carryOut(folder, files, [['1.md', text]])
  const built = await build({ files, onAhead }, memory)
  isDone = true
  expect(all.map(([{ path: name }]) => name)).toEqual(['1.html'])
  expect(all[0]?.[0]).toEqual(built.outputs.get('1.html' as OutputPath))
  expect(all[0]?.[0]).toMatchObject({ content: expect.stringContaining('class="glossary-term"') })
  expect(all[0]?.[1].map(({ code }) => code)).toEqual(['links/missing-file'])
  expect(built.rendered).toContain('1.md')

  // Touched and the same, new, gone, and not of a page: nothing is to be seen ahead.
  all.length = 0
  isDone = false
  let last = built.memory
  for (const [name, said] of [
    ['1.md', text],
    ['new.md', '# New\n'],
    ['2.md', undefined],
    ['SUMMARY.md', summary(3)],
    ['GLOSSARY.md', '## Term\n\nAnother word.\n'],
  ] as const) {
    carryOut(folder, files, [[name, said]])
    ;({ memory: last } = await build({ files, onAhead }, last))
  }
  expect(all).toEqual([])
})
