// Code that a page shows from a file of the book: `[import:2-5](a.js)` of include-codeblock, and the lines that the
// block `codesnippet` asks for.
import { extensionOf } from '../core/path.ts'
import { splitReference } from '../core/reference.ts'
import type { Settings } from '../core/settings.ts'
import { exactFence, lines, withoutIndent } from './wrap.ts'

/** What a book says of all its directives. */
export type Imports = Settings['code']['imports']

/** A directive, taken apart. */
export interface ImportDirective {
  /** What stands before it on its line. */
  readonly prefix: string
  readonly path: string
  /** `2-5`, `2-`, `-5`, or names of markers. */
  readonly part?: string
  /** Options by key: `lang`, `title`, `unindent` … */
  readonly options: { readonly [key: string]: string }
  /** Where it stands in the text: the directive without its prefix. */
  readonly from: number
  readonly to: number
}

const DIRECTIVE =
  /^([ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(\[[ \t]*(?:import|include)\b([^\]\n]*)\]\(([^)\n]+)\))[ \t]*$/gm
const OPTION = /([\w-]+)[ \t]*[:=][ \t]*(?:"([^"]*)"|'([^']*)'|([^\s,]+))/g

/** The directives of a text, in order. They stand alone on their lines. */
export function findImports(text: string): readonly ImportDirective[] {
  return [...text.matchAll(DIRECTIVE)].map((found) => {
    const [, prefix = '', directive = '', settings = '', path = ''] = found
    const options = optionsOf(settings)
    const part = /^[ \t]*:[ \t]*(?:"([^"]*)"|'([^']*)'|([^\s,]+))/.exec(settings)
    const chosen = part?.[1] ?? part?.[2] ?? part?.[3] ?? options['marker']
    const from = found.index + prefix.length
    return {
      prefix,
      path: path.trim().replace(/^<(.*)>$/, '$1'),
      ...(chosen === undefined ? {} : { part: chosen }),
      options,
      from,
      to: from + directive.length,
    }
  })
}

function optionsOf(settings: string): { readonly [key: string]: string } {
  const pairs = [...settings.matchAll(OPTION)].map(
    ([, key = '', double, single, bare]) => [key, double ?? single ?? bare ?? ''] as const,
  )
  return Object.fromEntries(pairs)
}

/** The lines of a text that a range or markers choose; undefined when they choose none. */
export function choosePart(text: string, part: string | undefined): string | undefined {
  const rows = text.replace(/\n$/, '').split('\n')
  const range = /^(\d*)[ \t]*[-:][ \t]*(\d*)$/.exec(part ?? '')
  if (part === undefined || part === '') return withoutMarkers(rows)
  if (range !== null) {
    const first = Number(range[1] || 1)
    const last = Number(range[2] || rows.length)
    return first > rows.length || last < first
      ? undefined
      : withoutMarkers(rows.slice(first - 1, last))
  }
  const names = part.split(',').map((name) => name.trim())
  const chosen = names.flatMap((name) => betweenMarkers(rows, name) ?? [])
  return chosen.length === 0
    ? undefined
    : chosen.filter((row) => markerOf(row) === undefined).join('\n')
}

/** A comment that names a part: `//! [name]`, `#! [name]`, `<!--! [name] -->`. */
const MARKER = /^\s*(?:\/\/|\/\*|#|--|;|%|<!--)+[ \t]*!+[ \t]*\[([^\]]+)\]/
/** Comments of documentation that name a part, alone on their line: `/// [name]`, `//* [name]`, `##[name]`. */
const NOTED =
  /^\s*(?:\/{2,}|\/\*|#|%|<!--)[*/#][ \t]*\[\s*([a-zA-Z][\w\s]*)\][ \t]*(?:\*\/|-->)?\s*$/

function markerOf(row: string): string | undefined {
  return (MARKER.exec(row) ?? NOTED.exec(row))?.[1]
}

/** From the first marker of a name to its last. */
function betweenMarkers(rows: readonly string[], name: string): readonly string[] | undefined {
  const first = rows.findIndex((row) => markerOf(row) === name)
  const last = rows.findLastIndex((row) => markerOf(row) === name)
  return first < 0 || last === first ? undefined : rows.slice(first + 1, last)
}

function withoutMarkers(rows: readonly string[]): string {
  return rows.filter((row) => !MARKER.test(row)).join('\n')
}

/** Chosen code as Markdown, for the place of the directive. */
export function importedCode(
  code: string,
  { prefix, path, options }: ImportDirective,
  imports: Imports,
): string {
  const usual = typeof imports === 'object' ? imports : { unindent: false }
  const language = options['lang'] ?? usual.language ?? languageOf(path)
  const isMoved = (options['unindent'] ?? String(usual.unindent)) === 'true'
  const shown = isMoved ? withoutIndent(code) : code
  const title = options['title'] ?? options['name']
  // A list marker belongs to the first line alone.
  const indent = prefix.replaceAll(/[^\s>]/g, ' ')
  return lines(exactFence(shown, language, title), indent)
}

/** The language that the name of a file tells. */
export function languageOf(path: string): string {
  return extensionOf(splitReference(path).path).slice(1)
}
