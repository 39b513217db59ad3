import { isPicturePath } from '../../core/path.ts'
import { problem } from '../../messages/problem.ts'
import { type Rule, ruleWithOptions } from '../rule.ts'

/** An image outside the folder of images. */
export const imagesFolder: Rule = ruleWithOptions(
  'house/images-folder',
  { folder: { kind: 'texts', default: ['images'] } },
  function* ({ book }, { folder }) {
    const folders = folder.map((name) => name.replace(/^\.?\/|\/$/g, ''))
    for (const path of book.assets) {
      const inside = path.slice(book.root.length)
      if (!isPicturePath(path) || folders.some((name) => inside.startsWith(`${name}/`))) continue
      yield problem('house/images-folder', { file: path }, { folders })
    }
  },
)
