// Panels of which a reader chooses one: `{% tabs %}` with a `{% tab title="Linux" %}` each, the code tabs of GitBook before
// 2021, the blocks `codetabs` and `simpletabs` of plugins, and `::: tabs`. Without a script all panels are shown, one below
// the other, each below its title; so they are on paper.
import type { CodeFacts } from '../tree/facts.ts'
import { type Block, type Node, element, isElement, raw, words } from '../tree/node.ts'
import { symbol } from '../tree/passes/head.ts'
import {
  type CodeRequest,
  type ComponentBlock,
  type ComponentKit,
  type Component,
  firstValue,
  divided,
  isPart,
  tags,
  textOf,
} from './define.ts'
import { isBlank, trimmed } from './blank.ts'
import { linked } from './media.ts'

/** A panel. */
export interface Panel {
  readonly title: string | readonly Node[]
  readonly content: Node[]
  /** Before the title. */
  readonly icon?: Node | undefined
}

const NEW_LINE = raw('\n')

export const tab: Component = {
  name: 'tab',
  within: 'tabs',
  tags: [...tags('paired', 'tab', 'code-tabs-item'), ...tags('divides', 'content')],
  containers: ['tab-item'],
  values: (block) => ({ title: textOf(block, 'title', 'name') ?? firstValue(block) }),
}

export const tabs: Component = {
  name: 'tabs',
  tags: tags('paired', 'tabs', 'code-tabs', 'simpletabs'),
  html(block, kit) {
    const { before, parts } = divided(block.content, 'tab')
    const panels = parts.map(({ part, after }, index): Panel => {
      part.content.push(...after)
      const icon = symbol(textOf(part, 'icon'))
      return { title: titleOf(part, index, kit, block), content: part.content, icon }
    })
    return [...before, ...panelsOf(panels)]
  },
}

function titleOf(
  part: ComponentBlock,
  index: number,
  { words: { tab: word } }: ComponentKit,
  around: ComponentBlock,
): string {
  // `{% tabs first="Linux" %}{% content "first" %}` of a plugin.
  const key = part.tag === 'content' ? firstValue(part) : undefined
  if (key !== undefined) return textOf(around, key) ?? key
  return textOf(part, 'title', 'name') ?? firstValue(part) ?? `${word} ${index + 1}`
}

/** Panels below their titles; nothing for none. */
export function panelsOf(panels: readonly Panel[]): readonly Node[] {
  if (panels.length === 0) return []
  const shown = panels.map(({ title, content, icon }) =>
    element(
      'div',
      [['class', 'tab']],
      [
        NEW_LINE,
        element(
          'p',
          [['class', 'tab-title']],
          [...(icon ? [icon] : []), ...(typeof title === 'string' ? [words(title)] : title)],
        ),
        NEW_LINE,
        ...trimmed(content),
        NEW_LINE,
      ],
    ),
  )
  const inner = shown.flatMap((one) => [NEW_LINE, one])
  return [element('div', [['class', 'tabs']], [...inner, NEW_LINE]), NEW_LINE]
}

/** Blocks of code side by side, each named by what stands behind its fence: `{% codegroup %}`, `::: code-group`. */
export const codegroup: Component = {
  name: 'codegroup',
  tags: tags('paired', 'codegroup'),
  containers: ['code-group'],
  html(block, { words: { tab: word } }) {
    const before: Node[] = []
    const panels: Panel[] = []
    for (const node of block.content)
      if (node.kind !== 'block' || node.block !== 'code')
        (panels.at(-1)?.content ?? before).push(node)
      else {
        const title = nameOfCode(node) ?? `${word} ${panels.length + 1}`
        panels.push({ title, content: [withoutTitle(node)] })
      }
    return [...before, ...panelsOf(panels)]
  },
}

/** The panel says it. */
function withoutTitle(code: Block): Block {
  const children = code.children.flatMap((node) =>
    isElement(node, 'figure')
      ? node.children.filter((inner) => !isElement(inner, 'figcaption'))
      : [node],
  )
  return { ...code, children }
}

/** `js::A name`, `js [a.js]`, else its title or its language. */
function nameOfCode({ info = '', title, language: name }: CodeFacts): string | undefined {
  const [, named, bracketed] = /^[^\s:]*::[ \t]*(.+)$|\[([^\]]+)\]/.exec(info.trim()) ?? []
  return named ?? bracketed ?? title ?? (name === '' ? undefined : name)
}

/** A language of `codetabs`. */
export const language: Component = {
  name: 'language',
  within: 'codetabs',
  tags: [{ tag: 'language', kind: 'divides', isVerbatim: true }],
}

/** `{% codetabs name="Python", type="py" %}…{% language name="Go", type="go" %}…`. */
export const codetabs: Component = {
  name: 'codetabs',
  tags: [{ tag: 'codetabs', kind: 'paired', isVerbatim: true }],
  html(block, kit) {
    const parts = [block, ...block.content.filter((node) => isPart(node, 'language'))]
    const panels = parts.flatMap((part) => {
      const code = codeIn(part)
      const address = textOf(part, 'url', 'src')
      if (code === undefined && address === undefined) return []
      const title = textOf(part, 'name', 'title') ?? kit.languageName(code?.language ?? '')
      if (code !== undefined) return [{ title, content: [kit.code(code)] }]
      // It was fetched when the book was built.
      const link = linked(part, { address: address ?? '', content: [], name: 'embed' })
      return [{ title, content: [...link] }]
    })
    return panelsOf(panels)
  },
}

/** The code of a part whose content is nothing else. */
export function codeIn(part: ComponentBlock, otherwise = ''): CodeRequest | undefined {
  const text = part.text ?? ''
  if (text.trim() === '') return undefined
  const named = textOf(part, 'type', 'lang', 'language') ?? otherwise
  return { text, language: named, source: part.source }
}

const SAMPLES = tags('divides', 'sample', 'common')

/** A sample of a method, or what all samples have in common. */
export const sample: Component = { name: 'sample', within: 'method', tags: SAMPLES }

/** `{% method %}` of the theme for APIs: a description, then the same in several languages. */
export const method: Component = {
  name: 'method',
  tags: tags('paired', 'method'),
  html(block, kit) {
    const { content } = block
    const text: Node[] = []
    const panels: Panel[] = []
    for (const node of content) {
      if (!isPart(node, 'sample')) text.push(node)
      else if (node.tag === 'common') text.push(...node.content)
      else if (!node.content.every(isBlank)) {
        const written = textOf(node, 'lang', 'name') ?? firstValue(node) ?? ''
        const title = textOf(node, 'title') ?? kit.languageName(written)
        panels.push({ title, content: node.content })
      }
    }
    return [...text, ...panelsOf(panels)]
  },
}
