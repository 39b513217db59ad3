// What a reader opens: `{% expandable %}`, `{% collapse %}`, `{% spoiler %}` and the like of plugins, `::: details`. Its title
// is always there.
import { type Node, childOf, element, forEachElement, raw, words } from '../tree/node.ts'
import { type Component, type ComponentBlock, firstValue, isSet, tags, textOf } from './define.ts'
import { isBlank, saysNothing, trimmed } from './blank.ts'

const NEW_LINE = raw('\n')

/** What is opened where no title is written. */
const NO_TITLE = '…'

export const expandable: Component = {
  name: 'expandable',
  tags: tags(
    'paired',
    'expandable',
    'collapse',
    'spoiler',
    'accordion',
    'expand',
    'details',
    'hidden',
    'fold',
    'discussion',
    'sec',
  ),
  containers: ['details'],
  values: (block) => ({ title: titleOf(block) }),
  html(block) {
    const title = titleOf(block)
    if (title === NO_TITLE && block.content.every(isBlank)) return []
    const summary = element('summary', [], [words(title)])
    const shown = element('details', [], [summary, NEW_LINE, ...trimmed(block.content), NEW_LINE])
    if (isSet(block, 'show', 'open', 'expanded'))
      shown.attributes.push({ name: 'open', value: '', written: ' open' })
    return [shown, NEW_LINE]
  },
}

/** Details of HTML without a summary, or with one that says nothing, get one that can be found. */
export function nameDetails(nodes: readonly Node[]): void {
  forEachElement(nodes, (node) => {
    if (node.name !== 'details') return
    const summary = childOf(node.children, 'summary')
    if (summary === undefined) node.children.unshift(element('summary', [], [words(NO_TITLE)]))
    else if (saysNothing(summary.children)) summary.children = [words(NO_TITLE)]
  })
}

function titleOf(block: ComponentBlock): string {
  return textOf(block, 'title', 'summary', 'name', 'text') ?? firstValue(block) ?? NO_TITLE
}
