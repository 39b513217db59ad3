// A chunk of the bundle as a script and a module around it: what the engine makes of a script can be kept for the next
// process, by every version of Node, and what it makes of a module cannot.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { parseAst } from 'rolldown/parseAst'
import { contentHash } from '../../src/core/hash.ts'

/** What this looks at in a program. */
interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}
interface ImportNode extends Node {
  readonly source: { readonly value: string }
  readonly specifiers: readonly { readonly local: { readonly name: string } }[]
}
interface ExportNode extends Node {
  readonly specifiers: readonly {
    readonly local: { readonly name: string }
    readonly exported: { readonly name: string }
  }[]
}

/** What takes the place of a part of a text. */
interface Cut extends Pick<Node, 'start' | 'end'> {
  readonly text: string
}

/** Names that the script gets in place of what only modules have. */
const META = 'handbookMeta'
const IMPORT = 'handbookImport'
const SCOPE = 'handbookScope'

/** Makes a script of the chunk in `file`, beside it, and of the chunk a module that runs it through `runner`. */
export function asScript(file: string, runner: string): void {
  const code = readFileSync(file, 'utf8')
  const body = parseAst(code).body as unknown as readonly Node[]
  const imports = body.filter((node) => node.type === 'ImportDeclaration') as ImportNode[]
  const exports = body.filter((node) => node.type === 'ExportNamedDeclaration') as ExportNode[]
  const rest = body.filter((node) => !/^(?:Import|Export)/.test(node.type))
  if (imports.length + exports.length + rest.length !== body.length)
    throw new Error(`${file}: an export of another kind`)
  const locals = imports.flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name))
  const names = exports.flatMap(({ specifiers }) => specifiers)
  checkSettled(
    rest,
    names.map(({ local }) => local.name),
  )
  const cuts = [
    ...[...imports, ...exports].map(({ start, end }) => ({ start, end, text: '' })),
    ...rest.flatMap((node) => [...moduleWords(node)]),
  ]
  const inner = `(function (${META}, ${IMPORT}, ${SCOPE}) {"use strict";const {${locals.join(', ')}} = ${SCOPE};
${replaced(code, cuts)}
return [${names.map(({ local }) => local.name).join(', ')}];
})`
  // Throws when it cannot be compiled.
  if (typeof new vm.Script(inner).runInThisContext() !== 'function') throw new Error(file)
  // What is kept of it is known by its name alone.
  const script = `${path.basename(file, '.js')}-${contentHash(inner)}.script`
  writeFileSync(path.join(path.dirname(file), script), inner)
  writeFileSync(
    file,
    `${imports.map(({ start, end }) => code.slice(start, end)).join('\n')}
import { runScript } from './${runner}'
const [${names.map((_, index) => `e${index}`).join(', ')}] = runScript(new URL('./${script}', import.meta.url))(import.meta, (name) => import(name), {${locals.join(', ')}})
export {${names.map(({ exported }, index) => `e${index} as ${exported.name}`).join(', ')}}
`,
  )
}

function replaced(code: string, cuts: readonly Cut[]): string {
  let text = ''
  let at = 0
  for (const cut of cuts.toSorted((a, b) => a.start - b.start)) {
    text += code.slice(at, cut.start) + cut.text
    at = cut.end
  }
  return text + code.slice(at)
}

/** Every node below a node, and itself. */
function* nodesIn(value: unknown): Generator<Node & { readonly [member: string]: unknown }> {
  if (value === null || typeof value !== 'object') return
  if ('type' in value) yield value as Node & { readonly [member: string]: unknown }
  for (const member of Object.values(value)) yield* nodesIn(member)
}

/** `import.meta` and `import()`, which a script lacks. */
function* moduleWords(tree: Node): Generator<Cut> {
  for (const { type, start, end, ...node } of nodesIn(tree)) {
    if (type === 'ImportExpression') yield { start, end: start + 'import'.length, text: IMPORT }
    // The other one is `new.target`.
    const isMeta = type === 'MetaProperty' && (node['meta'] as { name?: unknown }).name === 'import'
    if (isMeta) yield { start, end, text: META }
  }
}

/** Exports are handed over as they are when the script has run: none may be given another value later. */
function checkSettled(body: readonly Node[], names: readonly string[]): void {
  const exported = new Set<unknown>(names)
  for (const node of nodesIn(body)) {
    const target = node.type === 'AssignmentExpression' ? node['left'] : node['argument']
    if (node.type !== 'AssignmentExpression' && node.type !== 'UpdateExpression') continue
    const { type, name } = target as { readonly type: string; readonly name?: unknown }
    if (type === 'Identifier' && exported.has(name))
      throw new Error(`${String(name)} is exported and changes`)
  }
}
