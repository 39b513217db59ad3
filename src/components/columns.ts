// Columns side by side, where there is room: `{% columns %}` with `{% column width="66%" %}`s. Widths are told in twelfths:
// pages have no inline styles.
import { element, raw } from '../tree/node.ts'
import { type ComponentBlock, type Component, divided, tags, textOf } from './define.ts'
import { isBlank, trimmed } from './blank.ts'

const NEW_LINE = raw('\n')

export const column: Component = {
  name: 'column',
  within: 'columns',
  tags: tags('paired', 'column'),
}

export const columns: Component = {
  name: 'columns',
  tags: tags('paired', 'columns'),
  html({ content }) {
    const { before, parts } = divided(content, 'column')
    const shown = parts.map(({ part, after }) => ({
      part,
      inside: [...trimmed(part.content), ...after],
    }))
    const filled = shown.filter(({ inside }) => !inside.every(isBlank))
    if (filled.length === 0) return before
    const widths = twelfths(filled.map(({ part }) => part))
    const items = filled.flatMap(({ part, inside }, index) => [
      NEW_LINE,
      element(
        'div',
        [['class', classesOf(part, widths[index] ?? 12)]],
        [NEW_LINE, ...inside, NEW_LINE],
      ),
    ])
    return [...before, element('div', [['class', 'columns']], [...items, NEW_LINE]), NEW_LINE]
  },
}

/** How many twelfths each column gets; those that do not say it share what is left. */
function twelfths(parts: readonly ComponentBlock[]): readonly number[] {
  const asked = parts.map((part) => {
    const width = Math.round((Number.parseFloat(textOf(part, 'width') ?? '') / 100) * 12)
    return width >= 1 && width <= 12 ? width : undefined
  })
  const taken = asked.reduce<number>((sum, width) => sum + (width ?? 0), 0)
  const others = asked.filter((width) => width === undefined).length
  const each = Math.max(2, Math.floor((12 - taken) / Math.max(1, others)))
  return asked.map((width) => width ?? each)
}

function classesOf(part: ComponentBlock, width: number): string {
  const where = textOf(part, 'verticalAlignment', 'vertical-alignment', 'valign')?.toLowerCase()
  return [
    'column',
    ...(width < 12 ? [`of-12-${width}`] : []),
    ...(where === 'middle' || where === 'bottom' ? [`at-${where}`] : []),
  ].join(' ')
}
