// The literature of a book, as the plugins bibtex had it: `{{ "key" | cite }}` is the number of a work in `literature.bib`,
// `{% references %}{% endreferences %}` the list of those that the page cites, or of all where it cites none.
import { onceForText } from '../core/attempt.ts'
import { escapeHtml } from '../core/html.ts'
import { type Range, isIn } from '../core/range.ts'
import { plainTex } from './plain-tex.ts'

/** Where these plugins looked, from the root of the book. */
export const LITERATURE = '/literature.bib'

/** A citation, or the list. */
const PART =
  /\{\{-?[ \t]*(?:"([^"\n{}]+)"|'([^'\n{}]+)')[ \t]*\|[ \t]*cite[ \t]*(?:\([ \t]*\))?[ \t]*-?\}\}|\{%-?[ \t]*references[ \t]*-?%\}(?:\s*\{%-?[ \t]*endreferences[ \t]*-?%\})?/g

/** A page that may cite. */
export function mayCite(text: string): boolean {
  return /\|[ \t]*cite\b|\{%-?[ \t]*references\b/.test(text)
}

interface Work {
  readonly number: number
  readonly fields: ReadonlyMap<string, string>
}

/** Numbers in the place of citations, and the list. What is not in the file stays as it is written. */
export function citationsAsLinks(text: string, code: readonly Range[], bib: string): string {
  const works = worksIn(bib)
  if (works.size === 0) return text
  const parts = [...text.matchAll(PART)].filter(({ index }) => !isIn(code, index))
  const cited = parts.flatMap((part) => works.get(keyOf(part) ?? '') ?? [])
  const isListed = parts.some((part) => keyOf(part) === undefined)
  const listed = new Set(cited.length > 0 ? cited : works.values())
  let result = ''
  let done = 0
  for (const part of parts) {
    const [written] = part
    const key = keyOf(part)
    const work = works.get(key ?? '')
    result += text.slice(done, part.index)
    done = part.index + written.length
    if (key === undefined) result += listOf(listed) + written.replaceAll(/[^\n]/g, '')
    else result += work === undefined ? written : citation(work, isListed)
  }
  return result + text.slice(done)
}

/** What a part cites; undefined for the list. */
function keyOf([, double, single]: RegExpExecArray): string | undefined {
  return (double ?? single)?.trim().toLowerCase()
}

function citation({ number }: Work, isListed: boolean): string {
  return isListed ? `[\\[${number}\\]](#cite-${number})` : `\\[${number}\\]`
}

function listOf(works: ReadonlySet<Work>): string {
  const sorted = [...works].toSorted((one, other) => one.number - other.number)
  const items = sorted.map(
    ({ number, fields }) => `<li id="cite-${number}" value="${number}">${described(fields)}</li>`,
  )
  return `<ol class="references">${items.join('')}</ol>`
}

const WHERE = ['journal', 'booktitle', 'publisher', 'school', 'institution', 'howpublished']

function described(fields: Work['fields']): string {
  const said = (name: string): string => escapeHtml(plainTex(fields.get(name) ?? ''))
  const title = said('title')
  const where = WHERE.map(said).find((words) => words !== '') ?? ''
  const address = addressOf(fields)
  const parts = [
    said('author').replaceAll(/\s+and\s+/g, '; ') || said('editor'),
    title === '' ? '' : `<em>${title}</em>`,
    where.startsWith('http') ? '' : where,
    said('year'),
    address === undefined ? '' : `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function addressOf(fields: Work['fields']): string | undefined {
  const doi = /10\.\d[^\s{}<>"]*/.exec(fields.get('doi') ?? '')?.[0]
  const written = [
    fields.get('url'),
    fields.get('howpublished'),
    doi && `https://doi.org/${doi}`,
  ].map((value) => /https?:\/\/[^\s{}<>"]+/.exec(value?.replaceAll('\\', '') ?? '')?.[0])
  return written.find((address) => address !== undefined)
}

const ENTRY = /@(\w+)\s*\{\s*([^\s,{}]+)\s*,/g
const FIELD = /([A-Za-z][\w-]*)\s*=\s*/y

/** The works of a file of BibTeX by their keys, in small letters. Every page that cites asks for those of one file. */
const worksIn = onceForText((bib): ReadonlyMap<string, Work> => {
  const works = new Map<string, Work>()
  let end = 0
  for (const found of bib.matchAll(ENTRY)) {
    const [written, , key = ''] = found
    const name = key.toLowerCase()
    if (found.index < end || works.has(name)) continue
    const fields = new Map<string, string>()
    end = readFields(bib, found.index + written.length, fields)
    works.set(name, { number: works.size + 1, fields })
  }
  return works
})

/** Reads the fields of an entry; where they end. */
function readFields(bib: string, from: number, fields: Map<string, string>): number {
  let at = from
  for (;;) {
    at = afterSpace(bib, at)
    FIELD.lastIndex = at
    const [written, name = ''] = FIELD.exec(bib) ?? []
    if (written === undefined) return at
    const end = valueEnd(bib, at + written.length)
    const value = bib.slice(at + written.length, end).trim()
    fields.set(name.toLowerCase(), value.replace(/^"([^]*)"$/, '$1'))
    at = end
  }
}

function afterSpace(bib: string, from: number): number {
  let at = from
  while (at < bib.length && /[\s,]/.test(bib[at] ?? '')) at += 1
  return at
}

/** What matters in a value; an entry that never ends does not take the next one. */
const SIGN = /\\[^]|[{}",]|\n@/g

/** A value ends at the comma or the brace that stands in no braces and no quotes. */
function valueEnd(bib: string, from: number): number {
  let depth = 0
  let isQuoted = false
  SIGN.lastIndex = from
  for (let found = SIGN.exec(bib); found !== null; found = SIGN.exec(bib)) {
    const [sign] = found
    const isOutside = depth === 0 && !isQuoted
    if (sign === '\n@' || (isOutside && (sign === ',' || sign === '}'))) return found.index
    if (sign === '"' && depth === 0) isQuoted = !isQuoted
    if (sign === '{') depth += 1
    if (sign === '}') depth -= 1
  }
  return bib.length
}
