// Search engines behind one face, and ours as the first of them.
import { gzipSync } from 'node:zlib'
import { memoryFiles } from '../../src/files/memory.ts'
import { emitSearch } from '../../src/search/emit.ts'
import type { SearchPage } from '../../src/search/page-terms.ts'
import { loadTheme } from '../../src/site/theme.ts'
import { further } from '../../templates/assets/search/further.js'
import { createEngine } from '../../templates/assets/search/engine.js'

/** What one query gave. */
export interface Answer {
  /** Pages that hold the query according to the engine, best first. */
  readonly urls: readonly string[]
  /** Pages that it offers below them, under a title that says so. */
  readonly nearest: readonly string[]
  /** Of the index, as a reader transfers it who has loaded nothing yet. */
  readonly bytes: number
  /** From the files as they were transferred to the results; the time to transfer them is not in it. */
  readonly milliseconds: number
}

/** An engine that has read a book. */
export interface Engine {
  /** Its script, gzipped, without the index. */
  readonly scriptBytes: number
  /** Of the whole index, gzipped file by file. */
  readonly indexBytes: number
  /** A query by a reader who has loaded nothing yet; `limit` pages are wanted. */
  readonly ask: (query: string, limit: number) => Promise<Answer>
  readonly close?: () => Promise<void>
}

/** What every engine is given: the same pages, and the language that most of the text is in. */
export interface Material {
  readonly pages: readonly SearchPage[]
  readonly language: string
}

/** An engine before it has read a book. */
export interface Contestant {
  readonly name: string
  /** What was measured, exactly. */
  readonly version: string
  readonly read: (material: Material) => Promise<Engine>
}

/** Our engine, reading its files from memory. */
export const handbookEngine: Contestant = {
  name: 'handbook',
  version: 'this checkout of handbook',
  read: ({ pages }) => Promise.resolve(readByHandbook(pages)),
}

function readByHandbook(pages: readonly SearchPage[]): Engine {
  const files = new Map<string, { readonly json: string; readonly bytes: number }>()
  for (const [file, { bytes }] of emitSearch('', pages)) {
    const script = Buffer.from(bytes()).toString()
    const json = script.slice(script.indexOf(',') + 1, script.lastIndexOf(')'))
    files.set(file.replace(/\.js$/, ''), { json, bytes: gzipSync(script).length })
  }
  const script = loadTheme(memoryFiles({})).value.assets.get('search.js') ?? ''
  return {
    scriptBytes: gzipSync(script).length,
    indexBytes: [...files.values()].reduce((sum, { bytes }) => sum + bytes, 0),
    async ask(query, limit) {
      let bytes = 0
      const load = (name: string): Promise<unknown> => {
        const file = files.get(name)
        bytes += file?.bytes ?? 0
        return Promise.resolve(file && JSON.parse(file.json))
      }
      const engine = createEngine(load, () => Promise.resolve({ further }))
      const start = performance.now()
      const found = await engine.find(query, limit)
      const milliseconds = performance.now() - start
      const urls = (list: typeof found.pages): readonly string[] => list.map(({ url }) => url)
      return { urls: urls(found.pages), nearest: urls(found.nearby), bytes, milliseconds }
    },
  }
}
