// Columns side by side, where there is room: `{% columns %}` with `{% column width="66%" %}`s. Widths are told in twelfths:
// pages have no inline styles.
import { type Node, element, raw } from '../tree/node.ts'
import { type ComponentBlock, type Component, isPart, tags, textOf } from './define.ts'
import { isBlank, trimmed } from './blank.ts'

const NEW_LINE = raw('\n')

export const column: Component = {
  name: 'column',
  within: 'columns',
  tags: tags('paired', 'column'),
  containers: ['column'],
}

export const columns: Component = {
  name: 'columns',
  tags: tags('paired', 'columns'),
  containers: ['columns'],
  html({ content }) {
    const before: Node[] = []
    const shown: { readonly classes: string; readonly inside: Node[] }[] = []
    for (const node of content)
      if (isPart(node, 'column'))
        shown.push({ classes: classesOf(node), inside: [...trimmed(node.content)] })
      else (shown.at(-1)?.inside ?? before).push(node)
    const items = shown
      .filter(({ inside }) => !inside.every(isBlank))
      .flatMap(({ classes, inside }) => [
        NEW_LINE,
        element('div', [['class', classes]], [NEW_LINE, ...inside, NEW_LINE]),
      ])
    if (items.length === 0) return before
    return [...before, element('div', [['class', 'columns']], [...items, NEW_LINE]), NEW_LINE]
  },
}

function classesOf(part: ComponentBlock): string {
  const width = Number.parseFloat(textOf(part, 'width') ?? '')
  const twelfths = Math.round((width / 100) * 12)
  const where = textOf(part, 'verticalAlignment', 'vertical-alignment', 'valign')?.toLowerCase()
  return [
    'column',
    ...(twelfths >= 1 && twelfths <= 11 ? [`of-12-${twelfths}`] : []),
    ...(where === 'middle' || where === 'bottom' ? [`at-${where}`] : []),
  ].join(' ')
}
