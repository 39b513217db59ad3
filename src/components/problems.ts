// What an author should know about the tags of a page.
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { append } from '../core/list.ts'
import { closest } from '../core/suggest.ts'
import { problem } from '../messages/problem.ts'
import { hint, unknownStyle } from './hint.ts'
import type { Opening, Scan } from './opening.ts'
import { type KnownTag, knownTag, nearTag } from './table.ts'
import type { Tag } from './tag.ts'

/** What an author should know about the tags of a text; `place` tells of offsets. */
export function scanProblems(
  { openings, ends, stray, unended }: Scan,
  place: (from: number, to: number) => Place,
  isDefined: (name: string) => boolean = () => false,
): readonly Diagnostic[] {
  const unknown = new Map<string, { readonly tag: Tag; count: number }>()
  const styles: Diagnostic[] = []
  const misread: Diagnostic[] = []
  for (const opening of openings.values()) {
    const { tag, known } = opening
    append(styles, styleProblem(tag, known, place))
    append(misread, misspelledProblem(opening, place))
    if (isDefined(tag.name)) continue
    append(misread, attributeProblems(tag, known, place))
    if (known.component.name !== 'unknown') continue
    const found = unknown.get(tag.name)
    if (found === undefined) unknown.set(tag.name, { tag, count: 1 })
    else found.count += 1
  }
  const tags = [...Array.from(openings.values(), ({ tag }) => tag), ...ends.values()]
  return [
    ...tags.flatMap(({ from, to, meant }) =>
      meant === undefined
        ? []
        : [problem('template/syntax', place(from, to), { case: 'torn', meant })],
    ),
    ...unended.map((opening) => {
      const { tag } = opening
      const args = { name: tag.name, expected: endOf(opening) }
      return problem('component/no-end', place(tag.from, tag.to), args)
    }),
    ...[...stray.values()].map(({ from, to, name }) =>
      problem('component/stray-end', place(from, to), { name }),
    ),
    ...[...unknown.values()].map(({ tag: { from, to, name }, count }) =>
      unknownProblem(place(from, to), name, count),
    ),
    ...misread,
    ...styles,
  ]
}

/** A block that is none where it stands, or anywhere. */
function unknownProblem(at: Place, name: string, count: number): Diagnostic {
  const known = knownTag(name)
  if (known === undefined)
    return problem('component/unknown', at, { case: 'block', name, count, near: nearTag(name) })
  const { within } = known.component
  return known.kind === 'divides' && within !== undefined
    ? problem('component/unknown', at, { case: 'part', name, count, within })
    : problem('component/unknown', at, { case: 'line', name, count })
}

/** A block that only its end names. */
function misspelledProblem(
  { tag: { from, to, name }, known, colons }: Opening,
  place: (from: number, to: number) => Place,
): readonly Diagnostic[] {
  if (colons > 0 || known.tag === name) return []
  const args = { case: 'misspelled', name, meant: known.tag } as const
  return [problem('component/unknown', place(from, to), args)]
}

/** What says most of a block, by its tag: without it something is missing on the page. */
const ATTRIBUTES: { readonly [tag: string]: readonly string[] } = {
  hint: ['style'],
  tab: ['title'],
  code: ['title', 'overflow', 'lineNumbers'],
  'content-ref': ['url'],
  embed: ['url'],
  file: ['src'],
}

const isAmong = (names: readonly string[], name: string): boolean =>
  names.some((one) => one.toLowerCase() === name.toLowerCase())

/** Names that are nearly those of a block, in the place of them. */
function attributeProblems(
  { name, given }: Tag,
  { tag }: KnownTag,
  place: (from: number, to: number) => Place,
): readonly Diagnostic[] {
  const known = ATTRIBUTES[tag]
  if (known === undefined) return []
  const names = given.map((one) => one.name)
  const missing = known.filter((one) => !isAmong(names, one))
  return given.flatMap(({ name: written, from, to }) => {
    if (written === '' || isAmong(known, written)) return []
    const meant = closest(/^[\w-]+(?=["'“])/.exec(written)?.[0] ?? written, missing)
    if (meant === undefined) return []
    return [
      problem('component/unknown', place(from, to), { case: 'attribute', name, written, meant }),
    ]
  })
}

/** A hint of a style that is none. */
function styleProblem(
  { name, given }: Tag,
  { component }: KnownTag,
  place: (from: number, to: number) => Place,
): readonly Diagnostic[] {
  const style = given.find((one) => /^(?:style|type)$/i.test(one.name))
  if (component !== hint || style === undefined) return []
  const wrong = unknownStyle(style.value.trim())
  if (wrong === undefined) return []
  const args = { name, written: style.value, ...wrong }
  return [problem('plugins/unknown-style', place(style.from, style.to), args)]
}

function endOf({ tag, colons }: Opening): string {
  return colons > 0 ? ':'.repeat(colons) : `{% end${tag.name} %}`
}
