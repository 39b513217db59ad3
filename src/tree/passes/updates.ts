// What a page says of changes, day by day, for those who follow them: read off its elements, whoever wrote them.
import { foldSpace } from '../../core/text.ts'
import type { Update } from '../../core/update.ts'
import {
  type Element,
  type Node,
  attributeOf,
  forEachElement,
  hasClass,
  headingLevel,
  isElement,
  textContent,
} from '../node.ts'

/** Readers of feeds want to know what it is about. */
const LONGEST = 600

/** The updates among the elements of a page, in its order; headings have their ids. */
export function updatesOf(elements: readonly Element[]): readonly Update[] {
  return elements
    .filter((node) => node.name === 'div' && hasClass(node, 'update'))
    .map((node) => updateOf(node))
}

function updateOf(update: Element): Update {
  let heading: Element | undefined
  let day: string | undefined
  let shown = ''
  forEachElement(update.children, (node) => {
    if (headingLevel(node) > 0) heading ??= node
    if (node.name === 'time') day ??= attributeOf(node, 'datetime')?.value
  })
  const texts = update.children.flatMap((node) => {
    if (isElement(node, 'p') && hasClass(node, 'update-head')) shown = wordsOf(node)
    else if (node !== heading) return [wordsOf(node)]
    return []
  })
  const id = heading && attributeOf(heading, 'id')?.value
  const title = heading === undefined ? '' : wordsOf(heading)
  return {
    title: title === '' ? shown : title,
    ...(id === undefined ? {} : { id }),
    ...(day === undefined ? {} : { day }),
    text: shortened(foldSpace(texts.join(' '))),
  }
}

function wordsOf(node: Node): string {
  return foldSpace(textContent([node]))
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text
  return `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$|\s+\S*$/, '')} …`
}
