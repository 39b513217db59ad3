// Random pages of all blocks of GitBook.com, each in all places where blocks may stand, with the words that a reader has to find.
import type { Random } from './random.ts'

/** A page, and its words. */
export interface ComponentPage {
  readonly text: string
  readonly words: readonly string[]
}

interface Draft {
  readonly random: Random
  readonly word: () => string
}

type Lines = readonly string[]
type Maker = (draft: Draft, depth: number) => Lines

/** A page of up to so many blocks. */
export function componentPage(random: Random, prefix: string, count = 6): ComponentPage {
  const words: string[] = []
  const draft: Draft = {
    random,
    word: () => {
      words.push(`${prefix}${words.length}z`)
      return words.at(-1) ?? ''
    },
  }
  const lines = [`# ${draft.word()}`, '', ...blocks(draft, 0, 1 + random.below(count))]
  return { text: `${lines.join('\n')}\n`, words }
}

function blocks(draft: Draft, depth: number, count: number): Lines {
  return Array.from({ length: count }, () => [...block(draft, depth), '']).flat()
}

function block(draft: Draft, depth: number): Lines {
  const { random } = draft
  return random.pick(depth > 2 || random.chance(0.45) ? LEAVES : CONTAINERS)(draft, depth)
}

/** Blocks without blank lines around them. */
function inside(draft: Draft, depth: number): Lines {
  const lines = blocks(draft, depth + 1, 1 + draft.random.below(2))
  return lines.slice(0, -1)
}

/** A tag around lines: with blank lines or without, deeper than its content or not, sometimes without its end. */
function around(start: string, body: Lines, end: string, { random }: Draft): Lines {
  const gap = random.chance(0.5) ? [''] : []
  const indent = random.chance(0.1) ? '  ' : ''
  const lines = body.map((line) => (line === '' ? '' : indent + line))
  return [start, ...gap, ...lines, ...gap, ...(random.chance(0.04) ? [] : [end])]
}

function tagged(name: string, attributes: string, body: Lines, draft: Draft): Lines {
  const start = attributes === '' ? name : `${name} ${attributes}`
  return around(`{% ${start} %}`, body, `{% end${name} %}`, draft)
}

/** A quoted value, however authors quote it. */
function quoted(draft: Draft): string {
  const word = draft.word()
  return draft.random.pick([
    `"${word}"`,
    `'${word}'`,
    `“${word}”`,
    `"${word} \\"x\\" &#x26; \\_y\\_"`,
  ])
}

function parts(draft: Draft, make: () => Lines): Lines {
  return Array.from({ length: 1 + draft.random.below(3) }, make).flat()
}

const STYLES = ['info', 'success', 'warning', 'danger', 'Info']

const CONTAINERS: readonly Maker[] = [
  (draft, depth) =>
    tagged('hint', `style="${draft.random.pick(STYLES)}"`, inside(draft, depth), draft),
  (draft, depth) =>
    tagged(
      'hint',
      'style="info" icon="leaf"',
      [`### ${draft.word()}`, '', ...inside(draft, depth)],
      draft,
    ),
  (draft, depth) => {
    const tabs = parts(draft, () =>
      tagged('tab', `title=${quoted(draft)} icon="leaf"`, inside(draft, depth), draft),
    )
    return tagged('tabs', '', tabs, draft)
  },
  (draft, depth) => {
    const steps = parts(draft, () =>
      tagged('step', '', [`#### ${draft.word()}`, '', ...inside(draft, depth)], draft),
    )
    return tagged('stepper', '', steps, draft)
  },
  (draft, depth) => {
    const columns = parts(draft, () =>
      tagged('column', 'width="33.33%"', inside(draft, depth), draft),
    )
    return tagged('columns', '', columns, draft)
  },
  (draft, depth) => {
    const updates = parts(draft, () =>
      tagged(
        'update',
        `date="2026-01-02" tags="${draft.word()}"`,
        [`## ${draft.word()}`, '', ...inside(draft, depth)],
        draft,
      ),
    )
    return tagged('updates', 'format="full"', updates, draft)
  },
  (draft, depth) => tagged('expandable', `title=${quoted(draft)}`, inside(draft, depth), draft),
  (draft, depth) => tagged('nobody', `title="${draft.word()}"`, inside(draft, depth), draft),
  (draft, depth) => [
    '<details>',
    '',
    `<summary>${draft.word()} <strong>${draft.word()}</strong></summary>`,
    '',
    ...inside(draft, depth),
    '',
    '</details>',
  ],
  (draft, depth) => inside(draft, depth).map((line) => `> ${line}`),
  list,
  list,
]

function list(draft: Draft, depth: number): Lines {
  const { random } = draft
  const mark = random.pick(['* ', '1. ', '1.  ', '*   ', '- '])
  return parts(draft, () => [
    `${mark}${draft.word()}`,
    '',
    ...inside(draft, depth).map((line) => (line === '' ? '' : ' '.repeat(mark.length) + line)),
    '',
  ])
}

