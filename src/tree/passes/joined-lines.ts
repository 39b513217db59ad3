// A line break shows as a space. Between Chinese or Japanese characters that space is wrong, so it goes.
import { joinsWithoutSpace } from '../characters.ts'
import { INLINE } from '../names.ts'
import type { Node, Text } from '../node.ts'

const PREFORMATTED = new Set(['pre', 'script', 'style', 'textarea'])

/** Takes those line breaks out of the text of a page. */
export function joinLines(nodes: readonly Node[]): void {
  const run: Text[] = []
  const end = (): void => {
    joinRun(run)
    run.length = 0
  }
  const visit = (list: readonly Node[]): void => {
    for (const node of list) {
      if (node.kind === 'text') run.push(node)
      else if (node.kind === 'element') {
        const isInline = INLINE.has(node.name)
        if (!isInline) end()
        if (!PREFORMATTED.has(node.name)) visit(node.children)
        if (!isInline) end()
      } else if (node.kind === 'block') {
        end()
        visit(node.children)
        end()
      }
    }
  }
  visit(nodes)
  end()
}

/** The texts of one line of elements, with what is before and after each. */
function joinRun(run: readonly Text[]): void {
  for (const [index, node] of run.entries()) {
    if (!node.value.includes('\n')) continue
    const before = run[index - 1]?.value ?? ''
    const after = run[index + 1]?.value ?? ''
    node.value = joined(node.value, before, after)
    if (node.written !== undefined) node.written = joined(node.written, before, after)
  }
}

function joined(text: string, before: string, after: string): string {
  let result = ''
  let done = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    const left = at > 0 ? text.slice(Math.max(0, at - 2), at) : before.slice(-2)
    const right = at + 1 < text.length ? text.slice(at + 1, at + 3) : after.slice(0, 2)
    if (!joinsWithoutSpace(left, right)) continue
    result += text.slice(done, at)
    done = at + 1
  }
  return result + text.slice(done)
}
