// What stands in the Markdown of a page only so that the page looks as it does becomes Markdown again, for the alternate: the
// callouts, titles and sections that blocks of old plugins turned into are HTML, and comments are for authors.
import { decodeText } from '../tree/parse.ts'
import type { MarkdownLink } from '../core/book.ts'
import { marked, readMarks, withoutMarks } from '../core/marked-text.ts'
import { mayHaveComponents } from '../components/find.ts'
import type { ComponentWords } from '../components/words.ts'

import { withoutTags } from './component-tags.ts'

const WORTH =
  /<!--|<div class="callout |<p class="block-title">|<details|<figure><img |\n[ \t]*\n[ \t]*\n/
const FENCE = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(`{3,}|~{3,})/
const CALLOUT = /^<div class="callout callout-(note|tip|important|warning|caution)" role="note">$/
const CALLOUT_TITLE = /^<p class="callout-title">(.*)<\/p>$/
const TITLE =
  /^(?:<p class="block-title"><strong>(.*)<\/strong><\/p>|(?:<details(?: open)?>)?<summary>(.*)<\/summary>)$/
const FIGURE =
  /^<figure><img src="([^"]*)"(?: alt="([^"]*)")?[^>]*>(?:<figcaption>(.*)<\/figcaption>)?<\/figure>$/
const DETAILS = /^(?:<details(?: open)?>|<\/details>)$/
const CODE_SPAN = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g

/** The same for a text with references in it. */
export function cleanLinked(
  text: string,
  links: readonly MarkdownLink[],
  words: ComponentWords,
): readonly [text: string, links: readonly MarkdownLink[]] {
  if (!WORTH.test(text) && !mayHaveComponents(text)) return [text, links]
  const plain = withoutMarks(text)
  let written = ''
  let done = 0
  for (const [index, { from, to }] of links.entries()) {
    written += plain.slice(done, from) + marked(plain.slice(from, to), index)
    done = to
  }
  const read = readMarks(cleanMarkdown(written + plain.slice(done), words))
  const moved = read.marks.flatMap(({ from, to, number }) => {
    const link = links[number]
    return link === undefined ? [] : [{ ...link, from, to }]
  })
  return [read.text, moved]
}

/** The Markdown of a page without what is there for its looks. `words` are those that callouts have as titles. */
export function cleanMarkdown(text: string, words: ComponentWords): string {
  const shown = withoutTags(text, words)
  if (!WORTH.test(shown)) return shown
  return inMarkdown(withoutComments(shown.split('\n')), words).join('\n')
}

/** Tells of line after line whether it is fenced code, fences included. */
function createFenceWatch(): (line: string) => boolean {
  let open: string | undefined
  return (line) => {
    const mark = FENCE.exec(line)?.[1]
    const wasOpen = open !== undefined
    if (mark !== undefined && open === undefined) open = mark
    else if (mark?.startsWith(open ?? '') && /[`~]\s*$/.test(line)) open = undefined
    return wasOpen || mark !== undefined
  }
}

function withoutComments(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.includes('-->'))
  const isFenced = createFenceWatch()
  const kept: string[] = []
  let isInside = false
  for (const [index, line] of lines.entries()) {
    if (!isInside && (isFenced(line) || index > last || !beginsComment(line))) {
      kept.push(line)
      continue
    }
    const { text, isOpen } = withoutComment(line, isInside)
    isInside = isOpen
    // A line that was nothing but a comment goes with it.
    if (text.trim() !== '') kept.push(text.trimEnd())
  }
  return kept
}

/** Outside of code. */
function beginsComment(line: string): boolean {
  return !/^(?: {4}|\t)/.test(line) && line.replaceAll(CODE_SPAN, '').includes('<!--')
}

function withoutComment(line: string, isInside: boolean): { text: string; isOpen: boolean } {
  // Code spans keep their length, so that positions are the same.
  const masked = line.replaceAll(CODE_SPAN, (code) => ' '.repeat(code.length))
  let text = ''
  let at = 0
  let isOpen = isInside
  while (at < line.length) {
    const next = isOpen ? line.indexOf('-->', at) : masked.indexOf('<!--', at)
    if (!isOpen) text += line.slice(at, next < 0 ? line.length : next)
    if (next < 0) break
    at = next + (isOpen ? 3 : 4)
    isOpen = !isOpen
  }
  return { text, isOpen }
}

