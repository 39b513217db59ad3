import { expect, test } from 'vitest'
import { addScores, bestOf, judge, judgeTypos } from '../../scripts/search-quality/judge.ts'
import { askQuestions, questionTable } from '../../scripts/search-quality/ask.ts'
import { type Engine, handbookEngine } from '../../scripts/search-quality/engines.ts'
import { findPeers } from '../../scripts/search-quality/peers.ts'
import { drawSamples, fold, languageOf } from '../../scripts/search-quality/samples.ts'

const page = (url: string, title: string, text: string, ...headings: readonly string[]) => ({
  url,
  title,
  headings,
  text: fold([title, ...headings, text].join(' ')),
})
const pages = [
  page('a.html', 'concatenate', 'concatenate lists'),
  page('b.html', 'animals', 'a cat and a dog, another cat'),
  page('c.html', '集群', '集群的主\n节点'),
]

/** Answers every query with the same pages. */
const always = (...urls: string[]): Engine => ({
  scriptBytes: 0,
  indexBytes: 0,
  ask: () => Promise.resolve({ urls, nearest: [], bytes: 7, milliseconds: 1 }),
})
const note = (): void => undefined

test('words must be found where they stand whole, and may be found within others', async () => {
  const queries = ['cat']
  const score = await judge(always('b.html', 'a.html', 'c.html'), pages, {
    kind: 'words',
    queries,
    note,
  })
  expect(score).toMatchObject({ right: 1, found: 1, top: 3, topRight: 2, ranks: [1], bytes: [7] })
})

test.each([
  ['in the title', 'prune', ['title.html']],
  ['that is a heading', 'dig', ['heading.html']],
  ['in a heading', 'spade', ['heading.html', 'words.html']],
  ['as often as anywhere', 'worm', ['often.html', 'words.html']],
  ['at the beginning of its name', 'rake', ['rakes.html']],
])('the page that is meant has the query %s', (_where, query, urls) => {
  const book = [
    page('often.html', 'pruned', 'prune prune prune dig dig dig spade spade spade worm'),
    page('title.html', 'how to prune', 'dig spade'),
    page('heading.html', 'tools', 'prune', 'dig', 'a spade'),
    page('rakes.html', 'more', 'a rake'),
    page('old-rakes.html', 'most', 'rake rake'),
    page('words.html', 'beds', 'worm', 'digging', 'the spade', 'dig it'),
  ]
  expect([...bestOf(query, book, 'words')]).toEqual(urls)
})

test('Chinese strings must be found wherever they stand, across a line break too', async () => {
  const notes: string[] = []
  const score = await judge(always('a.html'), pages, {
    kind: 'chinese',
    queries: ['主节'],
    note: (text) => notes.push(text),
  })
  expect(score).toMatchObject({ right: 1, found: 0, nothing: 1, complete: 0, ranks: [0] })
  expect(notes).toEqual([
    'incomplete: 主节, 0 of 1',
    'not there: 主节, a.html',
    'not best: 主节, a.html; at 0: c.html',
  ])
})

test('a typing mistake is mended when a page with the word is among the first five', async () => {
  const typos = [{ typed: 'anothr', meant: 'another' }]
  expect(await judgeTypos(always('a.html', 'b.html'), pages, { typos, note })).toEqual({
    queries: 1,
    good: 1,
  })
  expect(await judgeTypos(always('a.html'), pages, { typos, note })).toEqual({
    queries: 1,
    good: 0,
  })
})

test('scores of books add up', async () => {
  const score = await judge(always('b.html'), pages, { kind: 'words', queries: ['cat'], note })
  expect(addScores([score, score])).toMatchObject({ queries: 2, right: 2, ranks: [1, 1] })
  expect(addScores([])).toMatchObject({ queries: 0, ranks: [] })
})

test('the same book gives the same queries, each of which it holds', () => {
  const samples = drawSamples(pages, 5)
  expect(samples).toEqual(drawSamples(pages, 5))
  const text = pages.map((one) => one.text).join('\n')
  const queries = [...samples.chinese, ...samples.chineseWords, ...samples.words]
  expect(queries.filter((query) => !text.includes(query))).toEqual([])
  expect(samples.words).toContain('another')
  expect(samples.typos.filter(({ typed, meant }) => typed === meant)).toEqual([])
})

test('a book without text gives no queries', () => {
  expect(drawSamples([], 5)).toEqual({ chineseWords: [], chinese: [], words: [], typos: [] })
})

test.each([
  ['集群的主节点 master 通过选举产生', 'zh'],
  ['The master is elected', 'en'],
  ['マスターは選挙で選ばれる', undefined],
  ['Мастер выбирается', undefined],
  ['', undefined],
])('the language of %j is %s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})

test('handbook finds the pages of its own index', async () => {
  const sections = [{ id: '', title: '', text: '集群的主节点通过选举产生' }]
  const engine = await handbookEngine.read({
    language: 'zh',
    pages: [{ of: sections, url: 'a.html', title: '选举', trail: [], keywords: [], sections }],
  })
  const answer = await engine.ask('主节点', 5)
  expect(answer.urls).toEqual(['a.html'])
  expect(answer.bytes).toBeGreaterThan(0)
  expect(engine.indexBytes).toBeGreaterThanOrEqual(answer.bytes)
})

test('packages that are not installed are named', () => {
  const { found, missing } = findPeers('/nowhere')
  expect(found).toEqual([])
  expect(missing).toHaveLength(3)
})

const question = (source: string, of = 'garden') => ({ book: of, query: 'q', pages: [source] })

test('a question has the place of its page among what is shown, and the shares are counted', async () => {
  const book = {
    name: 'garden',
    language: 'en',
    pages: [],
    judged: [],
    textBytes: 0,
    sources: new Map([
      ['a.md', 'a.html'],
      ['b.md', 'b.html'],
    ]),
  } as const
  const engine: Engine = {
    ...always(),
    ask: () =>
      Promise.resolve({ urls: ['b.html'], nearest: ['a.html'], bytes: 0, milliseconds: 0 }),
  }
  const asked = await askQuestions(
    book,
    [{ name: 'ours', version: '1', read: () => Promise.resolve(engine) }],
    [question('a.md'), question('b.md'), question('c.md', 'another')],
  )
  expect(asked.map(({ places }) => places.get('ours'))).toEqual([2, 1])
  const table = questionTable(asked, ['ours']).replaceAll(/ +/g, ' ')
  expect(table).toContain('| first | 1 of 2 |')
  expect(table).toContain('| in the first three | 2 of 2 |')
  const wrong = askQuestions(book, [handbookEngine], [question('c.md')])
  await expect(wrong).rejects.toThrow('no page c.md')
})
