// Operations of an interface. GitBook.com takes them from a description by OpenAPI: `{% openapi-operation spec="shop"
// path="/orders" method="get" %}`; before, `{% swagger %}` and `{% api-method %}` had everything in the page.
import { type ApiDocument, readApi, schemasOf } from '../openapi/document.ts'
import { type Operation, findOperation, operationsOf } from '../openapi/operation.ts'
import { address, box, heading, part, renderFields, response } from '../openapi/pieces.ts'
import { type ApiTag, findTag } from '../openapi/pages.ts'
import type { ApiKit } from '../openapi/examples.ts'
import { renderOperation, renderSchemas } from '../openapi/render.ts'
import { type Node, isElement, valueOf } from '../tree/node.ts'
import { isOfDeleted } from '../core/reference.ts'
import { problem } from '../messages/problem.ts'
import { isBlank } from './blank.ts'
import { panelsOf } from './tabs.ts'
import {
  type Component,
  type ComponentBlock,
  type ComponentKit,
  hrefIn,
  isPart,
  isSet,
  tags,
  textOf,
} from './define.ts'

/** An operation of a document, or one that stands in the page. */
export const api: Component = {
  name: 'api',
  tags: tags('paired', 'swagger', 'openapi', 'openapi-operation', 'openapi-webhook'),
  html(block, kit) {
    const isWebhook = block.tag === 'openapi-webhook'
    const path = textOf(block, 'path') ?? textOf(block, 'name') ?? ''
    const method = textOf(block, 'method') ?? (isWebhook ? 'post' : 'get')
    const parts = block.content.filter((node) => node.kind === 'block')
    const isWritten = parts.some((node) => isPart(node, 'api-field') || isPart(node, 'api-answer'))
    const isNamed = textOf(block, 'src', 'spec') !== undefined || block.tag.includes('-')
    if (isWritten || !isNamed) return written(block, { path, method }, kit)
    return described(block, { path, method }, kit)
  },
}

/** What a description says of a block. */
function described(
  block: ComponentBlock,
  wanted: { readonly path: string; readonly method: string },
  kit: ComponentKit,
): readonly Node[] {
  const { document, isUnreadable } = documentOf(block, kit)
  const tag = textOf(block, 'tag')
  if (document !== undefined && tag !== undefined) {
    const found = findTag(document, tag)
    if (found !== undefined) return tagged(found, document, kitFor(block, kit))
  }
  const found = document === undefined ? [] : operationsIn(document, block, wanted)
  if (document !== undefined && found.length > 0 && tag === undefined)
    return found.flatMap((one) => renderOperation(one, document, kitFor(block, kit)))
  report(
    block,
    kit,
    document !== undefined ? 'operation' : isUnreadable ? 'unreadable' : 'document',
  )
  const rest = usable(block.content)
  return wanted.path === '' ? rest : [box([heading(wanted.method, wanted.path), ...rest])]
}

/** What a description says of a tag, and the operations that have it. */
function tagged(
  { description, operations }: ApiTag,
  document: ApiDocument,
  kit: ApiKit,
): readonly Node[] {
  return [
    ...(description === undefined ? [] : kit.markdown(description)),
    ...operations.flatMap((one) => renderOperation(one, document, kit)),
  ]
}

/** What a block is about: one operation, or all that a document describes. */
function operationsIn(
  document: ApiDocument,
  block: ComponentBlock,
  { path, method }: { readonly path: string; readonly method: string },
): readonly Operation[] {
  if (path === '') return operationsOf(document)
  const kind = block.tag === 'openapi-webhook' ? 'webhooks' : 'paths'
  const found = findOperation(document, path, method, kind)
  return found === undefined ? [] : [found]
}

/** Schemas of a document. */
export const apiSchemas: Component = {
  name: 'api-schemas',
  tags: tags('paired', 'openapi-schemas'),
  html(block, kit) {
    const { document, isUnreadable } = documentOf(block, kit)
    if (document === undefined) {
      report(block, kit, isUnreadable ? 'unreadable' : 'document')
      return usable(block.content)
    }
    const schemas = schemasOf(document)
    const wanted = (textOf(block, 'schemas') ?? Object.keys(schemas).join(','))
      .split(',')
      .map((name) => name.trim())
    const names = wanted.filter((name) => Object.hasOwn(schemas, name))
    const missing = wanted.filter((name) => name !== '' && !Object.hasOwn(schemas, name))
    for (const name of missing) report(block, kit, 'schema', name)
    return renderSchemas(names, schemas, document, kitFor(block, kit))
  },
}

/** What an operation does, above its parts. */
export const apiText: Component = {
  name: 'api-text',
  within: 'api',
  tags: tags('paired', 'swagger-description'),
}

/** `{% swagger-parameter in="query" name="page" type="integer" required="true" %}`. */
export const apiField: Component = {
  name: 'api-field',
  within: 'api',
  tags: tags('paired', 'swagger-parameter'),
}

