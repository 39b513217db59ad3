// Other ids by which links know the headings of a page: places without words, where nobody else has the id.
import { addTo } from '../../core/list.ts'
import { type Element, added, headingLevel, setAttribute, textContent } from '../node.ts'
import {
  dashed,
  otherSlugs,
  readableSlug,
  romanPageSlug,
  romanSlug,
  slugOfGitbookCom,
} from '../slug-gitbook-com.ts'
import { type IdPool, keyOf, slug, slugOfGithub } from '../slug.ts'

/** What has a title on a page. */
interface Titled {
  /** Headings whose id was made of their text, and those that were given one. */
  readonly named: readonly Element[]
  readonly given: readonly Element[]
  /** What else has a title: panels and details. */
  readonly boxes: readonly (readonly [box: Element, title: Element])[]
}

interface Ids {
  readonly pool: IdPool
  /** Ids to which links of the page lead. */
  readonly wanted: ReadonlySet<string>
  readonly isOfGitbookCom: boolean
}

/** Empty places in headings, where another id of theirs is free: books of other origin know those of GitBook.com and GitHub. */
export function addOtherIds(titled: Titled, ids: Ids): void {
  const { pool, wanted, isOfGitbookCom } = ids
  const unread: Element[] = []
  for (const node of titled.named) {
    const text = wordsOf(node)
    const read = isOfGitbookCom ? readableSlug(text) : ''
    const foreign = isOfGitbookCom
      ? [romanSlug(text) ?? '', read, dashed(read)]
      : [slugOfGithub(text)]
    if (read === '') unread.push(node)
    for (const id of new Set([...otherSlugs(text), slugOfGitbookCom(text), ...foreign]))
      if (id !== '' && (isOfGitbookCom || wanted.has(id)) && pool.reserve(id)) addPlace(node, id)
  }
  if (!isOfGitbookCom) return
  addWrittenIds(titled, pool)
  addMeantIds(titled, ids)
  addUnreadIds(unread, titled, pool)
}

/** Books of GitBook.com know headings by their words, too, whatever id these have, and however the words are written. */
function addWrittenIds({ given, boxes }: Titled, pool: IdPool): void {
  for (const node of given) {
    const id = slugOfGitbookCom(wordsOf(node))
    if (id !== '' && pool.reserve(id)) addPlace(node, id)
  }
  // Links lead to the first of a title.
  for (const [box, title] of boxes) {
    const id = slugOfGitbookCom(wordsOf(title))
    if (id !== '' && pool.reserve(id)) setAttribute(box, 'id', id)
  }
}

/** Ids in links of the page that say nothing else than a heading, with other letters or signs. */
function addMeantIds({ named, given }: Titled, { pool, wanted }: Ids): void {
  const byKey = new Map<string, string[]>()
  for (const id of wanted) {
    const key = keyOf(id)
    if (key !== '' && !/\s/.test(id)) addTo(byKey, key, id)
  }
  if (byKey.size === 0) return
  for (const node of [...named, ...given]) {
    const text = wordsOf(node)
    const slugs = [slugOfGitbookCom(text), slug(text), romanPageSlug(text)]
    for (const key of new Set(slugs.map(keyOf)))
      for (const id of byKey.get(key) ?? []) if (pool.reserve(id)) addPlace(node, id)
  }
}

/** GitBook.com calls headings of which it reads no letter `undefined`, and counts them; the title of the page is none. */
function addUnreadIds(unread: readonly Element[], { named: [first] }: Titled, pool: IdPool): void {
  for (const node of unread) {
    const isTitle = node === first && headingLevel(node) === 1
    if (!isTitle) addPlace(node, pool.claim('undefined'))
  }
}

/** An empty place that an id leads to. */
function addPlace({ children }: Element, id: string): void {
  children.unshift(added('span', [['id', id]]))
}

/** What GitBook made the id of: to it, what looked like a tag was one, and addresses stay what they were. */
export function wordsOf({ children }: Element): string {
  return textContent(children, false)
}
