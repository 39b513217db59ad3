// References that lead nowhere although there is exactly one thing that they can mean.
import { PAGE_EXTENSIONS } from '../../book/output.ts'
import type { Diagnostic, Fix } from '../../core/diagnostic.ts'
import {
  type BookPath,
  type FolderPrefix,
  decodeReference,
  extensionOf,
  folderOf,
  resolveReference,
} from '../../core/path.ts'
import { candidatesOf, splitReference } from '../../core/reference.ts'
import { slug } from '../../tree/slug.ts'
import type { Subject } from '../rule.ts'
import { inMannerOf, sourceAt, sourceReference } from './source.ts'

const IMAGES = ['.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp', '.avif']

/** A reference with the one path that it can mean. */
export function fixPath(subject: Subject, { code, at }: Diagnostic): Fix | undefined {
  if (at === undefined) return undefined
  const { files, book, spaceOf } = subject
  const slice = sourceAt(files, at)
  const reference = slice === undefined ? undefined : sourceReference(slice)
  if (reference === undefined || reference.path === '') return undefined
  const root = spaceOf(at.file)?.root ?? book.root
  const listed = files.list()
  const find = code.endsWith('/case-differs') ? otherCase : otherSpelling
  const target = find(listed, (path) => resolve(at.file, path, root), reference.path)
  if (target === undefined) return undefined
  const text = inMannerOf(reference.path, at.file, target, root) + reference.suffix
  return text === slice ? undefined : { at, text }
}

type Resolve = (path: string) => string | undefined

function resolve(from: BookPath, path: string, root: FolderPrefix): string | undefined {
  return resolveReference(from, path.normalize('NFC'), root)
}

/** The only file that differs in case alone. */
function otherCase(
  listed: readonly BookPath[],
  resolved: Resolve,
  path: string,
): BookPath | undefined {
  const wanted = resolved(decodeReference(path))?.toLowerCase()
  const found = listed.filter((file) => file.toLowerCase() === wanted)
  return found.length === 1 ? found[0] : undefined
}

/** The only file whose name is the same once codes of spaces are decoded, or but for its extension. */
function otherSpelling(
  listed: readonly BookPath[],
  resolved: Resolve,
  path: string,
): BookPath | undefined {
  const once = decodeReference(path)
  const spellings = new Set([decodeReference(once), once.replaceAll('+', ' ')].map(resolved))
  const spelled = listed.filter((file) => spellings.has(file))
  if (spelled.length > 0) return spelled.length === 1 ? spelled[0] : undefined
  const wanted = resolved(once)
  if (wanted === undefined || wanted === '') return undefined
  const extension = extensionOf(wanted)
  const family = IMAGES.includes(extension) ? IMAGES : PAGE_EXTENSIONS
  if (extension !== '' && !family.includes(extension)) return undefined
  const stem = wanted.slice(0, wanted.length - extension.length)
  const same = listed.filter(
    (file) =>
      folderOf(file) === folderOf(wanted) &&
      family.includes(extensionOf(file)) &&
      file.slice(0, file.length - extensionOf(file).length) === stem,
  )
  return same.length === 1 ? same[0] : undefined
}

/** A fragment with the one id of its page that it can mean: the same but for case, or the heading's own text. */
export function fixAnchor(subject: Subject, { at }: Diagnostic): Fix | undefined {
  const slice = at === undefined ? undefined : sourceAt(subject.files, at)
  const { path, suffix } = sourceReference(slice ?? '') ?? { path: '', suffix: '' }
  const hash = suffix.indexOf('#')
  if (at === undefined || slice === undefined || hash < 0) return undefined
  const id = meantId(decodeReference(suffix.slice(hash + 1)), targetOf(subject, at, slice)?.ids)
  if (id === undefined) return undefined
  const encoded = /%[89a-f][0-9a-f]/i.test(suffix) ? encodeURIComponent(id) : id
  if (/[\s()<>"]/.test(encoded)) return undefined
  return { at, text: `${path}${suffix.slice(0, hash)}#${encoded}` }
}

function meantId(written: string, ids: readonly string[] = []): string | undefined {
  const wanted = new Set([written.toLowerCase(), slug(written)])
  const found = ids.filter((id) => wanted.has(id.toLowerCase()))
  return found.length === 1 ? found[0] : undefined
}

function targetOf(
  { results, book }: Subject,
  at: NonNullable<Diagnostic['at']>,
  slice: string,
): { readonly ids: readonly string[] } | undefined {
  const own = results.get(at.file)
  // An included file is no page: whoever includes it has the link.
  for (const { links } of own === undefined ? results.values() : [own]) {
    const link = links.find(
      (one) =>
        one.at.file === at.file &&
        one.at.start?.line === at.start?.line &&
        one.at.start?.column === at.start?.column,
    )
    if (link !== undefined) return results.get(link.to)
  }
  const root = book.spaces.find(({ summaryFile }) => summaryFile === at.file)?.root
  if (root === undefined) return undefined
  return candidatesOf(splitReference(slice), at.file, root)
    .map(({ path }) => results.get(path as BookPath))
    .find((result) => result !== undefined)
}
