import type { Random } from './random.ts'
import { type Draft, LEAVES, type Lines, type Maker } from './random-lines.ts'
import { UNENDED, type Unended } from './random-unended.ts'

/** A page of blocks in blocks, closed and not, with the words that a reader has to find. */
export interface RandomPage {
  readonly text: string
  readonly words: readonly string[]
}

const KINDS = Object.keys(UNENDED) as readonly Unended[]

/** A page of up to so many blocks. Its words begin with a prefix, so that no two pages of a book share one. */
export function randomPage(random: Random, prefix: string, count = 8): RandomPage {
  const words: string[] = []
  const draft: Draft = {
    random,
    unended: new Set(random.list(2, () => random.pick(KINDS))),
    word: () => {
      words.push(`${prefix}${words.length}z`)
      return words.at(-1) ?? ''
    },
  }
  const lines = [`# ${draft.word()}`, '', ...blocks(draft, 0, 1 + random.below(count))]
  const text = `${lines.join('\n')}\n`
  return { text: random.chance(0.1) ? text.replaceAll('\n', '\r\n') : text, words }
}

function blocks(draft: Draft, depth: number, count: number): Lines {
  return Array.from({ length: count }, () => [...block(draft, depth), '']).flat()
}

function block(draft: Draft, depth: number): Lines {
  const { random } = draft
  const [unended] = draft.unended
  if (unended !== undefined && random.chance(0.2))
    return open(draft, random.pick([...draft.unended]))
  const makers = depth > 2 || random.chance(0.5) ? LEAVES : CONTAINERS
  return random.pick(makers)(draft, depth)
}

/** Something that never ends, alone or before words, and words behind it. */
function open(draft: Draft, kind: Unended): Lines {
  const { random } = draft
  const start = random.pick(UNENDED[kind])
  // What stands behind the mark of a fence says what the code is, and behind the name of a tag, what it has.
  const shape = random.below(kind === 'fence' ? 2 : kind === 'tag' ? 1 : 4)
  if (shape === 0) return [start, '', draft.word()]
  if (shape === 1) return [start, draft.word()]
  if (shape === 2) return [`${draft.word()} ${start} ${draft.word()}`, '', draft.word()]
  return [`${start} ${draft.word()}`, draft.word(), '', draft.word()]
}

const CONTAINERS: readonly Maker[] = [
  list,
  list,
  (draft, depth) => inside(draft, depth).map((line) => `> ${line}`),
  (draft, depth) => ['> [!NOTE]', ...inside(draft, depth).map((line) => `> ${line}`)],
  (draft, depth) => [
    `> **Note** ${draft.word()}`,
    ...inside(draft, depth).map((line) => `> ${line}`),
  ],
  tagged,
  tagged,
  tagged,
  tagged,
  html,
  html,
  ({ word }) => [`<div>${word()}</div>`],
  ({ word }) => ['<ul>', `<li>${word()}`, `<li>${word()}</li>`, '</ul>'],
  ({ word }) => [`<dl><dt>${word()}<dd>${word()}</dl>`],
  ({ word }) => [`<pre>${word()}`, '', `${word()}</pre>`],
  ({ word }) => ['<pre><code class="lang-js">a < b', '', word(), '</code></pre>'],
  ({ word }) => [`<p align="center">${word()} <img src="p.png"></p>`],
  ({ word }) => [`<figure><img src="p.png" alt=""><figcaption>${word()}</figcaption></figure>`],
  ({ word }) => [
    '<table>',
    `<tr><th>${word()}</th></tr>`,
    '',
    `<tr><td>${word()}</td></tr>`,
    '</table>',
  ],
  ({ word }) => [
    `<table data-view="cards"><tbody><tr><td>${word()}</td><td>${word()}</td></tr></tbody></table>`,
  ],
]

const PAIRS: readonly ((draft: Draft) => readonly [open: Lines, close: Lines])[] = [
  () => [['{% hint style="info" %}'], ['{% endhint %}']],
  ({ word }) => [[`{% hint style='tip', title="${word()}" %}`], ['{% endhint %}']],
  ({ word }) => [
    ['{% tabs %}', `{% tab title="${word()}" %}`],
    ['{% endtab %}', '{% endtabs %}'],
  ],
  () => [
    ['{% stepper %}', '{% step %}'],
    ['{% endstep %}', '{% endstepper %}'],
  ],
  () => [
    ['{% columns %}', '{% column %}'],
    ['{% endcolumn %}', '{% endcolumns %}'],
  ],
  ({ word }) => [[`{% expandable title="${word()}" %}`], ['{% endexpandable %}']],
  ({ word }) => [[`{% prompt description="${word()}" %}`], ['{% endprompt %}']],
  ({ word }) => [
    ['{% updates %}', `{% update date="2026-01-02" title="${word()}" %}`],
    ['{% endupdate %}', '{% endupdates %}'],
  ],
  () => [['{% nobody %}'], ['{% endnobody %}']],
  () => [['{% method %}'], ['{% endmethod %}']],
  () => [['{% sample lang="js" %}'], ['{% endsample %}']],
  ({ word }) => [[`::: tip ${word()}`], [':::']],
  ({ word }) => [[`<details><summary>${word()}</summary>`], ['</details>']],
  ({ word }) => [['<details>', '', `<summary>${word()}</summary>`], ['</details>']],
  ({ word }) => [[`<!--sec data-title="${word()}" ces-->`], ['<!--endsec-->']],
]

function tagged(draft: Draft, depth: number): Lines {
  const { random } = draft
  // The last pair is made of comments.
  const isCode = draft.unended.has('fence') || draft.unended.has('comment')
  const pairs = isCode ? PAIRS.slice(0, -1) : PAIRS
  const [start, end] = random.pick(pairs)(draft)
  const gap = random.chance(0.6) ? [''] : []
  const indent = random.chance(0.15) ? '  ' : ''
  const body = inside(draft, depth).map((line) => (line === '' ? '' : indent + line))
  return [...start, ...gap, ...body, ...gap, ...(random.chance(0.05) ? [] : end)]
}

function html(draft: Draft, depth: number): Lines {
  const [start, end] = draft.random.pick([
    ['<div>', '</div>'],
    ['<div class="a" markdown="1">', '</div>'],
    ['<blockquote>', '</blockquote>'],
    ['<table><tr><td>', '</td></tr></table>'],
    ['<center>', '</center>'],
    ['<div><p>', '</div>'],
    ['<my-block>', '</my-block>'],
  ] as const)
  // A quote that opens in HTML and closes further on holds what is between: so it is for browsers, too.
  const gap = draft.random.chance(0.8) || draft.unended.has('attribute') ? [''] : []
  return [start, ...gap, ...inside(draft, depth), ...gap, end]
}

function list(draft: Draft, depth: number): Lines {
  const { random } = draft
  const mark = random.pick(['- ', '* ', '+ ', '1. ', '10) ', '-   ', '- [ ] ', '- [x] '])
  const pad = ' '.repeat(mark.startsWith('- [') ? 2 : mark.length)
  const items = 1 + random.below(3)
  return Array.from({ length: items }, () =>
    inside(draft, depth).map((line, at) =>
      line === '' ? '' : at === 0 ? mark + line : pad + line,
    ),
  ).flat()
}

function inside(draft: Draft, depth: number): Lines {
  const lines = blocks(draft, depth + 1, 1 + draft.random.below(2))
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}
