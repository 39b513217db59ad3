// The texts of one expansion: the page and whatever it includes. Each is read once; for each run, and for each way that
// leads to it, the engine gets a source of its own.
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { type Attempt, refuse } from './attempt.ts'
import { compose, composeVerbatim } from './compose.ts'
import type { TemplateRequest } from './expand.ts'
import { FUNCTIONS } from './functions.ts'
import { type Included, findIncluded } from './includes.ts'
import { boundNames, judge } from './judge.ts'
import { DELIMITERS, NAMES } from './marks.ts'
import { type Stretch, type Tag, blankStatementLines } from './scan.ts'
import { type SourceFile, readSource } from './source-file.ts'

/** What a run is. */
export interface Running {
  readonly attempt: Attempt
  /** Tags that failed in earlier runs. */
  readonly failed: ReadonlySet<Tag>
  readonly isFilter: (name: string) => boolean
}

/** The sources of one run. */
export interface OpenSources {
  /** The source of the page. */
  readonly page: () => string
  /** The name of what a reference in a source means. */
  readonly resolve: (from: string, reference: string) => string
  /** The source by that name; undefined for what is left out. */
  readonly source: (name: string) => string | undefined
}

/** The texts of one expansion. */
export interface Sources {
  readonly page: SourceFile
  open(running: Running): OpenSources
}

/** A text on the way that led to it. */
interface Instance {
  readonly file: SourceFile
  /** Names from the page down to this text. */
  readonly chain: readonly string[]
  /** Names of variables that the texts above it give a meaning to. */
  readonly outer: ReadonlySet<string>
}

const FAIL = `${DELIMITERS.variableStart} ${NAMES.mark}.x() ${DELIMITERS.variableEnd}`

/** The texts that were read, and how to read more. */
interface Shelf {
  readonly request: TemplateRequest
  readonly page: SourceFile
  /** Names that the texts below the page give a meaning to. */
  readonly names: ReadonlySet<string>
  readonly fileOf: (included: Included, at: Place) => SourceFile
}

/** Opens the texts of an expansion. */
export function createSources(request: TemplateRequest): Sources {
  const { path, text, firstLine, host, root } = request
  const blocks = request.blocks ?? new Map<string, never>()
  const files = new Map<string, SourceFile>()
  const read = (name: string, body: string, line: number, home: BookPath | Place): SourceFile => {
    const code = host.codeRanges(blankStatementLines(body), name)
    const file = readSource({ text: body, firstLine: line, code, home }, blocks)
    files.set(name, file)
    return file
  }
  const fileOf = ({ name, path: own, text: whole }: Included, at: Place): SourceFile => {
    const known = files.get(name)
    if (known !== undefined) return known
    if (own === undefined) return read(name, whole, 1, at)
    const { body, firstLine: first } = host.body(own, whole)
    return read(name, body, first, own)
  }
  const follow: Follow = (from, reference, at) => {
    const found = findIncluded({ chain: [from], reference, root, at }, host)
    return 'diagnostic' in found ? undefined : { name: found.name, file: fileOf(found, at) }
  }
  const page = read(path, text, firstLine, path)
  const shelf = { request, page, names: referredNames(page, follow, path), fileOf }
  return { page, open: (running) => openSources(shelf, running) }
}

function openSources({ request, page, names, fileOf }: Shelf, running: Running): OpenSources {
  const { path, host, root } = request
  const { attempt } = running
  const first: Instance = { file: page, chain: [path], outer: names }
  const instances = new Map<string, Instance>([[path, first]])
  const left = new Map<string, string | undefined>()
  const resolve = (from: string, reference: string): string => {
    const holder = instances.get(from)
    const name = `${from}\n${reference}`
    const placed = attempt.tables.tags[attempt.current]
    if (holder === undefined || placed === undefined || instances.has(name)) return name
    const at = placed.file.place(placed.tag)
    const found = findIncluded({ chain: holder.chain, reference, root, at }, host)
    if ('diagnostic' in found) {
      const failing = `${name}\n${attempt.current}`
      if (!left.has(failing)) left.set(failing, refusal(found, attempt))
      return failing
    }
    const outer = new Set([...holder.outer, ...boundNames(holder.file)])
    const chain = [...holder.chain, found.name]
    instances.set(name, { file: fileOf(found, at), chain, outer })
    return name
  }
  return {
    page: () => sourceFor(first, request, running),
    resolve,
    source(name) {
      const instance = instances.get(name)
      return instance === undefined ? left.get(name) : sourceFor(instance, request, running)
    },
  }
}

function sourceFor(
  { file, outer }: Instance,
  { variables }: TemplateRequest,
  { attempt, failed, isFilter }: Running,
): string {
  const known = new Set([...Object.keys(variables), ...FUNCTIONS])
  const verdict = judge(file, { variables: known, outer, failed, isFilter })
  attempt.diagnostics.push(...verdict.diagnostics)
  return compose(file, verdict.live, attempt.tables)
}

/** What stands in for a file that is not to be had: the tag itself, nothing, or a failure of the tag. */
function refusal(
  { diagnostic, missing }: { readonly diagnostic: Diagnostic; readonly missing: boolean },
  attempt: Attempt,
): string | undefined {
  const { file, tag } = attempt.tables.tags[attempt.current] ?? {}
  if (file === undefined || tag === undefined) return undefined
  const facts = file.inspection(tag)
  if (missing && !('problem' in facts) && facts.ignoreMissing) return undefined
  if (tag.name !== 'include') {
    refuse(attempt, diagnostic)
    return FAIL
  }
  if (tag.code === undefined) attempt.diagnostics.push(diagnostic)
  const written: Stretch = { from: tag.from, to: tag.to }
  return composeVerbatim(file, written, attempt.tables)
}

type Follow = (
  from: string,
  reference: string,
  at: Place,
) => { readonly name: string; readonly file: SourceFile } | undefined

/** Names that the texts which a text refers to, by whatever way, give a meaning to. */
function referredNames(page: SourceFile, follow: Follow, path: string): ReadonlySet<string> {
  const names = new Set<string>()
  const seen = new Set<string>([path])
  const queue = [{ name: path, file: page }]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const [tag, group] of next.file.structure.groups) {
      if (tag !== group.open || !/^(?:include|extends)$/.test(tag.name)) continue
      const facts = next.file.inspection(tag)
      if ('problem' in facts || facts.reference === undefined) continue
      const found = follow(next.name, facts.reference, next.file.place(tag))
      if (found === undefined || seen.has(found.name)) continue
      seen.add(found.name)
      queue.push(found)
      for (const name of boundNames(found.file)) names.add(name)
    }
  }
  return names
}
