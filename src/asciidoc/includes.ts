import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { folderOf } from '../core/path.ts'
import { isAddress } from '../core/reference.ts'
import { problem } from '../messages/problem.ts'
import type { Excess } from './limits.ts'
import { type IncludeDirective, type IncludedSource, MAIN, type Spot } from './processor.ts'
import { type Source, createPlaces, withoutMarks } from './references.ts'
import { selectLines } from './selection.ts'

/** Files that include each other in turn grow without end long before they repeat. */
const MAX_INCLUDES = 2000
/** Of all that a page includes, in characters: as much as a page may have itself. */
const MAX_LENGTH = 8_000_000

/** A file of the book for an `include::`. */
export interface IncludedFile {
  readonly path: BookPath
  readonly text: string
}

/** A file that no page may include. */
export interface HiddenFile {
  readonly hidden: BookPath
}

/** Finds files to include; the target is as written, relative to `from`. */
export type FindInclude = (target: string, from: BookPath) => IncludedFile | HiddenFile | undefined

/** Answers the `include::` lines of one page. */
export interface Includes {
  include(directive: IncludeDirective): IncludedSource | undefined
  readonly sources: ReadonlyMap<string, Source>
  diagnostics(): readonly Diagnostic[]
}

interface OpenSource extends Source {
  readonly includes: Map<number, Spot>
}

/** Includes of a page. */
export function createIncludes(
  page: Omit<Source, 'includes'>,
  find: FindInclude,
  inspect: (text: string) => Excess | undefined,
): Includes {
  const sources = new Map<string, OpenSource>([[MAIN, { ...page, includes: new Map() }]])
  const diagnostics: Diagnostic[] = []
  const countInclude = createCounter()

  const report = (
    { at, target }: IncludeDirective,
    make: (at: Diagnostic['at'] & object) => Diagnostic,
  ): undefined => {
    const places = createPlaces(sources, [nextLine(at)])
    diagnostics.push(make(places.search(at, [target])?.at ?? places.line(at)))
  }

  const take = (directive: IncludeDirective, found: IncludedFile): IncludedSource | undefined => {
    const { target, attributes, at } = directive
    const text = withoutMarks(found.text)
    const excess = inspect(text)
    if (excess !== undefined)
      return report(directive, (place) =>
        problem('page/too-complex', place, { case: 'include', target, reason: excess.reason }),
      )
    if (!sources.has(found.path))
      sources.set(found.path, { path: found.path, text, firstLine: 1, includes: new Map() })
    const { missing, ...selected } = selectLines(text, attributes)
    for (const tag of missing)
      report(directive, (place) => problem('asciidoc/missing-tag', place, { tag, target }))
    sources.get(at.file)?.includes.set(at.line, { file: found.path, line: selected.line })
    return { file: found.path, path: relative(page.path, found.path), ...selected }
  }

  const include = (directive: IncludeDirective): IncludedSource | undefined => {
    const { target, attributes, at } = directive
    if (isAddress(target)) {
      report(directive, (place) => problem('asciidoc/remote-include', place, { target }))
      return { file: at.file, path: target, text: `link:${target}[]`, line: at.line }
    }
    const from = sources.get(at.file)?.path ?? page.path
    const found = find(target, from)
    if (found === undefined && 'optional-option' in attributes) return undefined
    if (found === undefined || 'hidden' in found)
      return report(directive, (place) => notIncluded(place, target, found))
    if (found.path === page.path || directive.inside.includes(found.path))
      return report(directive, (place) => problem('asciidoc/include-cycle', place, { target }))
    const room = countInclude(found.text.length)
    if (room === 'enough') return take(directive, found)
    if (room === 'none') return undefined
    return report(directive, (place) =>
      problem('asciidoc/too-many-includes', place, { limit: MAX_INCLUDES }),
    )
  }

  return { include, sources, diagnostics: () => diagnostics }
}

function notIncluded(at: Place, target: string, found: HiddenFile | undefined): Diagnostic {
  return found === undefined
    ? problem('asciidoc/missing-include', at, { target })
    : problem('files/hidden-include', at, { path: found.hidden })
}

/** Says of each file that is included whether there is room for it; once that there is no more. */
function createCounter(): (length: number) => 'enough' | 'full' | 'none' {
  let count = 0
  let total = 0
  const isWithin = (): boolean => count <= MAX_INCLUDES && total <= MAX_LENGTH
  return (length) => {
    const had = isWithin()
    count += 1
    total += length
    if (isWithin()) return 'enough'
    return had ? 'full' : 'none'
  }
}

function nextLine({ file, line }: Spot): Spot {
  return { file, line: line + 1 }
}

/** A file as the page would write it in a cross reference. */
function relative(page: BookPath, file: BookPath): string {
  const from = folderOf(page) === '' ? [] : folderOf(page).split('/')
  const to = file.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}
