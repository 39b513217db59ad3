import type { Diagnostic } from '../../core/diagnostic.ts'
import { problem } from '../../messages/problem.ts'
import { type Rule, type Subject, numberOption } from '../rule.ts'
import { isImagePath } from './image.ts'

/** An image that readers wait for. */
export const imageSize: Rule = {
  code: 'house/image-size',
  options: { kilobytes: 'number', width: 'number' },
  *find(subject: Subject, options): Generator<Diagnostic> {
    const { book, files, results } = subject
    const most = numberOption(options, 'kilobytes', 500)
    const widest = numberOption(options, 'width', 4000)
    for (const path of book.assets) {
      if (!isImagePath(path)) continue
      const kilobytes = Math.ceil((files.size(path) ?? 0) / 1000)
      if (kilobytes > most)
        yield problem(
          'house/image-size',
          { file: path },
          { case: 'kilobytes', most, found: kilobytes },
        )
    }
    const seen = new Set<string>()
    for (const { reads } of results.values())
      for (const { question, key, answer } of reads) {
        const width = question === 'image' ? Number(answer.split('x')[0]) : 0
        if (width <= widest || seen.has(key)) continue
        seen.add(key)
        yield problem(
          'house/image-size',
          { file: key as (typeof book.assets)[number] },
          { case: 'width', most: widest, found: width },
        )
      }
  },
}
