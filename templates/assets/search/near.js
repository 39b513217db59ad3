// What a reader may have meant: words with one typing mistake, and pages in the order in which they are offered.

/** One letter more, less, other, or two neighbors exchanged. */
export function isOneEdit(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const rest = (text, skip) => text.slice(start + skip)
  return (
    rest(a, 1) === rest(b, 1) ||
    rest(a, 1) === rest(b, 0) ||
    rest(a, 0) === rest(b, 1) ||
    (a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, 2) === rest(b, 2))
  )
}

const best = (a, b) => b[1] - a[1] || a[0] - b[0]

/** Several words: the pieces with most of them. */
export function mostOf(groups) {
  const sum = new Map()
  for (const { hits, worth } of groups)
    for (const [piece, value] of hits) sum.set(piece, (sum.get(piece) || 0) + worth * (5 + value))
  return [...sum]
    .sort(best)
    .slice(0, 60)
    .map(([piece]) => ({ piece, groups }))
}

/** One word: the best piece of every word that it may have meant, then the second best. */
export function inTurn(groups) {
  const lists = groups.map((group) =>
    [...group.hits].sort(best).map(([piece]) => ({ piece, groups: [group] })),
  )
  const order = []
  for (let turn = 0; turn < 60; turn++)
    for (const list of lists) if (list[turn]) order.push(list[turn])
  return order
}
