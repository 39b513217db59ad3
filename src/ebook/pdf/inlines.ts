// Lines in Typst.
import {
  MANY,
  type Inline,
  type Link,
  type InlineElement,
  type PerInline,
  type Picture,
  type Run,
  type Style,
  forInline,
} from '../content.ts'
import { bareInlines } from '../walk.ts'
import { writeFormula } from './formulas.ts'
import type { PageWriter } from './page-writer.ts'
import { call, joined, text } from './values.ts'
import { hasCharacters, piecesOf } from './wide-signs.ts'

/** A line, as one value. */
export function writeLine(line: readonly Inline[], around: PageWriter): string {
  const isWide = around.signs === 'wide in such a line' && hasCharacters(line)
  const writer: PageWriter = isWide ? { ...around, signs: 'wide' } : around
  let isAtStart = true
  const written = line.flatMap((inline, index): readonly string[] => {
    const isTrimmed = isAtStart && typeof inline === 'string'
    const value = writeInline(isTrimmed ? inline.trimStart() : inline, writer)
    const hasLine = isWidePicture(inline, writer)
    const before = hasLine && !isAtStart ? ['linebreak()'] : []
    const after = hasLine && isFollowed(line.slice(index + 1)) ? ['linebreak()'] : []
    if (!isUnseen(inline)) isAtStart = hasLine || isBreak(inline)
    return [...before, value, ...after]
  })
  return joined(written)
}

/** A picture has a line of its own where it takes most of one: else the words before it would be spread over theirs. */
function isWidePicture(inline: Inline, writer: PageWriter): boolean {
  if (typeof inline === 'string') return false
  if (inline.kind === 'picture') return writer.isWide(inline)
  if (inline.kind !== 'link' && inline.kind !== 'styled') return false
  const [only, ...others] = inline.children.filter((one) => !isUnseen(one))
  return only !== undefined && others.length === 0 && isWidePicture(only, writer)
}

function isUnseen(inline: Inline): boolean {
  return typeof inline === 'string' ? inline.trim() === '' : inline.kind === 'anchor'
}

function isBreak(inline: Inline): boolean {
  return typeof inline !== 'string' && inline.kind === 'break'
}

/** Does something stand in the line behind, which no break sets apart already? */
function isFollowed(rest: readonly Inline[]): boolean {
  const next = rest.find((inline) => !isUnseen(inline))
  return next !== undefined && !isBreak(next)
}

const STYLES: { readonly [style in Style]: string } = {
  em: 'emph',
  strong: 'strong',
  del: 'strike',
  ins: 'underline',
  sub: 'sub',
  sup: 'super',
  mark: 'marked',
  small: 'text.with(size: 0.85em)',
  kbd: 'key',
  samp: 'mono',
  code: 'mono',
  var: 'emph',
  q: 'quote',
  cite: 'emph',
  dfn: 'emph',
  u: 'underline',
}

function writeInline(inline: Inline, writer: PageWriter): string {
  if (typeof inline === 'string') return signed(narrowed(inline, writer.columns), writer)
  return writer.nested(
    COSTS[inline.kind] ?? 0,
    () => forInline(WRITERS, inline, writer),
    () => writeLine(bareInlines(inline), writer),
  )
}

/** Words, with wide signs in the font of the characters around them. */
function signed(written: string, { signs }: PageWriter): string {
  if (signs !== 'wide') return text(written)
  const pieces = piecesOf(written).map((piece, index) =>
    piece === '' ? '' : index % 2 === 0 ? text(piece) : call('wide', {}, text(piece)),
  )
  return joined(pieces)
}

/** How many rules of the compiler are followed by each. */
const COSTS: { readonly [kind in InlineElement['kind']]?: number } = {
  styled: 1,
  passage: 1,
  link: 2,
  ruby: 3,
  abbreviation: 1,
}

const WRITERS: PerInline<[writer: PageWriter], string> = {
  styled: ({ as, children }, writer) =>
    STYLES[as] === 'mono'
      ? call('mono', {}, writeLine(children.map(partedName), { ...writer, signs: 'narrow' }))
      : call(STYLES[as], {}, writeLine(children, writer)),
  link,
  picture,
  break: () => 'linebreak()',
  call: ({ note }, writer) => writer.note(note),
  ruby: ({ children, text: above }, writer) =>
    call('reading', {}, writeLine(children, writer), text(above)),
  anchor: ({ id }, writer) => writer.anchor(id),
  abbreviation: ({ children }, writer) => writeLine(children, writer),
  formula: (formula, writer) => writeFormula(formula, writer.formulas),
  passage({ lang, dir, children }, writer) {
    return call('text', { lang: languageOf(lang), dir }, writeLine(children, writer))
  },
}

