// Whatever is nested in whatever: no word is lost, no tag is shown, and time grows with the text.
import { describe, expect, test } from 'vitest'
import { createMarkdown } from '../../src/markdown/parser.ts'
import type { BookPath } from '../../src/core/path.ts'
import { literalHost } from '../markdown/host.ts'
import { createRandom } from '../support/random.ts'
import { isLinear } from '../support/yardstick.ts'

const markdown = createMarkdown()

function html(text: string): string {
  return markdown.render({ path: 'a.md' as BookPath, text, firstLine: 1, host: literalHost }).html
}

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['{% hint style="info" %}', '{% endhint %}'],
  ['{% tabs %}\n{% tab title="T" %}', '{% endtab %}\n{% endtabs %}'],
  ['{% stepper %}\n{% step %}', '{% endstep %}\n{% endstepper %}'],
  ['{% columns %}\n{% column %}', '{% endcolumn %}\n{% endcolumns %}'],
  ['{% expandable title="T" %}', '{% endexpandable %}'],
  ['{% nobody %}', '{% endnobody %}'],
  ['::: tip', ':::'],
]

/** Blocks in blocks, lists and quotes; every paragraph has a word of its own. */
function page(seed: number): { readonly text: string; readonly words: readonly string[] } {
  const random = createRandom(seed)
  const words: string[] = []
  const word = (): string => {
    words.push(`word${words.length}x`)
    return words.at(-1) ?? ''
  }
  const block = (depth: number): readonly string[] => {
    const kind = depth > 4 ? 0 : random.below(6)
    if (kind === 0) return [word()]
    if (kind === 1) return ['```', word(), '{% endhint %}', '```']
    const inside = [...random.list(2, () => block(depth + 1)), [word()]].flatMap((one) => [
      ...one,
      '',
    ])
    if (kind === 2) return ['- item', '', ...inside.map((line) => (line === '' ? '' : `  ${line}`))]
    if (kind === 3) return inside.map((line) => `> ${line}`)
    const [open, close] = random.pick(PAIRS)
    const indent = random.chance(0.2) ? '  ' : ''
    const body = inside.map((line) => (line === '' ? '' : indent + line))
    const gap = random.chance(0.5) ? [''] : []
    return [...open.split('\n'), ...gap, ...body, ...(random.chance(0.1) ? [] : close.split('\n'))]
  }
  const blocks = Array.from({ length: 4 }, () => block(0))
  return { text: blocks.flatMap((one) => [...one, '']).join('\n'), words }
}

test('no word is lost, whatever stands in whatever', () => {
  for (let seed = 0; seed < 150; seed++) {
    const { text, words } = page(seed)
    const shown = html(text)
    expect(
      words.filter((word) => !shown.includes(word)),
      text,
    ).toEqual([])
  }
})

describe('time grows with the text', () => {
  test.each([
    ['blocks after blocks', (count: number) => '{% hint %}\na\n{% endhint %}\n'.repeat(count)],
    ['blocks that never end', (count: number) => '{% hint %}\n'.repeat(count)],
    ['ends without blocks', (count: number) => 'a\n{% endhint %}\n'.repeat(count)],
    ['quotes that never end', (count: number) => '{% hint style="a %}\n'.repeat(count)],
    [
      'tabs',
      (count: number) =>
        `{% tabs %}\n${'{% tab title="a" %}\nb\n{% endtab %}\n'.repeat(count)}{% endtabs %}`,
    ],
    [
      'films without ends',
      (count: number) => '{% embed url="https://a.example" %}\n'.repeat(count),
    ],
    ['words that are marked and not ended', (count: number) => 'a {% em %} b '.repeat(count)],
    ['containers', (count: number) => '::: tip\n'.repeat(count)],
    ['fences that never end', (count: number) => '```a\n{% hint %}\n'.repeat(count)],
  ])('of %s', (_, textOf) => {
    expect(isLinear((count) => html(textOf(count)), 300)).toBe(true)
  })

  test('and nesting has no end', () => {
    const depth = 3000
    const text = `${'{% hint %}\n'.repeat(depth)}deep\n${'{% endhint %}\n'.repeat(depth)}`
    expect(html(text)).toContain('deep')
  })
})
