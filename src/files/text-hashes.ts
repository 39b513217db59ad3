// What texts say, as hashes: whoever only wants to know whether a text is another need not keep it, or read it.
import { contentHash } from '../core/hash.ts'
import type { BookPath } from '../core/path.ts'
import type { Files, TextFile, TextHashes } from './files.ts'
import { frontMatterEnd } from './front-matter.ts'
import { rememberTexts } from './remember-texts.ts'

/** Of what is read, whoever handed it over: files may be a program's own, and change texts on their way. */
export const hashesOf: (path: BookPath, source: TextFile) => TextHashes = rememberTexts(
  (_path, { text, utf8 }) => {
    const end = frontMatterEnd(text)
    return {
      text: contentHash(utf8 ? text : `\0${text}`),
      opening: end === 0 ? '' : contentHash(text.slice(0, end)),
    }
  },
)

/** What the text at a path says; undefined when there is none. */
export function hashesAt(files: Files, path: BookPath): TextHashes | undefined {
  const known = files.known?.(path)
  if (known !== undefined) return known
  const source = files.text(path)
  return source && hashesOf(path, source)
}

const NOTHING: TextFile = { text: '', utf8: true }
const openings = rememberTexts((_path, source): TextFile => {
  const end = frontMatterEnd(source.text)
  return end === 0 ? NOTHING : { text: source.text.slice(0, end), utf8: source.utf8 }
})

/** The front matter of a text and nothing else: most have none, and are not even read where that is known. */
export function openingAt(files: Files, path: BookPath): TextFile | undefined {
  if (files.opening !== undefined) return files.opening(path)
  if (files.known?.(path)?.opening === '') return NOTHING
  const source = files.text(path)
  return source && openings(path, source)
}
