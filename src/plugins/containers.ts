// Blocks around Markdown that is the point.
import type { BlockResult, BlockSpelling, TemplateBlock } from '../template/expand.ts'
import { argument, around, escaped, inline, titleLine } from './wrap.ts'

type Named = readonly [string, BlockSpelling]

function wrapped(name: string, render: (block: TemplateBlock) => BlockResult): Named {
  return [name, { render }]
}

/** Nothing but what is inside. */
const CONTENT =
  'markdown html markup multipart columns column tabs simpletabs method stepper step updates'.split(
    ' ',
  )

/** Containers: their content is kept, and whatever they said about it is said in plain HTML. */
export function containerBlocks(
  endOf: (name: string) => { readonly end?: null },
): readonly Named[] {
  return [
    wrapped('em', () => inline('<mark>', '</mark>')),
    wrapped('emphasize', () => inline('<mark>', '</mark>')),
    wrapped('label', () => inline('<strong>', '</strong>')),
    ...CONTENT.map((name) => wrapped(name, () => inline('', ''))),
    wrapped('tab', titled),
    ['sample', { ...endOf('sample'), render: sample }],
    ['common', { ...endOf('common'), render: sample }],
    ...['collapse', 'spoiler', 'accordion', 'expand', 'details', 'hidden', 'sec', 'panel'].map(
      (name) => wrapped(name, disclosure),
    ),
  ]
}

function titled(block: TemplateBlock): BlockResult {
  const title = argument(block, ['title', 'name'])
  return around(block.body, [title === undefined ? '' : titleLine(title)], '')
}

/** `{% sample lang="js" %}` of theme-api divides a method, or surrounds a part of it. */
function sample(block: TemplateBlock): BlockResult {
  const title = argument(block, ['title', 'lang', 'name'])
  const shown = title === undefined ? [] : [titleLine(title)]
  return block.body === ''
    ? `\n${[...shown, '', ''].join('\n')}`
    : around(block.body, shown.length === 0 ? [''] : shown, '')
}

function disclosure(block: TemplateBlock): BlockResult {
  const title = argument(block, ['title', 'summary', 'name', 'text']) ?? '…'
  const isOpen = block.kwargs['show'] === true || block.kwargs['open'] === true
  const open = `<details${isOpen ? ' open' : ''}><summary>${escaped(title)}</summary>`
  return around(block.body, [open], '</details>')
}
