/** Text in parts; those that are true are matches. */
export type MarkedText = readonly (readonly [text: string, marked: boolean])[]

/** A page that was found. */
export interface FoundPage {
  /** From the site's top. */
  readonly url: string
  readonly trail: string
  /** What it holds, where that is another spelling of the query. */
  readonly held?: string
  readonly title: MarkedText
  /** The best of its sections; the id is '' for the top of the page. */
  readonly sections: readonly {
    readonly id: string
    readonly title: MarkedText
    readonly text: MarkedText
  }[]
}

/** The answer to a query. */
export interface Found {
  /** Pages that hold the query, the best first. */
  readonly pages: readonly FoundPage[]
  /** Pages that hold something like it. */
  readonly nearby: readonly FoundPage[]
  /** How many pages are known to hold the query; when not `complete`, there may be more. */
  readonly count: number
  readonly complete: boolean
}

export interface Engine {
  find(query: string, limit?: number): Promise<Found>
  /** Loads what every query needs. */
  prepare(): Promise<unknown>
}

/** What few queries need: `further.js`. */
export interface MoreOfEngine {
  readonly further: unknown
}

/** A search engine over the files of an index; `load` gives the data of one by its name, `more` what few queries need. */
export function createEngine(
  load: (name: string) => Promise<unknown>,
  more: () => Promise<MoreOfEngine>,
): Engine
