// Lines in XHTML.
import { xmlText } from '../../site/metadata/xml.ts'
import { codeKind } from '../code-kinds.ts'
import {
  type Inline,
  type Link,
  type PerInline,
  type Picture,
  type Run,
  type Style,
  forInline,
} from '../content.ts'
import { plainWords } from '../walk.ts'
import type { ChapterWriter } from './chapter-writer.ts'
import { tag } from './xml.ts'

/** A line. */
export function writeLine(line: readonly Inline[], writer: ChapterWriter): string {
  return line.map((inline) => writeInline(inline, writer)).join('')
}

function writeInline(inline: Inline, writer: ChapterWriter): string {
  return typeof inline === 'string' ? xmlText(inline) : forInline(WRITERS, inline, writer)
}

/** What is written from the left, whatever stands around it: `--help` would end with its signs. */
const CODE: ReadonlySet<Style> = new Set<Style>(['code', 'kbd', 'samp'])

const WRITERS: PerInline<[writer: ChapterWriter], string> = {
  styled: ({ as, children }, writer) =>
    tag(as, { dir: CODE.has(as) ? writer.codeDirection : undefined }, writeLine(children, writer)),
  link,
  picture,
  break: () => '<br/>',
  call,
  ruby: ({ children, text }, writer) =>
    tag('ruby', {}, `${writeLine(children, writer)}<rt>${xmlText(text)}</rt>`),
  anchor: ({ id }, writer) => tag('span', { id: writer.id(id) }),
  abbreviation: ({ title, children }, writer) =>
    tag('abbr', { title }, writeLine(children, writer)),
  formula: ({ tex, mathml }) =>
    mathml?.replace('<math', `<math alttext="${xmlText(tex)}"`) ?? tag('code', {}, xmlText(tex)),
  passage({ lang, dir, children }, writer) {
    const inside = writeLine(children, writer)
    const isPlain = lang === undefined && dir === undefined
    return isPlain ? inside : tag('span', { lang, 'xml:lang': lang, dir }, inside)
  },
}

/** Words alone where a link leads nowhere. */
function link({ to, children, id, at }: Link, writer: ChapterWriter): string {
  const href = writer.href(to, at)
  const inside = writeLine(children, { ...writer, isInLink: true })
  const own = id === undefined ? undefined : writer.id(id)
  if (href === undefined) return own === undefined ? inside : tag('span', { id: own }, inside)
  // A link around a picture that says nothing needs a name all the same.
  const isNamed = plainWords(children).trim() !== ''
  return tag('a', { href, id: own, 'aria-label': isNamed ? undefined : to }, inside)
}

function picture(shown: Picture, writer: ChapterWriter): string {
  const { alt, width, height, at } = shown
  const found = writer.picture(shown.src, at)
  if (found.kind === 'file') {
    const { name: src } = found.file
    return tag('img', { src, alt: alt ?? '', width, height })
  }
  const words = alt?.trim() || (found.kind === 'address' ? found.url : '')
  if (found.kind === 'address' && !writer.isInLink)
    return tag('a', { href: found.url }, xmlText(words))
  return xmlText(words)
}

function call(
  { note, id }: Extract<Inline, { readonly kind: 'call' }>,
  writer: ChapterWriter,
): string {
  const number = writer.numberOf(note)
  if (number === undefined) return ''
  if (writer.isInLink) return tag('sup', {}, number)
  const attributes = {
    href: `#${writer.fragment(note)}`,
    id: id === undefined ? undefined : writer.id(id),
    'epub:type': 'noteref',
    role: 'doc-noteref',
  }
  return tag('sup', {}, tag('a', attributes, number))
}

/** A line of code. */
export function writeRuns(runs: readonly Run[]): string {
  return runs
    .map(([text, kind]) => {
      const name = codeKind(kind)
      return name === undefined ? xmlText(text) : tag('span', { class: name }, xmlText(text))
    })
    .join('')
}
