import type { BlockResult, BlockSpelling, TemplateBlock } from '../template/expand.ts'
import { argument, around, escaped } from './wrap.ts'
import type { BlockWords } from './words.ts'

type Kind = 'note' | 'tip' | 'important' | 'warning' | 'caution'

/** Styles of hints in GitBook and in plugins, as kinds of callouts. */
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

/** `{% hint style="info" %}`: the same as GitHub's alerts. */
export function calloutBlocks(words: BlockWords): readonly (readonly [string, BlockSpelling])[] {
  const render = (block: TemplateBlock): BlockResult => {
    const kind = KINDS[argument(block, ['style', 'type'])?.toLowerCase() ?? ''] ?? 'note'
    const title = argument({ args: [], kwargs: block.kwargs }, ['title']) ?? words[kind]
    const open = [
      `<div class="callout callout-${kind}" role="note">`,
      `<p class="callout-title">${escaped(title)}</p>`,
    ]
    return around(block.body, open, '</div>')
  }
  return ['hint', 'callout', 'alert', 'admonition'].map((name) => [name, { render }])
}
