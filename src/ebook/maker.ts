// The ebooks that a site offers, made of the pages that its build renders anyway. What is wrong with one costs readers
// that one: the site is built without it.
import type { Space } from '../core/book.ts'
import type { OutputFile } from '../core/output-file.ts'
import type { Download, DownloadFormat } from '../core/download.ts'
import { type Diagnostic, distinct } from '../core/diagnostic.ts'
import type { OutputPath } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { problem } from '../messages/problem.ts'
import type { BookRead } from '../pipeline/book-read.ts'
import type { EbookMaker, MakeEbooks } from '../pipeline/built.ts'
import { downloadPlace } from '../site/downloads.ts'
import { type ReadEdition, readEdition } from './make.ts'
import { COMPILER } from './pdf/compiler.ts'
import { readPage } from './read/page.ts'

/** How an edition becomes a file; without bytes it could not be made. */
type MakeFile = (edition: ReadEdition) => {
  readonly bytes?: Uint8Array
  readonly diagnostics: readonly Diagnostic[]
}

/** How the files of each format are made; absent where what makes them is not installed. */
type Makers = { readonly [format in DownloadFormat]?: MakeFile }

/** Loads what makes these formats. */
export async function createEbookMaker(
  formats: ReadonlySet<string>,
  folder?: string,
): Promise<EbookMaker> {
  const [epub, pdf] = await Promise.all([
    formats.has('epub') ? loadEpub() : undefined,
    formats.has('pdf') ? loadPdf(folder) : undefined,
  ])
  const makers: Makers = { ...(epub && { epub }), ...(pdf && { pdf }) }
  return { seePage: readPage, make: (request) => makeAll(request, makers) }
}

async function loadEpub(): Promise<MakeFile> {
  const { makeEpub } = await import('./epub/epub.ts')
  return ({ edition, remarks }) => makeEpub(edition, remarks)
}

async function loadPdf(folder: string | undefined): Promise<MakeFile | undefined> {
  const [{ makePdf }, { loadCompiler }] = await Promise.all([
    import('./pdf/pdf.ts'),
    import('./pdf/compiler.ts'),
  ])
  const compiler = await loadCompiler(folder)
  if (compiler === undefined) return undefined
  return ({ edition, remarks }) =>
    makePdf({ edition, remarks, compiler, standard: undefined, chapters: edition.chapters })
}

function makeAll(
  { read, files, isLater }: MakeEbooks,
  makers: Makers,
): ReturnType<EbookMaker['make']> {
  const downloads: Download[] = []
  const diagnostics: Diagnostic[] = []
  for (const space of read.book.spaces) {
    let known: ReadEdition | undefined
    const edition = (): ReadEdition => (known ??= readEdition(read, files, space))
    for (const format of space.config.downloads) {
      const make = makers[format]
      const own = ofAuthor(read, files, space, format)
      if (own !== undefined) downloads.push(own)
      else if (make === undefined) diagnostics.push(missing(read, space))
      else {
        const { output } = downloadPlace(read.book, space, format)
        const one = { space: space.id, format }
        if (isLater) downloads.push({ ...one, file: lateFile(output, () => make(edition())) })
        else {
          const made = make(edition())
          diagnostics.push(...told(made.diagnostics))
          if (made.bytes !== undefined) downloads.push({ ...one, ...wholeFile(output, made.bytes) })
        }
      }
    }
  }
  return { value: downloads, diagnostics: distinct(diagnostics) }
}

/** A file of that name in the book, which somebody made by other means. */
function ofAuthor(
  { book }: BookRead,
  files: Files,
  space: Space,
  format: DownloadFormat,
): Download | undefined {
  const { path, output } = downloadPlace(book, space, format)
  const bytes = book.assets.includes(path) ? files.size(path) : undefined
  if (bytes === undefined) return undefined
  return { space: space.id, format, bytes, file: { kind: 'copied', path: output, from: path } }
}

function wholeFile(path: OutputPath, content: Uint8Array): Pick<Download, 'file' | 'bytes'> {
  return { file: { kind: 'made', path, content }, bytes: content.length }
}

function lateFile(path: OutputPath, make: () => ReturnType<MakeFile>): OutputFile {
  let made: Uint8Array | undefined
  return {
    kind: 'made',
    path,
    isMade: () => made !== undefined,
    get content() {
      made ??= make().bytes ?? new Uint8Array()
      return made
    },
  }
}

function missing({ book }: BookRead, { config }: Space): Diagnostic {
  const at = book.config.places['downloads'] ?? config.places['downloads']
  return problem('ebook/no-compiler', at, { name: COMPILER })
}

/** What an ebook leaves out is no news of a site, and what fails is no reason to build none. */
function told(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map((one) => ({ ...one, severity: 'warning' as const }))
}
