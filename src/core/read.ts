// A result is kept as long as every question asked for it has the same answer. The questions are the dependency
// graph: nobody has to declare a dependency, and none can be forgotten.
import type { Target } from './target.ts'

/** What can be asked about the outside of a page, and the answers: data that can be kept and compared. */
interface AnswerTo {
  /** The text of a file: its content hash, '' when it is absent. */
  readonly text: string
  /** Where does this path lead? '' is the book's own folder. */
  readonly target: Target
  /** What other pages call the page at a path; '' when nobody can tell. */
  readonly title: string
  /** Pixel size of an image; null when it is unknown. */
  readonly image: ImageSize | null
  /** Is this path among the files of the book? Cheaper than its target. */
  readonly listed: boolean
  /** When did this file change last: an ISO date, '' when nobody knows. */
  readonly date: string
  /** A file of another repository, by its address: its text is asked for once in a run. */
  readonly remote: null
  /** A fact of the book by name (`config`, `summary`, `glossary` …): its hash, or its JSON. */
  readonly fact: string
}

/** In pixels. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** What can be asked. */
export type Question = keyof AnswerTo

/** The answer to a question. */
export type Answer<Asked extends Question> = AnswerTo[Asked]

/** One question with the answer that a computation relied on. */
export type Read = {
  readonly [Asked in Question]: {
    readonly question: Asked
    readonly key: string
    readonly answer: Answer<Asked>
  }
}[Question]

/** Something that can be asked again. */
export interface Answers {
  ask<Asked extends Question>(question: Asked, key: string): Answer<Asked>
}

/** True while every read still has the same answer. */
export function stillHolds(reads: readonly Read[], answers: Answers): boolean {
  return reads.every(({ question, key, answer }) => isSame(answers.ask(question, key), answer))
}

/** Answers are made in one way only, so that equal ones have equal texts. */
function isSame(now: unknown, then: unknown): boolean {
  if (now === then) return true
  return typeof now === 'object' && JSON.stringify(now) === JSON.stringify(then)
}

/** The same answers, noting each one asked. */
export function noteReads(answers: Answers): Answers & { readonly reads: () => readonly Read[] } {
  const noted = new Map<string, Read>()
  return {
    ask(question, key) {
      const answer = answers.ask(question, key)
      noted.set(`${question}\0${key}`, { question, key, answer } as Read)
      return answer
    },
    reads: () => [...noted.values()],
  }
}
