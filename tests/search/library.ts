import { type SearchOptions, emitSearch } from '../../src/search/emit.ts'
import type { SearchPage } from '../../src/search/page-terms.ts'
import { type Engine, type MarkedText, createEngine } from '../../templates/assets/search/engine.js'
import { further } from '../../templates/assets/search/further.js'

/** A page with one section a heading: `page('Title', 'text above', ['Heading', 'text'], …)`. */
export function page(
  title: string,
  text: string,
  ...sections: readonly (readonly [heading: string, text: string])[]
): SearchPage {
  const below = sections.map(([heading, own], index) => ({
    id: `s${index + 1}`,
    title: heading,
    text: own,
  }))
  return {
    of: {},
    url: `${title.toLowerCase().replaceAll(/\s+/g, '-')}.html`,
    title,
    trail: [],
    keywords: [],
    sections: [{ id: '', title: '', text }, ...below],
  }
}

/** The files of an index as text, by their paths. */
export function scriptsOf(files: ReturnType<typeof emitSearch>): ReadonlyMap<string, string> {
  return new Map([...files].map(([path, { bytes }]) => [path, Buffer.from(bytes()).toString()]))
}

/** An engine over pages, and the names of the files that it has loaded. */
export function library(
  pages: readonly SearchPage[],
  options: SearchOptions = {},
): {
  readonly engine: Engine
  readonly loaded: string[]
} {
  const files = new Map<string, unknown>()
  for (const script of scriptsOf(emitSearch('', pages, undefined, options)).values()) {
    const [name, data] = JSON.parse(`[${script.slice(script.indexOf('(') + 1, -2)}]`)
    files.set(name, data)
  }
  const loaded: string[] = []
  const engine = createEngine(
    (name) => {
      loaded.push(name)
      return Promise.resolve(files.get(name))
    },
    () => Promise.resolve({ further }),
  )
  return { engine, loaded }
}

/** Text with its matches in brackets. */
export function shown(parts: MarkedText): string {
  return parts.map(([text, marked]) => (marked ? `[${text}]` : text)).join('')
}

/** Titles of the pages found. */
export async function titles(
  engine: Engine,
  query: string,
  limit = 50,
): Promise<readonly string[]> {
  const { pages } = await engine.find(query, limit)
  return pages.map((found) => found.title.map(([text]) => text).join(''))
}

/** Titles of what is offered besides. */
export async function nearest(engine: Engine, query: string): Promise<readonly string[]> {
  const found = await engine.find(query)
  return found.nearby.map(({ title }) => title.map(([text]) => text).join(''))
}

/** A stream of whole numbers below a limit, always the same. */
export function randomNumbers(seed = 7): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}
