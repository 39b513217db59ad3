// Operations of an interface: from a description of it, or written in the page.
import { describe, expect, test } from 'vitest'
import { type Contents, buildBook, codes, content } from '../support/build-book.ts'
import { english } from '../support/english.ts'

const SHOP = `openapi: 3.0.3
info: { title: Shop, version: '1' }
servers:
  - url: https://{host}/v1/
    variables: { host: { default: api.example.com } }
components:
  securitySchemes:
    token: { type: http, scheme: bearer, description: From the *console* }
  schemas:
    Order:
      type: object
      required: [id]
      properties:
        id: { type: integer, minimum: 1 }
        state: { type: string, enum: [open, sent], default: open }
        parent: { $ref: '#/components/schemas/Order' }
        lines:
          type: array
          items: { allOf: [{ $ref: '#/components/schemas/Line' }, { properties: { note: { type: string } } }] }
    Line: { type: object, properties: { sku: { type: string, description: Its **number** } } }
security: [{ token: [] }]
paths:
  /orders/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: integer }, description: Of the order }
    get:
      summary: One order
      deprecated: true
      parameters:
        - { name: full, in: query, schema: { type: boolean } }
      responses:
        '200': { description: Here it is, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
        '404': { description: None }
    put:
      description: |
        Changes it. See [RFC](https://www.rfc-editor.org/rfc/rfc9110).
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
      responses: {}
`

function book(body: string, more: Contents = {}): Contents {
  return {
    'SUMMARY.md': '# Table of contents\n\n* [Start](README.md)\n',
    'README.md': `# Start\n\n${body}\n`,
    ...more,
  }
}

const GET =
  '{% openapi-operation spec="shop" path="/orders/{id}" method="get" %}\n[OpenAPI shop](https://example.com/a.yaml?X-Amz-Expires=9)\n{% endopenapi-operation %}'
const inAssets = { '.gitbook/assets/shop.yaml': SHOP }

const shown = async (body: string, more: Contents = inAssets): Promise<string> =>
  content(await buildBook(book(body, more)), 'index.html')

