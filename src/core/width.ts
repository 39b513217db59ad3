// Widths of pictures.

/** A share of the line, `50%`, as a class in steps of ten; undefined for any other width. */
export function shareOf(width: string): string | undefined {
  const percent = /^\s*(\d+(?:\.\d+)?)%\s*$/.exec(width)?.[1]
  if (percent === undefined) return undefined
  return `width-${Math.min(10, Math.max(1, Math.round(Number(percent) / 10))) * 10}`
}
