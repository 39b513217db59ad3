// `<code class="expression">…</code>` of GitBook.com holds an expression: nothing in it is Markdown.
import type { MarkdownIt } from 'markdown-it'
import { decodeValue } from '../../tree/parse.ts'

const OPENING = /<code\s+class=(?:"expression"|'expression')\s*>/iy
const CLOSING = '</code>'
/** Longer than anybody writes; what is beyond is not looked for again and again. */
const LONGEST = 4000

/** Adds the rule. */
export function expressions(md: MarkdownIt): void {
  md.inline.ruler.before('backticks', 'expression', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x3c /* < */) return false
    OPENING.lastIndex = state.pos
    const [opening] = OPENING.exec(state.src) ?? []
    if (opening === undefined) return false
    const from = state.pos + opening.length
    const length = state.src.slice(from, from + LONGEST).indexOf(CLOSING)
    if (length < 0) return false
    if (!silent) {
      state.push('html_inline', '', 0).content = opening
      state.push('text', '', 0).content = decodeValue(state.src.slice(from, from + length))
      state.pos = from + length
      state.push('html_inline', '', 0).content = CLOSING
    }
    state.pos = from + length + CLOSING.length
    return true
  })
}
