// Expands the templates of a page: variables, includes, conditions, loops. It never fails: what is not ours, or does not
// work, stays in the page as its author wrote it, and is reported.
import { type Diagnostic, sortDiagnostics, tellingOf } from '../core/diagnostic.ts'
import { Overrun } from './failure.ts'
import { mayHaveTags } from './read/scan.ts'
import type { ExpandedPage, TemplateRequest } from './request.ts'
import { TOO_DEEP } from './run/budget.ts'
import { Output, WrittenText, broughtParts, literalParts, originsOf } from './run/output.ts'
import { Run } from './run/run.ts'
import { writeDocument, writeNodes } from './run/walk.ts'

export type * from './request.ts'
export type { Origins } from './run/output.ts'

/** Expands the templates of a page. */
export function expandTemplates(request: TemplateRequest): ExpandedPage {
  const { path, text, firstLine } = request
  if (mayHaveTags(text)) return expandPage(request)
  return {
    text,
    diagnostics: [],
    literal: [],
    parts: [],
    origin: (line, column) => ({
      file: path,
      line: line + firstLine - 1,
      ...(column === undefined ? {} : { column }),
      sameColumns: true,
    }),
  }
}

/** Expands a page. */
function expandPage(request: TemplateRequest): ExpandedPage {
  const run = new Run(request)
  const { file } = run.page
  const written =
    writtenPage(run) ?? new WrittenText(file.text, [{ start: 0, file, from: 0, copied: true }])
  return {
    text: written.text,
    literal: literalParts(written),
    parts: broughtParts(written, file),
    origin: originsOf(written, file),
    diagnostics: once(run.diagnostics),
  }
}

/** The page; undefined when it does more than a page can mean. */
function writtenPage(run: Run): WrittenText | undefined {
  const output = new Output(run.budget)
  try {
    writeDocument({
      run,
      walk: { nodes: writeNodes, document: writeDocument },
      document: run.page,
      chain: [run.request.path],
      context: { variables: new Map(), blocks: new Map() },
      scope: { variables: new Map() },
      isTop: true,
      output,
    })
    return output.finish()
  } catch (error) {
    // The stack of the machine may end before our count does.
    if (!(error instanceof RangeError || error instanceof Overrun)) throw error
    run.giveUp(error instanceof Overrun ? error.reason : TOO_DEEP)
    return undefined
  }
}

/** Each problem once for a page: by its code and words, at its first place. */
function once(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return sortDiagnostics(diagnostics).filter((diagnostic) => {
    const key = `${diagnostic.code}\0${tellingOf(diagnostic)}\0${diagnostic.at?.file ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
