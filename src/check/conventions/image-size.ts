import { isPicturePath } from '../../core/path.ts'
import { problem } from '../../messages/problem.ts'
import { type Rule, ruleWithOptions } from '../rule.ts'

/** An image that readers wait for. */
export const imageSize: Rule = ruleWithOptions(
  'house/image-size',
  { kilobytes: { kind: 'number', default: 500 }, width: { kind: 'number', default: 4000 } },
  function* (subject, { kilobytes: most, width: widest }) {
    const { book, files, results } = subject
    for (const path of book.assets) {
      if (!isPicturePath(path)) continue
      const kilobytes = Math.ceil((files.size(path) ?? 0) / 1000)
      if (kilobytes > most)
        yield problem(
          'house/image-size',
          { file: path },
          { case: 'kilobytes', most, found: kilobytes },
        )
    }
    const seen = new Set<string>()
    for (const { dependencies } of results.values())
      for (const { kind, key, value } of dependencies) {
        const width = kind === 'image' ? (value?.width ?? 0) : 0
        if (width <= widest || seen.has(key)) continue
        seen.add(key)
        yield problem(
          'house/image-size',
          { file: key as (typeof book.assets)[number] },
          { case: 'width', most: widest, found: width },
        )
      }
  },
)