/** A language as Typst writes it; undefined for what is none. */
export function languageOf(tag: string | undefined): string | undefined {
  const short = tag?.split('-')[0]?.toLowerCase() ?? ''
  return /^[a-z]{2,3}$/.test(short) ? text(short) : undefined
}

function link({ to, children, id, at }: Link, writer: PageWriter): string {
  const anchor = id === undefined ? '' : writer.anchor(id)
  const shown = writeLine(children, { ...writer, linkTo: to })
  return joined([anchor, writer.link(to, shown, at)])
}

function picture(shown: Picture, writer: PageWriter): string {
  const found = writer.picture(shown)
  if (found.kind === 'file') {
    const { name, width, alt } = found
    // No link may hold decoration: its picture says where it leads.
    return call('box', {}, image(name, width, alt?.trim() === '' ? (writer.linkTo ?? '') : alt))
  }
  const said = shown.alt?.trim() || (found.kind === 'address' ? found.url : '')
  if (found.kind === 'address' && writer.linkTo === undefined)
    return call('web', {}, text(found.url), text(said))
  return text(said)
}

/** A picture; one that says nothing is no part of what is read aloud. */
export function image(name: string, width: string, alt: string | undefined): string {
  const said = alt === undefined || alt.trim() === '' ? undefined : text(alt)
  const shown = call('image', { width, alt: said }, text(name))
  return alt?.trim() === '' ? call('pdf.artifact', {}, shown) : shown
}

/** How a kind of code is set: weight and slant tell it apart in black and white. */
const CODE: { readonly [kind in 'k' | 's' | 'c' | 't']: string } = {
  k: 'strong',
  s: 'text.with(fill: gray)',
  c: 'text.with(style: "italic")',
  t: 'strong',
}

/** A line of code. Its indentation stays, and long words may part. */
export function writeRuns(
  runs: readonly Run[],
  kindOf: (kind: string) => keyof typeof CODE | undefined,
): string {
  const values = withoutTabs(runs).map(([words, kind], index) => {
    const kept =
      index === 0 ? words.replace(/^ +/, (space) => '\u00A0'.repeat(space.length)) : words
    const value = text(parted(kept))
    const known = kindOf(kind)
    return known === undefined ? value : `${CODE[known]}(${value})`
  })
  return values.length === 0 ? '[]' : joined(values)
}

/** How far apart tabs stop. */
const TAB = 4

/** A line whose tabs are as many spaces as they take: a tab of its own has no width on paper. */
function withoutTabs(runs: readonly Run[]): readonly Run[] {
  let column = 0
  return runs.map(([words, kind]) => {
    const pieces = words.split('\t').map((piece, index) => {
      const space = index === 0 ? '' : ' '.repeat(TAB - (column % TAB))
      column += space.length + piece.length
      return space + piece
    })
    return [pieces.join(''), kind]
  })
}

/** How many letters a line of small type has room for. */
const LETTERS = 88

/**
 * Words that are longer than a column may part in it: else they would be set over the next one. Letters that join are left
 * together.
 */
function narrowed(words: string, columns: number): string {
  if (columns < 2) return words
  const length = columns > MANY ? 6 : Math.floor(LETTERS / columns)
  const long = new RegExp(`[\\p{Script=Latin}\\p{N}\\p{P}]{${length},}`, 'gu')
  return words.replaceAll(long, (word) => word.replaceAll(/.{3}/gu, '$&\u200B'))
}

/** Long names in a line may end it behind a sign: else the words around them would be spread. */
function partedName(inline: Inline): Inline {
  if (typeof inline !== 'string') return inline
  return inline.replaceAll(/[^\s\u00A0]{16,}/g, (word) =>
    word.replaceAll(/(?<=[\p{L}\p{N}])[_./:=&?-](?=[\p{L}\p{N}])/gu, '$&\u200B'),
  )
}

/** Words that are longer than a line may end it behind a sign. */
function parted(words: string): string {
  return words.replaceAll(/[^\s\u00A0]{40,}/g, (word) =>
    word.replaceAll(/[^\p{L}\p{N}]+|.{20}/gu, '$&\u200B'),
  )
}
