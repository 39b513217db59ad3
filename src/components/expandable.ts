// What a reader opens: `{% expandable %}`, `{% collapse %}`, `{% spoiler %}` and the like of plugins, `::: details`. Its title
// is always there.
import { type Node, childOf, element, forEachElement, isElement, raw, words } from '../tree/node.ts'
import {
  type Component,
  type ComponentBlock,
  firstValue,
  isSet,
  tags,
  textOf,
  titleNodes,
} from './define.ts'
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
    'accordion-item',
    'expand',
    'details',
    'hidden',
    'fold',
    'discussion',
    'sec',
  ),
  containers: ['details'],
  values: (block) => ({ title: titleOf(block) }),
  html(block, kit) {
    const isUntitled = titleOf(block) === NO_TITLE
    if (isUntitled && block.content.every(isBlank)) return []
    // Around others it is no more than their group.
    if (isUntitled && block.content.every((node) => isBlank(node) || isExpandable(node)))
      return block.content
    const summary = element('summary', [], titleNodes(block, kit, titleOf(block)))
    const shown = element('details', [], [summary, NEW_LINE, ...trimmed(block.content), NEW_LINE])
    if (isSet(block, 'show', 'open', 'expanded'))
      shown.attributes.push({ name: 'open', value: '', written: ' open' })
    return [shown, NEW_LINE]
  },
}

function isExpandable(node: Node): boolean {
  return node.kind === 'block' && node.block === 'component' && node.name === 'expandable'
}

/**
 * Details of HTML without a summary, or with one that says nothing, get one that can be found. A summary of nothing is a
 * line of words.
 */
export function nameDetails(nodes: Node[]): void {
  sayAlone(nodes)
  forEachElement(nodes, (node) => {
    if (node.name !== 'details') return sayAlone(node.children)
    const summary = childOf(node.children, 'summary')
    if (summary === undefined) node.children.unshift(element('summary', [], [words(NO_TITLE)]))
    else if (saysNothing(summary.children)) summary.children = [words(NO_TITLE)]
  })
}

function sayAlone(nodes: Node[]): void {
  for (const [index, node] of nodes.entries())
    if (isElement(node, 'summary'))
      nodes[index] = { ...element('p', [], [element('strong', [], node.children)]), at: node.at }
}

function titleOf(block: ComponentBlock): string {
  return textOf(block, 'title', 'summary', 'name', 'text') ?? firstValue(block) ?? NO_TITLE
}
