import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Script, createContext, runInContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { compileTheme, minifyScript, templates } from '../../scripts/theme/compile.ts'
import { mendMathFont } from '../../scripts/theme/math-font.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** The sources of the theme with one file changed. */
function sourcesWith(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'handbook-theme-'))
  folders.push(folder)
  cpSync(templates, folder, { recursive: true })
  const place = path.join(folder, file)
  writeFileSync(place, change(readFileSync(place, 'utf8')))
  return folder
}

interface Compiled {
  readonly hash: string
  readonly assets: { readonly [name: string]: string }
}

async function compiled(folder: string): Promise<Compiled> {
  const sandbox = createContext({ module: { exports: {} } })
  const { theme } = await compileTheme(folder)
  return runInContext(`${theme}; module.exports`, sandbox) as Compiled
}

/** What a script puts into `result`. */
function run(source: string): readonly unknown[] {
  const result: unknown[] = []
  runInContext(source, createContext({ result }))
  return result
}

test('shortens a script without touching what it says or asks of the page', async () => {
  const script = `
    // Names of our own that the page knows, too.
    const title = 'page'
    const row = { title: '', page: 1 }
    row.title = 'Open'
    const text = \`title \${title}
      // no comment
      row\`
    const code = (order) => order?.title ?? { row, code: order }.code
    result.push(row.title, text, code(undefined), code(row), /\\/\\/ row/.source)
  `
  const short = await minifyScript(script)
  expect(run(short)).toEqual(run(`(() => {${script}})()`))
  expect(run(short)).toContain('Open')
  expect(short.length).toBeLessThan(script.length * 0.7)
  expect(() => runInContext(`${short}; title`, createContext({ result: [] }))).toThrow(
    'not defined',
  )
})

test('gives scripts that are no modules', async () => {
  const { assets } = await compiled(templates)
  const scripts = Object.entries(assets).filter(([name]) => name.endsWith('.js'))
  expect(scripts.map(([name]) => name).sort()).toEqual([
    'analytics.js',
    'blocks.js',
    'comments.js',
    'drawing.js',
    'early.js',
    'glossary.js',
    'handbook.js',
    'image.js',
    'languages.js',
    'missing.js',
    'offline.js',
    'previews.js',
    'print.js',
    'reading.js',
    'redirect.js',
    'search-more.js',
    'search.js',
    'tools.js',
    'worker.js',
  ])
  for (const [name, script] of scripts) expect(() => new Script(script), name).not.toThrow()
  // What browsers call so keeps its name.
  expect(assets['search.js']).toMatch(/scrollIntoView\(\{block:/)
  expect(assets['search-more.js']).toMatch(/scrollIntoView\(\{block:/)
  const weights = ['search.js', 'search.css'].map(
    (name) => gzipSync(assets[name] ?? '', { level: 9 }).length,
  )
  expect(weights.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(9 * 1024)
})

test('has a style sheet for all pages that leaves room to the budget of 9 KiB', async () => {
  const { assets } = await compiled(templates)
  expect(gzipSync(assets['style.css'] ?? '', { level: 9 }).length).toBeLessThanOrEqual(9000)
})

test('is the same for the same sources, whatever their line ends, and another one for others', async () => {
  const { hash } = await compiled(templates)
  const windows = sourcesWith('layouts/page.hbs', (text) => text.replaceAll('\n', '\r\n'))
  expect((await compiled(windows)).hash).toBe(hash)
  const others = ['layouts/page.hbs', 'labels/en.json', 'assets/style/2-base.css'].map((file) =>
    sourcesWith(file, (text) => text.replace(/[a-z](?=[^a-z]*$)/, 'x')),
  )
  const hashes = await Promise.all(
    others.map(async (folder) => (await compiled(folder).catch(() => ({ hash: 'none' }))).hash),
  )
  expect(new Set([hash, ...hashes]).size).toBe(4)
})

test.each([
  ['layouts/page.hbs', '{{> haed}}', 'layout/unknown-partial'],
  ['partials/head.hbs', "{{t 'nxet'}}", 'layout/unknown-label'],
  ['partials/bar.hbs', '{{#if}}', 'layout/syntax-error'],
  ['assets/style/2-base.css', 'a { color: red', 'Expected'],
  ['assets/early.js', 'if (', 'Unexpected end of file'],
])('refuses mistakes in %s', async (file, mistake, said) => {
  const folder = sourcesWith(file, (text) => `${text}\n${mistake}`)
  await expect(compileTheme(folder)).rejects.toThrow(said)
})

test('the font for formulas is mended once', () => {
  const file = path.resolve(
    import.meta.dirname,
    '../../node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
  )
  const font = readFileSync(file)
  const mended = Buffer.from(mendMathFont(font))
  expect(mended.toString('latin1', 0, 4)).toBe('wOF2')
  expect(mended.readUInt32BE(8)).toBe(mended.length)
  expect(Math.abs(mended.length - font.length)).toBeLessThan(2000)
  expect(() => mendMathFont(mended)).toThrow('another one')
})
