// The questions of `init`. Nothing is written before the last of them is answered, so that it can be stopped anywhere.
import { createInterface } from 'node:readline/promises'
import type { Messages } from '../messages/messages.ts'
import {
  type InitAnswers,
  type InitFlags,
  type ParsedAnswer,
  hostOf,
  readLanguages,
  readRepository,
  readTitle,
  readYesNo,
  refusal,
} from './init-answers.ts'
import type { Output } from './terminal.ts'

/** Asks one question; undefined when the person stopped (Ctrl-C) or no answer can come (end of input). */
export type Ask = (question: string) => Promise<string | undefined>

/** Somebody at a terminal. */
export interface Person {
  readonly ask: Ask
  readonly close: () => void
}

/** Where questions are written, and how. */
export interface Questions {
  readonly ask: Ask
  readonly out: Output
  readonly messages: Messages
}

/** Asks for what the flags leave open; undefined when the person stopped. */
export async function askForAnswers(
  questions: Questions,
  flags: InitFlags,
  defaults: InitAnswers,
): Promise<InitAnswers | undefined> {
  const words = questions.messages.words.init
  const title =
    flags.title ??
    (await answer(questions, { text: words.title, shown: defaults.title }, readTitle))
  if (title === undefined) return undefined
  const shownLanguages = defaults.languages.join(', ')
  const languages =
    flags.languages ??
    (await answer(questions, { text: words.languages, shown: shownLanguages }, readLanguages))
  if (languages === undefined) return undefined
  const shown = defaults.repository === '' ? words.none : defaults.repository
  const repository =
    flags.repository ?? (await answer(questions, { text: words.repository, shown }, readRepository))
  if (repository === undefined) return undefined
  const workflow =
    flags.workflow ?? (await askForWorkflow(questions, defaults.workflow, repository))
  return workflow === undefined ? undefined : { title, languages, repository, workflow }
}

/** No question where the host would not find the file, or reads none. */
async function askForWorkflow(
  questions: Questions,
  isPossible: boolean,
  repository: string,
): Promise<boolean | undefined> {
  const words = questions.messages.words.init
  const host = hostOf(repository)
  if (!isPossible || host === undefined) return false
  const question = { text: words.workflow(host), shown: words.yes, standard: 'y' }
  return answer(questions, question, readYesNo)
}

interface Question {
  readonly text: string
  /** The default, as it is shown. */
  readonly shown: string
  /** The default as it would be typed, where that differs. */
  readonly standard?: string
}

async function answer<T>(
  { ask, out, messages }: Questions,
  { text, shown, standard = shown }: Question,
  read: (text: string) => ParsedAnswer<T>,
): Promise<T | undefined> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a question waits for the answer to the one before
    const typed = await ask(`${text} [${shown}]: `)
    if (typed === undefined) return undefined
    const reading = read(typed.trim() === '' ? standard : typed)
    if ('value' in reading) return reading.value
    out.write(`  ${refusal(reading, messages)}\n`)
  }
}

/** The person at this terminal; undefined when nobody is there to answer. */
export function personAtTerminal(
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WriteStream = process.stdout,
): Person | undefined {
  if (!input.isTTY || !output.isTTY) return undefined
  const lines = createInterface({ input, output })
  const stop = new AbortController()
  // Ctrl-C and the end of input: an answer will not come.
  for (const event of ['SIGINT', 'close'] as const) lines.on(event, () => stop.abort())
  return {
    ask: async (question) => {
      try {
        return await lines.question(question, { signal: stop.signal })
      } catch (error) {
        if (!stop.signal.aborted) throw error
        output.write('\n')
        return undefined
      }
    },
    close: () => lines.close(),
  }
}
