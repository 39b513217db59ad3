// What Asciidoctor cannot do in reasonable time and memory, found in the text before it sees it: it calls itself for
// each level of lists, blocks and quotations, looks for a free id from the first on, and takes the square of white space.
import type { Position } from '../core/diagnostic.ts'
import type { Reason } from '../messages/messages.ts'

/** A level of lists or blocks has a marker that none around it has, so there are never more levels than markers. */
const MOST_MARKERS = 64
const DEEPEST_QUOTATION = 64
const MOST_EQUAL_TITLES = 1000
const MOST_BLANKS = 2000

const MARKER = /^[ \t]*(\*+|\.+)[ \t]+\S|^([=*_+./-]{4,})[ \t]*$/
const TITLE = /^={1,6}[ \t]+\S/
/** The second line of a title over two. */
const UNDERLINE = /^(?:={2,}|-{2,}|~{2,}|\^{2,}|\+{2,})[ \t]*$/
const BLANKS = new RegExp(`[ \\t\\f\\v]{${MOST_BLANKS}}`)
const QUOTATION = /^(?:>[ \t]*)+/

/** What is too much, and where in the text. */
export interface Excess {
  readonly reason: Reason
  readonly start: Position
}

/** Looks at the text of a page and at what it includes; everything together counts. */
export function createInspection(): (text: string) => Excess | undefined {
  const seen: Counts = { markers: new Set(), titles: new Map(), previous: '' }
  return (text) => {
    for (const [index, line] of text.split('\n').entries()) {
      const reason = inspectNesting(line, seen) ?? inspectLine(line, seen)
      seen.previous = line
      if (reason !== undefined) return { reason, start: { line: index + 1, column: 1 } }
    }
    return undefined
  }
}

interface Counts {
  readonly markers: Set<string>
  /** How often each title is there. */
  readonly titles: Map<string, number>
  /** The line above. */
  previous: string
}

function inspectNesting(line: string, { markers }: Counts): Reason | undefined {
  const [, list, block] = MARKER.exec(line) ?? []
  if (list !== undefined) markers.add(list)
  if (block !== undefined) markers.add(`block ${block}`)
  if (markers.size > MOST_MARKERS) return { case: 'too-deep', levels: MOST_MARKERS }
  return quotationsOf(line) > DEEPEST_QUOTATION
    ? { case: 'too-deep', levels: DEEPEST_QUOTATION }
    : undefined
}

function inspectLine(line: string, { titles, previous }: Counts): Reason | undefined {
  if (BLANKS.test(line)) return { case: 'blanks', most: MOST_BLANKS }
  const title = titleOf(line, previous)
  if (title === undefined) return undefined
  const equal = (titles.get(title) ?? 0) + 1
  titles.set(title, equal)
  return equal > MOST_EQUAL_TITLES ? { case: 'equal-titles', most: MOST_EQUAL_TITLES } : undefined
}

/** The title that a line is, or that it underlines. */
function titleOf(line: string, previous: string): string | undefined {
  if (TITLE.test(line)) return line
  const isTitle = UNDERLINE.test(line) && Math.abs(line.trimEnd().length - previous.length) < 2
  return isTitle ? previous : undefined
}

function quotationsOf(line: string): number {
  return QUOTATION.exec(line)?.[0].replaceAll(/[ \t]/g, '').length ?? 0
}
