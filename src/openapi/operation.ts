// One operation of an interface: what is sent, and what comes back. Old and new documents give the same.
import { type Json, type JsonObject, isJsonObject, objectOf, scalarText } from '../core/json.ts'
import { type Content, contentsOf, oldContents } from './contents.ts'
import { type ApiDocument, type Opened, listOf, openedIn, resolved } from './document.ts'
import { type Sample, samplesOf } from './samples.ts'

/** An operation. */
export interface Operation {
  /** Upper case. */
  readonly method: string
  readonly path: string
  readonly summary?: string | undefined
  /** Markdown. */
  readonly description?: string | undefined
  readonly deprecated: boolean
  /** The day from which it is gone. */
  readonly sunset?: string | undefined
  /** `experimental`, `alpha`, `beta`. */
  readonly stability?: string | undefined
  /** What it belongs to. */
  readonly tags: readonly string[]
  /** The address before the path; '' when nobody says. */
  readonly server: string
  /** It is sent to readers, at an address of theirs: a webhook. */
  readonly isSent?: boolean
  readonly security: readonly Security[]
  readonly parameters: readonly Parameter[]
  readonly body?: Body | undefined
  readonly responses: readonly Response[]
  readonly opens: Opened
  /** Calls; undefined when none is to be shown. */
  readonly samples?: readonly Sample[] | undefined
}

/** How a caller says who it is. */
export interface Security {
  readonly name: string
  /** `http`, `apiKey`, `oauth2` … */
  readonly type: string
  /** Of `http`: `bearer`, `basic`. */
  readonly scheme?: string | undefined
  /** Of a key: where it is sent, and as what. */
  readonly place?: string | undefined
  readonly key?: string | undefined
  readonly description?: string | undefined
}

/** A value of the address, of the query, of a header or of a cookie. */
export interface Parameter {
  readonly place: string
  readonly name: string
  readonly required: boolean
  readonly deprecated: boolean
  readonly description?: string | undefined
  readonly schema: Json
  readonly example?: Json | undefined
}

/** What is sent. */
export interface Body {
  readonly required: boolean
  readonly description?: string | undefined
  readonly contents: readonly Content[]
}

/** What comes back. */
export interface Response {
  /** `200`, `4XX`, `default`. */
  readonly status: string
  readonly description?: string | undefined
  readonly headers: readonly Parameter[]
  readonly contents: readonly Content[]
}

/** The operation at a path, or a webhook of that name; undefined when there is none. */
export function findOperation(
  document: ApiDocument,
  path: string,
  method: string,
  kind: 'paths' | 'webhooks' = 'paths',
): Operation | undefined {
  const paths = objectOf(document.root[kind])
  const wanted = normal(path)
  const key = Object.keys(paths).find((one) => one === path || normal(one) === wanted)
  if (key === undefined) return undefined
  const item = resolved(document, paths[key])
  const found = item[method.toLowerCase()]
  if (!isJsonObject(found)) return undefined
  const place = { path: key, method: method.toUpperCase(), item, own: found }
  const operation = operationOf(document, place)
  return kind === 'webhooks' ? sentToReader(operation) : operation
}

/** A webhook is called by its name, and where readers want to be called they say themselves. */
function sentToReader(operation: Operation): Operation {
  const { samples } = operation
  return {
    ...operation,
    server: '',
    isSent: true,
    samples: samples?.length === 0 ? undefined : samples,
  }
}

