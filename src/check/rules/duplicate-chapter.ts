import type { Place } from '../../core/diagnostic.ts'
import { walkChapters } from '../../site/navigation.ts'
import type { Finding, Rule, Subject } from '../rule.ts'

/** Two entries of a table of contents that lead to the same place. */
export const duplicateChapter: Rule = {
  code: 'check/duplicate-chapter',
  severity: 'info',
  *find({ book }: Subject): Generator<Finding> {
    for (const space of book.spaces) {
      const first = new Map<string, Place>()
      for (const chapter of space.parts.flatMap(({ chapters }) => [...walkChapters(chapters)])) {
        if (chapter.kind !== 'page') continue
        const target = chapter.path + (chapter.anchor === undefined ? '' : `#${chapter.anchor}`)
        const before = first.get(target)
        if (before === undefined) first.set(target, chapter.at)
        else
          yield {
            at: chapter.at,
            message: `Expected each page once in SUMMARY, found "${target}" again`,
            hint: 'Next and previous follow the first entry. Remove this one, or point it to a heading of the page',
            related: [{ at: before, message: 'First listed here' }],
          }
      }
    }
  },
}
