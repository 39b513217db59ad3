// Writes what the engine gets: the tags that are ours, in delimiters that no text has, and between them references to the
// text. The engine never sees the text itself, so that its size costs nothing and its braces mean nothing.
import { DELIMITERS, NAMES, markOf, withoutMarks } from './marks.ts'
import type { Stretch, Tag } from './scan.ts'
import type { SourceFile } from './source-file.ts'
import type { Group } from './structure.ts'

/** A stretch of a file. Empty ones say where what follows comes from. */
export interface Segment extends Stretch {
  readonly file: SourceFile
}

/** A tag with its file. */
export interface PlacedTag {
  readonly file: SourceFile
  readonly tag: Tag
}

/** What the numbers in a composed source refer to; all sources of one rendering share it. */
export interface Tables {
  readonly segments: Segment[]
  readonly tags: PlacedTag[]
}

interface Composing {
  readonly file: SourceFile
  readonly tables: Tables
  /** How many `{% set %}…{% endset %}` are open: their text is a value, and stands there itself. */
  captures: number
  source: string
}

const print = (inner: string): string =>
  `${DELIMITERS.variableStart} ${inner} ${DELIMITERS.variableEnd}`
const statement = (inner: string): string =>
  `${DELIMITERS.blockStart} ${inner} ${DELIMITERS.blockEnd}`

/** The source for the engine. */
export function compose(file: SourceFile, live: ReadonlySet<Tag>, tables: Tables): string {
  const composing: Composing = { file, tables, captures: 0, source: '' }
  let done = 0
  let trim = false
  for (const tag of file.scan.tags) {
    if (!live.has(tag)) continue
    addText(composing, stretchOf(file.text, { from: done, to: tag.from }, trim, tag.trimBefore))
    addTag(composing, tag)
    done = tag.to
    trim = tag.trimAfter
  }
  addText(composing, stretchOf(file.text, { from: done, to: file.text.length }, trim, false))
  return composing.source
}

/** The whole text as one reference: what a file gives when it cannot be expanded. */
export function composeVerbatim(file: SourceFile, stretch: Stretch, tables: Tables): string {
  const composing: Composing = { file, tables, captures: 0, source: '' }
  addText(composing, stretch)
  return composing.source
}

/** The stretch without the white space that a dash in a neighboring tag takes away. */
function stretchOf(text: string, { from, to }: Stretch, start: boolean, end: boolean): Stretch {
  let [first, last] = [from, to]
  if (start) while (first < last && /\s/.test(text[first] ?? '')) first += 1
  if (end) while (last > first && /\s/.test(text[last - 1] ?? '')) last -= 1
  return { from: first, to: last }
}

/* oxlint-disable no-param-reassign -- the one place where a source grows */
function addText(composing: Composing, { from, to }: Stretch): void {
  const { file, tables } = composing
  if (from >= to) return
  if (composing.captures > 0) composing.source += withoutMarks(file.text.slice(from, to))
  else composing.source += markOf('text', tables.segments.push({ file, from, to }) - 1)
}

/** An empty reference: what is printed next comes from here. */
function addPlace(composing: Composing, { from }: Tag): void {
  const { file, tables, captures } = composing
  if (captures === 0)
    composing.source += markOf('text', tables.segments.push({ file, from, to: from }) - 1)
}

function addTag(composing: Composing, tag: Tag): void {
  const { file, tables } = composing
  if (tag.kind === 'removed') return
  const number = tables.tags.push({ file, tag }) - 1
  if (tag.kind === 'print') {
    addPlace(composing, tag)
    composing.source += print(`${NAMES.print}(${NAMES.at}(${number}), ${tag.inner})`)
    return
  }
  const group = file.structure.groups.get(tag)
  if (group === undefined) return
  if (tag === group.open) addPlace(composing, tag)
  composing.source +=
    group.spelling === undefined ? ownTag(tag, group, number) : registeredTag(tag, group, number)
  if (tag.name === 'set' && group.end !== undefined) composing.captures += 1
  if (tag.name === 'endset') composing.captures -= 1
}
/* oxlint-enable no-param-reassign */

function ownTag(tag: Tag, group: Group, number: number): string {
  if (tag === group.end) return statement(tag.name)
  const own = statement(tag.inner.trim())
  if (tag !== group.open) return own
  const mark = print(`${NAMES.mark}(${number})`)
  // Inside a loop the mark counts its rounds.
  if (tag.name === 'for') return mark + own + mark
  // A file that code of HTML shows is text, whatever signs are in it.
  if (tag.name === 'include' && tag.code !== undefined)
    return mark + markOf('escape', 1) + own + markOf('escape', 0)
  return mark + own
}

/** A registered block is a filter over its content; so is each of its sections. */
function registeredTag(tag: Tag, group: Group, number: number): string {
  const divided = group.middles.length > 0
  const args = tag.inner.trim().slice(tag.name.length).trim()
  const list = args === '' ? String(number) : `${number}, ${args}`
  if (tag === group.open) {
    const open = statement(`filter ${NAMES.block}(${list})`)
    return group.end === undefined ? open + statement('endfilter') : open
  }
  const close = statement('endfilter')
  if (tag === group.end) return divided ? close + close : close
  const section = statement(`filter ${NAMES.section}(${list})`)
  return tag === group.middles[0] ? section : close + section
}
