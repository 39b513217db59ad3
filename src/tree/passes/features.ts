// What a page needs beyond the style sheet and the script that all pages share. Other pages do not load it.
import { type Element, classesOf, hasClass, valueOf } from '../node.ts'

/** A part of the theme that only some pages load. */
export type Feature = (typeof FEATURES)[number]

/** In the order in which pages load them. */
const FEATURES = [
  'blocks',
  'code',
  'image',
  'lists',
  'html',
  'head',
  'math',
  'diagram',
  'drawing',
  'api',
  'editor',
] as const

const ONE_THEME = /#(?:only|gh)-(?:dark|light)/
const ELSEWHERE = /^(?:https?:|data:|\/\/)/i
/** An image of no more pixels is never shown much smaller than it is. */
const SMALL = 360

/** The looks of components that have no room in the style sheet of all pages. */
const BLOCKS = new Set([
  'tabs',
  'cards',
  'steps',
  'columns',
  'block-title',
  'update',
  'ref',
  'embed',
  'file',
])

/** The features that a page of these elements needs. */
export function featuresOf(elements: readonly Element[]): readonly Feature[] {
  const found = new Set<Feature>()
  for (const node of elements) {
    const feature = featureOf(node)
    if (feature !== undefined) found.add(feature)
    if (asksForScript(node)) found.add('blocks')
    if (isOldHtml(node)) found.add('html')
  }
  return FEATURES.filter((feature) => found.has(feature))
}

/** Code that folds, a table in which readers look for rows, a button that chooses a tab. */
function asksForScript(node: Element): boolean {
  if (node.name === 'table') return valueOf(node, 'data-find') !== undefined
  if (node.name === 'button') return valueOf(node, 'data-select') !== undefined
  return node.name === 'pre' && hasClass(node, 'code-long')
}

/** Boxes that only hold blocks. */
const BOXES = new Set(['div', 'section', 'center'])
/** Looks that authors give to pictures and cells in the way of HTML 4. */
const OLD_LOOKS = new Set(['align', 'valign', 'bgcolor', 'border', 'width'])

/** What an author wrote in HTML and no Markdown says. */
function isOldHtml({ name, tags, attributes }: Element): boolean {
  if (tags === undefined) return false
  if (BOXES.has(name)) return !attributes.some((one) => one.name === 'class')
  const isLooked = name === 'img' || name === 'table' || name === 'tr' || name === 'td'
  if (!isLooked && name !== 'th') return false
  return attributes.some(
    (one) =>
      OLD_LOOKS.has(one.name) &&
      (one.name !== 'width' || (name === 'td' && one.value.endsWith('%'))),
  )
}

/** By a class that says it. */
const BY_CLASS: ReadonlyMap<string, Feature> = new Map([
  ['task-list-item', 'lists'],
  ['cover', 'head'],
  ['tags', 'head'],
  ['tagged', 'head'],
  ['api', 'api'],
  ['formula', 'math'],
  ['diagram', 'diagram'],
  ['diagram-late', 'drawing'],
  ['paint', 'editor'],
  ['pictures', 'editor'],
  ['picture-line', 'editor'],
  ['picture-original', 'editor'],
  ['pill', 'editor'],
  ['action', 'editor'],
  ['cell-number', 'editor'],
  ['head-hidden', 'editor'],
  ['head-sticky', 'editor'],
  ['column-sticky', 'editor'],
  ['thumb', 'editor'],
  ['valign-top', 'editor'],
  ['valign-middle', 'editor'],
  ['valign-bottom', 'editor'],
  ...[0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map(
    (share) => [`width-${share}`, 'image'] as const,
  ),
  ...[1, 2, 4, 5, 6, 7].map((size) => [`font-size-${size}`, 'html'] as const),
])

/** The part of the theme that an element needs. */
function featureOf(node: Element): Feature | undefined {
  // Most elements have no attributes at all.
  const own = node.attributes.length === 0 ? undefined : byClass(node)
  if (own !== undefined) return own
  return node.name === 'picture' || (node.name === 'img' && isSpecial(node)) ? 'image' : undefined
}

function byClass(node: Element): Feature | undefined {
  const classes = classesOf(node)
  if (node.tags === undefined && BLOCKS.has(classes[0] ?? '')) return 'blocks'
  if (node.name === 'pre' && classes.includes('code-lines')) return 'code'
  const told = classes.find((name) => BY_CLASS.has(name) || /^(?:cell|paint)-/.test(name))
  return told === undefined ? undefined : (BY_CLASS.get(told) ?? 'editor')
}

/** Shown in one theme only, or large enough to be looked at closely, or of unknown size. */
function isSpecial(image: Element): boolean {
  const src = valueOf(image, 'src') ?? ''
  if (ONE_THEME.test(src)) return true
  const width = /^\d+/.exec(valueOf(image, 'width') ?? '')?.[0]
  return width === undefined ? !ELSEWHERE.test(src) : Number(width) > SMALL
}

/** The names of the symbols among the elements of a page. */
export function symbolsOf(elements: readonly Element[]): readonly string[] {
  const found = new Set<string>()
  for (const node of elements) {
    if (node.added !== true || !hasClass(node, 'symbol')) continue
    for (const name of classesOf(node)) if (name.startsWith('symbol-')) found.add(name.slice(7))
  }
  return [...found]
}