/** All operations of a document that readers may see, in its order. */
export function operationsOf(document: ApiDocument): readonly Operation[] {
  return Object.entries(objectOf(document.root['paths'])).flatMap(([path, written]) => {
    const item = resolved(document, written)
    return METHODS.flatMap((name) => {
      const own = item[name]
      const method = name.toUpperCase()
      if (!isJsonObject(own) || isInternal(item) || isInternal(own)) return []
      return [operationOf(document, { path, method, item, own })]
    })
  })
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'] as const

/** Its author keeps it from pages. */
function isInternal(written: JsonObject): boolean {
  return written['x-internal'] === true || written['x-gitbook-ignore'] === true
}

/** Paths with and without a slash at the end are one. */
function normal(path: string): string {
  return `/${path.trim().replaceAll(/^\/+|\/+$/g, '')}`
}

interface Place {
  readonly path: string
  readonly method: string
  /** What all methods of the path share. */
  readonly item: JsonObject
  readonly own: JsonObject
}

function operationOf(document: ApiDocument, { path, method, item, own }: Place): Operation {
  const given = [...listOf(item['parameters']), ...listOf(own['parameters'])].map((one) =>
    resolved(document, one),
  )
  // What an operation says itself replaces what its path says.
  const byName = new Map(
    given.map((one) => [`${scalarText(one['in'])} ${scalarText(one['name'])}`, one]),
  )
  const all = [...byName.values()]
  return {
    method,
    path,
    summary: scalarText(own['summary']) ?? scalarText(item['summary']),
    description: scalarText(own['description']) ?? scalarText(item['description']),
    deprecated: own['deprecated'] === true,
    sunset: scalarText(own['x-deprecated-sunset']),
    stability: scalarText(own['x-stability']),
    opens: openedIn(document, own),
    tags: listOf(own['tags']).flatMap((tag) => scalarText(tag) ?? []),
    server: serverOf(document, item, own),
    security: securityOf(document, own),
    parameters: all.filter((one) => !isSent(one)).map((one) => parameterOf(one)),
    body: document.isOld ? oldBody(document, own, all.filter(isSent)) : bodyOf(document, own),
    responses: responsesOf(document, own),
    samples: samplesOf(own),
  }
}

function parameterOf(one: JsonObject, name = scalarText(one['name']) ?? ''): Parameter {
  const [content] = Object.values(objectOf(one['content'])).map(objectOf)
  return {
    place: scalarText(one['in']) ?? '',
    name,
    required: one['required'] === true,
    deprecated: one['deprecated'] === true,
    description: scalarText(one['description']),
    // In Swagger 2.0 a parameter is its own schema.
    schema: one['schema'] ?? content?.['schema'] ?? one,
    example: one['example'] ?? firstExample(one['examples']),
  }
}

function serverOf(document: ApiDocument, item: JsonObject, own: JsonObject): string {
  const { root, isOld } = document
  if (isOld) {
    const host = scalarText(root['host'])
    if (host === undefined) return ''
    const [scheme = 'https'] = listOf(root['schemes'])
      .map(scalarText)
      .filter((text) => text !== undefined)
    return `${scheme}://${host}${(scalarText(root['basePath']) ?? '').replace(/\/$/, '')}`
  }
  const [server] = [own, item, root].flatMap((one) => listOf(one['servers']).map(objectOf))
  const url = scalarText(server?.['url']) ?? ''
  const variables = objectOf(server?.['variables'])
  return url
    .replaceAll(/\{([^{}]+)\}/g, (written, name: string) => {
      const chosen = scalarText(objectOf(variables[name])['default'])
      return chosen ?? written
    })
    .replace(/\/$/, '')
}

function securityOf(document: ApiDocument, own: JsonObject): readonly Security[] {
  const { root, isOld } = document
  const schemes = objectOf(
    isOld ? root['securityDefinitions'] : objectOf(root['components'])['securitySchemes'],
  )
  const needed = listOf(own['security'] ?? root['security'])
  const names = new Set(needed.flatMap((one) => Object.keys(objectOf(one))))
  return [...names].flatMap((name) => {
    if (!Object.hasOwn(schemes, name)) return []
    const scheme = resolved(document, schemes[name])
    const type = scalarText(scheme['type']) ?? ''
    return [
      {
        name,
        type: type === 'basic' ? 'http' : type,
        scheme: type === 'basic' ? 'basic' : scalarText(scheme['scheme']),
        place: scalarText(scheme['in']),
        key: scalarText(scheme['name']),
        description: scalarText(scheme['description']),
      },
    ]
  })
}

function bodyOf(document: ApiDocument, own: JsonObject): Body | undefined {
  if (own['requestBody'] === undefined) return undefined
  const body = resolved(document, own['requestBody'])
  const contents = contentsOf(document, body['content'])
  if (contents.length === 0) return undefined
  return {
    required: body['required'] === true,
    description: scalarText(body['description']),
    contents,
  }
}

/** A body of Swagger 2.0 is a parameter, or several that are fields of a form. */
function oldBody(
  { root }: ApiDocument,
  own: JsonObject,
  sent: readonly JsonObject[],
): Body | undefined {
  const [first] = sent
  if (first === undefined) return undefined
  const types = listOf(own['consumes'] ?? root['consumes'])
    .map(scalarText)
    .filter((text) => text !== undefined)
  if (scalarText(first['in']) === 'body')
    return {
      required: first['required'] === true,
      description: scalarText(first['description']),
      contents: [{ type: types[0] ?? 'application/json', schema: first['schema'], examples: [] }],
    }
  return {
    required: sent.some(isRequired),
    contents: [
      {
        type: types[0] ?? 'application/x-www-form-urlencoded',
        schema: {
          type: 'object',
          properties: Object.fromEntries(sent.map((one) => [scalarText(one['name']) ?? '', one])),
          required: sent.filter(isRequired).map((one) => scalarText(one['name']) ?? ''),
        },
        examples: [],
      },
    ],
  }
}

function responsesOf(document: ApiDocument, own: JsonObject): readonly Response[] {
  const types = listOf(own['produces'] ?? document.root['produces'])
    .map(scalarText)
    .filter((text) => text !== undefined)
  return Object.entries(objectOf(own['responses'])).map(([status, value]) => {
    const response = resolved(document, value)
    const headers = Object.entries(objectOf(response['headers'])).map(([name, header]) =>
      parameterOf(resolved(document, header), name),
    )
    const contents = document.isOld
      ? oldContents(response, types[0] ?? 'application/json')
      : contentsOf(document, response['content'])
    return { status, description: scalarText(response['description']), headers, contents }
  })
}

/** Of 2.0 by type; of 3 by name, each with a value. */
function firstExample(value: Json | undefined): Json | undefined {
  const [first] = Object.values(objectOf(value))
  return isJsonObject(first) && first['value'] !== undefined ? first['value'] : first
}

/** Is it part of what is sent, in Swagger 2.0? */
function isSent(one: JsonObject): boolean {
  return /^(?:body|formData)$/.test(scalarText(one['in']) ?? '')
}

function isRequired(one: JsonObject): boolean {
  return one['required'] === true
}
