// Widths of pictures.

/** A share of the line, `48%`, as classes of the theme: its tens, and what is beyond them. Undefined for any other width. */
export function shareOf(width: string): string | undefined {
  const percent = /^\s*(\d+)(?:\.\d+)?%\s*$/.exec(width)?.[1]
  if (percent === undefined) return undefined
  // Rounded down: what stands in one line stays there.
  const share = Math.min(100, Math.max(1, Number(percent)))
  const ones = share % 10
  return `width-${share - ones}${ones === 0 ? '' : ` width-and-${ones}`}`
}

/** A number of pixels, `222` or `222px`; undefined for any other width. */
export function pixelsOf(width: string | undefined): number | undefined {
  const pixels = /^\s*(\d+)\s*(?:px;?\s*)?$/i.exec(width ?? '')?.[1]
  return pixels === undefined ? undefined : Number(pixels)
}
