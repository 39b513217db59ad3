// Decides which tags of a text are ours. Everything else — another language's braces, a variable that nobody defined, an
// `if` without its end — stays in the page as its author wrote it.
import type { Diagnostic } from '../core/diagnostic.ts'
import { closest } from '../core/suggest.ts'
import { problem } from '../messages/problem.ts'
import { isTex, looseEnds, textOf } from './loose-ends.ts'
import type { Stretch, Tag } from './scan.ts'
import type { SourceFile } from './source-file.ts'
import type { Group } from './structure.ts'

/** What exists outside the text that is judged. */
export interface Surroundings {
  /** Variables and functions of the page. */
  readonly variables: ReadonlySet<string>
  /** Names from the texts around it: what they set, and what they refer to sets. */
  readonly outer: ReadonlySet<string>
  readonly isFilter: (name: string) => boolean
  /** Tags that failed when they were run. */
  readonly failed: ReadonlySet<Tag>
}

/** The verdict on a text. */
export interface Verdict {
  readonly live: ReadonlySet<Tag>
  readonly diagnostics: readonly Diagnostic[]
}

const BINDS_FROM_HERE = new Set(['set', 'macro', 'import', 'from'])
const BINDS_INSIDE = new Set(['for', 'macro', 'call', 'block'])

/** The names that a text gives a meaning to outside any one tag's body. */
export function boundNames(file: SourceFile): ReadonlySet<string> {
  const names = new Set<string>()
  for (const group of new Set(file.structure.groups.values())) {
    const facts = file.inspection(group.open)
    if ('problem' in facts) continue
    if (group.spelling === undefined) for (const name of facts.binds) names.add(name)
  }
  return names
}

/** Decides which tags of a text are to be run. */
export function judge(file: SourceFile, around: Surroundings): Verdict {
  const verbatim = verbatimBodies(file)
  const dead = new Set<Tag>(around.failed)
  const diagnostics = [
    ...looseEnds(
      file,
      (stretch) =>
        isInside(verbatim, stretch) || isTex(file, stretch) || around.failed.has(stretch as Tag),
    ),
  ]
  for (const tag of file.scan.tags) {
    if (isInside(verbatim, tag)) {
      dead.add(tag)
      continue
    }
    if (dead.has(tag)) continue
    const wrong = problemOf(file, tag, around)
    const formula = isTex(file, tag)
    if (wrong === undefined && !(formula && isConstant(file, tag))) continue
    dead.add(tag)
    if (wrong !== undefined && !formula) diagnostics.push(wrong)
  }
  diagnostics.push(...repeatedBlocks(file, dead))
  let pass = passOver(file, around, dead)
  // A `set` that turned out dead gives no name: what relied on it is judged again.
  for (let round = 0; pass.lostNames && round < 20; round++) pass = passOver(file, around, dead)
  return { live: pass.live, diagnostics: [...diagnostics, ...pass.diagnostics] }
}

/** What is wrong with a tag by itself. */
function problemOf(file: SourceFile, tag: Tag, around: Surroundings): Diagnostic | undefined {
  const group = file.structure.groups.get(tag)
  if (!isJudged(tag, group)) return undefined
  if (group?.end === tag) return problemOfEnd(file, tag)
  const facts = file.inspection(tag)
  if ('problem' in facts)
    return problem('template/syntax', file.place(tag), {
      case: 'tag',
      written: textOf(file, tag),
      reason: facts.problem,
    })
  const filter = facts.filters.find((name) => !around.isFilter(name))
  if (filter !== undefined)
    return problem('template/unknown-filter', file.place(tag), { name: filter })
  if (group?.open === tag) return problemOfMiddles(file, group)
  return undefined
}

/** Comments say nothing; statements that belong to nothing, or to somebody else, are not ours to judge. */
function isJudged(tag: Tag, group: Group | undefined): boolean {
  if (tag.kind === 'statement') return group !== undefined && isOurs(tag, group)
  return tag.kind === 'print'
}

function problemOfEnd(file: SourceFile, tag: Tag): Diagnostic | undefined {
  const rest = tag.inner.trim().slice(tag.name.length).trim()
  if (rest === '' || tag.name === 'endblock') return undefined
  const reason = { case: 'tag-alone', name: tag.name } as const
  return problem('template/syntax', file.place(tag), {
    case: 'tag',
    written: textOf(file, tag),
    reason,
  })
}

/** `else` and `default` come last and once; a `switch` begins with a case. */
function problemOfMiddles(file: SourceFile, group: Group): Diagnostic | undefined {
  if (group.spelling !== undefined) return undefined
  const { middles, open } = group
  const misplaced = middles.find(
    ({ name }, index) => (name === 'else' || name === 'default') && index < middles.length - 1,
  )
  if (misplaced !== undefined)
    return problem('template/syntax', file.place(misplaced), {
      case: 'tag',
      written: textOf(file, misplaced),
      reason: { case: 'tag-last', name: misplaced.name, group: open.name },
    })
  if (open.name === 'switch' && middles[0]?.name !== 'case')
    return problem('template/syntax', file.place(open), {
      case: 'tag',
      written: textOf(file, open),
      reason: { case: 'switch-without-case' },
    })
  return undefined
}

function repeatedBlocks(file: SourceFile, dead: Set<Tag>): readonly Diagnostic[] {
  const seen = new Set<string>()
  const found: Diagnostic[] = []
  for (const group of new Set(file.structure.groups.values())) {
    if (group.open.name !== 'block' || dead.has(group.open) || group.spelling) continue
    const facts = file.inspection(group.open)
    const name = 'problem' in facts ? undefined : facts.block
    if (name === undefined) continue
    if (seen.has(name)) {
      dead.add(group.open)
      const reason = { case: 'block-again', name } as const
      found.push(
        problem('template/syntax', file.place(group.open), {
          case: 'tag',
          written: textOf(file, group.open),
          reason,
        }),
      )
    }
    seen.add(name)
  }
  return found
}

