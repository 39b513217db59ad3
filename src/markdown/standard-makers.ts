// What markdown-it itself gives, as nodes.
import type { Range } from '../core/range.ts'
import type { Token } from 'markdown-it'
import { type Attribute, attributeAs, element, elementOf, raw, words } from '../tree/node.ts'
import { unendedMarkup } from '../tree/parse.ts'
import type { UnendedKind } from '../tree/scan.ts'
import { plainText } from './plain-text.ts'
import { ranges, wholes } from './remarks.ts'
import type { Maker, Makers, TreeContext } from './to-tree.ts'

const NEW_LINE = raw('\n')

/** The attributes of a token; the one that refers to something has a place. */
function attributesOf(making: TreeContext, token: Token, reference: string): Attribute[] {
  const range = ranges.of(token)
  return (token.attrs ?? []).map(([name, value]) =>
    name === reference && range !== undefined
      ? attributeAs(name, String(value), spanOf(making, range))
      : attributeAs(name, String(value)),
  )
}

function spanOf(making: TreeContext, { from, to }: Range): NonNullable<Attribute['at']> {
  return { source: making.sourceOf(making.block), from, to }
}

const link: Maker = (making, token) => {
  const whole = wholes.of(token) ?? ranges.of(token)
  const at = whole && spanOf(making, whole)
  making.builder.open(elementOf('a', attributesOf(making, token, 'href'), [], { at }))
}

/** Always with an alternative text; the source comes first. */
const image: Maker = (making, token) => {
  const [source, ...others] = attributesOf(making, token, 'src')
  const alt = attributeAs('alt', plainText(token.children ?? []))
  const whole = wholes.of(token)
  const at = whole && spanOf(making, whole)
  const attributes = [...(source ? [source] : []), alt, ...others]
  making.builder.add(elementOf('img', attributes, [], { at }))
}

/** Links, images, code and breaks. */
export const standardMakers: Makers = {
  link_open: link,
  image,
  text_special: (making, { content }) =>
    making.builder.add(words(content, making.sourceOf(making.block))),
  code_inline: (making, { attrs, content }) => {
    const inside = words(content, making.sourceOf(making.block))
    making.builder.add(element('code', attrs ?? [], [inside]))
  },
  reference_definition: ({ builder }, { map }) => {
    const lines = map ?? [0, 0]
    builder.add({ kind: 'block', block: 'definition', children: [], lines })
  },
  softbreak: (making) => making.builder.add(words('\n', making.sourceOf(making.block))),
  hardbreak: ({ builder }) => {
    builder.add(element('br', []))
    builder.add(NEW_LINE)
  },
  html_unended: (making, token) => {
    const { content } = token
    const { source, from, to } = spanOf(making, ranges.of(token) ?? { from: 0, to: 0 })
    making.builder.add(words(content, source))
    making.report(unendedMarkup(unendedOf(content), source.place(from, to)))
  },
}

function unendedOf(content: string): UnendedKind {
  if (content === '<') return 'tag'
  if (content.startsWith('<?')) return 'instruction'
  if (content.startsWith('<![')) return 'cdata'
  return content.startsWith('<!--') ? 'comment' : 'declaration'
}
