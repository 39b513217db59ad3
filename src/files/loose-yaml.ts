// YAML that is broken somewhere: what can be read of it is read, and what is wrong is told. What keeps a page from its
// readers, or says where a book is, must not be lost for a colon in a description or a tab.
import { type Json, type JsonObject, isJsonObject, objectOf } from '../core/json.ts'
import { type Range, type Yaml, type YamlProblem, readYaml } from './yaml.ts'

/** What could be read, and why the rest could not. */
export interface LooseYaml extends Yaml {
  readonly problem?: YamlProblem
}

/** Reads YAML; of a text that is none each key by itself, where lines may be indented with tabs. */
export function readLooseYaml(text: string): LooseYaml {
  const read = readYaml(text)
  if ('value' in read) return read
  const spaced = text.replaceAll(/^[ \t]*\t[ \t]*/gm, (indent) => ' '.repeat(indent.length))
  const mended = spaced === text ? read : readYaml(spaced)
  return { ...('value' in mended ? mended : keyByKey(spaced)), problem: read }
}

const KEY = /^(?:"([^"\\]+)"|'([^']+)'|([^\s#&*!|>%@`{}[\],:'"-][^:]*?))[ \t]*:(?=\s|$)/

/** A key with what stands behind it and below it. */
interface Block {
  readonly key: string
  readonly first: string
  readonly range: Range
  readonly lines: string[]
}

function keyByKey(yaml: string): Yaml {
  const blocks = blocksOf(yaml)
  const entries = blocks.map((block): [string, Json] => [block.key, valueOf(block)])
  return {
    value: Object.fromEntries(entries.filter(([key]) => key !== '__proto__')),
    locate: ([name]) => blocks.find(({ key }) => key === name)?.range,
  }
}

function blocksOf(yaml: string): readonly Block[] {
  const blocks: Block[] = []
  let from = 0
  for (const line of yaml.split('\n')) {
    const found = KEY.exec(line)
    const key = found?.slice(1).find((part) => part !== undefined)
    if (found === null || key === undefined) blocks.at(-1)?.lines.push(line)
    else {
      const first = line.slice(found[0].length).trim()
      blocks.push({ key, first, range: [from, from + line.trimEnd().length], lines: [line] })
    }
    from += line.length + 1
  }
  return blocks
}

/** A value that cannot be read is text, or what can be read of the keys below. */
function valueOf({ key, first, lines }: Block): Json {
  const read = readYaml(lines.join('\n'))
  const own = 'value' in read && isJsonObject(read.value) ? objectOf(read.value)[key] : undefined
  return own ?? (first === '' ? below(lines.slice(1)) : undefined) ?? ownWords(first, lines)
}

function below(lines: readonly string[]): JsonObject | undefined {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const indent = Math.min(...indents)
  if (indents.length === 0 || indent === 0) return undefined
  const { value } = keyByKey(lines.map((line) => line.slice(indent)).join('\n'))
  return isJsonObject(value) && Object.keys(value).length > 0 ? value : undefined
}

/** A text below a sign for folding that stands further left than YAML wants it, and any other that stands on the line. */
function ownWords(first: string, lines: readonly string[]): string {
  const words = lines.slice(1).join(' ').trim()
  return words !== '' && /^\\?[>|][+-]?\d?$/.test(first) ? words : unquoted(first)
}

function unquoted(text: string): string {
  return /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text
}
