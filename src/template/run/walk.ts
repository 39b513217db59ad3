// Walks the nodes of a text in order, and writes text together with where it is from. A tag that cannot be evaluated
// writes itself, as it stands, and is reported.
import { Failure, Overrun } from '../failure.ts'
import type { Node, PlacedTag, Statement } from '../read/document.ts'
import type { Expression } from '../read/expression.ts'
import { evaluate } from './evaluate.ts'
import type { Frame } from './frame.ts'
import { writtenOf } from './handler.ts'
import { Output } from './output.ts'
import { registered } from './registered.ts'
import { STATEMENTS } from './statements.ts'
import { write } from './write.ts'

/** Writes a whole text; one that extends another gives only its blocks. */
export function writeDocument(frame: Frame): void {
  const { document, context, chain, run, output } = frame
  for (const [name, statement] of document.blocks)
    context.blocks.set(name, [...(context.blocks.get(name) ?? []), { statement, document, chain }])
  if (!document.extends) return writeNodes(document.nodes, frame)
  const own = new Output(run.budget)
  writeNodes(document.nodes, { ...frame, output: own })
  const { parent } = context
  delete context.parent
  if (parent === undefined) output.append(own.finish())
  else run.deeper(() => writeDocument({ ...frame, ...parent }))
}

/** Writes nodes in order. */
export function writeNodes(nodes: readonly Node[], frame: Frame): void {
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
    write(writtenOf(value, frame), tag, frame)
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
    writeNodes(body, frame)
  }
  if (end !== undefined) output.copy(document.file, end.shown)
}
