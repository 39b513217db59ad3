// Tags around content that is the point: a few mark it, the others only divided it.
import { type Node, element } from '../tree/node.ts'
import { type Spelling, type Component } from './define.ts'

function inline(...names: readonly string[]): readonly Spelling[] {
  return names.map((tag) => ({ tag, kind: 'paired', isInline: true }))
}

/** `{% em type="green" %}` of the plugin emphasize. */
export const emphasis: Component = {
  name: 'emphasis',
  tags: inline('em', 'emphasize'),
  html: ({ content }) => wrapped('mark', content),
}

export const label: Component = {
  name: 'label',
  tags: inline('label'),
  html: ({ content }) => wrapped('strong', content),
}

/** Nothing but what is inside. */
export const container: Component = {
  name: 'container',
  tags: inline('markdown', 'html', 'markup', 'multipart', 'diff'),
  html: ({ content }) => content,
}

/** Words in an element; blocks of words keep their own. */
function wrapped(name: string, content: readonly Node[]): readonly Node[] {
  const hasBlocks = content.some((node) => node.kind === 'element' && node.name === 'p')
  if (!hasBlocks) return [element(name, [], [...content])]
  return content.map((node) =>
    node.kind === 'element' && node.name === 'p'
      ? { ...node, children: [element(name, [], node.children)] }
      : node,
  )
}
