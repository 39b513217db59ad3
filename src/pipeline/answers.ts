// Answers to what a page may ask about the book around it. The same questions are put again by the next build, to
// learn which results still hold.
import { createRequire } from 'node:module'
import type * as ImageSize from 'image-size'
import { type Neighbors, neighborsOf } from '../book/lookup.ts'
import { isPagePath } from '../book/output.ts'
import { isWithheld } from '../book/visibility.ts'
import type { Book } from '../core/book.ts'
import { canonicalJson, contentHash } from '../core/hash.ts'
import { type BookPath, type OutputPath, baseName, folderOf } from '../core/path.ts'
import type { Answers } from '../core/read.ts'
import { closest } from '../core/suggest.ts'
import type { Files } from '../files/files.ts'
import { rememberTexts } from '../files/remember-texts.ts'
import { type Facts, spaceFacts, pageFacts } from '../page/facts.ts'
import { sourceOutput, sourceTest } from '../page/source.ts'
import { type Target, encodeTarget } from '../page/target.ts'
import type { Calendar } from './dates.ts'

const require = createRequire(import.meta.url)
/** Loaded with the first image. */
const loadImageSize = (): typeof ImageSize => require('image-size') as typeof ImageSize

/** Enough for the header of every common image format, also behind a large EXIF block. */
const IMAGE_HEADER_BYTES = 65_536

/** What a link to a folder means, in order. */
const START_PAGES = ['README.md', 'readme.md', 'README.adoc', 'index.md', 'index.html']

/** Where files of the book lie on the site, also those without a source of their own. */
export interface Places {
  outputOf(path: BookPath): OutputPath
  /** Outputs that stand for a structure file: SUMMARY leads to the list of all chapters. */
  readonly special: ReadonlyMap<string, OutputPath>
  readonly calendar: Pick<Calendar, 'dateOf'>
}

/** Answers over one state of the files and one book. Remembers what it was asked: make a new one for a new state. */
export function createAnswers(files: Files, book: Book, places: Places): Answers {
  const targets = createTargets(files, book, places)
  const listed = once(() => new Set<string>(files.list()))
  const remembered = new Map<string, string>()
  const fresh: Record<string, (key: string) => string> = {
    text: (key) => textHash(files, key as BookPath),
    target: (key) => encodeTarget(targets(key)),
    listed: (key) => (listed().has(key) ? '1' : ''),
    image: (key) => sizeOfImage(files, key as BookPath),
    fact: createFacts(book),
  }
  return {
    ask(question, key) {
      // As long as git was not asked there is an answer like no other: nothing that relied on one holds.
      if (question === 'date') return places.calendar.dateOf(key as BookPath) ?? '?'
      const name = `${question}\0${key}`
      const known = remembered.get(name)
      if (known !== undefined) return known
      const answer = fresh[question]?.(key) ?? ''
      remembered.set(name, answer)
      return answer
    },
  }
}

/** Answers about facts of spaces: see `factKey`. */
function createFacts(book: Book): (key: string) => string {
  const known = new Map<string, Facts>()
  return (key) => {
    const [id = '', area = '', ...rest] = key.split('|')
    const space = book.spaces.find((candidate) => candidate.id === id)
    if (space === undefined) return ''
    const member = rest.join('|')
    if (area === 'page') return contentHash(canonicalJson(pageFacts(space, member as BookPath)))
    const facts = known.get(id) ?? spaceFacts(book, space)
    known.set(id, facts)
    const value = facts[area]
    if (value === undefined) return ''
    if (member === '') return contentHash(canonicalJson(value))
    return Object.hasOwn(value, member) ? canonicalJson(value[member]) : ''
  }
}

/** Of what is read, whoever handed it over: files may be a program's own, and change texts on their way. */
const hashOf = rememberTexts((_path, { text, utf8 }) => contentHash(utf8 ? text : `\0${text}`))

function textHash(files: Files, path: BookPath): string {
  const source = files.text(path)
  return source === undefined ? '' : hashOf(path, source)
}

function sizeOfImage(files: Files, path: BookPath): string {
  const header = files.head(path, IMAGE_HEADER_BYTES)
  if (header === undefined) return ''
  try {
    const { width, height, orientation } = loadImageSize().imageSize(header)
    const turned = orientation !== undefined && orientation >= 5
    return turned ? `${height}x${width}` : `${width}x${height}`
  } catch {
    return ''
  }
}

