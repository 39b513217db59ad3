import { expect, test } from 'vitest'
import { buildBook, page } from '../support/build-book.ts'
import { type Random, createRandom } from '../support/random.ts'

const PIECES = [
  '# Title',
  '## 二级标题',
  '- item',
  '  - inner',
  '1. one',
  '> quote',
  '> > deep',
  '| a | b |',
  '|---|---|',
  '```js',
  '```',
  '~~~',
  '    code',
  '`span',
  '``',
  '**b',
  '**',
  '_e_',
  '~~',
  '[a](b.md)',
  '[x][y]',
  '[y]: z',
  '![p](q.png "t")',
  '<div>',
  '</div>',
  '<p align="center">',
  '<br>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '[^n]',
  '[^n]: note',
  '$$x_1$$',
  '&amp;',
  '&#0;',
  '\\',
  '---',
  '***',
  '\t',
  '中文，标点。',
  'مرحبا',
  '😀',
  '\u0000',
  '{{ book.v }}',
  '{{',
  '}}',
  '{%',
  '%}',
  '{% if book.v %}',
  '{% endif %}',
  '{% for i in [1,2] %}',
  '{% endfor %}',
  "{% hint style='info' %}",
  '{% endhint %}',
  '{% tabs %}',
  '{% tab title="T" %}',
  '{% endtab %}',
  '{% endtabs %}',
  '{% codetabs name="A", type="js" %}',
  '{% language name="B" %}',
  '{% endcodetabs %}',
  '{% exercise %}',
  '{% solution %}',
  '{% endexercise %}',
  '{% em %}',
  '{% endem %}',
  '{% embed url="https://x.org" %}',
  '{% math %}',
  '{% endmath %}',
  '{% include "inc.md" %}',
  '[import:1-2](inc.md)',
  '<!--sec data-title="S" ces-->',
  '<!--endsec-->',
  '{% raw %}',
  '{% endraw %}',
  '{% sample lang="js" %}',
  '{% method %}',
  '{% endmethod %}',
]

function randomText(random: Random): string {
  return random
    .list(40, () => random.pick(PIECES) + random.pick([' ', '\n', '\n\n', '\n\n', '']))
    .join('')
}

const CONFIG = JSON.stringify({
  variables: { v: 'VAL' },
  plugins: ['include-codeblock', 'katex', 'sectionx', 'exercises', 'hints'],
})

test.each(Array.from({ length: 25 }, (_, seed) => seed))(
  'any pages make a site: %i',
  async (seed) => {
    const random = createRandom(seed)
    const names = Array.from({ length: 12 }, (_, index) => `p${index}.md`)
    const built = await buildBook({
      'README.md': '# Home\n',
      'SUMMARY.md': names.map((name) => `* [${name}](${name})\n`).join(''),
      'book.json': CONFIG,
      'inc.md': randomText(random),
      ...Object.fromEntries(names.map((name) => [name, randomText(random)])),
    })
    for (const name of names) {
      const html = page(built, name.replace('.md', '.html'))
      expect(html).toContain('</html>')
      expect(html).not.toMatch(/[\uFDD0-\uFDEF]/)
    }
    for (const { code, args } of built.diagnostics) {
      expect(code).toMatch(/^[a-z-]+\/[a-z-]+$/)
      expect(JSON.stringify(args ?? {})).not.toMatch(/[\uFDD0-\uFDEF]/)
    }
  },
)
