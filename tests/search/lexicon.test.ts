import { expect, test } from 'vitest'
import { Lexicon } from '../../src/search/lexicon.ts'
import { randomNumbers } from './library.ts'

const below = randomNumbers(9)

/** Few letters, in one and two code units each, so that many terms begin alike. */
const letters = ['a', 'b', 'z', 'é', '一', '丁', '𠀀', '𠀁', '\uffdc']
const terms = Array.from({ length: 9000 }, () =>
  Array.from({ length: 1 + below(9) }, () => letters[below(letters.length)]).join(''),
)
const different = [...new Set(terms)]

test('a term has one number wherever it stands, in the order in which terms were met', () => {
  const lexicon = new Lexicon()
  const numbers = terms.map((term) => lexicon.numberOf(`·${term}·`, 1, term.length + 1))
  expect(lexicon.terms).toEqual(different)
  expect(numbers.map((number) => lexicon.terms[number])).toEqual(terms)
})

test('terms are in the order of their code units', () => {
  const lexicon = new Lexicon()
  for (const term of terms) lexicon.numberOf(term, 0, term.length)
  // oxlint-disable-next-line typescript/require-array-sort-compare -- by code units, as it is by itself
  const sorted = [...different].sort()
  expect(lexicon.inOrder().map((number) => lexicon.terms[number])).toEqual(sorted)
})
