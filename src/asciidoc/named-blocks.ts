// Blocks that are components by their style: what is written of one is noted, and the tree gets it (`components.ts`).
import { decodeText } from '../tree/parse.ts'
import { type ConverterContext, attribute, plainTitleOf } from './converter-context.ts'
import { type AsciidocNode, spotOf } from './processor.ts'

/** What stands in attributes of every block, and says nothing of a component. */
const NO_ATTRIBUTE = /^(?:style|id|role|title|\$positional|attribute_entries|options|1|.*-option)$/

/** A block whose style is the name of a component: `[hint,style=warning]` above it. */
export function named(
  node: AsciidocNode,
  kit: ConverterContext,
  content: string,
): string | undefined {
  const tag = attribute(node, 'style')
  if (tag === '' || !kit.isComponent(tag)) return undefined
  const given = Object.keys(node.attributes).flatMap((key) =>
    key.endsWith('-option')
      ? [{ name: key.slice(0, -'-option'.length), value: 'true' }]
      : NO_ATTRIBUTE.test(key)
        ? []
        : [{ name: /^\d+$/.test(key) ? '' : key, value: decodeText(attribute(node, key)) }],
  )
  const title = plainTitleOf(node)
  if (title !== undefined) given.push({ name: 'title', value: title })
  const mark = kit.notebook.component({ spot: spotOf(node), tag, given })
  return `<div${mark}>\n${content}\n</div>`
}
