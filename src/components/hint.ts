// A note beside the text: `{% hint style="info" %}`, the callouts and alerts of plugins, `::: tip`. GitHub's alerts are
// quotes, and are made where quotes are read; all of them are the same block of the tree.
import { closest } from '../core/suggest.ts'
import { block } from '../tree/made.ts'
import {
  type Block,
  type Node,
  added,
  element,
  forEachElement,
  hasClass,
  raw,
  words,
} from '../tree/node.ts'
import { symbol } from '../tree/passes/head.ts'
import { saysNothing } from './blank.ts'
import { type Component, type ComponentBlock, firstValue, tags, textOf } from './define.ts'

type Kind = 'note' | 'tip' | 'important' | 'warning' | 'caution'

/** Styles of hints, and names after `:::`. */
const KINDS: { readonly [style: string]: Kind } = {
  tip: 'tip',
  success: 'tip',
  important: 'important',
  warning: 'warning',
  working: 'warning',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
}

/** Panels of lessons that are named by what they hold. */
const PANELS: { readonly [tag: string]: Kind } = {
  prereq: 'warning',
  challenge: 'tip',
  objectives: 'note',
  keypoints: 'important',
}

/** What is a note under other names. */
const NOTES = ['info', 'note', 'default', 'primary', 'secondary', 'quote', 'question', 'abstract']

/** What a style of a hint that is none was meant to be, and which styles there are; undefined for a style. */
export function unknownStyle(
  style: string,
): { readonly near: string | undefined; readonly styles: readonly string[] } | undefined {
  const known = [...NOTES, ...Object.keys(KINDS)]
  if (style === '' || known.includes(style.toLowerCase())) return undefined
  return { near: closest(style, known), styles: [...NOTES.slice(0, 2), ...Object.keys(KINDS)] }
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
    const made = hintBlock(kind, title ?? kit.words[kind], content, title !== undefined)
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

function kindOf(shown: ComponentBlock): Kind {
  return (
    PANELS[shown.tag] ?? hintKind(textOf(shown, 'style', 'type') ?? firstValue(shown) ?? shown.tag)
  )
}

/** A value without a key is a title where it is no style. */
function titleOf(shown: ComponentBlock): string | undefined {
  const first = firstValue(shown)
  const isTitle = first !== undefined && (shown.tag in PANELS || unknownStyle(first) !== undefined)
  return textOf(shown, 'title', 'subtitle') ?? (isTitle ? first : undefined)
}

/** The kind of callout that a style means. */
export function hintKind(style: string): Kind {
  return KINDS[style.toLowerCase()] ?? 'note'
}

/** A callout with its title. */
export function hintBlock(
  kind: string,
  title: string,
  content: readonly Node[],
  isTitled = false,
): Block {
  const made = block({ block: 'callout', callout: kind, title, ...(isTitled && { isTitled }) })
  // A title of its author's is one of the page's words.
  const name = (isTitled ? element : added)('p', [['class', 'callout-title']], [words(title)])
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
