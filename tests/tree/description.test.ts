import { expect, test } from 'vitest'
import { shorten } from '../../src/tree/description.ts'

test('a short text stays as it is', () => {
  expect(shorten('种'.repeat(200))).toBe('种'.repeat(200))
})

test('a long one ends between words, or before a Chinese character', () => {
  expect(shorten('seed '.repeat(50))).toBe(`${'seed '.repeat(40).trimEnd()}…`)
  expect(shorten(`${'seed '.repeat(39)}vegetables and more`)).toBe(
    `${'seed '.repeat(39).trimEnd()}…`,
  )
  expect(shorten('种'.repeat(201))).toBe(`${'种'.repeat(200)}…`)
})

test('a text without such places is cut, never inside of a character', () => {
  expect(shorten('x'.repeat(300))).toBe(`${'x'.repeat(200)}…`)
  const emoji = `x${'🌱'.repeat(150)}`
  expect(shorten(emoji)).toBe(`x${'🌱'.repeat(99)}…`)
})
