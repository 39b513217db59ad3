// A query is answered in steps, each of which may transfer only so much. What one step does not reach, the next do.
import { expect, test } from 'vitest'
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
