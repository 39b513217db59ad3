// Values and calls of an operation as code.
import { type Node, element, raw, words as text } from '../tree/node.ts'
import type { Json } from '../core/json.ts'
import type { Content, Example } from './contents.ts'
import { curlOf } from './curl.ts'
import type { ApiDocument } from './document.ts'
import type { Operation } from './operation.ts'
import { exampleOf } from './schema.ts'
import type { ApiWords } from './words.ts'

/** What an operation is shown with. */
export interface ApiKit {
  readonly words: ApiWords
  /** A description, which is Markdown. */
  markdown(source: string): readonly Node[]
  code(request: { readonly text: string; readonly language: string }): Node
  /** Panels of which a reader sees one. */
  panels(panels: readonly ApiPanel[]): readonly Node[]
}

/** A panel. */
interface ApiPanel {
  readonly title: string
  readonly content: Node[]
}

const NEW_LINE = raw('\n')

/** Examples of contents: panels when there are several. */
export function renderExamples(
  contents: readonly Content[],
  document: ApiDocument,
  kit: ApiKit,
): readonly Node[] {
  const written = contents.flatMap(({ type, examples }) =>
    examples.filter(({ value }) => !isNothing(value)).map((example) => ({ type, example })),
  )
  const [first] = contents
  const value = written.length > 0 ? undefined : exampleOf(document, first?.schema)
  const made =
    value === undefined || isNothing(value) ? [] : [{ type: first?.type, example: { value } }]
  const shown = [...written, ...made].map(({ type = '', example }) => ({
    title: titleOf(type, example, contents),
    content: shownExample(type, example, kit),
  }))
  const [only] = shown
  if (only === undefined) return []
  const label = element('p', [['class', 'api-example']], [text(kit.words.example)])
  return [label, ...(shown.length === 1 ? only.content : kit.panels(shown))]
}

function shownExample(type: string, { value, description }: Example, kit: ApiKit): Node[] {
  const isText = typeof value === 'string'
  const language = isText ? languageOf(type) : 'json'
  const shown = isText ? value : JSON.stringify(value, undefined, 2)
  return [
    ...(description === undefined ? [] : kit.markdown(description)),
    kit.code({ text: shown, language }),
  ]
}

const SHELL = /^(?:bash|shell|sh)$/

/** Calls of an operation, folded. */
export function renderRequest(
  operation: Operation,
  document: ApiDocument,
  kit: ApiKit,
): readonly Node[] {
  const { samples } = operation
  if (samples === undefined) return []
  const panels = samples.map(({ title, language, source }) => ({
    title,
    content: [kit.code({ text: source.trimEnd(), language })],
  }))
  // Whoever wrote a call for a shell knows better.
  if (operation.isSent !== true && !samples.some(({ language }) => SHELL.test(language)))
    panels.unshift({ title: 'curl', content: [curlCode(operation, document, kit)] })
  const [only] = panels
  const shown = panels.length === 1 && only !== undefined ? only.content : kit.panels(panels)
  const summary = element('summary', [], [text(kit.words.request)])
  return [element('details', [['class', 'api-request']], [summary, NEW_LINE, ...shown, NEW_LINE])]
}

function curlCode(operation: Operation, document: ApiDocument, kit: ApiKit): Node {
  const [content] = operation.body?.contents ?? []
  const value = content && (content.examples[0]?.value ?? exampleOf(document, content.schema))
  return kit.code({ text: curlOf(operation, value), language: 'bash' })
}

/** What an example is called: by its name, by its type where there are several of those. */
function titleOf(type: string, { name }: Example, contents: readonly Content[]): string {
  if (contents.length === 1) return name ?? type
  return name === undefined ? type : `${name} (${type})`
}

function isNothing(value: Json): boolean {
  return (
    value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  )
}

function languageOf(type: string): string {
  if (type.includes('json')) return 'json'
  if (type.includes('xml')) return 'xml'
  return type.includes('html') ? 'html' : ''
}
