// Diagrams that a script of the page draws, where the book asks for one.
import { expect, test } from 'vitest'
import { memoryFiles } from '../../src/files/memory.ts'
import { build } from '../../src/pipeline/build.ts'
import { type Contents, buildBook, codes, content, page } from '../support/build-book.ts'

const LATE = '```mermaid title="Work"\nzenuml\n  title Sow <beans>\n  Farm.sow()\n```\n'
const NOW = '```mermaid\ngraph LR\n  a --> b\n```\n'
const PACKAGE = 'node_modules/mermaid/dist/mermaid.min.js'

const book = (config: object, more: Contents = {}): Contents => ({
  'book.json': JSON.stringify(config),
  'README.md': `# A\n\n${NOW}`,
  'sub/b.md': `# B\n\n${LATE}\n${NOW}`,
  'SUMMARY.md': '* [A](README.md)\n* [B](sub/b.md)\n',
  ...more,
})
const withPackage = { [PACKAGE]: '/* draws */\n' }
const OURS = /^handbook\/(?:drawing|mermaid)/
const scriptOf = (html: string): string | undefined =>
  /<script src="[^"]*drawing\.js[^>]*>/.exec(html)?.[0]

test('nobody gets a script who did not ask, and the remark names the setting', async () => {
  const built = await buildBook(book({}, withPackage))
  expect(codes(built)).toEqual(['diagrams/not-drawn sub/b.md:3:1'])
  expect([...built.outputs.keys()].filter((path) => OURS.test(path))).toEqual([])
})

test('only a page that needs it loads the script, from the package in the folder of the book', async () => {
  const built = await buildBook(book({ diagrams: 'script', contentPolicy: true }, withPackage))
  expect(codes(built)).toEqual([])
  expect(scriptOf(page(built, 'index.html'))).toBeUndefined()
  expect(scriptOf(page(built, 'sub/b.html'))).toContain('data-library="../handbook/mermaid.js"')
  expect(scriptOf(page(built, 'handbook/print.html'))).toContain('data-library="mermaid.js"')
  expect(built.outputs.get('handbook/mermaid.js' as never)).toMatchObject({ from: PACKAGE })
  const html = content(built, 'sub/b.html')
  expect(html).toContain(
    '<figure hidden=""><div class="diagram-box diagram-late" role="img" aria-label="Diagram: Work"></div><figcaption>Work</figcaption></figure>',
  )
  expect(html).toContain('<details class="diagram-source" open="">')
  expect(html.match(/<svg/g)).toHaveLength(1)
  expect(page(built, '_headers')).toContain(" style-src 'self' 'unsafe-inline';")
  expect(page(built, 'sub/b.md')).toContain('zenuml')
})

test('a book without such a page has neither script nor loosened policy', async () => {
  const files = book(
    { diagrams: 'script', contentPolicy: true },
    { ...withPackage, 'sub/b.md': '# B\n' },
  )
  const built = await buildBook(files)
  expect([...built.outputs.keys()].filter((path) => OURS.test(path))).toEqual([])
  expect(page(built, '_headers')).not.toContain('unsafe')
})

test('a file of the book stays where it is, an address stays an address and is allowed', async () => {
  const own = await buildBook(
    book({ diagrams: { script: 'js/m.js' } }, { 'js/m.js': '/* draws */\n' }),
  )
  expect(scriptOf(page(own, 'sub/b.html'))).toContain('data-library="../js/m.js"')
  expect([...own.outputs.keys()]).not.toContain('handbook/mermaid.js')
  const script = 'https://cdn.example/mermaid.mjs'
  const config = { diagrams: { script }, contentPolicy: true, head: 'head.html' }
  const far = await buildBook(book(config, { 'head.html': '<style>p { color: red }</style>' }))
  expect(scriptOf(page(far, 'sub/b.html'))).toContain(`data-library="${script}"`)
  const policy = page(far, '_headers')
  expect(policy).toContain(" script-src 'self' https://cdn.example;")
  // With a hash beside it `'unsafe-inline'` would count for nothing.
  expect(policy).toContain(" style-src 'self' 'unsafe-inline';")
})

test('a script that is not there is told, and the diagram is shown as its source', async () => {
  const missing = await buildBook(book({ diagrams: 'script' }))
  expect(codes(missing)).toEqual([
    'theme/missing-file book.json:1:13',
    'diagrams/not-drawn sub/b.md:3:1',
  ])
  expect(scriptOf(page(missing, 'sub/b.html'))).toBeUndefined()
  const other = await buildBook(book({ diagrams: { script: 'no.js' } }))
  expect(codes(other)[0]).toBe('theme/missing-file book.json:1:23')
})

test('a book whose programs are not run has no script', async () => {
  const files = memoryFiles(book({ diagrams: 'script' }, withPackage))
  const built = await build({ files, trust: 'none' })
  expect(codes(built)).toContain('config/not-run book.json:1:2')
  expect(scriptOf(page(built, 'sub/b.html'))).toBeUndefined()
})
