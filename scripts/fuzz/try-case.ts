// What has to hold of every book, whatever is in it: nothing is thrown, nothing of ours fails and is only caught, places
// lie in their files, no page reaches into its layout, a build with a memory is a build without one, and ebooks are sound.
import { checkBook } from '../../src/check/check.ts'
import type { PageResult } from '../../src/core/book.ts'
import type { Diagnostic, Place } from '../../src/core/diagnostic.ts'
import type { BookPath } from '../../src/core/path.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { formatDiagnostic } from '../../src/messages/format.ts'
import { loadMessages } from '../../src/messages/languages.ts'
import { build } from '../../src/pipeline/build.ts'
import type { Built, Memory } from '../../src/pipeline/built.ts'
import { type Contents, site } from '../../tests/support/build-book.ts'
import { layoutAround } from '../../tests/support/layout-around.ts'
import type { Case } from './case.ts'
import { tryEbooks } from './try-ebooks.ts'

/** Something that does not hold. */
export interface Find {
  readonly kind: 'thrown' | 'caught' | 'place' | 'words' | 'layout' | 'incremental' | 'ebook'
  readonly detail: string
}

/** Builds and checks the books of a case, with and without a memory. */
export async function tryCase({ before, after }: Case): Promise<readonly Find[]> {
  try {
    const first = await build({ files: memoryFiles(before) })
    const clean = await build({ files: memoryFiles(after) })
    const checked = await checkBook({ files: memoryFiles(after) }, first.memory)
    return [
      ...(await judged(first, before)),
      ...(await judged(clean, after)),
      ...(await judgedDiagnostics(checked.diagnostics, after)),
      ...(await compared('the memory of a build', after, first.memory, clean)),
      ...(await compared('a memory that was kept', after, kept(first.memory), clean)),
      ...(await compared('the memory of a check', before, checked.memory, first)),
      ...(await tryEbooks(after)).map((detail) => ({ kind: 'ebook' as const, detail })),
    ]
  } catch (error) {
    return [{ kind: 'thrown', detail: error instanceof Error ? `${error.stack}` : String(error) }]
  }
}

/** As it comes back from a disk. */
function kept({ cacheKey, results }: Memory): Memory {
  const again = JSON.parse(JSON.stringify([...results])) as [BookPath, PageResult][]
  return { cacheKey, results: new Map(again) }
}

async function compared(
  what: string,
  contents: Contents,
  memory: Memory,
  clean: Built,
): Promise<readonly Find[]> {
  const built = await build({ files: memoryFiles(contents) }, memory)
  const [one, other] = [facts(built), facts(clean)]
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  const different = [...names].filter((name) => one[name] !== other[name])
  return different.length === 0
    ? []
    : [{ kind: 'incremental', detail: `with ${what}, these differ: ${different.join(', ')}` }]
}

function facts(built: Built): Record<string, string | undefined> {
  return { ...site(built), ' diagnostics': JSON.stringify(built.diagnostics) }
}

async function judged(built: Built, contents: Contents): Promise<readonly Find[]> {
  const finds = [...(await judgedDiagnostics(built.diagnostics, contents))]
  for (const { path, html, marks } of built.memory.results.values()) {
    const around = layoutAround(html)
    if (around !== 'main nav') finds.push({ kind: 'layout', detail: `${path}: ${around}` })
    const isOutside = marks.some((mark, at) => at % 3 === 2 && mark > html.length)
    if (isOutside) finds.push({ kind: 'layout', detail: `${path}: a mark lies behind the page` })
  }
  return finds
}

async function judgedDiagnostics(
  diagnostics: readonly Diagnostic[],
  contents: Contents,
): Promise<readonly Find[]> {
  const languages = [await loadMessages('en'), await loadMessages('zh')]
  return diagnostics.flatMap((diagnostic): readonly Find[] => {
    const { code, at, args } = diagnostic
    const said = languages.map((messages) => formatDiagnostic(diagnostic, messages).message)
    const isOurs =
      /^(?:page\/too-complex|book\/unreadable-structure|layout\/cannot-render)$/.test(code) &&
      typeof args['reason'] === 'string'
    return [
      ...(isOurs ? [{ kind: 'caught' as const, detail: `${code}: ${JSON.stringify(args)}` }] : []),
      ...(at !== undefined && isNowhere(at, contents)
        ? [{ kind: 'place' as const, detail: `${code}: ${JSON.stringify(at)}` }]
        : []),
      ...(said.some(
        (message) => message === code || (isHole(message) && !isHole(JSON.stringify(args))),
      )
        ? [{ kind: 'words' as const, detail: `${code}: ${said.join(' | ')}` }]
        : []),
    ]
  })
}

/** Does a text look as if a value were missing in it? */
function isHole(text: string): boolean {
  return /\bundefined\b|\[object /.test(text)
}

/** Is there no such place in the file? */
function isNowhere({ file, start, end }: Place, contents: Contents): boolean {
  const text = contents[file]
  if (start === undefined || typeof text !== 'string') return false
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  return [start, ...(end === undefined ? [] : [end])].some(({ line, column }) => {
    const length = lines[line - 1]?.length
    return length === undefined || column < 1 || column > length + 1
  })
}
