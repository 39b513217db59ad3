// What machines are given is what the published schemas say.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/program.ts'
import type { Json, JsonObject } from '../../src/core/json.ts'
import { schemaProblems } from '../support/json-schema.ts'
import { sarifProblems } from './sarif-shape.ts'

const root = path.resolve(import.meta.dirname, '../..')
const schema = (name: string): string => readFileSync(path.join(root, 'schema', name), 'utf8')

async function report(format: string): Promise<string> {
  let out = ''
  await run(['check', 'tests/books/faults', '--format', format], {
    out: { write: (text) => (out += text) },
    err: { write: () => undefined },
    env: { LANG: 'en_US.UTF-8' },
    cwd: root,
  })
  return out
}

describe('schema/check.json', () => {
  const shape = JSON.parse(schema('check.json')) as JsonObject
  let found: JsonObject & { diagnostics: readonly JsonObject[] }
  beforeAll(async () => {
    found = JSON.parse(await report('json')) as typeof found
  })

  test('describes what --format json prints about the book of faults', () => {
    expect(schemaProblems(shape, found)).toEqual([])
    const members = new Set(found.diagnostics.flatMap((one) => Object.keys(one)))
    expect([...members].toSorted()).toEqual(
      ['args', 'at', 'code', 'fix', 'hint', 'message', 'related', 'severity'].filter((name) =>
        members.has(name),
      ),
    )
    expect(members.size).toBeGreaterThan(5)
  })

  test.each<[string, Json]>([
    ['a severity of another name', { severity: 'note' }],
    ['a code without an area', { code: 'missing' }],
    ['a place without a file', { at: { start: { line: 1, column: 1 } } }],
    ['a column from 0', { at: { file: 'a.md', start: { line: 1, column: 0 } } }],
    ['an end without a start', { at: { file: 'a.md', end: { line: 1, column: 2 } } }],
    ['a fix of no end', { fix: { at: { file: 'a.md', start: { line: 1, column: 1 } }, text: '' } }],
    ['a message without words', { message: '' }],
  ])('refuses %s', (_title, wrong) => {
    const [first] = found.diagnostics
    const diagnostics = [{ ...first, ...(wrong as JsonObject) }]
    expect(schemaProblems(shape, { ...found, diagnostics })).toHaveLength(1)
  })

  test('refuses an object without numbers', () => {
    expect(schemaProblems(shape, { version: 1, ok: true, diagnostics: [] })).toHaveLength(4)
  })
})

test('the SARIF of the book of faults has all that the standard asks for', async () => {
  expect(sarifProblems(JSON.parse(await report('sarif')))).toEqual([])
})

test('schema/junit.xsd declares what --format junit writes, and nothing else', async () => {
  const written = await report('junit')
  const declared = schema('junit.xsd')
  expect(names(written, /<([a-z][\w-]*)/g)).toEqual(names(declared, /<xs:element name="([^"]+)"/g))
  const tags = written.replaceAll(/"[^"]*"/g, '""').replaceAll(/>[^<]*</g, '><')
  expect(names(tags.replace(/^<\?.*\?>/, ''), / ([a-z]+)=""/g)).toEqual(
    names(declared, /<xs:attribute name="([^"]+)"/g),
  )
})

function names(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].toSorted()
}
