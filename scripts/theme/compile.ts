// The theme as it goes into the package: templates as the programs that Handlebars makes of them, scripts and styles
// joined and minified by esbuild and terser. What would cost time at every start of handbook is done here, once.
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Message, type TransformOptions, build, transform } from 'esbuild'
import { minify as terser } from 'terser'
import { compare } from '../../src/core/diagnostic.ts'
import { contentHash } from '../../src/core/hash.ts'
import type { BookPath } from '../../src/core/path.ts'
import { type TemplateSource, precompile } from '../../src/template/handlebars.ts'
import { functionsOf } from './functions.ts'
import { mendMathFont } from './math-font.ts'

const root = path.resolve(import.meta.dirname, '../..')
/** Where the sources are. */
export const templates: string = path.join(root, 'templates')

/** Compiles the theme of this checkout to the place from which `src/site/theme.ts` loads it. */
export async function writeTheme(): Promise<void> {
  const folder = path.join(root, 'dist/theme')
  mkdirSync(folder, { recursive: true })
  const { theme, programs } = await compileTheme(templates)
  replaceFile(path.join(folder, 'programs.cjs'), programs)
  replaceFile(path.join(folder, 'theme.cjs'), theme)
  writeFont(folder)
}

/** Whoever loads it meanwhile gets the old one or the new one. */
function replaceFile(file: string, content: string | Uint8Array): void {
  const part = `${file}.${process.pid}`
  writeFileSync(part, content)
  renameSync(part, file)
}

/** The font for formulas, for readers whose system has none, with the license that it is under. */
function writeFont(to: string): void {
  const font = path.join(root, 'node_modules/@fontsource/stix-two-math')
  const drawn = readFileSync(path.join(font, 'files/stix-two-math-latin-400-normal.woff2'))
  replaceFile(path.join(to, 'math.woff2'), mendMathFont(drawn))
  replaceFile(path.join(to, 'math.woff2.license.txt'), readFileSync(path.join(font, 'LICENSE')))
}

/** The theme whose sources are in a folder, as two modules: what every book needs, and what books with layouts need. */
export async function compileTheme(
  folder: string,
): Promise<{ readonly theme: string; readonly programs: string }> {
  const labelKeys = Object.keys(JSON.parse(read(folder, 'labels/en.json')) as object)
  const labels = list(folder, 'labels', '.json').map((file) => read(folder, file))
  const assets = Object.fromEntries(await Promise.all(themeAssets(folder)))
  const parts = templatesOf(folder, labelKeys)
  const members = [
    ...parts.members,
    `labelKeys: ${JSON.stringify(labelKeys)}`,
    `assets: ${JSON.stringify(assets)}`,
  ]
  const hash = contentHash(JSON.stringify([members, parts.programs, labels]))
  return {
    theme: moduleOf([`hash: '${hash}'`, ...members]),
    programs: moduleOf(parts.programs),
  }
}

const moduleOf = (members: readonly string[]): string =>
  `module.exports = {\n${members.join(',\n')}\n}\n`

function templatesOf(
  folder: string,
  labelKeys: readonly string[],
): { readonly members: readonly string[]; readonly programs: readonly string[] } {
  const sources = (['layout', 'partial'] as const).flatMap((kind) =>
    list(folder, `${kind}s`, '.hbs').map((file): TemplateSource => {
      const name = path.basename(file, '.hbs')
      return { kind, name, file: `templates/${file}` as BookPath, text: read(folder, file) }
    }),
  )
  const { value, diagnostics } = precompile(sources, labelKeys)
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2))
  const programs = (wanted: TemplateSource['kind']): string =>
    value.programs
      .filter(({ kind }) => kind === wanted)
      .map(({ name, program }) => `${JSON.stringify(name)}: ${program}`)
      .join(',\n')
  const names = (wanted: TemplateSource['kind']): readonly string[] =>
    value.programs.filter(({ kind }) => kind === wanted).map(({ name }) => name)
  return {
    members: [
      `layouts: ${JSON.stringify(names('layout'))}`,
      `partials: ${JSON.stringify(names('partial'))}`,
      `fill: ${functionsOf(value.programs)}`,
    ],
    programs: [
      `layouts: {${programs('layout')}}`,
      `partials: {${programs('partial')}}`,
      `inline: ${JSON.stringify(value.inline)}`,
    ],
  }
}

type Asset = readonly [name: string, content: string]

