// What is heavy in a result, and results of which these parts lie elsewhere until somebody asks for them. They look the
// same as all others: `in` tells whether a part is there without reading it.
import type { PageResult } from '../core/book.ts'

/** What grows with the text of a page. */
export const HEAVY = ['html', 'markdown', 'marks', 'markdownLinks', 'sections'] as const

/** What only the next build asks for is put aside with what is heavy. */
export const ASIDE: readonly (keyof PageResult)[] = [...HEAVY, 'dependencies']

/** A result without its heavy parts. */
export function withoutParts(
  result: PageResult,
  names: readonly (keyof PageResult)[] = HEAVY,
): Partial<PageResult> {
  const light = (Object.keys(result) as (keyof PageResult)[]).filter((key) => !names.includes(key))
  return Object.fromEntries(light.map((key) => [key, result[key]]))
}

/** A result of its light part and of what reads each of the others. */
export function withParts(
  light: Partial<PageResult>,
  readers: Iterable<readonly [name: keyof PageResult, read: () => unknown]>,
): PageResult {
  for (const [name, get] of readers)
    Object.defineProperty(light, name, { enumerable: true, configurable: true, get })
  return light as PageResult
}
