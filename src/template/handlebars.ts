// The only door to Handlebars. Everything that a layout can get wrong by itself is found here, before a page is
// rendered, from the syntax tree: Handlebars tells no place for most of it, and only when it runs.
import Handlebars from 'handlebars'
import type { Diagnostic, Outcome } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { type Syntax, checkSyntax, readSyntaxError } from './layout-syntax.ts'

/** One template file. */
export interface TemplateSource {
  /** `head` for `partials/head.hbs`. */
  readonly name: string
  readonly kind: 'layout' | 'partial'
  /** Where messages point. */
  readonly file: BookPath
  readonly text: string
  /** What to use instead when the text has mistakes. */
  readonly fallback?: string
}

/** Layouts ready to be filled in. */
export interface Templates {
  /** The text of a layout with the values of a view; '' for a layout that does not exist. */
  render(layout: string, view: object): string
}

/** What a layout may call. `or` and `eq` give values, `t` gives a label of the view's language. */
const own = {
  eq: (a: unknown, b: unknown): boolean => a === b,
  or: (...values: unknown[]): unknown => values.slice(0, -1).find(isFilled),
  t(key: string, options: { data: { root: { labels?: Record<string, string> } } } & Hash): string {
    const label = options.data.root.labels?.[key] ?? key
    return label.replaceAll(/\{(\w+)\}/g, (all: string, name: string) => options.hash[name] ?? all)
  },
}

interface Hash {
  readonly hash: Readonly<Record<string, string>>
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

const knownHelpers = {
  if: true,
  unless: true,
  each: true,
  with: true,
  lookup: true,
  eq: true,
  or: true,
  t: true,
}
const compiling = { knownHelpers, knownHelpersOnly: true, preventIndent: true }
// Stated, because Handlebars prints a warning when a template meets an inherited property and nobody has decided.
const running = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false }

/** Compiles templates that may call each other, once. A file with mistakes is replaced by its fallback. */
export function compileTemplates(
  sources: readonly TemplateSource[],
  labelKeys: readonly string[],
): Outcome<Templates> {
  const diagnostics: Diagnostic[] = []
  const trees = sources.map((source) => ({ source, tree: parse(source, source.text, diagnostics) }))
  const known = {
    partials: sources.filter(({ kind }) => kind === 'partial').map(({ name }) => name),
    inline: trees.flatMap(({ tree }) => (tree === undefined ? [] : inlineNames(tree))),
    labelKeys,
  }
  const engine = Handlebars.create()
  engine.registerHelper(own)
  const layouts = new Map<string, (view: object, options: object) => string>()
  for (const { source, tree } of trees) {
    const problems = tree === undefined ? [] : checkSyntax(tree, source.file, known)
    diagnostics.push(...problems)
    const usable = tree !== undefined && problems.length === 0
    const template = engine.compile<object>(usable ? tree : (source.fallback ?? ''), compiling)
    if (source.kind === 'partial') engine.registerPartial(source.name, template)
    else layouts.set(source.name, template)
  }
  const render = (layout: string, view: object): string =>
    layouts.get(layout)?.(view, running) ?? ''
  return { value: { render }, diagnostics }
}

function parse(source: TemplateSource, text: string, into: Diagnostic[]): Syntax | undefined {
  try {
    return Handlebars.parse(text) as unknown as Syntax
  } catch (error) {
    into.push(readSyntaxError(error, source.file))
    return undefined
  }
}

/** Names that `{{#*inline "name"}}` defines anywhere. */
function inlineNames(tree: Syntax): readonly string[] {
  const names: string[] = []
  JSON.stringify(tree, (_key, value: unknown) => {
    const node = value as { type?: unknown; params?: readonly { value?: unknown }[] } | null
    const name = node?.type === 'DecoratorBlock' ? node.params?.[0]?.value : undefined
    if (typeof name === 'string') names.push(name)
    return value
  })
  return names
}
