// How the text that a tag gives gets into the page.
import type { PlacedTag } from '../read/document.ts'
import type { CodeKind } from '../read/code.ts'
import type { Frame } from './frame.ts'
import { type WrittenText, mapLines } from './output.ts'

/** Writes what a tag gives; one that `isBlock` stays in the lists and quotes that its tag stands in. */
export function write(
  written: WrittenText,
  tag: PlacedTag,
  { document, output }: Frame,
  isBlock = false,
): void {
  const isNested = isBlock || tag.code?.kind === 'nested'
  const value = isNested ? behind(document.file.text, tag.from, written, isBlock) : written
  if (value.pieces.length === 0) output.write(value.text, document.file, tag.from)
  else output.append(value)
}

/** What may stand before a block on its line. */
const CONTAINERS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/

/** Lines that lie in a list or quote: all of them stand behind what the first one stands behind. */
function behind(text: string, at: number, written: WrittenText, isBlock: boolean): WrittenText {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  const prefix = isBlock ? containersOf(line) : (/^[ \t>]*/.exec(line)?.[0] ?? '')
  if (prefix === '' || !written.text.includes('\n')) return written
  return mapLines(written, (row, index) => (index === 0 ? row : prefix + row))
}

/** What the lines of a block stand behind when its first one stands behind this; nothing when that is text. */
function containersOf(line: string): string {
  return CONTAINERS.test(line) ? line.replaceAll(/[^ \t>]/g, ' ') : ''
}

/** The text of a file as the code needs it that shows it: in code of HTML its signs are no markup. */
export function included(written: WrittenText, kind: CodeKind | undefined): WrittenText {
  if (kind !== 'html' && kind !== 'inline-html') return written
  const isInline = kind === 'inline-html'
  const signs = isInline ? /[^\p{L}\p{N}\s]/gu : /[&<>]/g
  // A blank line would end the block of HTML, any line a row of a table.
  const ends = isInline ? /\n/g : /^[ \t]*\n/g
  return mapLines(written, (line) =>
    line
      .replaceAll(signs, (sign) => ENTITIES[sign] ?? `&#${sign.codePointAt(0) ?? 0};`)
      .replaceAll(ends, (end) => `${end.slice(0, -1)}&#10;`),
  )
}

const ENTITIES: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
