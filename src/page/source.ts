// A file of the book that is no page, shown as one: highlighted, with line numbers and an anchor a line, and a link to
// the file itself. GitBook opened such links as bare text, or not at all.
import type { PageResult, SourcePages } from '../core/book.ts'
import { matchGlobs } from '../core/glob.ts'
import {
  type BookPath,
  type OutputPath,
  baseName,
  encodePath,
  extensionOf,
  isPicturePath,
} from '../core/path.ts'
import { type Inputs, trackInputs } from '../core/dependency.ts'
import type { Files } from '../files/files.ts'
import { elementsIn } from '../tree/listed.ts'
import { type Node, element, raw as rawHtml, words } from '../tree/node.ts'
import { featuresOf } from '../tree/passes/features.ts'
import { writeHtml } from '../tree/write.ts'
import { parseCsv } from '../tree/csv.ts'
import type { RenderContext } from './render.ts'

const NAMES = new Set([
  'dockerfile',
  'makefile',
  'jenkinsfile',
  'vagrantfile',
  'procfile',
  'gemfile',
])
const EXTENSIONS = new Set(
  (
    'txt log cfg conf cnf ini env properties toml yml yaml json json5 jsonc jsonl xml xsd plist csv tsv sql sh bash zsh ' +
    'fish bat cmd ps1 py rb pl php lua r go rs java kt kts scala groovy gradle c h cc cpp hpp cs swift m js mjs cjs ts mts ' +
    'cts jsx tsx vue css scss less tf hcl nix service timer socket rules proto thrift graphql diff patch sample template tpl ' +
    'rst rest org textile mediawiki wiki creole rdoc pod typ tex rmd qmd ipynb'
  )
    .split(' ')
    .map((extension) => `.${extension}`),
)
const SIGNIFICANT = 4096

/** How a file is shown on a page of its own. */
export type SourceKind = 'text' | 'picture'

/** Says how files are shown: by the globs of the book, or by their names; by their sizes and their first bytes. */
export function sourceTest(
  files: Files,
  settings: SourcePages | undefined,
): (path: BookPath) => SourceKind | undefined {
  if (settings === undefined) return () => undefined
  const { include, exclude, kilobytes } = settings
  const isWanted = include === undefined ? looksReadable : matchGlobs(include)
  const isUnwanted = matchGlobs(exclude)
  return (path) => {
    if (!isWanted(path) || isUnwanted(path)) return undefined
    const size = files.size(path)
    if (size === undefined || size > kilobytes * 1000) return undefined
    if (isPicturePath(path)) return 'picture'
    // What a browser opens by itself is a page of its own.
    if (/\.(?:html?|pdf)$/i.test(path) || files.head(path, SIGNIFICANT)?.includes(0))
      return undefined
    return 'text'
  }
}

/** Would a reader rather read this file than download it? */
function looksReadable(path: string): boolean {
  const extension = extensionOf(path)
  return EXTENSIONS.has(extension) || isPicturePath(path) || NAMES.has(baseName(path).toLowerCase())
}

/** Where a source file is shown: beside itself, under its whole name. */
export function sourceOutput(path: string): OutputPath {
  return `${path}.html` as OutputPath
}

/** The page of a source file. */
export function renderSource(path: BookPath, raw: OutputPath, kit: SourceKit): PageResult {
  const inputs = trackInputs(kit.inputs)
  inputs.get('text', path)
  const name = baseName(path)
  const isText = !isPicturePath(path) || /\.svg$/i.test(name)
  const text = isText ? (kit.files.text(path)?.text ?? '') : ''
  const nodes = [
    ...header(path, raw, kit.files.size(path) ?? 0),
    ...(isPicturePath(path) ? picture(path, raw, inputs) : tableOf(name, text)),
    ...(isText ? [kit.markdown.listing(text, languageOf(name)), NEW_LINE] : []),
  ]
  const count = isText ? text.replace(/\n$/, '').split('\n').length : 0
  const lines = Array.from({ length: count }, (_, index) => `L${index + 1}`)
  return {
    path,
    output: sourceOutput(raw),
    title: name,
    attributes: {},
    ...writeHtml(nodes),
    headings: [{ level: 1, id: 'source', text: name }],
    ids: ['source', ...lines],
    links: [],
    sections: [{ id: '', title: name, text: text.trim() }],
    features: featuresOf(elementsIn(nodes)),
    isSource: true,
    diagnostics: [],
    dependencies: inputs.dependencies(),
  }
}

const NEW_LINE = rawHtml('\n')

/** What showing a file may look at. */
type SourceKit = Pick<RenderContext, 'files' | 'inputs' | 'markdown'>

function tableOf(name: string, text: string): readonly Node[] {
  return /\.[ct]sv$/i.test(name)
    ? parseCsv(text, { separator: /\.tsv$/i.test(name) ? '\t' : ',' })
    : []
}

function picture(path: BookPath, raw: OutputPath, inputs: Inputs): readonly Node[] {
  const { width, height } = inputs.get('image', path) ?? { width: 0, height: 0 }
  const size =
    width && height
      ? ([
          ['width', width],
          ['height', height],
        ] as const)
      : []
  const image = element('img', [
    ['src', encodePath(baseName(raw))],
    ['alt', baseName(path)],
    ...size,
  ])
  return [element('p', [], [image]), NEW_LINE]
}

function header(path: BookPath, raw: OutputPath, bytes: number): readonly Node[] {
  const name = baseName(path)
  const size = bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`
  const link = element('a', [['href', encodePath(baseName(raw))]], [words(name)])
  link.attributes.push({ name: 'download', value: '', written: ' download' })
  const code = element('code', [], [words(path)])
  return [
    element('h1', [['id', 'source']], [words(name)]),
    NEW_LINE,
    element('p', [], [code, words(' · '), link, words(` (${size})`)]),
    NEW_LINE,
  ]
}

/** The name by which the highlighter knows the language of a file. */
function languageOf(name: string): string {
  const lower = name.toLowerCase()
  if (NAMES.has(lower)) return lower
  const extension = lower.slice(lower.lastIndexOf('.') + 1)
  return LANGUAGES[extension] ?? extension
}

const LANGUAGES: { readonly [extension: string]: string } = {
  cfg: 'ini',
  conf: 'ini',
  cnf: 'ini',
  env: 'ini',
  service: 'ini',
  timer: 'ini',
  socket: 'ini',
  toml: 'ini',
  json5: 'json',
  jsonc: 'json',
  jsonl: 'json',
  plist: 'xml',
  svg: 'xml',
  xsd: 'xml',
  txt: 'text',
  log: 'text',
  csv: 'text',
  tsv: 'text',
  patch: 'diff',
  gradle: 'groovy',
  vue: 'xml',
  tf: 'hcl',
  sample: 'text',
  template: 'text',
  tpl: 'text',
}
