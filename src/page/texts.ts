// Other texts of the book that a page shows: what it includes, and descriptions of interfaces.
import type { FindInclude } from '../asciidoc/includes.ts'
import type { Space } from '../core/book.ts'
import { type BookPath, bookPath, decodeReference, resolveReference } from '../core/path.ts'
import type { Inputs } from '../core/dependency.ts'
import type { Files } from '../files/files.ts'
import { splitFrontMatter } from '../files/front-matter.ts'
import type { MarkdownRequest } from '../markdown/parser.ts'
import { isHidden } from './hidden.ts'

/** Where texts are, and who notes that they were asked for. */
interface TextsKit {
  readonly space: Space
  readonly files: Files
  readonly inputs: Inputs
}

/** Where GitBook.com's descriptions of interfaces may lie that no setting names. */
const API_FILES = [
  '',
  '.gitbook/',
  '.gitbook/assets/',
  '.gitbook/openapi/',
  'openapi/',
  'api/',
].flatMap((folder) => ['.yaml', '.yml', '.json'].map((end) => [folder, end] as const))

/** Other texts of the book that components show. */
export function textsFor(
  path: BookPath,
  kit: TextsKit,
): Required<Pick<MarkdownRequest, 'fileText' | 'apiText'>> {
  const fileText = (reference: string): string | undefined => {
    const found = readInclude(reference, path, kit)
    return found !== undefined && 'text' in found ? found.text : undefined
  }
  const { inputs, files, space } = kit
  const { root, config } = space
  return {
    fileText,
    apiText(name) {
      const known = Object.hasOwn(config.openapi, name) ? config.openapi[name] : undefined
      if (known !== undefined) return fileText(`/${known}`)
      if (!/^[\w.-]+$/.test(name)) return undefined
      // The name is made of that of a file; what is no letter became a hyphen.
      const names = [...new Set([name, name.replaceAll('-', '_')])]
      for (const [folder, end] of API_FILES)
        for (const one of names) {
          const place = `${root}${folder}${one}${end}` as BookPath
          if (!inputs.get('listed', place)) continue
          inputs.get('text', place)
          return files.text(place)?.text
        }
      return undefined
    },
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
