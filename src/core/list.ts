/** Adds all of them. `push(...more)` would need as much of the stack as there are. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one)
}

/** Adds a value to those of a key. */
export function addTo<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const known = lists.get(key)
  if (known === undefined) lists.set(key, [value])
  else known.push(value)
}

/** The items of a list by what a function says of them, in the order of the first of each. */
export function groupBy<T, K>(
  items: Iterable<T>,
  keyOf: (item: T, index: number) => K,
): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>()
  let index = 0
  for (const item of items) {
    const key = keyOf(item, index)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [item])
    else known.push(item)
    index += 1
  }
  return groups
}
