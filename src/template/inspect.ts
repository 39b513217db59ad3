// What one tag needs and gives, read from the engine's own syntax tree: each tag is parsed alone, so that one that is
// not ours cannot spoil its neighbors.
import { DELIMITERS, hasMarks } from './marks.ts'
import {
  FORBIDDEN_MEMBERS,
  type SyntaxNode,
  isBuiltInTest,
  parseSource,
  reasonOf,
} from './nunjucks.ts'
import type { Tag } from './scan.ts'

/** The facts of a tag. */
export interface Inspection {
  /** Variables that must exist, by first name. */
  readonly uses: readonly string[]
  /** Names that the tag gives a meaning to: in its body, or from here on. */
  readonly binds: readonly string[]
  readonly filters: readonly string[]
  /** `a.b.c` when the tag prints just that. */
  readonly path?: string
  /** The file that it refers to, when written out. */
  readonly reference?: string
  readonly ignoreMissing: boolean
  /** `{% set x %}` without a value: the text up to `{% endset %}` is the value. */
  readonly captures: boolean
  /** The name of a `{% block %}`. */
  readonly block?: string
}

interface Notes {
  readonly uses: Set<string>
  readonly binds: Set<string>
  readonly filters: Set<string>
}

const NAME = /^[\p{L}_$][\p{L}\p{M}\p{N}_$]*$/u
const CLOSERS: { readonly [name: string]: string } = {
  if: 'endif',
  for: 'endfor',
  macro: 'endmacro',
  call: 'endcall',
  block: 'endblock',
  filter: 'endfilter',
}

/** The facts of a tag; the reason when the engine cannot read it. */
export function inspect(tag: Tag): Inspection | { readonly problem: string } {
  try {
    demandNoMarks(tag.inner)
    return tag.kind === 'print' ? inspectPrint(tag.inner) : inspectStatement(tag)
  } catch (error) {
    return { problem: reasonOf(error) }
  }
}

/** The facts of the arguments of a registered block. */
export function inspectArguments(args: string): Inspection | { readonly problem: string } {
  try {
    demandNoMarks(args)
    const call = args.trim() === '' ? '()' : `(${args})`
    const tree = parseSource(statement(`filter x${call}`) + statement('endfilter'))
    const notes = newNotes()
    walk(tree, notes)
    return facts({ ...notes, filters: new Set([...notes.filters].filter((name) => name !== 'x')) })
  } catch (error) {
    return { problem: reasonOf(error) }
  }
}

function demandNoMarks(inner: string): void {
  if (hasMarks(inner)) throw new Error('expected text, found a character that Unicode reserves')
}

const statement = (inner: string): string =>
  `${DELIMITERS.blockStart} ${inner} ${DELIMITERS.blockEnd}`

function newNotes(): Notes {
  return { uses: new Set(), binds: new Set(), filters: new Set() }
}

function facts(notes: Notes, more: Partial<Inspection> = {}): Inspection {
  return {
    uses: [...notes.uses],
    binds: [...notes.binds],
    filters: [...notes.filters],
    ignoreMissing: false,
    captures: false,
    ...more,
  }
}

function inspectPrint(inner: string): Inspection {
  if (inner.trim() === '') throw new Error('expected an expression, found nothing')
  const tree = parseSource(`${DELIMITERS.variableStart} ${inner} ${DELIMITERS.variableEnd}`)
  const notes = newNotes()
  walk(tree, notes)
  const printed = only(only(tree))
  const path = printed === undefined ? undefined : pathOf(printed)
  return facts(notes, path === undefined ? {} : { path })
}

function inspectStatement({ name, inner }: Tag): Inspection {
  const tree = parseSource(completed(name, inner.trim()))
  const notes = newNotes()
  walk(tree, notes)
  const node = only(tree)
  const template = node?.['template'] as SyntaxNode | undefined
  const reference = template?.typename === 'Literal' ? template['value'] : undefined
  return facts(notes, {
    ...(typeof reference === 'string' ? { reference } : {}),
    ...(node?.typename === 'Block' ? { block: String((node['name'] as SyntaxNode)['value']) } : {}),
    ignoreMissing: node?.['ignoreMissing'] === true,
    captures: node?.typename === 'Set' && node['value'] === null,
  })
}

/** A source that holds the tag and what it needs around it. */
function completed(name: string, inner: string): string {
  const rest = inner.slice(name.length)
  switch (name) {
    case 'elif':
    case 'elseif':
      return statement(`if${rest}`) + statement('endif')
    case 'else':
    case 'default':
      if (rest.trim() !== '') throw new Error(`expected "${name}" alone, found "${inner}"`)
      return ''
    case 'switch':
      return statement(inner) + statement('case 1') + statement('endswitch')
    case 'case':
      return statement('switch 1') + statement(inner) + statement('endswitch')
    case 'set':
      return isCapture(rest) ? statement(inner) + statement('endset') : statement(inner)
    default: {
      const closer = CLOSERS[name]
      return statement(inner) + (closer === undefined ? '' : statement(closer))
    }
  }
}

