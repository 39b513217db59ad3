// Style sheets of the book that browsers cannot read as they are: each becomes CSS in a file beside it.
import type { Book, Space } from '../core/book.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { problem } from '../messages/problem.ts'
import { type TextOf, compileLess, isLess, loadLess } from './less.ts'
import { fileOfSetting, websiteStyles } from './own-head.ts'

/** The sheets of a book as CSS, with all that was read for them. */
export interface CompiledStyles {
  readonly css: ReadonlyMap<BookPath, string>
  readonly sheets: readonly BookPath[]
  readonly read: ReadonlyMap<BookPath, string | undefined>
  readonly diagnostics: readonly Diagnostic[]
}

/** Loads what the sheets of a book are compiled with. */
export async function prepareStyles({ spaces }: Book): Promise<void> {
  const written = spaces.flatMap(({ config }) => Object.values(config.styles).flat())
  if (written.some((name) => name !== undefined && isLess(name))) await loadLess()
}

/** Compiles what the site needs of a book, unless all of it is as it was before. */
export function compileStyles(
  book: Book,
  textOf: TextOf,
  before: CompiledStyles | undefined,
): CompiledStyles {
  const sheets = [...new Set(book.spaces.flatMap((space) => sheetsOf(book, space)))]
  const isSame =
    before?.sheets.join('\n') === sheets.join('\n') &&
    [...before.read].every(([path, text]) => textOf(path) === text)
  if (isSame) return before
  const [css, read] = [new Map<BookPath, string>(), new Map<BookPath, string | undefined>()]
  const diagnostics: Diagnostic[] = []
  for (const path of sheets) {
    const compiled = compileLess(path, (one) => {
      const text = textOf(one)
      read.set(one, text)
      return text
    })
    if ('css' in compiled) css.set(path, compiled.css)
    else diagnostics.push(problem('theme/style-mistake', compiled.at, { reason: compiled.reason }))
  }
  return { css, sheets, read, diagnostics }
}

function sheetsOf(book: Book, space: Space): readonly BookPath[] {
  return websiteStyles(space.config)
    .filter(isLess)
    .flatMap((written) => fileOfSetting(book, space, written) ?? [])
}
