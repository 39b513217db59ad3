// What GitBook removed from a heading to make its id: most ASCII punctuation (the underscore too, the hyphen not) and
// a few typographic signs. Everything else stays, Chinese punctuation included.
const REMOVED =
  /[[\]!"#$%&'()*+,./:;<=>?@\\^_`{|}~\u00A9\u00AE\u2122\u2120\u2020\u2022\u2026\u2018\u2019\u201C\u201D\u00AA\u00BA\u02DA\u0152\u0153\u0192\u2202\u2206\u2211\u221E\u2665]/g

/**
 * The id that GitBook 3 gives to a heading with this text; '' when nothing remains. White space other than the
 * space becomes hyphens as well, because an id must not contain it.
 */
export function slug(text: string): string {
  const spaced = /[\t\u00A0]/.test(text) ? withSpaces(text) : text
  return spaced
    .replace(REMOVED, '')
    .replace(/[ \n\r\f\v]/g, '-')
    .toLowerCase()
    .replace(/^-/, '')
}

/** GitBook made spaces of other blanks before it trimmed lines. */
function withSpaces(text: string): string {
  return text
    .replaceAll('\t', '    ')
    .replace(/\u00A0\s*$/, '')
    .replaceAll('\u00A0', ' ')
}

/** The id that GitHub gives to a heading with this text: pictures in it leave their space, as a hyphen. */
export function slugOfGithub(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')
}

/** Makes ids unique: a second `a` becomes `a-1`, an empty one `section`. */
export interface IdPool {
  /** Takes an id that must stay as it is; false when it was taken before. */
  reserve(id: string): boolean
  /** The wanted id, or the first free one of `id-1`, `id-2` … */
  claim(wanted: string): string
}

/** An empty pool: one a page. */
export function createIdPool(): IdPool {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return {
    reserve(id) {
      if (taken.has(id)) return false
      taken.add(id)
      return true
    },
    claim(wanted) {
      const base = wanted === '' ? 'section' : wanted
      let id = base
      let count = next.get(base) ?? 1
      while (taken.has(id)) id = `${base}-${count++}`
      next.set(base, count)
      taken.add(id)
      return id
    },
  }
}

/** What is left of an id when it is written in another way: its letters and digits. */
export function keyOf(id: string): string {
  return id
    .toLowerCase()
    .replace(/^id-/, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+|\p{Variation_Selector}+|\p{Me}+/gu, '')
}
