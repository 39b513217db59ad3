import type { Built } from '../../src/pipeline/built.ts'
import type { OutputFile } from '../../src/core/output-file.ts'
import type { Diagnostic } from '../../src/core/diagnostic.ts'
import type { BookPath, OutputPath } from '../../src/core/path.ts'
import { problem } from '../../src/messages/problem.ts'

/** Outputs from a plain object: text is made, `copy:<path>` is a copy of a file of the book. */
export function outputsOf(contents: {
  readonly [path: string]: string
}): ReadonlyMap<OutputPath, OutputFile> {
  return new Map(
    Object.entries(contents).map(([name, content]) => {
      const path = name as OutputPath
      const file: OutputFile = content.startsWith('copy:')
        ? { kind: 'copied', path, from: content.slice(5) as BookPath }
        : { kind: 'made', path, content }
      return [path, file]
    }),
  )
}

/** A finished build with these outputs. */
export function builtOf(
  contents: { readonly [path: string]: string },
  diagnostics: readonly Diagnostic[] = [],
): Built {
  return {
    outputs: outputsOf(contents),
    diagnostics,
    rendered: [],
    memory: { cacheKey: '', results: new Map() },
  }
}

/** An error as a build would report it. */
export function errorAt(file: string, message: string): Diagnostic {
  const at = { file: file as BookPath }
  return problem('asciidoc/message', at, { text: message }, { severity: 'error' })
}
