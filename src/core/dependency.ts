// A result is kept as long as every input that it looked at has the same value. Inputs are tracked while a page is
// rendered: nobody has to declare a dependency, and none can be forgotten.
import type { BookPicture } from './captions.ts'
import type { AnchorHolder } from './anchor.ts'
import type { TaggedPages } from './tag.ts'
import type { Target } from './target.ts'

/** The inputs of a page from outside of it, and their values: data that can be kept and compared. */
interface InputValues {
  /** The text of a file: its content hash, '' when it is absent. */
  readonly text: string
  /** Where does this path lead? '' is the book's own folder. */
  readonly target: Target
  /** A page by the id of its space and its address there (`id/path`); see `pipeline/space-links.ts`. */
  readonly space: string
  /** The page of a space that links of wikis name so (`id/name`); '' when there is none. */
  readonly named: string
  /** The pages of AsciiDoc of a space that have an id (`id/anchor`), with what references to it show. */
  readonly anchor: readonly AnchorHolder[]
  /** What other pages call the page at a path; '' when nobody can tell. */
  readonly title: string
  /** Pixel size of an image; null when it is unknown. */
  readonly image: ImageSize | null
  /** Is this path among the files of the book? Cheaper than its target. */
  readonly listed: boolean
  /** The tags of a space by its id, and the pages that carry them. */
  readonly tags: readonly TaggedPages[]
  /** The pictures with captions of a space by its id, in the order of its pages. */
  readonly pictures: readonly BookPicture[]
  /** How many of them come before those of a page (`id|path`); -1 for a page that is in no order. */
  readonly earlierPictures: number
  /** When did this file change last: an ISO date, '' when nobody knows. */
  readonly date: string
  /** A file of another repository, by its address: its text is asked for once in a run. */
  readonly remote: null
  /** A fact of the book by name (`config`, `summary`, `glossary` …): its hash, or its JSON. */
  readonly fact: string
}

/** In pixels. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** What an input is about. */
export type InputKind = keyof InputValues

/** What an input of a kind says. */
export type InputValue<Kind extends InputKind> = InputValues[Kind]

/** An input with the value that a result relied on. */
export type Dependency = {
  readonly [Kind in InputKind]: {
    readonly kind: Kind
    readonly key: string
    readonly value: InputValue<Kind>
  }
}[InputKind]

/** What a page may look at; the same call can be made again later. */
export interface Inputs {
  get<Kind extends InputKind>(kind: Kind, key: string): InputValue<Kind>
}

/** True while every input still has the value that was relied on. */
export function isUpToDate(
  dependencies: readonly Dependency[],
  inputs: Inputs,
  mayDiffer: (dependency: Dependency) => boolean = () => true,
): boolean {
  return dependencies.every(
    (one) => !mayDiffer(one) || isSame(inputs.get(one.kind, one.key), one.value),
  )
}

/** What a book and the list of its files say. */
const OF_BOOK: ReadonlySet<InputKind> = new Set(['fact', 'listed'])
/** What the file at a path says. */
const OF_FILE: ReadonlySet<InputKind> = new Set(['text', 'title', 'image'])

/** Of the same book and list of files: can an input be another when these files are? In doubt it can. */
export function hangsOn(changed: ReadonlySet<string>): (dependency: Dependency) => boolean {
  return (one) => {
    if (OF_BOOK.has(one.kind)) return false
    if (OF_FILE.has(one.kind)) return changed.has(one.key)
    if (one.kind !== 'target' || !('path' in one.value)) return true
    // Whether it is a text, and what its front matter keeps from readers.
    return changed.has(one.value.path) || changed.has(one.key)
  }
}

/** Does it hang on what other repositories say? They are asked in each run. */
export function isRemote(dependencies: readonly Dependency[]): boolean {
  return dependencies.some(({ kind }) => kind === 'remote')
}

/** Values are plain data. */
function isSame(now: unknown, then: unknown): boolean {
  if (now === then) return true
  if (!isObject(now) || !isObject(then)) return false
  const names = Object.keys(now)
  return (
    names.length === Object.keys(then).length &&
    names.every((name) => Object.hasOwn(then, name) && isSame(now[name], then[name]))
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** The same inputs, noting each one that is looked at. */
export function trackInputs(
  inputs: Inputs,
): Inputs & { readonly dependencies: () => readonly Dependency[] } {
  const tracked: Dependency[] = []
  const places = new Map<InputKind, Map<string, number>>()
  return {
    get(kind, key) {
      const value = inputs.get(kind, key)
      const known = places.get(kind) ?? new Map<string, number>()
      if (known.size === 0) places.set(kind, known)
      const place = known.get(key) ?? tracked.length
      if (place === tracked.length) known.set(key, place)
      tracked[place] = { kind, key, value } as Dependency
      return value
    },
    dependencies: () => [...tracked],
  }
}
