// A note beside the text: `{% hint style="info" %}`, the callouts and alerts of plugins, `::: tip`. GitHub's alerts are
// quotes, and are made where quotes are read; all of them are the same block of the tree.
import { CALLOUT_STYLES, type CalloutKind, kindOfStyle } from '../core/callout.ts'
import { closest } from '../core/suggest.ts'
import { block } from '../tree/made.ts'
import {
  type Block,
  type Node,
  added,
  element,
  forEachElement,
  hasClass,
  isElement,
  raw,
  textContent,
  words,
} from '../tree/node.ts'
import { symbol } from '../tree/passes/head.ts'
import { saysNothing, trimmed } from './blank.ts'
import {
  type Component,
  type ComponentBlock,
  firstValue,
  tags,
  textOf,
  titleNodes,
} from './define.ts'

/** Panels of lessons that are named by what they hold. */
const PANELS: { readonly [tag: string]: CalloutKind } = {
  prereq: 'warning',
  challenge: 'tip',
  objectives: 'note',
  keypoints: 'important',
}

/** What a style of a hint that is none was meant to be, and which styles there are; undefined for a style. */
export function unknownStyle(
  style: string,
): { readonly near: string | undefined; readonly styles: readonly string[] } | undefined {
  if (style === '' || kindOfStyle(style) !== undefined) return undefined
  // Of the names of a note the first two say enough.
  const styles = CALLOUT_STYLES.filter((name, at) => at < 2 || kindOfStyle(name) !== 'note')
  return { near: closest(style, CALLOUT_STYLES), styles }
}

export const hint: Component = {
  name: 'hint',
  tags: tags(
    'paired',
    ...'hint callout alert admonition panel'.split(' '),
    ...'note info tip success important warning caution danger'.split(' '),
    ...Object.keys(PANELS),
  ),
  values(shown, { words: said }) {
    const kind = kindOf(shown)
    return { kind, title: titleOf(shown) ?? said[kind] }
  },
  html(shown, kit) {
    const { content } = shown
    const kind = kindOf(shown)
    const title = titleOf(shown)
    if (title === undefined && saysNothing(content)) return []
    const isInCell = content.some((node) => isElement(node, 'br'))
    const inside = isInCell ? trimmed(content) : content
    const written = title === undefined ? undefined : titleNodes(shown, kit, title)
    const made = hintBlock(kind, written ?? [words(kit.words[kind])], inside, written !== undefined)
    putIcon(made, symbol(textOf(shown, 'icon')))
    return [made]
  },
}

/** A symbol of its author's, in the place of that of the kind. */
function putIcon(made: Block, icon: Node | undefined): void {
  if (icon === undefined) return
  forEachElement(made.children, (node) => {
    if (hasClass(node, 'callout-title')) node.children.unshift(icon)
  })
}

function kindOf(shown: ComponentBlock): CalloutKind {
  const style = textOf(shown, 'style', 'type') ?? firstValue(shown) ?? shown.tag
  return PANELS[shown.tag] ?? kindOfStyle(style) ?? 'note'
}

/** A value without a key is a title where it is no style. */
function titleOf(shown: ComponentBlock): string | undefined {
  const first = firstValue(shown)
  const isTitle = first !== undefined && (shown.tag in PANELS || unknownStyle(first) !== undefined)
  return textOf(shown, 'title', 'subtitle') ?? (isTitle ? first : undefined)
}

/** A callout with its title. */
function hintBlock(
  kind: CalloutKind,
  titled: Node[],
  content: readonly Node[],
  isTitled: boolean,
): Block {
  const title = textContent(titled)
  const made = block({ block: 'callout', callout: kind, title, ...(isTitled && { isTitled }) })
  // A title of its author's is one of the page's words.
  const name = (isTitled ? element : added)('p', [['class', 'callout-title']], titled)
  made.children = [
    element(
      'div',
      [
        ['class', `callout callout-${kind}`],
        ['role', 'note'],
      ],
      [raw('\n'), name, raw('\n'), ...content],
    ),
    raw('\n'),
  ]
  return made
}
