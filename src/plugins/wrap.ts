// How blocks put HTML around Markdown: lines of their own, with blank lines between them and the content, so that the
// content is still parsed; and behind the same indents and quote marks as the lines of the content.
import type { BlockResult } from '../template/expand.ts'

/** What stands before the closing tag of a block on its line: the indents and quote marks of all its lines. */
export function prefixOf(body: string): string {
  return /\n([ \t>]*)$/.exec(body)?.[1] ?? ''
}

/** HTML before and after the content of a block. */
export function around(body: string, open: readonly string[], close: string): BlockResult {
  const prefix = prefixOf(body)
  const blank = prefix.trimEnd()
  const first = body.startsWith('\n') ? '' : `\n${prefix}`
  const last = /\n[ \t>]*$/.test(body) ? '' : `\n${blank}`
  return {
    before: `${open.join(`\n${prefix}`)}\n${blank}${first}`,
    after: `${last}\n${prefix}${close}\n${blank}`,
  }
}

/** Markup around a few words. */
export function inline(open: string, close: string): BlockResult {
  return { before: open, after: close }
}

/** A fenced block of code. The fence is longer than any in it. */
export function fence(code: string, language: string, title = ''): readonly string[] {
  return exactFence(withoutIndent(code), language, title)
}

/** The same, with the code as it is. */
export function exactFence(text: string, language: string, title = ''): readonly string[] {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const marks = '`'.repeat(longest + 1)
  const name = language.replaceAll(/[\s`{,:]/g, '')
  const caption = title.replaceAll(/\s+/g, ' ').replaceAll('`', '').replaceAll('"', "'").trim()
  const info = caption === '' ? name : `${name === '' ? 'text' : name} title="${caption}"`
  return [marks + info, ...text.split('\n'), marks]
}

/** Lines behind a prefix; the first one stands where the tag stood. */
export function lines(texts: readonly string[], prefix: string): string {
  return texts.map((text, index) => (index === 0 ? text : (prefix + text).trimEnd())).join('\n')
}

/** A text without blank lines around it and without the indent that all its lines share. */
export function withoutIndent(text: string): string {
  const rows = text
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
    .split('\n')
  const indents = rows
    .filter((row) => row.trim() !== '')
    .map((row) => /^[ \t]*/.exec(row)?.[0] ?? '')
  const shared = indents.reduce((least, indent) => Math.min(least, indent.length), Infinity)
  return rows.map((row) => row.slice(Number.isFinite(shared) ? shared : 0)).join('\n')
}

/** A text for HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** A small title above what follows, as a line of HTML. */
export function titleLine(title: string): string {
  return `<p class="block-title"><strong>${escaped(title)}</strong></p>`
}

const MARKUP =
  /<\/?(?:a|abbr|b|br|code|em|i|img|kbd|mark|s|small|span|strong|sub|sup|u)\b[^<>]*>|&(?:#\w+|\w+);|[&<>"]/gi

/** The same for a title that may hold HTML, as text between tags does: only what is no HTML is a sign of the title. */
export function markedTitleLine(title: string): string {
  const marked = title.replaceAll(MARKUP, (found) => (found.length > 1 ? found : escaped(found)))
  return `<p class="block-title"><strong>${marked}</strong></p>`
}

/** A link in Markdown. */
export function link(text: string, url: string): string {
  const label = text.replaceAll(/\s+/g, ' ').replaceAll(/[\\[\]]/g, String.raw`\$&`)
  return `[${label}](<${url.replaceAll(/[<>\n]/g, encodeURIComponent)}>)`
}

/** The argument of a block by the first of these names that has one, else the first without a name. */
export function argument(
  block: {
    readonly args: readonly unknown[]
    readonly kwargs: { readonly [name: string]: unknown }
  },
  names: readonly string[],
): string | undefined {
  const found = [...names.map((name) => block.kwargs[name]), block.args[0]].find(
    (value) => typeof value === 'string' || typeof value === 'number',
  )
  return found === undefined ? undefined : String(found).trim()
}
