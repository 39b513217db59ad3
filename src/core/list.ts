/** Adds all of them. `push(...more)` would need as much of the stack as there are. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one)
}
