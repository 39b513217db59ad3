// Which pages of AsciiDoc have an id: asked when a page refers to one that it does not have itself.
import { asciidocAnchors } from '../asciidoc/anchors.ts'
import type { AnchorHolder } from '../core/anchor.ts'
import type { Book, Space } from '../core/book.ts'
import { bookPath, decodeReference, isAsciidocPath, resolveReference } from '../core/path.ts'
import { splitFrontMatter } from '../files/front-matter.ts'
import type { Files } from '../files/files.ts'

/** The pages of a space that hold ids, by the ids and by the titles of sections. */
interface SpaceAnchors {
  readonly byId: ReadonlyMap<string, readonly AnchorHolder[]>
  readonly byTitle: ReadonlyMap<string, readonly AnchorHolder[]>
}

/** Tells of the id of a space and an id of a page, `id/anchor`; none when no page has it. */
export function createAnchors(files: Files, book: Book): (key: string) => readonly AnchorHolder[] {
  const known = new Map<string, SpaceAnchors>()
  return (key) => {
    const cut = key.indexOf('/')
    const [spaceId, id] = [key.slice(0, cut), key.slice(cut + 1)]
    const space = book.spaces.find((candidate) => candidate.id === spaceId)
    if (space === undefined) return []
    const anchors = known.get(spaceId) ?? anchorsOf(files, space)
    known.set(spaceId, anchors)
    // A section may be named by its title, too.
    return anchors.byId.get(id) ?? anchors.byTitle.get(id) ?? []
  }
}

function anchorsOf(files: Files, space: Space): SpaceAnchors {
  const byId = new Map<string, AnchorHolder[]>()
  const byTitle = new Map<string, AnchorHolder[]>()
  const textOf = (path: string | undefined) => {
    const found = path === undefined ? undefined : bookPath(path)
    const file = found === undefined ? undefined : files.text(found)
    if (found === undefined || file === undefined) return undefined
    return { path: found, text: splitFrontMatter(found, file.text).value.body }
  }
  for (const page of space.pages.filter(isAsciidocPath)) {
    const source = textOf(page)
    if (source === undefined) continue
    for (const { id, title } of asciidocAnchors(source, (target, from) =>
      textOf(resolveReference(from, decodeReference(target), space.root)),
    )) {
      add(byId, id, { page, id, title })
      if (title !== '') add(byTitle, title, { page, id, title })
    }
  }
  return { byId, byTitle }
}

/** A page that has a title twice is one page. */
function add(map: Map<string, AnchorHolder[]>, key: string, holder: AnchorHolder): void {
  const holders = map.get(key) ?? []
  if (!holders.some(({ page }) => page === holder.page)) holders.push(holder)
  map.set(key, holders)
}
