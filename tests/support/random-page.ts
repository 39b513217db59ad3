import type { Random } from './random.ts'

/** A page of blocks in blocks, closed and not, with the words that a reader has to find. */
export interface RandomPage {
  readonly text: string
  readonly words: readonly string[]
}

/** What is made of the parts of a page while it grows. */
interface Draft {
  readonly random: Random
  /** The constructs that this page opens and never ends; it has none of their kind that ends. */
  readonly unended: ReadonlySet<Unended>
  /** A new word that has to be shown. */
  word(): string
}

type Lines = readonly string[]

/** What can be opened and never ended, each as it begins. */
const UNENDED = {
  comment: ['<!--', '<!-- TODO'],
  instruction: ['<?php', '<?xml version="1.0"'],
  data: ['<![CDATA['],
  declaration: ['<!DOCTYPE html'],
  script: ['<script>', '<script src="x.js">'],
  style: ['<style>', '<style type="text/css">'],
  field: ['<textarea>', '<textarea rows="2">'],
  title: ['<title>'],
  frame: ['<iframe src="https://example.org/">', '<iframe>'],
  film: ['<video src="v.mp4">', '<audio controls>', '<object data="x">', '<canvas>'],
  choice: ['<select><option>', '<select>'],
  template: ['<template>', '<noscript>'],
  plaintext: ['<plaintext>', '<xmp>', '<listing>', '<noframes>', '<noembed>'],
  attribute: ['<div class="x', '<a href="y', '<img src="x', "<div title='x"],
  tag: ['<div class', '<b', '<a href='],
  container: [
    '<div>',
    '<section>',
    '<ul><li>',
    '<details><summary>',
    '<table><tr><td>',
    '<b>',
    '<a>',
  ],
  end: ['</div>', '</section>', '</main>', '</body></html>', '</p>', '</ul>', '</article>'],
  fence: ['```', '~~~', '```js', '````'],
  formula: ['$$', '\\\\[', '{% math %}'],
  block: [
    '{% hint style="info" %}',
    '{% tabs %}',
    '{% tab title="T" %}',
    '{% stepper %}',
    '{% columns %}',
    '{% code title="T" %}',
    '{% method %}',
    '{% exercise %}',
    '{% nobody %}',
    '<!--sec data-title="T" ces-->',
    '::: tip',
  ],
  blockEnd: ['{% endhint %}', '{% endtab %}', '{% endtabs %}', '{% endcode %}', ':::'],
  condition: ['{% if book.v %}', '{% for i in [1] %}', '{% raw %}', '{% if', '{{'],
} as const

export type Unended = keyof typeof UNENDED

const KINDS = Object.keys(UNENDED) as readonly Unended[]

