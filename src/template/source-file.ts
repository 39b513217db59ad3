// One text that templates are expanded in, read once: its tags, what belongs together, and what each tag needs.
import type { Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { lineStarts, positionAt } from '../core/position.ts'
import { type Inspection, inspect, inspectArguments } from './inspect.ts'
import { ownTags } from './own-tags.ts'
import { type CodeStretch, type Scan, type Stretch, type Tag, scanTags } from './scan.ts'
import { type BlockSpelling, type Structure, arrange } from './structure.ts'

/** What a tag turned out to be: its facts, or why it cannot be read. */
export type Inspected = Inspection | { readonly problem: string }

/** A text with everything that is known of it without running it. */
export interface SourceFile {
  readonly text: string
  readonly scan: Scan
  readonly structure: Structure
  readonly inspection: (tag: Tag) => Inspected
  /** Where a stretch is; for a text from outside the book, where it was asked for. */
  readonly place: (stretch: Stretch) => Place
  /** Line and column of an offset; undefined for a text from outside the book. */
  readonly spot: (
    offset: number,
  ) => { readonly file: BookPath; readonly line: number; readonly column: number } | undefined
}

/** What a source file is made of. */
export interface SourceText {
  readonly text: string
  readonly firstLine: number
  readonly code: readonly CodeStretch[]
  /** The file, or the place that asked for a text from outside the book. */
  readonly home: BookPath | Place
}

/** Reads a text. */
export function readSource(
  { text, firstLine, code, home }: SourceText,
  blocks: ReadonlyMap<string, BlockSpelling>,
): SourceFile {
  const scanned = scanTags(text, code)
  const scan = { ...scanned, tags: ownTags(scanned.tags, blocks) }
  const structure = arrange(scan.tags, blocks)
  const inspected = new Map<Tag, Inspected>()
  let starts: readonly number[] | undefined
  const position = (offset: number): { line: number; column: number } => {
    starts ??= lineStarts(text)
    const { line, column } = positionAt(starts, offset)
    return { line: line + firstLine - 1, column }
  }
  return {
    text,
    scan,
    structure,
    inspection(tag) {
      const known = inspected.get(tag)
      if (known !== undefined) return known
      const group = structure.groups.get(tag)
      const registered = group?.spelling !== undefined
      const args = tag.inner.trim().slice(tag.name.length)
      const found = registered ? inspectArguments(args) : inspect(tag)
      inspected.set(tag, found)
      return found
    },
    place: ({ from, to }) =>
      typeof home === 'string' ? { file: home, start: position(from), end: position(to) } : home,
    spot: (offset) => (typeof home === 'string' ? { file: home, ...position(offset) } : undefined),
  }
}
