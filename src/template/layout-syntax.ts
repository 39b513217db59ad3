// Reads the syntax tree of a layout for what would fail, or print nothing, once a page is rendered.
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { closest } from '../core/suggest.ts'
import type { Reason } from '../messages/messages.ts'
import { problem } from '../messages/problem.ts'

/** A node of the tree; lines are 1-based, columns 0-based. */
export interface Syntax {
  readonly type: string
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } }
  readonly [part: string]: unknown
}

/** The names that a layout may use. */
export interface KnownNames {
  readonly partials: readonly string[]
  /** Partials defined inside templates. */
  readonly inline: readonly string[]
  readonly labelKeys: readonly string[]
}

interface Helper {
  readonly block: boolean
  readonly least: number
  readonly most: number
}

const helpers: { readonly [name: string]: Helper } = {
  if: { block: true, least: 1, most: 1 },
  unless: { block: true, least: 1, most: 1 },
  each: { block: true, least: 1, most: 1 },
  with: { block: true, least: 1, most: 1 },
  lookup: { block: false, least: 2, most: 2 },
  eq: { block: false, least: 2, most: 2 },
  or: { block: false, least: 1, most: 9 },
  t: { block: false, least: 1, most: 1 },
  isolate: { block: false, least: 1, most: 1 },
}

/** What a layout may call. */
export const HELPER_NAMES: readonly string[] = Object.keys(helpers)

/** Everything wrong with the names in a layout, in order of appearance. */
export function checkSyntax(
  tree: Syntax,
  file: BookPath,
  known: KnownNames,
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const node of walk(tree)) {
    const wrong = checkNode(node, placeOf(node, file), known)
    if (wrong !== undefined) found.push(wrong)
  }
  return found
}

function* walk(node: Syntax): Generator<Syntax> {
  yield node
  for (const part of Object.values(node)) {
    for (const child of Array.isArray(part) ? (part as unknown[]) : [part]) {
      if (isSyntax(child)) yield* walk(child)
    }
  }
}

function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** Where a node begins. */
export function placeOf(node: Syntax, file: BookPath): Place {
  if (node.loc === undefined) return { file }
  return { file, start: { line: node.loc.start.line, column: node.loc.start.column + 1 } }
}

function checkNode(node: Syntax, at: Place, known: KnownNames): Diagnostic | undefined {
  switch (node.type) {
    case 'MustacheStatement':
    case 'SubExpression':
    case 'BlockStatement':
      return checkCall(node, at, known)
    case 'PartialStatement':
    case 'PartialBlockStatement':
      return checkPartial(node, at, known)
    case 'Decorator':
    case 'DecoratorBlock':
      return nameOf(node['path']) === 'inline'
        ? undefined
        : problem('layout/unknown-helper', at, nearHelper(nameOf(node['path']), ['inline']))
    default:
      return undefined
  }
}

function checkCall(node: Syntax, at: Place, known: KnownNames): Diagnostic | undefined {
  const name = nameOf(node['path'])
  const params = node['params'] as readonly Syntax[]
  const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined
  if (helper === undefined) {
    const plain = params.length === 0 && node['hash'] === undefined && node.type !== 'SubExpression'
    return plain ? undefined : problem('layout/unknown-helper', at, nearHelper(name, HELPER_NAMES))
  }
  if (helper.block !== (node.type === 'BlockStatement')) {
    const forms = [`{{${name} …}}`, `{{#${name} …}}`] as const
    const [written, right] = helper.block ? forms : [forms[1], forms[0]]
    return problem('layout/wrong-use', at, { case: 'form', name, form: right, found: written })
  }
  if (params.length < helper.least || params.length > helper.most)
    return problem('layout/wrong-use', at, {
      case: 'count',
      name,
      least: helper.least,
      most: helper.most,
      found: params.length,
    })
  return name === 't' ? checkLabel(params[0], at, known) : undefined
}

/** Keys that are computed are not known beforehand. */
function checkLabel(
  key: Syntax | undefined,
  at: Place,
  { labelKeys }: KnownNames,
): Diagnostic | undefined {
  const written = key?.type === 'StringLiteral' ? key['value'] : undefined
  if (typeof written !== 'string' || labelKeys.includes(written)) return undefined
  return problem('layout/unknown-label', at, { key: written, near: closest(written, labelKeys) })
}

function nearHelper(
  name: string,
  known: readonly string[],
): {
  readonly name: string
  readonly near: string | undefined
  readonly known: readonly string[]
} {
  return { name, near: closest(name, known), known }
}

function checkPartial(node: Syntax, at: Place, known: KnownNames): Diagnostic | undefined {
  const { name } = node as Syntax & { name: Syntax }
  if (name.type === 'SubExpression') return problem('layout/dynamic-partial', at)
  const written = nameOf(name)
  const exists =
    written === '@partial-block' ||
    node.type === 'PartialBlockStatement' ||
    known.inline.includes(written) ||
    known.partials.includes(written)
  return exists
    ? undefined
    : problem('layout/unknown-partial', at, {
        name: written,
        near: closest(written, known.partials),
      })
}

/** The name of a path as it is written. */
export function nameOf(path: unknown): string {
  return isSyntax(path) ? String(path['original']) : ''
}

/** The place and reason of a failure to parse, which Handlebars tells partly in prose. */
export function readSyntaxError(error: unknown, file: BookPath): Diagnostic {
  const { message, lineNumber, column } = error as Error & { lineNumber?: number; column?: number }
  const inProse = /on line (\d+)/.exec(message)?.[1]
  const line = lineNumber ?? (inProse === undefined ? undefined : Number(inProse))
  const start = line === undefined ? {} : { start: { line, column: (column ?? 0) + 1 } }
  return problem('layout/syntax-error', { file, ...start }, { reason: reasonOf(message) })
}

function reasonOf(message: string): Reason {
  const pair = /^(\S+) doesn't match (\S+)/.exec(message)
  if (pair !== null) return { case: 'other-end', expected: pair[1] ?? '', found: pair[2] ?? '' }
  const token = /got '(\w+)'/.exec(message)?.[1]
  if (token !== undefined) return { case: 'too-early', token: token.toLowerCase() }
  return (message.split('\n')[0] ?? '').replace(/ - \d+:\d+$/, '').replace(/\.$/, '')
}
