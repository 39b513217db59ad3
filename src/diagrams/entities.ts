// Diagrams of entities as the library reads them: names without spaces, how many in one of its spellings, a label behind
// every relation, and an entity that stands alone as one without attributes.
import { clean } from './flowchart.ts'
import { hidden } from './signs.ts'
import { noSense } from './not-drawn.ts'

const NAME = /^(?:"([^"]+)"|([^\s"[\]{}]+))(?:\["?([^"\]]+)"?\])?/
const SIGNS = /^\s*([|}][|o])\s*(--|\.\.|\.-|-\.)\s*([|o][|{])\s*/
const WORDS =
  /^\s+(zero or one|one or zero|one or more|one or many|many\(1\)|1\+|zero or more|zero or many|many\(0\)|0\+|only one|one|many|1)\s+(optionally to|to)\s+(zero or one|one or zero|one or more|one or many|many\(1\)|1\+|zero or more|zero or many|many\(0\)|0\+|only one|one|many|1)\s+/i
const PASSED = /^(?:direction|title|style|classDef|class)\b/

/** Entities in words of the library. Throws with the line that is none. */
export function strictEntities(source: string): string {
  const [first = '', ...rest] = source.split('\n')
  const names = new Map<string, string>()
  const nameOf = (id: string, label?: string): string => {
    if (label !== undefined || !names.has(id)) names.set(id, label ?? id)
    return `\ue020${id}\ue021`
  }
  let isOpen = false
  const lines = rest.flatMap((text) => {
    const line = text.trim()
    if (isOpen) {
      isOpen = line !== '}'
      return [line]
    }
    if (line === '' || PASSED.test(line)) return []
    const entity = statement(line, nameOf)
    isOpen = entity.endsWith('{')
    return entity.split('\n')
  })
  // A label may be told behind the first relation of an entity.
  return [first, ...lines]
    .join('\n')
    .replaceAll(/\ue020([^\ue021]*)\ue021/g, (_, id: string) => written(names.get(id) ?? id))
}

function written(name: string): string {
  return clean(name).replaceAll(/[\s:]/g, hidden)
}

type NameOf = (id: string, label?: string) => string

function statement(line: string, nameOf: NameOf): string {
  const [whole = '', , name] = nameIn(line, nameOf)
  if (name === undefined) throw noSense(line)
  const rest = line.slice(whole.length).replace(/^:::[\w,-]+/, '')
  if (/^\s*\{\s*$/.test(rest)) return `${name} {`
  if (/^\s*(?:\{\s*\})?$/.test(rest)) return `${name} {\n}`
  return relation(name, rest, { line, nameOf })
}

/** How an entity belongs to another, from behind its name. */
function relation(
  name: string,
  rest: string,
  { line, nameOf }: { readonly line: string; readonly nameOf: NameOf },
): string {
  const [signs, left = '', between = '', right = ''] = SIGNS.exec(rest) ?? WORDS.exec(rest) ?? []
  if (signs === undefined) throw noSense(line)
  const [behind = '', , other] = nameIn(rest.slice(signs.length), nameOf)
  const said = rest.slice(signs.length + behind.length)
  const label = /^(?::::[\w,-]+)?\s*(?::\s*"?([^"]*)"?\s*)?$/.exec(said)
  if (other === undefined || label === null) throw noSense(line)
  const middle = /^(?:--|to)$/i.test(between) ? '--' : '..'
  return `${name} ${countOf(left)}${middle}${countOf(right)} ${other} : "${labelOf(label[1])}"`
}

function labelOf(said = ''): string {
  return clean(said) || ' '
}

function nameIn(
  text: string,
  nameOf: NameOf,
): readonly [whole?: string, id?: string, name?: string] {
  const [whole, quoted, bare, label] = NAME.exec(text) ?? []
  if (whole === undefined) return []
  const id = (quoted ?? bare ?? '').replace(/:::.*$/, '')
  return [whole, id, nameOf(id, label)]
}

/** How many, in signs that the library knows on either side. */
function countOf(said: string): string {
  const text = said.toLowerCase()
  if (/zero or one|one or zero|o\||\|o/.test(text)) return 'o|'
  if (/one or|1\+|many\(1\)|\}\||\|\{/.test(text)) return '|{'
  return /zero|many|0\+|o/.test(text.replace(/only one|^one$/, '')) ? 'o{' : '||'
}
