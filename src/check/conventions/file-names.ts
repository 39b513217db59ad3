import { isPagePath } from '../../book/output.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { matchGlobs } from '../../core/glob.ts'
import { problem } from '../../messages/problem.ts'
import { type Rule, type Subject, textOption, textsOption } from '../rule.ts'

/** A page whose name has other signs than ASCII letters, digits and hyphens. */
export const fileNames: Rule = {
  code: 'house/file-names',
  options: { files: 'texts', pattern: 'text' },
  *find({ book, files }: Subject, options): Generator<Diagnostic> {
    const globs = textsOption(options, 'files', [])
    const isMeant = globs.length === 0 ? isPagePath : matchGlobs(globs)
    const written = textOption(options, 'pattern', '')
    const pattern = new RegExp(`^(?:${written === '' ? '[A-Za-z0-9-]+' : written})$`, 'u')
    for (const path of files.list()) {
      if (!path.startsWith(book.root) || !isMeant(path)) continue
      const names = path.slice(book.root.length).split('/')
      const wrong = names
        .map((name, index) => (index === names.length - 1 ? name.replace(/\.[^.]*$/, '') : name))
        .find((name) => !pattern.test(name))
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
}
