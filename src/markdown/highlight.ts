// The only door to highlight.js. A language is loaded when a page first uses it: most books use few of two hundred.
import { createRequire } from 'node:module'
import type { HLJSApi, LanguageFn } from 'highlight.js'
import { once } from '../core/attempt.ts'
import { ownText } from '../core/text.ts'
import { HtmlEmitter } from './highlight-html.ts'
import { canonicalLanguage } from './languages.ts'

const require = createRequire(import.meta.url)

/** Highlighted code and the name of the language it was read as. */
export interface Highlighted {
  readonly html: string
  readonly language: string
}

/** Highlights code. */
export interface Highlighter {
  /** Undefined when the language is not known or is plain text. */
  highlight(code: string, language: string): Highlighted | undefined
}

/** A highlighter for books that want their code plain. */
export function plainHighlighter(): Highlighter {
  return { highlight: () => undefined }
}

/** What a book says of languages. */
export interface LanguageWishes {
  /** Languages that are colored as another one. */
  readonly languages: { readonly [written: string]: string }
  /** Languages that are not colored. */
  readonly plain: readonly string[]
}

/** So many characters of code are remembered with their colors: a book repeats itself, and its translations do. */
const REMEMBERED = 1_000_000

/** A highlighter for the code of a book. */
export function createHighlighter(wishes?: LanguageWishes): Highlighter {
  const meant = languageOf(wishes)
  return {
    highlight(code, written) {
      const language = meant(written)
      const html = language === 'plaintext' ? undefined : library().highlight(code, language)
      return html === undefined ? undefined : { html, language }
    },
  }
}

/**
 * One for all books of this process, and for one build after the other: to make a language ready takes longer than to
 * color a page, and of a page that is saved most code is as it was.
 */
const library = once(createLibrary)

/** Colors code by the names that languages have in highlight.js; undefined for others. */
function createLibrary(): { highlight(code: string, language: string): string | undefined } {
  const remembered = createRemembered()
  const core: HLJSApi = require('highlight.js/lib/core')
  const hljs = core.newInstance()
  hljs.configure({ __emitter: HtmlEmitter })
  const known = new Map<string, boolean>()

  const load = (name: string): boolean => {
    const before = known.get(name)
    if (before !== undefined) return before
    // Set first: languages may contain each other.
    known.set(name, true)
    const define = definition(name)
    if (define === undefined) {
      known.set(name, false)
      return false
    }
    const embedded = new Set<string>()
    hljs.registerLanguage(name, (api) => {
      const language = define(api)
      collectEmbedded(language, embedded, new Set())
      return language
    })
    for (const other of embedded) load(canonicalLanguage(other))
    return true
  }

  return {
    highlight(code, language) {
      if (!load(language)) return undefined
      return remembered(
        language,
        code,
        () => hljs.highlight(code, { language, ignoreIllegals: true }).value,
      )
    },
  }
}

/** Gives what was made of the same code in the same language, or makes it. */
function createRemembered(): (language: string, code: string, make: () => string) => string {
  const languages = new Map<string, Map<string, string>>()
  let size = 0
  return (language, code, make) => {
    const known = languages.get(language)?.get(code)
    if (known !== undefined) return known
    const made = make()
    size += code.length
    if (size > REMEMBERED) {
      languages.clear()
      size = code.length
    }
    const others = languages.get(language) ?? new Map<string, string>()
    languages.set(language, others.set(ownText(code), made))
    return made
  }
}

/** The language of the library that a name means in a book. */
function languageOf({ languages, plain }: LanguageWishes = { languages: {}, plain: [] }) {
  const own = new Map(Object.entries(languages).map(([from, to]) => [from.toLowerCase(), to]))
  const left = new Set(plain.map((one) => one.toLowerCase()))
  return (written: string): string => {
    const name = written.toLowerCase()
    return left.has(name) ? 'plaintext' : canonicalLanguage(own.get(name) ?? name)
  }
}

function definition(name: string): LanguageFn | undefined {
  if (!/^[a-z0-9][a-z0-9+-]*$/.test(name)) return undefined
  try {
    const define: LanguageFn = require(`highlight.js/lib/languages/${name}`)
    return define
  } catch {
    return undefined
  }
}

/**
 * Notes the languages that a definition embeds. One that embeds "any language" is told to embed none: what it guessed
 * would depend on which languages other pages had loaded before.
 */
function collectEmbedded(mode: unknown, embedded: Set<string>, seen: Set<unknown>): void {
  if (typeof mode !== 'object' || mode === null || mode instanceof RegExp || seen.has(mode)) return
  seen.add(mode)
  const owner = mode as { subLanguage?: string | string[] }
  if (Array.isArray(owner.subLanguage) && owner.subLanguage.length === 0) delete owner.subLanguage
  for (const name of [owner.subLanguage ?? []].flat()) embedded.add(name)
  for (const member of Object.values(mode)) collectEmbedded(member, embedded, seen)
}
