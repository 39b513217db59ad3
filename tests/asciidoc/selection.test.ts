import { expect, test } from 'vitest'
import { selectLines } from '../../src/asciidoc/selection.ts'

const text = [
  'before',
  '// tag::a[]',
  'in a',
  '// tag::b[]',
  'in a and b',
  '// end::b[]',
  'a again',
  '// end::a[]',
  'between',
  '// tag::c[]',
  'in c',
  '// end::c[]',
  'after',
].join('\n')

test.each([
  ['a', 'in a|in a and b|a again'],
  ['b', 'in a and b'],
  ['a;c', 'in a|in a and b|a again|in c'],
  ['a;!b', 'in a|a again'],
  ['!b', 'before|in a|a again|between|in c|after'],
  ['!a;!c', 'before|between|after'],
  ['*', 'in a|in a and b|a again|in c'],
  ['*;!a', 'in c'],
  ['!*', 'before|between|after'],
  ['**', 'before|in a|in a and b|a again|between|in c|after'],
  ['**;!c', 'before|in a|in a and b|a again|between|after'],
  ['**;!*', 'before|between|after'],
  ['!**;c', 'in c'],
])('tags=%s', (tags, expected) => {
  const { text: chosen, missing } = selectLines(text, { tags })
  expect(chosen.split('\n').join('|')).toBe(expected)
  expect(missing).toEqual([])
})

test.each([
  ['2..3', '2'],
  ['2;4..5', '2'],
  ['12..', '12'],
  ['12..-1', '12'],
  ['99', '1'],
])('lines=%s begin in line %s', (lines, first) => {
  expect(selectLines(text, { lines }).line).toBe(Number(first))
})

test('tells which tags are missing, wanted or not', () => {
  expect(selectLines(text, { tags: 'a;x;!y;*' }).missing).toEqual(['x', 'y'])
})
