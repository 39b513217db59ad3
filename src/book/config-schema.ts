import { type Json, type JsonObject, isJsonObject } from '../core/json.ts'
import { type Setting, type SettingTable, type Shape, defaultOf } from '../core/setting.ts'
import { SETTINGS } from '../core/settings.ts'

/** The JSON Schema of book.json, for editors. Unknown keys are allowed: templates may read them. */
export function configSchema(): JsonObject {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'book.json',
    description: 'Configuration of a handbook.',
    allowComments: true,
    allowTrailingCommas: true,
    ...groupSchema(SETTINGS, true),
  }
}

function groupSchema(table: SettingTable, open: boolean): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(table).map(([name, setting]) => [name, settingSchema(setting)]),
    ),
    ...(open ? {} : { additionalProperties: false }),
  }
}

function settingSchema(setting: Setting): Json {
  const standard = defaultOf(setting)
  const { example } = setting
  return {
    description: withoutLinks(setting.about),
    ...shapeSchema(setting),
    ...(standard === undefined || (setting.kind === 'group' && isEmpty(standard))
      ? {}
      : { default: standard }),
    ...(example === undefined ? {} : { examples: [example] }),
  }
}

function isEmpty(value: Json): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0
}

/** Links of descriptions lead to pages of the manual; editors have none. */
function withoutLinks(markdown: string): string {
  return markdown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
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
