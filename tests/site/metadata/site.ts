// A book of two parts for these tests, and what reads its outputs as machines would.
import { parse } from 'node-html-parser'
import { build } from '../../../src/pipeline/build.ts'
import type { BuildRequest, Built } from '../../../src/pipeline/built.ts'
import type { OutputPath } from '../../../src/core/path.ts'
import { memoryFiles } from '../../../src/files/memory.ts'
import type { Contents } from '../../support/build-book.ts'

export const pages: Contents = {
  'README.md': '# Start & \\<go>\n\nThe first "paragraph" & more.\n',
  'SUMMARY.md':
    '# Summary\n\n* [Start](README.md)\n\n## 第一部分\n\n* [Guide](guide/README.md)\n  * [安装](guide/安装 a.md)\n',
  'guide/README.md': '# Guide\n\nSee [安装](安装%20a.md#步骤) and [home](../README.md).\n',
  'guide/安装 a.md': '---\ndescription: 怎样安装\n---\n\n## 步骤\n\ntext\n',
}

/** Builds the book with these settings and changes. */
export function machineBook(
  settings: object,
  more: Contents = {},
  request: Omit<BuildRequest, 'files'> = {},
): Promise<Built> {
  const book = { 'book.json': JSON.stringify(settings), ...pages, ...more }
  return build({ files: memoryFiles(book), ...request })
}

/** The text of an output, undefined when there is none. */
export function text(built: Built, path: string): string | undefined {
  const file = built.outputs.get(path as OutputPath)
  return file?.kind === 'made' ? String(file.content) : undefined
}

/** `<link>` and `<meta>` of a page as `name → value`; several of one name are joined. */
export function headOf(built: Built, path: string): Readonly<Record<string, string>> {
  const head: Record<string, string> = {}
  const note = (name: string, value: string): void => {
    head[name] = head[name] === undefined ? value : `${head[name]} ${value}`
  }
  for (const element of parse(text(built, path) ?? '').querySelectorAll('head link, head meta')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name')
    if (name !== undefined) note(name, element.getAttribute('content') ?? '')
    const rel = element.getAttribute('rel')
    const kind = element.getAttribute('hreflang') ?? element.getAttribute('type') ?? ''
    if (rel !== undefined) note(`${rel} ${kind}`.trim(), element.getAttribute('href') ?? '')
  }
  return head
}

const XML =
  /<(?<closes>\/?)(?<name>[a-z]+)(?:\s[a-z:]+="(?:[^"<&]|&(?:amp|lt|gt|quot|apos);)*")*(?<empty>\/?)>/gi

/** What is not well-formed in XML of the kind that we write; undefined when nothing is. */
export function xmlProblem(xml: string): string | undefined {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
  if (!xml.startsWith(declaration)) return 'no declaration'
  const open: string[] = []
  const problems: string[] = []
  const body = xml.slice(declaration.length)
  const between = body.replaceAll(XML, (...found) => {
    const { closes, name, empty } = found.at(-1) as Record<'closes' | 'name' | 'empty', string>
    const offset = found.at(-3) as number
    if (open.length === 0 && offset > 0) problems.push(`<${name}> stands beside the root`)
    if (closes !== '' && open.pop() !== name) problems.push(`</${name}> closes nothing`)
    if (closes === '' && empty === '') open.push(name)
    return ''
  })
  if (!body.endsWith('>\n')) problems.push('text behind the root')
  const bare = /<|&(?!(?:amp|lt|gt|quot|apos);)/.exec(between)
  if (bare !== null) problems.push(`"${between.slice(bare.index, bare.index + 40)}" is not escaped`)
  return [...problems, ...open.map((name) => `<${name}> is not closed`)][0]
}

/** The output that an address of the site names. */
export function outputAt(built: Built, address: string, site: string): boolean {
  if (!address.startsWith(site)) return false
  const path = decodeURIComponent(address.slice(site.length).replace(/[?#].*$/, ''))
  const place = path === '' || path.endsWith('/') ? `${path}index.html` : path
  return built.outputs.has(place as OutputPath)
}
