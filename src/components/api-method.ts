// Operations as GitBook.com wrote them in 2018: every part has a tag of its own, and the parts are in parts.
import { address, box, heading, part, renderFields, response } from '../openapi/pieces.ts'
import { textContent } from '../tree/node.ts'
import { fieldOf } from './api.ts'
import { type Component, type ComponentBlock, firstValue, isPart, tags, textOf } from './define.ts'

/** `{% api-method method="get" host="https://api.example.com" path="/pets" %}`. */
export const apiMethod: Component = {
  name: 'api-method',
  tags: tags('paired', 'api-method', 'api'),
  html(block) {
    const summary = block.content.find((node) => isPart(node, 'api-summary'))
    const title = summary === undefined ? nameOf(block) : textContent(summary.content).trim()
    const path = textOf(block, 'path') ?? ''
    const whole = textOf(block, 'url')?.replaceAll(/\s*<br\s*\/?>\s*/gi, '')
    const url = whole ?? `${(textOf(block, 'host', 'baseUrl') ?? '').replace(/\/$/, '')}${path}`
    return [
      box([
        heading(
          textOf(block, 'method') ?? 'get',
          title === '' ? path : title,
          path === '' ? title : path,
        ),
        ...(url === '' ? [] : [address(url)]),
        ...block.content.filter((node) => node !== summary),
      ]),
    ]
  },
}

/** `{% api "List orders", method="GET", url="https://…" %}` of the plugin api. */
function nameOf(block: ComponentBlock): string {
  return textOf(block, 'title', 'name') ?? firstValue(block) ?? ''
}

const partOf = (within: string, name: string, ...names: readonly string[]): Component => ({
  name,
  within,
  tags: tags('paired', ...names),
})

/** Parts that only hold others, or text. */
export const apiMethodParts: readonly Component[] = [
  partOf('api-method', 'api-summary', 'api-method-summary'),
  partOf('api-method', 'api-about', 'api-method-description'),
  partOf('api-method', 'api-spec', 'api-method-spec'),
  partOf('api-spec', 'api-request', 'api-method-request'),
  partOf('api-example', 'api-example-about', 'api-method-response-example-description'),
]

/** Values that are sent, by where they are sent. */
export const apiParameters: Component = {
  ...partOf(
    'api-request',
    'api-parameters',
    'api-method-path-parameters',
    'api-method-query-parameters',
    'api-method-headers',
    'api-method-body-parameters',
    'api-method-form-data-parameters',
  ),
  html(block, { words: { api: said } }) {
    const fields = block.content.filter((node) => isPart(node, 'api-parameter'))
    const place = (['path', 'query', 'header'] as const).find((one) => block.tag.includes(one))
    const title = said[place ?? 'body']
    return fields.length === 0 ? [] : renderFields(title, fields.map(fieldOf), { words: said })
  },
}

export const apiParameter: Component = partOf(
  'api-parameters',
  'api-parameter',
  'api-method-parameter',
)

/** What comes back. */
export const apiResponse: Component = {
  ...partOf('api-spec', 'api-response', 'api-method-response'),
  html: ({ content }, { words: { api: said } }) => [part(said.responses), ...content],
}

export const apiExample: Component = {
  ...partOf('api-response', 'api-example', 'api-method-response-example'),
  html(block) {
    const [about] = block.content.filter((node) => isPart(node, 'api-example-about'))
    const title = about === undefined ? '' : textContent(about.content).trim()
    const inside = block.content.filter((node) => node !== about)
    return [response(textOf(block, 'httpCode') ?? '', title, inside)]
  },
}
