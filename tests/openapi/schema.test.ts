// What schemas say, however they are made of each other.
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../src/core/json.ts'
import { type ApiDocument, readApi } from '../../src/openapi/document.ts'
import { fieldsOf } from '../../src/openapi/schema.ts'
import { apiWords } from '../../src/openapi/words.ts'
import { timesAsLong } from '../support/yardstick.ts'

const refer = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

function describing(schemas: JsonObject): ApiDocument {
  const document = readApi(JSON.stringify({ openapi: '3.0.3', components: { schemas } }))
  if (document === undefined) throw new Error('no description')
  return document
}

const names = (document: ApiDocument, schema: Json): readonly string[] =>
  fieldsOf(document, schema, apiWords('en')).map(({ name }) => name)

/** Each schema is made of the next one, ten times over. */
function tower(height: number): ApiDocument {
  const floors = Array.from({ length: height }, (_, floor): [string, JsonObject] => [
    `A${floor}`,
    { allOf: Array.from({ length: 10 }, () => refer(`A${floor + 1}`)), required: ['x'] },
  ])
  const ground: JsonObject = { type: 'object', properties: { x: { type: 'string' } } }
  return describing({ ...Object.fromEntries(floors), [`A${height}`]: ground })
}

describe('schemas that are made of others', () => {
  test('cost as much as there are of them, not as many ways lead to them', () => {
    const [low, high] = [tower(20), tower(80)]
    expect(names(high, refer('A0'))).toEqual(['x'])
    const ratio = timesAsLong(
      () => names(high, refer('A0')),
      () => names(low, refer('A0')),
    )
    expect(ratio).toBeLessThan(16)
  })

  test('have what they say themselves, even when they are made of themselves', () => {
    const schemas = {
      A: { allOf: [refer('B'), { properties: { a: { type: 'string' } } }] },
      B: { allOf: [refer('A')], properties: { b: { type: 'string' } } },
    }
    expect(names(describing(schemas), refer('A'))).toEqual(['b', 'a'])
  })
})

test('a thousand fields in a thousand fields are not unfolded one by one', () => {
  const properties = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [`f${index}`, refer('Wide')]),
  )
  const document = describing({
    Wide: { type: 'object', properties: { ...properties, more: refer('Other') } },
    Other: { type: 'object', properties },
  })
  const fields = fieldsOf(document, refer('Wide'), apiWords('en'))
  expect(fields).toHaveLength(1001)
})

test.each([
  ['en', ['3 … 20 characters', '≥ 1 items', '≤ 9']],
  ['zh-hans', ['3 … 20 个字符', '≥ 1 项', '≤ 9']],
  ['zh-TW', ['3 … 20 個字元', '≥ 1 項', '≤ 9']],
])('limits in %s', (language, limits) => {
  const schema = {
    type: 'object',
    properties: {
      text: { type: 'string', minLength: 3, maxLength: 20 },
      list: { type: 'array', minItems: 1, items: {} },
      count: { type: 'integer', maximum: 9 },
    },
  }
  const fields = fieldsOf(describing({ A: {} }), schema, apiWords(language))
  expect(fields.flatMap((field) => field.limits)).toEqual(limits)
})
