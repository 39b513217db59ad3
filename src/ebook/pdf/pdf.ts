// A whole PDF: its source is written, set and checked.
import type { Diagnostic, Place, Severity } from '../../core/diagnostic.ts'
import { problem } from '../../messages/problem.ts'
import type { Chapter } from '../chapter.ts'
import { unsaidPictures } from '../destinations.ts'
import type { Edition } from '../edition.ts'
import type { Remarks } from '../remarks.ts'
import { stylesFor } from '../style-files.ts'
import type { Compiler } from './compiler.ts'
import { charactersOf, placeOfCharacter } from './characters.ts'
import { formulasOf } from './formulas.ts'
import type { FontChoice } from './fonts.ts'
import type { PdfDone } from './job.ts'
import { type PdfSource, pdfSource } from './source.ts'
import { call, text } from './values.ts'

/** What is asked of a PDF. */
export interface PdfRequest {
  readonly edition: Edition
  readonly remarks: Remarks
  readonly compiler: Compiler
  readonly standard: string | undefined
  /** The chapters to be set. */
  readonly chapters: readonly Chapter[]
}

/** A PDF; no bytes when it could not be made. */
export interface MadePdf {
  readonly bytes?: Uint8Array
  readonly pages: number
  readonly diagnostics: readonly Diagnostic[]
}

/** Makes a PDF of an edition. */
export function makePdf(request: PdfRequest): MadePdf {
  const { edition, remarks, compiler, standard, chapters } = request
  const unsaid = refusedPictures(request)
  if (unsaid.length > 0)
    return {
      pages: 0,
      diagnostics: unsaid.map((at) =>
        problem('ebook/no-alternative', at, { standard: standard ?? '' }),
      ),
    }
  const { done, fonts } = setBook(request)
  noteStyles(edition, remarks)
  const absent = compiler.missing(charactersOf(chapters), fonts)
  // Standards refuse what is not shown.
  const severity = standard === undefined ? 'warning' : 'error'
  const glyphs = missingGlyphs(edition, absent, severity)
  if ('problems' in done) {
    const rest = done.problems.filter((reason) => !/could not be displayed/.test(reason))
    const failed = (glyphs.length === 0 ? done.problems : rest).map((reason) =>
      problem('ebook/not-set', undefined, { reason }),
    )
    return { pages: 0, diagnostics: [...glyphs, ...failed] }
  }
  const unknown = new Set(done.unknownFonts)
  const chosen = fonts.own.find((name) => !unknown.has(name.toLowerCase()))
  const noFont =
    fonts.own.length > 0 && chosen === undefined
      ? [
          problem('ebook/no-font', undefined, {
            language: edition.language.tag,
            font: fonts.own[0] ?? '',
          }),
        ]
      : []
  return {
    bytes: done.bytes,
    pages: done.pages,
    diagnostics: [...noFont, ...glyphs, ...remarks.diagnostics()],
  }
}

/** Typst has rules of its own, and knows no CSS. */
function noteStyles(edition: Edition, remarks: Remarks): void {
  for (const file of stylesFor(edition, ['pdf']))
    if (edition.files.text(file)?.text.trim() !== '') remarks.add('pdf-style', { file })
}

/** Sets a book. A picture that cannot be read costs readers that picture: it is set again without those. */
function setBook(request: PdfRequest): { readonly done: PdfDone; readonly fonts: FontChoice } {
  const { edition, remarks, compiler, standard, chapters } = request
  const time = Date.parse(edition.modified) / 1000
  const formulas = formulasOf(chapters, compiler)
  const set = (broken: ReadonlySet<string>): ReturnType<typeof setBook> & PdfSource => {
    const source = pdfSource(edition, chapters, remarks, { formulas, broken })
    const { main, pictures } = source
    const done = compiler.compile({ main, files: pictures.files(), standard, time })
    return { ...source, done }
  }
  const first = set(new Set())
  const mayBeBroken =
    'problems' in first.done && first.done.problems.some((reason) => /image|svg/i.test(reason))
  if (!mayBeBroken) return first
  const broken = first.pictures.files().filter((file) => {
    const main = `#${call('image', {}, text(file.name))}`
    return 'problems' in compiler.compile({ main, files: [file], standard: undefined, time })
  })
  return broken.length === 0 ? first : set(new Set(broken.map(({ name }) => name)))
}

/** Where pictures are that a standard refuses. */
function refusedPictures({
  edition,
  standard,
  chapters,
}: PdfRequest): readonly (Place | undefined)[] {
  const isForAll = standard === 'ua-1' || standard?.endsWith('a') === true
  if (!isForAll || edition.space.config.pdf.missingAlternative !== 'error') return []
  return chapters.flatMap((chapter) => unsaidPictures(edition, chapter).map(({ at }) => at))
}

/** Characters that no font has, each where it stands first. */
function missingGlyphs(
  edition: Edition,
  absent: readonly string[],
  severity: Severity,
): readonly Diagnostic[] {
  return absent.map((character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    const at = placeOfCharacter(edition, character)
    return problem('ebook/missing-glyph', at, { character, code: `U+${code}` }, { severity })
  })
}
