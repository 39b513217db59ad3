import type { Json, JsonObject } from '../core/json.ts'
import { CONFIG_KEYS, defaultsOf } from './config-keys.ts'
import type { Key, Shape } from './config-shape.ts'

/** The JSON Schema of book.json, for editors. Unknown keys are allowed: templates may read them. */
export function configSchema(): JsonObject {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'book.json',
    description: 'Configuration of a handbook.',
    allowComments: true,
    allowTrailingCommas: true,
    ...groupSchema(CONFIG_KEYS, true),
  }
}

function groupSchema(keys: readonly Key[], open: boolean): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(keys.map((key) => [key.name, keySchema(key)])),
    ...(open ? {} : { additionalProperties: false }),
  }
}

function keySchema(key: Key): Json {
  const standard = key.default ?? (key.shape.kind === 'group' ? groupDefault(key.shape.keys) : undefined)
  return {
    description: key.about,
    ...shapeSchema(key.shape),
    ...(standard === undefined ? {} : { default: standard }),
  }
}

function groupDefault(keys: readonly Key[]): Json | undefined {
  const defaults = defaultsOf(keys)
  return Object.keys(defaults).length === 0 ? undefined : defaults
}

function shapeSchema(shape: Shape): JsonObject {
  if (shape.kind === 'flag') return { type: 'boolean' }
  if (shape.kind === 'text')
    return { type: 'string', ...(shape.oneOf === undefined ? {} : { enum: shape.oneOf }) }
  if (shape.kind === 'integer')
    return { type: 'integer', minimum: shape.least, maximum: shape.most }
  if (shape.kind === 'list') return { type: 'array', items: shapeSchema(shape.of) }
  if (shape.kind === 'map') return { type: 'object', additionalProperties: shapeSchema(shape.of) }
  if (shape.kind === 'group') return groupSchema(shape.keys, shape.open === true)
  return shape.kind === 'choice' ? { anyOf: shape.of.map(shapeSchema) } : {}
}
