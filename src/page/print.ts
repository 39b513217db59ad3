// A page as part of the page that holds the whole book: its ids and its references are made unique, and links between
// pages become links inside.
import {
  type BookPath,
  type FolderPrefix,
  type OutputPath,
  decodeReference,
  relativeUrl,
  resolveReference,
} from '../core/path.ts'
import { type Attribute, type Edit, type Tag, applyEdits, scanTags } from '../markdown/html-tags.ts'

/** The page that holds all pages. */
export interface PrintPlace {
  readonly output: OutputPath
  /** The id of the part that shows this output; undefined when it is not in the book. */
  idOf(output: OutputPath): string | undefined
}

const IDS = new Set(
  'id for list form headers aria-labelledby aria-describedby aria-controls aria-owns aria-details aria-errormessage'.split(
    ' ',
  ),
)
const NAMED = new Set(['a', 'input', 'details', 'map'])
const URLS = new Set('href src poster data action xlink:href'.split(' '))
const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|\/)/i

// Comments and elements whose content is text are passed over; of a tag everything up to its end, quotes respected.
const PIECE =
  /<!--[^]*?(?:-->|$)|<(script|style|textarea|title|xmp)\b[^]*?(?:<\/\1|$)|<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/iy
const BEGINS_TAG = /^<[a-z]/i
// Most tags hold none of these and need no closer look.
const WORTH =
  /(?:id|for|list|form|headers|aria-\w+|href|src|srcset|poster|data|action|name|usemap)\s*=|url\(#/i

/** HTML of the page at `output` as it stands in the whole book. */
export function forPrint(html: string, output: OutputPath, place: PrintPlace): string {
  const id = place.idOf(output) ?? ''
  const move = (url: string): string => printUrl(url, output, place)
  let result = ''
  let done = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    PIECE.lastIndex = at
    const piece = PIECE.exec(html)?.[0]
    if (piece !== undefined && !piece.startsWith('<!') && WORTH.test(piece)) {
      result += html.slice(done, at) + rewriteTag(piece, id, move)
      done = at + piece.length
    }
    // A tag that never ends swallows the rest, as in a browser.
    if (piece === undefined && BEGINS_TAG.test(html.slice(at, at + 2))) break
    at += piece?.length ?? 1
  }
  return result + html.slice(done)
}

/** The first tag of a piece with its values made new. */
function rewriteTag(piece: string, id: string, move: (url: string) => string): string {
  const [tag] = scanTags(piece)
  const edits: Edit[] = []
  for (const attribute of tag?.attributes ?? []) {
    // Landmarks of a page have names of their own: the notes of each chapter are a group, no landmark.
    if (tag?.name === 'section' && attribute.name === 'aria-label')
      edits.push({ from: attribute.start, to: attribute.start, text: 'role="group" ' })
    const value = tag && newValue(tag, attribute, id, move)
    if (value !== undefined && value !== attribute.value)
      edits.push({ from: attribute.valueStart, to: attribute.valueEnd, text: value })
  }
  return applyEdits(piece, edits)
}

/** Where an address leads that is written on the page at `from`. */
export function printUrl(url: string, from: OutputPath, place: PrintPlace): string {
  const own = place.idOf(from)
  if (url === '' || url.startsWith('#'))
    return own === undefined ? url : fragment(own, url.slice(1))
  if (EXTERNAL.test(url)) return url
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url) ?? []
  const decoded = decodeReference(path.replaceAll('&amp;', '&'))
  const resolved = resolveReference(from as string as BookPath, decoded, '' as FolderPrefix)
  if (resolved === undefined) return url
  const target = resolved as OutputPath
  const id = query === '' ? place.idOf(target) : undefined
  if (id !== undefined) return fragment(id, hash.slice(1))
  return fileUrl(target, decoded.endsWith('/'), place) + query + hash
}

function fileUrl(target: OutputPath, isFolder: boolean, { output }: PrintPlace): string {
  const url = relativeUrl(output, target).replaceAll('&', '&amp;')
  return isFolder && target !== '' ? `${url}/` : url
}

function fragment(part: string, id: string): string {
  return id === '' ? `#${part}` : `#${part}-${id}`
}

function newValue(
  tag: Tag,
  { name, value, quote }: Attribute,
  id: string,
  move: (url: string) => string,
): string | undefined {
  if (value === '') return undefined
  if (IDS.has(name))
    return value
      .trim()
      .split(/\s+/)
      .map((word) => `${id}-${word}`)
      .join(' ')
  // Anchors of old, and choices of which one holds: they must not hold across pages.
  if (name === 'name' && NAMED.has(tag.name)) return `${id}-${value}`
  if (name === 'usemap') return value.replace('#', `#${id}-`)
  if (URLS.has(name)) return quote === '' ? move(value).replaceAll(' ', '%20') : move(value)
  if (name === 'srcset')
    return value.replaceAll(
      /(^|,\s*)([^\s,]+)/g,
      (_all, before: string, url: string) => before + move(url),
    )
  return value.includes('url(#') ? value.replaceAll('url(#', `url(#${id}-`) : undefined
}
