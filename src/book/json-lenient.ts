// JSON as people write it: comments, trailing commas and a byte order mark are fine. Everything else that is wrong is
// reported where it stands, with what is probably meant. The only door to jsonc-parser.
import {
  type Node,
  type ParseError,
  applyEdits,
  createScanner,
  findNodeAtLocation,
  modify,
  parseTree,
  printParseErrorCode,
  stripComments,
} from 'jsonc-parser'
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import type { Json } from '../core/json.ts'
import type { BookPath } from '../core/path.ts'
import { lineStarts, positionAt } from '../core/position.ts'
import type { ArgsOf } from '../messages/messages.ts'
import { problem } from '../messages/problem.ts'

/** After so many the rest is mostly a consequence. */
const MAX_ERRORS = 5
const DEEPEST = 100

/** A text of JSON that could be read. */
export interface JsonText {
  readonly value: Json
  /** The place of a value, or of the key that leads to it. */
  locate(path: readonly string[], what: 'key' | 'value'): Place
}

/** Where something is wrong in the text, and what. */
interface Mistake {
  readonly from: number
  readonly to: number
  readonly found: InvalidJson
}

type InvalidJson = ArgsOf<'config/invalid-json'>

/** Reads a text. The value is undefined when it is not JSON; an empty text is an empty object. */
export function parseJson(file: BookPath, written: string): Outcome<JsonText | undefined> {
  const text = withoutHashComments(written)
  const starts = lineStarts(text)
  const place = (from: number, to: number): Place => ({
    file,
    start: positionAt(starts, from),
    end: positionAt(starts, to),
  })
  const refused = unread(text)
  if (refused !== undefined) {
    const at = place(refused.from, refused.to)
    return { value: undefined, diagnostics: [problem('config/invalid-json', at, refused.found)] }
  }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true })
  if (errors.length > 0) return { value: undefined, diagnostics: reports(text, errors, place) }
  const diagnostics: Diagnostic[] = []
  const value = root === undefined ? {} : toValue(root, place, diagnostics)
  const locate = (path: readonly string[], what: 'key' | 'value'): Place => {
    const node = root && findNodeAtLocation(root, path.map(indexOrName))
    const spot = what === 'key' ? (node?.parent?.children?.[0] ?? node) : node
    return spot === undefined ? { file } : place(spot.offset, spot.offset + spot.length)
  }
  return { value: { value, locate }, diagnostics }
}

/** Comments that begin with `#` become spaces: nothing in JSON begins with it. */
function withoutHashComments(text: string): string {
  if (!text.includes('#')) return text
  const scanner = createScanner(text, true)
  const kept: string[] = []
  let done = 0
  while (scanner.getPosition() < text.length) {
    scanner.scan()
    const from = scanner.getTokenOffset()
    if (text.charAt(from) !== '#') continue
    const found = text.indexOf('\n', from)
    const end = found < 0 ? text.length : found
    kept.push(text.slice(done, from), ' '.repeat(end - from))
    done = end
    scanner.setPosition(end)
  }
  return kept.join('') + text.slice(done)
}

/** What is not even tried to be read. */
function unread(text: string): Mistake | undefined {
  const conflict = /^<{7} /m.exec(text)?.index
  if (conflict !== undefined)
    return { from: conflict, to: conflict + 7, found: { case: 'conflict' } }
  const deep = tooDeep(text)
  if (deep === undefined) return undefined
  return { from: deep, to: deep + 1, found: { case: 'nested', levels: DEEPEST } }
}

/** Where brackets nest deeper than anything needs: the parser, and all who read values, call themselves for each. */
function tooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true)
  let depth = 0
  while (scanner.getPosition() < text.length) {
    scanner.scan()
    const first = text.charAt(scanner.getTokenOffset())
    if (first === '{' || first === '[') depth += 1
    else if (first === '}' || first === ']') depth -= 1
    if (depth > DEEPEST) return scanner.getTokenOffset()
  }
  return undefined
}

function indexOrName(step: string): string | number {
  return /^\d+$/.test(step) ? Number(step) : step
}

type ToPlace = (from: number, to: number) => Place

/** The value of a node. Of equal keys the last counts; `__proto__` is never one of them. */
function toValue(node: Node, place: ToPlace, diagnostics: Diagnostic[]): Json {
  const children = node.children ?? []
  if (node.type === 'array') return children.map((child) => toValue(child, place, diagnostics))
  if (node.type !== 'object') return node.value as Json
  const members = new Map<string, Json>()
  for (const property of children) {
    const [key, value] = property.children ?? []
    if (key === undefined || value === undefined || key.value === '__proto__') continue
    if (members.has(key.value))
      diagnostics.push(
        problem('config/duplicate-key', place(key.offset, key.offset + key.length), {
          key: key.value,
        }),
      )
    members.set(key.value, toValue(value, place, diagnostics))
  }
  return Object.fromEntries(members)
}

