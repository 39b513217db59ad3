// A result is kept as long as every question asked for it has the same answer. The questions are the dependency
// graph: nobody has to declare a dependency, and none can be forgotten.

/** What can be asked about the outside of a page. */
export type Question =
  /** The text of a file: its content hash, '' when it is absent. */
  | 'text'
  /** Is this path published, and as what: 'page', 'asset', 'folder' or ''. */
  | 'target'
  /** Pixel size of an image: 'WxH', '' when unknown. */
  | 'image'
  /** Is this path among the files of the book: '1' or ''. Cheaper than its target. */
  | 'listed'
  /** When did this file change last: an ISO date, '' when nobody knows. */
  | 'date'
  /** A file of another repository, by its address: always ''. Its text is asked for once in a run. */
  | 'remote'
  /** A fact of the book by name (`config`, `summary`, `glossary` …): its hash. */
  | 'fact'

/** One question with the answer a computation relied on. */
export interface Read {
  readonly question: Question
  readonly key: string
  readonly answer: string
}

/** Something that can be asked again. */
export interface Answers {
  ask(question: Question, key: string): string
}

/** True while every read still has the same answer. */
export function stillHolds(reads: readonly Read[], answers: Answers): boolean {
  return reads.every((read) => answers.ask(read.question, read.key) === read.answer)
}

/** The same answers, noting each one asked. */
export function noteReads(answers: Answers): Answers & { readonly reads: () => readonly Read[] } {
  const noted = new Map<string, Read>()
  return {
    ask(question, key) {
      const answer = answers.ask(question, key)
      noted.set(`${question}\0${key}`, { question, key, answer })
      return answer
    },
    reads: () => [...noted.values()],
  }
}
