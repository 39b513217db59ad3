// A file in parts is made of those that it has already, where it is known which they are.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OutputFile } from '../../src/core/output-file.ts'
import type { OutputPath } from '../../src/core/path.ts'
import type { KnownOutputs } from '../../src/files/known-outputs.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { type WriteReport, writeSite } from '../../src/output/write.ts'

let base: string
let out: string
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'handbook-parts-'))
  out = path.join(base, 'out')
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const known = (
  ...parts: readonly (readonly [madeOf: string, content: string])[]
): KnownOutputs => ({
  stampOf: () => undefined,
  partsOf: () => parts.map(([madeOf, content]) => [madeOf, Buffer.byteLength(content)]),
})
const ofParts = (parts: readonly (readonly [madeOf: string, content?: string])[]): OutputFile => ({
  kind: 'made',
  path: 'all.html' as OutputPath,
  parts: () =>
    parts.map(([madeOf, content]) => ({
      madeOf: madeOf === '' ? undefined : madeOf,
      get content(): string {
        if (content === undefined) throw new Error(`${madeOf} is known`)
        return content
      },
    })),
  content: '',
})
const put = (file: OutputFile, before?: KnownOutputs): Promise<WriteReport> =>
  writeSite({
    outputs: new Map([[file.path, file]]),
    files: memoryFiles({}),
    outputDir: out,
    bookDir: base,
    ...(before && { known: before }),
  })
const one = ['1', 'one'] as const
const two = ['2', '二二'] as const
const three = ['3', 'three '.repeat(100_000)] as const
const inBetween = ['', ' – '] as const
const before = [one, inBetween, two, inBetween, three] as const
const text = (parts: readonly (readonly [string, string])[]): string =>
  parts.map(([, content]) => content).join('')

test.each([
  ['another in front', [['0', 'zero'], inBetween, ['1'], inBetween, ['2'], inBetween, ['3']]],
  ['one gone', [['1'], inBetween, ['3']]],
  ['in another order', [['3'], ['1'], ['2'], ['1']]],
  ['one that is another', [['1'], inBetween, ['4', 'vier'], inBetween, ['3']]],
  ['all others', [['5', 'fünf']]],
  ['none', []],
] as const)('takes them: %s', async (_, parts) => {
  await put(ofParts(before))
  const contents = new Map<string, string>(before)
  const whole = parts.map(([madeOf, content]) => content ?? contents.get(madeOf)).join('')
  expect(await put(ofParts(parts), known(...before))).toMatchObject({
    written: 1,
    diagnostics: [],
  })
  expect(readFileSync(path.join(out, 'all.html'), 'utf8')).toBe(whole)
})

test('is left as it is when the others say what it says', async () => {
  await put(ofParts(before))
  const same: readonly (readonly [string, string?])[] = [
    ['1'],
    inBetween,
    ['2b', two[1]],
    inBetween,
    ['3'],
  ]
  expect(await put(ofParts(same), known(...before))).toMatchObject({ written: 0, unchanged: 1 })
  expect(readFileSync(path.join(out, 'all.html'), 'utf8')).toBe(text(before))
})
