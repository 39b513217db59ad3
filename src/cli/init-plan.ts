// What a book lacks: start pages, tables of contents, and the pages that those name. Nothing is created here.
import { type WrittenConfig, completeConfig, inheritConfig, readConfig } from '../book/config.ts'
import { languageFolder } from '../book/languages.ts'
import { type Lookup, createLookup } from '../book/lookup.ts'
import { parseOutline } from '../book/outline.ts'
import { isAsciidocPath, isPagePath } from '../book/output.ts'
import type { Book, Chapter, Config } from '../core/book.ts'
import {
  type BookPath,
  type FolderPrefix,
  baseName,
  bookPath,
  extensionOf,
  folderPrefix,
} from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { loadMessages } from '../messages/languages.ts'
import type { Words } from '../messages/messages.ts'

/** A file that should exist, with the content it begins with. */
export interface PlannedFile {
  readonly path: BookPath
  readonly content: string | Uint8Array
}

/** A folder that holds a book in one language. */
interface Space {
  readonly folder: FolderPrefix
  readonly config: Config
}

/**
 * README and SUMMARY in the words of their language, where they are missing. A book of several languages has them in the
 * folder of each.
 */
export async function missingStructure(
  files: Files,
  written: WrittenConfig,
  words: Words,
): Promise<readonly PlannedFile[]> {
  const config = completeConfig(written)
  const root = folderPrefix(config.root) ?? folderPrefix('')
  if (root === undefined) return []
  const lookup = createLookup(files)
  const langs = lookup.structureFile(root, config.structure.langs)
  const spaces =
    langs === undefined
      ? [{ folder: root, config }]
      : await languageSpaces(files, { langs, root, lookup, written })
  const wanted = await Promise.all(
    spaces.map(async (space) => {
      const { language } = space.config
      const own = language === undefined ? words : (await loadMessages(language)).words
      return skeleton(space, own.skeleton).filter(
        ({ path, name }) =>
          lookup.structureFile(space.folder, name) === undefined && files.size(path) === undefined,
      )
    }),
  )
  return wanted.flat()
}

/** The languages that LANGS names, whether or not their folders exist. */
async function languageSpaces(
  files: Files,
  list: {
    readonly langs: BookPath
    readonly root: FolderPrefix
    readonly lookup: Lookup
    readonly written: WrittenConfig
  },
): Promise<readonly Space[]> {
  const { langs, written } = list
  const source = files.text(langs)
  const outline = source && parseOutline(langs, source).value
  const spaces: Space[] = []
  for (const { link } of (outline ?? []).flatMap(({ entries }) => entries)) {
    const wanted = link && languageFolder(link.href, { ...list, file: langs })
    const folder = wanted === undefined ? undefined : folderPrefix(wanted)
    if (folder === undefined) continue
    // oxlint-disable-next-line no-await-in-loop -- a handful of small files
    const own = await readConfig(files, folder)
    if (own.value === undefined) continue
    const language = baseName(folder.slice(0, -1))
    const config = completeConfig(inheritConfig(written, own.value), language)
    const inner = folderPrefix(folder + config.root)
    if (inner !== undefined) spaces.push({ folder: inner, config })
  }
  return spaces
}

function skeleton(
  { folder, config: { structure } }: Space,
  words: Words['skeleton'],
): readonly (PlannedFile & { readonly name: string })[] {
  const { readme, summary } = structure
  const link = isAsciidocPath(summary)
    ? `* link:${readme}[${words.introduction}]`
    : `* [${words.introduction}](${/[\s()]/.test(readme) ? `<${readme}>` : readme})`
  return [
    { name: readme, content: heading(readme, words.introduction) },
    { name: summary, content: `${heading(summary, words.summary)}\n${link}\n` },
  ].flatMap(({ name, content }) => {
    const path = bookPath(folder + name)
    return path === undefined ? [] : [{ name, path, content }]
  })
}

/** The pages that SUMMARY names and that do not exist, each once. */
export function missingPages(book: Book): readonly PlannedFile[] {
  const found = new Map<BookPath, PlannedFile>()
  const visit = (chapter: Chapter): void => {
    const path = chapter.kind === 'draft' ? chapter.missing : undefined
    if (path !== undefined && isPagePath(path) && !found.has(path)) {
      const name = baseName(path)
      const title = chapter.title.trim() || name.slice(0, name.length - extensionOf(name).length)
      found.set(path, { path, content: heading(path, title) })
    }
    chapter.children.forEach(visit)
  }
  for (const { parts: groups } of book.spaces)
    for (const { chapters } of groups) chapters.forEach(visit)
  return [...found.values()]
}

function heading(path: string, title: string): string {
  return isAsciidocPath(path) ? `= ${title}\n` : `# ${escapeTitle(title)}\n`
}

/** A title is text; in Markdown some of its characters would be syntax. */
export function escapeTitle(title: string): string {
  return title.replaceAll(/[\\`*[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|#$/gu, String.raw`\$&`)
}
