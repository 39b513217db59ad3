// What changed and when: `{% updates format="full" %}` with an `{% update date="2025-12-25" tags="beta" %}` each. Dates are
// written as the language of the book writes them.
import { dayInWords } from '../core/day.ts'
import { type Element, type Node, element, raw, words } from '../tree/node.ts'
import { trimmed } from './blank.ts'
import {
  type Component,
  type ComponentBlock,
  type ComponentKit,
  isPart,
  tags,
  textOf,
} from './define.ts'

const NEW_LINE = raw('\n')

const FORMATS: { readonly [name: string]: Intl.DateTimeFormatOptions } = {
  full: { year: 'numeric', month: 'long', day: 'numeric' },
  short: { year: 'numeric', month: 'short', day: 'numeric' },
  numeric: { year: 'numeric', month: '2-digit', day: '2-digit' },
}

export const update: Component = {
  name: 'update',
  within: 'updates',
  tags: tags('paired', 'update'),
}

export const updates: Component = {
  name: 'updates',
  tags: tags('paired', 'updates'),
  html(block, kit) {
    const format = FORMATS[textOf(block, 'format')?.toLowerCase() ?? ''] ?? FORMATS['full']
    return block.content.map((node) => (isPart(node, 'update') ? entry(node, kit, format) : node))
  },
}

function entry(
  block: ComponentBlock,
  { words: { language }, tagLabel }: Pick<ComponentKit, 'words' | 'tagLabel'>,
  format: Intl.DateTimeFormatOptions | undefined,
): Element {
  const date = textOf(block, 'date')
  const labels = (textOf(block, 'tags') ?? '').split(',').map((label) => label.trim())
  const head: Node[] = [
    ...(date === undefined ? [] : [dateOf(date, language, format)]),
    ...labels.flatMap((label) =>
      label === ''
        ? []
        : [
            words(' '),
            element(
              'span',
              [['class', 'update-tag']],
              [words(tagLabel(label) ?? label.replaceAll('-', ' '))],
            ),
          ],
    ),
  ]
  return element(
    'div',
    [['class', 'update']],
    [
      NEW_LINE,
      ...(head.length === 0 ? [] : [element('p', [['class', 'update-head']], head), NEW_LINE]),
      ...said(block),
      ...trimmed(block.content),
      NEW_LINE,
    ],
  )
}

/** What its tag says of an update before its content. */
function said(block: ComponentBlock): readonly Node[] {
  const [title, description] = [textOf(block, 'title'), textOf(block, 'description')]
  return [
    ...(title === undefined
      ? []
      : [element('p', [], [element('strong', [], [words(title)])]), NEW_LINE]),
    ...(description === undefined ? [] : [element('p', [], [words(description)]), NEW_LINE]),
  ]
}

/** A day as it is written; what is no day stays what it is. */
function dateOf(
  written: string,
  language: string,
  format: Intl.DateTimeFormatOptions | undefined,
): Node {
  const day = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(written)
  const time =
    day === null ? Number.NaN : Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]))
  if (Number.isNaN(time)) return words(written)
  const iso = new Date(time).toISOString().slice(0, 10)
  // The 31st of a shorter month would be the first of the next.
  if (Number(iso.slice(8)) !== Number(day?.[3])) return words(written)
  const shown = dayInWords(new Date(time), language, format ?? {})
  return element('time', [['datetime', iso]], [words(shown)])
}
