// The engines of peers, from packages in a folder that the user names; nothing of them is a dependency of this project.
// Each is set up as its generator sets it up, in the words of the package that was installed.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Contestant, Engine, Material } from './engines.ts'
import { type PagefindPackage, readByPagefind } from './pagefind.ts'

type Load = ReturnType<typeof createRequire>

/** Those peers whose packages lie in the `node_modules` of a folder, and the names of those that are missing. */
export function findPeers(folder: string): {
  readonly found: readonly Contestant[]
  readonly missing: readonly string[]
} {
  const load = createRequire(path.join(path.resolve(folder), 'index.js'))
  const found: Contestant[] = []
  const missing: string[] = []
  for (const { needs, make } of makers) {
    try {
      found.push(make(load, (name) => versionOf(folder, name)))
    } catch {
      missing.push(needs)
    }
  }
  return { found, missing }
}

const makers: readonly {
  readonly needs: string
  readonly make: (load: Load, version: (name: string) => string) => Contestant
}[] = [
  {
    needs: 'honkit (lunr and html-entities come with it)',
    make: (load, version) => {
      const lunr = load('lunr') as Lunr
      const assets = ['gitbook-plugin-lunr', 'gitbook-plugin-search'].map((name) =>
        path.join(path.dirname(load.resolve(`${name}/package.json`)), 'assets'),
      )
      return {
        name: 'HonKit',
        version: `HonKit ${version('honkit')} with lunr ${version('lunr')}`,
        read: (material) => Promise.resolve(readByLunr(lunr, assets, material)),
      }
    },
  },
  {
    needs: 'vitepress (minisearch comes with it)',
    make: (load, version) => {
      const library = load('minisearch') as MiniSearch & { readonly default?: MiniSearch }
      const minifier = load('esbuild') as Minifier
      const file = readFileSync(load.resolve('minisearch'), 'utf8')
      const script = Buffer.from(minifier.transformSync(file, { minify: true }).code)
      return {
        name: 'VitePress',
        version: `VitePress ${version('vitepress')} with MiniSearch ${version('minisearch')}`,
        read: (material) =>
          Promise.resolve(readByMiniSearch(library.default ?? library, script, material)),
      }
    },
  },
  {
    needs: 'pagefind',
    make: (load, version) => {
      const file = load.resolve('./node_modules/pagefind/lib/index.js')
      return {
        name: 'Pagefind',
        version: `Pagefind ${version('pagefind')}`,
        read: async (material) =>
          readByPagefind((await import(pathToFileURL(file).href)) as PagefindPackage, material),
      }
    },
  },
]

function versionOf(folder: string, name: string): string {
  const file = path.join(folder, 'node_modules', name, 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

interface LunrIndex {
  ref(name: string): void
  field(name: string, options?: { readonly boost: number }): void
  add(document: object): void
  search(query: string): readonly { readonly ref: string }[]
  readonly pipeline: { remove(step: unknown): void }
}
interface Lunr {
  (build: (this: LunrIndex) => void): LunrIndex
  readonly trimmer: unknown
  readonly Index: { load(data: unknown): LunrIndex }
}

/** gitbook-plugin-lunr indexes no more than so many characters, and nothing after them. */
const LUNR_LIMIT = 1_000_000

/** As gitbook-plugin-lunr does by default: pages whole, no trimmer, the texts beside the index in one file. */
function readByLunr(lunr: Lunr, assets: readonly string[], { pages }: Material): Engine {
  const store: Record<string, object> = {}
  const index = lunr(function build() {
    this.ref('url')
    this.field('title', { boost: 10 })
    this.field('keywords', { boost: 15 })
    this.field('body')
    this.pipeline.remove(lunr.trimmer)
  })
  let size = 0
  for (const { url, title, keywords, sections } of pages) {
    const body = sections.map((section) => `${section.title}\n${section.text}`).join('\n')
    size += body.length
    if (size > LUNR_LIMIT) break
    const document = { url, title, keywords: keywords.join(' '), body }
    store[url] = document
    index.add(document)
  }
  const scripts = [
    ['lunr.min.js', 0],
    ['search-lunr.js', 0],
    ['search-engine.js', 1],
    ['search.js', 1],
  ] as const
  return inOneFile({
    script: Buffer.concat(
      scripts.map(([name, at]) => readFileSync(path.join(assets[at] ?? '', name))),
    ),
    file: JSON.stringify({ index, store }),
    open: (file) => {
      const loaded = lunr.Index.load((JSON.parse(file) as { index: unknown }).index)
      return (query) => loaded.search(query).map(({ ref }) => ref)
    },
  })
}

interface Minifier {
  transformSync(code: string, options: object): { readonly code: string }
}
interface MiniIndex {
  add(document: object): void
  search(query: string): readonly { readonly id: string }[]
}
interface MiniSearch {
  new (options: object): MiniIndex
  loadJSON(json: string, options: object): MiniIndex
}

/** As VitePress's local search does by default: one document a section, prefixes and a fifth of a word in edits. */
function readByMiniSearch(Mini: MiniSearch, script: Buffer, { pages }: Material): Engine {
  const fields = { fields: ['title', 'titles', 'text'], storeFields: ['title', 'titles'] }
  const index = new Mini(fields)
  for (const { url, title, sections } of pages)
    for (const [at, section] of sections.entries()) {
      const own = section.title === '' ? title : section.title
      const titles = own === title ? [] : [title]
      index.add({ id: `${url}#${section.id}#${at}`, title: own, titles, text: section.text })
    }
  const options = {
    ...fields,
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
  }
  return inOneFile({
    script,
    file: JSON.stringify(index),
    open: (file) => {
      const loaded = Mini.loadJSON(file, options)
      return (query) => [
        ...new Set(loaded.search(query).map(({ id }) => id.slice(0, id.indexOf('#')))),
      ]
    },
  })
}

interface OneFile {
  readonly script: Buffer
  readonly file: string
  /** Makes an index of the file, and gives what answers queries with the URLs of pages. */
  readonly open: (file: string) => (query: string) => readonly string[]
}

/** An engine whose readers load all of the index before the first query. */
function inOneFile({ script, file, open }: OneFile): Engine {
  const bytes = gzipSync(file).length
  const opened = [1, 2, 3].map(() => {
    const start = performance.now()
    const search = open(file)
    return { search, milliseconds: performance.now() - start }
  })
  const [quickest] = opened.toSorted((a, b) => a.milliseconds - b.milliseconds)
  return {
    scriptBytes: gzipSync(script).length,
    indexBytes: bytes,
    ask(query) {
      const start = performance.now()
      const urls = quickest?.search(query) ?? []
      const milliseconds = performance.now() - start + (quickest?.milliseconds ?? 0)
      return Promise.resolve({ urls, nearest: [], bytes, milliseconds })
    },
  }
}