/** A page of up to so many blocks. Its words begin with a prefix, so that no two pages of a book share one. */
export function randomPage(random: Random, prefix: string, count = 8): RandomPage {
  const words: string[] = []
  const draft: Draft = {
    random,
    unended: new Set(random.list(2, () => random.pick(KINDS))),
    word() {
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
  // What stands behind the mark of a fence says what the code is.
  const shape = random.below(kind === 'fence' ? 2 : 4)
  if (shape === 0) return [start, '', draft.word()]
  if (shape === 1) return [start, draft.word()]
  if (shape === 2) return [`${draft.word()} ${start} ${draft.word()}`, '', draft.word()]
  return [`${start} ${draft.word()}`, draft.word(), '', draft.word()]
}

/** Words of a line in all that can be around them. */
function inline(draft: Draft): string {
  const count = 1 + draft.random.below(4)
  return Array.from({ length: count }, () => draft.random.pick(INLINE)(draft)).join(' ')
}

const INLINE: readonly ((draft: Draft) => string)[] = [
  ({ word }) => word(),
  ({ word }) => `${word()}, 中文${word()}，标点。`,
  ({ word }) => `**${word()}**`,
  ({ word }) => `**${word()}: ** ${word()}`,
  ({ word }) => `*${word()}* _${word()}_ __${word()}__ ~~${word()}~~`,
  ({ word }) => `**${word()} _${word()}** ${word()}_`,
  ({ word }) => `**${word()} * ${word()}`,
  ({ word }) => `слово**«${word()}»**слово`,
  ({ word, unended }) => (unended.has('fence') ? word() : `\`${word()}\``),
  ({ word, unended }) => (unended.has('fence') ? word() : `\`\` ${word()} \` ${word()} \`\``),
  ({ word, unended }) =>
    unended.has('fence') || unended.has('comment') ? word() : `\`<!-- c -->\` ${word()}`,
  ({ word, unended }) => (unended.has('fence') ? word() : `\`<script>\` ${word()}`),
  ({ word }) => `[${word()}](other.md)`,
  ({ word }) => `[${word()}](#a b "t")`,
  ({ word }) => `[**${word()}** ${word()}](https://example.org/a_(b)) ${word()}`,
  ({ word }) => `[${word()}][other] [${word()}][] [${word()}] [ ] ${word()}`,
  ({ word }) => `[${word()}](broken-reference)`,
  ({ word }) => `[${word()}](other.md ${word()}`,
  ({ word }) => `![](p.png) ${word()}`,
  ({ word }) => `[![](p.png) ${word()}](other.md)`,
  ({ word }) => `${word()}\\\n${word()}  \n${word()}`,
  ({ word }) => `\\*${word()}\\* \\<b> ${word()} &amp; &lt;${word()}&gt; &copy ${word()}`,
  ({ word }) => `<b>${word()}</b> <kbd>${word()}</kbd> <span style="color:red">${word()}</span>`,
  ({ word }) => `<a href="other.md" title="a > b">${word()}</a><br>${word()}<br/>`,
  ({ word }) => `<mark style="color:red;">**${word()}**</mark> <sup>${word()}</sup>`,
  ({ word }) => `<TableName> ${word()} List<${word()}> a < b > ${word()}`,
  ({ word }) => `a<b ${word()} 1<2 ${word()} <- ${word()} <${word()}@example.org>`,
  ({ word }) => `https://example.org/${word()}?a=b&c=d`,
  ({ word }) => `:smile: ${word()} {{ book.v }} {{ ${word()} }}`,
  ({ word }) => `{{ ${word()} | nothing }} {{ "${word()}" }}`,
  ({ word, unended }) =>
    unended.has('formula') ? word() : `$$x_1$$ ${word()} $5 and $6 ${word()}`,
  ({ word, unended }) => (unended.has('comment') ? word() : `${word()} <!-- c --> ${word()}`),
  ({ word, unended }) => (unended.has('field') ? word() : `<textarea>a</textarea> ${word()}`),
  ({ word, unended }) => (unended.has('choice') ? word() : `<select><option>a</select> ${word()}`),
  ({ word, unended }) => (unended.has('film') ? word() : `<video src="v.mp4"></video> ${word()}`),
  ({ word }) => `[${word()}](#user-content-fn-1) ${word()}[^gone]`,
  ({ word }) => `<i class="fa-leaf">:leaf:</i> ${word()}`,
  ({ word }) => `<button type="button" data-action="ask">${word()}</button>`,
  ({ word }) => `<code class="expression">page.vars.x</code> ${word()}`,
  ({ word }) => `{% em %}${word()}{% endem %} ${word()}`,
]

type Maker = (draft: Draft, depth: number) => Lines

const LEAVES: readonly Maker[] = [
  (draft) => [inline(draft)],
  (draft) => [inline(draft), inline(draft)],
  (draft) => [inline(draft), inline(draft)],
  (draft) => [`${'#'.repeat(1 + draft.random.below(6))} ${inline(draft)}`.replaceAll('\n', ' ')],
  ({ word }) => [`## ${word()} {#id}`],
  ({ word }) => [`##${word()}`],
  ({ word }) => [`#1 - ${word()}`],
  ({ word, random }) => [word(), random.pick(['===', '---'])],
  () => ['---'],
  ({ word }) => ['[other]: other.md "t"', '', `${word()} [other]`],
  note,
  fence,
  ({ word }) => [`    ${word()} <b> {% hint %}`, `    ${word()}`],
  table,
  ({ word }) => [word(), `: ${word()}`],
  ({ unended }) => (unended.has('formula') ? [] : ['$$', 'x_1 = y', '$$']),
  ({ word, unended }) => (unended.has('comment') ? [word()] : ['<!-- c', '', 'c -->', word()]),
  ({ word, unended }) =>
    unended.has('script') ? [word()] : ['<script>', 'a < b', '</script>', '', word()],
  ({ word, unended }) =>
    unended.has('style') ? [word()] : ['<style>', 'a > b {}', '</style>', '', word()],
  ({ word, unended }) =>
    unended.has('frame') ? [word()] : ['<iframe src="https://example.org/"></iframe>', '', word()],
  ({ word, unended }) => (unended.has('instruction') ? [word()] : ['<?php echo 1; ?>', '', word()]),
  ({ word, unended }) => (unended.has('data') ? [word()] : ['<![CDATA[ x ]]>', '', word()]),
  ({ word }) => ['{% embed url="https://example.org/" %}', '', word()],
  ({ word }) => ['{% embed url="https://example.org/" %}', word(), '{% endembed %}'],
  ({ word }) => [
    '{% content-ref url="other.md" %}',
    '[other.md](other.md)',
    '{% endcontent-ref %}',
    '',
    word(),
  ],
  ({ word }) => ['{% include "part.md" %}', '', word()],
  ({ word }) => [`{% filename %}${word()}{% endfilename %}`, '```', word(), '```'],
  ({ word }) => [
    `{% code title="${word()}" lineNumbers="true" %}`,
    '```js',
    word(),
    '```',
    '{% endcode %}',
  ],
  ({ word, unended }) =>
    unended.has('condition') ? [word()] : ['{% if book.v %}', word(), '{% endif %}'],
  ({ word, unended }) =>
    unended.has('condition') ? [word()] : ['{% raw %}', `{{ ${word()} }}`, '{% endraw %}'],
  ({ word, unended }) =>
    unended.has('condition') ? [word()] : ['{% for i in [1] %}', '', word(), '', '{% endfor %}'],
]

function note(draft: Draft): Lines {
  const name = `n${draft.random.below(1_000_000)}`
  const more = draft.random.chance(0.3) ? ['', `    ${draft.word()}`] : []
  return [`${draft.word()}[^${name}]`, '', `[^${name}]: ${draft.word()}`, ...more]
}

function fence({ word, random, unended }: Draft): Lines {
  if (unended.has('fence')) return [word()]
  const mark = random.pick(['```', '~~~', '````'])
  const info = random.pick(['', 'js', 'html', ' python title="t"', '{.bash}', 'nobody'])
  const inside = random.pick(['<!--', '<script>', '{% hint %}', '{{ book.v }}', '$$', '# x', ''])
  return [`${mark}${info}`, word(), inside, word(), mark]
}

function table(draft: Draft): Lines {
  const { random } = draft
  const width = 2 + random.below(2)
  const cell = (): string => inline(draft).replaceAll(/\\?\n/g, ' ').replaceAll('|', '\\|')
  const row = (cells: number): string => `| ${Array.from({ length: cells }, cell).join(' | ')} |`
  const dashes = `|${' --- |'.repeat(random.chance(0.2) ? width + 1 : width)}`
  return [
    row(width),
    dashes,
    row(random.chance(0.2) ? width + 1 : width),
    ...random.list(2, () => row(width)),
  ]
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
  ({ word }) => ['<pre><code class="lang-js">a < b', '', `${word()}`, '</code></pre>'],
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
  const pairs = draft.unended.has('comment') ? PAIRS.slice(0, -1) : PAIRS
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
  const gap = draft.random.chance(0.8) ? [''] : []
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
