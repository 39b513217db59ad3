// Addresses that were promised and are gone, with the redirect that keeps the promise where it is known.
import { parseJson, setJsonValue } from '../../book/json-lenient.ts'
import { configFiles } from '../../book/config.ts'
import type { Diagnostic, Fix, Place } from '../../core/diagnostic.ts'
import { isJsonObject } from '../../core/json.ts'
import { type BookPath, type FolderPrefix, isPagePath } from '../../core/path.ts'
import { placeOf } from '../../core/position.ts'
import type { Files } from '../../files/files.ts'
import { renamesSince } from '../../files/git-renames.ts'
import { problem } from '../../messages/problem.ts'
import { LOCK_FILE, type Lock, parseLock } from './lock.ts'
import { type Entry, movedAnchor, renamedPage } from './propose.ts'
import { type Site, findVanished } from './vanished.ts'

/** What a book promised and does not keep; nothing when it promised nothing. */
export async function checkUrls(site: Site, files: Files): Promise<readonly Diagnostic[]> {
  const text = files.text(LOCK_FILE)?.text
  if (text === undefined) return []
  const lock = parseLock(text)
  const rows = text.split('\n')
  const unreadable = lock.unreadable.map((line) =>
    problem('urls/unreadable-line', onLine(line, 1, (rows[line - 1] ?? '').length)),
  )
  return [...unreadable, ...(await vanishedFrom(lock, site, files))]
}

async function vanishedFrom(lock: Lock, site: Site, files: Files): Promise<readonly Diagnostic[]> {
  const { pages, anchors } = findVanished(lock, site, files)
  const renames = pages.length === 0 ? new Map<BookPath, BookPath>() : await renamesOf(files)
  const renamed = pages.map((page) => ({ page, entry: renamedPage(page, site, renames) }))
  const fix = redirectFix(
    renamed.flatMap(({ entry }) => (entry === undefined ? [] : [entry])),
    files,
  )
  return [
    ...renamed.map(({ page: { page, line }, entry }) => {
      const more = entry === undefined || fix === undefined ? {} : { fix }
      const at = onLine(line, 1, page.length)
      return problem('urls/vanished-page', at, { page, renamed: entry }, more)
    }),
    ...anchors.map((one) => {
      const { locked, id } = one
      const line = locked.lines.get(id) ?? locked.line
      const gone = { page: locked.page, id, renamed: movedAnchor(one, lock, site) }
      return problem('urls/vanished-anchor', onLine(line, 3, id.length + 1), gone)
    }),
  ]
}

function onLine(line: number, column: number, length: number): Place {
  const start = { line, column }
  return { file: LOCK_FILE, start, end: { line, column: column + length } }
}

async function renamesOf(files: Files): Promise<ReadonlyMap<BookPath, BookPath>> {
  if (files.dir === undefined) return new Map()
  const pages = files.list().flatMap((file) => {
    const location = isPagePath(file) ? files.location(file) : undefined
    return location === undefined ? [] : [[file, location] as const]
  })
  return renamesSince(files.dir, LOCK_FILE, pages)
}

/** One change of book.json that adds all redirects which are certain: apart they would not know of each other. */
function redirectFix(entries: readonly Entry[], files: Files): Fix | undefined {
  const [file] = configFiles(files, '' as FolderPrefix)
  const before = files.text('book.json' as BookPath)?.text
  if (entries.length === 0 || file !== 'book.json' || before === undefined) return undefined
  const parsed = parseJson(file, before).value?.value
  const own = isJsonObject(parsed) ? parsed['redirects'] : undefined
  const after = entries.reduce(
    (text, [from, to]) =>
      Array.isArray(own)
        ? setJsonValue(text, ['redirects', -1], { from, to })
        : setJsonValue(text, ['redirects', from], to),
    before,
  )
  return asFix(file, before, after)
}

/** The part of a text that is different. */
function asFix(file: BookPath, before: string, after: string): Fix {
  let from = 0
  while (from < before.length && before[from] === after[from]) from += 1
  let same = 0
  const most = Math.min(before.length, after.length) - from
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same += 1
  return {
    at: placeOf(file, before, from, before.length - same),
    text: after.slice(from, after.length - same),
  }
}
