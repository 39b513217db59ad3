// `[[Page]]`, `[[words|Page]]` and `[[picture.png|alt=words]]` of wikis, where the book is one.
import type { MarkdownIt, StateInline } from 'markdown-it'
import { isPicturePath } from '../../core/path.ts'
import { foldSpace } from '../../core/text.ts'
import type { Range } from '../../core/range.ts'
import { type PageState, pageOf } from '../page.ts'
import { ranges, wholes } from '../remarks.ts'
import type { Makers } from '../to-tree.ts'

const LINK = /\[\[([^[\]|\n]+)(?:\|([^[\]\n]+))?\]\]/y

/** What says that Markdown has another form for what follows. */
const SIGN = 'wiki_form'

/** Adds the rule. */
export function wikiLinks(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'wiki_link', wikiLink)
}

/** The alternate of a page is plain Markdown. */
export const wikiLinkMakers: Makers = { [SIGN]: (making) => making.rewrite() }

function wikiLink(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b /* [ */ || state.linkLevel > 0) return false
  const pageNamed = pageOf(state.env)?.pageNamed
  if (pageNamed === undefined) return false
  LINK.lastIndex = state.pos
  const match = LINK.exec(state.src)
  if (match === null || LINK.lastIndex > state.posMax) return false
  const [whole, first = '', second] = match
  const form = { first, second, from: state.pos, to: state.pos + whole.length }
  const isTaken = isPicturePath(first.trim()) || leads(form, pageNamed) !== undefined
  if (!isTaken) return false
  if (!silent) push(state, form, pageNamed)
  state.pos = form.to
  return true
}

/** A link of a wiki: its parts, and where it stands. */
interface Form extends Range {
  readonly first: string
  readonly second: string | undefined
}

type PageNamed = NonNullable<PageState['pageNamed']>

interface Meaning {
  readonly href: string
  readonly words: string
}

/** The page is named last; where only the first part is one, as in folders of notes, first. */
function leads({ first, second }: Form, pageNamed: PageNamed): Meaning | undefined {
  if (second === undefined) return withWords(pageNamed(first), first)
  const { href, isFound } = pageNamed(second) ?? {}
  const other = isFound === true ? undefined : pageNamed(first)
  if (other?.isFound === true) return { href: other.href, words: second }
  return href === undefined ? undefined : { href, words: first }
}

function withWords(named: ReturnType<PageNamed>, words: string): Meaning | undefined {
  return named && { href: named.href, words }
}

function push(state: StateInline, form: Form, pageNamed: PageNamed): void {
  state.push(SIGN, '', 0)
  const { first, second, from, to } = form
  const range = { from, to }
  if (isPicturePath(first.trim())) {
    const words = /(?:^|\|)\s*alt\s*=([^|]*)/.exec(second ?? '')?.[1]?.trim() ?? ''
    const token = state.push('image', 'img', 0)
    token.attrs = [['src', first.trim()]]
    token.content = words
    token.children = []
    if (words !== '') {
      const text = new state.Token('text', '', 0)
      text.content = words
      token.children.push(text)
    }
    ranges.set(token, range)
    wholes.set(token, range)
    return
  }
  const meaning = leads(form, pageNamed)
  if (meaning === undefined) return
  const open = state.push('link_open', 'a', 1)
  open.attrs = [['href', meaning.href]]
  ranges.set(open, range)
  wholes.set(open, range)
  state.push('text', '', 0).content = foldSpace(meaning.words)
  state.push('link_close', 'a', -1)
}
