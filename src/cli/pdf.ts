// `handbook pdf`: the same as `handbook epub`, set for paper.
import type { Diagnostic } from '../core/diagnostic.ts'
import { problem } from '../messages/problem.ts'
import type { Edition } from '../ebook/edition.ts'
import type { Chapter } from '../ebook/chapter.ts'
import { type EbookFlags, ebookCommand } from './ebook.ts'
import { exitCodes, printFailure } from './failure.ts'
import { keptPdfs } from './remember.ts'
import type { Session } from './session.ts'

/** What a PDF is asked to be. */
export interface PdfFlags extends EbookFlags {
  readonly standard?: string
  /** The chapters to be set, as they were typed. */
  readonly only?: string
}

/** `handbook pdf`. Gives the exit code: 3 when what sets pages is not installed. */
export async function pdfCommand(session: Session, flags: PdfFlags): Promise<number> {
  const { COMPILER, loadCompiler } = await import('../ebook/pdf/compiler.ts')
  const compiler = await loadCompiler(keptPdfs(session))
  if (compiler === undefined) {
    printFailure({ case: 'not-installed', name: COMPILER }, session.terminal)
    return exitCodes.notInstalled
  }
  const { makePdf } = await import('../ebook/pdf/pdf.ts')
  const { standard, only } = flags
  const names = only?.split(',').map((name) => name.trim().replace(/^(?:\.\/)+/, ''))
  return ebookCommand(session, flags, 'pdf', () =>
    Promise.resolve({
      make({ edition, remarks }) {
        const chapters = chosen(edition, names)
        const made = makePdf({ edition, remarks, compiler, standard, chapters })
        return { ...made, chapters: chapters.length }
      },
      select: (editions) => ({
        editions: editions.filter(
          ({ edition }) => names === undefined || chosen(edition, names).length > 0,
        ),
        diagnostics: unknownChapters(
          editions.map(({ edition }) => edition),
          names ?? [],
        ),
      }),
    }),
  )
}

/** What `--only` names and no edition has. */
function unknownChapters(
  editions: readonly Edition[],
  names: readonly string[],
): readonly Diagnostic[] {
  const count = Math.max(0, ...editions.map(({ chapters }) => chapters.length))
  return names
    .filter(
      (name) => count > 0 && editions.every((edition) => chosen(edition, [name]).length === 0),
    )
    .map((name) => problem('ebook/unknown-chapter', undefined, { only: name, count }))
}

/** The chapters that `--only` names, in the order of reading: pages, and numbers in that order. */
function chosen(
  { chapters, space }: Edition,
  names: readonly string[] | undefined,
): readonly Chapter[] {
  if (names === undefined) return chapters
  const isNamed = ({ path, output }: Chapter, number: number): boolean =>
    names.some((name) => {
      const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(name) ?? []
      if (first !== undefined) return number >= Number(first) && number <= Number(last ?? first)
      return [path, output, path.slice(space.root.length)].includes(name)
    })
  return chapters.filter((chapter, index) => isNamed(chapter, index + 1))
}
