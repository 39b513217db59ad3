import { expect, test } from 'vitest'
import {
  anchorOf,
  beginsWord,
  settle,
  settleWithMap,
  stem,
  visitDense,
  visitRuns,
  wordsOf,
} from '../../templates/assets/search/text.js'
import { randomNumbers } from './library.ts'

test.each([
  ['Ünïcode CAFÉ', 'unicode cafe'],
  ['Ｆｕｌｌ　ｗｉｄｔｈ １２', 'full width 12'],
  ['Straße, Ærø, ﬁne', 'strasse, aero, fine'],
  ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
  ['مُحَمَّد  الـكتاب', 'محمد الكتاب'],
  ['शब्द खोज', 'शब्द खोज'],
  ['ｶﾞ か\u3099', 'ガが'],
  ['soft\u00adhyphen', 'softhyphen'],
  [
    'Don’t, it\u02bcs the boy＇s e‑mail: l’eau, O\u2018Brien',
    "dont, its the boys e-mail: l'eau, o'brien",
  ],
  [' a \r\n\t b ', 'a b'],
  ['在 Docker 中\n运行', '在docker中运行'],
  ['한국 어', '한국어'],
  ['', ''],
])('%j is compared as %j', (text, settled) => {
  expect(settle(text)).toBe(settled)
})

const alphabet = Array.from('aB é’ts\n  　中文，。集-_ß가ｱか𠮷😀Ω1ｆи').concat(
  'e\u0301',
  'ﬁ',
  '\u00a0',
  'ไทย',
)

test('the map leads from settled text back to where it came from', () => {
  const below = randomNumbers()
  for (let round = 0; round < 500; round += 1) {
    const text = Array.from({ length: below(30) }, () => alphabet[below(alphabet.length)]).join('')
    const { settled, map } = settleWithMap(text)
    expect(settled).toBe(settle(text))
    expect(map).toHaveLength(settled.length + 1)
    expect(map).toEqual([...map].sort((a, b) => a - b))
  }
})

test('runs are words, or stretches of a script without spaces', () => {
  const runs: string[] = []
  const text = settle('v1.2 用docker部署、运行。ภาษาไทย слово')
  visitRuns(text, (kind, from, to) => runs.push(`${kind} ${text.slice(from, to)}`))
  expect(runs).toEqual([
    '1 v1',
    '1 2',
    '2 用',
    '1 docker',
    '2 部署',
    '2 运行',
    '2 ภาษาไทย',
    '1 слово',
  ])
})

test('a dense run is taken by characters and pairs, outside of the basic plane too', () => {
  const seen: string[] = []
  const text = '古𠮷文'
  visitDense(text, 0, text.length, (from, to) => seen.push(text.slice(from, to)))
  expect(seen).toEqual(['古', '𠮷', '古𠮷', '文', '𠮷文'])
})

test.each([
  ['policy', 'policies'],
  ['cache', 'caching'],
  ['class', 'classes'],
  ['run', 'running'],
  ['schedule', 'schedulers'],
  ['copy', 'copied'],
  ['deploy', 'deployments'],
  ['high', 'highly'],
  ['complete', 'completely'],
  ['available', 'availability'],
  ['configure', 'configuration'],
  ['authenticate', 'authentication'],
  ['generate', 'generators'],
  ['create', 'creation'],
  ['implement', 'implementation'],
  ['require', 'requirements'],
])('%s and %s have the same stem, which begins both', (one, other) => {
  expect(stem(one)).toBe(stem(other))
  expect(other.startsWith(stem(one))).toBe(true)
})

test.each([
  ['action', 'act'],
  ['station', 'stats'],
  ['table', 'tab'],
  ['reply', 'rep'],
  ['statement', 'state'],
  ['public', 'publish'],
])('%s and %s are two words', (one, other) => {
  expect(stem(one)).not.toBe(stem(other))
})

test('words that are not English keep their form', () => {
  expect(['этикетками', 'v1', 'bus', 'größe'].map(stem)).toEqual([
    'этикетками',
    'v1',
    'bus',
    'größe',
  ])
})

test.each([
  ['The `-q` flag', 'the-q-flag'],
  ['C++ 与 Go', 'c-与-go'],
  ['', ''],
])('a heading such as %j has the anchor %j', (title, anchor) => {
  expect(anchorOf(title)).toBe(anchor)
})

test('Thai is divided into words where the browser knows them, and stays whole otherwise', () => {
  expect(wordsOf('ภาษาไทย').join('')).toBe('ภาษาไทย')
  expect(wordsOf('ภาษาไทย').length).toBeGreaterThan(1)
  expect(wordsOf('汉字')).toEqual(['汉字'])
})

test.each([
  ['a word', 2, true],
  ['a word', 3, false],
  ['汉字', 1, true],
  ['用word', 1, true],
  ['ตากลม', 1, false],
])('in %j a word begins at %i: %j', (text, at, begins) => {
  expect(beginsWord(text, at)).toBe(begins)
})
