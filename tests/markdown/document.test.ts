import { describe, expect, it } from 'vitest'
import { parseBlocks } from '../../src/markdown/document.ts'
import type { Block } from '../../src/markdown/structure.ts'

/** A block as one short line, its items indented below it. */
function outline(blocks: readonly Block[], indent = ''): string[] {
  return blocks.flatMap((block) => {
    const head = `${indent}${block.line}:${block.column} ${block.kind}`
    if (block.kind === 'heading' || block.kind === 'paragraph') {
      const links = block.inline.links.map(
        ({ text, href, line, column }) => ` [${text}](${href} ${line}:${column})`,
      )
      return [`${head} ${JSON.stringify(block.inline.text)}${links.join('')}`]
    }
    if (block.kind !== 'list') return [head]
    const items = block.items.flatMap((item) => [
      `${indent}  ${item.line}:${item.column} item`,
      ...outline(item.blocks, `${indent}    `),
    ])
    return [`${head}${block.ordered ? ' ordered' : ''}`, ...items]
  })
}

describe('parseBlocks', () => {
  it('gives nothing for nothing', () => {
    expect(parseBlocks('')).toEqual([])
  })

  it('reads headings, lists and rules; a comment is nothing', () => {
    const text = `# Summary

* [Home](README.md)
  - [中文 *em* \`c\` &amp; x](<a b.md> "t") after
    1. Draft **title**

## Part

- - -

<!-- comment -->

> quote

text
`
    expect(outline(parseBlocks(text))).toEqual([
      '1:1 heading "Summary"',
      '3:1 list',
      '  3:1 item',
      '    3:3 paragraph "Home" [Home](README.md 3:10)',
      '    4:3 list',
      '      4:3 item',
      '        4:5 paragraph "中文 em c & x after" [中文 em c & x](a b.md 4:28)',
      '        5:5 list ordered',
      '          5:5 item',
      '            5:8 paragraph "Draft title"',
      '7:1 heading "Part"',
      '9:1 rule',
      '13:1 other',
      '15:1 paragraph "text"',
    ])
  })

  it('keeps each link apart, with its place and its offset in the text', () => {
    const [block] = parseBlocks(
      'a [b](c.md) <http://d.e> <a href="f&amp;g.md">h *i*</a> [j] www.k.l ![m](n.png)\n\n[j]: o.md',
    )
    const inline = block?.kind === 'paragraph' ? block.inline : undefined
    expect(inline?.text).toBe('a b http://d.e h i j www.k.l m')
    expect(inline?.links.map(({ text, href, offset }) => [text, href, offset])).toEqual([
      ['b', 'c.md', 2],
      ['http://d.e', 'http://d.e', 4],
      ['h i', 'f&g.md', 15],
      ['j', 'o.md', 19],
      ['www.k.l', 'http://www.k.l', 21],
    ])
  })

  it('keeps empty links and empty items', () => {
    expect(outline(parseBlocks('* [](a.md)\n*\n* [b]()'))).toEqual([
      '1:1 list',
      '  1:1 item',
      '    1:3 paragraph "" [](a.md 1:6)',
      '  2:1 item',
      '  3:1 item',
      '    3:3 paragraph "b" [b]( 3:7)',
    ])
  })

  it('takes footnotes, tasks and ids for text', () => {
    expect(outline(parseBlocks('# a {#b}\n\n- [ ] c[^1]'))).toEqual([
      '1:1 heading "a {#b}"',
      '3:1 list',
      '  3:1 item',
      '    3:3 paragraph "[ ] c[^1]"',
    ])
  })

  it('takes links with spaces, and addresses as they are written', () => {
    expect(outline(parseBlocks('[a](b c.md) [d](e%20f.md#g)'))).toEqual([
      '1:1 paragraph "a d" [a](b c.md 1:5) [d](e%20f.md#g 1:17)',
    ])
  })
})
