// What the compiler refuses. `npm run types` is the test: an error that does not come is an error.
import { expect, test } from 'vitest'
import type { structure } from '../../src/messages/en/structure.ts'
import { problem } from '../../src/messages/problem.ts'
import type { Sayings } from '../../src/messages/said.ts'
import { structure as chinese } from '../../src/messages/zh/structure.ts'

test('a diagnostic has the arguments of its code, all of them and no others', () => {
  const made = [
    // @ts-expect-error -- nothing is told
    problem('summary/missing-page', undefined),
    // @ts-expect-error -- one argument is missing
    problem('summary/missing-page', undefined, { written: 'a.md' }),
    // @ts-expect-error -- one argument too many
    problem('summary/outside-book', undefined, { written: 'a.md', other: 'b.md' }),
    // @ts-expect-error -- this sentence takes none
    problem('summary/empty-title', undefined, { written: 'a.md' }),
    // @ts-expect-error -- this case takes others
    problem('template/syntax', undefined, { case: 'unpaired', written: 'x' }),
    // @ts-expect-error -- no such code
    problem('summary/nothing', undefined),
  ]
  expect(made).toHaveLength(6)
})

test('a language has the entries of English, all of them and no others', () => {
  // @ts-expect-error -- entries are missing
  const few: Sayings<typeof structure> = { 'summary/empty-title': '' }
  const many: Sayings<typeof structure> = {
    ...chinese,
    // @ts-expect-error -- nobody asked for it
    'summary/nothing': '',
  }
  const wrong: Sayings<typeof structure> = {
    ...chinese,
    // @ts-expect-error -- nobody tells it
    'summary/outside-book': ({ nobody }) => String(nobody),
  }
  expect([few, many, wrong]).toHaveLength(3)
})
