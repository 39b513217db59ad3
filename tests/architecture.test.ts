import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** Package → the only file or folder that may import it. */
const doors: Record<string, string> = {
  'markdown-it': 'markdown/',
  entities: 'tree/parse.ts',
  'any-ascii': 'tree/romanize.ts',
  'highlight.js': 'markdown/',
  '@asciidoctor/core': 'asciidoc/processor.ts',
  'beautiful-mermaid': 'diagrams/mermaid.ts',
  '@viz-js/viz': 'diagrams/graphviz.ts',
  temml: 'formulas/temml.ts',
  'asciimath-parser': 'formulas/asciimath.ts',
  handlebars: 'template/handlebars.ts',
  yaml: 'files/yaml.ts',
  'smol-toml': 'files/toml.ts',
  re2js: 'check/patterns.ts',
  chokidar: 'dev/watch.ts',
  commander: 'cli/program',
  ignore: 'files/',
  'image-size': 'files/picture-size.ts',
  diff: 'check/diff.ts',
  fflate: 'ebook/epub/zip.ts',
  '@silvia-odwyer/photon-node': 'ebook/scale.ts',
  postcss: 'ebook/epub/style-sheet.ts',
  'postcss-value-parser': 'ebook/epub/style-sheet.ts',
  '@myriaddreamin/typst-ts-node-compiler': 'ebook/pdf/compiler.ts',
  'get-east-asian-width': 'cli/display-width.ts',
}

const root = path.resolve(import.meta.dirname, '../src')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts'))

