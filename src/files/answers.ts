// What files said to whoever asked them: as long as they say the same, what was made of it would come out the same.
import { contentHash } from '../core/hash.ts'
import type { BookPath } from '../core/path.ts'
import type { Files } from './files.ts'
import { hashesAt, openingAt } from './text-hashes.ts'

/** As data that can be kept and compared. */
export interface Answers {
  /** The paths of all files, as a hash. */
  readonly list: string
  readonly said: readonly Answer[]
}

type Question = 'text' | 'opening' | 'size'
type Answer = readonly [question: Question, path: BookPath, value: string | number | null]

/** The same files, noting what they say. */
export function noteAnswers(files: Files): {
  readonly files: Files
  /** Undefined when they were asked for more than can be asked again. */
  readonly answers: () => Answers | undefined
} {
  const said = new Map<string, Answer>()
  let isTold = false
  const note = (question: Question, path: BookPath): BookPath => {
    const name = `${question} ${path}`
    if (!said.has(name)) said.set(name, [question, path, answerOf(files, question, path)])
    return path
  }
  const told = <Value>(value: Value): Value => {
    isTold = true
    return value
  }
  const canOpen = files.open !== undefined
  return {
    files: {
      ...files,
      // Whoever asks a text gets it, and that is noted.
      known: () => undefined,
      text: (path) => files.text(note('text', path)),
      opening: (path) => openingAt(files, note('opening', path)),
      size: (path) => files.size(note('size', path)),
      bytes: (path) => told(files.bytes(path)),
      head: (path, length) => told(files.head(path, length)),
      location: (path) => told(files.location(path)),
      ...(canOpen && { open: (path) => told(files.open?.(path)) }),
    },
    answers: () => (isTold ? undefined : { list: listOf(files), said: [...said.values()] }),
  }
}

/** Do they still say the same? */
export function saySame(files: Files, { list, said }: Answers): boolean {
  return (
    listOf(files) === list &&
    said.every(([question, path, value]) => answerOf(files, question, path) === value)
  )
}

const listOf = (files: Files): string => contentHash(files.list().join('\n'))

function answerOf(files: Files, question: Question, path: BookPath): Answer[2] {
  if (question === 'size') return files.size(path) ?? null
  return hashesAt(files, path)?.[question] ?? null
}