interface Callout {
  readonly kind: string & keyof ComponentWords
  readonly indent: number
  /** Elements of the author's own that are open in it. */
  depth: number
}

interface Cleaning {
  readonly words: ComponentWords
  readonly callouts: Callout[]
  readonly result: string[]
}

function inMarkdown(lines: readonly string[], words: ComponentWords): readonly string[] {
  const isFenced = createFenceWatch()
  const cleaning: Cleaning = { words, callouts: [], result: [] }
  for (const line of lines) {
    const indent = /^[ \t>]*/.exec(line)?.[0] ?? ''
    if (isFenced(line)) cleaning.result.push(inCallouts(line, cleaning))
    else cleanLine(cleaning, indent, line.slice(indent.length))
  }
  return cleaning.result
}

function cleanLine(cleaning: Cleaning, indent: string, written: string): void {
  const { callouts, result } = cleaning
  const content = written.trimEnd()
  const add = (changed: string): number =>
    result.push(inCallouts(changed === '' ? indent.trimEnd() : indent + changed, cleaning))
  const replaced = titleOf(content) ?? figureOf(content)
  if (replaced !== undefined) for (const changed of [...replaced, '']) add(changed)
  else if (content === '') {
    if (!isSpare(inCallouts(indent.trimEnd(), cleaning), result.at(-1))) add('')
  } else if (opensCallout(cleaning, indent, content))
    add(`[!${callouts.at(-1)?.kind.toUpperCase()}]`)
  else if (!DETAILS.test(content) && !closesCallout(cleaning, content)) {
    const changed = inCallout(cleaning, written)
    if (changed !== '') add(changed)
  }
}

function opensCallout({ callouts }: Cleaning, indent: string, content: string): boolean {
  const kind = CALLOUT.exec(content)?.[1] as Callout['kind'] | undefined
  if (kind === undefined) return false
  callouts.push({ kind, indent: callouts[0]?.indent ?? indent.length, depth: 0 })
  return true
}

function titleOf(content: string): readonly string[] | undefined {
  const found = TITLE.exec(content)
  return found === null ? undefined : [`**${decodeText(found[1] ?? found[2] ?? '').trim()}**`]
}

/** A picture as the editor of GitBook writes it. */
function figureOf(content: string): readonly string[] | undefined {
  const found = FIGURE.exec(content)
  if (found === null) return undefined
  const [, src = '', alt = '', caption = ''] = found
  const place = /[\s()]/.test(src) ? `<${src}>` : src
  const text = decodeText(alt).replaceAll(/[[\]\\]/g, String.raw`\$&`)
  const below = caption.replaceAll(/<\/?p>/g, '').trim()
  return [`![${text}](${place})`, ...(below === '' ? [] : ['', below])]
}

/** Takes the last callout away when this line ends it, and the empty line before. */
function closesCallout({ callouts, result }: Cleaning, content: string): boolean {
  if (content !== '</div>' || callouts.at(-1)?.depth !== 0) return false
  if (/^[ \t>]*$/.test(result.at(-1) ?? '')) result.pop()
  callouts.pop()
  return true
}

/** A line of a callout: its title says what it is already, unless the author gave it one. */
function inCallout({ callouts, words }: Cleaning, written: string): string {
  const callout = callouts.at(-1)
  if (callout === undefined) return written
  const title = CALLOUT_TITLE.exec(written.trimEnd())?.[1]
  if (title !== undefined) {
    const text = decodeText(title)
    return text === words[callout.kind] ? '' : `**${text}**`
  }
  callout.depth += written.match(/<div\b/g)?.length ?? 0
  callout.depth -= written.match(/<\/div>/g)?.length ?? 0
  return written
}

/** One empty line is enough, and what begins needs none. */
function isSpare(line: string, before: string | undefined): boolean {
  if (before === undefined || before === line) return true
  return line !== '' && before.startsWith(line) && /^[ \t>]*\[![A-Z]+\]$/.test(before)
}

/** A line behind the marks of the callouts that it is in. */
function inCallouts(line: string, { callouts }: Cleaning): string {
  const [first] = callouts
  if (first === undefined) return line
  const marks = '> '.repeat(callouts.length)
  const quoted = line.slice(0, first.indent).padEnd(first.indent) + marks + line.slice(first.indent)
  return line.trim() === '' ? quoted.trimEnd() : quoted
}
