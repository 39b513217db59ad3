// A page as part of the page that holds the whole book: its ids and its references are made unique, and links between
// pages become links inside.
import {
  type BookPath,
  type FolderPrefix,
  type OutputPath,
  decodeReference,
  relativeUrl,
  resolveReference,
} from '../../core/path.ts'
import { isAddress, splitReference } from '../../core/reference.ts'
import { addressesIn } from '../addresses.ts'
import { MARK, type MarkedHtml } from '../write.ts'

/** The page that holds all pages. */
export interface PrintPage {
  readonly output: OutputPath
  /** The id of the part that shows this output; undefined when it is not in the book. */
  idOf(output: OutputPath): string | undefined
}

/** HTML of the page at `output` as it stands in the whole book. */
export function forPrint(
  { html, marks }: MarkedHtml,
  output: OutputPath,
  place: PrintPage,
): string {
  const id = place.idOf(output) ?? ''
  const move = (url: string): string =>
    url === '#top' && !holdsId({ html, marks }, 'top') ? `#${id}` : printUrl(url, output, place)
  let result = ''
  let done = 0
  for (let at = 0; at < marks.length; at += 3) {
    const kind = marks[at] ?? 0
    // Words stay as they are.
    if (kind === MARK.text) continue
    const from = marks[at + 1] ?? 0
    const to = marks[at + 2] ?? 0
    const value = newValue(kind, html.slice(from, to), { id, move, isQuoted: isQuoted(html, from) })
    if (value === undefined) continue
    result += html.slice(done, from) + value
    done = to
  }
  return result + html.slice(done)
}

/** For browsers `#top` is the top of a page where nothing has that id. */
function holdsId({ html, marks }: MarkedHtml, id: string): boolean {
  for (let at = 0; at < marks.length; at += 3)
    if (marks[at] === MARK.ids && html.slice(marks[at + 1], marks[at + 2]).trim() === id)
      return true
  return false
}

function isQuoted(html: string, from: number): boolean {
  return html[from - 1] === '"' || html[from - 1] === "'"
}

interface PrintContext {
  readonly id: string
  readonly move: (url: string) => string
  readonly isQuoted: boolean
}

function newValue(
  kind: number,
  value: string,
  { id, move, isQuoted: quoted }: PrintContext,
): string | undefined {
  switch (kind) {
    case MARK.ids:
      return (value.match(/[^ \t\n\f\r]+/g) ?? []).map((word) => `${id}-${word}`).join(' ')
    case MARK.name:
      return `${id}-${value}`
    case MARK.fragment:
      return value.replaceAll('url(#', `url(#${id}-`).replace(/^#/, `#${id}-`)
    case MARK.address:
      return quoted ? move(value) : move(value).replaceAll(' ', '%20')
    case MARK.addresses:
      return movedList(value, move)
    // Landmarks of a page have names of their own: the notes of each chapter are a group, no landmark.
    case MARK.landmark:
      return ' role="group"'
    default:
      return undefined
  }
}

function movedList(value: string, move: (url: string) => string): string {
  let result = ''
  let done = 0
  for (const { address, from, to } of addressesIn(value, { use: 'file', isList: true })) {
    result += value.slice(done, from) + move(address)
    done = to
  }
  return result + value.slice(done)
}

/** Where an address leads that is written on the page at `from`. */
export function printUrl(url: string, from: OutputPath, place: PrintPage): string {
  const own = place.idOf(from)
  if (url === '' || url.startsWith('#'))
    return own === undefined ? url : fragment(own, url.slice(1))
  if (url.startsWith('/') || isAddress(url)) return url
  const { path, query, hash } = splitReference(url)
  const decoded = decodeReference(path.replaceAll('&amp;', '&'))
  const resolved =
    path === '' ? from : resolveReference(from as string as BookPath, decoded, '' as FolderPrefix)
  if (resolved === undefined) return url
  const target = resolved as OutputPath
  const id = query === '' ? place.idOf(target) : undefined
  if (id !== undefined) return fragment(id, hash === '#top' ? '' : hash.slice(1))
  return fileUrl(target, decoded.endsWith('/'), place) + query + hash
}

function fileUrl(target: OutputPath, isFolder: boolean, { output }: PrintPage): string {
  const url = relativeUrl(output, target).replaceAll('&', '&amp;')
  return isFolder && target !== '' ? `${url}/` : url
}

function fragment(part: string, id: string): string {
  return id === '' ? `#${part}` : `#${part}-${id}`
}
