// `handbook pdf`: the same as `handbook epub`, set for paper.
import { problem } from '../messages/problem.ts'
import type { Edition } from '../ebook/edition.ts'
import type { Chapter } from '../ebook/chapter.ts'
import { type EbookFlags, type MakeFile, ebookCommand } from './ebook.ts'
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
  const make: MakeFile = ({ edition, remarks }) => {
    const chapters = only === undefined ? edition.chapters : chosen(edition, only)
    if (chapters.length === 0) {
      const count = edition.chapters.length
      const diagnostics = [problem('ebook/unknown-chapter', undefined, { only: only ?? '', count })]
      return Promise.resolve({ diagnostics })
    }
    return Promise.resolve(makePdf({ edition, remarks, compiler, standard, chapters }))
  }
  return ebookCommand(session, flags, 'pdf', () => Promise.resolve(make))
}

/** The chapters that `--only` names: a page, or numbers in the order of reading. */
function chosen({ chapters }: Edition, only: string): readonly Chapter[] {
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(only.trim()) ?? []
  if (first !== undefined) return chapters.slice(Number(first) - 1, Number(last ?? first))
  const path = only.trim().replace(/^(?:\.\/)+/, '')
  return chapters.filter((chapter) => chapter.path === path || chapter.output === path)
}
