// One turn: forget what changed, build with the memory of the last build, swap the outputs, tell the browsers.
// Nothing here decides what is stale: a change only says when to look, and the build asks its files again.
import { problem } from '../messages/problem.ts'
import type { build as buildBook } from '../pipeline/build.ts'
import type { BuildRequest, Built, Memory } from '../pipeline/built.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { type BookPath, folderOf } from '../core/path.ts'
import type { Trust } from '../core/trust.ts'
import type { DiskFiles } from '../files/disk.ts'
import type { Files } from '../files/files.ts'
import { type AheadOptions, isError, showAhead } from './ahead.ts'
import type { DevEvent } from './events.ts'
import type { Changes } from './queue.ts'
import { type Hub, NO_REMARKS, type Remarks } from './reload.ts'
import { type Site, messageOf } from './site.ts'

export interface LoopOptions extends AheadOptions {
  readonly files: DiskFiles
  readonly build: typeof buildBook
  /** How far the author of the book is trusted. */
  readonly trust?: Trust
  /** What the book is called where it is kept. */
  readonly names?: NonNullable<BuildRequest['environment']>['names']
  /** Diagnostics as the terminal shows them, without colors: the text of the overlay. */
  readonly formatDiagnostics: (diagnostics: readonly Diagnostic[], files: Files) => string
  /** What browsers are told of warnings; nothing without it. */
  readonly describeRemarks?: (diagnostics: readonly Diagnostic[]) => Remarks
  readonly onEvent: (event: DevEvent) => void
  /** What earlier runs of the program know of the book. */
  readonly memory?: Memory | undefined
  /** Told what is known after the first build. */
  readonly onMemory?: (memory: Memory) => void
}

export interface Loop {
  /** Builds what these changes ask for and shows it. */
  turn(changes: Changes): Promise<void>
  /** Shows a problem that no build can find; what is served stays. */
  fail(diagnostic: Diagnostic): void
  /** From now on nothing is shown or told. */
  close(): void
}

/** Joins a build to the site that is served and the browsers that look at it. */
export function createLoop(options: LoopOptions, site: Site, hub: Hub): Loop {
  const { files, onEvent } = options
  const touched = createTouched()
  let { memory } = options
  let isClosed = false

  const fail = (diagnostics: readonly Diagnostic[]): void => {
    site.fail(options.formatDiagnostics(diagnostics, files).trimEnd())
    hub.send(messageOf(site))
  }
  const publish = (built: Attempt): number => {
    const hadProblems = site.problems() !== ''
    const shown = site.shown()
    const changed = site.publish(built.outputs, (path) => touched.has(path))
    touched.clear()
    const remarks = remarksOf(built, options)
    const isNews = site.remark(remarks) || hadProblems || changed.length > 0
    if (isNews) hub.send(messageOf(site, changed))
    return new Set([...shown, ...changed]).size
  }
  return {
    async turn(changes) {
      const begin = performance.now()
      const paths = withLinks(changes.paths, files)
      touched.add({ ...changes, paths })
      files.refresh(changes.everything ? undefined : [...paths])
      const built = await attempt(options, memory, showAhead(options, { memory, site, hub }))
      if (isClosed) return
      memory = built.memory
      const errors = built.diagnostics.filter((one) => isError(one.severity, options.strict))
      const served = errors.length === 0
      const changed = served ? publish(built) : 0
      if (!served) fail(errors)
      onEvent({
        kind: 'built',
        changes: [...changes.paths],
        ...factsOf(built),
        ms: performance.now() - begin,
        served,
        changed,
      })
      if (!served || built.finish === undefined) return
      // The browsers hear of the change first.
      await new Promise((resolve) => setImmediate(resolve))
      const whole = built.finish()
      memory = whole.memory
      if (!isClosed) site.publish(whole.outputs, () => false)
    },
    fail(diagnostic) {
      if (isClosed) return
      fail([diagnostic])
      onEvent({ kind: 'problem', diagnostic })
    },
    close() {
      isClosed = true
    },
  }
}

function remarksOf(built: Attempt, { describeRemarks }: LoopOptions): Remarks {
  const warnings = built.diagnostics.filter(({ severity }) => severity === 'warning')
  return describeRemarks?.(warnings) ?? NO_REMARKS
}

function factsOf({ book, rendered, diagnostics }: Attempt): {
  readonly rendered: number
  readonly pages: number
  readonly diagnostics: readonly Diagnostic[]
} {
  const pages = book?.spaces.reduce((sum, space) => sum + space.pages.length, 0) ?? 0
  return { rendered: rendered.length, pages, diagnostics }
}

type Attempt = Omit<Built, 'memory'> & { readonly memory: Memory | undefined }

/** A build that always ends with a value: its own faults become a diagnostic, and it forgets what it knew. */
async function attempt(
  options: LoopOptions,
  memory: Memory | undefined,
  onAhead: BuildRequest['onAhead'],
): Promise<Attempt> {
  const { build, files, strict = false, trust, names = {} } = options
  const environment = { servedAt: '/', names }
  try {
    const built = await build(
      {
        files,
        strict,
        defer: true,
        environment,
        ...(trust && { trust }),
        ...(onAhead && { onAhead }),
      },
      memory,
    )
    // Readers come first.
    if (memory === options.memory) setImmediate(() => options.onMemory?.(built.memory))
    return built
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      outputs: new Map(),
      diagnostics: [problem('serve/build-failed', undefined, { reason })],
      rendered: [],
      memory: undefined,
    }
  }
}

/** A file that is reached through a symbolic link changes under both names. */
function withLinks(paths: ReadonlySet<BookPath>, files: Files): ReadonlySet<BookPath> {
  if (paths.size === 0) return paths
  const changed = new Set([...paths].map((path) => files.location(path)))
  changed.delete(undefined)
  const linked = files.list().filter((path) => changed.has(files.location(path)))
  return new Set([...paths, ...linked])
}

interface ChangedFiles {
  add(changes: Changes): void
  has(path: BookPath): boolean
  clear(): void
}

/** What changed since outputs were last published, builds with errors included. */
function createTouched(): ChangedFiles {
  let everything = false
  const paths = new Set<string>()
  return {
    add(changes) {
      everything ||= changes.everything
      for (const path of changes.paths) paths.add(path)
    },
    has(path) {
      if (everything || paths.has(path)) return true
      for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder))
        if (paths.has(folder)) return true
      return false
    },
    clear() {
      everything = false
      paths.clear()
    },
  }
}
