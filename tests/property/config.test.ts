import { expect, test } from 'vitest'
import { buildBook } from '../support/build-book.ts'
import { type Random, createRandom } from '../support/random.ts'
import { english } from '../support/english.ts'
import type { SettingTable } from '../../src/core/setting.ts'
import { SETTINGS } from '../../src/core/settings.ts'

const CONFIG = JSON.stringify(
  {
    title: 'Book 书',
    root: '.',
    language: 'zh-hans',
    direction: 'ltr',
    structure: { readme: 'README.md', summary: 'SUMMARY.md' },
    plugins: ['-search', 'github', { name: 'anchors', version: '1.0' }],
    pluginsConfig: { github: { url: 'https://example.org' }, 'theme-default': { showLevel: true } },
    links: { sidebar: { Home: 'https://example.org' } },
    styles: { website: 'styles/website.css' },
    variables: { version: '1.0', list: [1, 2, 3], nested: { a: null } },
    pdf: { fontSize: 12, margin: { left: 62 } },
    redirects: { 'old.html': 'README.md' },
  },
  null,
  2,
)

const JUNK = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '\\',
  'null',
  'true',
  '-1',
  '1e999',
  '{}',
  '[]',
  '""',
  '//',
  '/*',
  '\u0000',
  '中',
  '\n',
]

/** The text with one to four accidents in it. */
function mutated(random: Random): string {
  let text = CONFIG
  for (let count = 1 + random.below(4); count > 0; count--) {
    const at = random.below(text.length)
    const length = random.pick([0, 1, 1, 5, 20])
    const other = random.below(text.length)
    const junk = random.pick(['', random.pick(JUNK), text.slice(other, other + 12)])
    text = text.slice(0, at) + junk + text.slice(at + length)
  }
  return text
}

/** A value put in place of another one. */
function retyped(random: Random): string {
  const value = JSON.parse(CONFIG) as Record<string, unknown>
  const key = random.pick(Object.keys(value))
  value[key] = random.pick<unknown>([
    null,
    0,
    true,
    '',
    'x',
    [],
    {},
    [1],
    { a: { b: [] } },
    '../..',
    -5,
    '\u0000',
  ])
  return JSON.stringify(value)
}

test.each(Array.from({ length: 200 }, (_, seed) => seed))(
  'an odd book.json is built or explained: %i',
  async (seed) => {
    const random = createRandom(seed)
    const text = random.chance(0.7) ? mutated(random) : retyped(random)
    const built = await buildBook({
      'README.md': '# Home\n\n{{ book.version }} {{ config.title }}\n',
      'SUMMARY.md': '* [Home](README.md)\n',
      'book.json': text,
    })
    const errors = built.diagnostics.filter(({ severity }) => severity === 'error')
    expect(built.outputs.size > 0 || errors.length > 0).toBe(true)
    for (const { message, at, code } of errors.map(english)) {
      expect(message).not.toBe('')
      if (code.startsWith('config/')) expect(at?.file).toBe('book.json')
      if (code === 'config/invalid-json') expect(at?.start?.line).toBeGreaterThan(0)
    }
  },
)

const VALUES = [0, -5, 1.5, true, false, 'x', [], [1], [{}], {}, { a: { b: [] } }, [['x']]]

/** The keys of a table, and those of the groups in it. */
function keysOf(
  table: SettingTable,
  above: readonly string[] = [],
): readonly (readonly string[])[] {
  return Object.entries(table).flatMap(([name, setting]) => {
    const path = [...above, name]
    return setting.kind === 'group' ? [path, ...keysOf(setting.keys, path)] : [path]
  })
}

/** An object with a value at the end of some keys. */
function objectWith([key = '', ...rest]: readonly string[], value: unknown): object {
  return { [key]: rest.length === 0 ? value : objectWith(rest, value) }
}

test.each(keysOf(SETTINGS).map((path) => [path.join('.'), path] as const))(
  'no value of a wrong type refuses the book: %s',
  async (_name, path) => {
    for (const value of VALUES) {
      const { diagnostics, outputs } = await buildBook({
        'README.md': '# Home\n',
        'SUMMARY.md': '* [Home](README.md)\n',
        'book.json': JSON.stringify(objectWith(path, value)),
      })
      const wrong = diagnostics.filter(({ code }) => code === 'config/wrong-type')
      if (wrong.length === 0) continue
      expect(wrong, JSON.stringify(value)).toHaveLength(1)
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(outputs.size).toBeGreaterThan(0)
    }
  },
)
