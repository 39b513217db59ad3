// Statements that ask for other files.
import { problem } from '../../messages/problem.ts'
import { Failure, Refusal } from '../failure.ts'
import { type NotIncluded, findIncluded } from '../includes.ts'
import { type Part, textAt } from '../read/document.ts'
import type { Context, Frame, OpenText, Scope } from './frame.ts'
import { type Handler, captured, define, valueOf } from './handler.ts'
import type { Mode } from './run.ts'
import { dict, textOf } from './values.ts'
import { included, write } from './write.ts'

/** `{% include %}`: it sees what is set here, and what it sets is its own. */
export const include: Handler = ({ parts: [part] }, frame, mode) => {
  const found = find(part, frame, mode)
  if (found === undefined) return
  const context: Context = { variables: new Map(frame.context.variables), blocks: new Map() }
  const scope: Scope = { variables: new Map(), parent: frame.scope, isIsolated: true }
  const written = captured({ ...frame, ...found, context, scope, isTop: true }, frame.walk.document)
  const isBlock = frame.run.request.dialect === 'gitbook.com'
  write(included(written, part.tag.code?.kind), part.tag, frame, isBlock)
}

/** `{% extends %}`. */
export const extending: Handler = ({ parts: [part] }, { context, ...frame }, mode) => {
  const found = find(part, { context, ...frame }, mode)
  if (found !== undefined) context.parent = found
}

/** `{% import %}`. */
export const importing: Handler = ({ parts: [part] }, frame, mode) => {
  const { names: [name = ''] = [] } = part.head
  define(name, exportsOf(part, frame, mode), frame)
}

/** `{% from %}`. */
export const importingNames: Handler = ({ parts: [part] }, frame, mode) => {
  const exported = exportsOf(part, frame, mode)
  for (const [name, own] of part.head.pairs ?? []) {
    if (!Object.hasOwn(exported, name)) throw new Failure({ case: 'no-import', name })
    define(own, exported[name], frame)
  }
}

/** The file that a tag asks for; undefined for one that may be missing and is. */
function find(part: Part, frame: Frame, mode: Mode): OpenText | undefined {
  const { run, chain } = frame
  const { root, host, dialect } = run.request
  const isOfGitbookCom = dialect === 'gitbook.com'
  refuseUnquoted(part, frame)
  const value = valueOf(part, frame, isOfGitbookCom ? 'quiet' : mode)
  // What programs leave of a file that they lost: `null`, `undefined`, `{}`.
  const isLost = isOfGitbookCom && typeof value !== 'string'
  const reference = isLost ? '' : textOf(value, run.budget)
  const at = run.place()
  const found = findIncluded({ chain, reference, root, at, isOfGitbookCom }, host)
  if (!('diagnostic' in found))
    return { document: run.documentOf(found, at), chain: [...chain, found.name] }
  if (part.tag.name === 'include' && part.head.flag === true && found.missing) return undefined
  if (isOfGitbookCom) {
    run.note((place) =>
      isAbsent(found)
        ? problem('template/missing-content', place, { written: reference })
        : found.diagnostic,
    )
    return undefined
  }
  throw new Refusal(() => found.diagnostic)
}

/** Nobody who builds the repository can have the text. */
function isAbsent({ diagnostic, missing }: NotIncluded): boolean {
  return missing || diagnostic.code === 'template/outside-book'
}

const UNQUOTED = /^\{%-?\s*\w+\s+([\w./-]+\.[a-z]\w*)\s*(?:-?%\}|\b(?:as|import)\b)/i

/** `{% include frog.md %}` asks for a value, and means a file. */
function refuseUnquoted(part: Part, frame: Frame): void {
  const [, written] = UNQUOTED.exec(textAt(frame.document.file, part.tag)) ?? []
  if (written === undefined || typeof valueOf(part, frame, 'quiet') === 'string') return
  throw new Refusal((at) => problem('template/unquoted-file', at, { written }))
}

/** What a file gives to those who import it. */
function exportsOf(part: Part, frame: Frame, mode: Mode): { readonly [name: string]: unknown } {
  const found = find(part, frame, mode)
  if (found === undefined) return {}
  const context: Context = {
    variables: new Map(part.head.flag === true ? frame.context.variables : []),
    blocks: new Map(),
  }
  const scope: Scope = { variables: new Map() }
  captured({ ...frame, ...found, context, scope, isTop: true }, frame.walk.document)
  return dict([...scope.variables].filter(([name]) => !name.startsWith('_')))
}