/** Files for the site. Parts that are joined share their names: they are one script. */
function themeAssets(folder: string): readonly Promise<Asset>[] {
  const joined = (files: readonly string[]): string =>
    files.map((file) => read(folder, file)).join('\n')
  const single = (files: readonly string[]): readonly Asset[] =>
    files.map((file) => [path.basename(file), read(folder, file)])
  const scripts: readonly Asset[] = [
    ['handbook.js', joined(list(folder, 'assets/handbook', '.js'))],
    ...single(list(folder, 'assets/features', '.js')),
    ...single(list(folder, 'assets/later', '.js')),
  ]
  const styles: readonly Asset[] = [
    ['style.css', joined(list(folder, 'assets/style', '.css'))],
    ...single(['assets/search/search.css', ...list(folder, 'assets/features', '.css')]),
    ['tools.css', joined(list(folder, 'assets/later', '.css'))],
  ]
  const functions = single([
    'assets/early.js',
    'assets/languages.js',
    'assets/missing.js',
    'assets/worker.js',
    'assets/redirect.js',
  ])
  return [
    ...scripts.map(async ([name, text]) => [name, await minifyScript(text)] as const),
    ...styles.map(async ([name, text]) => [name, await minify(text, { loader: 'css' })] as const),
    ...functions.map(async ([name, text]) => [name, await minify(text)] as const),
    ...searchScripts(path.join(folder, 'assets/search')),
  ]
}

/** The second script takes the names of the first: they hand data to each other. */
function searchScripts(folder: string): readonly Promise<Asset>[] {
  const first = bundle(path.join(folder, 'dialog.js'))
  const second = first.then(({ names }) => bundle(path.join(folder, 'more.js'), names))
  return [
    first.then(({ text }) => ['search.js', text]),
    second.then(({ text }) => ['search-more.js', text]),
  ]
}

/** Nothing is rewritten for older browsers: what the sources use is what readers need. */
const settings = { minify: true, charset: 'utf8', target: 'esnext', logLevel: 'silent' } as const

/** A script that keeps its names to itself. */
export async function minifyScript(text: string): Promise<string> {
  return shorten(await minify(`'use strict'\n${text}`, { format: 'iife' }))
}

/** What esbuild leaves, which joins and checks: for a twentieth less, and nothing of it guessed. */
async function shorten(script: string): Promise<string> {
  const { code = script } = await terser(script, {
    ecma: 2020,
    // What is written once and used once is left where it is: it is compressed better.
    compress: { inline: 1, reduce_funcs: false, hoist_funs: true },
    format: { comments: false },
  })
  return code
}

async function minify(text: string, options: TransformOptions = {}): Promise<string> {
  const { code, warnings } = await transform(text, { ...settings, ...options })
  refuse(warnings)
  return code
}

/** Short names for long ones. */
type Names = Readonly<Record<string, string | false>>

interface Bundle {
  readonly text: string
  readonly names: Names
}

/** What the parts of search call their own data; no browser calls anything so. */
export const searchNames: readonly string[] =
  `addHits alphabet beginning below bit blockOf blocks bound byFrequency byPage certain common complete
  exact exactly extras found further held highlighter holders hyphenated inflected keywords kind library literal markRanges
  nearby needles numbers optional others page pages parts pieces plan planOf prepare prominent quota rank rare rarity rest score section
  sections settled settledText settledTitle spare spent starts sure term textsOf texts tokens trail url whole word words
  worth`.split(/\s+/)

/** A script with the modules that it imports. */
async function bundle(file: string, known: Names = {}): Promise<Bundle> {
  const { outputFiles, warnings, mangleCache } = await build({
    ...settings,
    stdin: {
      contents: `'use strict'\nimport './${path.basename(file)}'`,
      resolveDir: path.dirname(file),
    },
    bundle: true,
    format: 'iife',
    mangleProps: new RegExp(`^(?:${searchNames.join('|')})$`),
    mangleCache: { ...known },
    write: false,
  })
  refuse(warnings)
  return { text: await shorten(outputFiles[0]?.text ?? ''), names: mangleCache ?? {} }
}

/** Esbuild warns of what a browser would leave out. */
function refuse(warnings: readonly Message[]): void {
  if (warnings.length > 0) throw new Error(JSON.stringify(warnings, null, 2))
}

function list(folder: string, part: string, extension: string): readonly string[] {
  return readdirSync(path.join(folder, part))
    .filter((name) => name.endsWith(extension))
    .sort(compare)
    .map((name) => `${part}/${name}`)
}

/** Line ends are settled, so that the theme is the same wherever the repository was checked out. */
function read(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n')
}
