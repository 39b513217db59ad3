// A file of the book that is no page, shown as one: highlighted, with line numbers and an anchor a line, and a link to
// the file itself. GitBook opened such links as bare text, or not at all.
import type { PageResult } from '../core/book.ts'
import { type BookPath, type OutputPath, baseName, encodePath, extensionOf } from '../core/path.ts'
import { noteReads } from '../core/read.ts'
import type { Files } from '../files/files.ts'
import { escapeHtml } from '../markdown/html.ts'
import type { MarkdownHost } from '../markdown/parser.ts'
import { parseCsv } from './csv.ts'
import { featuresOf } from './features.ts'
import type { PageKit } from './render.ts'

/** Larger files are downloaded, not read. */
const MOST_BYTES = 400_000
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

/** Would a reader rather read this file than download it? By its name, its size and its first bytes. */
export function isSource(path: BookPath, files: Files): boolean {
  const name = baseName(path).toLowerCase()
  if (!EXTENSIONS.has(extensionOf(path)) && !NAMES.has(name)) return false
  const size = files.size(path)
  if (size === undefined || size > MOST_BYTES) return false
  return !files.head(path, SIGNIFICANT)?.includes(0)
}

/** Where a source file is shown: beside itself, under its whole name. */
export function sourceOutput(path: string): OutputPath {
  return `${path}.html` as OutputPath
}

/** The page of a source file. */
export function renderSource(
  path: BookPath,
  raw: OutputPath,
  { files, answers: known, markdown }: Pick<PageKit, 'files' | 'answers' | 'markdown'>,
): PageResult {
  const answers = noteReads(known)
  answers.ask('text', path)
  const text = files.text(path)?.text ?? ''
  const lines = text.replace(/\n$/, '').split('\n')
  const name = baseName(path)
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  const rendered = markdown.render({
    path,
    text: `${fence}${languageOf(name)} showLineNumbers\n${text.replace(/\n?$/, '\n')}${fence}\n`,
    firstLine: 1,
    host: NO_REFERENCES,
  })
  const table = /\.[ct]sv$/i.test(name) ? parseCsv(text, /\.tsv$/i.test(name) ? '\t' : ',') : ''
  const html = header(path, raw, files.size(path) ?? 0) + table + withLineIds(rendered.html)
  return {
    path,
    output: sourceOutput(raw),
    title: name,
    attributes: {},
    html,
    headings: [{ level: 1, id: 'source', text: name }],
    ids: ['source', ...lines.map((_, index) => `L${index + 1}`)],
    links: [],
    sections: [
      { id: '', title: name, text: rendered.sections.map((part) => part.text).join('\n') },
    ],
    features: featuresOf(html),
    isSource: true,
    diagnostics: [],
    reads: answers.reads(),
  }
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
