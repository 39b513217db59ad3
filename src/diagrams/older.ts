// Diagrams of js-sequence-diagrams (`sequence`) and flowchart.js (`flow`), which plugins of old books drew, as Mermaid.
import { noSense } from './not-drawn.ts'

/** A sequence: `A->B: words`, notes, participants, a title. Throws with the line that is none of these. */
export function mermaidOfSequence(source: string): string {
  const sequence = new Sequence()
  const lines = linesOf(source).flatMap((line) => sequence.read(line) ?? [])
  const { title, people } = sequence
  const named = people.map((name, index) => `participant p${index} as ${name}`)
  return [...front(title), 'sequenceDiagram', ...named, ...lines].join('\n')
}

class Sequence {
  title = ''
  readonly people: string[] = []
  readonly #aliases = new Map<string, string>()

  /** A line of Mermaid; undefined for what is said elsewhere. */
  read(line: string): string | undefined {
    const [, title] = /^title\s*:\s*(.*)$/i.exec(line) ?? []
    const [, name, alias] = /^participant\s+(.+?)(?:\s+as\s+(\S+))?$/i.exec(line) ?? []
    if (title !== undefined) this.title = title
    else if (name !== undefined) this.#aliases.set(alias ?? name, this.#id(name))
    else return this.#note(line) ?? this.#message(line)
    return undefined
  }

  #note(line: string): string | undefined {
    const [, where, who = '', words = ''] =
      /^note\s+(left of|right of|over)\s+(.+?)\s*:\s*(.*)$/i.exec(line) ?? []
    if (where === undefined) return undefined
    const whom = who.split(',').map((name) => this.#id(name))
    return `Note ${where.toLowerCase()} ${whom.join(',')}: ${words}`
  }

  #message(line: string): string {
    const found = /^(.+?)\s*(-{1,2}>{1,2})\s*(.+?)\s*:\s*(.*)$/.exec(line)
    if (found === null) throw noSense(line)
    const [, from = '', arrow = '', to = '', words = ''] = found
    return `${this.#id(from)}${arrow.startsWith('--') ? '-->>' : '->>'}${this.#id(to)}: ${words}`
  }

  #id(written: string): string {
    const name = written.trim().replaceAll('\\n', ' ').replaceAll('"', '')
    const known = this.#aliases.get(name)
    if (known !== undefined) return known
    const id = `p${this.people.push(name) - 1}`
    this.#aliases.set(name, id)
    return id
  }
}

const SHAPES: { readonly [type: string]: readonly [string, string] } = {
  start: ['([', '])'],
  end: ['([', '])'],
  operation: ['[', ']'],
  subroutine: ['[[', ']]'],
  condition: ['{', '}'],
  inputoutput: ['[/', '\\]'],
  parallel: ['[', ']'],
}

/** What boxes say that say nothing. */
const USUAL: { readonly [type: string]: string } = { start: 'Start', end: 'End' }

/** A flowchart: `id=>type: words`, then `id(yes)->id->id`. Throws with the line that is neither. */
export function mermaidOfFlow(source: string): string {
  const lines = linesOf(source).flatMap((line) => boxOf(line) ?? arrowsOf(line))
  return ['flowchart TD', ...lines].join('\n')
}

function boxOf(line: string): string | undefined {
  const [, id = '', type = '', words = USUAL[type] ?? ''] =
    /^([^\s=>]+)=>(\w+)\s*(?::(?!>)\s*(.*)|:>.*)?$/.exec(line) ?? []
  const shape = SHAPES[type]
  if (shape === undefined) return undefined
  const text = words
    .replace(/:>.*$/, '')
    .replace(/\|\w+$/, '')
    .trim()
    .replaceAll('"', "'")
  return `${id}${shape[0]}"${text}"${shape[1]}`
}

const STEP = /^\s*([^\s()=>]+)\s*(?:\(([^)]*)\))?\s*$/
/** Where a line leaves a box, which is left to the layout. */
const SIDE = /^(?:left|right|top|bottom|path\d+)?$/

function arrowsOf(line: string): readonly string[] {
  const steps = line.split('->').map((step) => STEP.exec(step))
  if (steps.length < 2 || steps.includes(null)) throw noSense(line)
  return steps.slice(1).map((step, index) => {
    const [, from = '', said = ''] = steps[index] ?? []
    const word = (said.split(',')[0] ?? '').trim()
    return `${from} -->${SIDE.test(word) ? '' : `|${word}|`} ${step?.[1] ?? ''}`
  })
}

function linesOf(source: string): readonly string[] {
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

function front(title: string): readonly string[] {
  return title === '' ? [] : ['---', `title: ${title}`, '---']
}
