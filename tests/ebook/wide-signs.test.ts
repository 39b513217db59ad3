import { expect, test } from 'vitest'
import { hasCharacters, piecesOf } from '../../src/ebook/pdf/wide-signs.ts'

/** The pieces that are wide. */
const wide = (words: string): readonly string[] =>
  piecesOf(words).filter((_, index) => index % 2 === 1)

test('quotation marks around any words of a line are wide, together with the signs beside them', () => {
  expect(wide('他说：“hello world”。后来')).toEqual(['：“', '”。'])
  expect(wide('‘种子’')).toEqual(['‘', '’'])
})

test('an apostrophe between Latin letters is none of them', () => {
  expect(wide('don’t 动，it’s 5’s')).toEqual([])
})

test('dashes and dots are wide as a pair, or beside a character', () => {
  expect(wide('花——草……树—石…')).toEqual(['——', '……', '—', '…'])
  expect(wide('a — b … c')).toEqual([])
})

test('nothing of the words is lost or moved', () => {
  for (const words of ['', '“', '”“', '花“草”don’t——', 'no signs at all', '（“”）…。—'])
    expect(piecesOf(words).join('')).toBe(words)
})

test('a line is one of characters wherever they stand in it', () => {
  expect(hasCharacters(['a ', { kind: 'styled', as: 'strong', children: ['花'] }])).toBe(true)
  expect(hasCharacters(['かな'])).toBe(true)
  expect(hasCharacters(['“quoted” — 한국어'])).toBe(false)
})
