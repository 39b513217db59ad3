// What raw HTML names beside links and images, which are checked while pages are rendered.
import type { PageResult } from '../../core/book.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { closest } from '../../core/suggest.ts'
import type { Target } from '../../core/target.ts'
import { candidatesOf, isAddress, splitReference } from '../../core/reference.ts'
import { problem } from '../../messages/problem.ts'
import { addressFact } from '../../tree/addresses.ts'
import { type Rule, type Subject, elementsOf } from '../rule.ts'

const BY_ID = /^aria-/

/** A file of a video, a frame or a download that is not in the book. */
export const missingHtmlFile: Rule = {
  code: 'check/missing-html-file',
  *find(subject: Subject): Generator<Diagnostic> {
    const { book, spaceOf, targetOf } = subject
    for (const { element, page } of elementsOf(subject, 'attribute')) {
      const { tag, name, value, at } = element
      const parts = splitReference(value)
      if (parts.path === '' || BY_ID.test(name) || isAddress(value) || isLink(tag, name)) continue
      const candidates = candidatesOf(parts, at.file, spaceOf(page.path)?.root ?? book.root)
      if (candidates.some(({ path }) => isThere(targetOf(path)))) continue
      yield problem('check/missing-html-file', at, { tag, attribute: name, value })
    }
  },
}

/** Something that a browser can fetch, or that is somewhere and kept from it. */
function isThere({ kind }: Target): boolean {
  return kind !== 'absent' && kind !== 'folder'
}

/** Links are reported where pages are rendered. */
function isLink(tag: string, name: string): boolean {
  return addressFact(tag, name)?.use === 'link'
}

/** An id that an attribute of HTML names and its page does not have. */
export const missingHtmlId: Rule = {
  code: 'check/missing-html-id',
  *find(subject: Subject): Generator<Diagnostic> {
    const idsOf = new Map<PageResult, ReadonlySet<string>>()
    for (const { element, page } of elementsOf(subject, 'attribute')) {
      const { tag, name, value, at } = element
      if (!BY_ID.test(name)) continue
      const known = idsOf.get(page) ?? new Set(page.ids)
      idsOf.set(page, known)
      for (const id of value.split(/\s+/).filter((one) => !known.has(one))) {
        const near = closest(id, known)
        yield problem('check/missing-html-id', at, { tag, attribute: name, value: id, near })
      }
    }
  },
}
