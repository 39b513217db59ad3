// TeX as authors put it where it is TeX already.

const DELIMITED = [
  /^\\\(([\s\S]*)\\\)$/,
  /^\\\[([\s\S]*)\\\]$/,
  /^\$\$([^$]*)\$\$$/,
  /^\$([^$]*)\$$/,
]

/**
 * A formula without the signs that say once more that it is one: `latexmath:[\(x\)]`, `$$x$$` in a fence or a block. Signs
 * that end inside of it belong to its parts, and stay.
 */
export function withoutDelimiters(written: string): string {
  const tex = written.trim()
  for (const form of DELIMITED) {
    const inside = form.exec(tex)?.[1]
    if (inside !== undefined) return /\\[()[\]]/.test(inside) ? tex : inside.trim()
  }
  return tex
}
