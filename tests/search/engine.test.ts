import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { contentHash } from '../../src/core/hash.ts'
import { type SearchMemory, createSearchMemory, emitSearch } from '../../src/search/emit.ts'
import type { SearchPage } from '../../src/search/page-terms.ts'
import { loadReadings, readingOf } from '../../src/tree/romanize.ts'
import { type StoredIndex, restoredIndex, storedIndex } from '../../src/search/stored.ts'
import { settle } from '../../templates/assets/search/text.js'
import { library, nearest, page, randomNumbers, scriptsOf, shown, titles } from './library.ts'

const garden = [
  page('Compost', 'Worms turn leaves into soil. Add water when it is dry.', [
    'Worms in winter',
    'They sleep below the frost.',
  ]),
  page('播种', '把种子埋在土里，每天浇水。', ['浇水的时间', '早晨浇水 比中午好。Use rain water。']),
  page('Tools', 'A spade, a rake and a waterproof coat. parseSeedList() reads the seed list.'),
  page('Policies of the garden', 'Our policy: no poison. C++ is a language, not a plant.'),
]
const { engine } = library(garden)

describe('the engine', () => {
  test('finds words whatever their case and accents, titles before headings before text', async () => {
    expect(await titles(engine, 'COMPOST')).toEqual(['Compost'])
    expect(await titles(engine, 'wörms')).toEqual(['Compost'])
    const pages = [page('A', 'soil'), page('B', '', ['Soil', '']), page('Soil', 'x')]
    expect(await titles(library(pages).engine, 'soil')).toEqual(['Soil', 'B', 'A'])
  })

  test('finds beginnings and inner parts of words', async () => {
    expect(await titles(engine, 'wat')).toEqual(['Compost', '播种', 'Tools'])
    expect(await titles(engine, 'proof')).toEqual(['Tools'])
    expect(await titles(engine, 'seedl')).toEqual(['Tools'])
  })

  test('finds Chinese by any part of the text, across words, white space and punctuation', async () => {
    for (const query of [
      '种',
      '浇水',
      '埋在土里，每',
      '早晨浇水比中',
      '好。Use',
      '水 比',
      '天浇',
      'ain water。',
    ])
      expect(await titles(engine, query), query).toEqual(['播种'])
    expect(await titles(engine, '水土')).toEqual([])
  })

  test('takes several words as all of them, wherever they stand', async () => {
    expect(await titles(engine, 'frost worms')).toEqual(['Compost'])
    expect(await titles(engine, '中午 种子')).toEqual(['播种'])
    expect(await titles(engine, 'spade frost')).toEqual([])
  })

  test('offers other forms and words with one mistake apart from what was found', async () => {
    expect(await titles(engine, 'policies')).toEqual(['Policies of the garden'])
    expect(await nearest(engine, 'spades')).toEqual(['Tools'])
    for (const typed of ['spde', 'spadde', 'spsde', 'sapde', 'pade']) {
      const found = [...(await titles(engine, typed)), ...(await nearest(engine, typed))]
      expect(found, typed).toEqual(['Tools'])
    }
    expect(await nearest(engine, '浇水土里')).toEqual(['播种'])
    expect(await nearest(engine, 'zzzz')).toEqual([])
  })

  test('answers a Chinese question by what it asks about, and takes quotes as what stands between them', async () => {
    expect(await titles(engine, '怎么浇水')).toEqual([])
    expect(await nearest(engine, '怎么浇水')).toEqual(['播种'])
    expect(await nearest(engine, '种子是什么？')).toEqual(['播种'])
    expect(await nearest(engine, '什么')).toEqual([])
    expect(await titles(engine, '“埋在土里”')).toEqual(['播种'])
    expect(await titles(engine, '"spade"')).toEqual(['Tools'])
  })

  test('shows chapters before files with the same words, unless a file is asked for', async () => {
    const sections = [{ id: '', title: 'agent.service', text: 'Restart=always' }]
    const file = { ...page('agent.service', ''), url: 'etc/agent.service.html', sections }
    const pages = [file, page('Operations', 'Restart the agent.', ['When it fails', ''])]
    const own = library(pages).engine
    expect(await titles(own, 'agent')).toEqual(['Operations', 'agent.service'])
    expect(await titles(own, 'agent.service')).toEqual(['agent.service'])
  })

  test('takes a chapter with a dot in its name for a chapter', async () => {
    const release = { ...page('Release 1.2', 'Spades.'), url: 'releases/v1.2.html' }
    const own = library([page('Others', 'A release, any release.'), release]).engine
    expect(await titles(own, 'release')).toEqual(['Release 1.2', 'Others'])
  })

  test.each([
    ['event', ['Life of an event', 'Events', 'Times', 'Eventlog', 'Rivers']],
    ['events', ['Events', 'Rivers']],
    ['eventl', ['Eventlog']],
  ])(
    'shows a word in a title before a longer one that begins with it: %s',
    async (query, order) => {
      const own = library([
        page('Rivers', 'Events and events and events.'),
        page('Eventlog', 'Windows.'),
        page('Times', 'Of day.', ['Event', 'Nothing.']),
        page('Life of an event', 'Born.'),
        page('Events', 'All of them.'),
      ]).engine
      expect(await titles(own, query)).toEqual(order)
    },
  )

  test('takes apostrophes and hyphens in all their signs as one, and finds words without them', async () => {
    const own = library([
      page('English', 'You don\u2019t need an e\u2011mail from O\u02bcBrien.'),
      page('French', 'Il faut de l\u2019eau.'),
      page('Names', 'Mesos-DNS answers.'),
      page('Post', 'An email came.'),
    ]).engine
    for (const query of ["don't", 'dont', 'DON’T', 'obrien', "o'brien", 'O‘Brien'])
      expect(await titles(own, query), query).toEqual(['English'])
    expect(await titles(own, 'email')).toEqual(['Post', 'English'])
    expect(await titles(own, 'e-mail')).toEqual(['English', 'Post'])
    expect(await titles(own, 'e–mail')).toEqual(['English', 'Post'])
    expect(await titles(own, 'eau')).toEqual(['French'])
    expect(await titles(own, "l'eau")).toEqual(['French'])
    expect(await titles(own, 'mesosdns')).toEqual(['Names'])
  })

  test('finds simplified Chinese by traditional characters, and the other way', async () => {
    const simplified = library([
      page('邀约', '资源邀约由领导者发出。'),
      page('后台', '以后在里面干活。'),
    ])
    expect(await titles(simplified.engine, '資源邀約')).toEqual(['邀约'])
    expect(simplified.loaded.filter((name) => name === 'f')).toHaveLength(1)
    expect(await titles(simplified.engine, '領導者')).toEqual(['邀约'])
    expect(await titles(simplified.engine, '以後')).toEqual(['后台'])
    const traditional = library([
      page('選舉', '皇后與以後的幹部，乾燥，若干。'),
      page('領導', '在裏面工作。'),
    ])
    expect(await titles(traditional.engine, '选举')).toEqual(['選舉'])
    expect(await titles(traditional.engine, '以后')).toEqual(['選舉'])
    expect(await titles(traditional.engine, '干部')).toEqual(['選舉'])
    expect(await titles(traditional.engine, '里面')).toEqual(['領導'])
    const { pages } = await traditional.engine.find('干部')
    expect(shown(pages[0]?.sections[0]?.text ?? [])).toContain('[幹部]')
    expect(pages[0]?.held).toBe('幹部')
    const plain = library([page('Soil', 'Worms.')])
    expect(await titles(plain.engine, '資源')).toEqual([])
    expect(plain.loaded).not.toContain('f')
  })

  test('finds Chinese by its sound', async () => {
    await loadReadings()
    const pages = [
      page('邀约', '资源邀约由领导者发出，银行除外。'),
      page('长度', '增长的长度，绿色的女儿。'),
      page('Agents', 'They send offers.'),
    ]
    const { engine: own, loaded } = library(pages, { readingOf })
    for (const query of ['ziyuan', 'zi yuan', "zi'yuan", 'ZiYuanYaoYue', 'yinhang', 'lingdaozhe'])
      expect(await titles(own, query), query).toEqual(['邀约'])
    for (const query of ['zengzhang', 'changdu', 'lvse', 'nver'])
      expect(await titles(own, query), query).toEqual(['长度'])
    for (const query of ['yuanzi', 'zi', 'ziyua', 'xyzzy', 'zizizizizizizizizizizizizi'])
      expect(await titles(own, query), query).toEqual([])
    expect(loaded.filter((name) => name === 'p')).toHaveLength(1)
    const { pages: found } = await own.find('ziyuan')
    expect(shown(found[0]?.sections[0]?.text ?? [])).toContain('[资源]')
    const words = library(pages, { readingOf })
    expect(await titles(words.engine, 'agents')).toEqual(['Agents'])
    expect(words.loaded).not.toContain('p')
    const others = library(pages)
    expect(await titles(others.engine, 'ziyuan')).toEqual([])
    expect(others.loaded).not.toContain('p')
  })

  test('answers an English question by what it asks about, and knows a name by its words', async () => {
    const own = library([
      page('strictNullChecks', 'Null is no value of other types.'),
      page('Never', 'With strict null checks there is more.'),
    ]).engine
    expect((await titles(own, 'strict null checks'))[0]).toBe('strictNullChecks')
    expect(await nearest(own, 'what is a value of types?')).toEqual(['strictNullChecks'])
  })

  test.each([
    ['custom activity', 'Custom Activities'],
    ['custom activities', 'Custom Activities'],
    ['out of memory', 'OutOfMemoryError in training'],
  ])(
    'a title with the words of the query in other forms stands first: %s',
    async (query, first) => {
      const own = library([
        page('Icons for a custom activity list', 'Icons.', ['More', 'Of custom activities.']),
        page('Tuning', 'When a mapper runs out of memory.', ['Memory', 'More.']),
        page('Custom Activities', 'Write a custom activity.'),
        page('OutOfMemoryError in training', 'Out it goes: of all the memory.'),
      ]).engine
      expect((await titles(own, query))[0]).toBe(first)
    },
  )

  test.each([
    ['highly available', 'High Availability of Servers'],
    ['deploy to servers', 'Deployment on Several Servers'],
  ])(
    'a title with all words of the query, apart and in other forms, is above its words in a text: %s',
    async (query, first) => {
      const own = library([
        page('News', 'It is highly available. We deploy to servers.', ['Servers', 'Available.']),
        page('High Availability of Servers', 'Three of them.'),
        page('Deployment on Several Servers', 'One by one.'),
      ]).engine
      expect((await titles(own, query)).slice(0, 2)).toEqual([first, 'News'])
    },
  )

  test('so is a heading, and small words of the query need not be in it', async () => {
    const own = library([
      page('News', 'We blocked the head of a line.'),
      page('Queues', 'x', ['Line blocking at the head', 'First in, first out.']),
    ]).engine
    expect(await titles(own, 'head of a line blocking')).toEqual(['Queues', 'News'])
  })

  test('of words in headings those that the page says often count more', async () => {
    const own = library([
      page('Output', 'x', ['limit', 'a chunk'], ['chunk', 'a limit']),
      page('Buffer', 'chunk, limit: '.repeat(40), ['chunk', 'x'], ['limit', 'x']),
    ]).engine
    expect(await titles(own, 'chunk limit')).toEqual(['Buffer', 'Output'])
  })

  test('what a file is called says what its page is about', async () => {
    const named = { ...page('配额', 'A quota of what there is.'), url: 'book/quota.html' }
    const folder = { ...page('角色', 'One quota, one role.'), url: 'quota/index.html' }
    const often = page('安全', 'A quota, a quota, a quota.')
    const found = await titles(library([often, named, folder]).engine, 'quota')
    expect(found).toEqual(['配额', '角色', '安全'])
  })

  test('of several words the rare ones say what is meant', async () => {
    const many = Array.from({ length: 30 }, (_, at) => page(`Make ${at}`, 'How to make things.'))
    const own = library([
      ...many,
      page('The one', 'A singleton, a single one; a singleton.'),
      page('Making of', 'They make a singleton from many parts.', ['Make', 'Makers make.']),
      page('Singleton pattern', 'One for all. They make it.'),
    ]).engine
    expect((await titles(own, 'make singleton')).slice(0, 2)).toEqual([
      'Singleton pattern',
      'Making of',
    ])
    expect((await nearest(own, 'how should singletons be painted'))[0]).toBe('Singleton pattern')
  })

  test('finds what consists of signs by reading', async () => {
    expect(await titles(engine, '：')).toEqual(['Policies of the garden'])
    expect((await titles(engine, 'C++'))[0]).toBe('Policies of the garden')
    expect(await titles(engine, '  ')).toEqual([])
  })

  test('leads to sections, with the match marked in the text around it', async () => {
    const { pages } = await engine.find('浇水')
    const sections = pages[0]?.sections.map(({ id, title, text }) => [
      id,
      shown(title),
      shown(text),
    ])
    expect(sections).toEqual([
      ['s1', '[浇水]的时间', '早晨[浇水] 比中午好。Use rain water。'],
      ['', '', '把种子埋在土里，每天[浇水]。'],
    ])
  })

  test('leads to a page itself where its first heading is its title, also with a number before it', async () => {
    const titled = library([
      { ...page('Worms', ''), sections: [{ id: 's1', title: '8.3. Worms', text: 'They dig.' }] },
      { ...page('Soil', ''), sections: [{ id: 's1', title: 'Wet worms', text: 'They swim.' }] },
    ])
    const { pages } = await titled.engine.find('worms')
    expect(pages.map(({ sections }) => sections.map(({ id }) => id))).toEqual([[''], ['s1']])
  })

  test('shortens long text at the border of words', async () => {
    const text = `${'alpha beta '.repeat(60)}needle ${'gamma delta '.repeat(60)}`
    const { pages } = await library([page('Long', text)]).engine.find('needle')
    const [section] = pages[0]?.sections ?? []
    expect(shown(section?.text ?? [])).toMatch(
      /^… (?:alpha|beta) .*\[needle\] gamma .* (?:gamma|delta) …$/,
    )
    expect(shown(section?.text ?? []).length).toBeLessThan(240)
  })

  test('obeys the keywords of a page', async () => {
    const pages = [
      { ...page('Beds', 'Rows.'), keywords: ['aubergine', '茄子'] },
      page('Other', 'x'),
    ]
    const own = library(pages).engine
    expect(await titles(own, 'aubergine')).toEqual(['Beds'])
    expect(await titles(own, '茄子')).toEqual(['Beds'])
  })

  test('loads nothing twice, and asks again for what could not be loaded', async () => {
    const own = library(garden)
    await own.engine.find('water')
    const before = own.loaded.length
    await own.engine.find('water')
    expect(own.loaded).toHaveLength(before)
    expect(new Set(own.loaded).size).toBe(before)
  })

  test('an empty book has an index that answers', async () => {
    const { pages, count, complete } = await library([]).engine.find('word')
    expect({ pages, count, complete }).toEqual({ pages: [], count: 0, complete: true })
  })
})

