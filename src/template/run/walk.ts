// Walks the nodes of a text in order, and writes text together with where it is from. A tag that cannot be evaluated
// writes itself, as it stands, and is reported.
import { type Diagnostic, sortDiagnostics, tellingOf } from '../../core/diagnostic.ts'
import type { Expanded, TemplateRequest } from '../expand.ts'
import { Failure, Overrun } from '../failure.ts'
import type { Node, PlacedTag, Statement } from '../read/document.ts'
import type { Expression } from '../read/expression.ts'
import { evaluate } from './evaluate.ts'
import type { Frame } from './frame.ts'
import { Output, Written, isWritten, originsOf } from './output.ts'
import { Run, TOO_DEEP } from './run.ts'
import { registered } from './registered.ts'
import { STATEMENTS } from './statements.ts'
import { shown } from './values.ts'
import { write } from './write.ts'

/** Expands a page. */
export function expandPage(request: TemplateRequest): Expanded {
  const run = new Run(request)
  const { file } = run.page
  const written =
    writtenPage(run) ?? new Written(file.text, [{ start: 0, file, from: 0, copied: true }])
  return {
    text: written.text,
    origin: originsOf(written, file),
    diagnostics: once(run.diagnostics),
  }
}

/** The page; undefined when it does more than a page can mean. */
function writtenPage(run: Run): Written | undefined {
  const output = new Output(run.budget)
  try {
    runDocument({
      run,
      walk: { nodes: runNodes, document: runDocument },
      document: run.page,
      chain: [run.request.path],
      context: { variables: new Map(), blocks: new Map() },
      scope: { variables: new Map() },
      isTop: true,
      output,
    })
    return output.finish()
  } catch (error) {
    // The stack of the machine may end before our count does.
    if (!(error instanceof RangeError || error instanceof Overrun)) throw error
    run.giveUp(error instanceof Overrun ? error.reason : TOO_DEEP)
    return undefined
  }
}

/** Writes a whole text; one that extends another gives only its blocks. */
function runDocument(frame: Frame): void {
  const { document, context, chain, run, output } = frame
  for (const [name, statement] of document.blocks)
    context.blocks.set(name, [...(context.blocks.get(name) ?? []), { statement, document, chain }])
  if (!document.extends) return runNodes(document.nodes, frame)
  const own = new Output(run.budget)
  runNodes(document.nodes, { ...frame, output: own })
  const { parent } = context
  delete context.parent
  if (parent === undefined) output.append(own.finish())
  else run.deeper(() => runDocument({ ...frame, ...parent }))
}

/** Writes nodes in order. */
function runNodes(nodes: readonly Node[], frame: Frame): void {
  for (const node of nodes) {
    if (node.kind === 'text') frame.output.copy(frame.document.file, node)
    else if (node.kind === 'print') print(node.tag, node.value, frame)
    else runStatement(node, frame)
  }
}

function print(tag: PlacedTag, expression: Expression, frame: Frame): void {
  const { run, document, output } = frame
  try {
    const value = evaluate(expression, frame, run.at(document, tag))
    if (value === undefined) run.noteUndefined(expression)
    if (tag.code !== undefined && (value ?? undefined) === undefined) throw new Failure('')
    if (isWritten(value)) write(value, tag, frame)
    else write(new Written(shown(value, run.budget)), tag, frame)
  } catch (error) {
    if (!(error instanceof Failure) || error instanceof Overrun) throw error
    output.copy(document.file, tag.shown)
    run.fail(document, tag, error)
  }
}

/** Runs a statement; one that fails stays as it is written, around whatever its content becomes. */
function runStatement(statement: Statement, frame: Frame): void {
  const { run, document } = frame
  const [{ tag }] = statement.parts
  try {
    const mode = run.at(document, tag)
    const handler = statement.spelling === undefined ? STATEMENTS[statement.name] : registered
    run.deeper(() => handler?.(statement, frame, mode))
  } catch (error) {
    if (!(error instanceof Failure) || error instanceof Overrun) throw error
    run.fail(document, tag, error)
    run.deeper(() => stay(statement, frame))
  }
}

function stay({ parts, end, binds }: Statement, frame: Frame): void {
  const { output, document, run } = frame
  // A name that was to get its meaning here has none.
  for (const lost of binds) run.names.delete(lost)
  for (const { tag, body } of parts) {
    output.copy(document.file, tag.shown)
    runNodes(body, frame)
  }
  if (end !== undefined) output.copy(document.file, end.shown)
}

/** Each problem once for a page: by its code and words, at its first place. */
function once(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return sortDiagnostics(diagnostics).filter((diagnostic) => {
    const key = `${diagnostic.code}\0${tellingOf(diagnostic)}\0${diagnostic.at?.file ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
