import { isPagePath } from '../../book/output.ts'
import { folderOf } from '../../core/path.ts'
import { problem } from '../../messages/problem.ts'
import { type Rule, ruleWithOptions } from '../rule.ts'

/** A page in a folder below the folder of its topic. */
export const directoryDepth: Rule = ruleWithOptions(
  'house/directory-depth',
  { most: { kind: 'number', default: 1 } },
  function* (subject, { most }) {
    for (const path of subject.files.list()) {
      const root = subject.spaceOf(path)?.root ?? subject.book.root
      if (!isPagePath(path) || !path.startsWith(root)) continue
      const folder = folderOf(path.slice(root.length))
      const depth = folder === '' ? 0 : folder.split('/').length
      if (depth <= most) continue
      const better = folder.split('/').slice(0, most).join('/')
      yield problem('house/directory-depth', { file: path }, { most, folder, better })
    }
  },
)