/** `{% swagger-response status="200: OK" description="…" %}`. */
export const apiAnswer: Component = {
  name: 'api-answer',
  within: 'api',
  tags: tags('paired', 'swagger-response'),
}

const PLACES = ['path', 'query', 'header', 'cookie', 'body', 'formData'] as const

/** An operation that stands in the page, part by part. */
function written(
  block: ComponentBlock,
  { path, method }: { readonly path: string; readonly method: string },
  kit: ComponentKit,
): readonly Node[] {
  const { content } = block
  const base = (textOf(block, 'baseUrl', 'host') ?? '').replace(/\/$/, '')
  const url = path === '' ? base : `${base}/${path.replace(/^\//, '')}`
  const fields = content.filter((node) => isPart(node, 'api-field'))
  const answers = content.filter((node) => isPart(node, 'api-answer'))
  const rest = content.filter((node) => !isPart(node, 'api-field') && !isPart(node, 'api-answer'))
  const { api: said } = kit.words
  const lists = PLACES.flatMap((place) => {
    const here = fields.filter((one) => placeOf(one) === place)
    const title = said[place === 'formData' ? 'body' : place]
    return here.length === 0 ? [] : renderFields(title, here.map(fieldOf), { words: said })
  })
  return [
    box([
      heading(method, textOf(block, 'summary') ?? (path === '' ? url : path), path),
      ...(url === '' ? [] : [address(url)]),
      ...rest,
      ...lists,
      ...(answers.length === 0 ? [] : [part(said.responses), ...answers.map(answerOf)]),
    ]),
  ]
}

/** Where a value is sent; what nobody knows is shown with the body. */
function placeOf(field: ComponentBlock): (typeof PLACES)[number] {
  const asked = (textOf(field, 'in') ?? 'query').toLowerCase()
  return PLACES.find((place) => asked.startsWith(place.toLowerCase())) ?? 'body'
}

/** A value that an author wrote down. */
export function fieldOf(block: ComponentBlock): Parameters<typeof renderFields>[1][number] {
  return {
    name: textOf(block, 'name') ?? '',
    type: textOf(block, 'type') ?? '',
    required: isSet(block, 'required'),
    content: block.content.filter((node) => !isBlank(node)),
  }
}

function answerOf(block: ComponentBlock): Node {
  const [status = '', ...title] = (textOf(block, 'status', 'httpCode') ?? '').split(/:\s*/)
  const description = textOf(block, 'description') ?? title.join(': ')
  return response(status, description, block.content.every(isBlank) ? [] : block.content)
}

interface FoundDocument {
  readonly document?: ApiDocument
  /** Its file is there, and says nothing that can be read. */
  readonly isUnreadable: boolean
}

/** The description: by its name, by its file, or by the link in the block. */
function documentOf(block: ComponentBlock, kit: ComponentKit): FoundDocument {
  const spec = textOf(block, 'spec')
  const src = textOf(block, 'src')
  const link = hrefIn(block.content)?.value
  const asked = [src, link].filter((one) => one !== undefined)
  const references = asked.filter((one) => !isAddress(one))
  let isUnreadable = false
  for (const text of [
    spec === undefined ? undefined : kit.apiText(spec),
    src === undefined ? undefined : kit.apiText(src),
    ...references.map((one) => kit.fileText(one)),
    ...asked.filter(isAddress).map((one) => kit.apiText(one)),
  ]) {
    if (text === undefined) continue
    const document = readApi(text)
    if (document !== undefined) return { document, isUnreadable: false }
    isUnreadable = true
  }
  return { isUnreadable }
}

function isAddress(reference: string): boolean {
  return /^[a-z]+:\/\//i.test(reference)
}

function kitFor(block: ComponentBlock, kit: ComponentKit): ApiKit {
  return {
    words: kit.words.api,
    markdown: (source) => kit.markdown(source, block.at),
    code: (asked) => kit.code(asked),
    panels: panelsOf,
  }
}

// oxlint-disable-next-line max-params -- what is missing, and of what
function report(
  block: ComponentBlock,
  kit: ComponentKit,
  what: 'document' | 'unreadable' | 'operation' | 'schema',
  path: string = textOf(block, 'path', 'name', 'tag') ?? '',
): void {
  const { at } = block
  if (at === undefined) return
  const spec = textOf(block, 'spec')
  const name = spec ?? textOf(block, 'src') ?? hrefIn(block.content)?.value ?? ''
  const isPath = spec === undefined && name !== '' && !isAddress(name)
  kit.report(
    problem('component/no-api', at.source.place(at.from, at.to), {
      case: what === 'document' && isPath ? 'file' : what,
      name,
      path,
    }),
  )
}

/** Without links that were made to end after a day, and those of the editor that lead nowhere. */
function usable(content: readonly Node[]): readonly Node[] {
  return content.filter((node) => !('children' in node) || !node.children.some(isStale))
}

function isStale(node: Node): boolean {
  const href = isElement(node, 'a') ? (valueOf(node, 'href') ?? '') : ''
  return /[?&](?:X-Amz-Expires|Expires)=/.test(href) || isOfDeleted(href)
}
