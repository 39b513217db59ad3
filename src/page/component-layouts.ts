// Components of a book: `_layouts/components/NAME.hbs` makes a block `{% NAME %}`, or replaces what handbook shows of one.
import type { Layouts } from '../components/define.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { BookPath, FolderPrefix } from '../core/path.ts'
import type { Inputs } from '../core/dependency.ts'
import type { Limits } from '../core/trust.ts'
import type { Files } from '../files/files.ts'
import type { Templates } from '../template/filled.ts'
import { joinTemplates } from '../template/handlebars.ts'

/** The layouts of components in a book. */
export interface ComponentLayouts {
  /** Is there one of a name? Noted, so that pages learn of one that is made later. */
  has(name: string, inputs: Inputs): boolean
  /** Its HTML for some values. */
  html(name: string, view: object, report: (problem: Diagnostic) => void): string
}

const NONE = { layouts: {}, partials: {}, inline: [] }

/** The layouts below a folder; each is compiled when it is used first. */
export function componentLayouts(
  files: Files,
  root: FolderPrefix,
  limits: Limits,
): ComponentLayouts {
  const fileOf = (name: string): BookPath => `${root}_layouts/components/${name}.hbs` as BookPath
  const compiled = new Map<string, ReturnType<typeof compile>>()

  function compile(name: string): { templates: Templates; diagnostics: readonly Diagnostic[] } {
    const file = fileOf(name)
    const text = files.text(file)?.text ?? ''
    const source = { name, kind: 'layout', file, text } as const
    const { value, diagnostics } = joinTemplates(NONE, [source], [], limits)
    return { templates: value, diagnostics }
  }

  return {
    has: (name, inputs) => /^[\w-]+$/.test(name) && inputs.get('text', fileOf(name)) !== '',
    html(name, view, report) {
      const known = compiled.get(name) ?? compile(name)
      compiled.set(name, known)
      known.diagnostics.forEach(report)
      return known.templates.render(name, view, report)
    },
  }
}

/** Components of the book itself, for one page. */
export function layoutsFor(
  { layouts, inputs }: { readonly layouts?: ComponentLayouts; readonly inputs: Inputs },
  found: Diagnostic[],
): Layouts | undefined {
  if (layouts === undefined) return undefined
  return {
    has: (name) => layouts.has(name, inputs),
    html: (name, view) => layouts.html(name, view, (one) => found.push(one)),
  }
}
