// What others made and users of handbook get: listed, under licenses that allow it, and explained.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { carried, installed, licensesFile } from '../scripts/licenses/list.ts'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

/** Licenses under which a package may be installed beside a program under MIT. */
const ALLOWED =
  /^(?:MIT|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|PSF-2\.0|CC-BY-4\.0|CC0-1\.0|OFL-1\.1|EPL-2\.0|BlueOak-1\.0\.0)$/

test('LICENSES.md lists every package: `npm run licenses` writes it', () => {
  expect(read('LICENSES.md')).toBe(licensesFile())
})

test('every license is one that allows it, and every package says where it is from', () => {
  for (const { name, license, home } of [...installed(), ...carried()]) {
    expect({ name, license }).toEqual({ name, license: expect.stringMatching(ALLOWED) as string })
    expect({ name, home }).toEqual({ name, home: expect.stringMatching(/^https:\/\//) as string })
  }
})

test('the manual gives a reason for each dependency, and for nothing else', () => {
  const { dependencies, optionalDependencies } = JSON.parse(read('package.json')) as {
    dependencies: object
    optionalDependencies: object
  }
  const all = { ...dependencies, ...optionalDependencies }
  const [, table = ''] = read('docs/how-it-works.md').split('## What it is made of')
  const rows = [
    ...table.matchAll(/^\| `([^`]+)` +\| ([^|]+?) +\| +([\d.]+) MB +\| +\d{4}-\d\d-\d\d +\|$/gm),
  ]
  const parts = carried().flatMap(({ name }) => (name.startsWith('@fontsource/') ? [] : [name]))
  expect(new Set(rows.map(([, name]) => name))).toEqual(new Set([...Object.keys(all), ...parts]))
  for (const [, , reason = ''] of rows) expect(reason.length).toBeGreaterThan(20)
})
