// How deep headings are where none may be left out on the way down: two that were written alike stay alike.

/** Gives each heading its depth, in the order of the page. */
export function headingDepths(top: () => number): (written: number) => number {
  const above: { readonly written: number; readonly depth: number }[] = []
  return (written) => {
    while ((above.at(-1)?.written ?? 0) >= written) above.pop()
    const depth = (above.at(-1)?.depth ?? top() - 1) + 1
    above.push({ written, depth })
    return depth
  }
}
