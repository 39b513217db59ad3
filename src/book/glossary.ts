import { foldSpace } from '../core/text.ts'
import type { Term } from '../core/book.ts'
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import type { TextFile } from '../files/files.ts'
import { rememberTexts } from '../files/remember-texts.ts'
import type { Block, Inline, Spot } from '../markdown/structure.ts'
import { also, problem } from '../messages/problem.ts'
import { createIdPool, slug } from '../tree/slug.ts'
import { structureOf } from './outline.ts'

/**
 * Reads a glossary: every heading of level two is a term, the paragraph after it its description. Where letters (`## A`)
 * divide the glossary, the headings right below them are its terms. Ids are those that the headings have on the page of
 * the glossary.
 */
export const parseGlossary: (file: BookPath, source: TextFile) => Outcome<readonly Term[]> =
  rememberTexts((file, { text }) => readTerms(file, text))

/** A heading of a glossary, with what stands right below it. */
interface Heading extends Spot {
  readonly level: number
  readonly name: string
  readonly id: string
  readonly next: Block | undefined
}

function readTerms(file: BookPath, text: string): Outcome<readonly Term[]> {
  const { blocks, outline } = structureOf(file, text)
  const diagnostics: Diagnostic[] = []
  const terms = new Map<string, Term>()
  for (const { line, column, name, id, next } of termHeadings(headingsOf(blocks))) {
    const start = { line, column: outline.originalColumn(line, column) }
    const at: Place = { file, start }
    if (name === '') {
      diagnostics.push(problem('glossary/empty-term', at))
      continue
    }
    const first = terms.get(name)
    if (first !== undefined)
      diagnostics.push(
        problem('glossary/duplicate-term', at, { name }, also('first-defined', first.at)),
      )
    const description = firstParagraph(next)
    terms.set(name, { id: first?.id ?? id, name, description, at: first?.at ?? at })
  }
  return { value: [...terms.values()], diagnostics }
}

function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  const pool = createIdPool()
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'heading') return []
    const { name, explicit } = splitId(block.inline)
    const { level, line, column } = block
    return [
      {
        level,
        line,
        column,
        name,
        id: pool.claim(explicit ?? slug(name)),
        next: blocks[index + 1],
      },
    ]
  })
}

/** The headings that are terms. */
function termHeadings(headings: readonly Heading[]): readonly Heading[] {
  const isLettered = headings.filter(dividesByLetter).length >= FEW_LETTERS
  /** Of which level the terms below a letter are: that of the first heading there; 2 is no longer below it. */
  let below = 2
  return headings.filter((heading) => {
    const { level } = heading
    if (level <= 2) {
      below = isLettered && isLetterHeading(heading) ? Infinity : 2
      return level === 2 && below === 2
    }
    if (below === Infinity) below = level
    return level === below
  })
}

/** One alone is a term that has only a letter for its name. */
const FEW_LETTERS = 2
const LETTER = /^(?:\p{L}|#|\p{N})(?:\s*[-–—~～]\s*(?:\p{L}|\p{N}))?$/u

/** Is it the heading of a letter, or may it be one? A letter that is explained by other words is a term. */
function isLetterHeading(heading: Heading): boolean {
  const { level, name, next } = heading
  if (level !== 2 || !LETTER.test(name)) return false
  return next === undefined || next.kind === 'heading' || dividesByLetter(heading)
}

/** Does what stands below a letter say that it divides: headings, or words that begin with it? */
function dividesByLetter({ level, name, next }: Heading): boolean {
  if (level !== 2 || next === undefined || !LETTER.test(name)) return false
  if (next.kind === 'heading') return next.level > 2
  if (next.kind === 'other') return true
  const word = /[\p{L}\p{N}]+/u.exec(firstParagraph(next))?.[0] ?? ''
  return word.length > 1 && sameStart(word, name)
}

/** Without accents and in any case, alike on every machine. */
function sameStart(word: string, letter: string): boolean {
  return bareStart(word) === bareStart(letter)
}

function bareStart(text: string): string {
  return (text.normalize('NFKD')[0] ?? '').toLowerCase()
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
