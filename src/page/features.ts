// What a page needs beyond the style sheet and the script that all pages share. Other pages do not load it.

/** A part of the theme that only some pages load. */
export type Feature = 'code' | 'image'

const IMAGE = /<img\b[^>]*>/gi
const ONE_THEME = /#(?:only|gh)-(?:dark|light)/
const ELSEWHERE = /\ssrc=["']?(?:https?:|data:|\/\/)/i
/** An image of no more pixels is never shown much smaller than it is. */
const SMALL = 360

/** The features that finished HTML needs. */
export function featuresOf(html: string): readonly Feature[] {
  return [
    ...(html.includes(' class="code-lines') ? (['code'] as const) : []),
    ...(html.includes('<picture') || (html.match(IMAGE) ?? []).some(isSpecial)
      ? (['image'] as const)
      : []),
  ]
}

/** Shown in one theme only, or large enough to be looked at closely, or of unknown size. */
function isSpecial(tag: string): boolean {
  if (ONE_THEME.test(tag)) return true
  const width = /\swidth=["']?(\d+)/i.exec(tag)?.[1]
  return width === undefined ? !ELSEWHERE.test(tag) : Number(width) > SMALL
}
