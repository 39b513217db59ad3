// What it takes to move pages, files and folders or to rename a heading: which files change, and how. The book is
// built again in memory with all of it; what is not as good as before is not planned. Nothing is written here.
import { isPagePath } from '../../book/output.ts'
import type { Book, PageResult } from '../../core/book.ts'
import { type Diagnostic, type Fix, sortDiagnostics } from '../../core/diagnostic.ts'
import { type BookPath, writtenBelow } from '../../core/path.ts'
import { asReference } from '../../core/reference.ts'
import type { Files } from '../../files/files.ts'
import { problem } from '../../messages/problem.ts'
import { type CheckResult, checkBook } from '../check.ts'
import { type FileFixes, applyFixes, groupFixes } from '../fix.ts'
import { type ConfigWish, type RedirectPair, editConfig } from './config.ts'
import { type HeadingMove, type HeadingPlan, planHeading } from './heading.ts'
import { type FileMove, planNames } from './names.ts'
import { type FileChange, withChanges } from './overlay.ts'
import { linkedFiles, unwritableTexts } from './obstacles.ts'
import { outputsAfter } from './outputs.ts'
import { sourceReferences } from './references.ts'
import {
  type Anchors,
  type Names,
  type RenameRequest,
  createRewriting,
  rewritten,
} from './rewrite.ts'
import { repeatedTitles } from './titles.ts'
import { verify } from './verify.ts'

/** What somebody wants to be moved. */
export type Move = FileMove | HeadingMove

/** A move, or why there is none. */
export interface MovePlan {
  /** Empty when nothing can be done. */
  readonly changes: readonly FileChange[]
  readonly diagnostics: readonly Diagnostic[]
  /** The book as the diagnostics see it. */
  readonly files: Files
}

/** All that a move changes. */
interface PlanRequest extends ConfigWish, RenameRequest {
  readonly anchors: Anchors
  /** Of the heading and what repeats its text. */
  readonly fixes: readonly Fix[]
}

const NONE: PlanRequest = {
  names: new Map(),
  anchors: new Map(),
  fixes: [],
  pairs: [],
  removed: new Set(),
}

/** Plans a move in a book that was checked. */
export async function planMove(before: CheckResult, files: Files, move: Move): Promise<MovePlan> {
  const { book } = before
  const refuse = (diagnostics: readonly Diagnostic[]): MovePlan => ({
    changes: [],
    diagnostics,
    files,
  })
  if (book === undefined) return refuse(before.diagnostics)
  if (move.kind === 'files') {
    const renaming = planNames(move, book, files)
    if ('code' in renaming) return refuse([renaming])
    const linked = linkedFiles(files, renaming.names)
    if (linked.length > 0) return refuse(linked)
    const wish = { ...NONE, ...renaming, pairs: pagePairs(before.results, renaming, book) }
    return settle({ before, book, files, wish, remarks: [] })
  }
  const heading = planHeading(move, before, files)
  if ('code' in heading) return refuse([heading])
  const { after } = await tryOut(before, book, files, { ...NONE, fixes: heading.fixes })
  const wrong = headingProblem(move, heading, after)
  if (wrong !== undefined) return refuse([wrong])
  const anchors = changedAnchors(before.results, after.results)
  const titles = 'text' in move.to ? repeatedTitles(book, files, heading, move.to.text) : []
  const { pairs, remarks } = anchorPairs(anchors, after.results, book)
  const wish = { ...NONE, anchors, pairs, fixes: [...heading.fixes, ...titles] }
  return settle({ before, book, files, wish, remarks })
}

interface LinkSettling {
  readonly before: CheckResult
  readonly book: Book
  readonly files: Files
  readonly wish: PlanRequest
  readonly remarks: readonly Diagnostic[]
}

/** Makes the changes of a wish and looks at the book with them. */
async function settle({ before, book, files, wish, remarks }: LinkSettling): Promise<MovePlan> {
  let draft = await tryOut(before, book, files, wish)
  const removed = newlyShadowed(before, draft.after)
  if (removed.size > 0) draft = await tryOut(before, book, files, { ...wish, removed })
  const { changes, problems, after, overlay } = draft
  const refused = problems.filter(({ severity }) => severity === 'error')
  if (refused.length > 0) return { changes: [], diagnostics: refused, files }
  const verdict = verify({ before, after, names: wish.names, anchors: wish.anchors })
  if (verdict.blocking.length > 0) {
    const { blocking } = verdict
    const diagnostics = [
      ...sortDiagnostics(blocking),
      problem('move/would-break', undefined, { count: blocking.length }),
    ]
    return { changes: [], diagnostics, files: overlay }
  }
  const diagnostics = sortDiagnostics([...remarks, ...problems, ...verdict.remarks])
  return { changes, diagnostics, files: overlay }
}

interface Draft {
  readonly changes: readonly FileChange[]
  readonly problems: readonly Diagnostic[]
  readonly after: CheckResult
  readonly overlay: Files
}

