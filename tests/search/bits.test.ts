import { expect, test } from 'vitest'
import { BitText, countBits } from '../../src/search/bits.ts'
import { readBits } from '../../templates/assets/search/bits.js'
import { randomNumbers } from './library.ts'

test('numbers come back, and are harmless in scripts', () => {
  const bits = new BitText()
  const counts = [1, 2, 3, 60, 1000, 70_000]
  for (const count of counts) bits.count(count)
  for (const limit of [1, 2, 3, 7, 100]) bits.below(limit - 1, limit)
  bits.bit(1)
  const text = bits.text()
  expect(JSON.stringify(text)).toHaveLength(text.length + 2)
  const reader = readBits(text)
  expect(counts.map(() => reader.count())).toEqual(counts)
  expect([1, 2, 3, 7, 100].map((limit) => reader.below(limit))).toEqual([0, 1, 2, 6, 99])
  expect(reader.bit()).toBe(1)
})

test('lists come back whatever they are, in as many bits as were counted', () => {
  const below = randomNumbers(3)
  for (let round = 0; round < 300; round += 1) {
    const size = 1 + below(200)
    const share = 1 + below(10)
    const list = Array.from({ length: size }, (_, number) => number).filter(() => below(10) < share)
    const bits = new BitText()
    bits.numbers(list, size)
    const text = bits.text()
    expect(readBits(text).numbers(size, list.length)).toEqual(list)
    const counted = countBits((writer) => writer.numbers(list, size))
    expect(text).toHaveLength(Math.ceil(counted / 6))
  }
})

test('a list that holds everything, or nothing, needs no bits', () => {
  expect(countBits((bits) => bits.numbers([0, 1, 2, 3], 4))).toBe(0)
  expect(countBits((bits) => bits.numbers([], 4))).toBe(0)
})

test('what was cut off is not read as something else', () => {
  expect(() => readBits('').count()).toThrow(RangeError)
})
