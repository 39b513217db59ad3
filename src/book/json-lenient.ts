// JSON as people write it: comments, trailing commas and a byte order mark are fine. Everything else that is wrong is
// reported where it stands, with what is probably meant. The only door to jsonc-parser.
import {
  type Node,
  type ParseError,
  findNodeAtLocation,
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
    return { value: undefined, diagnostics: [invalidJson({ file }, 'Expected fewer nested brackets')] }
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

/** One report a line: what follows on the same line is a consequence. */
function reports(text: string, errors: readonly ParseError[], place: ToPlace): readonly Diagnostic[] {
  const lines = new Set<number>()
  const diagnostics: Diagnostic[] = []
  for (const error of errors) {
    const { from, to, message, hint } = explain(text, error)
    const at = place(from, to)
    const line = positionAt(lineStarts(text), error.offset).line
    if (lines.has(line) || lines.has(at.start?.line ?? 0)) continue
    lines.add(line).add(at.start?.line ?? 0)
    diagnostics.push(invalidJson(at, message, hint))
  }
  return diagnostics.slice(0, MAX_ERRORS)
}

function explain(text: string, { error, offset, length }: ParseError): Mistake {
  const range = { from: offset, to: offset + length }
  const token = text.slice(offset, offset + length)
  const before = text.slice(0, offset).trimEnd().length
  switch (printParseErrorCode(error)) {
    case 'InvalidSymbol':
      return { ...range, ...explainSymbol(token, text.slice(offset + length)) }
    case 'CommaExpected':
      return {
        from: before,
        to: before,
        message: `Expected a comma after the entry before ${shown(token)}`,
        hint: 'Add a comma at the end of the entry',
      }
    case 'ColonExpected':
      return {
        ...range,
        message: `Expected a colon between a key and its value, found ${shown(token)}`,
        hint: 'Write "key": value',
      }
    case 'CloseBraceExpected':
      return { from: before, to: before, message: 'Expected a closing } before the end of the file' }
    case 'CloseBracketExpected':
      return { from: before, to: before, message: 'Expected a closing ] for the list' }
    case 'EndOfFileExpected':
      return {
        ...range,
        message: `Expected nothing after the closing brace, found ${shown(token)}`,
        hint: 'There may be one closing brace too many further up',
      }
    case 'UnexpectedEndOfString':
      return {
        ...range,
        message: 'Expected closing double quotes before the end of the line',
        hint: 'Close the quotes; write \\n for a line break inside a text',
      }
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return {
        ...range,
        message: `Expected an escape such as \\n or \\" after the backslash in ${shown(token)}`,
        hint: 'Write \\\\ for a backslash; paths are written with /',
      }
    case 'InvalidCharacter':
      return { ...range, message: 'Expected text without control characters', hint: 'Write \\t for a tab' }
    case 'PropertyNameExpected':
      return { ...range, message: `Expected a key in double quotes, found ${shown(token)}` }
    case 'UnexpectedEndOfComment':
      return { ...range, message: 'Expected the comment to end with */' }
    case 'ValueExpected':
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
    case 'InvalidCommentToken':
    case '<unknown ParseErrorCode>':
      return { ...range, message: `Expected a value, found ${shown(token)}` }
  }
}

function shown(token: string): string {
  if (token === '') return 'the end of the file'
  const line = token.split('\n')[0] ?? ''
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
