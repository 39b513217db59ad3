// What a move changes in book.json: redirects for readers, and the paths that it names.
import { configFiles } from '../../book/config.ts'
import { parseJson, setJsonValue } from '../../book/json-lenient.ts'
import { isPagePath, outputPathOf } from '../../book/output.ts'
import type { Book } from '../../core/book.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { type Json, type JsonObject, objectOf } from '../../core/json.ts'
import { type BookPath, type FolderPrefix, decodeReference } from '../../core/path.ts'
import type { Files } from '../../files/files.ts'
import { problem } from '../../messages/problem.ts'
import { outputsAfter } from './outputs.ts'
import type { FileChange } from './overlay.ts'
import { type RewriteContext, rewritten } from './rewrite.ts'

/** From an old place to a new one, both counted from the top of the content. */
export type RedirectPair = readonly [from: string, to: string]

/** What the configuration has to say from now on. */
export interface ConfigWish {
  readonly pairs: readonly RedirectPair[]
  /** Old places of redirects that a page answers to again. */
  readonly removed: ReadonlySet<string>
}

/** The change of the configuration, or why there is none. */
export interface ConfigEdit {
  readonly change?: FileChange
  readonly diagnostics: readonly Diagnostic[]
}

type Setting = readonly [path: readonly (string | number)[], value: Json | undefined]

const FILE = 'book.json' as BookPath
/** Settings that hold the path of a file. */
const PATHS = ['cover', 'logo', 'favicon'] as const

/** The configuration after a move. */
export function editConfig(
  book: Book,
  files: Files,
  rewriting: RewriteContext,
  wish: ConfigWish,
): ConfigEdit {
  const [file] = configFiles(files, '' as FolderPrefix)
  const structure = structureSettings(book, rewriting)
  if (file !== undefined && !file.endsWith('.json'))
    return forProgram(file, structure, rewriting, wish)
  const before = file === undefined ? '{}\n' : (files.text(FILE)?.text ?? '{}\n')
  const parsed = parseJson(FILE, before).value?.value
  const own = objectOf(parsed)
  const settings = [
    ...structure,
    ...pathSettings(own, book, rewriting),
    ...redirectSettings(own['redirects'], book, rewriting, wish),
  ]
  const content = settings.reduce((text, [path, value]) => setJsonValue(text, path, value), before)
  return content === before
    ? { diagnostics: [] }
    : { change: { from: FILE, to: FILE, content: asOnDisk(content, files) }, diagnostics: [] }
}

/** Line ends and byte order mark as the file has them. */
function asOnDisk(text: string, files: Files): string {
  const bytes = files.bytes(FILE)
  const old = bytes === undefined ? '' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const mark = old.startsWith('\uFEFF') ? '\uFEFF' : ''
  return mark + (old.includes('\r\n') ? text.replaceAll(/\r?\n/g, '\r\n') : text)
}

function forProgram(
  file: BookPath,
  structure: readonly Setting[],
  { names }: RewriteContext,
  { pairs }: ConfigWish,
): ConfigEdit {
  const [held] = names.keys()
  if (structure.length > 0 && held !== undefined)
    return {
      diagnostics: [
        problem('move/structure-file', { file: held }, { case: 'program', path: held }),
      ],
    }
  const redirects = Object.fromEntries(pairs)
  return {
    diagnostics:
      pairs.length === 0 ? [] : [problem('move/no-redirect', { file }, { file, redirects })],
  }
}

function structureSettings(book: Book, { names }: RewriteContext): readonly Setting[] {
  const setting = (key: string, path: BookPath | undefined): readonly Setting[] => {
    const moved = path === undefined ? undefined : names.get(path)
    return moved === undefined ? [] : [[['structure', key], moved.slice(book.root.length)]]
  }
  const langs = setting('langs', `${book.root}${book.config.structure.langs}` as BookPath)
  const [space] = book.spaces
  // A language moves as a whole, and its structure is relative to it.
  if (book.multilingual || space === undefined) return langs
  return [
    ...setting('readme', space.readme),
    ...setting('summary', space.summaryFile),
    ...setting('glossary', space.glossaryFile),
  ]
}

/** A path as the configuration writes it: from the top of the content. */
function movedPath(written: string, book: Book, rewriting: RewriteContext): string | undefined {
  const at = { file: `${book.root}book.json` as BookPath }
  return rewritten({ at, written }, rewriting)
}

