// The words of the interface: `templates/labels/<tag>.json`, one file a language, all with the same keys.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { packageFolder } from '../files/package.ts'
import type { Labels } from './view.ts'

const folder = path.join(packageFolder, 'templates/labels')
const known = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.slice(0, -'.json'.length).toLowerCase(), file]),
)
const loaded = new Map<string, Labels>()
const rightToLeft = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Syrc',
  'Thaa',
  'Yezi',
])

/** A language as the interface needs it. */
export interface InterfaceLanguage {
  /** BCP 47, for `<html lang>`. */
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
  readonly labels: Labels
}

/** Labels for a language as an author writes it: any case, `_` or `-`, old Chinese tags; English where there are none. */
export function labelsFor(language: string | undefined): InterfaceLanguage {
  const before = languages.get(language)
  if (before !== undefined) return before
  const tag = languageTag(language)
  const found = { tag, direction: directionOf(tag), labels: load(bestMatch(tag)) }
  languages.set(language, found)
  return found
}

/** By what authors wrote: every page asks. */
const languages = new Map<string | undefined, InterfaceLanguage>()

/** BCP 47 of what an author wrote: `zh-Hans` for 'zh_CN', `en` for nothing and for what no tag can be made of. */
export function languageTag(language: string | undefined): string {
  const written = (language ?? '').trim().replaceAll('_', '-')
  const tag = canonical(written) ?? 'en'
  const locale = new Intl.Locale(tag)
  if (locale.language !== 'zh') return tag
  if (scriptOf(locale) !== 'Hant') return 'zh-Hans'
  return locale.region === 'HK' || locale.region === 'MO' ? `zh-Hant-${locale.region}` : 'zh-Hant'
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

function directionOf(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(scriptOf(new Intl.Locale(tag)) ?? '') ? 'rtl' : 'ltr'
}

/** The script of a language that names neither script nor region, where it is asked for with every build. */
const KNOWN_SCRIPTS: ReadonlyMap<string, string> = new Map([
  ['en', 'Latn'],
  ['zh', 'Hans'],
])

/** The script that a language is written in. The engine takes 3 ms to load what it knows of all of them. */
function scriptOf(locale: Intl.Locale): string | undefined {
  return locale.script ?? KNOWN_SCRIPTS.get(locale.baseName) ?? locale.maximize().script
}

/** The file of the tag, of the tag without its last parts, of the tongue that Norwegian is written in, else English. */
function bestMatch(tag: string): string {
  const parts = tag.toLowerCase().split('-')
  for (let length = parts.length; length > 0; length--) {
    const file = known.get(parts.slice(0, length).join('-'))
    if (file !== undefined) return file
  }
  return parts[0] === 'nb' || parts[0] === 'nn' ? 'no.json' : 'en.json'
}

function load(file: string): Labels {
  const kept = loaded.get(file)
  if (kept !== undefined) return kept
  const labels = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Labels
  loaded.set(file, labels)
  return labels
}
