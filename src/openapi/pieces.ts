// The pieces that interfaces are shown with, whoever wrote them down.
import { type Element, type Node, element, raw, words as text } from '../tree/node.ts'
import type { Field } from './schema.ts'
import type { ApiWords } from './words.ts'

const NEW_LINE = raw('\n')

/** A list of values with names and types, as authors write it by hand. */
export interface WrittenField {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly content: readonly Node[]
}

/** A list of fields that an author wrote, below its title. */
export function renderFields(
  title: string,
  fields: readonly WrittenField[],
  { words }: { readonly words: ApiWords },
): readonly Node[] {
  const items = fields.map(({ name, type, required, content }) =>
    element(
      'li',
      [],
      [...signature({ name, type, required, deprecated: false }, words), ...content],
    ),
  )
  return [part(title), list(items)]
}

/** The title of a part, `Body`. */
export function part(title: string, beside: readonly Node[] = []): Element {
  return element('p', [['class', 'api-part']], [element('strong', [], [text(title)]), ...beside])
}

/** The box around an operation. */
export function box(inside: readonly Node[]): Element {
  return element('section', [['class', 'api']], [NEW_LINE, ...inside, NEW_LINE])
}

/** `POST` and what the operation does. */
export function heading(method: string, title: string, path: string = title): Node {
  const name = method.toUpperCase()
  const kind = /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(name) ? name.toLowerCase() : 'other'
  return element(
    'h2',
    [['id', slug(`${name} ${path}`)]],
    [element('span', [['class', `api-method api-${kind}`]], [text(name)]), text(` ${title}`)],
  )
}

/** The address of an operation. */
export function address(url: string): Node {
  return element('p', [['class', 'api-address']], [element('code', [], [text(url)])])
}

/** A response: its status and what it means, with more below it. */
export function response(
  status: string,
  title: string,
  inside: readonly Node[],
  isOpen = false,
): Node {
  const label = [
    element('code', [['class', statusClass(status)]], [text(status)]),
    text(title === '' ? '' : ` ${title}`),
  ]
  if (inside.length === 0) return element('p', [['class', 'api-response']], label)
  return details(label, inside, { isOpen, className: 'api-response' })
}

/** What opens below its label, or is open. */
export function details(
  label: readonly Node[],
  inside: readonly Node[],
  { isOpen, className }: { readonly isOpen: boolean; readonly className?: string },
): Element {
  return element(
    'details',
    [
      ...(className === undefined ? [] : [['class', className] as const]),
      ...(isOpen ? [['open', ''] as const] : []),
    ],
    [element('summary', [], [...label]), NEW_LINE, ...inside, NEW_LINE],
  )
}

function statusClass(status: string): string {
  return `api-status api-${/^[1-5]/.exec(status)?.[0] ?? 'x'}xx`
}

/** A list of fields. */
export function list(items: readonly Node[]): Element {
  return element(
    'ul',
    [['class', 'api-fields']],
    items.flatMap((item) => [NEW_LINE, item]),
  )
}

/** A name as an id, as GitBook.com makes it. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

/** What a field is called, what it is, and whether it must be there. */
export function signature(
  { name, type, required, deprecated }: Pick<Field, 'name' | 'type' | 'required' | 'deprecated'>,
  words: ApiWords,
): readonly Node[] {
  return [
    ...(name === '' ? [] : [element('code', [['class', 'api-name']], [text(name)])]),
    ...(type === '' ? [] : mark('api-type', type)),
    ...(required ? mark('api-required', words.required) : []),
    ...(deprecated ? mark('api-deprecated', words.deprecated) : []),
  ]
}

/** A word about a field. */
function mark(kind: string, word: string): readonly Node[] {
  return [text(' '), element('span', [['class', kind]], [text(word)])]
}

/** A line below a field: `Default:` and values as code. */
export function note(label: string, values: readonly string[]): readonly Node[] {
  if (values.length === 0) return []
  const codes = values.flatMap((value, index) => [
    text(index === 0 ? ' ' : ', '),
    element('code', [], [text(value)]),
  ])
  return [element('p', [['class', 'api-note']], [text(label), ...codes])]
}
