// How far HTML reaches that for CommonMark lasts until an empty line. Readers of GitBook saw no marks of Markdown there:
// what follows an element that has ended is Markdown, code between fences is code in an element, too, and an empty line in
// code, a comment or a script ends nothing that is around it.
import { isIndented, lineOf } from './state-lines.ts'
import type { StateBlock } from 'markdown-it'
import { INLINE, VOID, isHtmlName } from '../../tree/names.ts'
import { beginsComponent } from './component-page.ts'
import { isFence, isWholeFence } from './fences.ts'

/** Elements without content that stand among words. */
const AMONG_WORDS = new Set(['br', 'img', 'input', 'wbr'])
/** Elements whose content is no HTML. */
const TEXTS = new Set(['script', 'style', 'textarea'])
/** Elements that an empty line does not end. */
const LASTING = ['pre', ...TEXTS]
const BEGIN = /<!--|<(\/?[a-z][^\s/>]*)/gi
const IN_TAG = /["']|\/?>/g

/** Finds the line that ends what began: a comment (`!--`) or an element by its name. */
export type EndFinder = (name: string, line: number) => number | undefined

/** The line after the last one of HTML that begins at a line. */
export function htmlEnd(
  state: StateBlock,
  first: number,
  last: number,
  findEnd: EndFinder,
): number {
  const html = new OpenHtml()
  const beginsCode = codeWithin(state, html, last)
  const isDetails = /^<(?:details|summary)\b/i.test(lineOf(state, first))
  for (let line = first; line < last; line++) {
    if (line > first && (isElsewhere(state, line) || beginsCode(line))) return line
    const text = lineOf(state, line)
    html.read(text)
    // What follows the summary is Markdown, as on GitHub and GitBook.com with an empty line between.
    if (isDetails && /<\/summary>[ \t]*$/i.test(text)) return line + 1
    for (let end = html.endIn(findEnd, line + 1); end !== undefined;) {
      while (line < end) html.read(lineOf(state, ++line))
      end = html.endIn(findEnd, line + 1)
    }
    // Words on its last line go on in the next one.
    const isWhole = html.hasEnded && lineOf(state, line).trimEnd().endsWith('>')
    if (isWhole && isMarkdown(state, line + 1, last)) return line + 1
  }
  return last
}

/**
 * A tag that stands among words elsewhere, alone in its line with Markdown behind it: a block of its own before another
 * block, and the first of the words before words. Undefined for other HTML.
 */
export function tagAmongWords(
  state: StateBlock,
  line: number,
  last: number,
): 'block' | 'words' | undefined {
  const name = /^<([a-z]+)/i.exec(lineOf(state, line))?.[1]?.toLowerCase() ?? ''
  const isAmong = INLINE.has(name) || AMONG_WORDS.has(name)
  if (!isAmong || !isMarkdown(state, line + 1, last)) return undefined
  const rules = state.md.block.ruler.getRules('paragraph')
  return rules.some((rule) => rule(state, line + 1, last, true)) ? 'block' : 'words'
}

/** Whether code begins between the tags before a line. Behind a fence that is text the others are text, too. */
function codeWithin(state: StateBlock, html: OpenHtml, end: number): (line: number) => boolean {
  let mayHold = true
  return (line) => {
    if (!mayHold || !html.isBetweenTags || !isFence(state, line)) return false
    mayHold = isWholeFence(state, line, { end, element: html.innermost })
    return mayHold
  }
}

function isElsewhere(state: StateBlock, line: number): boolean {
  return (
    state.isEmpty(line) ||
    (state.sCount[line] ?? 0) < state.blkIndent ||
    beginsComponent(state, line)
  )
}

/** Is there a line that is neither HTML nor code? */
function isMarkdown(state: StateBlock, line: number, last: number): boolean {
  if (line >= last || isElsewhere(state, line) || isIndented(state, line)) return false
  return !lineOf(state, line).startsWith('<')
}

/** What is open behind some lines of HTML. */
class OpenHtml {
  readonly #open: string[] = []
  /** How many of a name are open. */
  readonly #count = new Map<string, number>()
  /** The tag that is being read: `/` and its name. */
  #tag: string | undefined
  /** What ends the quote or the comment that is being read. */
  #until: '"' | "'" | '-->' | undefined

  get hasEnded(): boolean {
    return this.#open.length === 0 && this.isBetweenTags
  }

  get isBetweenTags(): boolean {
    return this.#tag === undefined && this.#until === undefined
  }

  /** The name of the element that would end first; '' when none is open. */
  get innermost(): string {
    return this.#open.at(-1) ?? ''
  }

  /** Where something ends that may hold empty lines; undefined when nothing of the kind is open, or it never ends. */
  endIn(findEnd: EndFinder, line: number): number | undefined {
    if (this.#until === '-->') return findEnd('!--', line)
    const name = LASTING.find((one) => this.#isOpen(one))
    return name === undefined ? undefined : findEnd(name, line)
  }

  read(line: string): void {
    for (let at = 0; at < line.length;) at = this.#step(line, at)
  }

  #step(line: string, at: number): number {
    if (this.#until !== undefined) return this.#leave(line, at, this.#until)
    const found = execAt(this.#tag === undefined ? BEGIN : IN_TAG, line, at)
    if (found === null) return line.length
    const [sign, tag = ''] = found
    if (this.#tag === undefined) this.#enter(sign, tag.toLowerCase())
    else if (sign === '"' || sign === "'") this.#until = sign
    else this.#endTag(this.#tag, sign === '/>')
    return found.index + sign.length
  }

  #leave(line: string, at: number, until: string): number {
    const end = line.indexOf(until, at)
    if (end < 0) return line.length
    this.#until = undefined
    return end + until.length
  }

  #enter(sign: string, tag: string): void {
    if (sign === '<!--') this.#until = '-->'
    else if (!this.#isText(tag)) this.#tag = tag
  }

  #endTag(tag: string, endsItself: boolean): void {
    this.#tag = undefined
    const name = tag.replace('/', '')
    if (tag !== name) while (this.#isOpen(name)) if (this.#close() === name) break
    if (tag === name && !endsItself && !VOID.has(name)) {
      this.#open.push(name)
      this.#count.set(name, (this.#count.get(name) ?? 0) + 1)
    }
  }

  #close(): string | undefined {
    const name = this.#open.pop()
    if (name !== undefined) this.#count.set(name, (this.#count.get(name) ?? 1) - 1)
    return name
  }

  #isOpen(name: string): boolean {
    return (this.#count.get(name) ?? 0) > 0
  }

  /** In a script, or with a name that HTML does not have, a tag is text. */
  #isText(tag: string): boolean {
    const around = this.#open.at(-1) ?? ''
    return TEXTS.has(around) ? tag !== `/${around}` : !isHtmlName(tag.replace('/', ''))
  }
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