const words =
  'cluster node agent 集群 节点 资源 調度 한국어 かな ภาษา слово v1.2 C++ naïve HttpServer x_y'.split(
    ' ',
  )
const marks = [' ', ' ', ' ', '，', '。', ', ', '', '\n', '-']

function randomBook(seed: number, size: number): ReturnType<typeof page>[] {
  const below = randomNumbers(seed)
  const text = (): string =>
    Array.from(
      { length: 20 + below(40) },
      () => (words[below(words.length)] ?? '') + marks[below(marks.length)],
    ).join('')
  return Array.from({ length: size }, (_, index) =>
    page(`Page ${index}`, text(), [`H${index}`, text()]),
  )
}

test.each([1, 2, 3])(
  'every part of a random text is found, and nothing ranks above it (%i)',
  async (seed) => {
    const pages = randomBook(seed, 12)
    const own = library(pages).engine
    const below = randomNumbers(seed + 100)
    for (let round = 0; round < 120; round += 1) {
      const source = pages[below(pages.length)]
      const section = source?.sections[below(2)]
      const characters = Array.from(section?.text ?? '')
      const from = below(characters.length)
      const query = characters.slice(from, from + 1 + below(8)).join('')
      const literal = settle(query)
      // One or two letters alone are looked for where words begin.
      if (
        literal === '' ||
        /^[^\p{L}\p{N}]*[a-z\d\u0400-\u04FF]{1,2}[^\p{L}\p{N}]*$/u.test(literal)
      )
        continue
      const holds = new Set(
        pages
          .filter(({ sections, title }) =>
            [title, ...sections.flatMap((one) => [one.title, one.text])].some((one) =>
              settle(one).includes(literal),
            ),
          )
          .map(({ title }) => title),
      )
      const found = await titles(own, query, Infinity)
      const first = found.slice(0, holds.size)
      expect({ query, first: new Set(first) }).toEqual({ query, first: holds })
    }
  },
)

