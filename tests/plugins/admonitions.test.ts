import { expect, test } from 'vitest'
import { codeRanges } from '../../src/markdown/code-ranges.ts'
import { admonitionsAsBlocks } from '../../src/plugins/admonitions.ts'

const shown = (text: string): string => admonitionsAsBlocks(text, codeRanges)

test.each([
  ['```admonish\na\n```', '{% hint style="info" %}\na\n{% endhint %}'],
  [
    '```admonish warning "Up there"\n*a*\n```\nb',
    '{% hint style="warning", title="Up there" %}\n*a*\n{% endhint %}\nb',
  ],
  [
    '~~~ admonish tip title=\'T\', id="x"\n```\na\n```\n~~~',
    '{% hint style="tip", title="T" %}\n```\na\n```\n{% endhint %}',
  ],
  [
    '- x\n\n  ```admonish bug.big\n  a\n  ```\n',
    '- x\n\n  {% hint style="danger", title="Bug" %}\n  a\n  {% endhint %}\n',
  ],
  ['> ```admonish quote ""\n> a\n> ```', '> {% hint style="info" %}\n> a\n> {% endhint %}'],
  [
    '```admonish example collapsible=true\na\n```',
    '{% spoiler title="Example" %}\na\n{% endspoiler %}',
  ],
  ['```admonish "{{ a }} \\"b\n```', '{% hint style="info", title="a" %}\n{% endhint %}'],
  ['```admonish info\n```', '{% hint style="info" %}\n{% endhint %}'],
  [
    '```admonish title="[a](b.md)"\na\n```',
    '{% hint style="info", title="[a](b.md)", titled="markdown" %}\na\n{% endhint %}',
  ],
  [
    '```admonish title="A \\"b\\"" collapsible=true\na\n```',
    '{% spoiler title="A &quot;b&quot;", titled="markdown" %}\na\n{% endspoiler %}',
  ],
])('%j is a callout', (written, expected) => {
  expect(shown(written).replaceAll(/"\s+|\s+"/g, '"')).toBe(expected.replaceAll(/"\s+|\s+"/g, '"'))
  expect(shown(written).split('\n')).toHaveLength(written.split('\n').length)
})

test.each([
  '````\n```admonish\na\n```\n````',
  '```admonish note\nnever ends',
  '```admonished\na\n```',
  'a ```admonish``` b',
])('%j stays', (written) => {
  expect(shown(written)).toBe(written)
})
