// Diagrams of a sequence as the library reads them: what it does not know is said in words that it knows, or left out.

const OPENS = /^(loop|alt|opt|par|critical|break|rect|box)\b\s*(.*)$/
const MESSAGE = /^([^:]*?(?:<<)?--?(?:>>|[>x)])[^:]*):\s*(.*)$/
const NUMBERED = /^autonumber\b\s*(\d+)?\s*(\d+)?/

/** A sequence in words of the library. */
export function strictSequence(source: string): string {
  const reading = new Sequence()
  return source
    .split('\n')
    .flatMap((line) => reading.line(line))
    .join('\n')
}

class Sequence {
  /** What is open, from the outside in; boxes of a color are not drawn. */
  readonly #open: string[] = []
  #number: number | undefined
  #step = 1

  line(written: string): readonly string[] {
    const text = written.trim()
    const [, opened, title = ''] = OPENS.exec(text) ?? []
    if (opened !== undefined) return this.#begin(opened, title)
    if (text === 'end') return this.#isDrawn(this.#open.pop()) ? [text] : []
    const numbered = NUMBERED.exec(text)
    if (numbered !== null) return this.#count(text, numbered)
    const option = /^option\b\s*(.*)$/.exec(text)
    if (option !== null && this.#open.at(-1) === 'critical') return [`else ${option[1] ?? ''}`]
    return this.#statement(text)
  }

  #statement(text: string): readonly string[] {
    if (/^(?:destroy|links?|properties|details|accTitle|accDescr)\b/.test(text)) return []
    // A figure of a person lies over the first message.
    const someone = /^(?:create\s+)?(?:actor|participant)\s+(.*)$/.exec(text)
    return [someone === null ? this.#message(text) : `participant ${someone[1] ?? ''}`]
  }

  #begin(opened: string, title: string): readonly string[] {
    this.#open.push(opened)
    if (!this.#isDrawn(opened)) return []
    return opened === 'critical' ? [`alt critical: ${title}`] : [`${opened} ${title}`]
  }

  #isDrawn(opened: string | undefined): boolean {
    return opened !== 'rect' && opened !== 'box'
  }

  #count(text: string, [, first, step]: RegExpExecArray): readonly string[] {
    this.#number = /\boff\b/.test(text) ? undefined : Number(first ?? 1)
    this.#step = Number(step ?? 1)
    return []
  }

  #message(text: string): string {
    const number = this.#number
    const [, who, said] = number === undefined ? [] : (MESSAGE.exec(text) ?? [])
    if (number === undefined || who === undefined || /^note\b/i.test(text)) return text
    this.#number = number + this.#step
    return `${who}: ${number}. ${said ?? ''}`
  }
}
