// What catalogs are made of. The English one is also the type of all others. An entry is words, or a function that
// makes them of arguments, or one of these for each case.
import type { JsonObject } from '../core/json.ts'

/** What is said of a problem: the sentence, and what to do about it. */
export type Said = string | readonly [sentence: string, hint: string | undefined]

/** Arguments that are texts. */
export type Texts<Name extends string> = { readonly [N in Name]: string }

/** Arguments that are numbers. */
export type Numbers<Name extends string> = { readonly [N in Name]: number }

/** Arguments that are lists of texts. */
export type Lists<Name extends string> = { readonly [N in Name]: readonly string[] }

/** Texts, and what the author may have meant: the hint is then "Did you mean …?". */
export type Near<Name extends string> = Texts<Name> & { readonly near: string | undefined }

/** The type of the same catalog in another language: the same entries, each with the same arguments. */
export type Sayings<English> = { readonly [Key in keyof English]: Saying<English[Key]> }

type Saying<Entry> = Entry extends (...args: infer Args) => infer Result
  ? (...args: Args) => Result
  : Entry extends string
    ? string
    : Entry extends readonly unknown[]
      ? Said
      : Sayings<Entry>

/** What an entry takes; undefined when it always says the same. */
export type Telling<Entry> = Entry extends (args: infer Args) => unknown
  ? Args
  : Entry extends Said
    ? undefined
    : { [Case in keyof Entry]: OneOf<Case, Telling<Entry[Case]>> }[keyof Entry]

type OneOf<Case, Args> = Args extends undefined
  ? { readonly case: Case }
  : { readonly case: Case } & Args

/** Why something failed: one of the reasons in a catalog, or the words of another program as they are. */
export type ReasonOf<Reasons> = string | Telling<Reasons>

/** What an entry says of these arguments; undefined where a catalog does not have it. */
export function say(entry: unknown, args: JsonObject): Said | undefined {
  if (typeof entry === 'function') return (entry as (told: JsonObject) => Said)(args)
  if (typeof entry === 'string' || Array.isArray(entry)) return entry as Said
  const cases = entry as { readonly [name: string]: unknown } | undefined
  const name = args['case']
  return typeof name === 'string' ? say(cases?.[name], args) : undefined
}

/** A reason in words. */
export function sayReason(reasons: object, reason: string | object): string {
  if (typeof reason === 'string') return reason
  return String(say(reasons, reason as JsonObject) ?? '')
}

/** The beginning of what may be long, on one line. */
export function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}

/** A redirect as the configuration writes it. */
export function redirectEntry([from, to]: readonly [from: string, to: string]): string {
  return `${JSON.stringify(from)}: ${JSON.stringify(to)}`
}

/** The name of a file as it has to be typed in a shell, where it is no flag. */
export function quoted(name: string): string {
  return shellWord(name.startsWith('-') ? `./${name}` : name)
}

/** A word as it has to be typed in a shell. */
export function shellWord(word: string): string {
  if (/^[\p{L}\p{N}_./~:-]+$/u.test(word)) return word
  return /["$`!]/.test(word) ? `'${word.replaceAll("'", String.raw`'\''`)}'` : `"${word}"`
}

/** The command that writes a baseline. */
export function updateBaseline(file: string): string {
  return `handbook check --baseline ${quoted(file)} --update-baseline`
}

/** The file that a tag asks for in the way of mdBook; a sample of one where an include names none. */
export function includedFile(tag: string): string | undefined {
  if (/^\{%-?\s*include\b/.test(tag)) return 'folder/file.md'
  return /^\{\{\s*#include\s+([^\s:}]+)\s*\}\}/.exec(tag)?.[1]
}

/** What the file of a description may be called, which is called by a name, a path or an address. */
export function apiFileName(name: string): string {
  const last = name
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/^.*\//, '')
  return /\.(?:json|ya?ml)$/i.test(last) ? last : `${last}.yaml`
}

/** The address that was meant by `example.com/book`, `http//example.com` or `https:/example.com`. */
export function meantSiteUrl(written: string): string | undefined {
  const [, scheme = 'https', rest] =
    /^(?:(https?)(?::\/*|\/+))?([\w-]+(?:\.[\w-]+)+(?:[:/].*)?)$/i.exec(written) ?? []
  return rest === undefined ? undefined : `${scheme.toLowerCase()}://${rest}`
}

/** `1.2 MB`, `300 kB`. */
export function megabytes(kilobytes: number): string {
  return kilobytes < 1000 ? `${kilobytes} kB` : `${(kilobytes / 1000).toFixed(1)} MB`
}
