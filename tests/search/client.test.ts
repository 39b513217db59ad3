import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { OWN_NAMES, clientScript, withoutComments } from '../../src/search/client.ts'

const read = (name: string): string =>
  readFileSync(new URL(`../../templates/assets/search/${name}`, import.meta.url), 'utf8')

test('the parts become one script without modules, within its budget', () => {
  const script = clientScript(read)
  expect(() => new Script(script)).not.toThrow()
  expect(script).not.toMatch(/^(?:import|export) /m)
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(9 * 1024)
})

test('no short name takes the place of something that the language knows', () => {
  const known = [Array, String, Map, Set, Promise, RegExp, Object].flatMap((one) => [
    one,
    one.prototype as object,
  ])
  const taken = OWN_NAMES.filter((name) => [Math, JSON, Intl, ...known].some((one) => name in one))
  expect(taken).toEqual([])
  const marks = clientScript(() => "const word = 'word'\nconst page = [\n  word, // and\n]\n")
  expect(marks).toContain("'word'")
})

test('comments of their own lines are left out, and nothing else', () => {
  const script =
    "/** Says. */\nconst a = 'x // y' // kept\n  // gone\n\n  /**\n   * Long.\n   */\n  call(/\\/\\//)\n"
  expect(withoutComments(script)).toBe("const a = 'x // y' // kept\ncall(/\\/\\//)\n")
})