describe('an operation of a description', () => {
  test('has its method, its address and what it does', async () => {
    const html = await shown(GET)
    expect(html).toMatch(
      /<section class="api">\s*<h2 id="get-orders-id"><span class="api-method api-get">GET<\/span> One order/,
    )
    expect(html).toContain('<code>https://api.example.com/v1/orders/{id}</code>')
    expect(html).toContain('<p class="api-deprecated">deprecated</p>')
    expect(html).toContain('From the <em>console</em>')
  })
  test('has parameters of the path and its own, and responses', async () => {
    const html = await shown(GET)
    expect(html).toContain('<strong>Path parameters</strong>')
    expect(html).toContain('<code class="api-name">id</code> <span class="api-type">integer</span>')
    expect(html).toContain('<strong>Query parameters</strong>')
    expect(html).toContain('<code class="api-status api-2xx">200</code> Here it is')
    expect(html).toContain(
      '<p class="api-response"><code class="api-status api-4xx">404</code> None</p>',
    )
  })
  test('unfolds schemas, and those that hold themselves once', async () => {
    const html = await shown(GET)
    expect(html).toContain('<code>&quot;open&quot;</code>, <code>&quot;sent&quot;</code>')
    expect(html).toContain('<span class="api-type">array of object</span>')
    expect(html).toContain('Its <strong>number</strong>')
    expect(html).toContain('<code class="api-name">note</code>')
    expect(html.match(/api-name">parent</g)?.length).toBeLessThan(3)
  })
  test('shows what is sent, and how to call it', async () => {
    const html = await shown(GET.replace('method="get"', 'method="put"'))
    expect(html).toContain('<strong>Body</strong>')
    expect(html).toContain('<a href="https://www.rfc-editor.org/rfc/rfc9110"')
    const words = html
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&#x27;', "'")
      .replaceAll('&#39;', "'")
    expect(words).toContain("curl -X PUT 'https://api.example.com/v1/orders/{id}'")
    expect(words).toContain('Authorization: Bearer')
  })
  test('is told by the file, by a name in book.json and by a link, too', async () => {
    const files = { 'book.json': '{"openapi": {"shop": "x/shop.yaml"}}', 'x/shop.yaml': SHOP }
    expect(await shown(GET, files)).toContain('One order')
    const swagger =
      '{% swagger src="a/shop (1).yaml" path="/orders/{id}" method="get" %}\n[a](a)\n{% endswagger %}'
    expect(await shown(swagger, { 'a/shop (1).yaml': SHOP })).toContain('One order')
    const linked = GET.replace('https://example.com/a.yaml?X-Amz-Expires=9', 'b.yaml')
    expect(await shown(linked, { 'b.yaml': SHOP })).toContain('One order')
  })
  test.each([
    'https://raw.githubusercontent.com/o/r/main/api/The%20shop.yaml',
    'https://raw.githubusercontent.com/o/r/refs/heads/a/b/docs/api/The%20shop.yaml?token=x',
    'https://github.com/o/r/blob/main/api/The%20shop.yaml',
    'https://gitlab.com/o/r/-/raw/main/api/The%20shop.yaml',
  ])('is told by the file of the book at the end of an address: %s', async (address) => {
    const files = { 'api/The shop.yaml': SHOP }
    const operation = 'path="/orders/{id}" method="get" %}'
    for (const block of [
      `{% openapi src="${address}" ${operation}\n${address}\n{% endopenapi %}`,
      `{% openapi-operation The shop ${operation}\n[OpenAPI](${address})\n{% endopenapi-operation %}`,
    ]) {
      const built = await buildBook(book(block, files))
      expect(content(built, 'index.html')).toContain('One order')
      expect(codes(built)).toEqual([])
    }
  })

  test('changes with the description', async () => {
    const before = await buildBook(book(GET, inAssets))
    const changed = { '.gitbook/assets/shop.yaml': SHOP.replace('One order', 'Another') }
    const after = await buildBook(book(GET, changed), before.memory)
    expect(content(after, 'index.html')).toContain('Another')
    const none = await buildBook(book(GET))
    expect(content(await buildBook(book(GET, inAssets), none.memory), 'index.html')).toContain(
      'One order',
    )
  })
  test('without one shows method and path, no link that has ended, and says so', async () => {
    const built = await buildBook(book(GET))
    const html = content(built, 'index.html')
    expect(html).toContain('<span class="api-method api-get">GET</span> /orders/{id}')
    expect(html).not.toContain('X-Amz')
    expect(codes(built)).toEqual(['component/no-api README.md:3:1'])
  })
  test('that is not in it is reported', async () => {
    const built = await buildBook(book(GET.replace('/orders/{id}', '/nothing'), inAssets))
    expect(codes(built)).toEqual(['component/no-api README.md:3:1'])
  })
})

test('Swagger 2.0 says the same', async () => {
  const old = JSON.stringify({
    swagger: '2.0',
    host: 'api.example.com',
    basePath: '/v2',
    schemes: ['https'],
    paths: {
      '/pets': {
        post: {
          summary: 'Add',
          consumes: ['application/json'],
          parameters: [
            { in: 'body', name: 'pet', required: true, schema: { $ref: '#/definitions/Pet' } },
            { in: 'query', name: 'dry', type: 'boolean', default: false },
          ],
          responses: { 200: { description: 'Added', schema: { $ref: '#/definitions/Pet' } } },
        },
      },
    },
    definitions: { Pet: { type: 'object', properties: { name: { type: 'string' } } } },
  })
  const html = await shown(
    '{% swagger src="p.json" path="/pets" method="post" %}\n{% endswagger %}',
    {
      'p.json': old,
    },
  )
  expect(html).toContain('<code>https://api.example.com/v2/pets</code>')
  expect(html).toContain('<strong>Body</strong>')
  expect(html).toContain('<code class="api-name">dry</code> <span class="api-type">boolean</span>')
  expect(html.match(/api-name">name</g)).toHaveLength(2)
})

test('schemas by their names', async () => {
  const html = await shown(
    '{% openapi-schemas spec="shop" schemas="Line,Nothing" %}\n{% endopenapi-schemas %}',
  )
  expect(html).toContain('<h2 id="line">Line')
  expect(html).not.toContain('Nothing')
})

test('a webhook has no address of the server and no call', async () => {
  const built = await buildBook({
    'README.md':
      '# S\n\n{% openapi-webhook spec="hooks" name="paid" method="post" %}\n{% endopenapi-webhook %}\n',
    'SUMMARY.md': '* [S](README.md)\n',
    'hooks.yaml':
      'openapi: 3.1.0\ninfo: { title: H, version: "1" }\nservers: [{ url: https://api.example.com/v1 }]\nwebhooks:\n  paid:\n    post:\n      summary: Paid\n      responses: { "200": { description: Thanks } }\n',
  })
  const html = content(built, 'index.html')
  expect(html).toMatch(/<h2 id="post-paid">[^]*Paid/)
  expect(html).toContain('Thanks')
  expect(html).not.toMatch(/api\.example\.com|curl/)
})

test('a schema that nobody describes is told', async () => {
  const built = await buildBook({
    'README.md':
      '# S\n\n{% openapi-schemas spec="shop" schemas="Line,Nothing" %}\n{% endopenapi-schemas %}\n',
    'SUMMARY.md': '* [S](README.md)\n',
    'shop.yaml': SHOP,
  })
  expect(codes(built)).toEqual(['component/no-api README.md:3:1'])
})

test('an operation that stands in the page', async () => {
  const html = await shown(
    `{% swagger method="get" path="/x/{id}" baseUrl="https://api.example.com" summary="Title" %}
{% swagger-description %}
Does **it**.
{% endswagger-description %}

{% swagger-parameter in="query" name="page\\_no" type="integer" required="true" %}
Which one
{% endswagger-parameter %}

{% swagger-response status="200: OK" description="Fine" %}
\`\`\`json
{}
\`\`\`
{% endswagger-response %}
{% endswagger %}`,
    {},
  )
  expect(html).toContain('<span class="api-method api-get">GET</span> Title')
  expect(html).toContain('https://api.example.com/x/{id}')
  expect(html).toContain('Does <strong>it</strong>.')
  expect(html).toContain('<code class="api-name">page_no</code>')
  expect(html).toContain('<span class="api-required">required</span>')
  expect(html).toMatch(/<summary><code class="api-status api-2xx">200<\/code> Fine<\/summary>/)
  expect(html).not.toContain('swagger')
})

test('the family of 2018', async () => {
  const html = await shown(
    `{% api-method method="post" host="https://api.example.com" path="/cakes" %}
{% api-method-summary %}
Bake
{% endapi-method-summary %}

{% api-method-description %}
Bakes.
{% endapi-method-description %}

{% api-method-spec %}
{% api-method-request %}
{% api-method-path-parameters %}
{% api-method-parameter name="id" type="string" required=true %}
Of the cake
{% endapi-method-parameter %}
{% endapi-method-path-parameters %}
{% endapi-method-request %}

{% api-method-response %}
{% api-method-response-example httpCode=200 %}
{% api-method-response-example-description %}
Baked
{% endapi-method-response-example-description %}

\`\`\`javascript
{}
\`\`\`
{% endapi-method-response-example %}
{% endapi-method-response %}
{% endapi-method-spec %}
{% endapi-method %}`,
    {},
  )
  expect(html).toContain('<span class="api-method api-post">POST</span> Bake')
  expect(html).toContain('<p>Bakes.</p>')
  expect(html).toContain('<code class="api-name">id</code> <span class="api-type">string</span>')
  expect(html).toMatch(/<summary><code class="api-status api-2xx">200<\/code> Baked<\/summary>/)
  expect(html).not.toContain('api-method-')
})

test('a block without a path shows all operations of a description', async () => {
  const page = '{% swagger src="shop.yaml" %}\n[shop.yaml](shop.yaml)\n{% endswagger %}'
  const html = content(await buildBook(book(page, { 'shop.yaml': SHOP })), 'index.html')
  expect(html.match(/<section class="api">/g)).toHaveLength(2)
  expect(html).toMatch(/api-get.*api-put/s)
  const built = await buildBook(book(page.replace('[shop.yaml](shop.yaml)', 'The shop')))
  expect(content(built, 'index.html')).toContain('<p>The shop</p>')
  expect(content(built, 'index.html')).not.toContain('api-method')
  expect(codes(built)).toEqual(['component/no-api README.md:3:1'])
  expect(built.diagnostics.map((one) => english(one).hint)).toEqual([
    'Put the file there, or mend the path',
  ])
})

test.each([
  [
    'a circle of references',
    'components: { schemas: { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } } }\npaths: {}',
  ],
  ['lists where objects belong', 'paths: { /a: { get: [] } }\ncomponents: []'],
  ['nothing', ''],
  ['text', 'just words'],
])('%s in a description harms nothing', async (_, text) => {
  const built = await buildBook(
    book('{% openapi src="a.yaml" path="/a" method="get" %}\n{% endopenapi %}', { 'a.yaml': text }),
  )
  expect(content(built, 'index.html')).toContain('/a')
  expect(codes(built)).toEqual(['component/no-api README.md:3:1'])
})

const EXAMPLES = `openapi: 3.0.3
info: { title: Beds, version: '1' }
servers: [{ url: 'https://beds.example' }]
paths:
  /beds:
    post:
      summary: Dig
      x-stability: beta
      deprecated: true
      x-deprecated-sunset: '2027-01-01'
      x-codeSamples:
        - { lang: curl, label: cURL, source: 'curl https://beds.example/beds' }
        - { lang: C#, source: 'await Dig();' }
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { width: { type: integer } } }
            examples:
              small: { summary: A small bed, description: For *herbs*, value: { width: 1 } }
              large: { value: { width: 3 } }
              elsewhere: { externalValue: 'https://beds.example/large.json' }
          application/x-www-form-urlencoded:
            schema: { type: object, properties: { wide: { type: string } } }
      responses:
        '201':
          description: Dug
          content:
            application/json: { schema: { type: string }, example: done }
            application/xml: { schema: { type: string }, example: '<done/>' }
    get:
      x-hideSample: true
      responses: {}
`
const panels = (html: string): readonly string[] =>
  [...html.matchAll(/<p class="tab-title">([^<]*)/g)].map(([, title = '']) => title)
const dug = (method: string): Promise<string> =>
  shown(
    `{% openapi-operation spec="shop" path="/beds" method="${method}" %}\n{% endopenapi-operation %}`,
    { '.gitbook/assets/shop.yaml': EXAMPLES },
  )

const BEDS = `openapi: 3.0.3
info: { title: Beds, version: '1' }
x-expandAllResponses: true
paths:
  /beds:
    get:
      parameters:
        - name: sun
          in: query
          schema:
            type: string
            enum: [full, half]
            x-enumDescriptions: { full: All *day* long, none: Never }
        - name: depth
          in: query
          schema: { type: integer, enum: [1, 2], x-enum-descriptions: [Shallow, Deep] }
        - { name: soil, in: query, schema: { enum: [clay, sand], x-enumDescriptions: [[], 7] } }
      responses:
        '200':
          description: Beds
          content:
            application/json:
              schema: &inner
                type: object
                properties: { a: { type: object, properties: { b: { type: object, properties: { c: { type: string } } } } } }
    put:
      x-expandAllResponses: false
      x-expandAllModelSections: true
      responses:
        '200': { description: Beds, content: { application/json: { schema: *inner } } }
`

const beds = (method: string): Promise<string> =>
  shown(`{% openapi src="beds.yaml" path="/beds" method="${method}" %}\n{% endopenapi %}`, {
    'beds.yaml': BEDS,
  })

describe('what a description says of its own look', () => {
  test('values say what they mean, by their names or in their order', async () => {
    const html = await beds('get')
    expect(html).toContain('<code>&quot;full&quot;</code><p>All <em>day</em> long</p>')
    expect(html).toContain('<code>&quot;half&quot;</code></li>')
    expect(html).toContain('<code>1</code><p>Shallow</p>')
    expect(html).toContain('<code>&quot;sand&quot;</code><p>7</p>')
    expect(html).not.toContain('Never')
  })

  test('responses and fields are open, where the operation does not want them closed', async () => {
    const [get, put] = [await beds('get'), await beds('put')]
    expect(get).toContain('<details class="api-response" open')
    expect(get).toContain('<details><summary>Fields')
    expect(put).toContain('<details class="api-response"><summary>')
    expect(put).toContain('<details open')
  })
})

describe('several examples', () => {
  test('are panels: of types, of what is sent, of what comes back, and of calls', async () => {
    const html = await dug('post')
    expect(panels(html)).toEqual([
      'application/json',
      'A small bed',
      'large',
      'application/x-www-form-urlencoded',
      'application/json',
      'application/xml',
      'cURL',
      'C#',
    ])
    expect(html).toContain('For <em>herbs</em>')
    for (const field of ['width', 'wide']) expect(html).toContain(`class="api-name">${field}<`)
    expect(html).toContain('language-csharp')
    expect(html).toContain('<p class="api-deprecated">deprecated (2027-01-01)</p>')
    expect(html).toContain('<p class="api-limit">beta</p>')
  })

  test('one is none of several, and no call is shown where its author wants none', async () => {
    expect(panels(await shown(GET))).toEqual([])
    const html = await dug('get')
    expect(html).toContain('https://beds.example/beds')
    expect(html).not.toMatch(/curl|api-request/)
  })

  test('of the older language have their types', async () => {
    const old = `swagger: '2.0'
host: beds.example
paths:
  /beds:
    get:
      responses:
        '200': { description: All, schema: { type: string }, examples: { text/plain: 'one, two', application/xml: '<beds/>' } }
`
    const html = await shown(
      '{% swagger src=".gitbook/assets/shop.yaml" path="/beds" method="get" %}\n{% endswagger %}',
      { '.gitbook/assets/shop.yaml': old },
    )
    expect(panels(html)).toEqual(['text/plain', 'application/xml'])
    expect(html).toContain('one, two')
  })
})

test.each([
  ['paths: [', 'unreadable'],
  ['name: nothing of an interface', 'unreadable'],
  [SHOP, 'operation'],
  [undefined, 'document'],
])('what keeps an operation from being shown is told: %#', async (text, why) => {
  const built = await buildBook(
    book(
      '{% openapi-operation spec="shop" path="/none" method="get" %}\n{% endopenapi-operation %}',
      text === undefined ? {} : { '.gitbook/assets/shop.yaml': text },
    ),
  )
  const told = built.diagnostics.find(({ code }) => code === 'component/no-api')
  expect(told).toMatchObject({ args: { case: why, name: 'shop', path: '/none' } })
})
