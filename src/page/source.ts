// A file of the book that is no page, shown as one: highlighted, with line numbers and an anchor a line, and a link to
// the file itself. GitBook opened such links as bare text, or not at all.
import type { PageResult, SourcePages } from '../core/book.ts'
import { matchGlobs } from '../core/glob.ts'
import { type BookPath, type OutputPath, baseName, encodePath, extensionOf } from '../core/path.ts'
import { type Answers, noteReads } from '../core/read.ts'
import type { Files } from '../files/files.ts'
import { escapeHtml } from '../markdown/html.ts'
import type { MarkdownHost } from '../markdown/parser.ts'
import { parseCsv } from './csv.ts'
import { featuresOf } from './features.ts'
import type { PageKit } from './render.ts'

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
    'cts jsx tsx vue css scss less tf hcl nix service timer socket rules proto thrift graphql diff patch sample template tpl'
  )
    .split(' ')
    .map((extension) => `.${extension}`),
)
const SIGNIFICANT = 4096
/** Code has none. */
const NO_REFERENCES: MarkdownHost = {
  link: ({ written }) => ({ href: written }),
  image: ({ written }) => ({ src: written }),
}

const PICTURES = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.svg', '.bmp'])

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
    if (isPicture(path)) return 'picture'
    // What a browser opens by itself is a page of its own.
    if (/\.(?:html?|pdf)$/i.test(path) || files.head(path, SIGNIFICANT)?.includes(0))
      return undefined
    return 'text'
  }
}

/** Would a reader rather read this file than download it? */
function looksReadable(path: string): boolean {
  const extension = extensionOf(path)
  return EXTENSIONS.has(extension) || isPicture(path) || NAMES.has(baseName(path).toLowerCase())
}

function isPicture(path: string): boolean {
  return PICTURES.has(extensionOf(path))
}

/** Where a source file is shown: beside itself, under its whole name. */
export function sourceOutput(path: string): OutputPath {
  return `${path}.html` as OutputPath
}

/** The page of a source file. */
export function renderSource(path: BookPath, raw: OutputPath, kit: SourceKit): PageResult {
  const answers = noteReads(kit.answers)
  answers.ask('text', path)
  const name = baseName(path)
  const isText = !isPicture(path) || /\.svg$/i.test(name)
  const text = isText ? (kit.files.text(path)?.text ?? '') : ''
  const listing = isText ? listingOf(path, text, kit) : { html: '', text: '', lines: 0 }
  const shown = isPicture(path) ? picture(path, raw, answers) : tableOf(name, text)
  const html = header(path, raw, kit.files.size(path) ?? 0) + shown + listing.html
  const lines = Array.from({ length: listing.lines }, (_, index) => `L${index + 1}`)
  return {
    path,
    output: sourceOutput(raw),
    title: name,
    attributes: {},
    html,
    headings: [{ level: 1, id: 'source', text: name }],
    ids: ['source', ...lines],
    links: [],
    sections: [{ id: '', title: name, text: listing.text }],
    features: featuresOf(html),
    isSource: true,
    diagnostics: [],
    reads: answers.reads(),
  }
}

/** What showing a file may look at. */
type SourceKit = Pick<PageKit, 'files' | 'answers' | 'markdown'>

/** The text of a file, highlighted, with an anchor a line. */
function listingOf(
  path: BookPath,
  text: string,
  { markdown }: SourceKit,
): { readonly html: string; readonly text: string; readonly lines: number } {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  const rendered = markdown.render({
    path,
    text: `${fence}${languageOf(baseName(path))} showLineNumbers\n${text.replace(/\n?$/, '\n')}${fence}\n`,
    firstLine: 1,
    host: NO_REFERENCES,
  })
  return {
    html: withLineIds(rendered.html),
    text: rendered.sections.map((part) => part.text).join('\n'),
    lines: text.replace(/\n$/, '').split('\n').length,
  }
}

function tableOf(name: string, text: string): string {
  return /\.[ct]sv$/i.test(name) ? parseCsv(text, /\.tsv$/i.test(name) ? '\t' : ',') : ''
}

function picture(path: BookPath, raw: OutputPath, answers: Answers): string {
  const [width, height] = answers.ask('image', path).split('x').map(Number)
  const size = width && height ? ` width="${width}" height="${height}"` : ''
  const src = escapeHtml(encodePath(baseName(raw)))
  return `<p><img src="${src}" alt="${escapeHtml(baseName(path))}"${size}></p>\n`
}

function header(path: BookPath, raw: OutputPath, bytes: number): string {
  const name = escapeHtml(baseName(path))
  const size = bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`
  return `<h1 id="source">${name}</h1>
<p><code>${escapeHtml(path)}</code> · <a href="${escapeHtml(encodePath(baseName(raw)))}" download>${name}</a> (${size})</p>
`
}

/** The engine makes an element of every line; here each gets an anchor. */
function withLineIds(html: string): string {
  let number = 0
  return html.replaceAll(/<span class="line(?=[" ])/g, (tag) => {
    number += 1
    return tag.replace('<span', `<span id="L${number}"`)
  })
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
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
