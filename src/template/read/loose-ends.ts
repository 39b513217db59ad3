// What looks like a tag and belongs to nothing.
import type { Range } from '../../core/range.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { closest } from '../../core/suggest.ts'
import { problem } from '../../messages/problem.ts'
import type { Reason } from '../../messages/messages.ts'
import { textAt } from './document.ts'
import type { Stray, Tag } from './scan.ts'
import type { SourceFile } from './source-file.ts'

/** What a tag may have been meant to be. */
const STATEMENTS = [
  'if',
  'elif',
  'else',
  'endif',
  'for',
  'endfor',
  'set',
  'include',
  'raw',
  'endraw',
]
/** Blocks of pages, which are no tags of a template: one that comes here stands where no block can. */
const BLOCKS = [
  'hint',
  'tabs',
  'tab',
  'code',
  'content-ref',
  'embed',
  'file',
  'stepper',
  'step',
  'columns',
  'column',
]

/** Delimiters without their other half, and statements that nobody knows. */
export function looseEnds(
  file: SourceFile,
  strays: readonly Stray[],
  unknown: readonly Tag[],
): readonly Diagnostic[] {
  return [
    ...strays.map((stray) => strayProblem(file, stray)),
    ...withoutCompanions(unknown).map((tag) => unknownProblem(file, tag)),
  ]
}

/** A tag that cannot be read. */
export function syntaxProblem(file: SourceFile, tag: Range, reason: Reason): Diagnostic {
  const written = textAt(file, tag)
  return problem('template/syntax', file.place(tag), { case: 'tag', written, reason })
}

function strayProblem(file: SourceFile, stray: Stray): Diagnostic {
  if (stray.why === 'foreign') return syntaxProblem(file, stray, { case: 'three-braces' })
  const at = file.place(stray)
  if (stray.why === 'unopened') return problem('component/stray-end', at, { name: 'endif' })
  if (stray.why === 'unclosed-raw') return problem('template/syntax', at, { case: 'unclosed-raw' })
  const opening = textAt(file, stray)
  const close = opening === '{{' ? '}}' : '%}'
  return problem('template/syntax', at, { case: 'unclosed', opening, close })
}

function unknownProblem(file: SourceFile, tag: Tag): Diagnostic {
  if (tag.name === '') return syntaxProblem(file, tag, { case: 'tag-without-name' })
  const { name } = tag
  if (BLOCKS.includes(name))
    return problem('template/unknown-tag', file.place(tag), { case: 'block', name })
  const near = closest(name, [...STATEMENTS, ...BLOCKS])
  return problem('template/unknown-tag', file.place(tag), { case: 'tag', name, near })
}

/** Of a block that nobody knows, its opening tag alone: what divides it and ends it is no news. */
function withoutCompanions<T extends Tag>(unknown: readonly T[]): readonly T[] {
  const names = new Set(unknown.map(({ name }) => name))
  const lastOf = new Map(unknown.map(({ name }, index) => [name, index]))
  const found: T[] = []
  let coveredTo = -1
  for (const [index, tag] of unknown.entries()) {
    if (tag.name.startsWith('end') && names.has(tag.name.slice(3))) continue
    const end = lastOf.get(`end${tag.name}`) ?? -1
    if (end < index && index < coveredTo) continue
    coveredTo = Math.max(coveredTo, end)
    found.push(tag)
  }
  return found
}
