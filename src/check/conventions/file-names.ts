import { isPagePath } from '../../book/output.ts'
import { matchGlobs } from '../../core/glob.ts'
import { type Finding, type Rule, type Subject, textOption, textsOption } from '../rule.ts'

/** A page whose name has other signs than ASCII letters, digits and hyphens. */
export const fileNames: Rule = {
  code: 'house/file-names',
  severity: 'off',
  options: { files: 'texts', pattern: 'text' },
  *find({ book, files }: Subject, options): Generator<Finding> {
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
      yield {
        at: { file: path },
        message:
          written === ''
            ? `Expected a name of English letters, digits and hyphens, found "${wrong}"`
            : `Expected a name like /${written}/, found "${wrong}"`,
        hint: 'Rename it, and mend the links that lead to it',
      }
    }
  },
}
