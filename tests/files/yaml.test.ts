import { describe, expect, test } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { readYaml } from '../../src/files/yaml.ts'
import { because } from '../../src/messages/en/reasons.ts'
import { splitFrontMatter } from '../../src/files/front-matter.ts'
import { check, found } from '../check/support.ts'

/** Its value, or why there is none and the text it is about. */
function read(text: string): unknown {
  const result = readYaml(text)
  return 'value' in result
    ? result.value
    : `${because(result.reason)} @ ${text.slice(...result.at)}`
}

/** Ten lines that stand for 9 to the power of ten words. */
const bomb = [
  'a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]',
  ...Array.from({ length: 9 }, (_, at) => {
    const again = Array.from({ length: 9 }, () => `*a${at}`).join(', ')
    return `a${at + 1}: &a${at + 1} [${again}]`
  }),
  '',
].join('\n')

describe('values', () => {
  test('are those of JSON, dates being text', () => {
    const text = 'a: 1\nb: [true, null, ~, "x", 0x10, .inf]\nc: {d: 2020-01-02}\n2: yes\n'
    expect(read(text)).toEqual({
      a: 1,
      b: [true, null, null, 'x', '0x10', '.inf'],
      c: { d: '2020-01-02' },
      '2': 'yes',
    })
    expect(read('')).toBeNull()
    expect(read('# nothing\n')).toBeNull()
    expect(read('just words')).toBe('just words')
  })

  test('may be repeated by aliases, and mappings merged', () => {
    expect(read('a: &a {x: 1, y: 2}\nb: *a\nc: {<<: *a, y: 3}\nd: {<<: [*a, {z: 4}]}')).toEqual({
      a: { x: 1, y: 2 },
      b: { x: 1, y: 2 },
      c: { x: 1, y: 3 },
      d: { x: 1, y: 2, z: 4 },
    })
    expect(read('a: &a 1\nb: *a\nc: &a 2\nd: *a')).toEqual({ a: 1, b: 1, c: 2, d: 2 })
  })

  test('know where their entry stands', () => {
    const text = 'root: ./\nredirects:\n  旧/a: gone.md # here\n  "old b": x.md\n'
    const yaml = readYaml(text)
    const at = (...path: readonly string[]): string | undefined => {
      const range = 'value' in yaml ? yaml.locate(path) : undefined
      return range && text.slice(...range)
    }
    expect(at('redirects', '旧/a')).toBe('旧/a: gone.md')
    expect(at('redirects', 'old b')).toBe('"old b": x.md')
    expect(at('redirects', 'none')).toBe('redirects:')
    expect(at('none')).toBeUndefined()
  })
})

describe('a text that explodes', () => {
  test.each([
    ['aliases of aliases', bomb, 'its aliases stand for more than 10000 values @ *a3'],
    ['a list that holds itself', 'a: &a [*a]', 'the alias "*a" stands for itself @ *a'],
    ['lists that hold each other', '- &a [&b [*a], *b]', 'the alias "*a" stands for itself @ *a'],
    ['open brackets', '['.repeat(50_000), 'it nests more than 100 levels deep @ ['],
    ['open braces', '{a: '.repeat(50_000), 'it nests more than 100 levels deep @ {'],
    ['dashes', '- '.repeat(50_000), 'it nests more than 100 levels deep @ -'],
    ['question marks', '? '.repeat(50_000), 'it nests more than 100 levels deep @ ?'],
    [
      'a chain of aliases',
      Array.from({ length: 200 }, (_, at) => `a${at}: &a${at} [*a${at - 1}]`)
        .join('\n')
        .replace('*a-1', 'x'),
      'it nests more than 100 levels deep @ *a49',
    ],
  ])('is one problem at its place: %s', (_, text, problem) => {
    expect(read(text)).toBe(problem)
  })

  test('is reported in front matter and in the settings of GitBook.com, and the rest goes on', async () => {
    const { value, diagnostics } = splitFrontMatter(
      'a.md' as BookPath,
      `---\ntitle: x\n${bomb}---\nbody\n`,
    )
    expect(value).toMatchObject({ attributes: { title: 'x' }, body: 'body\n' })
    expect(diagnostics).toMatchObject([
      {
        code: 'front-matter/invalid-yaml',
        at: { start: { line: 7, column: 10 }, end: { line: 7, column: 13 } },
      },
    ])
    const book = { 'README.md': '# A\n', 'SUMMARY.md': '* [A](README.md)\n', '.gitbook.yaml': bomb }
    expect(found(await check(book), /yaml/)).toEqual(['config/invalid-yaml .gitbook.yaml:5:10-13'])
  })

  test('costs no more than its length: many keys, anchors and aliases', () => {
    const keys = Array.from({ length: 20_000 }, (_, at) => `k${at}: &a${at} ${at}`).join('\n')
    expect(Object.keys(read(keys) as object)).toHaveLength(20_000)
    const aliases = `- &a x\n${'- *a\n'.repeat(9000)}`
    expect(read(aliases)).toHaveLength(9001)
  })
})

describe('a mistake', () => {
  test.each([
    ['title: A: B', 'a value with a colon and a space in it needs quotes @ A'],
    ['a: @b', 'a value that begins with this character needs quotes @ @'],
    ['a:\n\tb: c', 'lines are indented with spaces, not with tabs @ \t'],
    ['a:b\nc: d', 'expected a key and a colon on one line @ a:b\nc'],
    ['a: 1\na: 2', 'the key "a" is there twice @ a'],
    ['a: *b', 'the alias "*b" has no anchor "&b" before it @ *b'],
    ['a: !!js/function x', 'tags, such as !name, are not read @ !!js/function'],
    ['a: "b', 'a quote, a bracket or a comma is missing @ '],
    ['a: 1\n---\nb: 2\n', 'expected one document, found a second one @ ---\nb: 2\n'],
  ])('is told in words at its place: %j', (text, problem) => {
    expect(read(text)).toBe(problem)
  })

  test('that is missed behind the end stands at the end', () => {
    expect(readYaml('a: &a [')).toMatchObject({ at: [7, 7] })
  })

  test('of keys that mean something to JavaScript does nothing', () => {
    expect(read('__proto__: {a: 1}\nconstructor: 1')).toEqual({ constructor: 1 })
    expect(({} as { a?: number }).a).toBeUndefined()
  })
})
