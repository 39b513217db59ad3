// Finds the terms of a glossary in a text, all of them at once: a text is cut into words, and the words of terms are the
// branches of a tree. So a page costs its own length, however many terms there are.
import { oncePer } from '../../core/attempt.ts'
import type { Term } from '../../core/book.ts'
import { decodeText } from '../parse.ts'

// A word of these scripts stands without spaces around it: a term matches inside other text.
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
/** A word, white space, an entity of HTML as a whole, or any other character. */
const TOKEN = new RegExp(`[[\\p{L}\\p{M}\\p{N}_]--[${UNSPACED}]]+|\\s+|&[#\\w]+;|[^]`, 'gv')

/** A place of a text, by offsets, with the term that stands there. */
export interface FoundTerm {
  readonly from: number
  readonly to: number
  readonly term: Term
}

/** What may follow the words so far. */
interface Branch {
  readonly next: Map<string, Branch>
  /** The term that ends here. */
  term: Term | undefined
}

type Find = (text: string) => readonly FoundTerm[]

/** Finds these terms in text as it stands in HTML: the longest first, none inside another. Kept as long as the terms. */
export const termFinder: (terms: readonly Term[]) => Find = oncePer((terms) => {
  const root = treeOf(terms)
  return (text) => findIn(text, root)
})

function treeOf(terms: readonly Term[]): Branch {
  const root: Branch = { next: new Map(), term: undefined }
  for (const term of terms) {
    let branch = root
    for (const { 0: token } of term.name.trim().matchAll(TOKEN)) {
      const key = keyOf(token)
      const next = branch.next.get(key) ?? { next: new Map(), term: undefined }
      branch.next.set(key, next)
      branch = next
    }
    // Of terms that differ in case only the first counts; one without a name is nowhere.
    if (branch !== root) branch.term ??= term
  }
  return root
}

function findIn(text: string, root: Branch): readonly FoundTerm[] {
  const found: FoundTerm[] = []
  const begin = new RegExp(TOKEN)
  for (let token = begin.exec(text); token !== null; token = begin.exec(text)) {
    const branch = root.next.get(keyOf(token[0], text))
    if (branch === undefined) continue
    const match = longest(text, branch, begin.lastIndex)
    if (match === undefined || isOtherLetter(match.term, token[0])) continue
    found.push({ from: token.index, ...match })
    begin.lastIndex = match.to
  }
  return found
}

/** A letter in another case is another thing: `(c)` in a list is not the language C. */
function isOtherLetter({ name }: Term, token: string): boolean {
  return name.length === 1 && token !== name && token.length === 1
}

/** The longest term that begins with the words of a branch. */
function longest(text: string, begun: Branch, from: number): Omit<FoundTerm, 'from'> | undefined {
  let best = begun.term && { to: from, term: begun.term }
  const rest = new RegExp(TOKEN)
  rest.lastIndex = from
  for (let branch: Branch | undefined = begun; branch !== undefined && branch.next.size > 0;) {
    const token = rest.exec(text)
    branch = token === null ? undefined : branch.next.get(keyOf(token[0], text))
    if (branch?.term !== undefined) best = { to: rest.lastIndex, term: branch.term }
  }
  return best
}

/** What tokens have in common that are read as the same; entities stand in texts of HTML, not in names. */
function keyOf(token: string, html?: string): string {
  if (/^\s/.test(token)) return ' '
  return (
    html !== undefined && token.length > 1 && token.startsWith('&') ? decodeText(token) : token
  ).toLowerCase()
}
