// Runs book.js, book.cjs and book.mjs. The text decides whether it is CommonJS or an ECMAScript module, because the
// package.json that happens to be nearest often says otherwise. Nothing is remembered: an edited file is run again.
//
// Many repositories have a book.js that is a program of something else: a script of pages, a model of a data base. What
// exports nothing is not run, and what fails or exports no object is passed over unless it speaks of a configuration.
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'
import type { Outcome, Place } from '../core/diagnostic.ts'
import { contentHash } from '../core/hash.ts'
import type { Json } from '../core/json.ts'
import { type BookPath, extensionOf } from '../core/path.ts'
import { SETTINGS } from '../core/settings.ts'
import type { Files, TextFile } from '../files/files.ts'
import { problem } from '../messages/problem.ts'

const MODULE_SYNTAX =
  /^[ \t]*(?:export\s+default\b|export\s*[{*]|export\s+(?:const|let|function|async|class)\b|import\s+[\w*{'"]|import\s*[{'"])/m

/** What is exported from a CommonJS module. */
const COMMON_EXPORT = /\bexports\b|\bmodule\s*\[/

/** Keys that nothing but a configuration has; books of a library have titles and authors, too. */
const KEYS_OF_BOOKS =
  /(?:^|[\s{,.'"])(?:plugins|pluginsConfig|structure|gitbook|honkit|variables)['"]?\s*[:=]/m

/** All that it does is to export another module. */
const EXPORTS_OTHER = /^\s*(?:module\.exports\s*=\s*require\(|export\s*(?:\*|\{[^}]*\})\s*from\b)/m

/** What came of a program: a value, an error that was told, or nothing, since it is a program of something else. */
export type LoadedModule = { readonly value: Json } | 'broken' | 'other'

/** The value that a configuration module exports, as JSON. */
export async function loadModule(
  files: Files,
  path: BookPath,
  source: TextFile,
): Promise<Outcome<LoadedModule>> {
  if (!isModule(path, source.text) && !COMMON_EXPORT.test(source.text))
    return passedOver(path, 'no-export')
  const location = files.location(path)
  if (location === undefined) {
    const diagnostics = [problem('config/cannot-load', { file: path }, { case: 'no-folder' })]
    return { value: 'broken', diagnostics }
  }
  const isMeant = KEYS_OF_BOOKS.test(source.text) || EXPORTS_OTHER.test(source.text)
  try {
    const exported = isModule(path, source.text)
      ? await importModule(location, source)
      : runCommonJs(location, source.text)
    const value = await exported
    if (!isMeant && !isSettings(value)) return passedOver(path, 'no-settings')
    return asJson(path, value)
  } catch (error) {
    if (!isMeant) return passedOver(path, 'no-settings')
    const at = placeOfError(path, location, error)
    return {
      value: 'broken',
      diagnostics: [
        problem('config/cannot-load', at, { case: caseOf(error), reason: reasonOf(error) }),
      ],
    }
  }
}

function passedOver(file: BookPath, why: 'no-export' | 'no-settings'): Outcome<LoadedModule> {
  return { value: 'other', diagnostics: [problem('config/other-program', { file }, { case: why })] }
}

/** An object without members, or with one that is a setting. */
function isSettings(exported: unknown): boolean {
  if (typeof exported !== 'object' || exported === null || Array.isArray(exported)) return false
  const names = Object.keys(exported)
  return names.length === 0 || names.some((name) => Object.hasOwn(SETTINGS, name))
}

function isModule(path: BookPath, text: string): boolean {
  const extension = extensionOf(path)
  return extension === '.mjs' || (extension !== '.cjs' && MODULE_SYNTAX.test(text))
}

async function importModule(location: string, source: TextFile): Promise<unknown> {
  const url = pathToFileURL(location)
  url.searchParams.set('content', contentHash(source.text))
  try {
    return defaultOf((await import(/* @vite-ignore */ url.href)) as object)
  } catch (error) {
    // A package.json with "type": "commonjs" forbids this syntax in .js files.
    if (!(error instanceof SyntaxError) || extensionOf(location) === '.mjs') throw error
    const data = `data:text/javascript;charset=utf-8,${encodeURIComponent(source.text)}`
    return defaultOf((await import(/* @vite-ignore */ data)) as object)
  }
}

function runCommonJs(location: string, text: string): unknown {
  const body = text.replace(/^#!/, '//')
  const run = vm.compileFunction(
    body,
    ['exports', 'require', 'module', '__filename', '__dirname'],
    { filename: location, importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER },
  ) as (...names: readonly unknown[]) => void
  const module = { exports: {} }
  run(module.exports, createRequire(location), module, location, dirname(location))
  return '__esModule' in module.exports ? defaultOf(module.exports) : module.exports
}

function defaultOf(namespace: object): unknown {
  return 'default' in namespace ? namespace.default : { ...namespace }
}

function asJson(path: BookPath, exported: unknown): Outcome<LoadedModule> {
  if (typeof exported === 'function')
    return {
      value: 'broken',
      diagnostics: [
        problem('config/not-an-object', { file: path }, { found: { case: 'function' } }),
      ],
    }
  return { value: { value: toJson(exported, []) ?? null }, diagnostics: [] }
}

/** Plain data: functions and symbols are dropped, cycles are cut, dates become text. */
function toJson(value: unknown, above: readonly object[]): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'object' || above.includes(value)) return undefined
  if (value instanceof Date) return value.toJSON()
  const inside = [...above, value]
  if (Array.isArray(value)) return value.map((item) => toJson(item, inside) ?? null)
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]): [string, Json][] => {
      const json = key === '__proto__' ? undefined : toJson(member, inside)
      return json === undefined ? [] : [[key, json]]
    }),
  )
}

function reasonOf(error: unknown): string {
  // Errors of another realm are no instances of ours.
  const { message } = (error ?? {}) as { message?: unknown }
  const text = typeof message === 'string' && message !== '' ? message : String(error)
  return (text.split('\n')[0] ?? text).replace(/[.!]$/, '')
}

function caseOf(error: unknown): 'package' | 'module' {
  const { code } = (error ?? {}) as { code?: string }
  return code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND' ? 'package' : 'module'
}

/** The first line of the stack that lies in the file itself. */
function placeOfError(file: BookPath, location: string, error: unknown): Place {
  const { stack } = (error ?? {}) as { stack?: unknown }
  if (typeof stack !== 'string') return { file }
  for (const name of [location, pathToFileURL(location).href]) {
    const at = stack.indexOf(`${name}:`)
    const from = at < 0 ? stack.indexOf(`${name}?`) : at
    const found = from < 0 ? null : /^[^:]*:(\d+)(?::(\d+))?/.exec(stack.slice(from + name.length))
    if (found !== null)
      return { file, start: { line: Number(found[1]), column: Number(found[2] ?? 1) } }
  }
  return { file }
}
