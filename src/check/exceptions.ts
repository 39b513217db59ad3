// Comments in a page that make an exception: `<!-- handbook-disable-next-line code -->` for the line below it,
// `<!-- handbook-disable code -->` from there to the end of the page or to `<!-- handbook-enable code -->`.
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { isAsciidocPath, isPagePath } from '../book/output.ts'
import { lineStarts, positionAt } from '../core/position.ts'
import type { Files } from '../files/files.ts'
import { codeRanges } from '../markdown/code-ranges.ts'
import { problem } from '../messages/problem.ts'

const IN_HTML = /<!--\s*handbook-(disable-next-line|disable|enable)((?:[\s,]+[\w/-]+?)*)\s*-->/g
const IN_ASCIIDOC =
  /^\/\/\s*handbook-(disable-next-line|disable|enable)((?:[ \t,]+[\w/-]+)*)[ \t]*$/gm

/** From one line to another, both included. */
interface Exception {
  readonly code: string
  readonly from: number
  readonly to: number
  readonly at: Place
  /** A problem of the file as a whole has no line. */
  readonly wholeFile: boolean
}

/** The diagnostics without those that their authors excepted, and a remark for each exception that excepts nothing. */
export function withoutExceptions(
  diagnostics: readonly Diagnostic[],
  sources: Iterable<BookPath>,
  files: Files,
): { readonly kept: readonly Diagnostic[]; readonly excepted: number } {
  const exceptions = new Map<string, readonly Exception[]>()
  for (const file of sources) {
    const text = isPagePath(file) ? files.text(file)?.text : undefined
    if (text?.includes('handbook-') !== true) continue
    const found = exceptionsOf(file, text)
    if (found.length > 0) exceptions.set(file, found)
  }
  if (exceptions.size === 0) return { kept: diagnostics, excepted: 0 }
  const used = new Set<Exception>()
  const kept = diagnostics.filter(({ at, code }) => {
    const matching = (exceptions.get(at?.file ?? '') ?? []).filter((one) => covers(one, code, at))
    for (const one of matching) used.add(one)
    return matching.length === 0
  })
  const unused = [...exceptions.values()]
    .flat()
    .filter((one) => !used.has(one))
    .map(({ at, code }) => problem('check/unused-exception', at, { code }))
  return { kept: [...kept, ...unused], excepted: diagnostics.length - kept.length }
}

function covers(one: Exception, code: string, at: Place | undefined): boolean {
  if (one.code !== code && one.code !== '') return false
  const line = at?.start?.line
  return line === undefined ? one.wholeFile : one.from <= line && line <= one.to
}

function exceptionsOf(file: BookPath, text: string): readonly Exception[] {
  const isAsciidoc = isAsciidocPath(file)
  const starts = lineStarts(text)
  const ranges = isAsciidoc ? [] : codeRanges(text)
  const found: Exception[] = []
  for (const match of text.matchAll(isAsciidoc ? IN_ASCIIDOC : IN_HTML)) {
    const { 0: whole, 1: verb = '', 2: list = '', index } = match
    // A comment is a range of its own; inside another one it is an example.
    if (ranges.some(({ from, to }) => from < index && index < to)) continue
    const start = positionAt(starts, index)
    const end = positionAt(starts, index + whole.length)
    const at = { file, start, end }
    const codes = list.split(/[\s,]+/).filter(Boolean)
    for (const code of codes.length === 0 ? [''] : codes) {
      if (verb === 'enable') {
        const open = found.findLastIndex((one) => one.code === code && one.to === Infinity)
        const one = found[open]
        if (one !== undefined) found[open] = { ...one, to: start.line, wholeFile: false }
      } else if (verb === 'disable')
        found.push({ code, from: start.line, to: Infinity, at, wholeFile: true })
      else found.push({ code, from: end.line + 1, to: end.line + 1, at, wholeFile: false })
    }
  }
  return found
}