/** One report a line: what follows on the same line, or directly after a symbol that is wrong, is a consequence. */
function reports(
  text: string,
  errors: readonly ParseError[],
  place: ToPlace,
): readonly Diagnostic[] {
  const starts = lineStarts(text)
  const lines = new Set<number>()
  const diagnostics: Diagnostic[] = []
  let symbolEnd = -1
  // Of the same length: what is missing before a comment is no part of it.
  const bare = stripComments(text, ' ')
  for (const error of errors) {
    const follows = symbolEnd >= 0 && text.slice(symbolEnd, error.offset).trim() === ''
    if (printParseErrorCode(error.error) === 'InvalidSymbol')
      symbolEnd = error.offset + error.length
    const { from, to, found } = explain(text, error, bare)
    const at = place(from, to)
    const touched = [positionAt(starts, error.offset).line, at.start?.line ?? 0]
    if (follows || touched.some((line) => lines.has(line))) continue
    for (const line of touched) lines.add(line)
    diagnostics.push(problem('config/invalid-json', at, found))
  }
  return diagnostics.slice(0, MAX_ERRORS)
}

/** A text that ends at the end of its line: most were meant to end at quotes of a word processor. */
function unendedText(token: string): InvalidJson {
  const sign = /[“”„‟＂](?=[\s,:，：}\]]*$)/.exec(token)?.[0]
  return sign === undefined ? { case: 'text' } : { case: 'text-quotes', sign }
}

/** What the parser wanted, by the name of its error; the token is what it found. */
const EXPLANATIONS: { readonly [error: string]: (token: string) => InvalidJson } = {
  CommaExpected: (token) => ({ case: 'comma', token }),
  ColonExpected: (token) => ({ case: 'colon', token }),
  CloseBraceExpected: () => ({ case: 'brace' }),
  CloseBracketExpected: () => ({ case: 'bracket' }),
  EndOfFileExpected: (token) => ({ case: 'end', token }),
  UnexpectedEndOfString: unendedText,
  UnexpectedEndOfComment: () => ({ case: 'comment' }),
  InvalidEscapeCharacter: (token) => ({ case: 'escape', token }),
  InvalidUnicode: (token) => ({ case: 'escape', token }),
  InvalidCharacter: () => ({ case: 'control' }),
  PropertyNameExpected: (token) => ({ case: 'key', token }),
}

/** These stand where something is missing: after what came before, not at what comes next. */
const MISSING = new Set(['CommaExpected', 'CloseBraceExpected', 'CloseBracketExpected'])

function explain(text: string, { error, offset, length }: ParseError, bare: string): Mistake {
  const name = printParseErrorCode(error)
  const token = text.slice(offset, offset + length)
  const before = bare.slice(0, offset).trimEnd().length
  const range = MISSING.has(name)
    ? { from: before, to: before }
    : { from: offset, to: offset + length }
  const found =
    name === 'InvalidSymbol'
      ? explainSymbol(token, text.slice(offset + length))
      : (EXPLANATIONS[name]?.(name === 'UnexpectedEndOfString' ? token : shown(token)) ?? {
          case: 'value',
          token: shown(token),
        })
  return { ...range, found }
}

/** The beginning of a token, without the quotes that a message puts around it; '' at the end of the file. */
function shown(token: string): string {
  const line = (token.split('\n')[0] ?? '').replaceAll(/^"|"$/g, '')
  return line.length > 30 ? `${line.slice(0, 30)}…` : line
}

/** A character or a word that JSON does not know. */
function explainSymbol(token: string, rest: string): InvalidJson {
  const [sign = ''] = token
  if (sign === "'" || sign === '`') {
    const better = token.replaceAll(/^['`]|['`].*$/gs, '')
    return { case: sign === "'" ? 'single-quotes' : 'backquotes', better }
  }
  if (/["“”„‟＂«»「」『』]/.test(sign))
    return { case: 'other-quotes', sign, better: token.replaceAll(/[“”„‟＂«»「」『』:,]/g, '') }
  if (/[：=]/.test(sign)) return { case: 'other-colon', sign }
  if (/[，、；;]/.test(sign)) return { case: 'other-comma', sign }
  return explainWord(/^[^\s,:：，]+/.exec(token)?.[0] ?? token, /^\s*[:：]/.test(rest))
}

function explainWord(word: string, isKey: boolean): InvalidJson {
  const better = word.toLowerCase()
  if (['true', 'false', 'null'].includes(better)) return { case: 'capitals', word, better }
  return { case: isKey ? 'bare-key' : 'bare-value', word: shown(word) }
}

/**
 * A JSON text with one value set (or removed, when it is undefined); comments and layout stay as they are. The index -1
 * adds to the end of a list.
 */
export function setJsonValue(
  text: string,
  path: readonly (string | number)[],
  value: Json | undefined,
): string {
  if (value === undefined && typeof path.at(-1) === 'number') return withoutItem(text, path)
  const insertSpaces = !/^\t/m.test(text)
  const tabSize = /^( +)\S/m.exec(text)?.[1]?.length ?? 2
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const formattingOptions = { insertSpaces, tabSize, eol }
  return applyEdits(text, modify(text, [...path], value, { formattingOptions }))
}

/** Without an item of a list. The library takes a sign too few or too many of the last one, as the list is laid out. */
function withoutItem(text: string, path: readonly (string | number)[]): string {
  const root = parseTree(text)
  const item = root && findNodeAtLocation(root, [...path])
  const all = item?.parent?.children ?? []
  const at = item === undefined ? -1 : all.indexOf(item)
  if (item === undefined || at < 0) return text
  const [before, next] = [all[at - 1], all[at + 1]]
  const end = item.offset + item.length
  const [from, to] =
    next !== undefined
      ? [item.offset, next.offset]
      : [before === undefined ? item.offset : before.offset + before.length, end]
  return text.slice(0, from) + text.slice(to)
}
