import { splitFrontMatter } from '../../src/files/front-matter.ts'
import type { BookPath, FolderPrefix } from '../../src/core/path.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { codeRanges } from '../../src/markdown/code-ranges.ts'
import {
  type ExpandedPage,
  type TemplateRequest,
  expandTemplates,
} from '../../src/template/expand.ts'

export interface Options extends Partial<Omit<TemplateRequest, 'path' | 'text'>> {
  readonly path?: string
  readonly files?: { readonly [path: string]: string }
  readonly git?: TemplateRequest['host']['git']
}

const VARIABLES = {
  book: { version: '1.2', list: ['x', 'y'], 名: '书', html: '<b>b</b>', day: '2020-01-02' },
  page: { title: 'Title', level: '1.1' },
  output: { name: 'website' },
}

/** Expands a page of a book that consists of `files`. */
export function expand(text: string, options: Options = {}): ExpandedPage {
  const { path = 'ch/page.md', files = {}, git, ...rest } = options
  const book = memoryFiles(files)
  return expandTemplates({
    path: path as BookPath,
    text,
    firstLine: 1,
    root: '' as FolderPrefix,
    variables: VARIABLES,
    host: {
      text: (wanted) => book.text(wanted),
      codeRanges,
      body: (wanted, whole) => splitFrontMatter(wanted, whole).value,
      ...(git === undefined ? {} : { git }),
    },
    ...rest,
  })
}

/** The expanded text. */
export function expandedText(source: string, options?: Options): string {
  return expand(source, options).text
}

/** Diagnostics in short: `code file:line:column`. */
export function problems(source: string, options?: Options): readonly string[] {
  const { diagnostics } = expand(source, options)
  return diagnostics.map(
    ({ code, at }) => `${code} ${at?.file}:${at?.start?.line}:${at?.start?.column}`,
  )
}

/** For each line of the result: `file:line`, with `=` when columns are the same. */
export function origins(source: string, options?: Options): readonly string[] {
  const result = expand(source, options)
  return result.text.split('\n').map((_, index) => {
    const origin = result.origin(index + 1)
    return `${origin?.file}:${origin?.line}${origin?.sameColumns === true ? '=' : ''}`
  })
}