describe('several words', () => {
  test('are looked for in every form, and each page must hold them all', async () => {
    const pages = [
      page('Caching', 'How to cache the policies of a server.'),
      page('Servers', 'Policies without the other word.'),
      page('Kitchen', 'A book about cookies and tokens.'),
    ]
    const { engine: own } = library(pages)
    expect(await titles(own, 'caches policy')).toEqual(['Caching'])
    expect(await titles(own, 'policy')).toEqual([])
    expect(await titles(own, 'ok')).toEqual(['Kitchen'])
    expect(await titles(library([...pages, page('Fine', 'It is ok.')]).engine, 'ok')).toEqual([
      'Fine',
    ])
  })

  test('find a word with a hyphen by both parts as one and the other way, below what is written as asked', async () => {
    const own = library([
      page('Languages', 'A book may be multi-lingual.'),
      page('Settings', 'A multilingual book has one for each.'),
      page('Other', 'A book of a lingual kind.'),
    ]).engine
    expect(await titles(own, 'multilingual book')).toEqual(['Settings', 'Languages'])
    expect(await titles(own, 'book multi-lingual')).toEqual(['Languages', 'Settings'])
    const { pages: found } = await own.find('multilingual')
    expect(found.map(({ sections: [first] }) => first && shown(first.text))).toEqual([
      'A [multilingual] book has one for each.',
      'A book may be [multi-lingual].',
    ])
  })

  test('find the form of dictionaries where a page has another that begins otherwise', async () => {
    const own = library([
      page('Output', 'Records are sent when the log is full.'),
      page('Names', 'A log of undefined things.'),
    ]).engine
    expect(await titles(own, 'send log')).toEqual(['Output'])
    expect(await titles(own, 'undefined log')).toEqual(['Names'])
    expect(await titles(own, 'send')).toEqual([])
  })

  test('put a page whose title says nothing else before others that say them apart', async () => {
    const own = library([
      page('Send plants abroad', 'Logs of rice go to it.'),
      page('Rice', 'Send one to us. A log of it.'),
      page('Weeds', 'Plants.'),
    ]).engine
    expect(await titles(own, 'send logs to rice')).toEqual(['Rice', 'Send plants abroad'])
  })

  test('of a script without spaces are found apart, and side by side first', async () => {
    const pages = [
      page('ก', 'เรียน แล้วก็ ภาษา และ ไทย'),
      page('ข', 'เรียนภาษาไทยทุกวัน'),
      page('ค', 'เรียนทุกวัน'),
    ]
    expect(await titles(library(pages).engine, 'เรียนภาษาไทย')).toEqual(['ข', 'ก'])
    expect(await titles(library(pages).engine, 'าษาไ')).toContain('ข')
  })

  test('of Thai stand above the same letters inside of other words', async () => {
    const pages = [page('ข', 'ดวงตา ของแมว'), page('ค', 'ของแมว ตา')]
    expect(await titles(library(pages).engine, 'ตา')).toEqual(['ค', 'ข'])
  })
})

