import type { Diagnostic } from '../../core/diagnostic.ts'
import { problem } from '../../messages/problem.ts'
import { type Rule, type Subject, textsOption } from '../rule.ts'
import { isImagePath } from './image.ts'

/** An image outside the folder of images. */
export const imagesFolder: Rule = {
  code: 'house/images-folder',
  options: { folder: 'texts' },
  *find({ book }: Subject, options): Generator<Diagnostic> {
    const folders = textsOption(options, 'folder', ['images']).map((name) =>
      name.replace(/^\.?\/|\/$/g, ''),
    )
    for (const path of book.assets) {
      const inside = path.slice(book.root.length)
      if (!isImagePath(path) || folders.some((folder) => inside.startsWith(`${folder}/`))) continue
      yield problem('house/images-folder', { file: path }, { folders })
    }
  },
}
