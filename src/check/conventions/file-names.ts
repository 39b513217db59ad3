import { isPagePath } from '../../book/output.ts'
import { matchGlobs } from '../../core/glob.ts'
import { problem } from '../../messages/problem.ts'
import { wholePattern } from '../patterns.ts'
import { type Rule, ruleWithOptions } from '../rule.ts'

/** A page whose name has other signs than ASCII letters, digits and hyphens. */
export const fileNames: Rule = ruleWithOptions(
  'house/file-names',
  { files: { kind: 'texts', default: [] }, pattern: { kind: 'pattern', default: '' } },
  function* ({ book, files }, { files: globs, pattern: written }) {
    const isMeant = globs.length === 0 ? isPagePath : matchGlobs(globs)
    const isFine = (written === '' ? undefined : wholePattern(written)) ?? isPlain
    for (const path of files.list()) {
      if (!path.startsWith(book.root) || !isMeant(path)) continue
      const names = path.slice(book.root.length).split('/')
      const wrong = names
        .map((name, index) => (index === names.length - 1 ? name.replace(/\.[^.]*$/, '') : name))
        .find((name) => !isFine(name))
      if (wrong === undefined) continue
      yield problem(
        'house/file-names',
        { file: path },
        written === ''
          ? { case: 'plain', name: wrong }
          : { case: 'pattern', name: wrong, pattern: written },
      )
    }
  },
)

function isPlain(name: string): boolean {
  return /^[A-Za-z0-9-]+$/.test(name)
}
