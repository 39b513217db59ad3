// What plugins let a single page say of the parts around its text, as front matter of handbook says it.
import type { Range } from '../core/range.ts'
import { type JsonObject, objectOf } from '../core/json.ts'
import { switchOf } from '../core/switch.ts'

/** Keys of front matter with which pages of intopic-toc and of page-toc show or hide the list of their headings. */
const KEYS = ['isTocVisible', 'showToc']
/** Comments of anchor-navigation-ex. */
const COMMENTS: ReadonlyMap<string, string> = new Map([
  ['nonav', 'outline'],
  ['nolevel', 'numbers'],
])

/** The front matter of a page with what its marks say. What `layout` says comes first. */
export function withPageMarks(
  attributes: JsonObject,
  text: string,
  codeRanges: (text: string) => readonly Range[],
): JsonObject {
  const said = KEYS.map((key) => switchOf(attributes[key])).find((value) => value !== undefined)
  const marks = [
    ...(said === undefined ? [] : [['outline', said] as const]),
    ...commentsIn(text, codeRanges),
  ]
  if (marks.length === 0) return attributes
  const parts = Object.fromEntries(marks.map(([part, visible]) => [part, { visible }]))
  return { ...attributes, layout: { ...parts, ...objectOf(attributes['layout']) } }
}

function commentsIn(
  text: string,
  codeRanges: (text: string) => readonly Range[],
): readonly (readonly [part: string, visible: false])[] {
  if (!text.includes('ex_no')) return []
  const starts = new Set(codeRanges(text).map(({ from }) => from))
  return [...text.matchAll(/<!--[ \t]*ex_(nonav|nolevel)[ \t]*-->/g)].flatMap(
    ({ 1: name = '', index }) => {
      const part = COMMENTS.get(name)
      return part === undefined || !starts.has(index) ? [] : [[part, false] as const]
    },
  )
}
