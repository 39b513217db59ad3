// What a schema says, as rows: one a field, with those below it. Schemas refer to themselves and to each other; what was
// unfolded on the way is named and not unfolded again, and nothing unfolds without end.
import { type Json, type JsonObject, isJsonObject, objectOf, scalarText } from '../core/json.ts'
import { type ApiDocument, listOf, nameOfReference, resolved } from './document.ts'
import type { ApiWords } from './words.ts'

/** A value that a field can have. */
export interface FieldValue {
  readonly json: string
  /** What it means, in Markdown. */
  readonly description?: string | undefined
}

/** A field. */
export interface Field {
  /** '' for the value itself. */
  readonly name: string
  /** `string`, `array of Pet`, `string (date-time)`. */
  readonly type: string
  readonly required: boolean
  readonly deprecated: boolean
  readonly description?: string | undefined
  readonly values: readonly FieldValue[]
  /** As JSON. */
  readonly otherwise?: string | undefined
  /** `1 … 100`, `3 … 20 characters`, a pattern; in the words of the reader. */
  readonly limits: readonly string[]
  readonly fields: readonly Field[]
  /** One of several: each has a name of its own. */
  readonly choices: readonly Field[]
}

const DEEPEST = 8
/** Schemas made of schemas that are made of others, and so on. */
const MOST_PARTS = 100
const MOST_FIELDS = 1500
const MOST_VALUES = 60

/** The fields of a schema; one row without a name when it is no object. */
export function fieldsOf(
  document: ApiDocument,
  schema: Json | undefined,
  words: ApiWords,
): readonly Field[] {
  const reader = new SchemaReader(document, words)
  const whole = reader.field('', schema, false)
  const hasInside = whole.fields.length > 0 || whole.choices.length > 0
  return hasInside && /^(?:object|[\w.-]+)$/.test(whole.type) && whole.choices.length === 0
    ? whole.fields
    : [whole]
}

/** The type of a schema in a few words. */
export function typeOf(document: ApiDocument, schema: Json | undefined, words: ApiWords): string {
  return new SchemaReader(document, words).typeName(schema)
}

class SchemaReader {
  readonly #document: ApiDocument
  readonly #words: ApiWords
  readonly #open = new Set<JsonObject>()
  /** Many schemas are made of the same ones. */
  readonly #whole = new Map<JsonObject, JsonObject>()
  #count = 0

  constructor(document: ApiDocument, words: ApiWords) {
    this.#document = document
    this.#words = words
  }

