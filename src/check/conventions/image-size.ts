import { type Finding, type Rule, type Subject, numberOption } from '../rule.ts'
import { isImagePath } from './image.ts'

/** An image that readers wait for. */
export const imageSize: Rule = {
  code: 'house/image-size',
  severity: 'off',
  options: { kilobytes: 'number', width: 'number' },
  *find(subject: Subject, options): Generator<Finding> {
    const { book, files, results } = subject
    const most = numberOption(options, 'kilobytes', 500)
    const widest = numberOption(options, 'width', 4000)
    for (const path of book.assets) {
      if (!isImagePath(path)) continue
      const kilobytes = Math.ceil((files.size(path) ?? 0) / 1000)
      if (kilobytes > most)
        yield {
          at: { file: path },
          message: `Expected images of at most ${most} kB, found one of ${kilobytes} kB`,
          hint: 'Save it smaller, or in another format: WebP for photographs, SVG for drawings',
        }
    }
    const seen = new Set<string>()
    for (const { reads } of results.values())
      for (const { question, key, answer } of reads) {
        const width = question === 'image' ? Number(answer.split('x')[0]) : 0
        if (width <= widest || seen.has(key)) continue
        seen.add(key)
        yield {
          at: { file: key as (typeof book.assets)[number] },
          message: `Expected images of at most ${widest} pixels across, found one of ${width}`,
          hint: 'No page shows so many: save it smaller',
        }
      }
  },
}
