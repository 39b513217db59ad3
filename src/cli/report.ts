// Diagnostics for people: what is wrong, the line of the source with the place underlined, and what to do about it.
import { groupBy } from '../core/list.ts'
import {
  type Diagnostic,
  type Place,
  type Severity,
  countDiagnostics,
  sortDiagnostics,
} from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { formatDiagnostic } from '../messages/format.ts'
import type { Messages, Words } from '../messages/messages.ts'
import { clipped, displayWidth, printable } from './display-width.ts'
import { excerptOf } from './excerpt.ts'
import type { Paint, Style } from './terminal.ts'
import { wrapLine } from './wrap.ts'

/** How to show diagnostics. */
export interface ReportStyle {
  readonly messages: Messages
  readonly paint: Paint
  /** Cells of a line of source. */
  readonly width: number
  /** Cells of a line of text; where nothing says it, lines are as long as they are. */
  readonly textWidth?: number | undefined
  /** Shows every diagnostic, not just the first of each code. */
  readonly all: boolean
  /** One line for each code that is no error: who builds on a terminal looks for other things than a list of mistakes. */
  readonly brief?: boolean
  /** The text of a file of the book, for excerpts. */
  readonly textOf: (path: BookPath) => string | undefined
  /** How a file of the book is called where the command was typed. */
  readonly nameOf: (path: BookPath) => string
}

/** So many of one code are shown; the others are counted. */
const shownOfOneCode = 20

/** So many places of those that say the same are named. */
const placesOfOne = 3

const severityStyle: Readonly<Record<Severity, readonly Style[]>> = {
  error: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  info: ['cyan', 'bold'],
}

const rising: readonly Severity[] = ['info', 'warning', 'error']

/** All diagnostics as text, each followed by an empty line. The worst come last, next to the prompt. */
export function renderReport(diagnostics: readonly Diagnostic[], style: ReportStyle): string {
  const sorted = sortDiagnostics(diagnostics)
  const isShort = isBrief(style) && sorted.some(({ severity }) => severity !== 'error')
  const blocks = rising
    .flatMap((severity) => {
      const some = sorted.filter((diagnostic) => diagnostic.severity === severity)
      if (isBrief(style) && severity !== 'error') return briefly(some, severity, style)
      const groups = style.all ? some.map((one) => [one] as const) : grouped(some, style)
      const { shown, left } = style.all ? { shown: groups, left: [] } : capped(groups)
      return [
        ...shown.map(([first, ...others]) => renderDiagnostic(first, style, others)),
        ...left.map(({ code, others }) => renderLeft(code, { severity, others }, style)),
      ]
    })
    .map((block) => `${block}\n`)
  return [...blocks, ...(isShort ? [`${style.messages.words.inFull}\n\n`] : [])].join('')
}

/** How many more there are of a code than are shown. */
function renderLeft(
  code: string,
  { severity, others }: { readonly severity: Severity; readonly others: readonly Diagnostic[] },
  style: ReportStyle,
): string {
  const { words } = style.messages
  const taken = displayWidth(`${words.severity[severity]}[${code}]: `)
  const text = words.more(others.length, placesOf(others, style))
  return `${head(code, severity, style)}: ${indented(text, '  ', style, taken)}\n`
}

function isBrief({ brief = false, all }: ReportStyle): boolean {
  return brief && !all
}

/** A line for each code, in the order of the first of each; they stand together. */
function briefly(
  diagnostics: readonly Diagnostic[],
  severity: Severity,
  style: ReportStyle,
): readonly string[] {
  const lines = [...groupBy(diagnostics, ({ code }) => code).values()].map(([first, ...others]) =>
    briefLine(first, 1 + others.length, severity, style),
  )
  return lines.length === 0 ? [] : [lines.join('')]
}

/** Where it is and how often comes first; of a path that leaves no room for words the end is shown. */
function briefLine(
  first: Diagnostic,
  count: number,
  severity: Severity,
  style: ReportStyle,
): string {
  const { messages, paint, textWidth = Infinity } = style
  const { code, at } = first
  const times = count === 1 ? '' : ` ${messages.words.times(count)}`
  const title = displayWidth(`${messages.words.severity[severity]}[${code}]`)
  const room = textWidth - title - displayWidth(`${times}: `) - LEAST_WORDS
  const where = at === undefined ? '' : ` ${endOfPath(placeText(at, style), room - 1)}`
  const begin = `${where}${times}: `
  const taken = title + displayWidth(begin)
  const message = printable(formatDiagnostic(first, messages).message.replaceAll(/\s+/g, ' '))
  return `${head(code, severity, style)}${begin}${paint(['bold'], clipped(message, roomOf(textWidth - taken)))}\n`
}

/** Cells that words have on their line. */
const LEAST_WORDS = 28

/** A path, or as many of its last names as there is room for: at least one. */
function endOfPath(path: string, room: number): string {
  if (displayWidth(path) <= room) return path
  const names = path.split('/')
  const last = names.findIndex(
    (_, index) => index > 0 && displayWidth(`…/${names.slice(index).join('/')}`) <= room,
  )
  return names.length === 1 ? path : `…/${names.slice(last < 0 ? -1 : last).join('/')}`
}

/** Behind a name that leaves no room for words, they go on in the next line of the terminal. */
function roomOf(cells: number): number {
  return cells < 12 ? 30 : cells
}

