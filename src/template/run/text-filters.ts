// Filters of texts.
import { type Filters, amount, ofText } from './filter.ts'
import { numberOf, plain, replaced, shown, textOf } from './values.ts'

/** Filters that make texts of texts. */
export const TEXT_FILTERS: Filters = {
  capitalize: ofText(capitalized),
  center: ofText((text, [wanted], budget) => {
    const width = amount(wanted, 80, budget)
    budget.text(width)
    const spaces = width - text.length
    if (spaces <= 0) return text
    const after = Math.ceil(spaces / 2)
    const before = Math.max(0, Math.ceil(spaces / 2 - (spaces % 2)))
    return ' '.repeat(before) + text + ' '.repeat(after)
  }),
  indent: ofText((text, [width, first], budget) => {
    const count = amount(width, 4, budget)
    const lines = text === '' ? [] : text.split('\n')
    budget.text(text.length + count * lines.length)
    const spaces = ' '.repeat(Math.max(0, count))
    return lines.map((line, index) => (index === 0 && !first ? line : spaces + line)).join('\n')
  }),
  lower: ofText((text) => text.toLowerCase()),
  nl2br: ofText((text, _, budget) => {
    const lines = text.split(/\r?\n/)
    budget.text(text.length + lines.length * 6)
    return lines.join('<br />\n')
  }),
  replace: (value, [old, by, most], budget) => {
    const text = plain(value)
    const isUsable = typeof old === 'string' || typeof old === 'number'
    if (!isUsable || (typeof text !== 'string' && typeof text !== 'number')) return value
    const times = old === '' || typeof most !== 'number' || most < 0 ? Infinity : most
    return replaced(String(text), [String(old), textOf(by, budget)], times, budget)
  },
  striptags: ofText((text, [keepLines]) => {
    const bare = withoutTags(text).trim()
    if (!keepLines) return bare.replaceAll(/\s+/g, ' ')
    const lines = bare
      .split(/\r?\n/)
      .map((line) => line.replaceAll(/ +/g, ' ').replaceAll(/^ | $/g, ''))
    return lines.join('\n').replaceAll(/\n{3,}/g, '\n\n')
  }),
  title: ofText((text) => text.split(' ').map(capitalized).join(' ')),
  trim: ofText((text) => text.trim()),
  truncate: ofText((text, [length, isExact, end], budget) => {
    const most = amount(length, 255, budget)
    if (text.length <= most) return text
    const space = isExact ? -1 : text.lastIndexOf(' ', most)
    return (
      text.slice(0, space < 0 ? most : space) +
      (end === undefined || end === null ? '...' : shown(end, budget))
    )
  }),
  upper: ofText((text) => text.toUpperCase()),
  urlize: ofText((text, [length, noFollow], budget) => {
    const most = length === undefined ? Infinity : numberOf(length, budget)
    budget.text(text.length * 3)
    const follow = noFollow === true ? ' rel="nofollow"' : ''
    return text
      .split(/(\s+)/)
      .map((word) => linked(word, Number.isNaN(most) ? Infinity : most, follow))
      .join('')
  }),
  wordcount: ofText((text) => text.match(/\w+/g)?.length ?? null),
}

function capitalized(text: string): string {
  const lower = text.toLowerCase()
  return lower.charAt(0).toUpperCase() + lower.slice(1)
}

/** A text without what looks like tags and comments of HTML. */
function withoutTags(text: string): string {
  let bare = ''
  let done = 0
  let from = text.indexOf('<')
  // Where neither a comment nor a tag can end any more.
  const last = { '-->': text.lastIndexOf('-->'), '>': text.lastIndexOf('>') }
  while (from >= 0) {
    const close = text.startsWith('<!--', from) ? '-->' : '>'
    const isTag = close === '-->' || /^<\/?[a-z][a-z0-9]*\b/i.test(text.slice(from, from + 80))
    const end = isTag && from < last[close] ? text.indexOf(close, from) : -1
    if (end >= 0) {
      bare += text.slice(done, from)
      done = end + close.length
    }
    from = text.indexOf('<', Math.max(from + 1, done))
  }
  return bare + text.slice(done)
}

/** A word as a link, when it is an address. */
function linked(word: string, most: number, follow: string): string {
  const url = word.replace(/^(?:\(|<|&lt;)/, '').replace(/(?:[.,)]|&gt;)$/, '')
  const short = url.slice(0, most)
  if (/^https?:\/\//.test(url)) return `<a href="${url}"${follow}>${short}</a>`
  if (url.startsWith('www.')) return `<a href="http://${url}"${follow}>${short}</a>`
  const [name = '', host = '', ...more] = url.split('@')
  const isMail =
    /^[\w.!#$%&'*+\-/=?^`{|}~]+$/.test(name) && /^[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(host)
  if (isMail && more.length === 0) return `<a href="mailto:${url}">${url}</a>`
  if (/\.(?:org|net|com)(?::|\/|$)/.test(url))
    return `<a href="http://${url}"${follow}>${short}</a>`
  return word
}
