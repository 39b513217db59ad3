// JSON as people write it: comments, trailing commas and a byte order mark are fine. Everything else that is wrong is
// reported where it stands, with what is probably meant. The only door to jsonc-parser.
import {
  type Node,
  type ParseError,
  applyEdits,
  findNodeAtLocation,
  modify,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import type { Json } from '../core/json.ts'
import type { BookPath } from '../core/path.ts'
import { lineStarts, positionAt } from '../core/position.ts'
import { duplicateKey, invalidJson } from './config-problems.ts'

/** After so many the rest is mostly a consequence. */
const MAX_ERRORS = 5

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
  readonly message: string
  readonly hint?: string
}

/** Reads a text. The value is undefined when it is not JSON; an empty text is an empty object. */
export function parseJson(file: BookPath, text: string): Outcome<JsonText | undefined> {
  const starts = lineStarts(text)
  const place = (from: number, to: number): Place => ({
    file,
    start: positionAt(starts, from),
    end: positionAt(starts, to),
  })
  const errors: ParseError[] = []
  let root: Node | undefined
  try {
    root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true })
  } catch {
    // The parser is recursive: thousands of open brackets exhaust the stack.
    return {
      value: undefined,
      diagnostics: [invalidJson({ file }, 'Expected fewer nested brackets')],
    }
  }
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
      diagnostics.push(duplicateKey(place(key.offset, key.offset + key.length), key.value))
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
  for (const error of errors) {
    const follows = symbolEnd >= 0 && text.slice(symbolEnd, error.offset).trim() === ''
    if (printParseErrorCode(error.error) === 'InvalidSymbol')
      symbolEnd = error.offset + error.length
    const { from, to, message, hint } = explain(text, error)
    const at = place(from, to)
    const touched = [positionAt(starts, error.offset).line, at.start?.line ?? 0]
    if (follows || touched.some((line) => lines.has(line))) continue
    for (const line of touched) lines.add(line)
    diagnostics.push(invalidJson(at, message, hint))
  }
  return diagnostics.slice(0, MAX_ERRORS)
}

/** What the parser wanted, by the name of its error; the token is what it found. */
const EXPLANATIONS: Readonly<Record<string, (token: string) => Omit<Mistake, 'from' | 'to'>>> = {
  CommaExpected: (token) => ({
    message: `Expected a comma after the entry before ${shown(token)}`,
    hint: 'Add a comma at the end of the entry',
  }),
  ColonExpected: (token) => ({
    message: `Expected a colon between a key and its value, found ${shown(token)}`,
    hint: 'Write "key": value',
  }),
  CloseBraceExpected: () => ({ message: 'Expected a closing } before the end of the file' }),
  CloseBracketExpected: () => ({ message: 'Expected a closing ] for the list' }),
  EndOfFileExpected: (token) => ({
    message: `Expected nothing after the closing brace, found ${shown(token)}`,
    hint: 'There may be one closing brace too many further up',
  }),
  UnexpectedEndOfString: () => ({
    message: 'Expected closing double quotes before the end of the line',
    hint: 'Close the quotes; write \\n for a line break inside a text',
  }),
  UnexpectedEndOfComment: () => ({ message: 'Expected the comment to end with */' }),
  InvalidEscapeCharacter: badEscape,
  InvalidUnicode: badEscape,
  InvalidCharacter: () => ({
    message: 'Expected text without control characters',
    hint: 'Write \\t for a tab',
  }),
  PropertyNameExpected: (token) => ({
    message: `Expected a key in double quotes, found ${shown(token)}`,
  }),
}

/** These stand where something is missing: after what came before, not at what comes next. */
const MISSING = new Set(['CommaExpected', 'CloseBraceExpected', 'CloseBracketExpected'])

function explain(text: string, { error, offset, length }: ParseError): Mistake {
  const name = printParseErrorCode(error)
  const token = text.slice(offset, offset + length)
  const before = text.slice(0, offset).trimEnd().length
  const range = MISSING.has(name)
    ? { from: before, to: before }
    : { from: offset, to: offset + length }
  if (name === 'InvalidSymbol')
    return { ...range, ...explainSymbol(token, text.slice(offset + length)) }
  const explained = EXPLANATIONS[name]?.(token)
  return { ...range, ...(explained ?? { message: `Expected a value, found ${shown(token)}` }) }
}

function badEscape(token: string): { message: string; hint: string } {
  return {
    message: `Expected an escape such as \\n or \\" after the backslash in ${shown(token)}`,
    hint: 'Write \\\\ for a backslash; paths are written with /',
  }
}

function shown(token: string): string {
  if (token === '') return 'the end of the file'
  const line = (token.split('\n')[0] ?? '').replaceAll(/^"|"$/g, '')
  return line.length > 30 ? `"${line.slice(0, 30)}…"` : `"${line}"`
}

/** A character or a word that JSON does not know. */
function explainSymbol(token: string, rest: string): { message: string; hint: string } {
  const [first = ''] = token
  if (first === "'" || first === '`')
    return {
      message: `Expected double quotes, found ${first === "'" ? 'single quotes' : 'backquotes'}`,
      hint: `Write "${token.replaceAll(/^['`]|['`].*$/gs, '')}"`,
    }
  if (/["“”„‟＂«»「」『』]/.test(first))
    return {
      message: `Expected straight double quotes ("), found ${first}`,
      hint: `Write "${token.replaceAll(/[“”„‟＂«»「」『』:,]/g, '')}"`,
    }
  if (/[：=]/.test(first))
    return { message: `Expected a colon (:), found ${first}`, hint: 'Write "key": value' }
  if (/[，、；;]/.test(first))
    return { message: `Expected a comma (,), found ${first}`, hint: 'Write a plain comma' }
  return explainWord(/^[^\s,:：，]+/.exec(token)?.[0] ?? token, /^\s*[:：]/.test(rest))
}

function explainWord(word: string, isKey: boolean): { message: string; hint: string } {
  const lower = word.toLowerCase()
  if (['true', 'false', 'null'].includes(lower))
    return { message: `Expected ${lower}, found ${word}`, hint: `Write ${lower} in lower case` }
  const role = isKey ? 'key' : 'value'
  return {
    message: `Expected a ${role} in double quotes, found ${shown(word)}`,
    hint: `Write "${word}"`,
  }
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
  const insertSpaces = !/^\t/m.test(text)
  const tabSize = /^( +)\S/m.exec(text)?.[1]?.length ?? 2
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const formattingOptions = { insertSpaces, tabSize, eol }
  return applyEdits(text, modify(text, [...path], value, { formattingOptions }))
}
