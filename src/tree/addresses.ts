// The one table of attributes that hold addresses. Rendering, checks, renaming, the print page and ebooks ask it.

/** What an address is for, which says how it is answered. */
export type AddressUse =
  /** A reader goes there: a page of the book is meant as the page. */
  | 'link'
  /** A picture is shown here. */
  | 'image'
  /** The browser fetches it: the file itself is meant. */
  | 'file'

/** An attribute that holds addresses. */
export interface AddressFact {
  readonly use: AddressUse
  /** A list of candidates with their sizes: `a.png 1x, b.png 2x`. */
  readonly isList?: true
  /** Only on these elements; absent when on any. */
  readonly on?: ReadonlySet<string>
}

const on = (names: string): ReadonlySet<string> => new Set(names.split(' '))

const TABLE: { readonly [attribute: string]: readonly AddressFact[] } = {
  href: [
    { use: 'link', on: on('a area') },
    { use: 'file', on: on('link use image feimage base') },
  ],
  'xlink:href': [
    { use: 'link', on: on('a') },
    { use: 'file', on: on('use image feimage') },
  ],
  src: [
    { use: 'image', on: on('img') },
    { use: 'file', on: on('audio embed iframe input script source track video') },
  ],
  srcset: [{ use: 'file', isList: true, on: on('img source') }],
  imagesrcset: [{ use: 'file', isList: true, on: on('link') }],
  poster: [{ use: 'file', on: on('video') }],
  data: [{ use: 'file', on: on('object') }],
  background: [{ use: 'file', on: on('body table td th tr') }],
  cite: [{ use: 'link', on: on('blockquote del ins q') }],
  longdesc: [{ use: 'link', on: on('img iframe') }],
  action: [{ use: 'link', on: on('form') }],
  formaction: [{ use: 'link', on: on('button input') }],
}

/** What the attribute of an element says about addresses; undefined when it holds none. */
export function addressFact(element: string, attribute: string): AddressFact | undefined {
  if (!Object.hasOwn(TABLE, attribute)) return undefined
  return TABLE[attribute]?.find(({ on: elements }) => elements?.has(element) ?? true)
}

/** One address in the value of an attribute, as offsets in it. */
export interface Candidate {
  readonly address: string
  readonly from: number
  readonly to: number
}

/** The addresses in the value of an attribute: one, or the candidates of a list. */
export function addressesIn(value: string, { isList }: AddressFact): readonly Candidate[] {
  if (isList !== true) {
    const address = value.trim()
    const from = value.indexOf(address)
    return address === '' ? [] : [{ address, from, to: from + address.length }]
  }
  // HTML standard, "parse a srcset attribute": a candidate ends at a comma behind white space or behind its address.
  return [
    ...value.matchAll(/[\s,]*([^\s,](?:\S*[^\s,])?)(?:,+|\s+[^,(]*(?:\([^)]*\)[^,(]*)*,?|$)/g),
  ].map(({ 0: whole, 1: address = '', index }) => {
    const from = index + whole.indexOf(address)
    return { address, from, to: from + address.length }
  })
}
