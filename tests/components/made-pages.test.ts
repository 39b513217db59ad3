// Pages that SUMMARY asks to be made of the description of an interface.
import { expect, test } from 'vitest'
import { type Contents, buildBook, codes, content, page, site } from '../support/build-book.ts'

const API = `openapi: 3.1.0
info: { title: Garden API, version: '1' }
tags:
  - { name: seed-bank, x-page-icon: seedling, x-page-description: What we keep. }
  - { name: beds, x-page-title: "Beds & *paths*", description: "Every bed has a number.\\n\\n{% hint style='info' %}\\nOf wood.\\n{% endhint %}" }
  - { name: edges, x-parent: beds }
  - { name: nobody }
components:
  schemas:
    Bed: { type: object, properties: { id: { type: integer } } }
paths:
  /beds:
    get: { tags: [beds], summary: All beds, responses: { '200': { description: Beds } } }
    post: { tags: [beds], summary: All beds, responses: {} }
    delete: { tags: [beds], summary: Secret, x-internal: true, responses: {} }
  /edges:
    get: { tags: [edges], responses: {} }
  /seeds:
    get: { tags: [seed-bank], summary: Seeds, responses: {} }
  /health:
    get: { summary: Is it well, responses: {} }
`

const item = (props: string, spec = 'garden') =>
  `* \`\`\`yaml\n  props:\n${props
    .split('\n')
    .map((line) => `    ${line}`)
    .join(
      '\n',
    )}\n  type: builtin:openapi\n  dependencies:\n    spec:\n      ref:\n        kind: openapi\n        spec: ${spec}\n  \`\`\`\n`

const book = (summary: string, more: Contents = {}): Contents => ({
  '.gitbook.yaml': '',
  'README.md': '# Start\n\n[The beds](api-reference/beds-and-paths.md)\n',
  'SUMMARY.md': `# Table of contents\n\n* [Start](README.md)\n\n## API reference\n\n${summary}`,
  '.gitbook/assets/garden.yaml': API,
  ...more,
})

const pagesOf = (built: Awaited<ReturnType<typeof buildBook>>): readonly string[] =>
  [...built.outputs.keys()].filter((path) => /^api.*[^x].html$/.test(path)).toSorted()

test('a page for each tag stands in the menu at the place of the item', async () => {
  const built = await buildBook(book(item('models: true\ndownloadLink: true')))
  expect(codes(built)).toEqual([])
  expect(pagesOf(built)).toEqual([
    'api-reference/beds-and-paths.html',
    'api-reference/beds-and-paths/edges.html',
    'api-reference/garden-api.html',
    'api-reference/models.html',
    'api-reference/seed-bank.html',
  ])
  const menu = page(built, 'index.html')
  expect(menu).toMatch(/seed-bank.html[^]*Seed bank[^]*Beds &amp; \*paths\*[^]*Edges[^]*Models/)
  expect(menu).toContain('href="api-reference/beds-and-paths.html"')
  expect(menu).toContain('href=".gitbook/assets/garden.yaml.html"')
})

test('a page of a tag has its head, its description and its operations', async () => {
  const built = await buildBook(book(item('models: true')))
  const beds = content(built, 'api-reference/beds-and-paths.html')
  expect(beds).toContain('Beds &amp; *paths*')
  expect(beds).toContain('Every bed has a number.')
  expect(beds).toMatch(/class="callout[^]*Of wood\./)
  expect(beds).not.toContain('{%')
  expect(beds).toContain('id="get-beds"')
  expect(beds).toContain('id="post-beds"')
  expect(beds).not.toContain('Secret')
  const seeds = content(built, 'api-reference/seed-bank.html')
  expect(seeds).toMatch(/symbol-seedling[^]*What we keep\.[^]*Seeds/)
  expect(content(built, 'api-reference/garden-api.html')).toContain('Is it well')
  expect(content(built, 'api-reference/models.html')).toContain('id="bed"')
  expect(page(built, 'api-reference/beds-and-paths.md')).toContain('Every bed has a number.')
})

test('a page for each operation stands below the name of its tag', async () => {
  const built = await buildBook(
    book(
      `* [Overview](api/README.md)\n  ${item('grouping: by-operation').replaceAll('\n', '\n  ')}`,
      {
        'README.md': '# Start\n',
        'api/README.md': '# Overview\n',
      },
    ),
  )
  expect(codes(built)).toEqual([])
  expect(pagesOf(built)).toEqual([
    'api/beds-and-paths/all-beds-1.html',
    'api/beds-and-paths/all-beds.html',
    'api/beds-and-paths/edges/get-edges.html',
    'api/garden-api/is-it-well.html',
    'api/seed-bank/seeds.html',
  ])
  expect(content(built, 'api/beds-and-paths/all-beds-1.html')).toContain('id="post-beds"')
})

test('files stand before pages that are made, and titles lead nowhere else', async () => {
  const built = await buildBook(
    book(item('models: false').replace('* ', '\n## ..\n\n* '), {
      'README.md': '# Start\n',
      'seed-bank.md': '# Mine\n\n[Other](../x.md)\n',
      '.gitbook/assets/garden.yaml': API.replace(
        'Every bed',
        '[Lost](gone.md) and every bed',
      ).replace('name: edges', 'name: "../../edges"'),
    }),
  )
  const paths = Object.keys(site(built)).filter((path) => path.endsWith('.html'))
  expect(paths.filter((path) => path.includes('..'))).toEqual([])
  expect(content(built, 'seed-bank-1.html')).toContain('Seeds')
  expect(codes(built)).toEqual(['links/missing-file .gitbook/assets/garden.yaml'])
})

test.each([
  ['no file', item('models: true', 'shop'), 'shop'],
  ['another type', item('models: true').replace('builtin:openapi', 'builtin:other'), 'garden'],
  ['YAML that is none', item('models: [').replace('spec: garden', 'spec: {'), 'API'],
])('with %s the menu shows a name, and it is reported', async (_, summary, name) => {
  const built = await buildBook(book(summary, { 'README.md': '# Start\n' }))
  expect(codes(built)).toEqual(['summary/generated-pages SUMMARY.md:7:1'])
  expect(page(built, 'index.html')).toContain(name)
})

const toldOf = async (spec: string): Promise<unknown> => {
  const files = { 'README.md': '# Start\n', '.gitbook/assets/broken.yaml': 'paths: [' }
  const { diagnostics } = await buildBook(book(item('models: true', spec), files))
  return diagnostics.find(({ code }) => code === 'summary/generated-pages')
}

test('a description that is there and cannot be read is told apart from one that is not', async () => {
  expect(await toldOf('broken')).toMatchObject({ args: { case: 'unreadable' } })
  expect(await toldOf('missing')).toMatchObject({ args: { case: 'missing' } })
})

test('a change of the description is seen by the next build as by a clean one', async () => {
  const first = book(item('models: true'))
  const second = {
    ...first,
    '.gitbook/assets/garden.yaml': API.replace('All beds', 'Each bed')
      .replace('nobody', 'seats')
      .replace('[edges]', '[seats]'),
  }
  const before = await buildBook(first)
  expect(site(await buildBook(second, before.memory))).toEqual(site(await buildBook(second)))
  expect(site(await buildBook(first, before.memory))).toEqual(site(before))
})
