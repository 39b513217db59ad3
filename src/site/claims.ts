// Which file of the book gets a place of the site that several want. Pages come before files that are only copied; what
// gets no place is left out and reported, and everything else is published.
import type { Book, PageResult } from '../core/book.ts'
import type { DisplacedPages } from '../core/displaced.ts'
import type { OutputFile } from '../core/output-file.ts'
import { type Diagnostic, type Outcome, compare } from '../core/diagnostic.ts'
import { type BookPath, type OutputPath, foldersAbove, withoutRoot } from '../core/path.ts'
import { also, problem } from '../messages/problem.ts'

type Outputs = ReadonlyMap<OutputPath, OutputFile>

/** A page as it will be published. */
interface Laid {
  readonly result: PageResult
  readonly file: OutputFile
}

/** Pages and copies, each place once. */
function filesOfBook(book: Book, pages: ReadonlyMap<BookPath, Laid>): Outcome<Outputs> {
  const sources = new Map<OutputPath, BookPath>()
  const outputs = new Map<OutputPath, OutputFile>()
  const diagnostics: Diagnostic[] = []
  const claim = (path: BookPath, file: OutputFile): void => {
    const first = sources.get(file.path)
    if (first !== undefined)
      diagnostics.push(
        problem(
          'output/collision',
          { file: path },
          { output: file.path, first, second: path },
          also('first-of-two', { file: first }),
        ),
      )
    else {
      outputs.set(file.path, file)
      sources.set(file.path, path)
    }
  }
  // What shows a file comes behind what was written as a page.
  const inOrder = [...pages].toSorted(([, a], [, b]) => shows(a.result) - shows(b.result))
  for (const [path, { file }] of inOrder) {
    const displaced = book.displaced[path]
    if (displaced !== undefined) diagnostics.push(displacedPage(path, displaced))
    claim(path, file)
  }
  for (const path of book.assets) {
    // A Markdown file that is no page keeps its name.
    const place = withoutRoot(book.root, path)
    const page = pages.get(path)
    if (page === undefined || page.result.isSource === true)
      claim(path, { kind: 'copied', path: place, from: path })
  }
  return { value: outputs, diagnostics: [...diagnostics, ...foldedNames(outputs, sources)] }
}

/** What was published before, and of what. */
interface Published {
  readonly book: Book
  readonly pages: ReadonlyMap<BookPath, Laid>
  readonly ofBook: Outcome<Outputs>
}

/** The same, from what was published before as long as nobody wants another place, and nobody was refused one. */
export function filesOfBookAgain(
  book: Book,
  pages: ReadonlyMap<BookPath, Laid>,
  before: Published | undefined,
): Outcome<Outputs> {
  const known = before?.book === book ? sameClaims(pages, before) : undefined
  return known === undefined ? filesOfBook(book, pages) : { value: known, diagnostics: [] }
}

function sameClaims(
  pages: ReadonlyMap<BookPath, Laid>,
  { pages: before, ofBook }: Published,
): Outputs | undefined {
  if (before.size !== pages.size || ofBook.diagnostics.length > 0) return undefined
  const outputs = new Map(ofBook.value)
  for (const [path, page] of pages) {
    const old = before.get(path)
    if (old === page) continue
    const place = page.file.path
    if (old?.file.path !== place || shows(old.result) !== shows(page.result)) return undefined
    outputs.set(place, page.file)
  }
  return outputs
}

function displacedPage(path: BookPath, { output, first }: DisplacedPages[string]): Diagnostic {
  const args = { path, output, first }
  return problem('output/displaced', { file: path }, args, also('first-of-two', { file: first }))
}

const shows = ({ isSource }: PageResult): number => (isSource === true ? 1 : 0)

/** Reports names that differ in case only, and notes for disks that cannot hold both which one comes first. */
function foldedNames(
  outputs: Map<OutputPath, OutputFile>,
  sources: ReadonlyMap<OutputPath, BookPath>,
): readonly Diagnostic[] {
  const folded = new Map<string, OutputPath>()
  const diagnostics: Diagnostic[] = []
  for (const [output, file] of outputs) {
    const name = output.normalize('NFC').toLowerCase()
    const first = folded.get(name)
    const [before, source] = [first && sources.get(first), sources.get(output)]
    if (first === undefined || before === undefined || source === undefined)
      folded.set(name, output)
    else {
      diagnostics.push(
        problem(
          'output/case-collision',
          { file: source },
          { case: 'elsewhere', first: before, second: source },
          also('first-of-two', { file: before }),
        ),
      )
      outputs.set(output, { ...file, yieldsTo: first })
    }
  }
  return diagnostics
}

/**
 * No disk holds a file and a folder of one name. Pages come first, then what every site needs, then the files that are
 * only copied.
 */
export function settleFolders(outputs: Outputs, ofBook: Outputs): Outcome<Outputs> {
  const rank = (file: OutputFile): number =>
    file.kind === 'copied' ? 2 : ofBook.get(file.path) === file ? 0 : 1
  const left = new Map<OutputPath, Diagnostic[]>()
  for (const below of outputs.values())
    for (const folder of foldersAbove(below.path)) {
      const above = outputs.get(folder as OutputPath)
      if (above === undefined) continue
      const [kept, out] = rank(above) <= rank(below) ? [above, below] : [below, above]
      if (out.kind === 'copied' && !left.has(out.path))
        left.set(out.path, [
          problem(
            'output/file-and-folder',
            { file: out.from },
            { left: out.from, kept: kept.path },
          ),
        ])
      else if (!left.has(out.path)) left.set(out.path, [])
    }
  if (left.size === 0) return { value: outputs, diagnostics: [] }
  return {
    value: new Map([...outputs].filter(([path]) => !left.has(path))),
    diagnostics: [...left].sort(([a], [b]) => compare(a, b)).flatMap(([, found]) => found),
  }
}
