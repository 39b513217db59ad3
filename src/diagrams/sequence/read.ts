// A sequence of Mermaid as data: who takes part, and what happens one after the other.
import { clean } from '../flowchart.ts'
import { noSense } from '../not-drawn.ts'
import { shown } from '../signs.ts'

/** Who takes part. */
export interface Participant {
  readonly id: string
  lines: readonly string[]
  isPerson: boolean
}

/** Participants side by side under a common name. */
export interface Company {
  readonly lines: readonly string[]
  readonly ids: string[]
}

/** How an arrow ends. */
export type Head = 'filled' | 'open' | 'cross' | 'none'

export type Event =
  | {
      readonly is: 'message'
      readonly from: string
      readonly to: string
      readonly lines: readonly string[]
      readonly isDashed: boolean
      readonly head: Head
      readonly hasTail: boolean
    }
  | {
      readonly is: 'note'
      readonly side: 'left' | 'right' | 'over'
      readonly ids: readonly string[]
      readonly lines: readonly string[]
    }
  | { readonly is: 'begins' | 'ends' | 'goes'; readonly id: string }
  | Frame

/** A loop, a choice, or a ground of its own color; its parts stand one below the other. */
export interface Frame {
  readonly is: 'frame'
  readonly type: string
  readonly parts: { readonly lines: readonly string[]; readonly events: Event[] }[]
}

export interface Sequence {
  readonly people: readonly Participant[]
  readonly companies: readonly Company[]
  readonly events: readonly Event[]
}

const FRAMES = /^(loop|alt|opt|par|par_over|critical|break|rect)\b\s*(.*)$/i
const PARTS = /^(?:else|and|option)\b\s*(.*)$/i
const PERSON = /^(?:create\s+)?(actor|participant)\s+(.+?)(?:\s*@\{[^}]*\})?(?:\s+as\s+(.+))?$/i
const NOTE = /^note\s+(left of|right of|over)\s+([^:]+?)\s*:\s*(.*)$/i
// A cross could be the first letter of a name: arrows that point are looked for first.
const POINTS =
  /^([^:]+?)\s*(<<-{1,2}>>|-{1,2}>{1,2}|-{1,2}\))\s*([+-]?)\s*([^:]+?)\s*(?::\s*(.*))?$/
const CROSSES = /^([^:]+?)\s*(-{1,2}[xX])\s*([+-]?)\s*([^:]+?)\s*(?::\s*(.*))?$/
const PASSED =
  /^(?:links?|properties|details|accTitle|accDescr|title|sequenceDiagram|box|end)\b|^[{}]/i
const COLOR =
  /^(?:rgba?\([^)]*\)|hsla?\([^)]*\)|#[\da-f]{3,8}\b|transparent\b|(?:light|dark|medium|pale|deep|hot)?(?:a?qua|azure|beige|black|blue|brown|coral|cyan|gold|gr[ae]y|green|ivory|khaki|lavender|lime|magenta|maroon|navy|olive|orange|orchid|pink|plum|purple|red|salmon|sienna|silver|tan|teal|turquoise|violet|wheat|white|yellow)\b)\s*/i

