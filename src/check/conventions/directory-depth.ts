import { isPagePath } from '../../book/output.ts'
import { folderOf } from '../../core/path.ts'
import { type Finding, type Rule, type Subject, numberOption } from '../rule.ts'

/** A page in a folder below the folder of its topic. */
export const directoryDepth: Rule = {
  code: 'house/directory-depth',
  severity: 'off',
  options: { most: 'number' },
  *find(subject: Subject, options): Generator<Finding> {
    const most = numberOption(options, 'most', 1)
    for (const path of subject.files.list()) {
      const root = subject.spaceOf(path)?.root ?? subject.book.root
      if (!isPagePath(path) || !path.startsWith(root)) continue
      const folder = folderOf(path.slice(root.length))
      const depth = folder === '' ? 0 : folder.split('/').length
      if (depth <= most) continue
      yield {
        at: { file: path },
        message: `Expected pages at most ${most === 1 ? 'one folder' : `${most} folders`} deep, found one in "${folder}"`,
        hint: `Move it up to "${folder.split('/').slice(0, most).join('/')}/"`,
      }
    }
  },
}
