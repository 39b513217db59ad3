// What mdBook understands in a page: `{{#include file.rs:2:10}}` and its kind, wherever they stand, also in code.
import type { Range } from '../../core/range.ts'
import { type BlockName, blockNamed } from './blocks.ts'

/** A directive, taken apart. */
export interface Directive extends Range {
  readonly name: 'include' | 'playground' | 'title' | 'escaped' | BlockName
  /** What stands after the name. */
  readonly rest: string
}

const NAMES: { readonly [name: string]: Directive['name'] } = {
  include: 'include',
  rustdoc_include: 'include',
  playground: 'playground',
  playpen: 'playground',
  title: 'title',
}
const DIRECTIVE =
  /\\\{\{#.*?\}\}|\{\{[ \t]*#(\/?[a-z_]+)(?:[ \t]+([^}\n]*))?\}\}|<(\/?Listing)((?:\s+[\w-]+="[^"]*")*)\s*>/g

/** Can there be a directive in this text? */
export function mayHaveDirectives(text: string): boolean {
  return /\{\{[ \t]*#|<Listing\b/.test(text)
}

/** The directives of a text, in order. */
export function findDirectives(text: string): readonly Directive[] {
  return [...text.matchAll(DIRECTIVE)].flatMap((found): Directive[] => {
    const [whole, braced, words = '', element, attributes = ''] = found
    const at = { from: found.index, to: found.index + whole.length }
    const written = braced ?? element
    if (written === undefined) return [{ ...at, name: 'escaped', rest: whole.slice(1) }]
    const rest = (braced === undefined ? attributes : words).trim()
    const block = blockNamed(written)
    if (block !== undefined) return [{ ...at, name: block, rest }]
    const name = Object.hasOwn(NAMES, written) && rest !== '' ? NAMES[written] : undefined
    return name === undefined ? [] : [{ ...at, name, rest }]
  })
}

/** The file that a directive asks for, and what of it: lines, or what stands between comments with a name. */
export interface Asked {
  readonly path: string
  /** As written; '' for the whole file. */
  readonly part: string
  readonly lines?: { readonly first: number; readonly last: number }
  readonly anchor?: string
}

/** Takes `src/main.rs:2:10` apart; all counts are from 1, and the last one is included. */
export function askedFile(written: string): Asked {
  const [path = '', ...parts] = written.split(':')
  const part = parts.join(':')
  const [first = '', last] = parts
  if (part === '') return { path, part }
  if (first !== '' && !/^\d+$/.test(first)) return { path, part, anchor: first }
  const from = first === '' ? 1 : Number(first)
  const end = last === undefined ? from : /^\d+$/.test(last) ? Number(last) : Infinity
  return { path, part, lines: { first: from, last: end } }
}

const ANCHOR = /ANCHOR(_END)?:[ \t]*([\w-]+)/

/** The lines of a text that are asked for, without those that name parts; undefined when there are none. */
export function chosenLines(text: string, { lines, anchor }: Asked): readonly Range[] | undefined {
  const all = linesOf(text)
  const isMark = ({ from, to }: Range): boolean => ANCHOR.test(text.slice(from, to))
  const chosen =
    anchor === undefined
      ? all.slice((lines?.first ?? 1) - 1, lines?.last)
      : between(text, all, anchor)
  const shown = chosen.filter((line) => !isMark(line))
  return shown.length === 0 && (lines ?? anchor) !== undefined ? undefined : joined(shown)
}

/** Lines that follow each other are one stretch. */
function joined(lines: readonly Range[]): readonly Range[] {
  const all: Range[] = []
  for (const { from, to } of lines) {
    const last = all.at(-1)
    if (last?.to === from) all[all.length - 1] = { from: last.from, to }
    else all.push({ from, to })
  }
  return all
}

function between(text: string, all: readonly Range[], anchor: string): readonly Range[] {
  const chosen: Range[] = []
  let isOpen = false
  for (const line of all) {
    const [, end, name] = ANCHOR.exec(text.slice(line.from, line.to)) ?? []
    if (name === anchor) isOpen = end === undefined
    else if (isOpen) chosen.push(line)
  }
  return chosen
}

/** Each line with its end. */
function linesOf(text: string): readonly Range[] {
  const lines: Range[] = []
  let from = 0
  while (from < text.length) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end + 1
    lines.push({ from, to })
    from = to
  }
  return lines
}
