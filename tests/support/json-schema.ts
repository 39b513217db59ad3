// As much of JSON Schema 2020-12 as our own schemas use. A keyword that is not known here fails, so that a schema cannot
// ask for what no test looks at.
import type { Json, JsonObject } from '../../src/core/json.ts'
import { isJsonObject } from '../../src/core/json.ts'

const NOTES = new Set(['$schema', '$id', '$defs', 'title', 'description', 'default', 'examples'])

/** What a value lacks to be as a schema says: places and what is wrong there. */
export function schemaProblems(schema: JsonObject, value: Json): readonly string[] {
  return check(schema, schema, value, '')
}

function check(root: JsonObject, schema: JsonObject, value: Json, at: string): readonly string[] {
  return Object.entries(schema).flatMap(([keyword, wanted]) => {
    if (NOTES.has(keyword)) return []
    const test = KEYWORDS[keyword]
    if (test === undefined) return [`${at}: nobody checks "${keyword}"`]
    return test({ root, schema, value, at }, wanted)
  })
}

interface Asked {
  readonly root: JsonObject
  readonly schema: JsonObject
  readonly value: Json
  readonly at: string
}

type Keyword = (asked: Asked, wanted: Json) => readonly string[]

const KEYWORDS: { readonly [keyword: string]: Keyword } = {
  $ref: ({ root, value, at }, wanted) => {
    const name = written(wanted).replace('#/$defs/', '')
    const found = isJsonObject(root['$defs']) ? root['$defs'][name] : undefined
    return isJsonObject(found) ? check(root, found, value, at) : [`${at}: no definition ${name}`]
  },
  type: ({ value, at }, wanted) =>
    typesOf(value).includes(written(wanted)) ? [] : [`${at}: expected ${written(wanted)}`],
  const: ({ value, at }, wanted) =>
    value === wanted ? [] : [`${at}: expected ${written(wanted)}`],
  enum: ({ value, at }, wanted) =>
    (wanted as readonly Json[]).includes(value) ? [] : [`${at}: not one of the values`],
  minimum: ({ value, at }, wanted) =>
    typeof value !== 'number' || value >= Number(written(wanted)) ? [] : [`${at}: too small`],
  minLength: ({ value, at }, wanted) =>
    typeof value !== 'string' || value.length >= Number(written(wanted))
      ? []
      : [`${at}: too short`],
  pattern: ({ value, at }, wanted) =>
    typeof value !== 'string' || new RegExp(written(wanted), 'u').test(value)
      ? []
      : [`${at}: "${value}" does not match`],
  required: ({ value, at }, wanted) =>
    isJsonObject(value)
      ? (wanted as readonly string[])
          .filter((name) => !(name in value))
          .map((n) => `${at}: no ${n}`)
      : [],
  dependentRequired: ({ value, at }, wanted) =>
    isJsonObject(value)
      ? Object.entries(wanted as { readonly [name: string]: readonly string[] })
          .filter(([name, others]) => name in value && others.some((other) => !(other in value)))
          .map(([name]) => `${at}: ${name} stands alone`)
      : [],
  properties: ({ root, value, at }, wanted) =>
    isJsonObject(value) && isJsonObject(wanted)
      ? Object.entries(wanted).flatMap(([name, inner]) => {
          const member = value[name]
          return member === undefined || !isJsonObject(inner)
            ? []
            : check(root, inner, member, `${at}/${name}`)
        })
      : [],
  items: ({ root, value, at }, wanted) =>
    Array.isArray(value) && isJsonObject(wanted)
      ? (value as readonly Json[]).flatMap((item, index) =>
          check(root, wanted, item, `${at}/${index}`),
        )
      : [],
}

function typesOf(value: Json): readonly string[] {
  if (value === null) return ['null']
  if (Array.isArray(value)) return ['array']
  if (typeof value === 'number') return Number.isInteger(value) ? ['number', 'integer'] : ['number']
  return [typeof value]
}

function written(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
