// What a page may do is counted: amounts where they are made, and everything together.
import { describe, expect, test } from 'vitest'
import { expand } from './expand-page.ts'

function ends(source: string): readonly string[] {
  const { text, diagnostics } = expand(source)
  expect(text.length).toBeLessThan(5_000_000)
  return diagnostics.map(({ code, args }) => `${code} ${JSON.stringify(args['case']).slice(1, -1)}`)
}

describe('an amount that nobody means fails at its tag', () => {
  test.each([
    '{{ "a" | center(1000000000) }}',
    '{{ "a" | indent(1000000000, true) }}',
    '{{ [1] | batch(1000000000, "x") }}',
    '{{ [1] | slice(1000000000) }}',
    '{{ "a".repeat(500000000) }}',
    '{{ "a".padStart(500000000) }}',
    '{{ "a".padEnd(1e9) }}'.replace('1e9', '1000000000'),
    '{{ range(1000000000) }}',
    '{{ range(0, 10, 0.0000001) }}',
    '{{ "abcdefghij".repeat(100000) | list | length }}',
    '{{ "abcdefghij".repeat(100000).split("") | length }}',
    '{{ ("a".repeat(100000) | replace("", "b".repeat(1000))) | length }}',
    '{{ "a".repeat(1000000).replaceAll("a", "b".repeat(1000)) }}',
    '{{ (1).toFixed(1000) }}',
    '{{ (1).toString(99) }}',
  ])('%s', (source) => {
    const { text } = expand(`${source} {{ book.version }}`)
    expect(ends(source)).toEqual(['template/failed tag'])
    expect(text).toBe(`${source} 1.2`)
  })

  test.each([
    [
      'a list that doubles',
      '{% set s = ["aaaaaaaaaa"] %}{% for i in range(30) %}{% set s = s.concat(s) %}{% endfor %}',
    ],
    [
      'a text that doubles',
      '{% set s = "aaaaaaaaaa" %}{% for i in range(60) %}{% set s = s ~ s %}{% endfor %}',
    ],
    [
      'a text that is replaced by itself',
      '{% set s = "aaaaaaaaaa" %}{% for i in range(60) %}{% set s = s.replaceAll("a", s) %}{% endfor %}',
    ],
    [
      'a list in a list',
      '{% set s = [1] %}{% for i in range(500) %}{% set s = [s] %}{% endfor %}{{ s }}{{ s | dump }}',
    ],
  ])('%s', (_, source) => {
    expect(ends(source)).toContain('template/failed tag')
  })
})

describe('a page that does too much stays as it is', () => {
  test.each([
    [
      'loops in loops',
      '{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}',
    ],
    [
      'long sorts in a loop',
      '{% for i in range(100000) %}{% set b = range(100000) | sort %}{% endfor %}',
    ],
    ['a macro that calls itself', '{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(1) }}'],
    [
      'a macro that calls itself twice',
      '{% macro m(x) %}{{ m(x-1) if x > 0 else "" }}{{ m(x-1) if x > 0 else "" }}{% endmacro %}{{ m(60) }}',
    ],
    [
      'the same list very often',
      '{% set s = [1, 2] %}{% for i in range(60) %}{% set s = [s, s] %}{% endfor %}{{ s }}',
    ],
    [
      'the same list very often, dumped',
      '{% set s = [1, 2] %}{% for i in range(60) %}{% set s = [s, s] %}{% endfor %}{{ s | dump }}',
    ],
    [
      'long texts made for nothing',
      '{% set s = "a".repeat(3000000) %}{% for i in range(100000) %}{% set t = s.toUpperCase() %}{% endfor %}',
    ],
    [
      'searches in long texts',
      '{% set s = "a".repeat(3000000) %}{% for i in range(100000) %}{% if "b" in s %}{% endif %}{% endfor %}',
    ],
    ['statements in statements', '{% if true %}'.repeat(2000) + 'x' + '{% endif %}'.repeat(2000)],
    [
      'a caller that calls',
      '{% macro m() %}{{ caller() }}{% endmacro %}{% macro r() %}{% call m() %}{{ r() }}{% endcall %}{% endmacro %}{{ r() }}',
    ],
  ])('%s', (_, source) => {
    expect(expand(source).text).toBe(source)
    expect(ends(source)).toEqual(['template/failed page'])
  })

  test.each([
    ['parentheses', `{{ ${'('.repeat(3000)}1${')'.repeat(3000)} }}`],
    ['lists', `{{ ${'['.repeat(3000)}${']'.repeat(3000)} }}`],
    ['signs', `{{ ${'- '.repeat(3000)}1 }}`],
    ['denials', `{{ ${'not '.repeat(1900)}1 }}`],
    ['members', `{{ book${'.a'.repeat(3000)} }}`],
    ['calls', `{{ book${'()'.repeat(3000)} }}`],
    ['choices', `{{ ${'1 if 1 else ('.repeat(500)}1${')'.repeat(500)} }}`],
    ['filters', `{{ 1${' | string'.repeat(800)} }}`],
  ])('very many %s', (_, source) => {
    expect(expand(source).text.length).toBeLessThan(10_000)
  })

  test('no regular expression is run', () => {
    const source =
      '{{ r/^(a+)+$/.test("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!") }} {{ "a" | replace(r/a/g, "b") }}'
    expect(expand(source).text).toBe(source)
    expect(ends(source)).toEqual(['template/syntax tag', 'template/syntax tag'])
  })
})

describe('nothing depends on the machine', () => {
  test.each([
    '{{ (1234567.891).toLocaleString() }}',
    '{{ "i".toLocaleUpperCase("tr") }}',
    '{{ book.list.toLocaleString() }}',
    '{{ "a".localeCompare("b") }}',
    '{{ date.toLocaleDateString() }}',
    '{{ date.getTimezoneOffset() }}',
    '{{ date.toString().valueOf().constructor("x") }}',
  ])('%s stays', (source) => {
    const variables = { book: { list: [1.5] }, date: new Date(0) }
    expect(expand(source, { variables }).text).toBe(source)
  })

  test('dates are those of UTC', () => {
    const variables = { date: new Date('2026-01-02T23:30:00Z') }
    expect(
      expand(
        '{{ date }} {{ date.getHours() }} {{ date.getFullYear() }} {{ date.getTime() }} {{ date ~ "" }}',
        { variables },
      ).text,
    ).toBe('2026-01-02T23:30:00.000Z 23 2026 1767396600000 2026-01-02T23:30:00.000Z')
  })
})

describe('values of the book', () => {
  const list = Object.freeze(['b', 'a'])
  const variables = { book: { list } }

  test.each(['push("x")', 'pop()', 'shift()', 'unshift("x")', 'splice(0, 1)'])(
    'are not changed by %s',
    (method) => {
      const source = `{{ book.list.${method} }}`
      expect(expand(source, { variables }).text).toBe(source)
      expect(list).toEqual(['b', 'a'])
    },
  )

  test('are sorted and reversed as copies', () => {
    const source = '{{ book.list.sort() }} {{ book.list.reverse() }} {{ book.list }}'
    expect(expand(source, { variables }).text).toBe('a,b a,b b,a')
    expect(list).toEqual(['b', 'a'])
  })
})
