import { isPicturePath } from '../../core/path.ts'
import { problem } from '../../messages/problem.ts'
import { type Rule, ruleWithOptions } from '../rule.ts'
import { askedFiles } from '../usages.ts'

/** A picture on a page that takes long to load: a photograph as it left the camera, a film as GIF. */
export const largeImage: Rule = ruleWithOptions(
  'check/large-image',
  { kilobytes: { kind: 'number', default: 1000 } },
  function* (subject, { kilobytes: most }) {
    const asked = askedFiles(subject)
    for (const path of subject.book.assets) {
      if (!isPicturePath(path) || !asked.has(path)) continue
      const kilobytes = Math.ceil((subject.files.size(path) ?? 0) / 1000)
      if (kilobytes <= most) continue
      yield problem('check/large-image', { file: path }, { kilobytes })
    }
  },
)
