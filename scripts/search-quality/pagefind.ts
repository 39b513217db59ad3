// Pagefind without a browser: its own script runs here, with its files given to it by a `fetch` for one address.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { escapeHtml } from '../../src/core/html.ts'
import type { SearchPage } from '../../src/search/page-terms.ts'
import type { Engine, Material } from './engines.ts'

interface PagefindFile {
  readonly path: string
  readonly content: Uint8Array
}

/** What this needs of the package, which makes the index. */
export interface PagefindPackage {
  createIndex(options: object): Promise<{
    readonly index: {
      addHTMLFile(file: { readonly url: string; readonly content: string }): Promise<unknown>
      getFiles(): Promise<{ readonly files: readonly PagefindFile[] }>
    }
  }>
  close(): Promise<unknown>
}

interface PagefindResult {
  readonly id: string
  data(): Promise<{ readonly url: string }>
}
interface PagefindInstance {
  init(): Promise<unknown>
  search(query: string): Promise<{ readonly results: readonly PagefindResult[] }>
}
interface PagefindScript {
  createInstance(options: object): PagefindInstance
}

const ADDRESS = 'https://pagefind.invalid/pagefind/'
const INDEX_FILES = /\.pf_|^pagefind-entry/
const ENGINE_FILES = /^(pagefind|pagefind-worker)\.js$|^wasm\./

/** As Pagefind's default: pages as HTML, with the language that the text is in. */
export async function readByPagefind(
  pagefind: PagefindPackage,
  { pages, language }: Material,
): Promise<Engine> {
  const { index } = await pagefind.createIndex({})
  for (const page of pages)
    // oxlint-disable-next-line no-await-in-loop -- the service answers one request after the other
    await index.addHTMLFile({ url: `/${page.url}`, content: pageHtml(page, language) })
  const { files } = await index.getFiles()
  await pagefind.close()
  const fragments = files.filter((file) => file.path.endsWith('.pf_fragment'))
  if (fragments.length !== pages.length)
    throw new Error(`Pagefind indexed ${fragments.length} of ${pages.length} pages`)
  const contents = new Map(files.map((file) => [file.path, file.content]))
  const sizes = new Map(files.map((file) => [file.path, transferred(file)]))
  const script = contents.get('pagefind.js') ?? new Uint8Array()
  const wasm = [...sizes.keys()].find((name) => name === `wasm.${language}.pagefind`)
  const loaded: string[] = []
  const realFetch = globalThis.fetch
  globalThis.fetch = (input, options) => {
    const url = input instanceof Request ? input.url : input.toString()
    if (!url.startsWith(ADDRESS)) return realFetch(input, options)
    const name = url.slice(ADDRESS.length).replace(/\?.*/, '')
    loaded.push(name)
    const content = contents.get(name)
    return Promise.resolve(new Response(content && Buffer.from(content)))
  }
  // The language is read from the document; `currentScript` is read once, as the script starts.
  const root = { getAttribute: () => language }
  Object.assign(globalThis, { document: { currentScript: null, querySelector: () => root } })

  const temp = mkdtempSync(path.join(os.tmpdir(), 'handbook-pagefind-'))
  writeFileSync(path.join(temp, 'pagefind.mjs'), script)
  const start = (round: number): Promise<PagefindScript> =>
    import(
      `${pathToFileURL(path.join(temp, 'pagefind.mjs')).href}?${round}`
    ) as Promise<PagefindScript>
  const { script: instances, milliseconds: engineMs } = await startTimes(start)
  const kept = instances.createInstance({ basePath: ADDRESS })
  const known = new Map<string, string>()

  return {
    scriptBytes:
      (sizes.get('pagefind.js') ?? 0) + (sizes.get(wasm ?? 'wasm.unknown.pagefind') ?? 0),
    indexBytes: [...sizes].reduce(
      (sum, [name, size]) => sum + (INDEX_FILES.test(name) ? size : 0),
      0,
    ),
    async ask(query, limit) {
      loaded.length = 0
      const begin = performance.now()
      const instance = limit === Infinity ? kept : instances.createInstance({ basePath: ADDRESS })
      await instance.init()
      const { results } = await instance.search(query)
      // To count all that it finds, one instance and its addresses are kept; a reader loads a file for each result shown.
      const urls = await Promise.all(
        results.slice(0, limit).map(async (result) => {
          const url =
            (limit === Infinity ? known.get(result.id) : undefined) ??
            new URL((await result.data()).url).pathname.slice(1)
          known.set(result.id, url)
          return decodeURI(url)
        }),
      )
      const milliseconds = performance.now() - begin + engineMs
      const bytes = loaded.reduce(
        (sum, name) => sum + (ENGINE_FILES.test(name) ? 0 : (sizes.get(name) ?? 0)),
        0,
      )
      return { urls, nearest: [], bytes, milliseconds }
    },
    close() {
      globalThis.fetch = realFetch
      Reflect.deleteProperty(globalThis, 'document')
      rmSync(temp, { recursive: true, force: true })
      return Promise.resolve()
    },
  }
}

/** What a fresh script costs before its first instance is ready, beyond what each further instance costs. */
async function startTimes(
  start: (round: number) => Promise<PagefindScript>,
): Promise<{ readonly script: PagefindScript; readonly milliseconds: number }> {
  const rounds: { readonly script: PagefindScript; readonly milliseconds: number }[] = []
  for (const round of [1, 2, 3]) {
    const begin = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is measured
    const script = await start(round)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await script.createInstance({ basePath: ADDRESS }).init()
    const between = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- as above
    await script.createInstance({ basePath: ADDRESS }).init()
    const milliseconds = between - begin - (performance.now() - between)
    rounds.push({ script, milliseconds })
  }
  const [first, ...others] = rounds.toSorted((a, b) => a.milliseconds - b.milliseconds)
  if (first === undefined) throw new Error('no round was run')
  return { script: first.script, milliseconds: Math.max(0, others[0]?.milliseconds ?? 0) }
}

/** Most of its files are compressed already. */
function transferred({ path: name, content }: PagefindFile): number {
  return /\.(js|json|css)$/.test(name) ? gzipSync(content).length : content.length
}

function pageHtml({ title, sections }: SearchPage, language: string): string {
  const body = sections.map((section, at) => {
    const heading = section.title === '' || (at === 0 && section.title === title)
    const id = section.id.replaceAll('"', '')
    return `${heading ? '' : `<h2 id="${id}">${escapeHtml(section.title)}</h2>`}<p>${escapeHtml(section.text)}</p>`
  })
  return `<!doctype html><html lang="${language}"><head><title>${escapeHtml(title)}</title></head><body><main><h1>${escapeHtml(title)}</h1>${body.join('\n')}</main></body></html>`
}
