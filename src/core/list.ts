/** Adds all of them. `push(...more)` would need as much of the stack as there are. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one)
}

/** So many arguments fit on every stack. */
const MOST_AT_ONCE = 10_000

/** Puts others in the place of an item. `splice(index, 1, ...others)` would need as much of the stack as there are. */
export function replaceAt<T>(list: T[], index: number, others: readonly T[]): void {
  list.splice(index, 1, ...others.slice(0, MOST_AT_ONCE))
  for (let done = MOST_AT_ONCE; done < others.length; done += MOST_AT_ONCE)
    list.splice(index + done, 0, ...others.slice(done, done + MOST_AT_ONCE))
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
