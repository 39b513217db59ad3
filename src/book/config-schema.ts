import type { Json, JsonObject } from '../core/json.ts'
import { EXAMPLES } from './config-examples.ts'
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

function groupSchema(keys: readonly Key[], open: boolean, folder = ''): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(
      keys.map((key) => [key.name, keySchema(key, folder + key.name)]),
    ),
    ...(open ? {} : { additionalProperties: false }),
  }
}

function keySchema(key: Key, path: string): Json {
  const standard =
    key.default ?? (key.shape.kind === 'group' ? groupDefault(key.shape.keys) : undefined)
  const example = EXAMPLES[path]
  return {
    description: withoutLinks(key.about),
    ...shapeSchema(key.shape, `${path}.`),
    ...(standard === undefined ? {} : { default: standard }),
    ...(example === undefined ? {} : { examples: [example] }),
  }
}

/** Links of descriptions lead to pages of the manual; editors have none. */
function withoutLinks(markdown: string): string {
  return markdown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
}

function groupDefault(keys: readonly Key[]): Json | undefined {
  const defaults = defaultsOf(keys)
  return Object.keys(defaults).length === 0 ? undefined : defaults
}

function shapeSchema(shape: Shape, folder: string): JsonObject {
  const inner = (of: Shape): JsonObject => shapeSchema(of, folder)
  if (shape.kind === 'flag') return { type: 'boolean' }
  if (shape.kind === 'text')
    return { type: 'string', ...(shape.oneOf === undefined ? {} : { enum: shape.oneOf }) }
  if (shape.kind === 'integer')
    return { type: 'integer', minimum: shape.least, maximum: shape.most }
  if (shape.kind === 'list') return { type: 'array', items: inner(shape.of) }
  if (shape.kind === 'map') return { type: 'object', additionalProperties: inner(shape.of) }
  if (shape.kind === 'group') return groupSchema(shape.keys, shape.open === true, folder)
  return shape.kind === 'choice' ? { anyOf: shape.of.map(inner) } : {}
}
