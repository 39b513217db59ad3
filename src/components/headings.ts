// The heading of a page that a fragment means, read from the text of the page: its tree is made elsewhere, or later.
import { foldSpace } from '../core/text.ts'
import { slugOfGitbookCom } from '../tree/slug-gitbook-com.ts'
import { decodeText } from '../tree/parse.ts'

const HEADING = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/
const FENCE = /^[ \t>]*(`{3,}|~{3,})/
const ANCHOR = /<a\s[^>]*\b(?:id|name)=["']([^"']+)["'][^>]*>(?:<\/a>)?/g

/** The words of the heading with this id; undefined when the text has none. */
export function headingFor(text: string, id: string): string | undefined {
  let fence: string | undefined
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1]
    if (mark !== undefined)
      fence = fence === undefined ? mark[0] : mark[0] === fence ? undefined : fence
    const written = fence === undefined ? HEADING.exec(line)?.[1] : undefined
    if (written === undefined) continue
    const ids = [...written.matchAll(ANCHOR)].map(([, one]) => one)
    const shown = wordsOf(written)
    if (ids.includes(id) || slugOfGitbookCom(shown) === id) return shown === '' ? undefined : shown
  }
  return undefined
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
