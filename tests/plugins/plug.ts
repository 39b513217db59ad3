import { NotLoaded } from '../../src/core/not-loaded.ts'
import { USUAL_LIMITS } from '../../src/core/trust.ts'
import type { JsonObject } from '../../src/core/json.ts'
import type { Space } from '../../src/core/book.ts'
import type { BookPath, FolderPrefix } from '../../src/core/path.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { literalHost } from '../markdown/host.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { expandPage } from '../../src/page/expand.ts'
import { componentWords } from '../../src/components/words.ts'
import { splitFrontMatter } from '../../src/files/front-matter.ts'
import { quoteMarks } from '../../src/plugins/quotes.ts'
import { configOf } from '../support/config-of.ts'

export interface Plugged {
  readonly text: string
  readonly html: string
  readonly problems: readonly string[]
  /** Files that were asked for. */
  readonly reads: readonly string[]
  /** For each line of the text, the line of the page that it is from. */
  readonly origins: readonly (number | undefined)[]
}

export interface Options {
  readonly plugins?: readonly string[]
  readonly pluginsConfig?: JsonObject
  readonly files?: { readonly [path: string]: string }
  readonly path?: string
  readonly language?: string
}

/** A result for which libraries may have to be loaded first. */
async function loaded<T>(result: () => T): Promise<T> {
  try {
    return result()
  } catch (error) {
    if (!(error instanceof NotLoaded)) throw error
    await error.load()
    return loaded(result)
  }
}

/** What the plugin blocks make of a page of a book that lists some plugins. */
export async function plug(source: string, options: Options = {}): Promise<Plugged> {
  const { plugins = [], files = {}, language } = options
  const path = (options.path ?? 'ch/page.md') as BookPath
  const config = configOf({ plugins, pluginsConfig: options.pluginsConfig ?? {} }, language)
  const reads: string[] = []
  const expanded = expandPage(path, splitFrontMatter(path, source).value, {
    space: { id: '', root: '' as FolderPrefix, config } as unknown as Space,
    files: memoryFiles(files),
    inputs: { get: (kind, key) => (reads.push(`${kind} ${key}`), '' as never) },
    facts: () => ({}),
    words: componentWords(language),
    limits: USUAL_LIMITS,
  })
  const words = componentWords(language)
  const request = { path, text: expanded.text, literal: expanded.literal, firstLine: 1 }
  const { html, diagnostics } = await loaded(() =>
    createMarkdown({ words, quotes: quoteMarks(config), emoji: config.emoji }).render({
      ...request,
      host: literalHost,
    }),
  )
  return {
    text: expanded.text,
    html: html.trim(),
    problems: [...expanded.diagnostics, ...diagnostics].map(
      ({ code, at }) => `${code} ${at?.file}:${at?.start?.line}:${at?.start?.column}`,
    ),
    reads,
    origins: expanded.text
      .split('\n')
      .map(
        (_, index) =>
          expanded.toSource({ file: path, start: { line: index + 1, column: 1 } }).start?.line,
      ),
  }
}
