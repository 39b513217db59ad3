// Questions with a choice of answers, as the plugin mcqx had them: `{%mcq ans="o2"%}`, `{%title%}`, `{%o1%}` … `{%endmcq%}`. The
// program that told right from wrong is not there: readers open the answer below the list.
import { type Range, isIn } from '../core/range.ts'

/** Another one ends it, so that time stays linear. */
const QUESTION =
  /\{%-?[ \t]*mcq\b([^\n%]*)%\}((?:(?!\{%-?[ \t]*mcq\b).)*?)\{%-?[ \t]*endmcq[ \t]*-?%\}/gs
const PART = /\{%-?[ \t]*(title|o\d{1,2}|hint|message)[ \t]*-?%\}[ \t]*([^{]*)/g
const ANSWER = /\bans\s*=\s*["']?(o\d{1,2})/

/** Questions as lists of their answers. */
export function questionsAsLists(text: string, code: readonly Range[]): string {
  return text.replaceAll(QUESTION, (written, ...found: readonly unknown[]) => {
    const [options, body, at] = found as readonly [string, string, number]
    if (isIn(code, at)) return written
    const said = new Map<string, string>()
    const shown = body.replaceAll(PART, (_part, name: string, words: string) => {
      said.set(name, words.trim())
      const lines = words.trimEnd() === '' ? words : words.trimStart()
      if (name === 'title') return words
      if (name === 'hint') return `> ${lines}`
      // What is said to who was right stands with the answer.
      return name === 'message' ? words.replaceAll(/[^\n]/g, '') : `- ${lines}`
    })
    const right = said.get(ANSWER.exec(options)?.[1] ?? '') ?? ''
    const answer = [right, said.get('message') ?? ''].filter((words) => words !== '')
    if (answer.length === 0) return shown
    return `${shown}<details><summary>✓</summary>${answer.join('. ').replaceAll(/\s*\n\s*/g, ' ')}</details>`
  })
}