function pathSettings(own: JsonObject, book: Book, rewriting: RewriteContext): readonly Setting[] {
  const styles = objectOf(own['styles'])
  const all: readonly (readonly [readonly string[], Json | undefined])[] = [
    ...PATHS.map((key) => [[key], own[key]] as const),
    ...Object.entries(styles).map(([kind, value]) => [['styles', kind], value] as const),
  ]
  return all.flatMap(([path, value]) => {
    const moved = typeof value === 'string' ? movedPath(value, book, rewriting) : undefined
    return moved === undefined ? [] : [[path, moved] as const]
  })
}

function redirectSettings(
  own: Json | undefined,
  book: Book,
  rewriting: RewriteContext,
  { pairs, removed }: ConfigWish,
): readonly Setting[] {
  const moved = (from: string, to: string): RedirectPair | undefined =>
    movedRedirect([from, to], book, rewriting)
  if (Array.isArray(own)) return listSettings(own as readonly Json[], moved, { pairs, removed })
  const settings: Setting[] = []
  for (const [from, to] of Object.entries(objectOf(own))) {
    const fresh = typeof to === 'string' && !removed.has(from) ? moved(from, to) : undefined
    if (removed.has(from) || (fresh !== undefined && fresh[0] !== from))
      settings.push([['redirects', from], undefined])
    if (fresh !== undefined) settings.push([['redirects', fresh[0]], fresh[1]])
  }
  return [...settings, ...pairs.map(([from, to]) => [['redirects', from], to] as const)]
}

/** A redirect with both of its sides as they are written after the move; undefined when it stays as it is. */
function movedRedirect(
  [from, to]: RedirectPair,
  book: Book,
  rewriting: RewriteContext,
): RedirectPair | undefined {
  const target = movedPath(to, book, rewriting) ?? to
  const source = oldAddress(from, book, rewriting)
  return source === from && target === to ? undefined : [source, target]
}

/**
 * An old anchor goes with its page: whoever is led there by a redirect brings the anchor along. Otherwise the name of a
 * source stands for an address; where it would stand for another one, the address is written itself.
 */
function oldAddress(from: string, book: Book, rewriting: RewriteContext): string {
  const [place = '', ...rest] = from.split('#')
  const moved = rest.length === 0 ? undefined : movedPath(place, book, rewriting)
  if (moved !== undefined) return [moved, ...rest].join('#')
  const path = (book.root + decodeReference(place).replace(/^\/+/, '')) as BookPath
  if (!isPagePath(path)) return from
  const output = outputPathOf(path, book)
  return outputsAfter(book, rewriting)(path) === output ? from : [output, ...rest].join('#')
}

/** Entry by entry, so that the others keep their layout; as a whole when some are taken away. */
function listSettings(
  list: readonly Json[],
  moved: (from: string, to: string) => RedirectPair | undefined,
  { pairs, removed }: ConfigWish,
): readonly Setting[] {
  const targets = new Map(pairs)
  const known = new Set<string>()
  const after = list.map((item) => {
    const { from, to } = objectOf(item)
    if (typeof from !== 'string' || typeof to !== 'string') return item
    known.add(from)
    const target = targets.get(from)
    if (target === undefined && removed.has(from)) return undefined
    const fresh = target === undefined ? moved(from, to) : ([from, target] as const)
    return fresh === undefined ? item : { from: fresh[0], to: fresh[1] }
  })
  const added = pairs.filter(([from]) => !known.has(from)).map(([from, to]) => ({ from, to }))
  const kept = after.filter((item) => item !== undefined)
  if (kept.length < list.length) return [[['redirects'], [...kept, ...added]]]
  const changed = after.flatMap((item, index) => (item === list[index] ? [] : [{ item, index }]))
  return [
    ...changed.flatMap(({ item, index }) => membersOf(item, list[index], index)),
    ...added.map((one) => [['redirects', -1], one] as const),
  ]
}

/** The sides of a redirect that are not what they were. */
function membersOf(
  item: Json | undefined,
  old: Json | undefined,
  index: number,
): readonly Setting[] {
  const [fresh, before] = [item, old].map((one) => objectOf(one))
  return ['from', 'to'].flatMap((key) =>
    fresh?.[key] === before?.[key] ? [] : [[['redirects', index, key], fresh?.[key]] as const],
  )
}