const scripts = (
  pages: readonly SearchPage[],
  memory?: SearchMemory,
): ReadonlyMap<string, string> => scriptsOf(emitSearch('s/', pages, memory))
const clean = (pages: readonly SearchPage[]): ReadonlyMap<string, string> =>
  scripts(structuredClone(pages))

/** Nothing is the same object in another run: pages are known by what they say. */
const told = (pages: readonly SearchPage[]): readonly SearchPage[] =>
  structuredClone(pages).map((one) => ({
    ...one,
    hash: () => contentHash(JSON.stringify(one.sections)),
  }))

describe('the files', () => {
  const book = randomBook(5, 400)
  /** A dozen books after the first one, each an edit from the one before. */
  function* editedBooks(seed: number): Iterable<readonly SearchPage[]> {
    const below = randomNumbers(seed)
    let pages: readonly SearchPage[] = book
    for (let round = 0; round < 12; round += 1) {
      const at = below(pages.length)
      const text = round % 3 === 0 ? `龘${round} ` : `soil ${'word '.repeat(below(900))}`
      const edited = page(`Page ${at}`, `${text}${book[at]?.sections[0]?.text}`, ['H', 'x'])
      const kept = [...pages.slice(0, at), ...(round % 4 === 3 ? [] : [edited])]
      pages = [...kept, ...pages.slice(at + 1), ...(round === 5 ? [page('Late', '新页')] : [])]
      yield pages
    }
  }

  test('are the same for the same book, whatever was built before', () => {
    const once = scripts(book)
    scripts(book.slice(3))
    expect([...clean(book)]).toEqual([...once])
  })

  test('are the same with the memory of any build before', () => {
    const memory = createSearchMemory()
    for (const pages of editedBooks(11))
      expect([...scripts(pages, memory)]).toEqual([...clean(pages)])
    // A memory may be newer than the build that is asked for.
    expect([...scripts(book, memory)]).toEqual([...scripts(book)])
  })

  test('are the same with what a program before has kept', () => {
    let memory = createSearchMemory()
    scripts(told(book), memory)
    for (const pages of editedBooks(12)) {
      const { index, numbers } = storedIndex(memory)
      const read = JSON.parse(JSON.stringify(index)) as StoredIndex
      memory = restoredIndex({ index: read, numbers: numbers.slice() })
      expect([...scripts(told(pages), memory)]).toEqual([...clean(pages)])
    }
  })

  test('are made again of what was kept when somebody asks for them', () => {
    const memory = createSearchMemory()
    const known = book.map((one) => ({ ...one, hash: () => one.url }))
    const before = scripts(known, memory)
    const restored = restoredIndex(storedIndex(memory))
    const looked: string[] = []
    const watched = known.map((one) => ({
      ...one,
      of: {},
      get sections() {
        looked.push(one.url)
        return one.sections
      },
    }))
    const files = emitSearch('s/', watched, restored)
    expect(looked).toEqual([])
    expect(restored.isKept).toBe(true)
    expect([...scriptsOf(files)]).toEqual([...before])
  })

  test('stay small, and an edit changes few of them', () => {
    const before = scriptsOf(emitSearch('', book))
    for (const script of before.values()) expect(gzipSync(script).length).toBeLessThan(22_000)
    const edited = book.map((one, index) =>
      index === 200 ? page('Page 200', `brandnew ${one.sections[0]?.text}`, ['H200', 'x']) : one,
    )
    const after = scriptsOf(emitSearch('', edited))
    const texts = [...after].filter(
      ([path, script]) => path.startsWith('b') && before.get(path) !== script,
    )
    expect([...after.keys()].filter((path) => path.startsWith('b')).length).toBeGreaterThan(4)
    expect(texts.length).toBeLessThan(4)
  })

  test('a page longer than any file is divided, and found as one', async () => {
    const pages = [page('Giant', `${'字词句段'.repeat(30_000)}终点。`), page('Small', '终点')]
    const { engine: own } = library(pages)
    expect(await titles(own, '终点')).toEqual(['Giant', 'Small'])
    for (const script of scriptsOf(emitSearch('', pages)).values())
      expect(Buffer.byteLength(script)).toBeLessThan(140_000)
    expect(await titles(own, '段终点')).toEqual(['Giant'])
  })

  test('are scripts that old engines can read', () => {
    const odd = scripts([page('L', 'a\u2028b </script> "q" \\')])
    expect([...odd.values()].join('')).not.toContain('\u2028')
  })
})

test('a heading that is the query comes before others that hold it, a title before both', async () => {
  const small = library([
    page('Backup', 'zookeeper and zookeeper and zookeeper', ['The data of ZooKeeper', 'x']),
    page('Architecture', 'x', ['ZooKeeper', 'what it is for']),
    page('Install ZooKeeper', 'x'),
  ])
  expect(await titles(small.engine, 'zookeeper')).toEqual([
    'Install ZooKeeper',
    'Architecture',
    'Backup',
  ])
})

test('words that stand together in a heading count as much as some of them in a title', async () => {
  const small = library([
    page('Type Assertion', 'an interface vs a type', ['Assertion vs Casting', 'x']),
    page('Style', 'x', ['type vs. interface', 'which one to use']),
  ])
  expect(await titles(small.engine, 'interface vs type')).toEqual(['Style', 'Type Assertion'])
})

test('a name with underscores in a longer one is inside of it', async () => {
  const small = library([
    page('Tail', 'x', ['multiline_flush_interval', 'multiline_flush_interval 5s']),
    page('Buffer', 'flush_interval says how often'),
  ])
  expect(await titles(small.engine, 'flush_interval')).toEqual(['Buffer', 'Tail'])
})
