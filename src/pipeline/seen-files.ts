// What may be another since the build before, where files say what has changed: a server need not ask ten thousand pages
// whether anything of theirs has, for a word in one of them.
import type { Book, PageResult } from '../core/book.ts'
import { type Dependency, hangsOn, isRemote } from '../core/dependency.ts'
import type { BookPath } from '../core/path.ts'
import type { FilesState } from '../files/file-states.ts'
import type { Files } from '../files/files.ts'
import type { GitDates } from '../files/git-dates.ts'
import type { Asked } from './built.ts'

/** The files of which a book was built, and how they were. */
export interface SeenFiles {
  readonly book: Book
  readonly list: readonly BookPath[]
  readonly state: FilesState
}

/** Notes how files are before anybody looks at them. */
export function seeFiles(files: Files): (book: Book, all: Files) => SeenFiles | undefined {
  const state = files.state?.()
  return (book, all) => state && { book, list: all.list(), state }
}

/** The files that may be others than in the build before, and the inputs that hang on them; undefined when all may. */
export function differenceFrom(
  seen: SeenFiles | undefined,
  book: Book,
  files: Files,
):
  | {
      readonly changed: ReadonlySet<BookPath>
      readonly mayDiffer: (dependency: Dependency) => boolean
    }
  | undefined {
  if (seen?.book !== book || seen.list !== files.list()) return undefined
  const changed = seen.state.changed()
  return changed && { changed, mayDiffer: hangsOn(changed) }
}

/** What else than files a build asked. Ebooks are made of fonts of the system, too: those are not asked again. */
export function askedBy(
  results: ReadonlyMap<BookPath, PageResult>,
  git: GitDates | undefined,
): { readonly asked?: Asked } {
  if ([...results.values()].some(({ dependencies }) => isRemote(dependencies))) return {}
  if (git === undefined) return { asked: {} }
  return git.state === undefined ? {} : { asked: { history: git.state } }
}
