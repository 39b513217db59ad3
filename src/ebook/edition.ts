// One edition of a book: a space of it as chapters in reading order, with what is said of it, and where its links and
// pictures lead. Every format starts from it.
import type { Chapter as MenuChapter, Part, Space } from '../core/book.ts'
import { coverOf } from '../core/cover.ts'
import { menuOf, walkChapters } from '../core/menu.ts'
import type { BookPath } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import type { BookRead } from '../pipeline/book-read.ts'
import { type InterfaceLanguage, labelsFor } from '../site/labels.ts'
import { visibilityIn } from '../site/visibility.ts'
import type { Chapter } from './chapter.ts'
import type { Content } from './content.ts'
import { type About, aboutOf } from './about.ts'
import { type LinkPlace, destinationOf } from './destinations.ts'
import { walkContent } from './walk.ts'

/** An edition. */
export interface Edition extends About {
  readonly read: BookRead
  readonly space: Space
  readonly files: Files
  readonly language: InterfaceLanguage
  readonly direction: 'ltr' | 'rtl'
  readonly chapters: readonly Chapter[]
  /** By their place on the site. */
  readonly byOutput: ReadonlyMap<string, Chapter>
  readonly menu: readonly Part[]
  readonly cover: BookPath | undefined
}

/** What an edition is made from. */
export interface EditionRequest {
  readonly read: BookRead
  readonly files: Files
  readonly space: Space
  readonly contents: ReadonlyMap<BookPath, Content>
}

/** The edition of one space. */
export function editionOf(request: EditionRequest): Edition {
  const { read, files, space } = request
  const language = labelsFor(space.config.language)
  const menu = menuOf(space)
  const all = chaptersOf(request, menu)
  const byOutput = new Map(all.map((chapter) => [chapter.output as string, chapter]))
  const place = { byOutput, read }
  const chapters = reached(place, all)
  return {
    ...aboutOf(read, space, chapters[0]?.title),
    read,
    space,
    files,
    language,
    direction: space.config.direction ?? language.direction,
    chapters,
    byOutput,
    menu,
    cover: coverOf(read.book, space),
  }
}

function chaptersOf(
  { read, space, contents }: EditionRequest,
  menu: readonly Part[],
): readonly Chapter[] {
  const { results } = read
  const listed = new Map(listedChapters(menu))
  const own = new Set(space.pages)
  const isOwn = (path: BookPath): boolean =>
    path.startsWith(space.root) &&
    !read.book.spaces.some(({ root }) => root.length > space.root.length && path.startsWith(root))
  const rest = [...results.keys()].filter((path) => isOwn(path) && !own.has(path))
  const isListed = (path: BookPath): boolean =>
    listed.has(path) || path === space.readme || path === space.glossaryFile
  return [...space.pages, ...rest].flatMap((path): readonly Chapter[] => {
    const result = results.get(path)
    const content = contents.get(path)
    if (result === undefined || content === undefined || isNotFoundPage(path, space)) return []
    // Who is not shown a page on the site is not given it in a file either.
    if (path !== space.readme && visibilityIn(read.book, result).hidden === true) return []
    const entry = listed.get(path)
    return [
      {
        path,
        output: result.output,
        title: entry?.title ?? result.title ?? path,
        depth: entry?.depth ?? 1,
        content,
        ids: idsIn(content),
        isGlossary: path === space.glossaryFile,
        isListed: isListed(path),
      },
    ]
  })
}

/** The chapters that are listed, and behind them those that links of others reach. */
function reached(place: LinkPlace, all: readonly Chapter[]): readonly Chapter[] {
  const found = all.filter(({ isListed }) => isListed)
  const seen = new Set(found)
  // The list grows while it is walked.
  for (const chapter of found)
    walkContent(chapter.content, {
      inline(inline) {
        if (typeof inline === 'string' || inline.kind !== 'link') return
        const destination = destinationOf(place, chapter, inline.to)
        if (destination.kind !== 'chapter' || seen.has(destination.chapter)) return
        seen.add(destination.chapter)
        found.push(destination.chapter)
      },
    })
  return found
}

/** What a server shows for missing addresses is no chapter. */
function isNotFoundPage(path: BookPath, { root, pages }: Space): boolean {
  return /^404\.(?:md|adoc)$/.test(path.slice(root.length)) && !pages.includes(path)
}

function* listedChapters(
  menu: readonly Part[],
): Generator<readonly [BookPath, { readonly title: string; readonly depth: number }]> {
  const seen = new Set<BookPath>()
  for (const { chapters } of menu)
    for (const chapter of walkChapters(chapters)) {
      if (chapter.kind !== 'page' || seen.has(chapter.path)) continue
      seen.add(chapter.path)
      yield [chapter.path, { title: chapter.title, depth: depthOf(chapter) }]
    }
}

/** The number of a chapter begins with that of its part. */
function depthOf({ level }: MenuChapter): number {
  return Math.max(1, level.split('.').length - 1)
}

/** Every id that a link can lead to. */
function idsIn(content: Content): ReadonlySet<string> {
  const ids = new Set<string>()
  const add = (id: string | undefined): void => {
    if (id !== undefined) ids.add(id)
  }
  walkContent(content, {
    id: add,
    block: ({ id }) => add(id),
    inline: (inline) => {
      if (typeof inline !== 'string' && 'id' in inline) add(inline.id)
    },
  })
  return ids
}
