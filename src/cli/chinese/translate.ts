// Diagnostics in Chinese. The program says everything in English; here a sentence is recognized by what does not
// change in it, and said in Chinese with the same names, numbers and paths.
import { commands } from './commands.ts'
import { moves } from './moves.ts'
import { pages } from './pages.ts'
import { phrases } from './phrases.ts'
import { rules } from './rules.ts'
import { site } from './site.ts'
import { structure } from './structure.ts'

interface Pattern {
  readonly english: RegExp
  readonly names: readonly string[]
  readonly chinese: string
}

const NAME = /\$([a-z]+)/g
/** Values in words of the program; all others are the author's and stay as they are. */
const SPOKEN = new Set(['reason', 'why', 'because', 'what', 'expected', 'found', 'instead', 'form'])

const HAN = /\p{Script=Han}/u
/** What stands off from Chinese characters beside it. */
const LATIN = /[\w`]/

const sentences = compile({ ...structure, ...pages, ...rules, ...moves, ...site, ...commands })
const parts = compile(phrases)

/** The sentence in Chinese; as it is when it is not known. */
export function inChinese(english: string): string {
  return translated(english, sentences) ?? english
}

/** Longer patterns first: the one that says most is meant. */
function compile(catalog: Readonly<Record<string, string>>): readonly Pattern[] {
  return Object.entries(catalog)
    .toSorted(([a], [b]) => fixed(b) - fixed(a))
    .map(([english, chinese]) => ({
      english: new RegExp(`^${english.split(NAME).map(asSource).join('')}$`, 's'),
      names: [...english.matchAll(NAME)].map(([, name = '']) => name),
      chinese,
    }))
}

function fixed(pattern: string): number {
  return pattern.replaceAll(NAME, '').length
}

/** Every second piece is a name, which stands for any text. */
function asSource(piece: string, index: number): string {
  return index % 2 === 1 ? '(.*?)' : piece.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

function translated(english: string, patterns: readonly Pattern[]): string | undefined {
  for (const { english: pattern, names, chinese } of patterns) {
    const [match, ...values] = pattern.exec(english) ?? []
    if (match === undefined) continue
    const byName = new Map(names.map((name, index) => [name, inWords(name, values[index] ?? '')]))
    return chinese.replaceAll(NAME, (_mark, name: string, at: number) => {
      const value = byName.get(name) ?? ''
      const before = HAN.test(chinese[at - 1] ?? '') && LATIN.test(value.at(0) ?? '')
      const after = HAN.test(chinese[at + name.length + 1] ?? '') && LATIN.test(value.at(-1) ?? '')
      return `${before ? ' ' : ''}${value}${after ? ' ' : ''}`
    })
  }
  return undefined
}

function inWords(name: string, value: string): string {
  if (name === 'list') return value.replaceAll(/,? and |, | or (?=")/g, '、').trim()
  if (!SPOKEN.has(name)) return value
  const whole = translated(value, parts)
  if (whole !== undefined) return whole
  const choices = value.split(/, | or /)
  const said = choices.map(
    (choice) => translated(choice, parts) ?? (isQuoted(choice) ? choice : undefined),
  )
  return said.includes(undefined) ? value : said.join('或')
}

function isQuoted(text: string): boolean {
  return /^"[^"]*"$/.test(text)
}
