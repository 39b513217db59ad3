// Search engines behind one face: ours, and those of peers where their packages can be found.
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { emitSearch } from '../../src/search/emit.ts'
import type { SearchPage } from '../../src/search/page-terms.ts'
import { createEngine } from '../../templates/assets/search/engine.js'

/** What one query gave. */
export interface Answer {
  /** Pages that hold the query according to the engine, all of them. */
  readonly urls: readonly string[]
  /** Pages that it offers instead, or besides. */
  readonly nearest: readonly string[]
  readonly bytes: number
  readonly milliseconds: number
}

export interface Contestant {
  readonly name: string
  /** Of the whole index, gzipped file by file. */
  readonly indexBytes: number
  /** Of its largest file. */
  readonly largestBytes: number
  /** A query by a reader who has loaded nothing yet; `limit` pages are wanted. */
  ask(query: string, limit: number): Promise<Answer>
}

/** Our engine, reading its files from memory. */
export function ownEngine(pages: readonly SearchPage[]): Contestant {
  const files = new Map<string, { readonly data: () => unknown; readonly bytes: number }>()
  for (const [path, script] of emitSearch('', pages)) {
    const name = path.replace(/\.js$/, '')
    const json = script.slice(script.indexOf(',') + 1, script.lastIndexOf(')'))
    files.set(name, { data: () => JSON.parse(json), bytes: gzipSync(script).length })
  }
  const sizes = [...files.values()].map(({ bytes }) => bytes)
  return {
    name: 'handbook',
    indexBytes: sizes.reduce((sum, bytes) => sum + bytes, 0),
    largestBytes: Math.max(...sizes),
    async ask(query, limit) {
      let bytes = 0
      const engine = createEngine(async (name) => {
        const file = files.get(name)
        bytes += file?.bytes ?? 0
        return file?.data()
      })
      const start = performance.now()
      const found = await engine.find(query, limit)
      const milliseconds = performance.now() - start
      const urls = (list: typeof found.pages): readonly string[] => list.map(({ url }) => url)
      return { urls: urls(found.pages), nearest: urls(found.nearest), bytes, milliseconds }
    },
  }
}

/** A peer, or the reason why it is not measured. */
export type Peer = Contestant | { readonly name: string; readonly missing: string }

/** lunr as HonKit configures it, MiniSearch as VitePress does; Pagefind runs in a browser only. */
export function peers(pages: readonly SearchPage[]): readonly Peer[] {
  const documents = pages.map(({ url, title, keywords, sections }) => ({
    id: url,
    title,
    keywords: keywords.join(' '),
    body: sections.map((section) => `${section.title} ${section.text}`).join(' '),
  }))
  return [
    resolved('lunr', (lunr) => lunrEngine(lunr as Lunr, documents)),
    resolved('minisearch', (mini) => miniEngine(mini as MiniSearch, documents)),
    resolved('pagefind', () => ({ name: 'pagefind', missing: 'answers only in a browser' })),
  ]
}

function resolved(name: string, make: (library: unknown) => Peer): Peer {
  try {
    return make(createRequire(import.meta.url)(name))
  } catch {
    return { name, missing: 'not installed' }
  }
}

interface Document {
  readonly id: string
  readonly title: string
  readonly keywords: string
  readonly body: string
}

interface LunrBuilder {
  ref(name: string): void
  field(name: string, options?: { readonly boost: number }): void
  add(document: Document): void
}
interface LunrIndex {
  search(query: string): readonly { readonly ref: string }[]
}
type Lunr = (build: (this: LunrBuilder) => void) => LunrIndex

function lunrEngine(lunr: Lunr, documents: readonly Document[]): Contestant {
  const index = lunr(function build() {
    this.ref('id')
    this.field('title', { boost: 10 })
    this.field('keywords', { boost: 15 })
    this.field('body')
    for (const document of documents) this.add(document)
  })
  return wholeIndex('lunr', { index, store: documents }, (query) =>
    index.search(query).map(({ ref }) => ref),
  )
}

interface MiniIndex {
  addAll(documents: readonly Document[]): void
  search(query: string, options: object): readonly { readonly id: string }[]
}
type MiniSearch = new (options: object) => MiniIndex

function miniEngine(Mini: MiniSearch, documents: readonly Document[]): Contestant {
  const index = new Mini({ fields: ['title', 'keywords', 'body'], storeFields: ['title'] })
  index.addAll(documents)
  const options = { fuzzy: 0.2, prefix: true, boost: { title: 4, keywords: 2 } }
  return wholeIndex('minisearch', index, (query) =>
    index.search(query, options).map(({ id }) => id),
  )
}

/** An engine whose index is one file that every reader loads. */
function wholeIndex(
  name: string,
  index: unknown,
  search: (query: string) => readonly string[],
): Contestant {
  const bytes = gzipSync(JSON.stringify(index)).length
  return {
    name,
    indexBytes: bytes,
    largestBytes: bytes,
    ask(query) {
      const start = performance.now()
      const urls = search(query)
      const milliseconds = performance.now() - start
      return Promise.resolve({ urls, nearest: [], bytes, milliseconds })
    },
  }
}