function imports(file: string): readonly string[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  return [...text.matchAll(/(?:from|import|require)\s*\(?\s*'([^']+)'/g)].map(([, to = '']) => to)
}

/** Folders and those that they import. */
type Arrows = Readonly<Record<string, readonly string[]>>

/** The folders from above to below, as ARCHITECTURE.md draws them. */
function drawn(): Arrows {
  const text = readFileSync(path.join(root, '../ARCHITECTURE.md'), 'utf8')
  const block = /Who may import whom[^]*?```\n([^]*?)```/.exec(text)?.[1] ?? ''
  return Object.fromEntries(
    block.split('\n').flatMap((line) => {
      const [from = '', to = ''] = line.split(' ─► ')
      const below = to === 'nothing' ? [] : to.split(', ')
      return from === '' ? [] : from.split(', ').map((folder) => [folder, below.toSorted()])
    }),
  )
}

/** What all others may import; below it everything is an arrow. */
const FREE = new Set(['core', 'messages', 'version.ts'])

const folders = [...new Set(sources.filter((file) => file.includes('/')).map(folderOf))]

/** The first part of a path from `src`; of one beside it, such as `templates`, the name there. */
function folderOf(file: string): string {
  const [first = '', second = ''] = file.split('/')
  return first === '..' ? second : first
}

/** The folders that files of a folder import, but those that all may. */
function importedBy(folder: string): readonly string[] {
  const names = sources
    .filter((file) => folderOf(file) === folder)
    .flatMap((file) =>
      imports(file)
        .filter((to) => to.startsWith('.'))
        .map((to) => folderOf(path.posix.join(path.posix.dirname(file), to))),
    )
  const isFree = (name: string): boolean => FREE.has(name) && !FREE.has(folder)
  return [...new Set(names)].filter((name) => name !== folder && !isFree(name)).toSorted()
}

test('every folder has a row that says what its job is', () => {
  const text = readFileSync(path.join(root, '../ARCHITECTURE.md'), 'utf8')
  const rows = [...text.matchAll(/^\| `src\/(\w+)` *\| [^|]{20,}\|$/gm)].map(
    ([, name = '']) => name,
  )
  expect(rows.toSorted()).toEqual(folders.toSorted())
})

test('folders import those of the drawing, each arrow of which is needed', () => {
  expect(Object.fromEntries(folders.map((one) => [one, importedBy(one)]))).toEqual(drawn())
})

test.each(Object.entries(doors))('%s has one door: %s', (library, door) => {
  const users = sources.filter((file) =>
    imports(file).some((to) => to === library || to.startsWith(`${library}/`)),
  )
  expect(users.filter((file) => !file.startsWith(door))).toEqual([])
})

test('HTML is read in one file', () => {
  const readers = sources.filter((file) =>
    /\breadHtml\b/.test(
      readFileSync(path.join(root, file), 'utf8').replaceAll(/import type .*/g, ''),
    ),
  )
  expect(readers.toSorted()).toEqual(['tree/parse.ts', 'tree/scan.ts'])
})

/** The files that make a tree of HTML, each for a reason: ARCHITECTURE.md, "The doors of HTML". */
const HTML_DOORS = [
  'asciidoc/render.ts',
  'book/config-head.ts',
  'components/layout.ts',
  'ebook/read/drawing.ts',
  'ebook/read/reading.ts',
  'markdown/to-tree.ts',
  'tree/parse.ts',
]

test('HTML becomes a tree at doors that are listed, each with its reason', () => {
  const users = sources.filter((file) =>
    /\b(?:htmlTree|parseHtml)\(/.test(readFileSync(path.join(root, file), 'utf8')),
  )
  expect(users.toSorted()).toEqual(HTML_DOORS)
  const reasons = readFileSync(path.join(root, '../ARCHITECTURE.md'), 'utf8')
  for (const file of HTML_DOORS) expect(reasons).toContain(`src/${file}`)
})

/** The groups of files that reach each other by imports, those of types included (Tarjan's algorithm). */
function circles(): readonly (readonly string[])[] {
  const graph = new Map(
    sources.map((file) => [
      file,
      imports(file)
        .filter((to) => to.startsWith('.'))
        .map((to) => path.posix.join(path.posix.dirname(file), to)),
    ]),
  )
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const low = (file: string): number => lowest.get(file) ?? 0
  const visit = (file: string): void => {
    order.set(file, order.size)
    lowest.set(file, order.get(file) ?? 0)
    stack.push(file)
    for (const to of graph.get(file) ?? []) {
      if (!order.has(to)) visit(to)
      if (stack.includes(to)) lowest.set(file, Math.min(low(file), low(to)))
    }
    if (low(file) !== order.get(file)) return
    const group = stack.splice(stack.indexOf(file))
    if (group.length > 1) found.push(group.toSorted())
  }
  for (const file of sources) if (!order.has(file)) visit(file)
  return found
}

test('no imports go round in a circle, not even those of types', () => {
  expect(circles()).toEqual([])
})

test('programs are started in two places', () => {
  const users = sources.filter((file) => imports(file).some((to) => to.includes('child_process')))
  expect(users.sort()).toEqual(['dev/open.ts', 'files/git.ts'])
})

test('languages of the program are loaded when somebody reads them', () => {
  const loaded = sources.filter((file) => {
    if (file.startsWith('messages/zh/')) return false
    const text = readFileSync(path.join(root, file), 'utf8').replaceAll(/await import\(/g, '')
    return /from '[^']*messages\/zh\/|from '\.\/zh\//.test(text)
  })
  expect(loaded).toEqual([])
})

/** The words of comments, with the file that they stand in. */
const comments = sources.map((file) => {
  const text = readFileSync(path.join(root, file), 'utf8')
  const lines = text.split('\n').filter((line) => /^\s*(?:\/\/|\/?\*)/.test(line))
  return { file, text: lines.join('\n') }
})

test('files that comments name are there, with what comments say they hold', () => {
  const missing = comments.flatMap(({ file, text }) =>
    [...text.matchAll(/(?:`(\w+)` of )?`?((?:[\w-]+\/)*[\w-]+\.ts)\b/g)].flatMap(
      ([said, name, named = '']) => {
        const found = sources.filter((one) => one === named || one.endsWith(`/${named}`))
        const holds = found.some(
          (one) =>
            name === undefined ||
            new RegExp(`\\b${name}\\b`).test(readFileSync(path.join(root, one), 'utf8')),
        )
        return holds ? [] : [`${file}: ${said}`]
      },
    ),
  )
  expect(missing).toEqual([])
})

test.each(['ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s leads to files that are there', (name) => {
  const text = readFileSync(path.join(root, '..', name), 'utf8')
  const links = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, to = '']) => to)
  expect(links.length).toBeGreaterThan(0)
  expect(
    links.filter((to) => !/^https?:/.test(to) && !existsSync(path.join(root, '..', to))),
  ).toEqual([])
})

test('no class of characters stands alone before the end of a text, where an engine misses signs beyond U+FFFF', () => {
  const lone = sources.filter((file) =>
    /(?<!\^)\[(?:\\.|[^\]\\\n])*\]\$(?:\/[a-z]*u|`, '[a-z]*u)/.test(
      readFileSync(path.join(root, file), 'utf8').replaceAll(/\(\?<=[^)]*\)\$/g, ''),
    ),
  )
  expect(lone).toEqual([])
})

test('tests that replace modules are named so that they get modules of their own', () => {
  const folder = import.meta.dirname
  const replacing = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.test.ts') &&
      /^vi\.mock\(/m.test(readFileSync(path.join(folder, file), 'utf8')),
  )
  expect(replacing).not.toEqual([])
  expect(replacing.filter((file) => !file.endsWith('.alone.test.ts'))).toEqual([])
})
