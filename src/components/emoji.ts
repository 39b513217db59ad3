// Emoji by their names, in texts and in tags.
import { emojiNamed, withEmoji } from '../tree/emoji-names.ts'
import { type Attribute, type Node, isElement, textContent, words } from '../tree/node.ts'
import type { Component } from './define.ts'

/** Puts emoji in the place of their names, outside of code. */
export function showEmoji(nodes: readonly Node[]): void {
  let isOn = true
  for (const node of nodes)
    if (node.kind === 'raw') isOn = switchIn(node.html) ?? isOn
    else if (!isOn) continue
    else if (node.kind === 'text') {
      const shown = withEmoji(node.value)
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

/** `{% emoji rocket %}`, `{% emoji "rocket" %}`, `{% emoji name=":rocket:" %}`, `{% emoji code="1f680" %}`. */
export const emoji: Component = {
  name: 'emoji',
  tags: [{ tag: 'emoji', kind: 'optional', isInline: true, isWord: true }],
  html({ attributes: [first], content }) {
    const given = first === undefined ? textContent(content).trim() : givenBy(first)
    if (given === '') return content
    const name = given.replaceAll(':', '')
    return [words(emojiNamed(name) ?? signOfCode(name) ?? given)]
  },
}

/** A word without quotes is the name of an attribute. */
function givenBy({ name, value }: Attribute): string {
  const isWord = value === 'true' && !/^(?:|name|code|id)$/i.test(name)
  return (isWord ? name : value).trim()
}

/** `1f680`, `1f1e9-1f1ea`. */
function signOfCode(code: string): string | undefined {
  if (!/^[\da-f]{4,6}(?:-[\da-f]{4,6})*$/i.test(code)) return undefined
  const points = code.split('-').map((one) => Number.parseInt(one, 16))
  return points.every((one) => one <= 0x10_ffff) ? String.fromCodePoint(...points) : undefined
}

function isCode(node: Node): boolean {
  if (node.kind === 'block') return node.block === 'code' || node.block === 'math'
  return isElement(node, 'code', 'pre', 'kbd', 'samp', 'script', 'style', 'textarea')
}
