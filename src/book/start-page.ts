// The page that a space begins with.
import type { Dialect } from '../core/book.ts'
import { chaptersIn } from '../core/menu.ts'
import { type BookPath, pathIn, writtenBelow } from '../core/path.ts'
import { problem } from '../messages/problem.ts'
import { guarded } from './guarded.ts'
import type { LoadContext, SpacePlan } from './load-context.ts'
import { parseSummary } from './summary.ts'
import { markHidden, ownVisibility } from './visibility.ts'
import type { Wiki } from './wiki.ts'

/** What is known of the space. */
interface Beginning {
  /** The file that its configuration names, or README. */
  readonly named: BookPath | undefined
  readonly summaryFile: BookPath | undefined
  readonly isSidebar: boolean
  readonly dialect: Dialect
  readonly wiki: Wiki | undefined
}

/** The page that the space begins with: one that is not kept from readers. */
export function startPage(
  loading: LoadContext,
  plan: SpacePlan,
  { named, summaryFile, isSidebar, dialect, wiki }: Beginning,
): BookPath | undefined {
  const isOfMdbook = dialect === 'mdbook'
  // A book of mdBook begins with its first chapter, whatever that is called.
  const chapter = isOfMdbook
    ? firstPage(loading, plan, { file: summaryFile, isOfMdbook })
    : undefined
  if (chapter !== undefined) return chapter
  const readme = startNamed(named, wiki, summaryFile !== undefined && !isSidebar)
  const isWithheld = readme !== undefined && ownVisibility(loading.files, readme).withheld === true
  if (readme !== undefined && !isWithheld) return readme
  if (plan.folder !== undefined) return plan.folder.start
  const first = firstPage(loading, plan, { file: summaryFile, isOfMdbook })
  if (first === undefined || !isWithheld) reportStart(loading, plan, first)
  return first
}

/** A wiki begins with its Home, unless it has a start page and a table of contents of a book. */
function startNamed(
  own: BookPath | undefined,
  wiki: Wiki | undefined,
  isBook: boolean,
): BookPath | undefined {
  return isBook ? (own ?? wiki?.home) : (wiki?.home ?? own)
}

/** There is no start page of the name that is expected. */
function reportStart(
  loading: LoadContext,
  { root, config, written, at }: SpacePlan,
  first: BookPath | undefined,
): void {
  const named = written.locate(['structure', 'readme'], 'value')
  const place = at ?? (named.start === undefined ? undefined : named)
  const { readme } = config.structure
  const wanted = pathIn(root, readme) ?? root + readme
  if (first === undefined)
    loading.diagnostics.push(
      at === undefined
        ? problem('book/no-readme', place, { wanted })
        : problem('languages/no-pages', at, { wanted }),
    )
  else
    loading.diagnostics.push(
      problem('book/other-start-page', place, { wanted, first, name: writtenBelow(root, first) }),
    )
}

/** The first page of the table of contents that readers may see. */
function firstPage(
  { files, lookup, bookRoot }: LoadContext,
  { root, isOnly }: SpacePlan,
  { file, isOfMdbook }: { readonly file: BookPath | undefined; readonly isOfMdbook: boolean },
): BookPath | undefined {
  const source = file && files.text(file)
  if (file === undefined || source === undefined) return undefined
  const readme = '' as BookPath
  const scope = {
    file,
    root,
    bookRoot,
    lookup,
    readme,
    introduction: '',
    isOfMdbook,
    isOnlySpace: isOnly === true,
  }
  const { value } = guarded(file, [], () => parseSummary(source, scope))
  const { parts, visibility } = markHidden(value, files)
  return chaptersIn(parts)
    .flatMap((chapter) => (chapter.kind === 'page' ? [chapter.path] : []))
    .find(
      (path) => (isOnly === true || path.startsWith(root)) && visibility[path]?.withheld !== true,
    )
}
