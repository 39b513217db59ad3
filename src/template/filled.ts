// What the functions call that `npm run theme` makes of the theme's templates. Each gives what Handlebars gives
// for the same value.
import { isolateWords } from '../core/bidi.ts'
import type { Diagnostic } from '../core/diagnostic.ts'

/** Layouts ready to be filled in. */
export interface Templates {
  /**
   * The text of a layout with the values of a view; '' for a layout that does not exist. One that fails only now is
   * told, and what the theme has in its place is shown.
   */
  render(layout: string, view: object, report?: (problem: Diagnostic) => void): string
}

/** The view that a layout was called with. */
interface Root {
  readonly labels?: Readonly<Record<string, string>>
  readonly book?: { readonly direction?: string }
}

type Fill = (context: unknown, root: Root) => string

/** Layouts by name. */
export type Filled = { readonly [layout: string]: Fill }

/** A module that `npm run theme` makes. */
export type MakeFilled = (tools: Tools) => Filled

/** Where a member of a list keeps what a partial made of it. */
const SHOWN: unique symbol = Symbol('shown')

/** Something that several pages show in the same way. */
interface Shared {
  readonly [SHOWN]?: { html?: string }
}

/** A member of lists of several pages: what the partial of such a list makes of it is made once. */
export function shared<Member extends object>(member: Member): Member {
  return Object.defineProperty(member, SHOWN, { value: {} })
}

const ESCAPES: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '`': '&#x60;',
  '=': '&#x3D;',
}

/** What is called by the functions. */
interface Tools {
  text(value: unknown): string
  escape(value: unknown): string
  is(value: unknown): boolean
  or(...values: readonly unknown[]): unknown
  label(root: Root, key: string): string
  isolate(root: Root, value: unknown): unknown
  each(list: unknown, fill: (member: unknown) => string, otherwise: () => string): string
  once(member: unknown, fill: Fill, root: Root): string
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : (value as string | number).toString()
}

/** Is there something to show in it? An empty list is nothing. */
export function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

const tools: Tools = {
  text,
  is: isFilled,
  escape(value) {
    const shown = text(value)
    if (!/[&<>"'`=]/.test(shown)) return shown
    return shown.replaceAll(/[&<>"'`=]/g, (sign) => ESCAPES[sign] ?? sign)
  },
  or: (...values) => values.find(isFilled),
  label: ({ labels }, key) => labels?.[key] ?? key,
  isolate: ({ book }, value) =>
    typeof value === 'string' && book?.direction === 'rtl' ? isolateWords(value) : value,
  each(list, fill, otherwise) {
    if (!Array.isArray(list) || list.length === 0) return otherwise()
    let html = ''
    for (const member of list) html += fill(member)
    return html
  },
  once(member, fill, root) {
    const kept = (member as Shared | undefined)?.[SHOWN]
    if (kept === undefined) return fill(member, root)
    return (kept.html ??= fill(member, root))
  },
}

/** Layouts of which nothing is replaced. */
export function filledTemplates(make: MakeFilled): Templates {
  const layouts = make(tools)
  return { render: (layout, view) => layouts[layout]?.(view, view) ?? '' }
}
