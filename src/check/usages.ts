// Which files of a book somebody uses. Results hold every input that their pages looked at, so what
// they link to, show and include is known without looking at them again.
import { type BookPath, baseName, decodeReference, isPagePath } from '../core/path.ts'
import { CONFIG_NAMES } from '../book/config.ts'
import { structureFiles } from '../core/space.ts'
import type { Subject } from './rule.ts'

/** Every file that a page asked for: targets of links, images, included files. */
export function askedFiles({ results }: Subject): ReadonlySet<string> {
  const asked = new Set<string>()
  for (const { path, dependencies } of results.values())
    for (const { kind, key, value } of dependencies)
      if (kind === 'text' && key !== path && value !== '') asked.add(key)
      else if (kind === 'target' && 'path' in value) asked.add(value.path)
  return asked
}

/** Names that people and tools look for in a repository; nobody has to link to them. */
const CONVENTIONAL =
  /(?:^|\/)(?:licen[cs]e|copying|notice|authors|contributors|contributing|code[_-]of[_-]conduct|changelog|changes|history|security|support|maintainers|governance|pull_request_template|issue_template)(?:[._-][^/]*)?$/i
const FOR_ROBOTS =
  /(?:^|\/)(?:CNAME|robots\.txt|humans\.txt|ads\.txt|favicon[^/]*|cover(?:_small)?\.(?:jpe?g|png)|apple-touch-icon[^/]*|browserconfig\.xml|site\.webmanifest|manifest\.json|sitemap\.xml|_headers|_redirects|\.nojekyll)$|(?:^|\/)\.well-known\//i

/** Does this file have readers outside the book? */
export function isConventional(path: string): boolean {
  return CONVENTIONAL.test(path) || FOR_ROBOTS.test(path)
}

const TEXTS = /\.(?:html?|css|less|scss|js|mjs|cjs|json|svg|xml|hbs|njk)$/i
const NAMES = /[^\s"'`()<>[\]{}|\\/:,;=#?*!&]+\.\w+/g

/** Which of these files no text of the book mentions by name. */
export function unmentioned(
  subject: Subject,
  candidates: readonly BookPath[],
): readonly BookPath[] {
  const left = new Set(candidates.map(baseName))
  for (const source of left.size === 0 ? [] : textFiles(subject)) {
    const text = subject.files.text(source)?.text ?? ''
    for (const name of namesIn(text, left)) if (name !== baseName(source)) left.delete(name)
  }
  return candidates.filter((path) => left.has(baseName(path)))
}

function namesIn(text: string, wanted: ReadonlySet<string>): readonly string[] {
  const plain = text.includes('%') ? `${text}\n${decoded(text)}` : text
  const known = [...plain.matchAll(NAMES)].map(([name]) => name).filter((name) => wanted.has(name))
  // Names with spaces and brackets are no words of a text.
  const awkward = [...wanted].filter((name) => name.match(NAMES)?.[0] !== name)
  return [...known, ...awkward.filter((name) => plain.includes(name))]
}

function textFiles({ files, book }: Subject): ReadonlySet<BookPath> {
  const all = new Set([
    ...files.list(),
    ...structureFiles(book),
    ...CONFIG_NAMES.map((name) => name as BookPath),
  ])
  return new Set(
    [...all].filter(
      (path) => (isPagePath(path) || TEXTS.test(path)) && (files.size(path) ?? 0) < 1_000_000,
    ),
  )
}

/** Percent codes of a text decoded where they can be. */
function decoded(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, decodeReference)
}
