import { asciidocCodeRanges } from '../../asciidoc/code-ranges.ts'
import { isAsciidocPath, isPagePath } from '../../book/output.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { BookPath } from '../../core/path.ts'
import { placeOf } from '../../core/position.ts'
import { structureFiles } from '../../core/space.ts'
import { codeRanges } from '../../markdown/code-ranges.ts'
import { also, problem } from '../../messages/problem.ts'
import type { Rule, Subject } from '../rule.ts'

const CONFLICT = /^<{7} \S[^\n]*\n(?:(?!<{7} )[^\n]*\n)*?={7}\n(?:[^\n]*\n)*?>{7} \S[^\n]*$/gm

/** What version control leaves where two people changed the same lines. */
export const mergeConflict: Rule = {
  code: 'check/merge-conflict',
  *find(subject: Subject): Generator<Diagnostic> {
    for (const path of textsOf(subject)) {
      const text = subject.files.text(path)?.text ?? ''
      if (!text.includes('<<<<<<< ')) continue
      const ranges = codeIn(path, text)
      for (const { 0: found, index } of text.matchAll(CONFLICT)) {
        // A page about version control shows them in a block of code.
        const end = index + found.length
        if (ranges.some(({ from, to }) => from < index && end <= to)) continue
        const last = placeOf(path, text, text.lastIndexOf('\n', end - 1) + 1, end)
        const first = placeOf(path, text, index, index + found.indexOf('\n'))
        yield problem('check/merge-conflict', first, undefined, also('conflict-end', last))
      }
    }
  },
}

/** The blocks of code of a page, in its own syntax. */
function codeIn(path: BookPath, text: string): readonly { from: number; to: number }[] {
  if (!isPagePath(path)) return []
  return isAsciidocPath(path) ? asciidocCodeRanges(text) : codeRanges(text)
}

function textsOf({ book, results, files }: Subject): readonly BookPath[] {
  const assets = book.assets.filter((path) => isPagePath(path) || path.endsWith('.css'))
  return [...new Set([...results.keys(), ...structureFiles(book), ...assets])].filter(
    (path) => (files.size(path) ?? 0) < 8_000_000,
  )
}
