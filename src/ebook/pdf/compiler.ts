// The only door to the compiler of Typst. It is large and made for one platform, so it is installed by those who want
// PDFs, and loaded by them alone.
import { createRequire } from 'node:module'
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler'
import type { FontChoice } from './fonts.ts'
import { fontFolders } from './fonts.ts'
import type { PdfDone, PdfJob } from './job.ts'
import { keepJobs } from './kept-jobs.ts'
import { text } from './values.ts'

/** The package that sets pages. */
export const COMPILER = '@myriaddreamin/typst-ts-node-compiler'

/** Where the compiler finds its files: nowhere but in memory. */
const FOLDER = process.platform === 'win32' ? 'C:\\handbook-pdf' : '/handbook-pdf'

/** A compiler. */
export interface Compiler {
  compile(job: PdfJob): PdfDone
  /** Is this source without a mistake? */
  accepts(source: string): boolean
  /** The characters that no font has. */
  missing(characters: readonly string[], fonts: FontChoice): readonly string[]
}

/** The compiler; undefined when it is not installed. What comes out the same is kept in a folder, if there is one. */
export async function loadCompiler(folder?: string): Promise<Compiler | undefined> {
  let typst: typeof Typst
  try {
    typst = await import('@myriaddreamin/typst-ts-node-compiler')
  } catch {
    return undefined
  }
  let created: Typst.NodeCompiler | undefined
  // It reads the fonts of the machine.
  const compiler = (): Typst.NodeCompiler =>
    (created ??= typst.NodeCompiler.create({
      workspace: FOLDER,
      fontArgs: [{ fontPaths: [...fontFolders()] }],
    }))
  const set = (job: PdfJob): PdfDone => compile(compiler(), job)
  const kept = folder === undefined ? set : keepJobs(set, folder, `${COMPILER} ${libraryVersion()}`)
  return {
    compile: kept,
    accepts: (main) => 'bytes' in set({ main, files: [], standard: undefined, time: 0 }),
    missing: (characters, fonts) => missing(kept, characters, fonts),
  }
}

function libraryVersion(): string {
  const { version } = createRequire(import.meta.url)(`${COMPILER}/package.json`) as {
    readonly version: string
  }
  return version
}

function compile(compiler: Typst.NodeCompiler, { main, files, standard, time }: PdfJob): PdfDone {
  compiler.resetShadow()
  for (const { name, bytes } of files) compiler.mapShadow(inFolder(name), Buffer.from(bytes))
  compiler.mapShadow(inFolder('main.typ'), Buffer.from(main))
  const made = compiler.compile({ mainFilePath: inFolder('main.typ') })
  // What it remembers of a book takes as much room as the book, and helps no other one.
  compiler.evictCache(0)
  const error = made.takeError()
  if (made.result === null || error !== null)
    return { problems: error === null ? [''] : messagesOf(compiler.fetchDiagnostics(error)) }
  const warnings = made.takeWarnings()
  const said = warnings === null ? [] : messagesOf(compiler.fetchDiagnostics(warnings))
  const options = {
    creationTimestamp: time,
    ...(standard === undefined ? {} : { pdfStandard: standard }),
  }
  try {
    const bytes = new Uint8Array(compiler.pdf(made.result, options))
    return { bytes, pages: made.result.numOfPages, unknownFonts: unknownFonts(said) }
  } catch (problem) {
    return { problems: exportProblems(problem) }
  } finally {
    compiler.evictCache(0)
    compiler.resetShadow()
  }
}

function inFolder(name: string): string {
  return process.platform === 'win32' ? `${FOLDER}\\${name}` : `${FOLDER}/${name}`
}

function messagesOf(diagnostics: readonly unknown[]): readonly string[] {
  return diagnostics.map((one) => (one as { readonly message?: string }).message ?? '')
}

/** What the writer of PDFs says, which it gives as one text. */
function exportProblems(problem: unknown): readonly string[] {
  const told = problem instanceof Error ? problem.message : String(problem)
  const found = [...told.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(
    ([, message = '']) => message,
  )
  return (found.length === 0 ? [told] : found).map((message) => message.replaceAll(/\\(.)/g, '$1'))
}

function unknownFonts(messages: readonly string[]): readonly string[] {
  return messages.flatMap((message) => /^unknown font family: (.*)$/.exec(message)?.[1] ?? [])
}

/** Standards of archives refuse what no font shows: so a page of all characters tells which those are. */
function missing(
  set: (job: PdfJob) => PdfDone,
  characters: readonly string[],
  { body }: FontChoice,
): readonly string[] {
  if (characters.length === 0) return []
  const names = body.map((name) => `${text(name)},`).join(' ')
  const main = `#set text(font: (${names}))\n${characters.map((one) => `#${text(one)}`).join('\n')}\n`
  const done = set({ main, files: [], standard: 'a-2u', time: 0 })
  if (!('problems' in done)) return []
  return done.problems.flatMap((message) => {
    const shown = /the text `"(.*)"` could not be displayed/.exec(message)?.[1]
    const code = /^u\{([\da-f]+)\}$/.exec(shown?.replace('\\', '') ?? '')?.[1]
    if (shown?.trim() === '') return []
    return code === undefined ? (shown ?? []) : String.fromCodePoint(Number.parseInt(code, 16))
  })
}
