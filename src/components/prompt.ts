// `{% prompt description="…" %}` around a text for machines: shown like code, and folded unless it is to be open.
import { addClass } from '../tree/made.ts'
import { element, forEachElement, raw, words } from '../tree/node.ts'
import { symbol } from '../tree/passes/head.ts'
import { isBlank, trimmed } from './blank.ts'
import { type Component, tags, textOf } from './define.ts'

const NEW_LINE = raw('\n')

export const prompt: Component = {
  name: 'prompt',
  tags: tags('paired', 'prompt'),
  html(block, kit) {
    const said = textOf(block, 'description', 'title')
    if (said === undefined && block.content.every(isBlank)) return []
    const title = said ?? kit.words.prompt
    // It is prose.
    forEachElement(block.content, (node) => {
      if (node.name === 'pre') addClass(node, 'wrap')
    })
    const icon = symbol(textOf(block, 'icon'))
    const summary = element('summary', [], [...(icon ? [icon] : []), words(title)])
    const shown = element('details', [], [summary, NEW_LINE, ...trimmed(block.content), NEW_LINE])
    if (textOf(block, 'defaultExpanded')?.toLowerCase() !== 'hidden')
      shown.attributes.push({ name: 'open', value: '', written: ' open' })
    return [shown, NEW_LINE]
  },
}