/** Reads the lines of a sequence. Throws with the one that makes no sense. */
export function readSequence(lines: readonly string[]): Sequence {
  const reader = new Reader()
  for (const line of lines) reader.line(line.replace(/(?<!#\w*);$/, '').trim())
  return { people: [...reader.people.values()], companies: reader.companies, events: reader.events }
}

/** Words in lines, as their author broke them. */
export function linesOf(written: string): readonly string[] {
  const text = written
    .replace(/^(?:no)?wrap:\s*/, '')
    .replaceAll(/#(\d{2,6});/g, (_, code: string) => signOf(Number(code)))
  return shown(clean(text))
    .split(/\s*<br\/>\s*/)
    .filter((line) => line !== '')
}

function signOf(code: number): string {
  return code < 0x11_00_00 && code > 31 ? String.fromCodePoint(code) : ''
}

class Reader {
  readonly people = new Map<string, Participant>()
  readonly companies: Company[] = []
  readonly events: Event[] = []
  readonly #open: (Frame | Company)[] = []
  #number: number | undefined
  #step = 1

  line(line: string): void {
    const [, type, said = ''] = FRAMES.exec(line) ?? []
    const part = PARTS.exec(line)
    const company = /^box\b\s*(.*)$/i.exec(line)
    if (type !== undefined) this.#begin(type.toLowerCase(), said)
    else if (part !== null) this.#part(part[1] ?? '')
    else if (company !== null) this.#company(company[1] ?? '')
    else if (/^end$/i.test(line)) this.#open.pop()
    else if (!this.#count(line)) this.#statement(line)
  }

  #statement(line: string): void {
    const [, kind, written = '', label] = PERSON.exec(line) ?? []
    const note = NOTE.exec(line)
    const [, change, whom = ''] = /^(activate|deactivate|destroy)\s+(.+)$/i.exec(line) ?? []
    if (kind !== undefined) this.#person(written, label, kind)
    else if (note !== null) this.#note(note)
    else if (change !== undefined) {
      const is = { activate: 'begins', deactivate: 'ends', destroy: 'goes' } as const
      this.#now.push({ is: is[change.toLowerCase() as keyof typeof is], id: this.#id(whom) })
    } else this.#message(line)
  }

  get #now(): Event[] {
    const frame = this.#open.findLast((one) => 'is' in one)
    return frame?.parts.at(-1)?.events ?? this.events
  }

  #begin(type: string, said: string): void {
    const lines = type === 'rect' ? [] : linesOf(said)
    const frame: Frame = { is: 'frame', type, parts: [{ lines, events: [] }] }
    this.#now.push(frame)
    this.#open.push(frame)
  }

  #part(said: string): void {
    const frame = this.#open.findLast((one) => 'is' in one)
    frame?.parts.push({ lines: linesOf(said), events: [] })
  }

  #company(said: string): void {
    const company = { lines: linesOf(said.replace(COLOR, '')), ids: [] }
    this.companies.push(company)
    this.#open.push(company)
  }

  #count(line: string): boolean {
    const found = /^autonumber\b\s*(off)?\s*(\d+)?\s*(\d+)?/i.exec(line)
    if (found === null) return false
    const [, off, first, step] = found
    this.#number = off === undefined ? Number(first ?? 1) : undefined
    this.#step = Number(step ?? 1)
    return true
  }

  #person(written: string, label: string | undefined, kind: string): void {
    const person = this.people.get(this.#id(written))
    const company = this.#open.at(-1)
    if (person === undefined) return
    if (label !== undefined) person.lines = linesOf(label)
    person.isPerson = kind.toLowerCase() === 'actor'
    if (company !== undefined && 'ids' in company) company.ids.push(person.id)
  }

  /** The name of somebody, who takes part from now on. */
  #id(written: string): string {
    const id = written.trim()
    if (!this.people.has(id)) this.people.set(id, { id, lines: linesOf(id), isPerson: false })
    return id
  }

  #note([, side = '', whom = '', said = '']: readonly string[]): void {
    const ids = whom.split(',').map((id) => this.#id(id))
    const [where] = side.toLowerCase().split(' ')
    this.#now.push({ is: 'note', side: where as 'over', ids, lines: linesOf(said) })
  }

  #message(line: string): void {
    const found = POINTS.exec(line) ?? CROSSES.exec(line)
    if (found !== null) this.#said(found)
    else if (line !== '' && !PASSED.test(line)) throw noSense(line)
  }

  #said([, one = '', arrow = '', mark = '', other = '', said = '']: readonly string[]): void {
    const [from, to] = [this.#id(one), this.#id(other)]
    const words = this.#counted(said)
    this.#now.push({
      is: 'message',
      from,
      to,
      lines: linesOf(words),
      isDashed: arrow.includes('--'),
      head: headOf(arrow),
      hasTail: arrow.startsWith('<'),
    })
    if (mark === '+') this.#now.push({ is: 'begins', id: to })
    if (mark === '-') this.#now.push({ is: 'ends', id: from })
  }

  /** The words of a message, with its number where messages have one. */
  #counted(said: string): string {
    const number = this.#number
    if (number === undefined) return said
    this.#number = number + this.#step
    return `${number}. ${said}`
  }
}

function headOf(arrow: string): Head {
  if (/x$/i.test(arrow)) return 'cross'
  if (arrow.endsWith(')')) return 'open'
  return arrow.endsWith('>>') ? 'filled' : 'none'
}