interface Left {
  readonly code: Diagnostic['code']
  readonly others: readonly Diagnostic[]
}

/** Diagnostics that say the same, in the order of the first of them. */
type Group = readonly [Diagnostic, ...Diagnostic[]]

function grouped(diagnostics: readonly Diagnostic[], { messages }: ReportStyle): readonly Group[] {
  const groups = groupBy(diagnostics, (diagnostic, index) => {
    const { message, hint, related = [] } = formatDiagnostic(diagnostic, messages)
    // What names another place is news at each of its places.
    const own = related.length > 0 || diagnostic.at === undefined ? index : ''
    return [diagnostic.code, message, hint, own].join('\n')
  })
  return [...groups.values()]
}

function capped(groups: readonly Group[]): {
  readonly shown: readonly Group[]
  readonly left: readonly Left[]
} {
  const byCode = groupBy(groups, ([{ code }]) => code)
  const shown = new Set([...byCode.values()].flatMap((all) => all.slice(0, shownOfOneCode)))
  const left = [...byCode].map(([code, all]) => ({
    code,
    others: all.slice(shownOfOneCode).flat(),
  }))
  return {
    shown: groups.filter((group) => shown.has(group)),
    left: left.filter(({ others }) => others.length > 0),
  }
}

/** One diagnostic as text, with the places of others that say the same; it ends in a newline. */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  style: ReportStyle,
  others: readonly Diagnostic[] = [],
): string {
  const { code, severity, at } = diagnostic
  const { messages, paint } = style
  const { words } = messages
  const { message, hint, related = [] } = formatDiagnostic(diagnostic, messages)
  const gutter = Math.max(2, String(at?.start?.line ?? '').length)
  const margin = ' '.repeat(gutter)
  const rule = paint(['blue'], `${margin}│`)
  const notes = [
    ...related.map((other) => `${words.see} ${placeText(other.at, style)}: ${other.message}`),
    ...(hint === undefined ? [] : [`${words.hint}: ${hint}`]),
    ...(others.length === 0 ? [] : [words.elsewhere(others.length, placesOf(others, style))]),
  ].map((note) => `${paint(['blue'], `${margin}=`)} ${indented(note, `${margin}  `, style)}`)
  const taken = displayWidth(`${words.severity[severity]}[${code}]: `)
  const lines = [
    `${head(code, severity, style)}: ${paint(['bold'], indented(message, '  ', style, taken))}`,
    ...(at === undefined ? [] : frame(at, { style, gutter, severity })),
    ...(at?.start !== undefined && notes.length > 0 ? [rule] : []),
    ...notes,
  ]
  return `${lines.join('\n')}\n`
}

function head(code: string, severity: Severity, { messages, paint }: ReportStyle): string {
  return paint(severityStyle[severity], `${messages.words.severity[severity]}[${code}]`)
}

/** Further lines of a text stand below the first, which has `taken` cells in front of it. */
function indented(
  text: string,
  margin: string,
  { textWidth = Infinity }: ReportStyle,
  taken: number = margin.length,
): string {
  const room = Math.max(20, textWidth - margin.length)
  return text
    .trimEnd()
    .split('\n')
    .flatMap((line, at) => wrapLine(printable(line), room, at === 0 ? taken - margin.length : 0))
    .join(`\n${margin}`)
}

function frame(
  at: Place,
  {
    style,
    gutter,
    severity,
  }: { readonly style: ReportStyle; readonly gutter: number; readonly severity: Severity },
): readonly string[] {
  const { paint, textOf, width } = style
  const margin = ' '.repeat(gutter)
  const top = `${paint(['blue'], `${margin}┌─`)} ${placeText(at, style)}`
  const text = at.start && textOf(at.file)
  const excerpt =
    text === undefined ? undefined : excerptOf(text, at, Math.max(30, width - gutter - 3))
  if (excerpt === undefined) return [top]
  const rule = paint(['blue'], `${margin}│`)
  const number = paint(['blue'], `${String(at.start?.line).padStart(gutter)}│`)
  const carets = paint(severityStyle[severity], '^'.repeat(excerpt.carets))
  return [top, rule, `${number} ${excerpt.text}`, `${rule} ${' '.repeat(excerpt.indent)}${carets}`]
}

/** The first places of some that say the same. */
function placesOf(others: readonly Diagnostic[], style: ReportStyle): readonly string[] {
  return others
    .slice(0, placesOfOne)
    .flatMap(({ at }) => (at === undefined ? [] : [placeText(at, style)]))
}

/** `file:line:column`, as editors and terminals open it. */
function placeText({ file, start }: Place, { nameOf }: ReportStyle): string {
  const name = printable(nameOf(file))
  return start === undefined ? name : `${name}:${start.line}:${start.column}`
}

/** `2 errors and 3 warnings in 2 files`; undefined when there is nothing wrong. */
export function renderTally(diagnostics: readonly Diagnostic[], words: Words): string | undefined {
  const wrong = diagnostics.filter(({ severity }) => severity !== 'info')
  if (wrong.length === 0) return undefined
  const files = new Set(wrong.flatMap(({ at }) => (at === undefined ? [] : [at.file])))
  const { error, warning } = countDiagnostics(wrong)
  return words.tally({ errors: error, warnings: warning, files: files.size })
}