interface Pass extends Verdict {
  readonly lostNames: boolean
}

/** One walk through the tags in order, with the names that are known at each. Adds to `dead` what it rules out. */
function passOver(file: SourceFile, around: Surroundings, dead: Set<Tag>): Pass {
  let lostNames = buryGroups(file, dead)
  const scopes: (readonly string[])[] = []
  const isKnown = knownNames(around, namesFromHere(file, dead), scopes)
  const live = new Set<Tag>()
  const diagnostics: Diagnostic[] = []
  const accept = (tag: Tag, group: Group | undefined): void => {
    if (group?.open === tag && group.end !== undefined) scopes.push(bodyNames(file, group))
    if (isOurs(tag, group)) live.add(tag)
  }
  for (const tag of file.scan.tags) {
    const group = file.structure.groups.get(tag)
    if (dead.has(tag) || isAlone(tag, group)) continue
    if (group?.end === tag) scopes.pop()
    const missing = missingName(file, tag, group, isKnown)
    if (missing === undefined) {
      accept(tag, group)
      continue
    }
    for (const member of membersOf(tag, group)) dead.add(member)
    diagnostics.push(...unlessTex(file, tag, missing, around))
    lostNames ||= BINDS_FROM_HERE.has(tag.name)
  }
  return { live, diagnostics, lostNames }
}

/** True for a statement that belongs to nothing. */
function isAlone(tag: Tag, group: Group | undefined): boolean {
  return tag.kind === 'statement' && group === undefined
}

/** True for `{{2}}` and the like. */
function isConstant(file: SourceFile, tag: Tag): boolean {
  if (tag.kind !== 'print') return false
  const facts = file.inspection(tag)
  return !('problem' in facts) && facts.uses.length === 0
}

function unlessTex(
  file: SourceFile,
  tag: Tag,
  name: string,
  { variables }: Surroundings,
): readonly Diagnostic[] {
  if (isTex(file, tag) || tag.code !== undefined) return []
  const near = closest(name, variables)
  return [problem('template/unknown-variable', file.place(tag), { name, near })]
}

function knownNames(
  { variables, outer }: Surroundings,
  pageNames: ReadonlySet<string>,
  scopes: readonly (readonly string[])[],
): (name: string) => boolean {
  return (name) =>
    variables.has(name) ||
    pageNames.has(name) ||
    outer.has(name) ||
    scopes.some((scope) => scope.includes(name))
}

/** Tags of a registered block that nobody renders stay in the page. */
function isOurs(tag: Tag, group: Group | undefined): boolean {
  if (tag.kind !== 'statement') return true
  return group?.spelling === undefined || group.spelling.render !== undefined
}

function membersOf(tag: Tag, group: Group | undefined): readonly Tag[] {
  if (group === undefined) return [tag]
  return [group.open, ...group.middles, ...(group.end === undefined ? [] : [group.end])]
}

/** A statement of which one part is dead is dead as a whole. */
function buryGroups(file: SourceFile, dead: Set<Tag>): boolean {
  let more = false
  for (const group of new Set(file.structure.groups.values())) {
    const members = membersOf(group.open, group)
    const ruledOut = members.filter((member) => dead.has(member)).length
    if (ruledOut === 0 || ruledOut === members.length) continue
    for (const member of members) dead.add(member)
    more = true
  }
  return more
}

function namesFromHere(file: SourceFile, dead: ReadonlySet<Tag>): ReadonlySet<string> {
  const names = new Set<string>()
  for (const [tag, group] of file.structure.groups) {
    if (tag !== group.open || !BINDS_FROM_HERE.has(tag.name) || dead.has(tag)) continue
    const facts = file.inspection(tag)
    if ('problem' in facts) continue
    // Of a macro only its name is known outside; it is the first that it binds.
    for (const name of tag.name === 'macro' ? facts.binds.slice(0, 1) : facts.binds) names.add(name)
  }
  return names
}

function bodyNames(file: SourceFile, group: Group): readonly string[] {
  const facts = file.inspection(group.open)
  return BINDS_INSIDE.has(group.open.name) && !('problem' in facts) ? facts.binds : []
}

/** The first variable of a tag that nobody defined; the conditions of an `if` are judged together. */
function missingName(
  file: SourceFile,
  tag: Tag,
  group: Group | undefined,
  isKnown: (name: string) => boolean,
): string | undefined {
  if (tag.kind === 'removed' || !isOurs(tag, group)) return undefined
  if (group !== undefined && group.open !== tag) return undefined
  for (const part of [tag, ...(group?.middles ?? [])]) {
    const facts = file.inspection(part)
    if ('problem' in facts) continue
    // A macro may use its own arguments as defaults of others.
    const own = tag.name === 'macro' ? facts.binds : []
    const missing = facts.uses.find((name) => !isKnown(name) && !own.includes(name))
    if (missing !== undefined) return missing
  }
  return undefined
}

function verbatimBodies(file: SourceFile): readonly Stretch[] {
  const bodies: Stretch[] = []
  for (const [tag, { open, middles, end, spelling }] of file.structure.groups) {
    if (tag !== open || end === undefined || spelling?.verbatim !== true) continue
    const members = [open, ...middles, end]
    for (const [index, { to }] of members.slice(0, -1).entries())
      bodies.push({ from: to, to: members[index + 1]?.from ?? to })
  }
  return bodies
}

function isInside(stretches: readonly Stretch[], { from, to }: Stretch): boolean {
  return stretches.some((stretch) => from >= stretch.from && to <= stretch.to)
}
