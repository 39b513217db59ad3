// GFM task lists: an item that begins with `[ ]` or `[x]`. The boxes cannot be changed; they have a name for those who
// cannot see them.
import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { element, raw, setAttribute } from '../../tree/node.ts'
import { type Remark, createRemark, origins } from '../remarks.ts'
import type { Makers } from '../to-tree.ts'

const MARK = /^\[([ xX])\][ \t]+(?=\S)/

/** Most pages have none. */
const ANYWHERE = /\[[ xX]\]/

/** Adds the rule. */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'task_lists', findTasks)
  md.core.ruler.after('inline', 'task_boxes', addBoxes)
}

/** Done or not, on the running text of an item and on its box. */
const tasks: Remark<boolean> = createRemark()

/** Takes the marks away before they can be read as links. */
function findTasks(state: StateCore): void {
  if (!ANYWHERE.test(state.src)) return
  const lists: Token[] = []
  state.tokens.forEach((token, index) => {
    if (token.type.endsWith('_list_open')) lists.push(token)
    else if (token.type.endsWith('_list_close')) lists.pop()
    else if (token.type === 'list_item_open' && takeMark(state.tokens, index)) {
      token.attrJoin('class', 'task-list-item')
      lists.at(-1)?.attrSet('class', 'contains-task-list')
    }
  })
}

/** True when the item that opens at an index is a task. */
function takeMark(tokens: readonly Token[], index: number): boolean {
  const inline = tokens[index + 2]
  if (tokens[index + 1]?.type !== 'paragraph_open' || inline?.type !== 'inline') return false
  const [mark, sign] = MARK.exec(inline.content) ?? []
  if (mark === undefined) return false
  inline.content = inline.content.slice(mark.length)
  const [first = 0, ...rest] = origins.of(inline) ?? []
  origins.set(inline, [first + mark.length, ...rest])
  tasks.set(inline, sign !== ' ')
  return true
}

function addBoxes(state: StateCore): void {
  if (!ANYWHERE.test(state.src)) return
  for (const block of state.tokens) {
    const done = tasks.of(block)
    if (done === undefined || block.children === null) continue
    const box = new state.Token('task_box', 'input', 0)
    tasks.set(box, done)
    block.children.unshift(box)
  }
}

/** The box of a task. */
export const taskMakers: Makers = {
  task_box({ builder, labels }, token) {
    const done = tasks.of(token) === true
    const box = element('input', [['type', 'checkbox']])
    const flags = done ? ['checked', 'disabled'] : ['disabled']
    for (const name of flags) box.attributes.push({ name, value: '', written: ` ${name}` })
    setAttribute(box, 'aria-label', done ? labels.taskDone : labels.taskOpen)
    builder.add(box)
    builder.add(raw(' '))
  },
}