  field(name: string, value: Json | undefined, required: boolean): Field {
    this.#count += 1
    const own = resolved(this.#document, value)
    const schema = this.#merged(own)
    const items = isJsonObject(schema['items']) ? schema['items'] : undefined
    const inside = items === undefined ? schema : this.#merged(resolved(this.#document, items))
    const isNew = !this.#open.has(own) && this.#open.size < DEEPEST && this.#count < MOST_FIELDS
    if (isNew) this.#open.add(own)
    const field = {
      name,
      type: this.typeName(value),
      required,
      deprecated: schema['deprecated'] === true,
      description: scalarText(schema['description']),
      values: valuesOf(inside),
      otherwise: schema['default'] === undefined ? undefined : JSON.stringify(schema['default']),
      limits: limitsOf(schema, this.#words),
      fields: isNew ? this.#fields(inside) : [],
      choices: isNew ? this.#choices(inside) : [],
    }
    if (isNew) this.#open.delete(own)
    return field
  }

  #fields(schema: JsonObject): readonly Field[] {
    const required = new Set(listOf(schema['required']).map(scalarText))
    const isInside = this.#open.size > 1
    const fields = Object.entries(objectOf(schema['properties'])).flatMap(([name, value]) =>
      isInside && this.#count >= MOST_FIELDS ? [] : [this.field(name, value, required.has(name))],
    )
    const others = schema['additionalProperties']
    return isJsonObject(others) && Object.keys(others).length > 0
      ? [...fields, this.field('*', others, false)]
      : fields
  }

  #choices(schema: JsonObject): readonly Field[] {
    const some = [...listOf(schema['oneOf']), ...listOf(schema['anyOf'])]
    const real = some.filter((one) => scalarText(resolved(this.#document, one)['type']) !== 'null')
    if (real.length === 0) return []
    return real.map((one) => {
      const title = scalarText(resolved(this.#document, one)['title']) ?? nameOfReference(one) ?? ''
      return { ...this.field(title, one, false) }
    })
  }

  /** `allOf` as one schema. */
  #merged(schema: JsonObject, depth = 0): JsonObject {
    const parts = listOf(schema['allOf'])
    if (parts.length === 0 || depth > MOST_PARTS) return schema
    const known = this.#whole.get(schema)
    if (known !== undefined) return known
    // What is made of itself adds nothing to itself.
    this.#whole.set(schema, {})
    const whole = this.#together(schema, parts, depth)
    this.#whole.set(schema, whole)
    return whole
  }

  #together(schema: JsonObject, parts: readonly Json[], depth: number): JsonObject {
    const all = [
      ...parts.map((part) => this.#merged(resolved(this.#document, part), depth + 1)),
      schema,
    ]
    return {
      ...Object.assign({}, ...all),
      properties: Object.assign({}, ...all.map((one) => objectOf(one['properties']))) as JsonObject,
      required: [...new Set(all.flatMap((one) => listOf(one['required'])))],
    }
  }

  typeName(value: Json | undefined, depth = 0): string {
    const schema = this.#merged(resolved(this.#document, value))
    const kinds = kindsOf(schema)
    if (kinds.includes('array') || isJsonObject(schema['items'])) {
      const inside = depth > DEEPEST ? '…' : this.typeName(schema['items'], depth + 1)
      return inside === '' ? 'array' : `array of ${inside}`
    }
    return ownType(schema, kinds, nameOfReference(value))
  }
}

/** The type of what is no list; `name` is that of the schema. */
function ownType(schema: JsonObject, kinds: readonly string[], name: string | undefined): string {
  if (kinds.includes('object') || isJsonObject(schema['properties']))
    return name ?? scalarText(schema['title']) ?? 'object'
  if (kinds.length > 0) return plainType(schema)
  return name ?? (isChoice(schema) ? 'one of' : '')
}

/** The types that a schema allows: one in OpenAPI 3.0, some since. */
function kindsOf({ type }: JsonObject): readonly string[] {
  return (Array.isArray(type) ? (type as readonly Json[]) : [type])
    .map(scalarText)
    .filter((one) => one !== undefined)
}

/** `string (date) or null`. */
function plainType(schema: JsonObject): string {
  const format = scalarText(schema['format'])
  const said = kindsOf(schema).join(' or ') + (schema['nullable'] === true ? ' or null' : '')
  return format === undefined ? said : `${said} (${format})`
}

function isChoice(schema: JsonObject): boolean {
  return listOf(schema['oneOf']).length + listOf(schema['anyOf']).length > 0
}

function valuesOf(schema: JsonObject): readonly FieldValue[] {
  const given = schema['const'] === undefined ? listOf(schema['enum']) : [schema['const']]
  const meanings = MEANINGS.map((key) => schema[key]).find((one) => one !== undefined)
  return given.slice(0, MOST_VALUES).map((value, index) => ({
    json: JSON.stringify(value),
    description: scalarText(
      Array.isArray(meanings)
        ? (meanings as readonly Json[])[index]
        : objectOf(meanings)[scalarText(value) ?? 'null'],
    ),
  }))
}

/** What values mean, by the values or in their order: as GitBook.com and Redoc read it, and as generators of code do. */
const MEANINGS = ['x-enumDescriptions', 'x-enum-descriptions'] as const

const BOUNDS: readonly (readonly [least: string, most: string, unit?: 'characters' | 'items'])[] = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength', 'characters'],
  ['minItems', 'maxItems', 'items'],
]

function limitsOf(schema: JsonObject, words: ApiWords): readonly string[] {
  const bounds = BOUNDS.flatMap(([least, most, unit]) => {
    const [from, to] = [scalarText(schema[least]), scalarText(schema[most])]
    if (from === undefined && to === undefined) return []
    const said = to === undefined ? `≥ ${from}` : from === undefined ? `≤ ${to}` : `${from} … ${to}`
    return [unit === undefined ? said : `${said} ${words[unit]}`]
  })
  const pattern = scalarText(schema['pattern'])
  return pattern === undefined ? bounds : [...bounds, pattern]
}

/** A value that a schema allows: what it gives as an example, else the least that has everything. */
export function exampleOf(document: ApiDocument, schema: Json | undefined): Json | undefined {
  return new ExampleMaker(document).value(schema, 0)
}

const OF_FORMAT: { readonly [format: string]: string } = {
  date: '2026-01-31',
  'date-time': '2026-01-31T12:00:00Z',
  email: 'name@example.com',
  uri: 'https://example.com',
  url: 'https://example.com',
  uuid: '00000000-0000-4000-8000-000000000000',
}

class ExampleMaker {
  readonly #document: ApiDocument
  #count = 0

  constructor(document: ApiDocument) {
    this.#document = document
  }

  value(given: Json | undefined, depth: number): Json | undefined {
    const schema = resolved(this.#document, given)
    this.#count += 1
    if (depth > DEEPEST || this.#count > MOST_FIELDS) return undefined
    const said = schema['example'] ?? listOf(schema['examples'])[0] ?? schema['default']
    if (said !== undefined) return said
    if (schema['const'] !== undefined) return schema['const']
    const [first] = listOf(schema['enum'])
    if (first !== undefined) return first
    const all = listOf(schema['allOf'])
    if (all.length > 0) return this.#together([...all, { ...schema, allOf: [] }], depth)
    const [choice] = [...listOf(schema['oneOf']), ...listOf(schema['anyOf'])]
    if (choice !== undefined) return this.value(choice, depth + 1)
    return this.#plain(schema, depth)
  }

  #together(parts: readonly Json[], depth: number): Json | undefined {
    const values = parts.map((part) => this.value(part, depth + 1))
    const objects = values.filter((one) => isJsonObject(one))
    return objects.length === 0
      ? values.find((one) => one !== undefined)
      : (Object.assign({}, ...objects) as JsonObject)
  }

  #plain(schema: JsonObject, depth: number): Json | undefined {
    const [kind] = kindsOf(schema)
    if (kind === 'object' || isJsonObject(schema['properties'])) return this.#object(schema, depth)
    if (kind === 'array' || isJsonObject(schema['items'])) {
      const item = this.value(schema['items'], depth + 1)
      return item === undefined ? [] : [item]
    }
    return scalarOf(kind, schema)
  }

  #object(schema: JsonObject, depth: number): JsonObject {
    const entries = Object.entries(objectOf(schema['properties'])).flatMap(([name, one]) => {
      const value = this.value(one, depth + 1)
      return value === undefined ? [] : [[name, value] as const]
    })
    return Object.fromEntries(entries)
  }
}

function scalarOf(kind: string | undefined, schema: JsonObject): Json | undefined {
  if (kind === 'string') return OF_FORMAT[scalarText(schema['format']) ?? ''] ?? 'text'
  if (kind === 'boolean') return true
  return kind === 'integer' || kind === 'number' ? (schema['minimum'] ?? 1) : undefined
}
