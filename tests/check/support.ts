import { type CheckResult, checkBook } from '../../src/check/check.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import type { Contents } from '../support/build-book.ts'

/** Checks a book given as a map of paths to contents. */
export function check(contents: Contents): Promise<CheckResult> {
  return checkBook({ files: memoryFiles(contents) })
}

/** The diagnostics of some codes in short: `file:line:column-column message`. */
export function found(checked: CheckResult, pattern: RegExp): readonly string[] {
  return checked.diagnostics
    .filter(({ code }) => pattern.test(code))
    .map(({ at, code }) => {
      const end = at?.end ? `-${at.end.column}` : ''
      const start = at?.start ? `:${at.start.line}:${at.start.column}${end}` : ''
      return `${code} ${at?.file ?? ''}${start}`
    })
}

/** A book of one page. */
export function onePage(text: string, config: object = { language: 'en' }): Contents {
  return {
    'book.json': JSON.stringify(config),
    'README.md': text,
    'SUMMARY.md': '* [A](README.md)\n',
  }
}
