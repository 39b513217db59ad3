// What looks like a tag and belongs to nothing.
import type { Diagnostic } from '../core/diagnostic.ts'
import { problem } from '../messages/problem.ts'
import type { Stray, Stretch, Tag } from './scan.ts'
import type { SourceFile } from './source-file.ts'

/** True for a stretch of which nothing is to be said. */
export type Ignored = (stretch: Stretch) => boolean

/** Delimiters without their other half, statements without theirs, statements that nobody knows. */
export function looseEnds(file: SourceFile, ignored: Ignored): readonly Diagnostic[] {
  const found = file.scan.strays
    .filter((stray) => !ignored(stray))
    .map((stray) => strayProblem(file, stray))
  for (const { tag, expected } of file.structure.loose)
    if (!ignored(tag))
      found.push(
        problem('template/syntax', file.place(tag), { case: 'unpaired', name: tag.name, expected }),
      )
  for (const tag of withoutCompanions(file.structure.unknown))
    if (!ignored(tag)) found.push(unknownProblem(file, tag))
  return found
}

function strayProblem(file: SourceFile, stray: Stray): Diagnostic {
  const at = file.place(stray)
  const written = textOf(file, stray)
  const close = written === '{{' ? '}}' : '%}'
  if (stray.why === 'unclosed')
    return problem('template/syntax', at, { case: 'unclosed', opening: written, close })
  if (stray.why === 'unclosed-raw') return problem('template/syntax', at, { case: 'unclosed-raw' })
  return problem('template/syntax', at, {
    case: 'tag',
    written: textOf(file, stray),
    reason: { case: 'three-braces' },
  })
}

function unknownProblem(file: SourceFile, tag: Tag): Diagnostic {
  if (tag.name !== '') return problem('template/unknown-tag', file.place(tag), { name: tag.name })
  return problem('template/syntax', file.place(tag), {
    case: 'tag',
    written: textOf(file, tag),
    reason: { case: 'tag-without-name' },
  })
}

/** Of a block that nobody knows, its opening tag alone: what divides it and ends it is no news. */
function withoutCompanions(unknown: readonly Tag[]): readonly Tag[] {
  const positions = new Map<string, number[]>()
  for (const [index, { name }] of unknown.entries())
    positions.set(name, [...(positions.get(name) ?? []), index])
  const found: Tag[] = []
  let coveredTo = -1
  for (const [index, tag] of unknown.entries()) {
    if (tag.name.startsWith('end') && positions.has(tag.name.slice(3))) continue
    const end = positions.get(`end${tag.name}`)?.find((position) => position > index)
    if (end === undefined && index < coveredTo) continue
    coveredTo = Math.max(coveredTo, end ?? -1)
    found.push(tag)
  }
  return found
}

/** Braces directly after a command, a `^` or a `_` are those of a formula: \frac{{a}}{b}, x^{{n}}. */
export function isTex(file: SourceFile, { from }: Stretch): boolean {
  return /(?:\\[A-Za-z]+|[\^_]|[^}]\})$/.test(file.text.slice(Math.max(0, from - 40), from))
}

/** The text of a stretch. */
export function textOf(file: SourceFile, { from, to }: Stretch): string {
  return file.text.slice(from, to)
}
