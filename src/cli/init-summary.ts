// A folder of Markdown has its files and folders as chapters, a wiki what its sidebar names. Written down, that table of
// contents can be changed.
import type { Book, Chapter } from '../core/book.ts'
import { bookPath } from '../core/path.ts'
import { type PlannedFile, escapeTitle } from './init-plan.ts'

/** The SUMMARY that says what the book is read as; undefined when something else says it. */
export function summaryOfFolder(
  { spaces, recognized }: Book,
  heading: string,
): PlannedFile | undefined {
  const [space] = spaces
  const isFolder = recognized === 'markdown' || recognized === 'wiki'
  if (!isFolder || space === undefined) return undefined
  const { root, config, parts } = space
  // Whoever names another file in the configuration has said what the book is.
  const path = bookPath(root + config.structure.summary)
  const lines = parts.flatMap(({ title, chapters }, index) => [
    ...(title !== '' ? [...blank(index), `## ${escapeTitle(title)}`, ''] : divider(index)),
    ...items(chapters, root),
  ])
  return path && { path, content: `# ${escapeTitle(heading)}\n\n${lines.join('\n')}\n` }
}

function blank(index: number): readonly string[] {
  return index === 0 ? [] : ['']
}

function divider(index: number): readonly string[] {
  return index === 0 ? [] : ['', '---', '']
}

function items(chapters: readonly Chapter[], root: string, indent = ''): readonly string[] {
  return chapters.flatMap((chapter) => {
    const title = escapeTitle(chapter.title)
    const address = targetOf(chapter, root)
    const text = address === undefined ? title : `[${title}](${address})`
    return [`${indent}* ${text}`, ...items(chapter.children, root, `${indent}  `)]
  })
}

function targetOf(chapter: Chapter, root: string): string | undefined {
  if (chapter.kind === 'link') return chapter.url
  return chapter.kind === 'page' ? addressOf(chapter.path.slice(root.length)) : undefined
}

/** A path as the address that leads to it: what would end it or mean something else is encoded. */
function addressOf(path: string): string {
  const encoded = path.replaceAll(/[%#?<>\\]/g, encodeURIComponent)
  return /[\s()]/.test(encoded) ? `<${encoded}>` : encoded
}
