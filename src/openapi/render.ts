// An operation, or a set of schemas, as part of a page: what is sent and what comes back as lists, examples as code.
// Everything is there without a script; what is long opens.
import { foldSpace } from '../core/text.ts'
import type { Json } from '../core/json.ts'
import { type Element, type Node, element, raw, words as text } from '../tree/node.ts'
import type { Content } from './contents.ts'
import { type ApiDocument, type Opened, openedIn } from './document.ts'
import { type ApiKit, renderExamples, renderRequest } from './examples.ts'
import {
  address,
  box,
  details,
  heading,
  list,
  note,
  part,
  response,
  signature,
  slug,
} from './pieces.ts'
import type { Body, Operation, Parameter, Response, Security } from './operation.ts'
import { type Field, type FieldValue, fieldsOf, typeOf } from './schema.ts'

const NEW_LINE = raw('\n')
/** Fields below these are folded. */
const OPEN_LEVELS = 1

/** An operation. */
export function renderOperation(
  operation: Operation,
  document: ApiDocument,
  kit: ApiKit,
): readonly Node[] {
  return new Renderer(document, kit, operation.opens).operation(operation)
}

/** Schemas by their names. */
export function renderSchemas(
  names: readonly string[],
  schemas: { readonly [name: string]: Json },
  document: ApiDocument,
  kit: ApiKit,
): readonly Node[] {
  const renderer = new Renderer(document, kit, openedIn(document))
  return names.map((name) =>
    box([
      element('h2', [['id', slug(name)]], [text(name)]),
      NEW_LINE,
      ...renderer.schema(schemas[name]),
    ]),
  )
}

class Renderer {
  readonly #document: ApiDocument
  readonly #kit: ApiKit
  readonly #opens: Opened

  constructor(document: ApiDocument, kit: ApiKit, opens: Opened) {
    this.#document = document
    this.#kit = kit
    this.#opens = opens
  }

