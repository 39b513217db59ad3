import { type Finding, type Rule, type Subject, textsOption } from '../rule.ts'
import { isImagePath } from './image.ts'

/** An image outside the folder of images. */
export const imagesFolder: Rule = {
  code: 'house/images-folder',
  severity: 'off',
  options: { folder: 'texts' },
  *find({ book }: Subject, options): Generator<Finding> {
    const folders = textsOption(options, 'folder', ['images']).map((name) =>
      name.replace(/^\.?\/|\/$/g, ''),
    )
    for (const path of book.assets) {
      const inside = path.slice(book.root.length)
      if (!isImagePath(path) || folders.some((folder) => inside.startsWith(`${folder}/`))) continue
      yield {
        at: { file: path },
        message: `Expected images in "${folders.join('/" or "')}/", found this one elsewhere`,
        hint: 'Move it, and mend the links of the pages that show it',
      }
    }
  },
}
