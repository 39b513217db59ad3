// Every example of the chapter about the library compiles under the project's own rules, runs, and prints what the
// chapter says it prints.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeFiles } from './support/write-files.ts'

interface Example {
  readonly name: string
  readonly code: string
  /** The first `text` block before the next example. */
  readonly prints: string | undefined
}

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '..')
const manual = readFileSync(path.join(root, 'docs/library.md'), 'utf8')
// Beside the sources: a compilation may not reach over two drives.
const folder = mkdtempSync(path.join(root, 'node_modules/.handbook-library-'))
const examples = examplesOf(manual)

function examplesOf(text: string): readonly Example[] {
  const [, ...blocks] = text.split(/^```ts\n/m)
  return blocks.map((block, index) => {
    const [code = '', ...rest] = block.split(/^```$/m)
    const printed = /^```text\n(.*?)^```$/ms.exec(rest.join('```'))?.[1]
    return { name: `example-${index + 1}`, code, prints: printed }
  })
}

function write(name: string, text: string): void {
  writeFiles(folder, { [name]: text })
}

beforeAll(() => {
  const compilerOptions = {
    noEmit: true,
    declaration: false,
    isolatedDeclarations: false,
    allowImportingTsExtensions: true,
    rootDir: root,
  }
  const include = ['*/example.ts', path.join(root, 'src/**/*.d.ts')]
  const base = path.join(root, 'tsconfig.json')
  write('tsconfig.json', JSON.stringify({ extends: base, compilerOptions, include }))
  write('package.json', '{ "type": "module" }')
  // The package as the examples name it, made of the sources.
  const source = path.relative(
    path.join(folder, 'node_modules/handbook-cli'),
    path.join(root, 'src'),
  )
  const from = `${source.replaceAll(path.sep, '/')}/index.ts`
  write('node_modules/handbook-cli/index.ts', `export * from '${from}'\n`)
  write('node_modules/handbook-cli/package.json', '{ "type": "module", "exports": "./index.ts" }')
  for (const { name, code } of examples) {
    write(`${name}/example.ts`, code)
    write(`${name}/my-book/README.md`, '# Garden\n\nFirst [install](install.md) it.\n')
    write(`${name}/my-book/SUMMARY.md`, '- [Garden](README.md)\n- [Install](install.md)\n')
    write(`${name}/my-book/install.md`, '# Install\n\n1. Dig.\n')
  }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the chapter has examples', () => {
  expect(examples.length).toBeGreaterThan(5)
  expect(examples.filter(({ prints }) => prints !== undefined).length).toBeGreaterThan(2)
})

test('the examples compile', async () => {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
  const compiled = run(process.execPath, [tsc, '-p', folder]).catch((error: object) => error)
  expect(await compiled).toMatchObject({ stdout: '' })
}, 60_000)

describe('the examples run', () => {
  test.each(examples)(
    '$name',
    async ({ name, prints }) => {
      const cli = path.join(root, 'node_modules/tsx/dist/cli.mjs')
      const cwd = path.join(folder, name)
      const env = { ...process.env, NO_COLOR: '1' }
      const { stdout } = await run(process.execPath, [cli, 'example.ts'], { cwd, env })
      if (prints !== undefined) expect(stdout).toBe(prints)
    },
    60_000,
  )
})

test('every function is in the table of the chapter', async () => {
  const library: object = await import('../src/index.ts')
  const rows = [...manual.matchAll(/^\| `(\w+)` /gm)].map(([, name = '']) => name)
  expect(rows.toSorted()).toEqual(Object.keys(library).toSorted())
})
