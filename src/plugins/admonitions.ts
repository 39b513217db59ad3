// The callouts of mdbook-admonish: a block of code in the language `admonish`, with Markdown in it.
import type { Range } from '../core/range.ts'
import { tagValue } from '../template/tag-value.ts'

const OPENING = /^([ \t>]*)(`{3,}|~{3,})[ \t]*admonish\b[ \t]*([^\n]*)\n/
const CLOSING = /(^|\n)([ \t>]*)(`{3,}|~{3,})[ \t]*\n?$/

/** Its names by our styles; all others are notes. */
const STYLES: { readonly [name: string]: string } = {
  tip: 'tip',
  hint: 'tip',
  important: 'important',
  success: 'success',
  check: 'success',
  done: 'success',
  warning: 'warning',
  caution: 'warning',
  attention: 'warning',
  failure: 'danger',
  fail: 'danger',
  missing: 'danger',
  danger: 'danger',
  error: 'danger',
  bug: 'danger',
}
/** What a callout of that style is called anyway. */
const UNSAID = new Set(['note', 'info', 'tip', 'important', 'warning', 'caution', 'danger'])

/** Each as a block, line by line. */
export function admonitionsAsBlocks(
  text: string,
  codeRanges: (text: string) => readonly Range[],
): string {
  if (!text.includes('admonish') || !/(?:```|~~~)[ \t]*admonish\b/.test(text)) return text
  let written = ''
  let done = 0
  for (const { from, to } of codeRanges(text).toSorted((a, b) => a.from - b.from)) {
    const start = text.lastIndexOf('\n', from - 1) + 1
    const block = start < done ? undefined : blockOf(text.slice(start, to))
    if (block === undefined) continue
    written += text.slice(done, start) + block
    done = to
  }
  return written + text.slice(done)
}

/** A fence as a block; undefined when it is another, or never ends. */
function blockOf(code: string): string | undefined {
  const opening = OPENING.exec(code)
  const inside = code.slice(opening?.[0].length)
  const closing = CLOSING.exec(inside)
  if (opening === null || closing === null) return undefined
  const [, before = '', fence = '', options = ''] = opening
  const [end, first = '', behind = '', last = ''] = closing
  if (!last.startsWith(fence)) return undefined
  const { tag, name } = tagOf(options)
  const content = inside.slice(0, inside.length - end.length)
  return `${before}${tag}\n${content}${first}${behind}{% end${name} %}${end.endsWith('\n') ? '\n' : ''}`
}

/** `warning "A title"`, `warning title="A title", collapsible=true`, `title.class`. */
function tagOf(options: string): { readonly tag: string; readonly name: string } {
  const kind = /^[A-Za-z][\w-]*(?!\s*=)/.exec(options)?.[0].toLowerCase() ?? 'note'
  const title = titleOf(options, kind)
  if (/\bcollapsible\s*=\s*true\b/.test(options))
    return { tag: `{% spoiler ${titled(title || kind)} %}`, name: 'spoiler' }
  const style = STYLES[kind] ?? 'info'
  return {
    tag: `{% hint style="${style}"${title === '' ? '' : `, ${titled(title)}`} %}`,
    name: 'hint',
  }
}

/** Titles are Markdown. */
const titled = (title: string): string =>
  `title="${title}"${/[[*_`<$&]/.test(title) ? ', titled="markdown"' : ''}`

const TITLES = [
  /\btitle\s*=\s*"((?:\\.|[^"\\])*)"/,
  /\btitle\s*=\s*"([^"]*)"/,
  /\btitle\s*=\s*'([^']*)'/,
  /^(?:[A-Za-z][\w.-]*\s+)?"((?:\\.|[^"\\])*)"/,
  /^(?:[A-Za-z][\w.-]*\s+)?"([^"]*)"/,
]

function titleOf(options: string, kind: string): string {
  const [said] = TITLES.flatMap((pattern) => pattern.exec(options)?.[1] ?? [])
  const usual = UNSAID.has(kind) ? '' : kind.replace(/^./, (letter) => letter.toUpperCase())
  return tagValue((said ?? usual).replaceAll('\\"', '&quot;')).trim()
}
