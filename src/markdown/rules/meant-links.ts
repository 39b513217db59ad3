// Text that was meant to be a link and is none: brackets exchanged, a space between them, a label that nobody defines. It
// stays text, as in CommonMark, and its author is told. Escaped brackets are tokens of their own and mean themselves.
import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { closest } from '../../core/suggest.ts'
import { problem } from '../../messages/problem.ts'
import { type PageState, pageOf } from '../page.ts'
import { textRuns } from '../text-runs.ts'

/** Adds the rule: before texts and escapes beside each other are joined. */
export function meantLinks(md: MarkdownIt): void {
  md.core.ruler.before('text_join', 'meant_links', findAll)
}

function findAll(state: StateCore): void {
  const page = pageOf(state.env)
  if (page === undefined) return
  const labels = Object.keys(state.env.references ?? {})
  for (const block of state.tokens)
    if (block.type === 'inline' && block.content.includes('[')) findIn(block, page, labels)
}

function findIn(block: Token, page: PageState, labels: readonly string[]): void {
  for (const { from: start, text } of textRuns(block)) {
    if (!text.includes('[')) continue
    for (const { index, length, better } of broken(text)) {
      const at = page.place(block, { from: start + index, to: start + index + length })
      page.diagnostics.push(problem('markdown/broken-link', at, { better }))
    }
    for (const { index, length, label } of undefinedLabels(text)) {
      const at = page.place(block, { from: start + index, to: start + index + length })
      const near = closest(label.toUpperCase(), labels)?.toLowerCase()
      page.diagnostics.push(problem('markdown/undefined-reference', at, { label, near }))
    }
  }
}

interface MeantLink {
  readonly index: number
  readonly length: number
}

/** A file with the end of one, a path or an address: what nobody puts behind a word in brackets by chance. */
const TARGET =
  /^(?:https?:\/\/|\.{1,2}\/|\/\w).+|^[^\s()[\]]+\.(?:md|markdown|adoc|html?|png|jpe?g|gif|svg|webp|pdf)(?:#\S*)?$/i
const SPACED = /(!?)\[([^[\]\n]+)\][ \t]+\(([^()\s]+)\)/g
const TURNED = /(!?)\(([^()\n]+)\)\[([^[\]\n]+)\]/g
/** Without its end, with half a title, with two brackets, with a space behind `https://`. */
const UNENDED = /(!?)\[([^[\]\n]+)\]\(\(*((?:https?:\/\/[ \t]+)?[^()\s"'<>]+)/g
/** Links of wikis: files, and pages with another name. */
const WIKI = /(!?)\[\[([^[\]|\n]+)(?:\|([^[\]|\n]+))?\]\]/g

interface BrokenLink extends MeantLink {
  readonly better: string
}

function* broken(text: string): Generator<BrokenLink> {
  for (const form of [SPACED, TURNED, UNENDED])
    for (const match of text.matchAll(form)) {
      const [whole, mark = '', first = '', second = ''] = match
      const isSwapped = form === TURNED && TARGET.test(first) && !TARGET.test(second)
      const label = isSwapped ? second : first
      const target = (isSwapped ? first : second).replaceAll(/[ \t]+/g, '')
      // The box of a task.
      if (!TARGET.test(target) || /^[ xX]$/.test(label)) continue
      yield { index: match.index, length: whole.length, better: `${mark}[${label}](${target})` }
    }
  yield* wikiLinks(text)
}

function* wikiLinks(text: string): Generator<BrokenLink> {
  for (const match of text.matchAll(WIKI)) {
    const [whole, mark = '', page = '', name] = match
    const isFile = TARGET.test(page.replaceAll(' ', ''))
    if (!isFile && (mark !== '' || name === undefined || !isName(page) || !isName(name))) continue
    const target = isFile ? page : `${page}.md`
    const better = `${mark}[${name ?? (mark === '' ? page : '')}](${target.replaceAll(' ', '%20')})`
    yield { index: match.index, length: whole.length, better }
  }
}

/** Words, as pages and people call them: conditions of a shell are none. */
function isName(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u.test(text)
}

/** Indexes as in `a[i][j]` follow a word, and are short. */
const REFERENCE = /(?<![\w\])}.])\[([^[\]\n]+)\]\[([^[\]\n]*)\](?![[(])/g

const WORD = /\p{L}{2}|\p{Script=Han}/u

function* undefinedLabels(text: string): Generator<MeantLink & { readonly label: string }> {
  for (const match of text.matchAll(REFERENCE)) {
    const [whole, words = '', written = ''] = match
    const label = written.trim() === '' ? words : written
    if (!WORD.test(words) || !(WORD.test(label) || /^\d+$/.test(label))) continue
    if (/^[\^!]/.test(words) || /^[\^!]/.test(label)) continue
    yield { index: match.index, length: whole.length, label }
  }
}
