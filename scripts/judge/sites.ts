// The sites that are judged: books built in memory and written to a folder.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from '../../src/pipeline/build.ts'
import { diskFiles } from '../../src/files/disk.ts'
import { writeSite } from '../../src/output/write.ts'
import { english } from '../../src/messages/en/index.ts'
import { formatDiagnostic } from '../../src/messages/format.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** A book of three languages with everything that a page can hold, except raw HTML. */
export const gardenBook: string = path.join(root, 'tests/browser/fixtures/garden')

/** The book in the root of this repository. */
export const ownBook: string = root

/** Its manual. */
export const manualBook: string = path.join(root, 'docs')

/** A built site on disk. */
export interface Site {
  readonly name: string
  readonly dir: string
  /** Paths of all pages, sorted, with '/'. */
  readonly pages: readonly string[]
}

/** Builds a book and writes its site; a mistake in the book is an exception. */
export async function buildSite(name: string, bookDir: string, outputDir: string): Promise<Site> {
  const files = diskFiles(bookDir)
  const { outputs, diagnostics } = await build({ files })
  const written = await writeSite({ outputs, files, outputDir, bookDir })
  const errors = [...diagnostics, ...written.diagnostics].filter(
    ({ severity }) => severity === 'error',
  )
  if (errors.length > 0)
    throw new Error(
      `${name}: ${errors.map((error) => formatDiagnostic(error, english).message).join('; ')}`,
    )
  const pages = [...outputs.keys()].filter((file) => file.endsWith('.html'))
  return { name, dir: outputDir, pages }
}

/** Pages of a site that are worth opening in a browser: one of each kind. */
export function samplePages({ pages, dir }: Site): readonly string[] {
  const wanted =
    /(?:^|\/)(?:index|GLOSSARY|404|contents|first-bed|reference|baskets|callouts|code-blocks|how-it-works|components\/[a-z]+)\.html$/
  const chosen = pages.filter((page) => wanted.test(page))
  const largest = pages.toSorted((a, b) => size(dir, b) - size(dir, a)).slice(0, 2)
  return pages.filter((page) => chosen.slice(0, 40).includes(page) || largest.includes(page))
}

const size = (dir: string, page: string): number => readFileSync(path.join(dir, page)).length
