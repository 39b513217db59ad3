// What a page calls itself, before it is rendered.
import { asciidocBlocks } from '../asciidoc/blocks.ts'
import { type BookPath, isAsciidocPath } from '../core/path.ts'
import { foldSpace } from '../core/text.ts'
import type { Files } from '../files/files.ts'
import { attributesOf, splitFrontMatter } from '../files/front-matter.ts'
import { rememberTexts } from '../files/remember-texts.ts'
import { parseBlocks } from '../markdown/document.ts'

/** The title of front matter, else the first heading; undefined when it has neither, or there is no such file. */
export function ownTitle(files: Files, page: BookPath): string | undefined {
  const source = files.text(page)
  return source === undefined ? undefined : titleIn(page, source)
}

const titleIn = rememberTexts((path, source): string | undefined => {
  const { title } = attributesOf(path, source)
  if (typeof title === 'string' && title.trim() !== '') return title.trim()
  const { body } = splitFrontMatter(path, source.text).value
  const blocks = isAsciidocPath(path) ? asciidocBlocks(body) : parseBlocks(body)
  return blocks
    .flatMap((block) => (block.kind === 'heading' ? [block.inline.text] : []))
    .map(foldSpace)
    .find((text) => text !== '')
})
