// Links from one space of GitBook.com to a page of another, as its editor writes them.

/** Such a link, taken apart. */
export interface SpaceLink {
  /** What GitBook.com calls the space. */
  readonly id: string
  /** The address of the page in its space, without slashes around it; '' for its start. */
  readonly path: string
  /** With its sign; '' when there is none. */
  readonly hash: string
}

const LINK =
  /^https:\/\/app\.gitbook\.com\/(?:o\/[^/?#]+\/)?s\/([^/?#]+)(?:\/~\/(?:drafts|changes)\/[^/?#]+)?(\/[^?#]*)?(?:\?[^#]*)?(#.*)?$/

/** Undefined for everything else. Content that spaces share has an address of its own kind. */
export function spaceLink(written: string): SpaceLink | undefined {
  const [, id, path = '', hash = ''] = LINK.exec(written) ?? []
  if (id === undefined || path.startsWith('/~/')) return undefined
  return { id, path: path.replaceAll(/^\/+|\/+$/g, '').toLowerCase(), hash }
}
