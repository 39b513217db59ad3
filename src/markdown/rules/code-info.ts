/** What a fence says after its marks. */
export interface CodeInfo {
  /** The language as written; '' when there is none. */
  readonly language: string
  /** Everything after the language. */
  readonly rest: string
  /** All of it. */
  readonly text: string
}

/**
 * Takes an info string apart. The language is the first word, in any of these spellings: `js`, `js title="x"`,
 * `js{1,3}`, `{.js .numbered}`, `{.language-js}`, `js,ignore`, `js:line-numbers`.
 */
export function parseCodeInfo(info: string): CodeInfo {
  const text = info.trim()
  const braced = /^\{\s*\.([^\s.#{}]+)\s*(.*)\}$/s.exec(text)
  if (braced !== null) {
    const language = (braced[1] ?? '').replace(/^lang(?:uage)?-(?=.)/, '')
    return { language, rest: (braced[2] ?? '').trim(), text }
  }
  const language = /^[^\s{,:]*/.exec(text)?.[0] ?? ''
  return { language, rest: text.slice(language.length).trim(), text }
}
