// What is being served, and what changed since when. Pages ask with the build they came from, so that a browser
// which was away hears about everything that it missed.
import type { OutputFile } from '../core/output-file.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import { type Message, NO_REMARKS, type Remarks } from './reload.ts'

type Outputs = ReadonlyMap<OutputPath, OutputFile>

/** Files by their paths. */
export type Served = Pick<ReadonlyMap<string, OutputFile>, 'get' | 'has' | 'size'>

/** The files and the state of a dev server. */
export interface Site {
  /** Name of the outputs being served: another name, other outputs. */
  build(): string
  /** The last good outputs; undefined before there are any. */
  outputs(): Served | undefined
  /** The text of the errors of the latest build; '' when it was good. */
  problems(): string
  /** The warnings of the latest build. */
  remarks(): Remarks
  /** Notes the warnings of a build; true when they are others than before. */
  remark(remarks: Remarks): boolean
  /** Counts the times that a file has changed while it was served. */
  revision(path: OutputPath): number
  /** Serves one file ahead of the outputs that it will be part of; true when it is another than before. */
  show(file: OutputFile): boolean
  /** The files that are served ahead of outputs that are not published yet. */
  shown(): readonly OutputPath[]
  /** Serves these outputs from now on. `touched` says which files of the book changed. Gives what is different. */
  publish(outputs: Outputs, touched: (path: BookPath) => boolean): readonly OutputPath[]
  /** Notes that the latest build had errors; what is served stays. */
  fail(problems: string): void
  /** What changed after a build; undefined when that build was not made here. */
  changedSince(build: string): readonly OutputPath[] | undefined
}

/** An empty site; `instance` tells its builds from those of another server. */
export function createSite(instance: string): Site {
  let number = 0
  let outputs: Outputs | undefined
  let problems = ''
  let remarks = NO_REMARKS
  const changedAt = new Map<OutputPath, number>()
  const ahead = new Map<OutputPath, OutputFile>()
  return {
    build: () => `${instance}.${number}`,
    outputs: () =>
      outputs === undefined || ahead.size === 0 ? outputs : shownOver(outputs, ahead),
    problems: () => problems,
    remarks: () => remarks,
    remark(next) {
      const isNew = JSON.stringify(next) !== JSON.stringify(remarks)
      remarks = next
      return isNew
    },
    revision: (path) => changedAt.get(path) ?? 0,
    show(file) {
      const before = ahead.get(file.path) ?? outputs?.get(file.path)
      if (before === undefined || isSame(before, file, () => true)) return false
      number += 1
      changedAt.set(file.path, number)
      ahead.set(file.path, file)
      return true
    },
    shown: () => [...ahead.keys()],
    publish(next, touched) {
      const changed = difference({ before: outputs ?? new Map(), ahead }, next, touched)
      ahead.clear()
      if (changed.length > 0 || outputs === undefined) number += 1
      for (const path of changed) changedAt.set(path, number)
      outputs = next
      problems = ''
      return changed
    },
    fail(text) {
      problems = text
    },
    changedSince(build) {
      const [from, at] = [build.slice(0, build.lastIndexOf('.')), build.split('.').at(-1)]
      if (from !== instance || !/^\d+$/.test(at ?? '')) return undefined
      return [...changedAt].flatMap(([path, when]) => (when > Number(at) ? [path] : []))
    },
  }
}

/** What browsers are told of a site, and of what is new in it. */
export function messageOf(site: Site, changed: Message['changed'] = []): Message {
  const [problems, remarks] = [site.problems(), site.remarks()]
  return { build: site.build(), changed, problems, remarks }
}

function shownOver(outputs: Outputs, ahead: Outputs): Served {
  const all: ReadonlyMap<string, OutputFile> = outputs
  const first: ReadonlyMap<string, OutputFile> = ahead
  return {
    get: (path) => first.get(path) ?? all.get(path),
    has: (path) => all.has(path),
    size: all.size,
  }
}

function difference(
  { before, ahead }: { readonly before: Outputs; readonly ahead: Outputs },
  after: Outputs,
  touched: (path: BookPath) => boolean,
): readonly OutputPath[] {
  const changed: OutputPath[] = []
  // Most often both have the same files in the same order: to go along is quicker than to look each of them up.
  const along = before.entries()
  let kept = 0
  for (const [path, file] of after) {
    const [name, beside] = along.next().value ?? []
    const old = name === path ? beside : before.get(path)
    if (old !== undefined) kept += 1
    const shown = ahead.get(path) ?? old
    if (shown === undefined || !isSame(shown, file, touched)) changed.push(path)
  }
  if (kept < before.size) for (const path of before.keys()) if (!after.has(path)) changed.push(path)
  return changed
}

function isSame(a: OutputFile, b: OutputFile, touched: (path: BookPath) => boolean): boolean {
  if (a.kind === 'made')
    // What nobody has asked for nobody looks at, and nothing is made to be compared.
    return (
      b.kind === 'made' &&
      (a === b || a.isMade?.() === false || (b.isMade?.() !== false && a.content === b.content))
    )
  return b.kind === 'copied' && a.from === b.from && !touched(a.from)
}
