// The only door to Handlebars. The templates of the theme are programs already when handbook starts: its runtime is all
// that a book without layouts of its own needs, and the compiler is loaded for a book that has some. Everything that a
// layout can get wrong by itself is found here, before a page is rendered, from the syntax tree: Handlebars tells no
// place for most of it, and only when it runs.
import { append } from '../core/list.ts'
import { createRequire } from 'node:module'
import type Handlebars from 'handlebars'
import type { Diagnostic, Outcome } from '../core/diagnostic.ts'
import { isolateWords } from '../core/bidi.ts'
import type { BookPath } from '../core/path.ts'
import { USUAL_LIMITS } from '../core/trust.ts'
import { problem } from '../messages/problem.ts'
import { type Templates, isFilled } from './filled.ts'
import { circles } from './layout-circle.ts'
import { DEEPEST, type Tokenizer, tooDeep } from './layout-depth.ts'
import { type LayoutLimits, LayoutRunsOn, limitLoops } from './layout-limits.ts'
import { HELPER_NAMES, type Syntax, checkSyntax, readSyntaxError } from './layout-syntax.ts'

/** One template file. */
export interface TemplateSource {
  /** `head` for `partials/head.hbs`. */
  readonly name: string
  readonly kind: 'layout' | 'partial'
  /** Where messages point. */
  readonly file: BookPath
  readonly text: string
}

/** Templates that were compiled when the package was built, by their names. */
export interface PrecompiledTemplates {
  readonly layouts: { readonly [name: string]: object }
  readonly partials: { readonly [name: string]: object }
  /** Names of the partials that they define inside themselves. */
  readonly inline: readonly string[]
}

type Engine = typeof Handlebars
type Render = (view: object, options?: object) => string

/**
 * What a layout may call. `or` and `eq` give values, `t` gives a label of the view's language, `isolate` a title as it is
 * read in the direction of the book.
 */
const own = {
  eq: (a: unknown, b: unknown): boolean => a === b,
  or: (...values: unknown[]): unknown => values.slice(0, -1).find(isFilled),
  isolate: (text: unknown, { data: { root } }: Options): unknown =>
    typeof text === 'string' && root.book?.direction === 'rtl' ? isolateWords(text) : text,
  t(key: string, options: Options): string {
    const label = options.data.root.labels?.[key] ?? key
    return label.replaceAll(/\{(\w+)\}/g, (all: string, name: string) => options.hash[name] ?? all)
  },
}

interface Options {
  readonly hash: Readonly<Record<string, string>>
  readonly data: {
    readonly root: {
      readonly labels?: Readonly<Record<string, string>>
      readonly book?: { readonly direction?: string }
    }
  }
}

const knownHelpers = Object.fromEntries(HELPER_NAMES.map((name) => [name, true]))
const compiling = { knownHelpers, knownHelpersOnly: true, preventIndent: true }
// Stated, because Handlebars prints a warning when a template meets an inherited property and nobody has decided.
const running = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false }

const require = createRequire(import.meta.url)
// One file each: `handlebars/runtime` is 25. The package that users get carries both.
const compiler = (): Engine => require('handlebars/dist/handlebars.js') as Engine
const runtime = (): Engine => require('handlebars/dist/handlebars.runtime.js') as Engine

/**
 * Templates that may call each other: those of the theme, replaced and joined by those of a book. One with mistakes is
 * replaced by the one of the same name in the theme, a new layout by the layout of pages.
 */
