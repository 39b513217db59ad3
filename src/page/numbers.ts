// The numbers that a page is known by, for captions and headings that show them.
import type { Space } from '../core/book.ts'
import type { Inputs } from '../core/dependency.ts'
import { scalarText } from '../core/json.ts'
import type { BookPath } from '../core/path.ts'
import type { MarkdownRequest } from '../markdown/parser.ts'
import { factKey } from './context.ts'
import { pageFacts } from './facts.ts'

/** The number of a page in SUMMARY, asked for only where captions of pictures or headings show it. */
export function numbersOf(
  path: BookPath,
  { space, inputs }: { readonly space: Space; readonly inputs: Inputs },
): Pick<MarkdownRequest, 'level' | 'chapter' | 'picturesBefore'> {
  const { figures, theme } = space.config
  const isCounted = theme.headingNumbers === 'chapter'
  if (figures === false && !isCounted) return {}
  inputs.get('fact', factKey(space.id, 'page', path))
  const level = scalarText(pageFacts(space, path)['level'])
  return {
    level,
    ...(isCounted && { chapter: level }),
    ...(figures !== false && {
      picturesBefore: () => Math.max(inputs.get('earlierPictures', `${space.id}|${path}`), 0),
    }),
  }
}
