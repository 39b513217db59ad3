import type { Book, Space, PageResult } from '../core/book.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { ElementContent, PageElement } from '../core/element.ts'
import { wholePattern } from './patterns.ts'
import { type Json, type JsonObject, isJsonObject } from '../core/json.ts'
import type { BookPath } from '../core/path.ts'
import type { TargetOf } from '../core/target.ts'
import type { Files } from '../files/files.ts'
import type { Code } from '../messages/messages.ts'

/** What rules look at: the whole book after it was built in memory. */
export interface Subject {
  readonly book: Book
  readonly files: Files
  readonly results: ReadonlyMap<BookPath, PageResult>
  readonly spaceOf: (path: BookPath) => Space | undefined
  /** Where a path of the book leads. */
  readonly targetOf: TargetOf
}

/** An option of a rule, with what counts when nobody wrote it. */
export type Option =
  | { readonly kind: 'text' | 'pattern'; readonly default: string }
  | { readonly kind: 'number'; readonly default: number }
  /** One text is a list of one. */
  | { readonly kind: 'texts'; readonly default: readonly string[] }
  /** Words, or words with what to write instead. */
  | { readonly kind: 'words'; readonly default: { readonly [word: string]: string } }

/** The options of a rule by name. */
export interface OptionTable {
  readonly [name: string]: Option
}

/** One thing to look for. */
export interface Rule {
  readonly code: Code
  readonly options?: OptionTable
  readonly find: (subject: Subject, options: JsonObject) => Iterable<Diagnostic>
}

type Values<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Extract<Option, Pick<Table[Name], 'kind'>>['default']
}

/** A rule with options: it is told the value of each, whatever the book says. */
export function ruleWithOptions<const Table extends OptionTable>(
  code: Code,
  options: Table,
  find: (subject: Subject, values: Values<Table>) => Iterable<Diagnostic>,
): Rule {
  return {
    code,
    options,
    find: (subject, written) => {
      const values = Object.entries(options).map(([name, option]) => {
        const own = written[name]
        return [name, (own === undefined ? undefined : readOption(option, own)) ?? option.default]
      })
      return find(subject, Object.fromEntries(values) as Values<Table>)
    },
  }
}

/** A value as its option takes it; undefined when it is of another kind. */
export function readOption({ kind }: Option, value: Json): Option['default'] | undefined {
  return READERS[kind](value)
}

const READERS: {
  readonly [Kind in Option['kind']]: (value: Json) => Option['default'] | undefined
} = {
  number: (value) => (typeof value === 'number' ? value : undefined),
  text: (value) => (typeof value === 'string' ? value : undefined),
  pattern: (value) =>
    typeof value === 'string' && value !== '' && wholePattern(value) !== undefined
      ? value
      : undefined,
  texts: (value) => (typeof value === 'string' ? [value] : textsIn(value)),
  words: (value) => {
    if (isJsonObject(value)) return wordsIn(value)
    const words = textsIn(value)
    return words && Object.fromEntries(words.map((word) => [word, '']))
  },
}

function textsIn(value: Json): readonly string[] | undefined {
  const items: readonly Json[] = Array.isArray(value) ? value : [null]
  const texts = items.filter((item) => typeof item === 'string')
  return texts.length === items.length ? texts : undefined
}

function wordsIn(written: JsonObject): { readonly [word: string]: string } {
  const pairs = Object.entries(written).filter(([word]) => word !== '')
  return Object.fromEntries(
    pairs.map(([word, better]) => [word, typeof better === 'string' ? better : '']),
  )
}

/** An element of one kind. */
export type ElementOf<K extends ElementContent['kind']> = Extract<PageElement, { kind: K }>

/** All elements of a kind, page by page. What an included file says is seen once for each page that includes it. */
export function* elementsOf<K extends ElementContent['kind']>(
  { results }: Subject,
  kind: K,
): Generator<{ readonly page: PageResult; readonly element: ElementOf<K> }> {
  for (const page of results.values())
    for (const element of page.elements ?? [])
      if (element.kind === kind) yield { page, element: element as ElementOf<K> }
}
