// Steps that are followed one after the other: `{% stepper %}` with `{% step %}`s, `::: steps`. Their headings stay headings
// of the page.
import { element, raw, words } from '../tree/node.ts'
import { trimmed } from './blank.ts'
import { type Component, divided, tags, textOf } from './define.ts'

const NEW_LINE = raw('\n')

export const step: Component = {
  name: 'step',
  within: 'stepper',
  tags: tags('paired', 'step'),
}

export const stepper: Component = {
  name: 'stepper',
  tags: tags('paired', 'stepper', 'steps'),
  html({ content }) {
    const { before, parts } = divided(content, 'step')
    const items = parts.map(({ part, after }) => {
      const title = textOf(part, 'title')
      const heading =
        title === undefined
          ? []
          : [element('p', [['class', 'step-title']], [words(title)]), NEW_LINE]
      return element('li', [], [NEW_LINE, ...heading, ...trimmed(part.content), ...after, NEW_LINE])
    })
    if (items.length === 0) return before
    const inner = items.flatMap((item) => [NEW_LINE, item])
    return [...before, element('ol', [['class', 'steps']], [...inner, NEW_LINE]), NEW_LINE]
  },
}
