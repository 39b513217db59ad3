// Blocks that somebody registered. The engine runs without waiting; a block may take its time. So a block only leaves a
// mark and what it was called with, and becomes text when the engine has finished: inner blocks first.
import { problem } from '../messages/problem.ts'
import { TooMuchText, plainText } from './assemble.ts'
import { type Attempt, type BlockCall, step } from './attempt.ts'
import { markOf, splitMarks, withoutMarks } from './marks.ts'
import type { Filter } from './nunjucks.ts'
import type { BlockResult, BlockSpelling, TemplateBlock } from './structure.ts'

/** The filter that a block, or a section of one, is to the engine. */
export function noteBlock(attempt: Attempt, kind: 'block' | 'section'): Filter {
  const calls = kind === 'block' ? attempt.blocks : attempt.sections
  return (body, tag, ...args) => {
    step(attempt, Number(tag))
    return markOf(kind, calls.push({ tag: Number(tag), args, body: String(body) }) - 1)
  }
}

/** What the blocks that were met became, in the order of their marks: text, and marks of what their content holds. */
export async function renderBlocks(
  attempt: Attempt,
  spellings: ReadonlyMap<string, BlockSpelling>,
): Promise<readonly string[]> {
  const results: string[] = []
  for (const call of attempt.blocks)
    results.push(await renderBlock(call, attempt, spellings, results))
  return results
}

// oxlint-disable-next-line max-params -- the four travel together nowhere else
async function renderBlock(
  call: BlockCall,
  attempt: Attempt,
  spellings: ReadonlyMap<string, BlockSpelling>,
  results: readonly string[],
): Promise<string> {
  const placed = attempt.tables.tags[call.tag]
  const render = spellings.get(placed?.tag.name ?? '')?.render
  if (placed === undefined || render === undefined) return ''
  try {
    return inPlace(call, await render(blockOf(call, attempt, results)))
  } catch (error) {
    if (error instanceof TooMuchText) throw error
    const { file, tag } = placed
    const to = file.structure.groups.get(tag)?.end?.to ?? tag.to
    const reason = error instanceof Error ? error.message : String(error)
    attempt.diagnostics.push(
      problem('template/failed', file.place(tag), {
        case: 'tag',
        written: file.text.slice(tag.from, tag.to),
        reason,
      }),
    )
    return file.text.slice(tag.from, to)
  }
}

/** What a block became, to stand in a rendering. */
function inPlace(call: BlockCall, made: BlockResult): string {
  if (typeof made === 'string') return withoutMarks(made)
  return withoutMarks(made.before) + call.body + withoutMarks(made.after)
}

function blockOf(call: BlockCall, attempt: Attempt, results: readonly string[]): TemplateBlock {
  let body = ''
  const blocks: Omit<TemplateBlock, 'blocks'>[] = []
  for (const piece of splitMarks(plainText(call.body, attempt.tables.segments))) {
    if (piece.kind === 'own') body += piece.text
    else if (piece.kind === 'block') body += flatText(results[piece.index] ?? '', attempt, results)
    else if (piece.kind === 'section') {
      const section = attempt.sections[piece.index]
      if (section !== undefined) blocks.push(blockOf(section, attempt, results))
    }
  }
  return { ...argumentsOf(call, attempt), body, blocks }
}

/** A result with the marks in it resolved. Blocks hold only blocks that ended before them. */
function flatText(result: string, attempt: Attempt, results: readonly string[]): string {
  return splitMarks(plainText(result, attempt.tables.segments))
    .map((piece) => {
      if (piece.kind === 'own') return piece.text
      return piece.kind === 'block' ? flatText(results[piece.index] ?? '', attempt, results) : ''
    })
    .join('')
}

function argumentsOf(
  { tag, args }: BlockCall,
  attempt: Attempt,
): Pick<TemplateBlock, 'name' | 'args' | 'kwargs'> {
  const name = attempt.tables.tags[tag]?.tag.name ?? ''
  const last = args.at(-1)
  if (typeof last !== 'object' || last === null || !Object.hasOwn(last, '__keywords'))
    return { name, args, kwargs: {} }
  const { __keywords: _, ...kwargs } = last as Record<string, unknown>
  return { name, args: args.slice(0, -1), kwargs }
}
