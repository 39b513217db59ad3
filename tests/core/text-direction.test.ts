import { expect, test } from 'vitest'
import { textDirection } from '../../src/core/text-direction.ts'

const of = (text: string): ReturnType<typeof textDirection> =>
  textDirection([{ id: '', title: '', text }])

const [latin, hebrew] = ['abcd', 'שלום']

test.each([
  ['English', latin.repeat(10), 'ltr'],
  ['Hebrew', hebrew.repeat(10), 'rtl'],
  ['English with a word of Hebrew', latin.repeat(30) + hebrew, 'ltr'],
  ['Hebrew with some English', hebrew.repeat(10) + latin.repeat(8), 'rtl'],
  ['English with much Hebrew', latin.repeat(10) + hebrew.repeat(4), undefined],
  ['seven letters', 'abcdefg', undefined],
  ['eight letters', 'abcdefgh', 'ltr'],
  ['seven letters, one of Hebrew', 'abcdefש', undefined],
])('the direction of %s', (_, text, direction) => {
  expect(of(text)).toBe(direction)
})

test('what stands behind the first twenty thousand characters says nothing', () => {
  expect(of(latin.repeat(5000) + hebrew.repeat(50_000))).toBe('ltr')
  expect(of('1'.repeat(20_000) + latin.repeat(10))).toBe(undefined)
})
