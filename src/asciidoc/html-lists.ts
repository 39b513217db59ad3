import { escapeHtml } from '../core/html.ts'
import {
  type NodeConverter,
  type ConverterContext,
  attribute,
  contentOf,
  idAndClass,
  titleOf,
} from './converter-context.ts'
import type { AsciidocNode } from './processor.ts'

/** A term or terms, and what is said of them. */
type Definition = readonly [readonly AsciidocNode[], AsciidocNode | null | undefined]

const unordered: NodeConverter = async (node, kit) => {
  const isTasks = node.hasOption('checklist')
  const items = await Promise.all(
    (node.getItems() as readonly AsciidocNode[]).map((item) => itemHtml(item, kit, isTasks)),
  )
  const classes = isTasks ? ['contains-task-list'] : [node.style ?? '']
  return `${titleOf(node)}<ul${idAndClass(node, ...classes)}>\n${items.join('\n')}\n</ul>`
}

const ordered: NodeConverter = async (node, kit) => {
  const items = await Promise.all(
    (node.getItems() as readonly AsciidocNode[]).map((item) => itemHtml(item, kit, false)),
  )
  const start = attribute(node, 'start')
  const type = markers[node.style ?? '']
  const attributes = [
    type === undefined ? '' : ` type="${type}"`,
    /^-?\d+$/.test(start) ? ` start="${start}"` : '',
    node.hasOption('reversed') ? ' reversed' : '',
  ].join('')
  return `${titleOf(node)}<ol${idAndClass(node)}${attributes}>\n${items.join('\n')}\n</ol>`
}

const markers: Readonly<Record<string, string>> = {
  loweralpha: 'a',
  upperalpha: 'A',
  lowerroman: 'i',
  upperroman: 'I',
}

async function itemHtml(
  item: AsciidocNode,
  { labels }: ConverterContext,
  isTasks: boolean,
): Promise<string> {
  const isTask = isTasks && item.hasAttribute('checkbox')
  const isDone = item.hasAttribute('checked')
  const name = escapeHtml(isDone ? labels.taskDone : labels.taskOpen)
  const box = isTask
    ? `<input type="checkbox"${isDone ? ' checked' : ''} disabled aria-label="${name}"> `
    : ''
  const more = item.hasBlocks() ? `\n${await contentOf(item)}` : ''
  const names = idAndClass(item, isTask ? 'task-list-item' : '')
  return `<li${names}>\n<p>${box}${item.getText()}</p>${more}\n</li>`
}

const description: NodeConverter = async (node) => {
  const items = await Promise.all((node.getItems() as readonly Definition[]).map(definition))
  return `${titleOf(node)}<dl${idAndClass(node, node.style ?? '')}>\n${items.join('\n')}\n</dl>`
}

async function definition([terms, said]: Definition): Promise<string> {
  const names = terms.map((term) => `<dt>${term.getText()}</dt>`)
  if (!said) return names.join('\n')
  const text = said.hasText() ? [`<p>${said.getText()}</p>`] : []
  const more = said.hasBlocks() ? [await contentOf(said)] : []
  return [...names, `<dd>\n${[...text, ...more].join('\n')}\n</dd>`].join('\n')
}

/** Lists. */
export const listConverters: Readonly<Record<string, NodeConverter>> = {
  ulist: unordered,
  olist: ordered,
  dlist: description,
}
