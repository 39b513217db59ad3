import { parse } from 'parse5'

interface Parsed {
  readonly nodeName: string
  readonly value?: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly Parsed[]
}

/** Elements whose text nobody reads. */
const UNREAD = new Set(
  'head script style template noscript iframe noembed noframes title video audio object canvas textarea'.split(
    ' ',
  ),
)

/** The text of a page as a browser without scripts shows it. */
export function shownIn(html: string): string {
  const texts: string[] = []
  const walk = (node: Parsed): void => {
    if (node.nodeName === '#text') texts.push(node.value ?? '')
    if (!UNREAD.has(node.nodeName)) node.childNodes?.forEach(walk)
  }
  walk(parse(html))
  return texts.join('')
}

/** What stands around the content of a page, element by element, as a browser reads it. */
export function layoutOf(html: string): string {
  const [root] =
    (parse(html) as Parsed).childNodes?.filter(({ nodeName }) => nodeName === 'html') ?? []
  return root === undefined ? '' : outline(root)
}

/** Elements whose content differs from page to page, or belongs to the page. */
const FILLED =
  /^(?:head|header|nav|template|section\.normal markdown-section|article\.markdown-section)\b/

/** Elements that only some pages have. */
const OPTIONAL = /^(?:nav\.page-toc|nav\.breadcrumbs?|h1\.page-title)\b/

function outline(node: Parsed): string {
  const name = nameOf(node)
  if (OPTIONAL.test(name)) return ''
  if (node.nodeName === '#text') return node.value?.trim() === '' ? '' : '"text"'
  if (FILLED.test(name)) return name
  return `${name}(${(node.childNodes ?? [])
    .map(outline)
    .filter((one) => one !== '')
    .join(' ')})`
}

function nameOf({ nodeName, attrs }: Parsed): string {
  const kind = attrs?.find(({ name }) => name === 'class')?.value
  return kind === undefined ? nodeName : `${nodeName}.${kind}`
}
