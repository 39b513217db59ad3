import type { Book, Space, PageResult } from '../core/book.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { ElementContent, PageElement } from '../core/element.ts'
import type { JsonObject } from '../core/json.ts'
import type { BookPath } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import type { Code } from '../messages/messages.ts'

/** What rules look at: the whole book after it was built in memory. */
export interface Subject {
  readonly book: Book
  readonly files: Files
  readonly results: ReadonlyMap<BookPath, PageResult>
  readonly spaceOf: (path: BookPath) => Space | undefined
}

/** What an option of a rule may be. */
export type OptionKind = 'text' | 'number' | 'texts' | 'words'

/** One thing to look for. */
export interface Rule {
  readonly code: Code
  readonly options?: { readonly [name: string]: OptionKind }
  readonly find: (subject: Subject, options: JsonObject) => Iterable<Diagnostic>
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

/** A text option, or what stands for it. */
export function textOption(options: JsonObject, name: string, standard: string): string {
  const value = options[name]
  return typeof value === 'string' ? value : standard
}

/** A number, or what stands for it. */
export function numberOption(options: JsonObject, name: string, standard: number): number {
  const value = options[name]
  return typeof value === 'number' ? value : standard
}

/** A list of texts, or what stands for it. One text is a list of one. */
export function textsOption(
  options: JsonObject,
  name: string,
  standard: readonly string[],
): readonly string[] {
  const value = options[name]
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return standard
  return value.filter((one): one is string => typeof one === 'string')
}