  operation(operation: Operation): readonly Node[] {
    const { method, path, summary, description, deprecated, server } = operation
    const { words } = this.#kit
    return [
      box([
        heading(method, summary ?? path, path),
        NEW_LINE,
        ...(operation.isSent === true ? [] : [address(server + path)]),
        ...(deprecated ? [remark('api-deprecated', words.deprecated, operation.sunset)] : []),
        ...(operation.stability === undefined ? [] : [remark('api-limit', operation.stability)]),
        ...this.#markdown(description),
        ...this.#security(operation.security),
        ...this.#parameters(operation.parameters),
        ...this.#body(operation.body),
        ...this.#responses(operation.responses),
        ...renderRequest(operation, this.#document, this.#kit),
      ]),
      NEW_LINE,
    ]
  }

  schema(schema: Json | undefined): readonly Node[] {
    return [this.#fields(fieldsOf(this.#document, schema, this.#kit.words), 0)]
  }

  #markdown(source: string | undefined): readonly Node[] {
    return source === undefined ? [] : this.#kit.markdown(source)
  }

  #security(all: readonly Security[]): readonly Node[] {
    if (all.length === 0) return []
    const items = all.map(({ type, scheme, place, key, name, description }) => {
      const how = type === 'http' ? (scheme ?? 'http') : type
      const at = key === undefined ? '' : `${key}${place === undefined ? '' : ` (${place})`}`
      return element(
        'li',
        [],
        [
          element('code', [['class', 'api-name']], [text(at === '' ? name : at)]),
          text(' '),
          element('span', [['class', 'api-type']], [text(how)]),
          ...this.#markdown(description),
        ],
      )
    })
    return [part(this.#kit.words.authorization), list(items)]
  }

  #parameters(all: readonly Parameter[]): readonly Node[] {
    const { words } = this.#kit
    return (['path', 'query', 'header', 'cookie'] as const).flatMap((place) => {
      const here = all.filter((one) => one.place === place)
      if (here.length === 0) return []
      return [
        part(words[place]),
        this.#fields(
          here.map((one) => this.#asField(one)),
          0,
        ),
      ]
    })
  }

  #asField({ name, required, deprecated, description, schema, example }: Parameter): Field {
    const [field] = fieldsOf(this.#document, schema, this.#kit.words)
    const isPlain = field?.name === ''
    return {
      name,
      required,
      type: typeOf(this.#document, schema, this.#kit.words),
      deprecated,
      description: description ?? (isPlain ? field.description : undefined),
      values: isPlain ? field.values : [],
      otherwise: isPlain ? field.otherwise : undefined,
      limits: [
        ...(isPlain ? field.limits : []),
        ...(example === undefined ? [] : [`${this.#kit.words.example}: ${plain(example)}`]),
      ],
      fields: isPlain ? field.fields : fieldsOf(this.#document, schema, this.#kit.words),
      choices: isPlain ? field.choices : [],
    }
  }

  #body(body: Body | undefined): readonly Node[] {
    if (body === undefined) return []
    const { words } = this.#kit
    const types = isSame(body.contents) ? typeNote(body.contents.map(({ type }) => type)) : []
    const required = body.required
      ? [text(' '), element('span', [['class', 'api-required']], [text(words.required)])]
      : []
    return [
      part(words.body, [...types, ...required]),
      ...this.#markdown(body.description),
      ...this.#contents(body.contents),
    ]
  }

  #responses(all: readonly Response[]): readonly Node[] {
    if (all.length === 0) return []
    return [part(this.#kit.words.responses), ...all.map((one) => this.#response(one))]
  }

  #response({ status, description = '', headers, contents }: Response): Node {
    const [line = '', ...rest] = description.split(/\n\s*\n/)
    const inside = [
      ...this.#markdown(rest.join('\n\n') || undefined),
      ...(headers.length === 0
        ? []
        : [
            part(this.#kit.words.headers),
            this.#fields(
              headers.map((one) => this.#asField(one)),
              0,
            ),
          ]),
      ...this.#contents(contents),
    ]
    return response(status, foldSpace(line), inside, this.#opens.responses)
  }

  /** What is sent or comes back: by its types where they differ. */
  #contents(contents: readonly Content[]): readonly Node[] {
    const [first] = contents
    if (first === undefined) return []
    const schemaOf = ({ schema }: Content): readonly Node[] =>
      schema === undefined ? [] : this.schema(schema)
    if (isSame(contents))
      return [...schemaOf(first), ...renderExamples(contents, this.#document, this.#kit)]
    return this.#kit.panels(
      contents.map((one) => ({
        title: one.type,
        content: [...schemaOf(one), ...renderExamples([one], this.#document, this.#kit)],
      })),
    )
  }

  #fields(fields: readonly Field[], level: number): Element {
    return list(fields.map((field) => this.#field(field, level)))
  }

  #field(field: Field, level: number): Element {
    const { words } = this.#kit
    return element(
      'li',
      [],
      [
        ...signature(field, words),
        ...field.limits.flatMap((limit) => [
          text(' '),
          element('span', [['class', 'api-limit']], [text(limit)]),
        ]),
        ...this.#markdown(field.description),
        ...this.#values(field.values),
        ...note(words.otherwise, field.otherwise === undefined ? [] : [field.otherwise]),
        ...this.#inside(field, level),
      ],
    )
  }

  /** In a line; one below the other where they say what they mean. */
  #values(values: readonly FieldValue[]): readonly Node[] {
    const label = this.#kit.words.values
    if (values.every(({ description }) => description === undefined))
      return note(
        label,
        values.map(({ json }) => json),
      )
    const items = values.map(({ json, description }) =>
      element('li', [], [element('code', [], [text(json)]), ...this.#markdown(description)]),
    )
    return [element('p', [['class', 'api-note']], [text(label)]), list(items)]
  }

  #inside({ name, fields, choices }: Field, level: number): readonly Node[] {
    if (choices.length > 0) {
      const { words } = this.#kit
      return [
        element('p', [['class', 'api-note']], [text(words.choices)]),
        this.#fields(choices, level + 1),
      ]
    }
    if (fields.length === 0) return []
    const inner = this.#fields(fields, level + 1)
    if (level < OPEN_LEVELS || name === '') return [inner]
    const label = text(`${this.#kit.words.fields} (${fields.length})`)
    return [details([label], [inner], { isOpen: this.#opens.fields })]
  }
}

/** Have all contents the same fields? */
function isSame(contents: readonly Content[]): boolean {
  const [first] = contents
  if (contents.length < 2) return true
  const fields = JSON.stringify(first?.schema)
  return contents.every(({ schema }) => JSON.stringify(schema) === fields)
}

/** A word about the whole operation. */
function remark(kind: string, word: string, day?: string): Element {
  return element('p', [['class', kind]], [text(day === undefined ? word : `${word} (${day})`)])
}

function typeNote(types: readonly string[]): readonly Node[] {
  return [text(' '), element('span', [['class', 'api-type']], [text(types.join(', '))])]
}

function plain(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
