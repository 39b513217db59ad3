// A tag whose end was mistyped or forgotten: `{% hint style="info" }`, alone on its line. It is read as if it ended there, for
// else it would end with the next tag, and take all words between with it.

/** Such a tag. */
export interface TornTag {
  /** Behind all of it. */
  readonly to: number
  /** As it was meant, but for the end: `{% hint style="info"`. */
  readonly words: string
}

const LONGEST = 2000
const BEFORE = /(?:^|\n)(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*$/
const VALUE = String.raw`(?:"[^"\n]*"|'[^'\n]*'|[\w./:-]+)`
const TORN = new RegExp(
  String.raw`^(\{%-?[ \t]*(?:end)?@?([a-zA-Z][\w-]*)(?:/[\w.-]+)?((?:[ \t,]+[\w:.-]+=${VALUE})*))[ \t]*((?:[$*-]|%[ \t])?[ \t]?\}|%\)?|)$`,
)
/** What the templates themselves read: half a tag says too little of a condition. */
const OF_TEMPLATES =
  /^(?:(?:end)?(?:if|for|set|raw|verbatim|block|macro|filter|call)|elif|elseif|elsif|else|include|import|from|extends)$/

/** The tag without an end that begins at an offset. */
export function tornTag(text: string, from: number): TornTag | undefined {
  if (!BEFORE.test(text.slice(Math.max(0, from - 40), from))) return undefined
  const line = firstLine(text.slice(from, from + LONGEST))
  const words = wordsOf(line)
  const to = from + line.length
  return words === undefined || isEndedBehind(text, to) ? undefined : { to, words }
}

function firstLine(text: string): string {
  const end = text.indexOf('\n')
  return (end < 0 ? text : text.slice(0, end)).trimEnd()
}

function wordsOf(line: string): string | undefined {
  const found = TORN.exec(line)
  if (found === null) return undefined
  const [, words = '', name = '', given = '', end = ''] = found
  return OF_TEMPLATES.test(name) || (end === '' && given === '') ? undefined : words.trimEnd()
}

/** Does the tag go on to an end, before another one begins? */
function isEndedBehind(text: string, from: number): boolean {
  const next = text.indexOf('{%', from)
  return text.slice(from, next < 0 ? undefined : next).includes('%}')
}
