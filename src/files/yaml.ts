// The only door to the parser of YAML. Nothing is ever executed, values become plain JSON (a date becomes text), and a
// few lines never become many values: nesting is measured before anything calls itself, and aliases are counted.
import { createRequire } from 'node:module'
import type * as Library from 'yaml'
import type { Document, Node, Pair, Parser, Scalar } from 'yaml'
import { type Json, type JsonObject, isJsonObject } from '../core/json.ts'
import type { Reason } from '../messages/messages.ts'

/** A part of a text, by offsets; the end is exclusive. */
export type Range = readonly [from: number, to: number]

/** A text that is YAML. */
export interface Yaml {
  readonly value: Json
  /** The entry of a key, or of as much of its path as there is. */
  readonly locate: (path: readonly string[]) => Range | undefined
}

/** Why a text is no YAML, and where. */
export interface YamlProblem {
  readonly reason: Reason
  readonly at: Range
}

/** A text read as YAML, or why it cannot be and where. */
export type YamlResult = Yaml | YamlProblem

const require = createRequire(import.meta.url)
let library: typeof Library | undefined
/** Loaded with the first YAML: it brings seventy files, and many a book has none. */
const yaml = (): typeof Library => (library ??= require('yaml') as typeof Library)

const DEEPEST = 100
/** What aliases may stand for in all. */
const MOST_ALIASED = 10_000

/** Reads YAML. An empty text is null. */
export function readYaml(text: string): YamlResult {
  if (text.trim() === '') return { value: null, locate: () => undefined }
  try {
    const conflict = /^<{7} /m.exec(text)?.index
    if (conflict !== undefined) throw new NoYaml({ case: 'conflict' }, [conflict, conflict + 7])
    const tokens = [...new (yaml().Parser)().parse(text)]
    checkDepth(tokens)
    const [document, second] = compose(tokens)
    if (document === undefined) return { value: null, locate: () => undefined }
    const [problem] = [...document.errors, ...document.warnings]
    if (problem !== undefined) throw new NoYaml(reasonOf(problem), problem.pos)
    if (second !== undefined) throw new NoYaml({ case: 'yaml-documents' }, rangeOf(second))
    return {
      value: new Values(document).of(document.contents),
      locate: (path) => locate(document.contents, path),
    }
  } catch (error) {
    if (error instanceof NoYaml) return { reason: error.reason, at: within(text, error.at) }
    throw error
  }
}

/** The parser misses what should stand behind the end. */
function within(text: string, [from, to]: Range): Range {
  return [Math.min(from, text.length), Math.min(to, text.length)]
}

class NoYaml extends Error implements YamlProblem {
  readonly reason: Reason
  readonly at: Range

  constructor(reason: Reason, at: Range) {
    super('no YAML')
    this.reason = reason
    this.at = at
  }
}

function compose(tokens: readonly Token[]): readonly Document.Parsed[] {
  // The keys of a mapping are compared with each other by us, at less cost.
  const composer = new (yaml().Composer)({ uniqueKeys: false, customTags: ['timestamp'] })
  return [...composer.compose(tokens)]
}

/** What the first stage of the parser gives. */
type Token = ReturnType<Parser['parse']> extends Iterable<infer T> ? T : never

/** The second stage calls itself for each level; this one does not. */
function checkDepth(tokens: readonly Token[]): void {
  const open: [token: Token, depth: number][] = tokens.map((token) => [token, 0])
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [token, depth] = next
    if (depth > DEEPEST)
      throw new NoYaml({ case: 'too-deep', levels: DEEPEST }, [
        offsetOf(token),
        offsetOf(token) + 1,
      ])
    if ('value' in token && token.value) open.push([token.value, depth])
    for (const { key, value } of 'items' in token ? token.items : [])
      for (const inner of [key, value]) if (inner) open.push([inner, depth + 1])
  }
}

function offsetOf(token: Token): number {
  return 'offset' in token ? token.offset : 0
}

function rangeOf({ range }: Node | Document.Parsed): Range {
  return [range?.[0] ?? 0, range?.[1] ?? 0]
}

/** Makes values of the nodes of a document. */
class Values {
  readonly #targets: ReadonlyMap<Node, Node>
  /** Nodes that are being made, to notice one that holds itself. */
  readonly #open = new Set<Node>()
  /** The alias of the text, not one of those that it leads to. */
  #outer: Node | undefined
  #aliased = 0

  constructor(document: Document.Parsed) {
    this.#targets = targetsOf(document)
  }

