import type { Diagnostic, Place } from '../../src/core/diagnostic.ts'
import type { BookPath } from '../../src/core/path.ts'
import type { Source } from '../../src/tree/facts.ts'
import type { Node } from '../../src/tree/node.ts'
import { htmlTree } from '../../src/tree/parse.ts'
import { type MarkedHtml, writeHtml } from '../../src/tree/write.ts'

const source: Source = {
  kind: 'html',
  place: (from): Place => ({ file: 'page.md' as BookPath, start: { line: 1, column: from + 1 } }),
}

/** The tree of some HTML. */
export function treeOf(html: string, report?: (diagnostic: Diagnostic) => void): Node[] {
  return htmlTree(html, source, report)
}

/** Some HTML as a page has it: everything closed where its container ends. */
export function written(html: string): MarkedHtml {
  return writeHtml(treeOf(html))
}
