// Steps that are followed one after the other: `{% stepper %}` with `{% step %}`s, `::: steps`. Their headings stay headings
// of the page.
import { type Node, element, raw, words } from '../tree/node.ts'
import { type Component, isPart, tags, textOf } from './define.ts'
import { trimmed } from './blank.ts'

const NEW_LINE = raw('\n')

export const step: Component = {
  name: 'step',
  within: 'stepper',
  tags: tags('paired', 'step'),
  containers: ['step'],
}

export const stepper: Component = {
  name: 'stepper',
  tags: tags('paired', 'stepper', 'steps'),
  containers: ['stepper', 'steps'],
  html({ content }) {
    const before: Node[] = []
    const steps: Node[][] = []
    for (const node of content) {
      if (isPart(node, 'step')) {
        const title = textOf(node, 'title')
        const heading =
          title === undefined
            ? []
            : [element('p', [['class', 'step-title']], [words(title)]), NEW_LINE]
        steps.push([...heading, ...trimmed(node.content)])
      } else (steps.at(-1) ?? before).push(node)
    }
    const items = steps.map((inside) => element('li', [], [NEW_LINE, ...inside, NEW_LINE]))
    if (items.length === 0) return before
    const inner = items.flatMap((item) => [NEW_LINE, item])
    return [...before, element('ol', [['class', 'steps']], [...inner, NEW_LINE]), NEW_LINE]
  },
}