async function tryOut(
  before: CheckResult,
  book: Book,
  files: Files,
  wish: PlanRequest,
): Promise<Draft> {
  const rewriting = createRewriting(book, before.results, files, wish)
  const references = sourceReferences(before, files).flatMap((reference) => {
    const text = rewritten(reference, rewriting)
    return text === undefined ? [] : [{ at: reference.at, text }]
  })
  const config = editConfig(book, files, rewriting, wish)
  const edits = groupFixes([...wish.fixes, ...references])
  const changes = fileChanges(files, wish.names, edits)
  const all = config.change === undefined ? changes : [...changes, config.change]
  const overlay = withChanges(files, all)
  const after = await checkBook({ files: overlay }, before.memory)
  const unwritable = unwritableTexts(
    files,
    edits.map(({ file }) => file),
  )
  return { changes: all, problems: [...unwritable, ...config.diagnostics], after, overlay }
}

function fileChanges(files: Files, names: Names, all: readonly FileFixes[]): readonly FileChange[] {
  const edits = new Map(all.map((one) => [one.file, one.fixes]))
  return [...new Set([...names.keys(), ...edits.keys()])].sort().map((from) => {
    const own = edits.get(from) ?? []
    const bytes = own.length === 0 ? undefined : files.bytes(from)
    const content = bytes && applyFixes(bytes, own)
    return { from, to: names.get(from) ?? from, ...(content === undefined ? {} : { content }) }
  })
}

/** A redirect for each page that gets another address. */
function pagePairs(
  results: ReadonlyMap<BookPath, PageResult>,
  renaming: RenameRequest,
  book: Book,
): readonly RedirectPair[] {
  const { names } = renaming
  const place = (path: string): string => asReference(writtenBelow(book.root, path))
  const outputOf = outputsAfter(book, renaming)
  return [...names].flatMap(([from, to]) => {
    const result = results.get(from)
    if (result === undefined || result.isSource || !isPagePath(from)) return []
    if (outputOf(to) === result.output) return []
    // A start page has an address that its own name does not say.
    const isPlain = outputOf(from) === result.output
    return [[isPlain ? place(from) : asReference(result.output), place(to)] as const]
  })
}

/** Of every page the anchors that are called otherwise now. */
function changedAnchors(
  before: ReadonlyMap<BookPath, PageResult>,
  after: ReadonlyMap<BookPath, PageResult>,
): Anchors {
  const anchors = new Map<BookPath, ReadonlyMap<string, string>>()
  for (const [path, { headings }] of before) {
    const fresh = after.get(path)?.headings ?? []
    if (fresh.length !== headings.length) continue
    const changed = headings.flatMap(({ id }, index) => {
      const other = fresh[index]?.id ?? id
      return other === id ? [] : [[id, other] as const]
    })
    if (changed.length > 0) anchors.set(path, new Map(changed))
  }
  return anchors
}

/** Is the heading what was wanted, and every other one what it was? */
function headingProblem(
  { to }: HeadingMove,
  { page, index, heading }: HeadingPlan,
  after: CheckResult,
): Diagnostic | undefined {
  const fresh = after.results.get(page.path)?.headings ?? []
  const isKept = page.headings.every(({ level, text }, at) => {
    const other = fresh[at]
    return other?.level === level && (at === index || other.text === text)
  })
  const own = fresh[index]
  const isMeant = 'text' in to ? own?.text !== '' : own?.id === to.anchor
  if (isKept && isMeant && fresh.length === page.headings.length) return undefined
  const text = 'text' in to ? to.text : heading.text
  return problem('move/unusable-name', { file: page.path }, { case: 'heading', text })
}

/** Redirects for anchors that are gone, and a word about those that passed to another heading. */
function anchorPairs(
  anchors: Anchors,
  after: ReadonlyMap<BookPath, PageResult>,
  { root }: Book,
): { readonly pairs: readonly RedirectPair[]; readonly remarks: readonly Diagnostic[] } {
  const pairs: RedirectPair[] = []
  const remarks: Diagnostic[] = []
  for (const [path, changed] of anchors) {
    const page = after.get(path)
    const place = asReference(writtenBelow(root, path))
    for (const [old, fresh] of changed) {
      const heir = page?.headings.find(({ id }) => id === old)
      if (heir !== undefined)
        remarks.push(
          problem('move/anchor-reused', { file: path }, { path, id: old, text: heir.text }),
        )
      else if (!page?.ids.includes(old))
        pairs.push([`${place}#${inFragment(old)}`, `${place}#${inFragment(fresh)}`])
    }
  }
  return { pairs, remarks }
}

/** A fragment is decoded when it is read. */
function inFragment(id: string): string {
  return id.replaceAll('%', '%25')
}

/** Redirects of the configuration that something answers to now. */
function newlyShadowed(before: CheckResult, after: CheckResult): ReadonlySet<string> {
  const known = new Set(shadowed(before))
  return new Set(shadowed(after).filter((from) => !known.has(from)))
}

function shadowed({ book, diagnostics }: CheckResult): readonly string[] {
  return diagnostics
    .filter(({ code }) => code === 'redirects/shadows-page')
    .flatMap(({ at }) => {
      const entry = book?.config.redirects.find((one) => isSamePlace(one.at, at))
      return entry === undefined ? [] : [entry.from]
    })
}

function isSamePlace(a: Diagnostic['at'], b: Diagnostic['at']): boolean {
  return a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b)
}
