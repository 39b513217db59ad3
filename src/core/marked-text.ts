// Texts in which ranges are marked while they are changed, so that nobody has to carry offsets through the changes.

const OPEN = '\uFDE0'
const CLOSE = '\uFDE1'
const MARKS = /[\uFDE0\uFDE1]/g

/** A range of a text that was marked, with the number it was given. */
export interface MarkedRange {
  readonly from: number
  readonly to: number
  readonly number: number
}

/** A range between marks. No text of an author holds them once it went through `withoutMarks`. */
export function marked(range: string, number = 0): string {
  return `${OPEN}${number}${OPEN}${range}${CLOSE}`
}

/** A text without the characters that mark. */
export function withoutMarks(text: string): string {
  return text.replaceAll(MARKS, '\uFFFD')
}

/** A text without its marks, and where what they marked stands. */
export function readMarks(text: string): {
  readonly text: string
  readonly marks: readonly MarkedRange[]
} {
  const marks: MarkedRange[] = []
  let result = ''
  let done = 0
  for (const found of text.matchAll(/\uFDE0(\d+)\uFDE0([^\uFDE0\uFDE1]*)\uFDE1/g)) {
    const [whole, number = '', range = ''] = found
    result += text.slice(done, found.index)
    marks.push({ from: result.length, to: result.length + range.length, number: Number(number) })
    result += range
    done = found.index + whole.length
  }
  return { text: result + text.slice(done), marks }
}
