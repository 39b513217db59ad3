// The variables of one page's templates. Every look at a piece of the book is a question that is noted: a page that
// prints `book.version` is rendered again when that variable changes, and not when another does.
import { type Json, type JsonObject, frozen } from '../core/json.ts'
import type { BookPath } from '../core/path.ts'
import type { Inputs } from '../core/dependency.ts'
import { type Facts, fileFacts } from './facts.ts'

/** Areas of which single members are asked for; of the others a page depends on the whole. */
const BY_MEMBER = new Set(['book', 'config'])
/** Areas that knew the time of the build. */
const TIMED = new Set(['gitbook', 'honkit'])

/** The key of a fact about a space: `en|book|version`, `en|summary|`. */
export function factKey(space: string, area: string, member: string): string {
  return `${space}|${area}|${member}`
}

/** The variables that templates of a page see. Front matter keys stand in `page`; computed ones win, as before. */
export function templateVariables(page: {
  readonly path: BookPath
  readonly space: string
  readonly attributes: JsonObject
  readonly facts: Facts
  readonly own: () => JsonObject
  readonly inputs: Inputs
  /** The list of the pictures of the book, by the name of its variable. */
  readonly pictures?: { readonly name: string; readonly list: () => Json } | undefined
}): { readonly [name: string]: unknown } {
  const { path, space, attributes, facts, own, inputs, pictures } = page
  const variables: Record<string, unknown> = {}
  for (const [area, value] of Object.entries(facts))
    Object.defineProperty(variables, area, {
      enumerable: true,
      get: () => {
        const known =
          area === 'book' && pictures ? withComputed(value, pictures.name, pictures.list) : value
        if (BY_MEMBER.has(area)) return noting(known, (name) => factKey(space, area, name), inputs)
        inputs.get('fact', factKey(space, area, ''))
        return TIMED.has(area)
          ? // The date of the last commit of the book: a site depends on its book alone.
            withComputed(value, 'time', () => dateOf(inputs.get('date', '')))
          : value
      },
    })
  Object.defineProperty(variables, 'page', {
    enumerable: true,
    get: () => {
      inputs.get('fact', factKey(space, 'page', path))
      return frozen({ ...attributes, ...own() })
    },
  })
  variables['file'] = withComputed(fileFacts(path), 'mtime', () => dateOf(inputs.get('date', path)))
  return variables
}

/** The same with one member more, which is worked out when somebody looks at it. */
function withComputed(value: JsonObject, name: string, get: () => unknown): JsonObject {
  return Object.defineProperty({ ...value }, name, { enumerable: true, get })
}

function dateOf(iso: string): Date | undefined {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** The same object; each member that is looked at is asked for, and so is which there are. */
function noting(value: JsonObject, keyOf: (member: string) => string, inputs: Inputs): JsonObject {
  return new Proxy(value, {
    get(target, member) {
      if (typeof member === 'symbol') return Reflect.get(target, member) as unknown
      inputs.get('fact', keyOf(member))
      return Object.hasOwn(target, member) ? target[member] : undefined
    },
    ownKeys(target) {
      inputs.get('fact', keyOf(''))
      return Reflect.ownKeys(target)
    },
  })
}
