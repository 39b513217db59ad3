// What `check` of book.json says: severities by code, options of rules, and files to leave alone.
import type { Config } from '../core/book.ts'
import type { Diagnostic, Severity } from '../core/diagnostic.ts'
import { matchGlobs } from '../core/glob.ts'
import type { JsonObject } from '../core/json.ts'
import { closest } from '../core/suggest.ts'
import type { ArgsOf } from '../messages/messages.ts'
import { problem } from '../messages/problem.ts'
import { type Rule, readOption } from './rule.ts'

/** What the book wants of one code. */
export interface CodeSetting {
  readonly severity: Severity | 'off'
  readonly options: JsonObject
}

/** What the book wants to be told. */
export interface CheckSettings {
  readonly wishes: ReadonlyMap<string, CodeSetting>
  readonly isIgnored: (path: string) => boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the settings of a book; what is wrong in them is reported and left out. */
export function checkSettings(config: Config, rules: readonly Rule[]): CheckSettings {
  const diagnostics: Diagnostic[] = []
  const wishes = new Map<string, CodeSetting>()
  for (const { code, severity, options, at } of config.check.rules) {
    const rule = rules.find((candidate) => candidate.code === code)
    if (rule === undefined && /^(?:check|house|accessibility)\//.test(code)) {
      const near = closest(
        code,
        rules.map((candidate) => candidate.code),
      )
      diagnostics.push(problem('check/unknown-rule', at, { code, near }))
      continue
    }
    diagnostics.push(
      ...wrongOptions(rule, code, options).map((wrong) => problem('check/wrong-option', at, wrong)),
    )
    wishes.set(code, { severity, options })
  }
  return { wishes, isIgnored: matchGlobs(config.check.ignore), diagnostics }
}

function wrongOptions(
  rule: Rule | undefined,
  code: string,
  options: JsonObject,
): readonly ArgsOf<'check/wrong-option'>[] {
  const known = rule?.options ?? {}
  const names = Object.keys(known)
  return Object.entries(options).flatMap(
    ([name, value]): readonly ArgsOf<'check/wrong-option'>[] => {
      const option = Object.hasOwn(known, name) ? known[name] : undefined
      if (option === undefined)
        return names.length === 0
          ? [{ case: 'none', code, name }]
          : [{ case: 'name', code, names, name }]
      if (readOption(option, value) !== undefined) return []
      return [{ case: 'value', code, name, kind: option.kind, found: JSON.stringify(value) }]
    },
  )
}
