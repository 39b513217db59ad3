// Blocks that somebody registered.
import type { BlockResult, BlockSpelling, TemplateBlock } from '../request.ts'
import { Failure } from '../failure.ts'
import type { Part, Statement } from '../read/document.ts'
import { evaluateArguments } from './evaluate.ts'
import type { Frame } from './frame.ts'
import { type Handler, captured, contentOf } from './handler.ts'
import type { WrittenText } from './output.ts'
import type { Mode } from './run.ts'
import { plain } from './values.ts'

/** Writes what a block becomes. */
export const registered: Handler = (statement, frame, mode) => {
  const { render } = statement.spelling ?? {}
  if (render === undefined) keepTags(statement, frame)
  else writeRendered(statement, render, frame, mode)
}

/** A block for a later step: its tags stay. */
function keepTags({ parts, end }: Statement, frame: Frame): void {
  const { output, document, walk } = frame
  for (const { tag, body } of parts) {
    output.copy(document.file, tag)
    walk.nodes(body, frame)
  }
  if (end !== undefined) output.copy(document.file, end)
}

function writeRendered(
  statement: Statement,
  render: NonNullable<BlockSpelling['render']>,
  frame: Frame,
  mode: Mode,
): void {
  const { run, document, output } = frame
  const { parts, end } = statement
  const [{ tag }] = parts
  const called = parts.map((part) => ({ name: part.tag.name, ...argumentsOf(part, frame, mode) }))
  const bodies = parts.map((_, index) => bodyOf(statement, index, frame))
  const read = called.map((part, index) => ({ ...part, body: bodies[index]?.text ?? '' }))
  const [first = { ...NOTHING, name: tag.name }, ...blocks] = read
  try {
    place(render({ ...first, blocks }), bodies[0], tag.from, frame)
  } catch (error) {
    if (!(error instanceof Error) || error instanceof Failure) throw error
    run.fail(document, tag, new Failure(error.message))
    output.copy(document.file, { from: tag.from, to: end?.to ?? tag.to })
  }
}

const NOTHING = { args: [], kwargs: {}, body: '' }

function argumentsOf(
  { head }: Part,
  frame: Frame,
  mode: Mode,
): Pick<TemplateBlock, 'args' | 'kwargs'> {
  const { args, named } = evaluateArguments(head.args ?? { positional: [], named: [] }, frame, mode)
  const kwargs = Object.fromEntries([...named].map(([name, value]) => [name, plain(value)]))
  return { args: args.map(plain), kwargs }
}

/** The content of a part; that of a verbatim block is what its author wrote. */
function bodyOf({ spelling, parts, end }: Statement, index: number, frame: Frame): WrittenText {
  const part = parts[index] ?? parts[0]
  if (spelling?.verbatim !== true) return contentOf(part, frame)
  const to = (parts[index + 1]?.tag ?? end ?? part.tag).from
  return captured(frame, ({ output, document }) =>
    output.copy(document.file, { from: part.tag.to, to }),
  )
}

function place(
  result: BlockResult,
  body: WrittenText | undefined,
  from: number,
  frame: Frame,
): void {
  const { output, document } = frame
  if (typeof result === 'string') return output.write(result, document.file, from)
  output.write(result.before, document.file, from)
  if (body !== undefined) output.append(body)
  output.write(result.after, document.file, from)
}