const LEAVES: readonly Maker[] = [
  ({ word }) => [`${word()} **${word()}** _${word()}_ \`${word()}\``],
  ({ word }) => [`${word()}\\`, `${word()}&#x20;`, `&#x20;${word()}`],
  ({ word, random }) => [`## ${word()} <a href="#own" id="own-${random.below(1000)}"></a>`],
  ({ word }) => [`{% hint style="success" %} ${word()} {% endhint %}`],
  ({ word }) => [
    `{% tabs %} {% tab title="${word()}" %} ${word()} {% endtab %} {% tab title="${word()}" %}`,
    word(),
    '{% endtab %} {% endtabs %}',
  ],
  ({ word, random }) => [
    `{% code title="${word()}" overflow="wrap" lineNumbers="${random.pick(['true', 'false'])}" %}`,
    '```js',
    `let ${word()} // [!code ++]`,
    '{% endhint %}',
    '```',
    '{% endcode %}',
  ],
  ({ word }) => [
    `<pre class="language-js" data-title="${word()}"><code class="lang-js"><strong>${word()}`,
    `</strong>${word()} &#x3C;b>`,
    '',
    '</code></pre>',
  ],
  () => ['{% content-ref url="other.md" %}', '[other.md](other.md)', '{% endcontent-ref %}'],
  ({ word }) => [
    '{% embed url="https://www.youtube.com/watch?v=abc12345678" %}',
    `${word()} **${word()}**`,
    '{% endembed %}',
  ],
  ({ word }) => [`{% embed url="https://example.org/a" caption="${word()}" %}`],
  ({ word }) => ['{% file src="p.png" %}', word(), '{% endfile %}'],
  ({ word }) => [`{% file src="p.png" caption="${word()}" %}`],
  ({ word }) => [
    `<figure><img src="p.png" alt="" width="50"><figcaption><p>${word()}</p></figcaption></figure>`,
  ],
  ({ word }) => [
    `<div data-with-frame="true"><figure><img src="p.png" alt=""><figcaption><p>${word()}</p></figcaption></figure></div>`,
  ],
  ({ word }) => [
    `<table data-view="cards"><thead><tr><th></th><th></th><th data-hidden data-card-target data-type="content-ref"></th></tr></thead><tbody><tr><td><strong>${word()}</strong></td><td>${word()}</td><td><a href="other.md">other.md</a></td></tr></tbody></table>`,
  ],
  ({ word }) => [
    `<table data-header-hidden><thead><tr><th width="100">${word()}</th><th data-type="number">${word()}</th><th data-type="rating" data-max="3"></th></tr></thead><tbody><tr><td>${word()} <code>${word()}</code></td><td>${word()}</td><td>2</td></tr></tbody></table>`,
  ],
  ({ word }) => [
    `<table><tbody><tr><td><div data-gb-custom-block data-tag="hint" data-style="warning" class="hint hint-warning"><p>${word()}</p></div></td><td><ul class="contains-task-list"><li><input type="checkbox" checked>${word()}</li></ul></td></tr></tbody></table>`,
  ],
  ({ word }) => [
    `| ${word()} | <p>${word()}</p><p>${word()}</p> |`,
    '| - | - |',
    `| {% hint style="info" %} ${word()} {% endhint %} | <ul><li>${word()}</li></ul> |`,
  ],
  ({ word }) => [
    `<mark style="color:red;">${word()}</mark> <a href="other.md" class="button primary" data-icon="leaf">${word()}</a> <button type="button" class="button primary" data-action="ask" data-query="q">${word()}</button> <i class="fa-leaf">:leaf:</i> :leaves: ${word()}`,
  ],
  ({ word }) => [
    `<span data-gb-custom-inline data-tag="emoji" data-code="1f6a9">🚩</span> <font color="red">${word()}</font> <p align="center">${word()}</p>`,
  ],
  ({ word }) => [`[${word()}](#user-content-fn-1)[^1] ${word()} <TableName> ${word()}`],
  ({ word }) => [`$$x_1$$ ${word()} [.](other.md "mention") <kbd>${word()}</kbd>`],
  ({ word }) => ['$$', 'y^2', '$$', '', word()],
  ({ word }) => [
    `{% swagger method="get" path="/${word()}" baseUrl="https://api.example" summary="${word()}" %}`,
    '{% swagger-description %}',
    word(),
    '{% endswagger-description %}',
    '',
    `{% swagger-parameter in="query" name="${word()}" type="string" required="true" %}`,
    word(),
    '{% endswagger-parameter %}',
    '',
    `{% swagger-response status="200: OK" description="${word()}" %}`,
    '```json',
    `{ "a": "${word()}" }`,
    '```',
    '{% endswagger-response %}',
    '{% endswagger %}',
  ],
  ({ word }) => [
    `{% prompt description="${word()}" icon="leaf" %}`,
    '```',
    word(),
    '```',
    '{% endprompt %}',
  ],
  ({ word }) => [
    `<div data-gb-custom-block data-tag="hint" data-style='info'>`,
    '',
    word(),
    '',
    '</div>',
  ],
  ({ word }) => [`- [ ] ${word()}`, `- [x] ${word()}`],
]
