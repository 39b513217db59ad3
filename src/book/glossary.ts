import { foldSpace } from '../core/text.ts'
import type { Term } from '../core/book.ts'
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import type { TextFile } from '../files/files.ts'
import { rememberTexts } from '../files/remember-texts.ts'
import type { Block, Inline } from '../markdown/structure.ts'
import { also, problem } from '../messages/problem.ts'
import { createIdPool, slug } from '../tree/slug.ts'
import { structureOf } from './outline.ts'

/**
 * Reads a glossary: every heading of level two is a term, the paragraph after it its description. Ids are those that
 * the headings have on the page of the glossary.
 */
export const parseGlossary: (file: BookPath, source: TextFile) => Outcome<readonly Term[]> =
  rememberTexts((file, { text }) => readTerms(file, text))

function readTerms(file: BookPath, text: string): Outcome<readonly Term[]> {
  const { blocks, outline } = structureOf(file, text)
  const diagnostics: Diagnostic[] = []
  const terms = new Map<string, Term>()
  const pool = createIdPool()
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue
    const { name, explicit } = splitId(block.inline)
    const id = pool.claim(explicit ?? slug(name))
    if (block.level !== 2) continue
    const column = outline.originalColumn(block.line, block.column)
    const at: Place = { file, start: { line: block.line, column } }
    if (name === '') {
      diagnostics.push(problem('glossary/empty-term', at))
      continue
    }
    const first = terms.get(name)
    if (first !== undefined)
      diagnostics.push(
        problem('glossary/duplicate-term', at, { name }, also('first-defined', first.at)),
      )
    const description = firstParagraph(blocks[index + 1])
    terms.set(name, { id: first?.id ?? id, name, description, at: first?.at ?? at })
  }
  return { value: [...terms.values()], diagnostics }
}

/** A heading without its `{#id}`. */
function splitId({ text }: Inline): { readonly name: string; readonly explicit?: string } {
  const match = /\{#(.*)\}/s.exec(text)
  const id = match?.[1]?.trim().replaceAll(/\s+/g, '-') ?? ''
  if (match === null || id === '') return { name: foldSpace(text) }
  return { name: foldSpace(text.replace(match[0], '')), explicit: id }
}

/** The text of the first paragraph in a block, as far down as it may be. */
function firstParagraph(block: Block | undefined): string {
  if (block === undefined) return ''
  if (block.kind === 'paragraph') return foldSpace(block.inline.text)
  if (block.kind !== 'list') return ''
  const inside = block.items.flatMap((item) => item.blocks)
  return inside.map(firstParagraph).find((text) => text !== '') ?? ''
}
