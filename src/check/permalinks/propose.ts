// What an address that vanished may have become. Only a rename that git saw is certain; the rest is advice.
import { outputPathOf } from '../../book/output.ts'
import type { PageResult } from '../../core/book.ts'
import { type BookPath, writtenBelow } from '../../core/path.ts'
import { asReference } from '../../core/reference.ts'
import { closest } from '../../core/suggest.ts'
import type { Lock, LockedPage, PageAddresses } from './lock.ts'
import type { Site, VanishedAnchor } from './vanished.ts'

/** A redirect as the configuration writes it: from the top of the content. */
export type Entry = readonly [from: string, to: string]

/** The redirect for a page that git saw being renamed. */
export function renamedPage(
  { page }: PageAddresses,
  { book, results }: Site,
  renames: ReadonlyMap<BookPath, BookPath>,
): Entry | undefined {
  for (const [from, to] of renames)
    if (outputPathOf(from, book) === page && results.has(to))
      return [asReference(writtenBelow(book.root, from)), asReference(writtenBelow(book.root, to))]
  return undefined
}

/** The redirect for an anchor: to a page that has it now, else to the heading that stands in its place. */
export function movedAnchor(
  { locked, id, page }: VanishedAnchor,
  lock: Lock,
  { book, results }: Site,
): Entry | undefined {
  const place = (path: BookPath): string => asReference(writtenBelow(book.root, path))
  const from = `${locked.page === page.output ? place(page.path) : locked.page}#${id}`
  const elsewhere = [...results.values()].filter(
    (other) => !other.isSource && other.ids.includes(id) && !isLocked(lock, other, id),
  )
  const [only] = elsewhere
  if (only !== undefined && elsewhere.length === 1) return [from, `${place(only.path)}#${id}`]
  const fresh = standsFor(id, locked, page)
  return fresh === undefined ? undefined : [from, `${place(page.path)}#${fresh}`]
}

function isLocked(lock: Lock, { output }: PageResult, id: string): boolean {
  return lock.pages.get(output)?.lines.has(id) === true
}

/** The new heading at the place of an old one: between the same neighbors, and as like it as can be. */
function standsFor(
  id: string,
  { anchors }: LockedPage,
  { headings }: PageResult,
): string | undefined {
  const ids = headings.map((heading) => heading.id)
  const present = new Set(ids)
  const at = anchors.indexOf(id)
  const before = anchors.slice(0, at).findLast((one) => present.has(one))
  const after = anchors.slice(at + 1).find((one) => present.has(one))
  const first = before === undefined ? 0 : ids.indexOf(before) + 1
  const last = after === undefined ? ids.length : ids.indexOf(after)
  const known = new Set(anchors)
  const fresh = ids.slice(first, Math.max(first, last)).filter((one) => !known.has(one))
  const gap = anchors
    .slice(before === undefined ? 0 : anchors.indexOf(before) + 1)
    .slice(
      0,
      after === undefined ? undefined : anchors.indexOf(after) - anchors.indexOf(before ?? '') - 1,
    )
    .filter((one) => !present.has(one))
  const near = closest(id, fresh) ?? renumbered(id, present)
  if (near !== undefined) return near
  if (fresh.length === gap.length) return fresh[gap.indexOf(id)]
  return closest(
    id,
    ids.filter((one) => !known.has(one)),
  )
}

/** Of headings with the same text the later ones move up when an earlier one is called otherwise. */
function renumbered(id: string, present: ReadonlySet<string>): string | undefined {
  const [, base = '', number = ''] = /^(.+)-(\d+)$/.exec(id) ?? []
  const before = number === '1' ? base : `${base}-${Number(number) - 1}`
  return present.has(before) ? before : undefined
}
