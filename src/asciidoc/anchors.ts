// Which ids an AsciiDoc text has, seen line by line: other pages refer to them by the id alone, as in a book that is one
// document. Nobody converts a page to ask this. What is said here only promises: links are checked when all is rendered.
import type { Anchor } from '../core/anchor.ts'
import type { BookPath } from '../core/path.ts'
import { asciidocCodeRanges } from './code-ranges.ts'
import { plain } from './inline.ts'
import { selectLines } from './selection.ts'

/** A file with the text that an `include::` of it brings. */
interface SourceText {
  readonly path: BookPath
  readonly text: string
}

const SECTION = /^(?:={1,6}|#{1,6})[ \t]+(\S.*)$/
const ATTRIBUTE = /^:(!?)(idprefix|idseparator|sectids)(!?):[ \t]*(.*)$/
const INCLUDE = /^include::([^[\s{}]+)\[(.*)\]\s*$/
const OPTION = /([a-z]+)=(?:"([^"]*)"|([^,\s]*))/g
const BLOCK_ANCHOR = /^\[\[([^[\],]+)(?:,\s*(.+))?\]\]\s*$/
const BLOCK_ATTRIBUTES = /^\[([^[\]]*(?:\[[^\]]*\][^[\]]*)*)\]\s*$/
const BLOCK_TITLE = /^\.([^\s.].*)$/
const INLINE = /\[\[([^[\],]+)(?:,\s*([^\]]+))?\]\]|\banchor:([^[\s]+)\[([^\]]*)\]|\[#([\w-]+)\]#/g
/** What Asciidoctor takes out of the title of a section that becomes its id. */
const NOT_OF_ID = /<[^>]+>|&(?:[a-z]+\d*|#\d+|#x[\da-f]+);|[^ \p{L}\p{M}\p{N}_\-.]/giu

/** Files that include each other end here. */
const DEPTH = 16

/** The ids of a text and of what it includes, in order; the first of an id counts. */
export function asciidocAnchors(
  source: SourceText,
  include: (target: string, from: BookPath) => SourceText | undefined,
): readonly Anchor[] {
  const walk = new AnchorWalk(include)
  walk.read(source, 0)
  return [...walk.found].map(([id, title]) => ({ id, title }))
}

class AnchorWalk {
  readonly found = new Map<string, string>()
  readonly #include: (target: string, from: BookPath) => SourceText | undefined
  #prefix = '_'
  #separator = '_'
  #namesSections = true
  /** What the lines above a block say of it. */
  #id = ''
  #reference = ''
  #title = ''

  constructor(include: (target: string, from: BookPath) => SourceText | undefined) {
    this.#include = include
  }

  read({ path, text }: SourceText, depth: number): void {
    const code = asciidocCodeRanges(text)
    let next = 0
    let offset = 0
    for (const line of text.split('\n')) {
      while ((code[next]?.to ?? Infinity) <= offset) next += 1
      const range = code[next]
      const isCode = range !== undefined && range.from <= offset && range.to > offset
      // A listing has an id, too.
      if (isCode) this.#block()
      else if (!line.startsWith('//')) this.#line(line, path, depth)
      offset += line.length + 1
    }
    this.#block()
  }

  #line(line: string, path: BookPath, depth: number): void {
    const directive = INCLUDE.exec(line)
    if (directive !== null) this.#included(directive, path, depth)
    else if (!this.#isSetting(line) && !this.#isAbove(line)) this.#content(line)
  }

  #included([, target = '', options = '']: RegExpExecArray, from: BookPath, depth: number): void {
    const found = depth < DEPTH ? this.#include(target, from) : undefined
    if (found === undefined) return
    const given = [...options.matchAll(OPTION)].map(
      ([, name = '', quoted, bare]) => [name, quoted ?? bare ?? ''] as const,
    )
    this.read(
      { ...found, text: selectLines(found.text, Object.fromEntries(given)).text },
      depth + 1,
    )
  }

  #isSetting(line: string): boolean {
    const [all, off = '', name, offAfter = '', value = ''] = ATTRIBUTE.exec(line) ?? []
    if (all === undefined) return false
    const isOff = off + offAfter !== ''
    if (name === 'sectids') this.#namesSections = !isOff
    else if (name === 'idprefix') this.#prefix = isOff ? '_' : value.trim()
    else this.#separator = isOff ? '_' : value.trim()
    return true
  }

  /** Lines that say something of the block below them. */
  #isAbove(line: string): boolean {
    const [anchor, id = '', reference = ''] = BLOCK_ANCHOR.exec(line) ?? []
    if (anchor !== undefined) {
      this.#note(id, reference)
      return true
    }
    const attributes = BLOCK_ATTRIBUTES.exec(line)?.[1]
    if (attributes !== undefined) {
      const own = /^[^,"'=]*#([\w:-]+)/.exec(attributes)?.[1]
      const named = /(?:^|,)\s*id=(?:"([^"]*)"|'([^']*)'|([^,\s]+))/.exec(attributes)
      const said = /(?:^|,)\s*reftext=(?:"([^"]*)"|'([^']*)'|([^,]+))/.exec(attributes)
      this.#note(own ?? valueIn(named), valueIn(said))
      return true
    }
    this.#title = BLOCK_TITLE.exec(line)?.[1] ?? this.#title
    return BLOCK_TITLE.test(line)
  }

  #note(id: string, reference: string): void {
    // An anchor above another one is a place of its own.
    if (id !== '' && this.#id !== '') this.#add(this.#id, this.#reference)
    if (id !== '') this.#id = id.trim()
    if (reference !== '') this.#reference = reference
  }

  #content(line: string): void {
    const written = SECTION.exec(line)?.[1]
    if (written === undefined) {
      if (line.trim() !== '') this.#block()
      this.#inline(line)
      return
    }
    const text = plain(written.replaceAll(INLINE, '')).trim()
    this.#inline(written, text)
    const isNamed = this.#id !== '' || /\[\[[^\]]+\]\]\s*$/.test(written)
    this.#title = text
    this.#block()
    if (!isNamed && this.#namesSections && !/^[=#][ \t]/.test(line))
      this.#add(this.#freeId(text), text)
  }

  #inline(line: string, name = ''): void {
    for (const [, id, reference, macro, label, short] of line.matchAll(INLINE))
      this.#add(id ?? macro ?? short ?? '', plain(reference ?? label ?? '') || name)
  }

  /** The block below those lines. */
  #block(): void {
    if (this.#id !== '') this.#add(this.#id, this.#reference || this.#title)
    this.#id = this.#reference = this.#title = ''
  }

  #add(id: string, title: string): void {
    if (id !== '' && !this.found.has(id)) this.found.set(id, plain(title).trim())
  }

  #freeId(title: string): string {
    const id = sectionId(title, this.#prefix, this.#separator)
    let free = id
    for (let count = 2; this.found.has(free); count++) free = `${id}${this.#separator}${count}`
    return free
  }
}

/** The id that Asciidoctor makes of the title of a section. */
function sectionId(title: string, prefix: string, separator: string): string {
  const kept = title.toLowerCase().replaceAll(NOT_OF_ID, '')
  const joined = kept.replaceAll(/[ .-]+/g, separator)
  const end = separator !== '' && joined.endsWith(separator) ? -separator.length : undefined
  const id = joined.slice(0, end)
  return prefix === '' && separator !== '' && id.startsWith(separator)
    ? id.slice(separator.length)
    : prefix + id
}

function valueIn(match: RegExpExecArray | null): string {
  return match?.slice(1).find((one) => one !== undefined) ?? ''
}
