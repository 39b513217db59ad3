import type { Diagnostic } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { closest } from '../core/suggest.ts'

/** A Nunjucks layout of a GitBook or HonKit book. */
export function legacyLayout(file: BookPath, replacement: string | undefined): Diagnostic {
  return {
    code: 'theme/legacy-layout',
    severity: 'warning',
    message: 'Expected Handlebars layouts, found a Nunjucks layout of GitBook; it is not used',
    at: { file },
    hint:
      replacement === undefined
        ? 'Remove it: books for print have no layouts of their own'
        : `Copy the default ${replacement} to _layouts/${replacement}, move your changes there and remove this file`,
  }
}

/** A template of the book that replaces nothing and that nobody can call. */
export function unusedLayout(file: BookPath, names: readonly string[]): Diagnostic {
  const name = file.slice(file.lastIndexOf('_layouts/') + '_layouts/'.length)
  const near = closest(name, names)
  return {
    code: 'theme/unused-layout',
    severity: 'warning',
    message: `Expected the name of a layout or a file in _layouts/partials/, found "${name}"`,
    at: { file },
    hint: near === undefined ? `The layouts are ${names.join(', ')}` : `Did you mean "${near}"?`,
  }
}
