// Emoji by their names, `:rocket:`, as GitHub and GitBook.com call them. The list of names is loaded with the first of
// them; a name that is none stays as it is written.
import { NotLoaded } from '../core/not-loaded.ts'
import { type Node, isElement } from '../tree/node.ts'

/** A name; words may follow one of two letters and more (`:question:What`), but no number: times have colons, too. */
const NAME = /(?<![\w:/]):([a-z\d_+-]+):(?![\d_/])(?:(?<=[\w+-]{2}:)|(?![a-zA-Z]))/g

let known: Readonly<Record<string, string>> | undefined

async function loadNames(): Promise<void> {
  known = (await import('gemoji')).nameToEmoji
}

/** Puts emoji in the place of their names, outside of code. */
export function showEmoji(nodes: readonly Node[]): void {
  let isOn = true
  for (const node of nodes)
    if (node.kind === 'raw') isOn = switchIn(node.html) ?? isOn
    else if (!isOn) continue
    else if (node.kind === 'text') {
      const shown = node.value.replaceAll(NAME, (written, name: string) => signOf(name) ?? written)
      if (shown === node.value) continue
      node.value = shown
      delete node.written
    } else if ('children' in node && !isCode(node)) showEmoji(node.children)
}

/** Comments of the plugin advanced-emoji leave a part of a page alone. */
function switchIn(html: string): boolean | undefined {
  const [, word] = /^<!--[ \t]*ignore:[\w-]*emoji:(start|end)[ \t]*-->/.exec(html.trim()) ?? []
  return word === undefined ? undefined : word === 'end'
}

function signOf(name: string): string | undefined {
  if (known === undefined) throw new NotLoaded(loadNames)
  return Object.hasOwn(known, name) ? known[name] : undefined
}

function isCode(node: Node): boolean {
  if (node.kind === 'block') return node.block === 'code' || node.block === 'math'
  return isElement(node, 'code', 'pre', 'kbd', 'samp', 'script', 'style', 'textarea')
}