/** A function that tells where a normalized path leads. */
function createTargets(files: Files, book: Book, places: Places): (path: string) => Target {
  const listed = new Set<string>(files.list())
  const pages = new Set<string>(book.spaces.flatMap((space) => space.pages))
  const readmes = new Map<string, BookPath>(
    book.spaces.map((space) => [space.root.slice(0, -1), space.readme]),
  )
  const folded = once(() => new Map([...listed].map((path) => [fold(path), path])))
  const folders = once(() => folderSet(listed))
  const outputs = once(
    () => new Map([...pages].map((path) => [places.outputOf(path as BookPath) as string, path])),
  )

  const neighbors = once(() => neighborsOf([...listed]))
  const possiblePages = once(() => possibleOutputs(listed, places))
  const sourceKind = sourceTest(files, book.config.sourcePages)

  const direct = (path: string): Target | undefined => {
    const special = places.special.get(path)
    if (special !== undefined) return { kind: 'asset', path: path as BookPath, output: special }
    if (!listed.has(path) && !pages.has(path)) return undefined
    if (!path.startsWith(book.root)) return { kind: 'hidden', outside: true }
    const own = path as BookPath
    if (isWithheld(book, files, own)) return { kind: 'withheld' }
    const output = places.outputOf(own)
    if (pages.has(path)) return { kind: 'page', path: own, output }
    if (isPagePath(path)) return { kind: 'unlisted', path: own, output }
    const shown = sourceOutput(output)
    const isTaken = listed.has(book.root + shown) || possiblePages().has(shown)
    const shownAs = isTaken ? undefined : sourceKind(own)
    if (shownAs === 'text') return { kind: 'source', path: own, output: shown }
    return { kind: 'asset', path: own, output, ...(shownAs === 'picture' ? { shown } : {}) }
  }

  /** The start page of a folder. */
  const inFolder = (path: string): Target | undefined => {
    const readme = readmes.get(path)
    if (readme !== undefined) return direct(readme)
    if (!folders().has(path)) return undefined
    const start = START_PAGES.map((name) => direct(`${path}/${name}`)).find(Boolean)
    return start ?? { kind: 'folder' }
  }

  /** A page by its address on the site. */
  const byOutput = (path: string): Target | undefined => {
    const source = outputs().get(book.root + path) ?? outputs().get(path.slice(book.root.length))
    return source === undefined ? undefined : direct(source)
  }

  const otherCase = (path: string): Target | undefined => {
    const actual = folded().get(fold(path))
    return actual === undefined ? undefined : direct(actual)
  }

  return (path) =>
    direct(path) ??
    inFolder(path) ??
    byOutput(path) ??
    otherCase(path) ??
    notPublished(path, files, listed, neighbors)
}

function notPublished(
  path: string,
  files: Files,
  listed: ReadonlySet<string>,
  neighbors: () => Neighbors,
): Target {
  if (path !== '' && files.size(path as BookPath) !== undefined) return { kind: 'hidden' }
  const near = similar(path, listed, neighbors())
  return near === undefined ? { kind: 'absent' } : { kind: 'absent', near }
}

/** Where pages lie, also those that no link has reached yet. */
function possibleOutputs(listed: Iterable<string>, places: Places): ReadonlySet<string> {
  return new Set([...listed].filter(isPagePath).map((path) => places.outputOf(path as BookPath)))
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function folderSet(paths: ReadonlySet<string>): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const path of paths)
    for (
      let folder = folderOf(path);
      folder !== '' && !folders.has(folder);
      folder = folderOf(folder)
    )
      folders.add(folder)
  return folders
}

/** What the author may have meant: the same with an extension, the same name elsewhere, or nearly the same name beside it. */
function similar(
  path: string,
  listed: ReadonlySet<string>,
  { byFolder, byName }: Neighbors,
): string | undefined {
  for (const extension of ['.md', '.markdown', '.adoc']) {
    if (listed.has(path + extension)) return path + extension
    const swapped = path.replace(/\.html?$/, extension)
    if (swapped !== path && listed.has(swapped)) return swapped
  }
  const name = baseName(path)
  const folder = folderOf(path)
  const elsewhere = byName.get(name)?.[0]
  if (elsewhere !== undefined) return elsewhere
  const near = closest(name, byFolder.get(folder) ?? [])
  if (near === undefined) return undefined
  return folder === '' ? near : `${folder}/${near}`
}
