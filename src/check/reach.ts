// Which files of a book somebody uses. Pages noted every question that they asked while they were rendered, so what
// they link to, show and include is known without looking at them again.
import type { BookPath } from '../core/path.ts'
import type { Subject } from './rule.ts'

/** Every file that a page asked for: targets of links, images, included files. */
export function askedFiles({ results }: Subject): ReadonlySet<string> {
  const asked = new Set<string>()
  for (const { path, reads } of results.values())
    for (const { question, key, answer } of reads)
      if (question === 'text' && key !== path && answer !== '') asked.add(key)
      else if (question === 'target') {
        const found = /"path":"((?:[^"\\]|\\.)*)"/.exec(answer)?.[1]
        if (found !== undefined) asked.add(JSON.parse(`"${found}"`) as string)
      }
  return asked
}

/** Names that people and tools look for in a repository; nobody has to link to them. */
const CONVENTIONAL =
  /(?:^|\/)(?:licen[cs]e|copying|notice|authors|contributors|contributing|code[_-]of[_-]conduct|changelog|changes|history|security|support|maintainers|governance|pull_request_template|issue_template)(?:[._-][^/]*)?$/i
const FOR_ROBOTS =
  /(?:^|\/)(?:CNAME|robots\.txt|humans\.txt|ads\.txt|favicon[^/]*|apple-touch-icon[^/]*|browserconfig\.xml|site\.webmanifest|manifest\.json|sitemap\.xml|_headers|_redirects|\.nojekyll)$|(?:^|\/)\.well-known\//i

/** Does this file have readers outside the book? */
export function isConventional(path: string): boolean {
  return CONVENTIONAL.test(path) || FOR_ROBOTS.test(path)
}

const TEXTS = /\.(?:md|markdown|mdown|adoc|asciidoc|html?|css|less|scss|js|mjs|cjs|json|svg|xml|hbs|njk)$/i
const NAMES = /[^\s"'`()<>[\]{}|\\/:,;=#?*!&]+\.\w+/g

/** Which of these files no text of the book mentions by name. */
export function unmentioned(
  { files, book }: Subject,
  candidates: readonly BookPath[],
): readonly BookPath[] {
  if (candidates.length === 0) return []
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
  const wanted = new Map<string, boolean>(candidates.map((path) => [nameOf(path), false]))
  const awkward = [...wanted.keys()].filter((name) => name.match(NAMES)?.[0] !== name)
  const layouts = files.list().filter((path) => /(?:^|\/)_layouts\//.test(path))
  const structure = ['book.js', 'book.cjs', 'book.mjs', 'book.json'].map((name) => name as BookPath)
  const pages = book.editions.flatMap(({ pages: own, summaryFile, glossaryFile }) => [
    ...own,
    ...[summaryFile, glossaryFile].filter((path) => path !== undefined),
  ])
  const sources = new Set([...files.list(), ...pages, ...layouts, ...structure])
  for (const source of sources) {
    if (!TEXTS.test(source) || (files.size(source) ?? 0) > 1_000_000) continue
    const text = files.text(source)?.text ?? ''
    const plain = text.includes('%') ? `${text}\n${decoded(text)}` : text
    for (const [name] of plain.matchAll(NAMES)) {
      if (wanted.has(name) && name !== nameOf(source)) wanted.set(name, true)
    }
    for (const name of awkward) if (plain.includes(name)) wanted.set(name, true)
  }
  return candidates.filter((path) => wanted.get(nameOf(path)) === false)
}

/** Percent codes of a text decoded where they can be. */
function decoded(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes)
    } catch {
      return codes
    }
  })
}
