// The lines of random pages: words in all that can be around them, and blocks that hold no others.
import type { Random } from './random.ts'
import type { Unended } from './random-unended.ts'

/** What is made of the parts of a page while it grows. */
export interface Draft {
  readonly random: Random
  /** The constructs that this page opens and never ends; it has none of their kind that ends. */
  readonly unended: ReadonlySet<Unended>
  /** A new word that has to be shown. */
  readonly word: () => string
}

export type Lines = readonly string[]

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

export type Maker = (draft: Draft, depth: number) => Lines

/** Blocks that hold no others. */
export const LEAVES: readonly Maker[] = [
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
