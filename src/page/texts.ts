// Other texts of the book that a page shows: what it includes, and descriptions of interfaces.
import type { FindInclude } from '../asciidoc/includes.ts'
import type { Space } from '../core/book.ts'
import { filesOfApi } from '../core/api-files.ts'
import { type BookPath, bookPath, decodeReference, resolveReference } from '../core/path.ts'
import type { Inputs } from '../core/dependency.ts'
import type { Files } from '../files/files.ts'
import { splitFrontMatter } from '../files/front-matter.ts'
import type { MarkdownRequest } from '../markdown/parser.ts'
import { isHidden } from './hidden.ts'
import { shownTags } from './tags.ts'

/** Where texts are, and who notes that they were asked for. */
interface TextsKit {
  readonly space: Space
  readonly files: Files
  readonly inputs: Inputs
}

/** What components show of the rest of the book. */
export function textsFor(
  path: BookPath,
  kit: TextsKit,
): Required<Pick<MarkdownRequest, 'fileText' | 'apiText' | 'tags'>> {
  const fileText = (reference: string): string | undefined => {
    const found = readInclude(reference, path, kit)
    return found !== undefined && 'text' in found ? found.text : undefined
  }
  const { inputs, space, files } = kit
  return {
    fileText,
    apiText(name) {
      for (const place of filesOfApi(name, space)) {
        if (isHidden(place, inputs) || inputs.get('text', place) === '') continue
        return files.text(place)?.text
      }
      return undefined
    },
    tags: () => shownTags(kit),
  }
}

/** An included file, with blank lines in place of its front matter; noted also when it does not exist yet. */
export function readInclude(
  target: string,
  from: BookPath,
  { inputs, space, files }: TextsKit,
): ReturnType<FindInclude> {
  const resolved = resolveReference(from, decodeReference(target), space.root)
  const path = resolved === undefined ? undefined : bookPath(resolved)
  if (path === undefined) return undefined
  if (isHidden(path, inputs)) return { hidden: path }
  inputs.get('text', path)
  const file = files.text(path)
  if (file === undefined) return undefined
  const { body, firstLine } = splitFrontMatter(path, file.text).value
  return { path, text: '\n'.repeat(firstLine - 1) + body }
}
