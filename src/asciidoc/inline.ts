// Running text of SUMMARY and GLOSSARY: its links, and what remains without markup.
import type { Inline, InlineLink } from '../markdown/structure.ts'
import { decodeText } from '../tree/parse.ts'

/** `link:…[…]`, `xref:…[…]`, `<<…>>`, an address with or without text, or an image. */
const MACRO =
  /(?:\b(link|xref|mailto):(\+\+[^+]*\+\+|[^\s[\]]+(?: [^\s[\]]+)*)\[((?:\\\]|[^\]])*)\])|<<([^>,]+)(?:,([^>]*))?>>|(\bhttps?:\/\/[^\s[\]<>]*[^\s[\]<>.,;:!?)])(?:\[((?:\\\]|[^\]])*)\])?|image:([^\s[\]:][^\s[\]]*)\[((?:\\\]|[^\]])*)\]/g

/** 1-based. */
interface Start {
  readonly line: number
  readonly column: number
}

/** A link as found: its target and its text, with markup. */
interface LinkMatch {
  readonly href: string
  readonly label: string
}

/** Reads running text that begins at a place. */
export function parseInline(source: string, start: Start): Inline {
  const links: InlineLink[] = []
  let text = ''
  let done = 0
  for (const match of source.matchAll(MACRO)) {
    text += plain(source.slice(done, match.index))
    done = match.index + match[0].length
    const found = linkOf(match)
    if (found === undefined) {
      text += plain((match[9] ?? '').split(',')[0] ?? '')
      continue
    }
    const label = plain(found.label)
    const target = match[0].includes(found.href) ? found.href : found.href.slice(1)
    const at = match.index + Math.max(0, match[0].indexOf(target))
    links.push({
      text: label,
      href: found.href,
      ...position(source, at, start),
      offset: text.length,
    })
    text += label
  }
  return { text: text + plain(source.slice(done)), links }
}

function linkOf(match: RegExpMatchArray): LinkMatch | undefined {
  const [, kind, target, label, id, reference, address, name] = match
  if (kind !== undefined && target !== undefined) {
    const bare = target.replaceAll('++', '')
    const href = kind === 'mailto' ? `mailto:${bare}` : kind === 'xref' ? crossTarget(bare) : bare
    return { href, label: labelOf(label) || bare }
  }
  if (id !== undefined)
    return { href: crossTarget(id.trim()), label: reference?.trim() || id.trim() }
  if (address !== undefined) return { href: address, label: labelOf(name) || address }
  return undefined
}

/** A cross reference without a file is to an id of the same file. */
function crossTarget(target: string): string {
  return target.includes('#') || /\.[a-z]+$/i.test(target) ? target : `#${target}`
}

/** The text in the brackets of a macro, without its attributes: `A page,window=_blank`, `"A, B",role=x`, `A^`. */
function labelOf(written: string | undefined): string {
  const text = (written ?? '').replaceAll('\\]', ']').trim()
  const quoted = /^"([^"]*)"/.exec(text)?.[1]
  if (quoted !== undefined && text.includes('=')) return quoted
  const label = /=/.test(text) ? (text.split(/,(?=\s*[\w-]+=)/)[0] ?? '') : text
  return /^[\w-]+=/.test(label) ? '' : label.replace(/\^$/, '')
}

/** Text without formatting marks and with its entities decoded. */
export function plain(source: string): string {
  const text = source
    .replaceAll(/\[[^\]]*\](?=[#*_`])/g, '')
    .replaceAll(/(\*\*|__|``|##)(?=\S)([^\n]+?)(?<=\S)\1/g, '$2')
    .replaceAll(/(?<![\p{L}\p{N}_*`#])([*_`#])(?=\S)([^\n]+?)(?<=\S)\1(?![\p{L}\p{N}_*`#])/gu, '$2')
    .replaceAll(/\+([^\s+][^+\n]*)\+/g, '$1')
    .replaceAll(/ \+$/gm, '')
  return decodeText(text)
}

function position(source: string, offset: number, start: Start): Start {
  const before = source.slice(0, offset)
  const breaks = before.split('\n').length - 1
  if (breaks === 0) return { line: start.line, column: start.column + offset }
  return { line: start.line + breaks, column: offset - before.lastIndexOf('\n') }
}
