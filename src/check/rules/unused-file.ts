import { pathOfSetting } from '../../core/path.ts'
import { isPagePath } from '../../book/output.ts'
import type { Book, Config } from '../../core/book.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { problem } from '../../messages/problem.ts'
import { askedFiles, isConventional, unmentioned } from '../usages.ts'
import type { Rule, Subject } from '../rule.ts'

/** A published file that nothing in the book names. */
export const unusedFile: Rule = {
  code: 'check/unused-file',
  *find(subject: Subject): Generator<Diagnostic> {
    const { book, results } = subject
    const asked = askedFiles(subject)
    const named = new Set(
      [book.config, ...book.spaces.map(({ config }) => config)].flatMap((config) =>
        namedIn(config).flatMap((name) => rootsOf(book).map((root) => root + name)),
      ),
    )
    const candidates = book.assets.filter(
      (path) =>
        !isPagePath(path) &&
        !results.has(path) &&
        !asked.has(path) &&
        !named.has(path) &&
        !isConventional(path),
    )
    for (const path of unmentioned(subject, candidates))
      yield problem('check/unused-file', { file: path })
  },
}

/** Files that a configuration names, without what leads to the folder of the book. */
function namedIn({
  styles,
  cover,
  scripts,
  theme,
  headAsWritten: head,
}: Config): readonly string[] {
  const { logo, favicon, touchIcon } = theme
  const files = [cover, logo, favicon, touchIcon, typeof head === 'string' ? head : undefined]
  return [...Object.values(styles).flat(), ...scripts.map(({ src }) => src), ...files].flatMap(
    (name) => (name === undefined ? [] : [pathOfSetting(name)]),
  )
}

function rootsOf({ root, spaces }: Book): readonly string[] {
  return ['', root, ...spaces.map((space) => space.root)]
}
