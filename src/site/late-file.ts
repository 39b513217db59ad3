// Files of the site that are made when somebody asks for them.
import type { OutputFile, OutputPart } from '../core/output-file.ts'
import type { OutputPath } from '../core/path.ts'

/** A file of the site, and a hash of all that it is made of where that is known without making it. */
export type SiteFile = readonly [
  path: string,
  content: string | Uint8Array | (() => string),
  madeOf?: string,
]

/** A file as those say who make it; that of the build before where it would come out the same. */
export function siteFile(
  [path, content, madeOf]: SiteFile,
  before: ReadonlyMap<OutputPath, OutputFile> | undefined,
): OutputFile {
  const output = path as OutputPath
  const known = before?.get(output)
  if (isMadeOf(known, madeOf)) return known
  if (typeof content !== 'function') return { kind: 'made', path: output, content }
  return lateFile(output, content, madeOf === undefined ? undefined : (): string => madeOf)
}

/** Would a file of the build before come out the same? */
export function isMadeOf(
  file: OutputFile | undefined,
  madeOf: string | undefined,
): file is OutputFile {
  return madeOf !== undefined && file?.kind === 'made' && file.madeOf?.() === madeOf
}

/** A file that is made for the first who asks, and kept. */
export function lateFile(
  path: OutputPath,
  make: () => string,
  madeOf?: () => string | undefined,
): OutputFile {
  let made: string | undefined
  return {
    kind: 'made',
    path,
    ...(madeOf && { madeOf }),
    isMade: () => made !== undefined,
    get content() {
      made ??= make()
      return made
    },
  }
}

/** A file that is made anew for everybody who asks: one that is written once need not be in memory before or after. */
export function passingFile(
  path: OutputPath,
  make: () => string,
  { madeOf, coming }: Pick<OutputFile & { readonly kind: 'made' }, 'madeOf' | 'coming'>,
): OutputFile {
  return {
    kind: 'made',
    path,
    ...(madeOf && { madeOf }),
    ...(coming && { coming }),
    get content() {
      return make()
    },
  }
}

/** The same in parts, which are never in memory together unless somebody wants the content as a whole. */
export function passingParts(
  path: OutputPath,
  parts: () => Iterable<OutputPart>,
  madeOf: () => string | undefined,
): OutputFile {
  return {
    kind: 'made',
    path,
    madeOf,
    parts,
    get content() {
      return Array.from(parts(), ({ content }) => content).join('')
    },
  }
}
