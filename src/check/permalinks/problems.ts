import type { Diagnostic, Place } from '../../core/diagnostic.ts'
import { LOCK_FILE } from './lock.ts'
import type { Entry } from './propose.ts'

function onLine(line: number, column: number, length: number): Place {
  const start = { line, column }
  return { file: LOCK_FILE, start, end: { line, column: column + length } }
}

function shown([from, to]: Entry): string {
  return `${JSON.stringify(from)}: ${JSON.stringify(to)}`
}

/** A page that readers may have kept and that is nowhere. */
export function vanishedPage(
  { page, line }: { readonly page: string; readonly line: number },
  renamed: Entry | undefined,
): Diagnostic {
  return {
    code: 'urls/vanished-page',
    severity: 'warning',
    message: `The address "${page}" is promised to readers, and no page and no redirect answers to it`,
    at: onLine(line, 1, page.length),
    hint:
      renamed === undefined
        ? `Add where it went to "redirects" of the configuration, or give the address up: handbook urls --forget "${page}"`
        : `Git saw "${renamed[0]}" become "${renamed[1]}". Add to "redirects" of the configuration: ${shown(renamed)}`,
  }
}

/** An anchor that readers may have kept and that its page does not have. */
export function vanishedAnchor(
  { page, id, line }: { readonly page: string; readonly id: string; readonly line: number },
  proposed: Entry | undefined,
): Diagnostic {
  return {
    code: 'urls/vanished-anchor',
    severity: 'warning',
    message: `The address "${page}#${id}" is promised to readers, and the page has no heading or id of that name`,
    at: onLine(line, 3, id.length + 1),
    hint:
      proposed === undefined
        ? `Add where it went to "redirects" of the configuration, or give the address up: handbook urls --forget "${page}#${id}"`
        : `If this is what it became, add to "redirects" of the configuration: ${shown(proposed)}`,
  }
}

/** A line of the list that is neither a page nor an anchor. */
export function unreadableLine(line: number, text: string): Diagnostic {
  return {
    code: 'urls/unreadable-line',
    severity: 'warning',
    message: 'Expected the address of a page, or an anchor after two spaces and "#"',
    at: onLine(line, 1, text.length),
    hint: 'Addresses begin at the top of the site: guide/install.html. Of a merge keep the lines of both sides, and take its marks away',
  }
}

/** An address to be forgotten that is not in the list. */
export function notInList(address: string, near: string | undefined): Diagnostic {
  return {
    code: 'urls/not-listed',
    severity: 'error',
    message: `"${address}" is not in the list of addresses`,
    hint:
      near === undefined
        ? 'An address is written as in the list: guide/install.html#steps'
        : `Did you mean "${near}"?`,
  }
}

/** An address to be forgotten that readers reach. */
export function stillThere(address: string): Diagnostic {
  return {
    code: 'urls/still-there',
    severity: 'error',
    message: `"${address}" is an address of this book, and the next list would have it again`,
    hint: 'Only what has vanished can be forgotten; take away the page, the heading or the redirect first',
  }
}
