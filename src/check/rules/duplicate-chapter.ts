import type { Diagnostic, Place } from '../../core/diagnostic.ts'
import { also, problem } from '../../messages/problem.ts'
import { chaptersIn } from '../../core/menu.ts'
import type { Rule, Subject } from '../rule.ts'

/** Two entries of a table of contents that lead to the same place. */
export const duplicateChapter: Rule = {
  code: 'check/duplicate-chapter',
  *find({ book }: Subject): Generator<Diagnostic> {
    for (const space of book.spaces) {
      const first = new Map<string, Place>()
      for (const chapter of chaptersIn(space.parts)) {
        if (chapter.kind !== 'page') continue
        const target = chapter.path + (chapter.anchor === undefined ? '' : `#${chapter.anchor}`)
        const before = first.get(target)
        if (before === undefined) first.set(target, chapter.at)
        else
          yield problem(
            'check/duplicate-chapter',
            chapter.at,
            { target },
            also('first-listed', before),
          )
      }
    }
  },
}
