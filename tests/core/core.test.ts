import { describe, expect, test } from 'vitest'
import {
  type Diagnostic,
  countDiagnostics,
  sortDiagnostics,
  tellingOf,
} from '../../src/core/diagnostic.ts'
import { canonicalJson, contentHash } from '../../src/core/hash.ts'
import type { BookPath } from '../../src/core/path.ts'
import { placeOf } from '../../src/core/position.ts'
import { type Inputs, type Dependency, trackInputs, isUpToDate } from '../../src/core/dependency.ts'
import { closest, closestFile } from '../../src/core/suggest.ts'
import { createRandom } from '../support/random.ts'

const file = 'a.md' as BookPath
const problem = (line: number, column: number, code: `${string}/${string}`): Diagnostic => ({
  code,
  severity: 'warning',
  args: {},
  at: { file, start: { line, column } },
})

describe('diagnostics', () => {
  test('are sorted by place and then by code, whatever their order', () => {
    const sorted = [
      problem(1, 2, 'a/a'),
      problem(2, 1, 'a/a'),
      problem(2, 1, 'a/b'),
      problem(10, 1, 'a/a'),
    ]
    expect(sortDiagnostics(sorted.toReversed())).toEqual(sorted)
  })
  test('of one place are sorted by weight before their codes', () => {
    const sorted = [
      { ...problem(1, 1, 'z/z'), severity: 'error' },
      { ...problem(1, 1, 'm/m'), severity: 'warning' },
      { ...problem(1, 1, 'a/a'), severity: 'info' },
      { ...problem(1, 2, 'a/a'), severity: 'error' },
    ] as const
    expect(sortDiagnostics(sorted.toReversed())).toEqual(sorted)
  })
  test('are counted by severity', () => {
    expect(
      countDiagnostics([problem(1, 1, 'a/a'), { ...problem(1, 1, 'a/a'), severity: 'error' }]),
    ).toEqual({
      error: 1,
      warning: 1,
      info: 0,
    })
  })
  test('tell the same whatever their hints guess', () => {
    const one = { ...problem(1, 1, 'a/a'), args: { written: 'x', near: 'y', renamed: 'z' } }
    const other = { ...one, args: { written: 'x', near: null, known: 'w', better: 'v' } }
    expect(tellingOf(one)).toBe(tellingOf(other))
    expect(tellingOf(one)).not.toBe(tellingOf({ ...one, args: { written: 'y' } }))
  })
})

describe('placeOf', () => {
  test('counts lines and columns from one, in UTF-16 units', () => {
    const text = '第一行\n😀 link\n'
    const from = text.indexOf('link')
    expect(placeOf(file, text, from, from + 4)).toEqual({
      file,
      start: { line: 2, column: 4 },
      end: { line: 2, column: 8 },
    })
  })
  test('finds the end of an empty text', () => {
    expect(placeOf(file, '', 0, 0).start).toEqual({ line: 1, column: 1 })
  })
})

describe('closest', () => {
  test.each([
    ['optoins', ['options', 'output', 'exit-codes'], 'options'],
    ['安装步聚', ['安装步骤', '配置'], '安装步骤'],
    ['Readme.md', ['README.md'], 'README.md'],
    ['zzz', ['options'], undefined],
    ['a', [], undefined],
    ['b', ['a'], 'a'],
    ['chapter', ['chapel'], 'chapel'],
    ['chapter', ['chaff'], undefined],
    ['abcdef', ['abxyef'], 'abxyef'],
    ['abcdef', ['axyzef'], undefined],
    ['abcde', ['abxye'], undefined],
    ['abcd', ['abdc'], 'abdc'],
    ['abcdef', ['abcdxy', 'abcdex'], 'abcdex'],
    ['abcdef', ['abcdxy', 'abcdyx'], 'abcdxy'],
  ])('%s among %j is %s', (name, candidates, expected) => {
    expect(closest(name, candidates)).toBe(expected)
  })
})

test.each([
  ['setting.md', 'testing.md', undefined],
  ['chapter-1.md', 'chapter-2.md', undefined],
  ['a.md', 'b.md', undefined],
  ['instal.md', 'install.md', 'install.md'],
  ['getting_started.md', 'getting-started.md', 'getting-started.md'],
  ['chapter-01.md', 'chapter-1.md', 'chapter-1.md'],
  ['rose.png', 'rose.jpg', 'rose.jpg'],
])('a file called %s is not soon %s', (name, candidate, expected) => {
  expect(closestFile(name, [candidate])).toBe(expected)
})

describe('closest of many', () => {
  const random = createRandom(11)
  const word = (): string =>
    Array.from({ length: 8 }, () => 'abcdefgh'.charAt(random.below(8))).join('')
  const names = Array.from({ length: 5000 }, (_, at) => `${word()}-${at}-${word()}.md`)

  test('finds a name with a mistake at its beginning, in its middle or at its end', () => {
    for (const name of names.slice(0, 300)) {
      const at = random.below(name.length)
      const mistaken = random.pick([
        name.slice(0, at) + name.slice(at + 1),
        `${name.slice(0, at)}x${name.slice(at)}`,
        `${name.slice(0, at)}y${name.slice(at + 1)}`,
      ])
      if (!names.includes(mistaken)) expect(closest(mistaken, names), mistaken).toBe(name)
    }
  })

  test('of those that are equally near, the first of the list is meant', () => {
    const near = ['chapter-y.md', 'chapter-x.md']
    expect(closest('chapter-z.md', near)).toBe('chapter-y.md')
    expect(closest('chapter-z.md', [...names, ...near])).toBe('chapter-y.md')
  })

  test('costs no more than among few', () => {
    const cost = (many: readonly string[]): number => {
      closest('warm-up.md', many)
      const start = process.cpuUsage()
      for (const name of names.slice(0, 200)) closest(`${name}x`, many)
      return process.cpuUsage(start).user
    }
    // Of 200 all are compared.
    expect(cost(names)).toBeLessThan(4 * cost(names.slice(0, 200)))
  })
})

describe('reads', () => {
  test('hold until an answer changes', () => {
    const inputs = new Map<string, unknown>([
      ['text a.md', '1'],
      ['target b.md', { kind: 'absent' }],
      ['image c.png', { width: 1, height: 2 }],
    ])
    const source: Inputs = { get: (question, key) => inputs.get(`${question} ${key}`) as never }
    const noted = trackInputs(source)
    noted.get('text', 'a.md')
    noted.get('target', 'b.md')
    noted.get('image', 'c.png')
    expect(isUpToDate(noted.dependencies(), source)).toBe(true)
    inputs.set('image c.png', { width: 1, height: 2 })
    const kept = JSON.parse(JSON.stringify(noted.dependencies())) as readonly Dependency[]
    expect(isUpToDate(kept, source)).toBe(true)
    inputs.set('target b.md', { kind: 'page', path: 'b.md', output: 'b.html' })
    expect(isUpToDate(kept, source)).toBe(false)
    inputs.set('target b.md', { kind: 'absent' })
    inputs.set('image c.png', null)
    expect(isUpToDate(kept, source)).toBe(false)
  })
})

test('equal values have equal canonical text', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
    canonicalJson({ a: true, b: [1, { c: 'x', d: null }] }),
  )
  expect(contentHash('文')).toBe(contentHash(new TextEncoder().encode('文')))
})
