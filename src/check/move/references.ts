// Every reference of a book with the place where it is written, so that a move can write it anew.
import type { Place } from '../../core/diagnostic.ts'
import type { BookPath } from '../../core/path.ts'
import { placeOf } from '../../core/position.ts'
import type { Files } from '../../files/files.ts'
import { walkChapters } from '../../site/navigation.ts'
import type { Checked } from '../check.ts'
import { sourceAt } from '../fixes/source.ts'

/** A reference, exactly as it stands in its file. */
export interface SourceReference {
  readonly at: Place
  readonly written: string
}

/** `{% include "x" %}` and its kin, and AsciiDoc's directives. */
const INCLUDES =
  /\{%-?\s*(?:include|import|extends|from)\s+(?:"([^"\n]+)"|'([^'\n]+)')|^(?:include::|image::?)([^[\s]+)\[|^:imagesdir:[ \t]+(\S+)/gm
/** `[label]: destination` */
const DEFINITIONS = /^ {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s<>]+)>?/gm

/** The references of all pages, structure files and included files; each place once. */
export function sourceReferences(checked: Checked, files: Files): readonly SourceReference[] {
  const found = new Map<string, SourceReference>()
  const sources = new Set<BookPath>()
  for (const { at, written } of parsedReferences(checked)) {
    sources.add(at.file)
    const slice = sourceAt(files, at)
    // What is not as it was written stands elsewhere, in a definition.
    if (slice === undefined || !isSame(slice, written)) continue
    found.set(keyOf(at), { at, written: slice })
  }
  for (const file of [...sources, ...checked.results.keys()])
    for (const reference of matchedReferences(file, files))
      found.set(keyOf(reference.at), reference)
  return [...found.values()]
}

function keyOf({ file, start }: Place): string {
  return `${file}:${start?.line}:${start?.column}`
}

/** Escapes and entities are the only difference that counts. */
function isSame(slice: string, written: string | undefined): boolean {
  return written === undefined || slice === written || /[\\&]/.test(slice)
}

/** Of entries in SUMMARY only the place is known. */
interface Parsed {
  readonly at: Place
  readonly written: string | undefined
}

function* parsedReferences({ book, results }: Checked): Generator<Parsed> {
  for (const { links, elements = [] } of results.values()) {
    yield* links
    for (const element of elements)
      if (element.kind === 'link' || element.kind === 'image')
        yield { at: element.target ?? element.at, written: element.written }
      else if (element.kind === 'attribute') yield { at: element.at, written: element.value }
  }
  const parts = book?.editions.flatMap((edition) => edition.parts) ?? []
  for (const { at } of parts.flatMap(({ chapters }) => [...walkChapters(chapters)]))
    if (at.end !== undefined) yield { at, written: undefined }
}

function matchedReferences(file: BookPath, files: Files): readonly SourceReference[] {
  const text = files.text(file)?.text ?? ''
  return [...text.matchAll(INCLUDES), ...text.matchAll(DEFINITIONS)].map((match) => {
    const written = match.slice(1).find((group) => group !== undefined) ?? ''
    const from = match.index + match[0].lastIndexOf(written)
    return { at: placeOf(file, text, from, from + written.length), written }
  })
}
