// The only door to the compiler of Typst. It is large and made for one platform, so it is installed by those who want
// PDFs, and loaded by them alone.
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler'
import type { FontChoice } from './fonts.ts'
import { fontFolders } from './fonts.ts'
import { text } from './values.ts'

/** The package that sets pages. */
export const COMPILER = '@myriaddreamin/typst-ts-node-compiler'

/** Where the compiler finds its files: nowhere but in memory. */
const FOLDER = process.platform === 'win32' ? 'C:\\handbook-pdf' : '/handbook-pdf'

/** What is to be set. */
export interface PdfJob {
  readonly main: string
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly standard: string | undefined
  /** Seconds since 1970. */
  readonly time: number
}

/** What came of it. */
export type PdfDone =
  | { readonly bytes: Uint8Array; readonly pages: number; readonly unknownFonts: readonly string[] }
  | { readonly problems: readonly string[] }

/** A compiler. */
export interface Compiler {
  compile(job: PdfJob): PdfDone
  /** Is this source without a mistake? */
  accepts(source: string): boolean
  /** The characters that no font has. */
  missing(characters: readonly string[], fonts: FontChoice): readonly string[]
}

/** The compiler; undefined when it is not installed. */
export async function loadCompiler(): Promise<Compiler | undefined> {
  let typst: typeof Typst
  try {
    typst = await import('@myriaddreamin/typst-ts-node-compiler')
  } catch {
    return undefined
  }
  const create = (): Typst.NodeCompiler =>
    typst.NodeCompiler.create({
      workspace: FOLDER,
      fontArgs: [{ fontPaths: [...fontFolders()] }],
    })
  const compiler = create()
  return {
    compile: (job) => compile(compiler, job),
    accepts: (main) =>
      'bytes' in compile(compiler, { main, files: [], standard: undefined, time: 0 }),
    missing: (characters, fonts) => missing(compiler, characters, fonts),
  }
}

function compile(compiler: Typst.NodeCompiler, { main, files, standard, time }: PdfJob): PdfDone {
  compiler.resetShadow()
  for (const { name, bytes } of files) compiler.mapShadow(inFolder(name), Buffer.from(bytes))
  compiler.mapShadow(inFolder('main.typ'), Buffer.from(main))
  const made = compiler.compile({ mainFilePath: inFolder('main.typ') })
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
  compiler: Typst.NodeCompiler,
  characters: readonly string[],
  { body }: FontChoice,
): readonly string[] {
  if (characters.length === 0) return []
  const names = body.map((name) => `${text(name)},`).join(' ')
  const main = `#set text(font: (${names}))\n${characters.map((one) => `#${text(one)}`).join('\n')}\n`
  const done = compile(compiler, { main, files: [], standard: 'a-2u', time: 0 })
  if (!('problems' in done)) return []
  return done.problems.flatMap((message) => {
    const shown = /the text `"(.*)"` could not be displayed/.exec(message)?.[1]
    const code = /^u\{([\da-f]+)\}$/.exec(shown?.replace('\\', '') ?? '')?.[1]
    if (shown?.trim() === '') return []
    return code === undefined ? (shown ?? []) : String.fromCodePoint(Number.parseInt(code, 16))
  })
}
