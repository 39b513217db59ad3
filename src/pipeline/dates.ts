// When the files of a book changed last: what the caller says, else what git says of the folder that the book is in.
// Git is asked once for all builds of a server, and only when somebody wants to know.
import { oncePer } from '../core/attempt.ts'
import type { Book } from '../core/book.ts'
import type { Outcome } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { type GitDates, gitDates } from '../files/git-dates.ts'
import { findSiteUrl } from '../site/metadata/site-url.ts'
import { problem } from '../messages/problem.ts'
import type { BuildRequest } from './built.ts'

/** ISO dates by page. */
export type PageDates = Outcome<ReadonlyMap<BookPath, string>>

/** The dates of a book, as far as somebody asked for them. */
export interface Calendar {
  /** The dates that readers, a feed or the sitemap show; none when they show none. */
  shown(): Promise<PageDates>
  /** When a file changed last, for '' any of them, as an ISO date; '' when nobody knows, undefined until git was asked. */
  dateOf(file: BookPath | ''): string | undefined
  /** Asks git, unless that was done. */
  ask(): Promise<void>
  /** What git said, for the next build. */
  dates(): GitDates | undefined
}

/** Opens the calendar of a build; `known` is what git said to the build before. */
export function openCalendar(
  request: BuildRequest,
  book: Book,
  known: GitDates | undefined,
): Calendar {
  const told: GitDates | undefined = request.dates && { dates: request.dates, shallow: false }
  let answer = told ?? known
  let asking: Promise<GitDates> | undefined
  const ask = async (): Promise<GitDates> => {
    answer ??= await (asking ??= askGit(request.files))
    return answer
  }
  return {
    async shown() {
      if (told === undefined && !isShown(request, book))
        return { value: new Map(), diagnostics: [] }
      const { dates, shallow } = await ask()
      return {
        value: dates,
        diagnostics: shallow ? [problem('theme/shallow-clone', undefined)] : [],
      }
    },
    dateOf(file) {
      if (answer === undefined) return undefined
      // Not the date of the file on this disk: a site depends on its book alone.
      return file === '' ? newestOf(answer) : (answer.dates.get(file) ?? '')
    },
    ask: async () => void (await ask()),
    dates: () => (told === undefined ? answer : undefined),
  }
}

const newestOf = oncePer(({ dates }: GitDates) => {
  let last = ''
  for (const date of dates.values()) if (date > last) last = date
  return last
})

function isShown({ files, environment }: BuildRequest, book: Book): boolean {
  const { feed, theme } = book.config
  return (
    theme.dates || feed !== false || findSiteUrl({ book, files, environment }).value !== undefined
  )
}

async function askGit({ dir }: Files): Promise<GitDates> {
  return dir === undefined ? { dates: new Map(), shallow: false, state: '' } : gitDates(dir)
}
