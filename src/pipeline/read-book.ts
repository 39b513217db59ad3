// The pages of a book for those who make something else of them than a site: their trees are shown while they are
// rendered, and nothing is laid out. Trees are not kept between builds, so every page is rendered.
import type { PageResult } from '../core/book.ts'
import { type Diagnostic, sortDiagnostics } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { allowanceOf } from '../core/trust.ts'
import type { SeePage } from '../page/see-page.ts'
import { prepareStyles } from '../site/compiled-styles.ts'
import { checkAnchors } from '../site/link-check.ts'
import { findSiteUrl } from '../site/metadata/site-url.ts'
import { createInputs } from './inputs.ts'
import type { BookRead } from './book-read.ts'
import type { BuildRequest } from './built.ts'
import { openCalendar } from './dates.ts'
import { loadAllowed, withMadePages } from './load-allowed.ts'
import { rememberOutputs } from './outputs.ts'
import { renderAll } from './render-pages.ts'
import { createTargets } from './targets.ts'

/** Reads a whole book. Mistakes of its author are in `diagnostics`; without a book there is no value. */
export async function readBook(
  asked: BuildRequest,
  seePage: SeePage,
): Promise<{ readonly value?: BookRead; readonly diagnostics: readonly Diagnostic[] }> {
  const { environment } = asked
  const loaded = await loadAllowed(asked.files, allowanceOf(asked.trust ?? 'full'))
  const early = [...asked.files.problems(), ...loaded.diagnostics]
  const book = loaded.value
  if (book === undefined) return { diagnostics: sortDiagnostics(early) }
  const files = withMadePages(asked.files, book)
  const request = { ...asked, files }
  const calendar = openCalendar(request, book, undefined)
  const outputOf = rememberOutputs(book)
  const targetOf = createTargets(files, book, outputOf)
  const inputs = createInputs(files, book, { targetOf, calendar })
  const known = new Map<BookPath, PageResult>()
  const work = { request, book, inputs, known, outputOf, calendar, seePage }
  const { results } = await renderAll(work)
  await calendar.ask()
  await prepareStyles(book)
  const siteUrl = findSiteUrl({ book, files, environment })
  const dates = request.dates ?? calendar.dates()?.dates ?? new Map<BookPath, string>()
  return {
    value: { book, results, outputOf, siteUrl: siteUrl.value, names: environment?.names, dates },
    diagnostics: sortDiagnostics([
      ...early,
      ...[...results.values()].flatMap(({ diagnostics }) => diagnostics),
      ...checkAnchors(book, results),
      ...siteUrl.diagnostics,
    ]),
  }
}
