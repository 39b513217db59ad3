import { expect, test } from 'vitest'
import { matchGlobs } from '../../src/core/glob.ts'

test.each([
  ['*.cfg', ['a.cfg', 'x/y/a.cfg'], ['a.cfg.bak', 'cfg']],
  ['etc/*.cfg', ['etc/a.cfg'], ['a.cfg', 'etc/x/a.cfg', 'x/etc/a.cfg']],
  ['etc/**', ['etc/a', 'etc/x/y/a.b'], ['etc', 'etcetera/a']],
  ['etc/', ['etc/a', 'etc/x/y/a.b'], ['a', 'x/etc/a']],
  ['**/a.md', ['a.md', 'x/a.md', 'x/y/z/a.md'], ['ba.md', 'x/a.md/b']],
  ['x/**/a.md', ['x/a.md', 'x/y/a.md', 'x/y/z/a.md'], ['a.md', 'xa.md', 'y/x/a.md']],
  ['**', ['a', 'x/y/z'], []],
  ['a?.md', ['ab.md', 'x/a种.md'], ['a.md', 'abc.md', 'a/.md']],
  ['./a.md', ['a.md'], ['b.md']],
  ['/x/a.md', ['x/a.md'], ['y/x/a.md']],
  ['a+(1).[md]', ['a+(1).[md]'], ['aa1.m', 'a1.md']],
  ['{a,b}.md', ['{a,b}.md'], ['a.md', 'b.md']],
])('%s', (glob, matching, others) => {
  const matches = matchGlobs([glob])
  expect(matching.filter((path) => !matches(path))).toEqual([])
  expect(others.filter((path) => matches(path))).toEqual([])
})

test('one of several is enough, and none matches nothing', () => {
  expect(matchGlobs(['*.a', '*.b'])('x.b')).toBe(true)
  expect(matchGlobs([])('x')).toBe(false)
})

test('a glob of many stars costs no more than its length times that of the path', () => {
  const path = 'a'.repeat(4000)
  expect(matchGlobs(['*a'.repeat(100)])(path)).toBe(true)
  expect(matchGlobs([`${'*a'.repeat(100)}b`])(path)).toBe(false)
  expect(matchGlobs([`${'**/a/'.repeat(50)}b`])('a/'.repeat(2000))).toBe(false)
})
