import type { Diagnostic, Place } from '../core/diagnostic.ts'
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

/** A layout that a page asks for and that the book does not have. */
export function unknownLayout(file: BookPath, name: string, names: readonly string[]): Diagnostic {
  const near = closest(name, names)
  return {
    code: 'theme/unknown-layout',
    severity: 'warning',
    message: `Expected the name of a layout of the book, found "${name}"; the usual one is used`,
    at: { file },
    hint: near === undefined ? `Create _layouts/layouts/${name}.hbs` : `Did you mean "${near}"?`,
  }
}

/** `brand` in a form that is not known. */
export function unknownColor(at: Place | undefined, written: string): Diagnostic {
  return {
    code: 'theme/unknown-color',
    severity: 'warning',
    message: `Expected a color such as "#0b57b0" in "brand", found "${written}"`,
    ...(at === undefined ? {} : { at }),
    hint: 'Write it with three or six hexadecimal digits',
  }
}

/** A color in which links would be hard to read. */
export function lowContrast(found: {
  readonly key: 'light' | 'dark'
  readonly written: string
  readonly ratio: number
  readonly least: number
  readonly better: string
  readonly at: Place | undefined
}): Diagnostic {
  const { key, written, ratio, least, better, at } = found
  return {
    code: 'theme/low-contrast',
    severity: 'warning',
    message: `Expected a color with a contrast of at least ${least}:1 on ${key} pages in "brand", found "${written}" with ${ratio.toFixed(1)}:1`,
    ...(at === undefined ? {} : { at }),
    hint: `The nearest shade that everybody can read is "${better}"`,
  }
}

/** The history of the book was cut off. */
export function shallowClone(): Diagnostic {
  return {
    code: 'theme/shallow-clone',
    severity: 'info',
    message: 'The repository is a shallow clone: most pages show no date of their last change',
    hint: 'Fetch the whole history (`fetch-depth: 0`), or set "dates" to false',
  }
}

/** A picture of the configuration that the book does not have. */
export function missingPicture(at: Place | undefined, key: string, written: string): Diagnostic {
  return {
    code: 'theme/missing-picture',
    severity: 'warning',
    message: `"${key}" names "${written}", and the book has no such file`,
    ...(at === undefined ? {} : { at }),
    hint: 'Write the path as it is seen from the folder of the book',
  }
}