/** True for what follows `set` when no value does. */
function isCapture(rest: string): boolean {
  return !/^[^='"]*=(?!=)/.test(rest)
}

/** True for a `set` tag that has a body. */
export function setHasBody(tag: Tag): boolean {
  return isCapture(tag.inner.trim().slice('set'.length))
}

function only(node: SyntaxNode | undefined): SyntaxNode | undefined {
  const children = node?.['children'] as readonly SyntaxNode[] | undefined
  return children?.[0]
}

function pathOf(node: SyntaxNode): string | undefined {
  if (node.typename === 'Symbol') return String(node['value'])
  if (node.typename !== 'LookupVal') return undefined
  const [target, member] = [node['target'] as SyntaxNode, node['val'] as SyntaxNode]
  const before = pathOf(target)
  if (before === undefined || member.typename !== 'Literal') return undefined
  return `${before}.${String(member['value'])}`
}

type Visit = (node: SyntaxNode, notes: Notes) => void

/** Nodes of which not every part is an expression. */
const VISITS: { readonly [typename: string]: Visit } = {
  Symbol: (node, notes) => void notes.uses.add(nameOf(node)),
  LookupVal: (node, notes) => {
    walk(node['target'], notes)
    const member = node['val'] as SyntaxNode
    if (member.typename !== 'Literal') walk(member, notes)
    else if (FORBIDDEN_MEMBERS.has(String(member['value'])))
      throw new Error(`expected another member than "${String(member['value'])}"`)
  },
  FunCall: (node, notes) => {
    demandPlainName(node['name'] as SyntaxNode)
    walk(node['name'], notes)
    walk(node['args'], notes)
  },
  Filter: (node, notes) => {
    const filter = nameOf(node['name'] as SyntaxNode, /^[\p{L}_$][\p{L}\p{N}_$.]*$/u)
    notes.filters.add(filter)
    const [value, ...args] = (node['args'] as SyntaxNode)['children'] as readonly SyntaxNode[]
    // `x | default(…)` asks whether there is an x.
    if (filter === 'default' || filter === 'd') walkLeniently(value, notes)
    else walk(value, notes)
    for (const argument of args) walk(argument, notes)
  },
  Pair: (node, notes) => {
    const key = node['key'] as SyntaxNode
    if (key.typename !== 'Symbol') walk(key, notes)
    walk(node['value'], notes)
  },
  Or: (node, notes) => {
    walkLeniently(node['left'], notes)
    walk(node['right'], notes)
  },
  Is: (node, notes) => {
    walkLeniently(node['left'], notes)
    const test = node['right'] as SyntaxNode
    const name = String(((test['name'] as SyntaxNode | undefined) ?? test)['value'])
    if (!isBuiltInTest(name)) throw new Error(`expected a test after "is", found "${name}"`)
    walk(test['args'], notes)
  },
  For: (node, notes) => {
    walk(node['arr'], notes)
    bind(node['name'], notes)
    notes.binds.add('loop')
  },
  Macro: (node, notes) => {
    bind(node['name'], notes)
    bindArguments(node['args'], notes)
    notes.binds.add('caller')
  },
  Caller: (node, notes) => bindArguments(node['args'], notes),
  Set: (node, notes) => {
    for (const target of node['targets'] as readonly SyntaxNode[]) bind(target, notes)
    walk(node['value'], notes)
  },
  Import: (node, notes) => {
    walk(node['template'], notes)
    bind(node['target'], notes)
  },
  FromImport: (node, notes) => {
    walk(node['template'], notes)
    for (const name of (node['names'] as SyntaxNode)['children'] as readonly SyntaxNode[])
      bind(name.typename === 'Pair' ? name['value'] : name, notes)
  },
  Block: (node, notes) => {
    nameOf(node['name'] as SyntaxNode)
    notes.binds.add('super')
  },
  Literal: () => {},
  TemplateData: () => {},
}

function walk(value: unknown, notes: Notes): void {
  if (Array.isArray(value)) for (const node of value) walk(node, notes)
  if (!isNode(value)) return
  const visit = VISITS[value.typename]
  if (visit !== undefined) return visit(value, notes)
  for (const field of value.fields) walk(value[field], notes)
}

/** Walks an expression whose own variable may be unknown. */
function walkLeniently(value: unknown, notes: Notes): void {
  const own = newNotes()
  walk(value, own)
  const path = isNode(value) ? pathOf(value)?.split('.')[0] : undefined
  for (const name of own.uses) if (name !== path) notes.uses.add(name)
  for (const name of own.filters) notes.filters.add(name)
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'typename' in value && 'fields' in value
}

/** Names reach generated code as they are: only letters, digits, '_' and '$' may. */
function nameOf(node: SyntaxNode, pattern = NAME): string {
  const name = String(node['value'])
  if (node.typename !== 'Symbol' || !pattern.test(name) || FORBIDDEN_MEMBERS.has(name))
    throw new Error(`expected a name, found "${name}"`)
  return name
}

function bind(value: unknown, notes: Notes): void {
  const node = value as SyntaxNode
  if (node.typename === 'Array')
    for (const name of node['children'] as readonly SyntaxNode[]) bind(name, notes)
  else notes.binds.add(nameOf(node))
}

function bindArguments(value: unknown, notes: Notes): void {
  for (const argument of (value as SyntaxNode)['children'] as readonly SyntaxNode[])
    if (argument.typename !== 'KeywordArgs') bind(argument, notes)
    else
      for (const pair of argument['children'] as readonly SyntaxNode[]) {
        bind(pair['key'], notes)
        walk(pair['value'], notes)
      }
}

/** The engine prints what is called into generated code, with only the quotes escaped. */
function demandPlainName(node: SyntaxNode): void {
  if (node.typename === 'Literal' && /[\\\n\r\u2028\u2029]/.test(String(node['value'])))
    throw new Error('expected a plain name to call')
  for (const field of ['name', 'target', 'val'] as const)
    if (isNode(node[field])) demandPlainName(node[field])
}
