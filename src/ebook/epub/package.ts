// The package of an EPUB: what is said of the book, and which files it has.
import { xmlText } from '../../site/metadata/xml.ts'
import type { Chapter } from '../chapter.ts'
import type { Edition } from '../edition.ts'
import { unsaidPictures } from '../destinations.ts'
import type { FontFile } from './author-styles.ts'
import type { PictureFile } from './pictures.ts'
import { tag } from './xml.ts'

/** What a package lists. */
export interface PackageRequest {
  readonly edition: Edition
  readonly names: ReadonlyMap<Chapter, string>
  /** The languages beside XHTML in the documents. */
  readonly properties: ReadonlyMap<Chapter, string>
  readonly pictures: readonly PictureFile[]
  readonly fonts: readonly FontFile[]
  /** The name of the picture on the cover. */
  readonly cover: string | undefined
}

const XHTML = 'application/xhtml+xml'

const dc = (name: string, value: string | undefined, more = {}): string =>
  value === undefined ? '' : tag(`dc:${name}`, more, xmlText(value))

const refine = (key: string, value: string): string =>
  tag('meta', { refines: '#series', property: key }, xmlText(value))

const schema = (name: string, value: string): string => property(`schema:${name}`, value)

const item = (...[id, href, type, properties]: readonly string[]): string =>
  tag('item', { id, href, 'media-type': type, properties })

const refer = (idref: string, isLinear = true): string =>
  tag('itemref', { idref, linear: isLinear ? undefined : 'no' })

/** `package.opf`. */
export function packageDocument(request: PackageRequest): string {
  const { edition } = request
  const attributes = {
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': 'id',
    'xml:lang': edition.language.tag,
    dir: edition.direction === 'rtl' ? 'rtl' : undefined,
    prefix: 'schema: http://schema.org/',
  }
  const inside = `\n${metadata(request)}\n${manifest(request)}\n${spine(request)}\n`
  return `<?xml version="1.0" encoding="utf-8"?>\n${tag('package', attributes, inside)}\n`
}

function metadata(request: PackageRequest): string {
  const { edition } = request
  const lines = [
    dc('identifier', edition.identifier, { id: 'id' }),
    dc('title', edition.title),
    dc('language', edition.language.tag),
    ...edition.authors.map((name, index) => dc('creator', name, { id: `author-${index + 1}` })),
    dc('publisher', edition.publisher),
    dc('description', edition.description),
    dc('date', edition.published),
    property('dcterms:modified', edition.modified),
    ...series(edition),
    ...accessibility(request),
  ]
  const inside = lines.filter((line) => line !== '').join('\n')
  return tag('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, `\n${inside}\n`)
}

function property(name: string, value: string): string {
  return tag('meta', { property: name }, xmlText(value))
}

function series({ series: name, seriesIndex }: Edition): readonly string[] {
  if (name === undefined) return []
  return [
    tag('meta', { property: 'belongs-to-collection', id: 'series' }, xmlText(name)),
    refine('collection-type', 'series'),
    ...(seriesIndex === undefined ? [] : [refine('group-position', seriesIndex)]),
  ]
}

/** EPUB Accessibility 1.1, section 2: what readers can rely on. */
function accessibility({
  edition,
  pictures,
  cover,
  properties,
}: PackageRequest): readonly string[] {
  const speaks = (what: string): boolean =>
    [...properties.values()].some((one) => one.includes(what))
  const isSeen = speaks('svg') || pictures.some(({ name }) => name !== cover)
  const isSaid = edition.chapters.every((chapter) => unsaidPictures(edition, chapter).length === 0)
  const mayFlash = pictures.some(({ type }) => type === 'image/gif')
  return [
    schema('accessMode', 'textual'),
    ...(isSeen ? [schema('accessMode', 'visual')] : []),
    ...(isSaid ? [schema('accessModeSufficient', 'textual')] : []),
    ...(isSeen ? [schema('accessModeSufficient', 'textual,visual')] : []),
    ...['tableOfContents', 'structuralNavigation', 'readingOrder', 'displayTransformability'].map(
      (feature) => schema('accessibilityFeature', feature),
    ),
    ...(isSeen && isSaid ? [schema('accessibilityFeature', 'alternativeText')] : []),
    ...(speaks('mathml') ? [schema('accessibilityFeature', 'MathML')] : []),
    ...(mayFlash
      ? [schema('accessibilityHazard', 'unknown')]
      : [schema('accessibilityHazard', 'none')]),
    schema(
      'accessibilitySummary',
      isSaid
        ? 'All text can be resized, recolored and read aloud in its order; headings, lists and tables are marked as such, and every picture has a text that says what it shows or is marked as decoration.'
        : 'All text can be resized, recolored and read aloud in its order; headings, lists and tables are marked as such. Some pictures have no text that says what they show.',
    ),
  ]
}

function manifest({ names, pictures, fonts, cover, properties }: PackageRequest): string {
  const items = [
    item('nav', 'nav.xhtml', XHTML, 'nav'),
    item('css', 'book.css', 'text/css'),
    ...(cover === undefined ? [] : [item('cover', 'cover.xhtml', XHTML)]),
    ...[...names].map(([chapter, name]) =>
      item(idOf(name), name, XHTML, ...[properties.get(chapter) ?? ''].filter(Boolean)),
    ),
    ...pictures.map(({ name, type }) =>
      item(idOf(name), name, type, ...(name === cover ? ['cover-image'] : [])),
    ),
    ...fonts.map(({ name, type }) => item(idOf(name), name, type)),
  ]
  return tag('manifest', {}, `\n${items.join('\n')}\n`)
}

function idOf(name: string): string {
  return name.replace(/\.\w+$/, '')
}

function spine({ edition, names, cover }: PackageRequest): string {
  const refs = [
    ...(cover === undefined ? [] : [refer('cover')]),
    refer('nav'),
    ...[...names].map(([{ isListed }, name]) => refer(idOf(name), isListed)),
  ]
  const attributes = {
    'page-progression-direction': edition.direction === 'rtl' ? 'rtl' : undefined,
  }
  return tag('spine', attributes, `\n${refs.join('\n')}\n`)
}
