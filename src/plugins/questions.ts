// Questions with a choice of answers, as plugins had them: mcqx `{%mcq ans="o2"%}`, `{%title%}`, `{%o1%}` … `{%endmcq%}`, and
// quiz `<quiz>`, `<question>`, `<answer correct>` … `</quiz>`. The programs that told right from wrong are not there: readers
// open the answer below the list.
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

/** One without an end reaches no further than to the next. */
const QUIZ = /<quiz\b([^<>\n]*)>((?:(?!<quiz\b).)*?)<\/quiz>/gs
const ONE = /<question\b[^<>\n]*>((?:(?!<question\b).)*?)<\/question>/gs
const SAID =
  /(?<=^|([^\n]))<(answer|explanation)\b([^<>\n]*)>((?:(?!<(?:answer|explanation)\b).)*?)<\/\2>/gms

/** Questions in tags of their own as lists of their answers. */
export function quizzesAsLists(text: string, code: readonly Range[]): string {
  return text.replaceAll(QUIZ, (written, ...found: readonly unknown[]) => {
    const [options, body, at] = found as readonly [string, string, number]
    if (isIn(code, at)) return written
    const name = /\bname\s*=\s*"([^"]*)"/.exec(options)?.[1]?.trim() ?? ''
    const shown = body.replaceAll(ONE, (_whole, words: string) => questionAsList(words))
    return (name === '' ? '' : `**${name}**`) + shown
  })
}

function questionAsList(question: string): string {
  const right: string[] = []
  const why: string[] = []
  const shown = question
    .replaceAll(/^[ \t]+(?=<)/gm, '')
    .replaceAll(SAID, (whole, ...found: readonly unknown[]) => {
      const [before, kind, options, words] = found as readonly [
        undefined | string,
        string,
        string,
        string,
      ]
      if (kind === 'explanation') {
        why.push(words)
        // Every line stays where it is.
        return whole.replaceAll(/[^\n]/g, '')
      }
      if (/\bcorrect\b(?!\s*=\s*"?false)/.test(options)) right.push(words)
      const item = `- ${words.trim().replaceAll(/\n[ \t]*/g, '\n  ')}`
      return before === undefined ? item : `<br>${item}`
    })
    .replaceAll(/<\/p>(\s*)<p>/g, '<br>$1')
    .replaceAll(/<\/?p>/g, '')
    .replace(/[ \t]+$/, '')
  const answer = [...right, ...why].map((words) => words.trim().replaceAll(/\s*\n\s*/g, ' '))
  if (answer.length === 0) return shown
  const said = answer.join('<br>')
  return shown.endsWith('\n')
    ? `${shown}{% spoiler title="✓" %}${said}{% endspoiler %}`
    : `${shown}<details><summary>✓</summary>${said}</details>`
}