export function joinTemplates(
  theme: PrecompiledTemplates,
  sources: readonly TemplateSource[],
  labelKeys: readonly string[],
  most: LayoutLimits = USUAL_LIMITS,
): Outcome<Templates> {
  const engine = (sources.length === 0 ? runtime() : compiler()).create()
  engine.registerHelper(own)
  // The theme's own end by themselves.
  const limits = sources.length === 0 ? undefined : limitLoops(engine, most)
  const layouts = new Map<string, Render>()
  const add = (kind: TemplateSource['kind'], name: string, template: Render): void => {
    if (kind === 'layout') layouts.set(name, template)
    else engine.registerPartial(name, limits?.bound(template) ?? template)
  }
  for (const [name, program] of Object.entries(theme.layouts))
    add('layout', name, engine.template(program))
  for (const [name, program] of Object.entries(theme.partials))
    add('partial', name, engine.template(program))
  const { value, diagnostics } = analyze(sources, labelKeys, theme)
  for (const { kind, name, tree } of value) {
    const replaced =
      kind === 'layout' ? (theme.layouts[name] ?? theme.layouts['page']) : theme.partials[name]
    if (tree !== undefined) add(kind, name, engine.compile(tree, compiling))
    else if (replaced === undefined) add(kind, name, () => '')
    else add(kind, name, engine.template(replaced))
  }
  const render = (layout: string, view: object): string =>
    layouts.get(layout)?.(view, running) ?? ''
  if (limits === undefined) return { value: { render }, diagnostics }
  const files = new Map(
    sources.flatMap(({ kind, name, file }) => (kind === 'layout' ? [[name, file] as const] : [])),
  )
  let themed: Templates | undefined
  return {
    value: {
      render(layout, view, report) {
        limits.begin()
        try {
          return render(layout, view)
        } catch (error) {
          report?.(failure(error, files.get(layout) ?? sources[0]?.file))
          themed ??= joinTemplates(theme, [], labelKeys).value
          return themed.render(Object.hasOwn(theme.layouts, layout) ? layout : 'page', view)
        }
      },
    },
    diagnostics,
  }
}

function failure(error: unknown, file: BookPath | undefined): Diagnostic {
  const runsOn = error instanceof LayoutRunsOn || error instanceof RangeError
  const said = String((error as Partial<Error>).message).split('\n')[0] ?? ''
  return problem('layout/cannot-render', file === undefined ? undefined : { file }, {
    reason: runsOn ? { case: 'layout-runs-on' } : said,
  })
}

/** Programs of templates as JavaScript, to be kept in a file. */
export function precompile(
  sources: readonly TemplateSource[],
  labelKeys: readonly string[],
): Outcome<{
  readonly programs: readonly {
    readonly kind: TemplateSource['kind']
    readonly name: string
    readonly program: string
    readonly tree: Syntax
  }[]
  readonly inline: readonly string[]
}> {
  const { value, diagnostics } = analyze(sources, labelKeys)
  const programs = value.flatMap(({ kind, name, file, text, tree }) => {
    if (tree === undefined) return []
    // Its types say that this is an object; and it changes the tree that it is given.
    const program = compiler().precompile(tree, compiling) as unknown as string
    const again = parse({ kind, name, file, text }, [])
    return again === undefined ? [] : [{ kind, name, program, tree: again }]
  })
  const inline = value.flatMap(({ tree }) => (tree === undefined ? [] : inlineNames(tree)))
  return { value: { programs, inline }, diagnostics }
}

/** A template whose tree is given when it has no mistakes. */
interface AnalyzedSource extends TemplateSource {
  readonly tree: Syntax | undefined
}

/** Trees of templates that call each other and, if there is one, those of a theme. */
function analyze(
  sources: readonly TemplateSource[],
  labelKeys: readonly string[],
  theme?: PrecompiledTemplates,
): Outcome<readonly AnalyzedSource[]> {
  const diagnostics: Diagnostic[] = []
  const parsed = sources.map((source) => ({ ...source, tree: parse(source, diagnostics) }))
  const partials = sources.filter(({ kind }) => kind === 'partial').map(({ name }) => name)
  const inline = parsed.flatMap(({ tree }) => (tree === undefined ? [] : inlineNames(tree)))
  const known = {
    partials: [...new Set([...Object.keys(theme?.partials ?? {}), ...partials])].sort(),
    inline: [...(theme?.inline ?? []), ...inline],
    labelKeys,
  }
  const circular = circles(
    parsed.flatMap(({ tree, kind, name, file }) =>
      tree === undefined || kind === 'layout' ? [] : [{ name, file, tree }],
    ),
  )
  const value = parsed.map(({ tree, ...source }) => {
    const circle = circular.filter(({ at }) => at?.file === source.file)
    const problems = tree === undefined ? [] : [...checkSyntax(tree, source.file, known), ...circle]
    append(diagnostics, problems)
    return { ...source, tree: problems.length === 0 ? tree : undefined }
  })
  return { value, diagnostics }
}

function parse({ text, file }: TemplateSource, into: Diagnostic[]): Syntax | undefined {
  const start = tooDeep((compiler() as unknown as { readonly Parser: Tokenizer }).Parser, text)
  if (start !== undefined) {
    const reason = { case: 'too-deep', levels: DEEPEST } as const
    into.push(problem('layout/syntax-error', { file, start }, { reason }))
    return undefined
  }
  try {
    return compiler().parse(text) as unknown as Syntax
  } catch (error) {
    into.push(readSyntaxError(error, file))
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
