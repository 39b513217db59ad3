// Components as blocks of the tree.
import type { Token } from 'markdown-it'
import type { ComponentFacts } from '../../tree/node.ts'
import type { Maker, Makers, TreeContext } from '../to-tree.ts'
import { opened } from './component-page.ts'

/** The block of the tree for a token. */
function factsOf(
  making: TreeContext,
  token: Token,
): (ComponentFacts & { readonly isInline?: true }) | undefined {
  const found = opened.of(token)
  if (found === undefined) return undefined
  const { tag, known, isInline, text } = found
  const source = isInline === true ? making.sourceOf(making.block) : making.page
  return {
    block: 'component',
    name: known.component.name,
    tag: tag.name,
    attributes: tag.given.map(({ name, value, from, to }) => ({
      name,
      value,
      at: { source, from, to },
    })),
    ...(isInline === true ? { isInline } : {}),
    content: [],
    ...(text === undefined
      ? {}
      : { text, source: { kind: 'code', place: () => source.place(tag.from, tag.to) } }),
  }
}

const open: Maker = (making, token) => {
  const facts = factsOf(making, token)
  const tag = opened.of(token)?.tag ?? { from: 0, to: 0 }
  const source = facts?.isInline === true ? making.sourceOf(making.block) : making.page
  if (facts !== undefined)
    making.builder.open({
      kind: 'block',
      children: [],
      at: { source, from: tag.from, to: tag.to },
      ...facts,
    })
}

/** What puts components into the tree. */
export const componentMakers: Makers = {
  component_open: open,
  component_close: ({ builder }) => builder.close(),
  component(making, token, index) {
    open(making, token, index)
    making.builder.close()
  },
}
