// A query is answered in steps, each of which may transfer only so much. What one step does not reach, the next do.
import { expect, test } from 'vitest'
import { emitSearch } from '../../src/search/emit.ts'
import { library, page, randomNumbers } from './library.ts'

/** Few characters in every order: every pair of them stands everywhere, and says nothing of where five of them stand. */
const characters = Array.from('山水田土木火石竹米豆')

test('a string whose every pair stands everywhere is found by reading on', async () => {
  const below = randomNumbers(5)
  const texts = Array.from({ length: 400 }, () =>
    Array.from({ length: 1500 }, () => characters[below(characters.length)]).join(''),
  )
  const { engine, loaded } = library(texts.map((text, index) => page(`Page ${index}`, text)))
  let unsettled = 0
  for (let round = 0; round < 8; round += 1) {
    const source = below(texts.length)
    const from = below(1490)
    const query = texts[source]?.slice(from, from + 7) ?? ''
    const files = loaded.length
    // oxlint-disable-next-line no-await-in-loop -- the steps of one reader
    let found = await engine.find(query, 5)
    expect(loaded.length - files, query).toBeLessThan(60)
    if (found.pages.length === 0 && !found.complete) unsettled += 1
    for (let limit = 10; found.pages.length === 0 && !found.complete; limit *= 2)
      // oxlint-disable-next-line no-await-in-loop -- each step begins where the one before ended
      found = await engine.find(query, limit)
    expect(
      found.pages.map(({ url }) => url),
      query,
    ).toContain(`page-${source}.html`)
  }
  expect(unsettled).toBeGreaterThan(0)
})

test('in a book of many words a mistake in any letter of one is mended, also in the first', async () => {
  const below = randomNumbers(11)
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const word = (): string => Array.from({ length: 9 }, () => letters[below(26)]).join('')
  const words = Array.from({ length: 7000 }, word)
  const pages = Array.from({ length: 70 }, (_, index) =>
    page(`Page ${index}`, words.slice(index * 100, index * 100 + 100).join(' ')),
  )
  const names = [...emitSearch('', pages).keys()]
  expect(names.filter((name) => /^v\d+\.js$/.test(name)).length).toBeGreaterThan(4)
  for (let round = 0; round < 9; round += 1) {
    const index = below(words.length)
    const meant = words[index] ?? ''
    const typed = `${meant.slice(0, round)}0${meant.slice(round + 1)}`
    // oxlint-disable-next-line no-await-in-loop -- each is the first query of a reader
    const { nearby } = await library(pages).engine.find(typed, 5)
    const urls = nearby.map(({ url }) => url)
    expect(urls, `${typed} for ${meant}`).toContain(`page-${Math.floor(index / 100)}.html`)
  }
})
