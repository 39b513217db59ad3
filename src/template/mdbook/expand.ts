// Expands what pages of mdBook ask for. Nothing else in them is a template.
import { type Range, isIn } from '../../core/range.ts'
import type { Diagnostic, Place } from '../../core/diagnostic.ts'
import { USUAL_LIMITS } from '../../core/trust.ts'
import { problem } from '../../messages/problem.ts'
import { Overrun } from '../failure.ts'
import { type IncludeHost, findIncluded } from '../includes.ts'
import { type SourceFile, sourceFile } from '../read/source-file.ts'
import type { ExpandedPage, TemplateRequest } from '../request.ts'
import { Budget } from '../run/budget.ts'
import { Output, WrittenText, broughtParts, originsOf } from '../run/output.ts'
import { Blocks, isBlockName } from './blocks.ts'
import { type Asked, type Directive, askedFile, chosenLines, findDirectives } from './directives.ts'

/** One page to expand. */
type MdbookRequest = Pick<TemplateRequest, 'path' | 'text' | 'firstLine' | 'root' | 'work'> & {
  readonly host: IncludeHost & { readonly codeRanges: (text: string) => readonly Range[] }
}

/** An expanded page, and the title that it gives to its window. */
export interface ExpandedMdbook extends ExpandedPage {
  readonly windowTitle?: string
}

/** Expands a page. */
export function expandMdbook(request: MdbookRequest): ExpandedMdbook {
  const file = sourceFile(request.text, request.firstLine, request.path)
  const run: Run = {
    request,
    budget: new Budget(request.work ?? USUAL_LIMITS.templateWork),
    diagnostics: [],
    windowTitle: undefined,
    blocks: new Blocks(),
    code: new Map(),
  }
  const written = writtenPage(run, file)
  const { diagnostics, windowTitle } = run
  return {
    text: written.text,
    literal: [],
    parts: broughtParts(written, file),
    origin: originsOf(written, file),
    diagnostics,
    ...(windowTitle === undefined ? {} : { windowTitle }),
  }
}

interface Run {
  readonly request: MdbookRequest
  readonly budget: Budget
  readonly diagnostics: Diagnostic[]
  windowTitle: string | undefined
  readonly blocks: Blocks
  /** Where code is in files, as far as it was asked for. */
  readonly code: Map<SourceFile, readonly Range[]>
}

/** The page; as it was written when it asks for more than a page can mean. */
function writtenPage(run: Run, file: SourceFile): WrittenText {
  const output = new Output(run.budget)
  const whole = { from: 0, to: file.text.length }
  try {
    write({ run, file, chain: [run.request.path], indent: '', output, isCode: () => false }, [
      whole,
    ])
    return output.finish()
  } catch (error) {
    if (!(error instanceof Overrun)) throw error
    const { path } = run.request
    const args = { case: 'page', written: path, reason: error.reason } as const
    run.diagnostics.push(problem('template/failed', { file: path }, args))
    return new WrittenText(file.text, [{ start: 0, file, from: 0, copied: true }])
  }
}

/** Where text is written from, and how. */
interface Work {
  readonly run: Run
  readonly file: SourceFile
  /** The files from the page down to this one. */
  readonly chain: readonly string[]
  /** What begins every line but the first. */
  readonly indent: string
  readonly output: Output
  /** Does all of it stand in code? */
  readonly isCode: () => boolean
}

function write(work: Work, ranges: readonly Range[]): void {
  const directives = meantIn(work)
  work.run.budget.spend(1 + directives.length)
  for (const { from, to } of ranges) {
    let done = from
    for (const directive of directives) {
      if (directive.from < done || directive.to > to) continue
      copy(work, { from: done, to: directive.from })
      put(work, directive)
      done = directive.to
    }
    copy(work, { from: done, to })
  }
}

/** The directives of a text. What makes blocks is a sample of itself in code. */
function meantIn({ file, isCode, run }: Work): readonly Directive[] {
  const all = findDirectives(file.text)
  if (!all.some(isBlock)) return all
  return all.filter((one) => !isBlock(one) || !(isCode() || isInCode(run, file, one)))
}

const isBlock = ({ name }: Directive): boolean => isBlockName(name)

/** Copies text; what is written into an item of a list or into a quote stays in it. */
function copy({ file, indent, output }: Work, { from, to }: Range): void {
  if (indent === '') return output.copy(file, { from, to })
  let start = from
  while (start < to) {
    const end = file.text.indexOf('\n', start)
    const next = end < 0 || end >= to ? to : end + 1
    output.copy(file, { from: start, to: next })
    if (next > start && file.text[next - 1] === '\n') output.write(indent, file, next)
    start = next
  }
}

function put(work: Work, directive: Directive): void {
  const { run, file, output } = work
  const { name, rest, from } = directive
  if (name === 'escaped') output.write(rest, file, from)
  else if (name === 'title') run.windowTitle = rest
  else if (name === 'include') include(work, directive, askedFile(rest))
  else if (isBlockName(name)) {
    const indent = work.indent + indentOf(file.text, from)
    const made = run.blocks.made(name, rest, indent)
    if (made === undefined) copy(work, directive)
    else output.write(made, file, from)
  } else {
    const [path = '', ...words] = rest.split(/\s+/)
    const asked = askedFile(path)
    include(work, directive, asked, `${['rust', ...words].join(',')}\n`)
  }
}

function isInCode({ code, request }: Run, file: SourceFile, { from }: Directive): boolean {
  const ranges = code.get(file) ?? request.host.codeRanges(file.text)
  code.set(file, ranges)
  return isIn(ranges, from)
}

/** Writes what a directive asks for; with what a fence says, as code. */
function include(work: Work, directive: Directive, asked: Asked, fence?: string): void {
  const { run, file, chain, output } = work
  const { request } = run
  const at: Place = file.place(directive)
  const found = findIncluded({ chain, reference: asked.path, root: request.root, at }, request.host)
  const chosen = 'text' in found ? chosenLines(found.text, asked) : undefined
  if (!('text' in found) || chosen === undefined) {
    const { path: written, part } = asked
    run.diagnostics.push(
      'text' in found ? problem('template/missing-part', at, { written, part }) : found.diagnostic,
    )
    return copy(work, directive)
  }
  const indent = work.indent + indentOf(file.text, directive.from)
  const marks = fence === undefined ? '' : marksAround(found.text)
  if (fence !== undefined) output.write(`${marks}${fence}${indent}`, file, directive.from)
  const inside = sourceFile(found.text, 1, found.path ?? at)
  const isCode = (): boolean =>
    fence !== undefined || work.isCode() || isInCode(run, file, directive)
  const deeper = { ...work, file: inside, chain: [...chain, found.name], indent, isCode }
  write(deeper, withoutLastEnd(found.text, chosen))
  if (fence !== undefined) output.write(`\n${indent}${marks}`, file, directive.from)
}

/** Marks of a fence that nothing in the text closes. */
function marksAround(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  return '`'.repeat(longest + 1)
}

/** What a directive that begins its line stands behind: the indent of an item, the marks of a quote. */
function indentOf(text: string, from: number): string {
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from)
  return /^[ \t>]*$/.test(before) ? before : ''
}

/** The directive stands in a line that has an end. */
function withoutLastEnd(text: string, ranges: readonly Range[]): readonly Range[] {
  const last = ranges.at(-1)
  if (last === undefined || text[last.to - 1] !== '\n') return ranges
  return [...ranges.slice(0, -1), { from: last.from, to: last.to - 1 }]
}
