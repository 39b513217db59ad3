// A short run of `npm run fuzz`, bounded by the number of cases.
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { caseOf } from '../../scripts/fuzz/case.ts'
import { poolOf } from '../../scripts/fuzz/pool.ts'
import { tryCase } from '../../scripts/fuzz/try-case.ts'
import { wrongInEpub } from '../../scripts/fuzz/try-ebooks.ts'

const root = path.resolve(import.meta.dirname, '../..')
const pool = poolOf([path.join(root, 'tests/fixtures'), path.join(root, 'tests/books')])
const SEEDS = Array.from({ length: 60 }, (_, seed) => seed)

test('the same number makes the same books', () => {
  expect(caseOf(pool, 7)).toEqual(caseOf(pool, 7))
  expect(caseOf(pool, 7)).not.toEqual(caseOf(pool, 8))
})

test('books of mutated texts are built, checked and built again alike', async () => {
  for (const seed of SEEDS)
    expect({ seed, finds: await tryCase(caseOf(pool, seed)) }).toEqual({ seed, finds: [] })
})

test('what does not hold of a book is found', async () => {
  const broken = {
    seed: 0,
    before: { 'README.md': '# A' },
    after: { 'README.md': '# B', '../x': '' },
  }
  const [find] = await tryCase(broken)
  expect(find?.kind).toBe('thrown')
})

test('an ebook whose documents are no XML, or lead nowhere, is found', () => {
  const page = '<a id="x" href="#y"><b id="x"></a>'
  expect(wrongInEpub(zipSync({ 'EPUB/a.xhtml': strToU8(page) })).join('\n')).toMatch(
    /the id x stands twice[^]*Unexpected close tag[^]*nothing is at #y/i,
  )
})
