// Signs that keyboards write in several ways, those that say that a query is meant as it is written, and words that
// only ask.
import { describe, expect, test } from 'vitest'
import { library, nearest, page, titles } from './library.ts'

const APOSTROPHES = ["'", '\u2019', '\u2018', '\u02bc', '\u2032', '\u00b4', '\uff07']
const HYPHENS = [
  '-',
  '\u2010',
  '\u2011',
  '\u2012',
  '\u2013',
  '\u2014',
  '\u2212',
  '\uff0d',
  '\ufe63',
]

describe.each([
  [
    "'",
    APOSTROPHES,
    ["l'eau", "c'est", "d'accord", "O'Brien", "don't", "rock'n'roll", "dell'arte"],
  ],
  ['-', HYPHENS, ['e-mail', 'Mesos-DNS', 'a-b', '1-2']],
])('%s', (sign, signs, words) => {
  test.each(signs)('written as %s is found however it is typed', async (written) => {
    const pages = words.map((word) => page(word, `Voici ${word.replaceAll(sign, written)} là.`))
    const { engine } = library([...pages, page('Other', 'Nothing of it.')])
    for (const word of words)
      for (const typed of signs) {
        const found = await titles(engine, word.replaceAll(sign, typed))
        expect({ typed, found }).toEqual({ typed, found: [word] })
      }
  })
})

describe('what is written with signs', () => {
  const { engine } = library([
    page('Letters', 'C, nothing else. F, a.'),
    page('Languages', 'C++ and C# and F#, .NET too.'),
    page('Calls', 'foo.bar() returns.'),
    page('Apart', 'A foo has a bar. Use the net.'),
    page('Options', 'git commit -m message --amend'),
    page('Other', 'x-m, -max and m, amend'),
  ])

  test.each([
    ['C++', 'Languages', 'Letters'],
    ['c#', 'Languages', 'Letters'],
    ['F#', 'Languages', 'Letters'],
    ['.NET', 'Languages', 'Apart'],
    ['foo.bar()', 'Calls', 'Apart'],
    ['foo.bar', 'Calls', 'Apart'],
    ['-m', 'Options', 'Other'],
    ['--amend', 'Options', 'Other'],
    ['commit -m', 'Options', 'Other'],
  ])('is found as it is written, apart from its letters: %s', async (query, holder, other) => {
    expect(await titles(engine, query)).toEqual([holder])
    expect(await nearest(engine, query)).toContain(other)
  })

  test.each(['learn C++', 'what is C++', '怎么用 C++ 呢', '"C++" explained'])(
    'comes first among what is near a question: %s',
    async (query) => {
      expect(await titles(engine, query)).toEqual([])
      expect((await nearest(engine, query))[0]).toBe('Languages')
    },
  )
})

describe('what stands between quotes', () => {
  const { engine } = library([
    page('Apart', 'Water in soil, and a worm.'),
    page('Together', 'The soil water here.'),
    page('Forms', 'Watering soils.'),
    page('Both', 'A worm. Then soil water.'),
    page('同', '埋在土里，每天浇水。'),
    page('分', '土里浇水，埋在那里。'),
  ])

  test.each([
    '"soil water"',
    '“Soil water”',
    '„soil water“',
    '«soil water»',
    '« soil water »',
    '「soil water」',
  ])('is literal: %s', async (query) => {
    expect(await titles(engine, query)).toEqual(['Together', 'Both'])
    expect(await nearest(engine, query)).toEqual(['Apart', 'Forms'])
  })

  test.each([
    ['"water soil"', []],
    ['"waters"', []],
    ['"water"', ['Apart', 'Together', 'Forms', 'Both']],
    ['worm "soil water"', ['Both']],
    ['"soil water" worm', ['Both']],
    ['"soil" worm', ['Apart', 'Both']],
    ['「埋在土里」', ['同']],
    ['"土里埋在"', []],
    ['soil water', ['Together', 'Both', 'Apart', 'Forms']],
    ['"soil water', ['Apart', 'Together', 'Forms', 'Both']],
  ])('and the rest of the query is not: %s', async (query, expected) => {
    expect(await titles(engine, query)).toEqual(expected)
  })

  test('is no other spelling of it', async () => {
    const own = library([
      page('One', 'A multilingual book.'),
      page('Two', 'This book is multi-lingual.'),
      page('Three', 'A multi-lingual book.'),
    ]).engine
    expect(await titles(own, '"multi-lingual book"')).toEqual(['Three', 'One'])
    expect(await titles(own, 'multi-lingual book')).toEqual(['Three', 'Two', 'One'])
  })

  test('is found with its quotes where they stand in the text', async () => {
    const own = library([page('Code', 'Write print "hello world" twice.'), page('Text', 'No.')])
    expect(await titles(own.engine, 'print "hello world" twice')).toEqual(['Code'])
  })
})

describe('words of question', () => {
  const { engine } = library([
    page('怎么办', '出错了怎么办？如何是好？什么都可以。'),
    page('升级与维护', '先备份，再升级。'),
    page('What to do', 'How to do what? Why, and when?'),
    page('Upgrade', 'Upgrade the server.'),
  ])

  test.each([
    '怎么升级',
    '如何升级？',
    '升级怎么做',
    '什么是升级',
    '为什么要升级',
    '怎样升级',
    '升级是什么意思',
  ])('weigh nothing beside content: %s', async (query) => {
    expect([...(await titles(engine, query)), ...(await nearest(engine, query))][0]).toBe(
      '升级与维护',
    )
  })

  test.each(['how to upgrade', 'What is upgrade?', 'how do I upgrade?', 'why upgrade'])(
    'weigh nothing beside content: %s',
    async (query) => {
      expect([...(await titles(engine, query)), ...(await nearest(engine, query))][0]).toBe(
        'Upgrade',
      )
    },
  )
})
