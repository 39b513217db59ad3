// The only door to nunjucks. It has been frozen since 2023; what we know of its traps is settled here: an error inside
// an include ends the process unless the callback form is used, names are put into generated code unescaped, and
// members such as `constructor` lead out of the template. Nothing else in the project knows its types.
import { createRequire } from 'node:module'
import nunjucks from 'nunjucks'
import { DELIMITERS } from './marks.ts'

/** A node of the engine's syntax tree. */
export interface SyntaxNode {
  readonly typename: string
  readonly fields: readonly string[]
  readonly [field: string]: unknown
}

interface Internals {
  readonly parser: {
    parse(source: string, extensions: readonly unknown[], options: object): SyntaxNode
  }
  readonly runtime: { memberLookup: (object: unknown, member: unknown) => unknown }
}

const internals = nunjucks as unknown as Internals
const require = createRequire(import.meta.url)
const builtInFilters = require('nunjucks/src/filters') as Readonly<Record<string, Filter>>
const builtInTests = require('nunjucks/src/tests') as Readonly<Record<string, unknown>>

/** Members that lead from any value to the functions that make functions. */
export const FORBIDDEN_MEMBERS: ReadonlySet<string> = new Set([
  'constructor',
  '__proto__',
  'prototype',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
])

const { memberLookup } = internals.runtime
internals.runtime.memberLookup = (object, member) => {
  const key = memberKey(member)
  return FORBIDDEN_MEMBERS.has(String(key)) ? undefined : memberLookup(object, key)
}

/** A member as it is looked up: converted once, because a value may turn into another string every time. */
export function memberKey(member: unknown): string | number {
  return typeof member === 'number' ? member : String(member)
}

/** What every object inherits is no variable: called as one, it would give away the engine's own state. */
const NO_INHERITED_NAMES: object = Object.fromEntries(
  Object.getOwnPropertyNames(Object.prototype)
    .filter((name) => name !== '__proto__')
    .map((name) => [name, undefined]),
)

/** A filter: a function of a value and arguments; named arguments are the last one. */
export type Filter = (value: unknown, ...args: readonly unknown[]) => unknown

/** True for a filter that comes with the engine. */
export function isBuiltInFilter(name: string): boolean {
  return Object.hasOwn(builtInFilters, name)
}

/** True for a test (`is odd`) that comes with the engine. */
export function isBuiltInTest(name: string): boolean {
  return Object.hasOwn(builtInTests, name)
}

/** The syntax tree of a source that is written with our delimiters. Throws what the parser throws. */
export function parseSource(source: string): SyntaxNode {
  return internals.parser.parse(source, [], { tags: DELIMITERS })
}

/** What a rendering may use. */
export interface EngineParts {
  /** Variables and functions; a getter is asked only when a template looks. */
  readonly globals: object
  /** A filter by name; undefined leaves the engine's own in place. */
  readonly filter: (name: string, own: Filter | undefined) => Filter | undefined
  /** The name of a template that another one refers to. */
  readonly resolve: (from: string, reference: string) => string
  /** The source of a template by that name; undefined when there is none. */
  readonly source: (name: string) => string | undefined
}

/** Renders one source. Rejects with the first error of the template. */
export function renderSource(name: string, source: string, parts: EngineParts): Promise<string> {
  const loader = {
    isRelative: () => true,
    resolve: parts.resolve,
    getSource: (wanted: string) => {
      const src = parts.source(wanted)
      return src === undefined ? null : { src, path: wanted, noCache: false }
    },
  }
  const environment = new nunjucks.Environment(loader as unknown as nunjucks.ILoader, {
    autoescape: false,
    tags: DELIMITERS,
  })
  const own = environment.getFilter.bind(environment)
  environment.getFilter = (wanted) => {
    const known = isBuiltInFilter(wanted) ? (own(wanted) as Filter) : undefined
    const filter = parts.filter(wanted, known)
    if (filter === undefined) throw new Error(`filter not found: ${wanted}`)
    return filter
  }
  const { globals } = environment as unknown as { globals: object }
  Object.defineProperties(globals, Object.getOwnPropertyDescriptors(parts.globals))
  return new Promise((resolve, reject) => {
    const template = new nunjucks.Template(source, environment, name)
    template.render(NO_INHERITED_NAMES, (error, result) => {
      if (error === null) resolve(result ?? '')
      else reject(error)
    })
  })
}

/** The reason of an engine's error, without the places that it made up. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const last = message.trim().split('\n').at(-1) ?? ''
  return last.trim().replace(/^(?:(?:[A-Z]\w*)?Error: |Template render error: )+/, '')
}
