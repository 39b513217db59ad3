// What `check` of book.json says: severities by code, options of rules, and files to leave alone.
import type { Config } from '../core/book.ts'
import type { Diagnostic, Severity } from '../core/diagnostic.ts'
import { matchGlobs } from '../core/glob.ts'
import { type Json, type JsonObject, isJsonObject } from '../core/json.ts'
import { closest } from '../core/suggest.ts'
import { unknownOption, unknownRule } from './problems.ts'
import type { OptionKind, Rule } from './rule.ts'

/** What the book wants of one code. */
export interface Wish {
  readonly severity: Severity | 'off'
  readonly options: JsonObject
}

/** What the book wants to be told. */
export interface CheckSettings {
  readonly wishes: ReadonlyMap<string, Wish>
  readonly isIgnored: (path: string) => boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the settings of a book; what is wrong in them is reported and left out. */
export function checkSettings(config: Config, rules: readonly Rule[]): CheckSettings {
  const diagnostics: Diagnostic[] = []
  const wishes = new Map<string, Wish>()
  for (const { code, severity, options, at } of config.check.rules) {
    const rule = rules.find((candidate) => candidate.code === code)
    if (rule === undefined && /^(?:check|house|accessibility)\//.test(code)) {
      const near = closest(
        code,
        rules.map((candidate) => candidate.code),
      )
      diagnostics.push(unknownRule(at, code, near))
      continue
    }
    diagnostics.push(...wrongOptions(rule, options).map((text) => unknownOption(at, code, text)))
    wishes.set(code, { severity, options })
  }
  return { wishes, isIgnored: matchGlobs(config.check.ignore), diagnostics }
}

function wrongOptions(rule: Rule | undefined, options: JsonObject): readonly string[] {
  const known = rule?.options ?? {}
  return Object.entries(options).flatMap(([name, value]) => {
    const kind = known[name]
    if (kind === undefined) {
      const names = Object.keys(known)
      if (names.length === 0) return [`it takes no options, found "${name}"`]
      return [`expected ${names.map((one) => `"${one}"`).join(' or ')}, found "${name}"`]
    }
    return isOfKind(value, kind)
      ? []
      : [`expected ${expectations[kind]} for "${name}", found ${JSON.stringify(value)}`]
  })
}

const expectations: Readonly<Record<OptionKind, string>> = {
  text: 'a text',
  number: 'a number',
  texts: 'a list of texts',
  words: 'a list of words, or an object of words and what to write instead',
}

function isOfKind(value: Json, kind: OptionKind): boolean {
  const isTexts =
    Array.isArray(value) && (value as readonly Json[]).every((one) => typeof one === 'string')
  switch (kind) {
    case 'text':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number'
    case 'texts':
      return isTexts || typeof value === 'string'
    case 'words':
      return isTexts || isJsonObject(value)
  }
}
