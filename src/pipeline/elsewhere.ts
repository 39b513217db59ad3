// Pages that threads lay out which have rendered them, while the build makes the rest of the site: what such a page is made
// of need not be read again. A thread sees of all other pages what is light in their results, and is believed where it
// sees of the site what the build sees.
import type { PageResult } from '../core/book.ts'
import type { BookPath } from '../core/path.ts'
import type { Looks } from '../files/files.ts'
import type { ComingPage, EmitRequest } from '../site/emit-request.ts'
import { OWN, claim, openClaims, takerOf } from './claims.ts'
import { ASIDE, HEAVY, withParts, withoutParts } from './heavy-parts.ts'
import type { SiteParts } from './site-request.ts'
import { type Told, createTold } from './told.ts'

/** What a thread is told to lay its pages out with: data that can be posted. */
export interface LayoutOrder extends Pick<SiteParts, 'siteUrl' | 'dates' | 'servedAt' | 'names'> {
  /** All pages in order; those of the thread without their results. */
  readonly pages: readonly (readonly [path: BookPath, light?: string])[]
  readonly claims: SharedArrayBuffer
}

/** A page with its layout around it. */
export interface LaidPage {
  /** Fingerprint of what the layout saw beside the page. */
  readonly key: string
  readonly file: Uint8Array<ArrayBuffer>
  readonly alternate: Uint8Array<ArrayBuffer> | undefined
}

/** A thread of the crew. */
export interface Member {
  readonly number: number
  /** What it has seen of the files when all pages are rendered, undefined when it did not come so far. */
  readonly seen: Promise<Looks | undefined>
  /** Tells it to lay its pages out. */
  layOut(order: LayoutOrder, laidOut: Told<LaidPage>): void
  /** Waits for it: else nothing does. */
  waitFor<Answer>(answer: Promise<Answer>): Promise<Answer>
  /** Ends it. */
  dismiss(): void
}

/** The pages that a crew has rendered. */
export interface RenderedPages {
  readonly members: readonly Member[]
  /** Who has rendered each page; not the pages that the build itself has rendered. */
  readonly makers: ReadonlyMap<BookPath, Member>
  /** In the list that threads have. */
  readonly indexes: ReadonlyMap<BookPath, number>
}

/** Has threads lay their pages out, as far as they can. */
export function layOutElsewhere(
  parts: SiteParts,
  { members, makers, indexes }: RenderedPages,
): EmitRequest['elsewhere'] {
  const { book, theme, shown, siteUrl, dates, servedAt, names } = parts
  // Layouts of the book may be wrong, which is told before anything is written; and what is at the foot of all pages is heavy.
  if (theme.isOwn || book.spaces.some(({ footerFile }) => footerFile !== undefined)) {
    for (const member of members) member.dismiss()
    return undefined
  }
  const claims = openClaims(indexes.size)
  const laidOut = createTold<LaidPage>(claims)
  for (const member of members)
    member.layOut(
      {
        siteUrl,
        dates,
        servedAt,
        names,
        pages: Array.from(shown, ([path, result]) =>
          makers.get(path) === member ? [path] : [path, lightOf(result)],
        ),
        claims: claims.buffer,
      },
      laidOut,
    )
  const waiting = new Map<number, Promise<LaidPage | undefined>>()
  const laidPage = (index: number, member: Member): Promise<LaidPage | undefined> => {
    const known = waiting.get(index)
    if (known !== undefined) return known
    const page = member.waitFor(laidOut.wait(index))
    waiting.set(index, page)
    return page
  }
  return (path, key) => {
    const index = indexes.get(path)
    const member = makers.get(path)
    if (index === undefined || member === undefined) return undefined
    const comes = (kind: keyof ComingPage) => (): Promise<Uint8Array | undefined> | undefined => {
      if (claim(claims, index, OWN) || takerOf(claims, index) === OWN) return undefined
      return laidPage(index, member).then((page) => {
        // Asked for last.
        if (kind === 'alternate') waiting.delete(index)
        return page?.key === key ? page[kind] : undefined
      })
    }
    return { file: comes('file'), alternate: comes('alternate') }
  }
}

/** A result without what is heavy in it. */
function lightOf(result: PageResult): string {
  return JSON.stringify([withoutParts(result, ASIDE), HEAVY.filter((name) => name in result)])
}

const missing = (): never => {
  throw new Error('not in this thread')
}

/** The same where it is read: whoever asks for what is heavy has asked for too much. */
export function fromLight(light: string): PageResult {
  const [value, heavy] = JSON.parse(light) as [Partial<PageResult>, (typeof HEAVY)[number][]]
  return withParts(
    value,
    heavy.map((name) => [name, missing]),
  )
}
