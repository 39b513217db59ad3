/** Numbers that look random and are the same in every run. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  /** One of these. */
  pick<T>(options: readonly T[]): T
  /** True as often as `part` says, from 0 to 1. */
  chance(part: number): boolean
  /** So many values, from none to `most`. */
  list<T>(most: number, make: (index: number) => T): readonly T[]
}

/** A generator for one case of a property: the same seed gives the same case. */
export function createRandom(seed: number): Random {
  let state = (seed + 1) * 0x9e3779b9
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    pick(options) {
      const chosen = options[below(options.length)]
      if (chosen === undefined) throw new Error('nothing to pick from')
      return chosen
    },
    chance: (part) => next() < part,
    list: (most, make) => Array.from({ length: below(most + 1) }, (_, index) => make(index)),
  }
}
