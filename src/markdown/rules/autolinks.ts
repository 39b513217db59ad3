// GFM's extended autolinks: bare http and https addresses, `www.` and mail addresses. Differences from GFM, all
// for running text in Chinese and Japanese: an address may begin after any character of theirs, and ends before one,
// unless it is plainly a part of the address.
import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it'
import { EAST_ASIAN } from '../../tree/characters.ts'
import { ranges } from '../remarks.ts'

const SCHEME_BEFORE = /(?:^|[^a-zA-Z0-9+])(https?)$/i
const OTHER_SCHEME_BEFORE = /(?:^|[^a-zA-Z0-9+])(mailto|xmpp)$/i
const ADDRESS = new RegExp(`[^\\s<>\`"${EAST_ASIAN}]+`, 'uy')
// The same with letters of these scripts, which begin where the address before them ends.
const WITH_LETTERS = new RegExp(`(?:[^\\s<>\`"${EAST_ASIAN}]|\\p{L})+`, 'uy')
/** A name of a file or folder within a longer path. */
const WITHIN_PATH = /^\p{L}{1,100}[/._?#&=-][\w%]/u
// Letters of any script but those that end an address.
const DOMAIN_PART = `(?:(?![${EAST_ASIAN}])[\\p{L}\\p{N}_-])+`
const DOMAIN = new RegExp(`^(?=[-_]*[\\p{L}\\p{N}])${DOMAIN_PART}(?:\\.${DOMAIN_PART})*`, 'u')
const MAIL_USER = /[a-zA-Z0-9.+_-]+$/
const MAIL_DOMAIN = /[a-zA-Z0-9_-]+(?:\.[a-zA-Z0-9_-]+)+/y
const MAIL_HERE = /[a-zA-Z0-9.+_-]+@[a-zA-Z0-9_-]+(?:\.[a-zA-Z0-9_-]+)+/y
/** Text is read in pieces of this length at most, so that a search within one piece stays cheap. */
const MAX_CHUNK = 1000
/** Names of hosts have 253 characters at most. */
const MAX_DOMAIN = 256
/** Longest mail address that is looked for; longer runs of letters are not addresses. */
const MAX_MAIL = 320
const TERMINATOR = /[\n!#$%&*+\-:<=>@[\\\]^_`{}~]/g

/** Adds the rules for bare addresses. */
export function autolinks(md: MarkdownIt): void {
  md.inline.ruler.at('text', plainRun)
  md.inline.ruler.at('linkify', bareAddress)
  md.core.ruler.after('text_join', 'mail_addresses', mailAddresses)
}

/** Runs of text without markup, cut before `www.`. */
function plainRun(state: StateInline, silent: boolean): boolean {
  TERMINATOR.lastIndex = state.pos
  const limit = Math.min(state.posMax, state.pos + MAX_CHUNK)
  let end = Math.min(TERMINATOR.exec(state.src)?.index ?? limit, limit)
  if (end === state.pos) return false
  if (state.linkLevel === 0) {
    const chunk = state.src.slice(state.pos, end)
    let www = chunk.indexOf('www.')
    if (www === 0) {
      if (linkWww(state, silent)) return true
      www = chunk.indexOf('www.', 1)
    }
    if (www > 0) end = state.pos + www
  }
  if (!silent) state.pending += state.src.slice(state.pos, end)
  state.pos = end
  return true
}

function linkWww(state: StateInline, silent: boolean): boolean {
  const { pos, src } = state
  if (pos > 0 && /[a-zA-Z0-9.@/]/.test(src[pos - 1] ?? '')) return false
  if (!isDomain(src, pos, 2)) return false
  const address = readAddress(src, pos, state.posMax)
  if (address === undefined) return false
  if (!silent) pushLink(state, `http://${address}`, address, pos)
  state.pos = pos + address.length
  return true
}

/** At the colon of `http://`, `https://`, `mailto:` or `xmpp:`. */
function bareAddress(state: StateInline, silent: boolean): boolean {
  const { pos, src } = state
  if (src.charCodeAt(pos) !== 0x3a /* : */ || state.linkLevel > 0) return false
  const scheme = schemeBefore(src, pos)
  if (scheme === undefined || (!silent && !state.pending.endsWith(scheme))) return false
  const rest = readRest(state, scheme)
  if (rest === undefined) return false
  const url = `${scheme}:${rest}`
  const start = pos - scheme.length
  if (!silent) {
    state.pending = state.pending.slice(0, -scheme.length)
    pushLink(state, url, url, start)
  }
  state.pos = start + url.length
  return true
}

function schemeBefore(source: string, colon: number): string | undefined {
  const pattern = source.startsWith('//', colon + 1) ? SCHEME_BEFORE : OTHER_SCHEME_BEFORE
  return pattern.exec(source.slice(Math.max(0, colon - 8), colon))?.[1]
}

/** What follows the colon of a scheme, when it is an address. */
function readRest({ src, pos, posMax }: StateInline, scheme: string): string | undefined {
  if (!/^http/i.test(scheme)) return readMail(src, pos + 1, scheme)
  if (!isDomain(src, pos + 3, 1)) return undefined
  const address = readAddress(src, pos + 3, posMax)
  return address === undefined ? undefined : `//${address}`
}

function pushLink(state: StateInline, href: string, label: string, from: number): void {
  const open = state.push('link_open', 'a', 1)
  open.attrs = [['href', withoutEscapes(href)]]
  open.info = 'auto'
  ranges.set(open, { from, to: from + label.length })
  state.push('text', '', 0).content = withoutEscapes(label)
  state.push('link_close', 'a', -1).info = 'auto'
}

/** Editors escaped what Markdown might have read, in addresses too: `/ngx\_http\_v2`. No address has such a backslash. */
function withoutEscapes(address: string): string {
  return address.replaceAll(/\\([_*~#&])/g, '$1')
}

/** The address that begins here, without what belongs to the sentence around it. */
function readAddress(source: string, from: number, max: number): string | undefined {
  ADDRESS.lastIndex = from
  const found = ADDRESS.exec(source)?.[0]
  if (found === undefined) return undefined
  const whole = beforeStrong(source, from, withLetters(source, from, found))
  const address = trimAddress(withinBrackets(whole.slice(0, max - from)))
  return address === '' ? undefined : address
}

/** Cut where bold begins that ends in the same line, and where bold ends that begins in it. Patterns have slashes around. */
function beforeStrong(source: string, from: number, address: string): string {
  const at = /[^/*]\*\*(?=[^*\s])/.exec(address)?.index
  if (at === undefined) return address
  const before = source.slice(Math.max(0, from - MAX_CHUNK), from)
  const behind = source.slice(from + at + 3, from + at + 3 + MAX_CHUNK)
  const isIn = count(before.slice(before.lastIndexOf('\n') + 1), '**') % 2 === 1
  return isIn || /^[^\n]*?[^\s*]\*\*(?!\*)/.test(behind) ? address.slice(0, at + 1) : address
}

/** The address with the Chinese, Japanese or Korean letters behind it that are no words of the sentence. */
function withLetters(source: string, from: number, found: string): string {
  const end = from + found.length
  const rest = source.slice(end, end + MAX_CHUNK)
  const within = found.endsWith('/') && WITHIN_PATH.test(rest)
  const taken = within || takesLetters(found)
  if (!taken && !(found.endsWith('/') && beginsLine(source, from))) return found
  WITH_LETTERS.lastIndex = 0
  const more = WITH_LETTERS.exec(rest)?.[0] ?? ''
  return taken || /^[ \t]*(?:\n|$)/.test(rest.slice(more.length)) ? found + more : found
}

/** Whether what follows is a word that is searched for, the name of a heading or the title of a page of a wiki. */
function takesLetters(address: string): boolean {
  if (address.endsWith('=')) return address.includes('?')
  return address.endsWith('#') || (address.includes('/wiki/') && /[/_(:-]$/.test(address))
}

/** Whether nothing stands in the line before an address, which begins behind its scheme or with `www.`. */
function beginsLine(source: string, from: number): boolean {
  return /(?:^|\n)[ \t]*(?:https?:\/\/)?$/i.test(source.slice(Math.max(0, from - 20), from))
}

/** Cut before a closing square bracket that was not opened: the address stands inside a label. */
function withinBrackets(address: string): string {
  if (!address.includes(']')) return address
  let depth = 0
  for (let i = 0; i < address.length; i++) {
    if (address[i] === '[') depth++
    else if (address[i] === ']' && --depth < 0) return address.slice(0, i)
  }
  return address
}

/** What closes, and what opens it. */
const BRACKETS = [
  [')', '('],
  [']', '['],
  ['}', '{'],
] as const

/** Without trailing punctuation, entities and closing brackets that were not opened. */
function trimAddress(address: string): string {
  const surplus = new Map<string, number>(
    BRACKETS.map(([close, open]) => [close, count(address, close) - count(address, open)]),
  )
  let end = address.length
  for (;;) {
    const last = address[end - 1] ?? ''
    const unopened = surplus.get(last) ?? 0
    if (last !== '' && '?!.,:*_~\'"[{|\\'.includes(last)) end--
    else if (unopened > 0) {
      surplus.set(last, unopened - 1)
      end--
    } else if (last === ';') {
      const entity = /&[a-zA-Z0-9]+;$/.exec(address.slice(Math.max(0, end - 40), end))?.[0]
      end -= entity?.length ?? 1
    } else return address.slice(0, end)
  }
}

function count(text: string, what: string): number {
  return text.split(what).length - 1
}

/** Letters, digits, hyphens and underscores between dots; no underscore in the last two parts. */
function isDomain(source: string, from: number, leastParts: number): boolean {
  const parts = DOMAIN.exec(source.slice(from, from + MAX_DOMAIN))?.[0].split('.') ?? []
  return parts.length >= leastParts && !parts.slice(-2).some((part) => part.includes('_'))
}

function readMail(source: string, from: number, scheme: string): string | undefined {
  MAIL_HERE.lastIndex = from
  const found = MAIL_HERE.exec(source.slice(0, from + MAX_MAIL))?.[0]
  const mail = found !== undefined && isMail(found) ? found : undefined
  if (mail === undefined || scheme.toLowerCase() !== 'xmpp') return mail
  const resource = /^\/[a-zA-Z0-9@.]*[a-zA-Z0-9@]/.exec(
    source.slice(from + mail.length, from + mail.length + MAX_MAIL),
  )
  return mail + (resource?.[0] ?? '')
}

/** A mail address ends in a letter: what ends in a digit is a version (`name@1.2`) or a machine. */
function isMail(found: string): boolean {
  return /[a-zA-Z]$/.test(found)
}

function mailAddresses(state: StateCore): void {
  for (const block of state.tokens) {
    if (block.type !== 'inline' || !block.content.includes('@') || block.children === null) continue
    block.children = linkMails(state, block, block.children)
  }
}

function linkMails(state: StateCore, block: Token, children: readonly Token[]): Token[] {
  const result: Token[] = []
  let inLink = 0
  let searched = 0
  for (const token of children) {
    if (token.type === 'link_open' || /^<a[\s>]/i.test(token.content)) inLink++
    else if (token.type === 'link_close' || /^<\/a\s*>/i.test(token.content)) inLink--
    if (token.type !== 'text' || inLink > 0 || !token.content.includes('@')) {
      result.push(token)
      continue
    }
    let done = 0
    for (const { index, mail } of findMails(token.content)) {
      const at = block.content.indexOf(mail, searched)
      const from = at < 0 ? searched : at
      searched = at < 0 ? searched : at + mail.length
      result.push(textToken(state, token.content.slice(done, index), token.level))
      result.push(...mailLink(state, mail, from, token.level))
      done = index + mail.length
    }
    token.content = token.content.slice(done)
    result.push(token)
  }
  return result
}

function findMails(text: string): readonly { readonly index: number; readonly mail: string }[] {
  const found: { index: number; mail: string }[] = []
  let done = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const user = MAIL_USER.exec(text.slice(Math.max(done, at - MAX_MAIL), at))?.[0]
    MAIL_DOMAIN.lastIndex = at + 1
    const domain = MAIL_DOMAIN.exec(text.slice(0, at + MAX_MAIL))?.[0]
    if (user === undefined || domain === undefined || !isMail(domain)) continue
    // `git@example.com:path` is where a repository is.
    if (/^:\S/.test(text.slice(at + 1 + domain.length, at + 3 + domain.length))) continue
    found.push({ index: at - user.length, mail: `${user}@${domain}` })
    done = at + 1 + domain.length
  }
  return found
}

function textToken(state: StateCore, content: string, level: number): Token {
  const token = new state.Token('text', '', 0)
  token.content = content
  token.level = level
  return token
}

function mailLink(state: StateCore, mail: string, from: number, level: number): Token[] {
  const open = new state.Token('link_open', 'a', 1)
  open.attrs = [['href', `mailto:${mail}`]]
  open.info = 'auto'
  open.level = level
  ranges.set(open, { from, to: from + mail.length })
  const close = new state.Token('link_close', 'a', -1)
  close.info = 'auto'
  close.level = level
  return [open, textToken(state, mail, level + 1), close]
}