  of(node: unknown, depth = 0): Json {
    if (!yaml().isNode(node)) return null
    const at = rangeOf(this.#outer ?? node)
    if (depth > DEEPEST) throw new NoYaml({ case: 'too-deep', levels: DEEPEST }, at)
    if (this.#outer !== undefined) this.#aliased += 1
    if (this.#aliased > MOST_ALIASED)
      throw new NoYaml({ case: 'yaml-aliases', most: MOST_ALIASED }, at)
    if (yaml().isAlias(node)) return this.#aliasOf(node, depth)
    if (yaml().isScalar(node)) return scalarOf(node)
    if (yaml().isSeq(node)) return node.items.map((item) => this.of(item, depth + 1))
    return yaml().isMap(node)
      ? this.#mapOf(node.items as readonly Pair<Node, Node | null>[], depth)
      : null
  }

  #aliasOf(alias: Node & { readonly source: string }, depth: number): Json {
    const { source } = alias
    const target = this.#targets.get(alias)
    if (target === undefined) throw new NoYaml({ case: 'yaml-alias', name: source }, rangeOf(alias))
    if (this.#open.has(target))
      throw new NoYaml({ case: 'yaml-circle', name: source }, rangeOf(alias))
    const isOuter = this.#outer === undefined
    if (isOuter) this.#outer = alias
    this.#open.add(target)
    const value = this.of(target, depth + 1)
    this.#open.delete(target)
    if (isOuter) this.#outer = undefined
    return value
  }

  #mapOf(pairs: readonly Pair<Node, Node | null>[], depth: number): JsonObject {
    const members = new Map<string, Json>()
    const merged: JsonObject[] = []
    for (const { key, value } of pairs) {
      const name = keyOf(key)
      const made = this.of(value, depth + 1)
      if (yaml().isScalar(key) && key.value === '<<' && key.type === 'PLAIN')
        merged.push(...[made].flat().filter((one): one is JsonObject => isJsonObject(one)))
      else if (members.has(name))
        throw new NoYaml({ case: 'yaml-duplicate', key: name }, rangeOf(key))
      else if (name !== '__proto__') members.set(name, made)
    }
    for (const one of merged)
      for (const [name, value] of Object.entries(one))
        if (!members.has(name)) members.set(name, value)
    return Object.fromEntries(members)
  }
}

/** What each alias stands for: the last node before it that has its name. */
function targetsOf(document: Document.Parsed): ReadonlyMap<Node, Node> {
  const named = new Map<string, Node>()
  const targets = new Map<Node, Node>()
  yaml().visit(document, {
    Node(_, node) {
      if (yaml().isAlias(node)) {
        const target = named.get(node.source)
        if (target !== undefined) targets.set(node, target)
      } else if (node.anchor !== undefined) named.set(node.anchor, node)
    },
  })
  return targets
}

function keyOf(key: Node): string {
  if (!yaml().isScalar(key)) return String(key)
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
}

/** A number that is spelled in another way than programs do is text: a version `1.10`, a name `007`. */
function scalarOf({ value, source }: Scalar): Json {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : isoDate(value)
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number')
    return Number.isFinite(value) && (source ?? String(value)) === String(value)
      ? value
      : (source ?? String(value))
  return null
}

/** `2020-01-02`, or the full form when a time of day is given. */
function isoDate(date: Date): string {
  const iso = date.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso
}

/** From a key to the end of its value, when that is a single one. */
function locate(node: unknown, [name, ...rest]: readonly string[]): Range | undefined {
  if (name === undefined || !yaml().isMap(node)) return undefined
  const pair = (node.items as readonly Pair<Node, Node | null>[]).find(
    ({ key }) => keyOf(key) === name,
  )
  if (pair === undefined) return undefined
  const [from, to] = rangeOf(pair.key)
  const whole: Range = [
    from,
    yaml().isScalar(pair.value) ? Math.max(to, rangeOf(pair.value)[1]) : to + 1,
  ]
  return locate(pair.value, rest) ?? whole
}

/** Mistakes that authors make, in words of the catalogs; the rest in those of the parser. */
const KNOWN = [
  'BAD_INDENT',
  'BAD_SCALAR_START',
  'BLOCK_AS_IMPLICIT_KEY',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'TAB_AS_INDENT',
  'TAG_RESOLVE_FAILED',
  'UNEXPECTED_TOKEN',
] as const

function reasonOf({ code, message }: { readonly code: string; readonly message: string }): Reason {
  const known = KNOWN.find((one) => one === code)
  if (known !== undefined) return { case: 'yaml', code: known }
  // The parser adds the lines of the text to its sentence.
  return (message.split(' at line ')[0] ?? message).replace(/^./, (letter) => letter.toLowerCase())
}
