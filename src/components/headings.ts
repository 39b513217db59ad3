// The heading of a page that a fragment means, read from the text of the page: its tree is made elsewhere, or later.
import { foldSpace } from '../core/text.ts'
import { slugOfGitbookCom } from '../tree/slug-gitbook-com.ts'
import { decodeText } from '../tree/parse.ts'

const HEADING = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/
const FENCE = /^[ \t>]*(`{3,}|~{3,})/
const ANCHOR = /<a\s[^>]*\b(?:id|name)=["']([^"']+)["'][^>]*>(?:<\/a>)?/g

/** Texts whose headings were read: the pages of a book refer to the same few again and again. */
const known = new Map<string, ReadonlyMap<string, string>>()
const MOST_KNOWN = 16

/** The words of the heading with this id; undefined when the text has none. */
export function headingFor(text: string, id: string): string | undefined {
  let headings = known.get(text)
  if (headings === undefined) {
    headings = headingsOf(text)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(text, headings)
  }
  const shown = headings.get(id)
  return shown === '' ? undefined : shown
}

/** What the headings of a text say, by every id that leads to them; the first heading of an id has it. */
function headingsOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  let fence: string | undefined
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1]
    if (mark !== undefined)
      fence = fence === undefined ? mark[0] : mark[0] === fence ? undefined : fence
    const written = fence === undefined ? HEADING.exec(line)?.[1] : undefined
    if (written === undefined) continue
    const shown = wordsOf(written)
    for (const id of [...written.matchAll(ANCHOR)].map(([, one]) => one ?? ''))
      if (!found.has(id)) found.set(id, shown)
    const slug = slugOfGitbookCom(shown)
    if (!found.has(slug)) found.set(slug, shown)
  }
  return found
}

/** What readers see of a heading, near enough for a name: without tags, marks and backslashes. */
function wordsOf(written: string): string {
  const plain = written
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replaceAll(/(?<!\\)(?:\*\*|__|`|\*|(?<!\w)_|_(?!\w))/g, '')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
  return foldSpace(decodeText(plain))
}
