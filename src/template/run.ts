// Runs the templates of one page. A tag that fails is taken out and the page is run again, so that one mistake does not
// cost the rest.
import { type Diagnostic, sortDiagnostics, tellingOf } from '../core/diagnostic.ts'
import { problem } from '../messages/problem.ts'
import { type Assembly, TooMuchText, assemble } from './assemble.ts'
import { composeVerbatim } from './compose.ts'
import type { Expanded, TemplateRequest } from './expand.ts'
import { createFilters } from './filters.ts'
import { createFunctions } from './functions.ts'
import { reasonOf, renderSource } from './nunjucks.ts'
import { renderBlocks } from './registered.ts'
import type { Stretch, Tag } from './scan.ts'
import type { SourceFile } from './source-file.ts'
import { type Sources, createSources } from './sources.ts'
import { type Attempt, TooMuchWork, startAttempt } from './attempt.ts'

/** So many tags of a page may fail before it is left alone. */
const CHANCES = 40

/** Expands the templates of a page that has some. */
export async function runTemplates(request: TemplateRequest): Promise<Expanded> {
  const sources = createSources(request)
  const failed = new Set<Tag>()
  const failures: Diagnostic[] = []
  for (let chance = 0; chance < CHANCES; chance++) {
    const attempt = startAttempt()
    const outcome = await tryOnce(request, sources, failed, attempt)
    if (!('failure' in outcome))
      return { ...outcome, diagnostics: once([...attempt.diagnostics, ...failures]) }
    const culprit = attempt.tables.tags[attempt.current]
    if (culprit === undefined || failed.has(culprit.tag) || isHopeless(outcome.failure)) {
      const whole = { from: 0, to: 0 }
      const { file, tag } = culprit ?? { file: sources.page, tag: whole }
      failures.push(failureOf(file, tag, outcome.failure))
      return untouched(sources.page, failures)
    }
    failed.add(culprit.tag)
    failures.push(attempt.refusal ?? failureOf(culprit.file, culprit.tag, outcome.failure))
  }
  failures.push(
    problem('template/failed', sources.page.place({ from: 0, to: 0 }), {
      case: 'too-many',
      limit: CHANCES,
    }),
  )
  return untouched(sources.page, failures)
}

async function tryOnce(
  request: TemplateRequest,
  sources: Sources,
  failed: ReadonlySet<Tag>,
  attempt: Attempt,
): Promise<Assembly | { readonly failure: unknown }> {
  const filters = createFilters(request, attempt)
  const opened = sources.open({ attempt, failed, isFilter: filters.has })
  try {
    const rendered = await renderSource(request.path, opened.page(), {
      globals: createFunctions(request.variables, attempt),
      filter: filters.get,
      resolve: opened.resolve,
      source: opened.source,
    })
    const blocks = await renderBlocks(attempt, request.blocks ?? new Map())
    const { segments } = attempt.tables
    return assemble(rendered, { page: sources.page, segments, blocks })
  } catch (error) {
    return { failure: attempt.overload ?? error }
  }
}

/** True when leaving one tag out would not help. */
function isHopeless(error: unknown): boolean {
  return error instanceof TooMuchWork || error instanceof TooMuchText
}

function failureOf(file: SourceFile, tag: Stretch, error: unknown): Diagnostic {
  return problem('template/failed', file.place(tag), {
    case: 'tag',
    written: file.text.slice(tag.from, tag.to),
    reason: reasonOf(error),
  })
}

/** The page as it stands. */
function untouched(page: SourceFile, diagnostics: readonly Diagnostic[]): Expanded {
  const tables = startAttempt().tables
  const source = composeVerbatim(page, { from: 0, to: page.text.length }, tables)
  return {
    ...assemble(source, { page, segments: tables.segments, blocks: [] }),
    diagnostics: once(diagnostics),
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
