import { build } from '../../src/pipeline/build.ts'
import type { Built, Memory } from '../../src/pipeline/built.ts'
import type { OutputPath } from '../../src/core/path.ts'
import { memoryFiles } from '../../src/files/memory.ts'

export type Contents = { readonly [path: string]: string | Uint8Array }

/** Builds a book given as a map of paths to contents. */
export function buildBook(contents: Contents, memory?: Memory): Promise<Built> {
  return build({ files: memoryFiles(contents) }, memory)
}

/** The text of one output file; fails when there is none. */
export function page(built: Built, path: string): string {
  const file = built.outputs.get(path as OutputPath)
  if (file?.kind !== 'made')
    throw new Error(`no page ${path} among ${[...built.outputs.keys()].join(', ')}`)
  return String(file.content)
}

/** What stands inside the element of the content, without the quiet line below the title. */
export function content(built: Built, path: string): string {
  const html = page(built, path)
  const start = html.indexOf('>', html.indexOf('markdown-section')) + 1
  const main = html.indexOf('</main>', start)
  const inside = html.slice(start, html.lastIndexOf('</section>', main < 0 ? Infinity : main))
  return inside.replace(/<p class="page-info"[^]*?<\/p>\n?/, '').trim()
}

/** The diagnostics in short: `code file:line:column`. */
export function codes(built: Built): readonly string[] {
  return built.diagnostics.map(({ code, at }) => {
    const start = at?.start ? `:${at.start.line}:${at.start.column}` : ''
    return `${code}${at ? ` ${at.file}${start}` : ''}`
  })
}

/** Every output with its content; copies by their source. */
export function site(built: Pick<Built, 'outputs'>): Record<string, string> {
  return Object.fromEntries(
    [...built.outputs].map(([path, file]) => [
      path,
      file.kind === 'made' ? String(file.content) : `copy of ${file.from}`,
    ]),
  )
}
