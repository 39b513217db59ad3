import { expect, test } from 'vitest'
import { asciidocBlocks } from '../../src/asciidoc/blocks.ts'
import type { Block, ListItem } from '../../src/markdown/structure.ts'

/** The tree as indented lines: kind, text, links with their places. */
function draw(blocks: readonly Block[], indent = ''): string {
  return blocks.map((block) => indent + drawBlock(block, indent)).join('\n')
}

function drawBlock(block: Block, indent: string): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph': {
      const links = block.inline.links.map(
        (l) => ` [${l.text}](${l.href} ${l.line}:${l.column} +${l.offset})`,
      )
      const name = block.kind === 'heading' ? `h${block.level}` : 'p'
      return `${name} ${block.inline.text}${links.join('')}`
    }
    case 'list': {
      const items = block.items.map(
        (item: ListItem) =>
          `\n${indent} - ${item.line}:${item.column}\n${draw(item.blocks, `${indent}   `)}`,
      )
      return `${block.ordered ? 'ol' : 'ul'}${items.join('')}`
    }
    case 'rule':
    case 'other':
      break
  }
  return `${block.kind} ${block.line}`
}

test('an empty text has no blocks', () => {
  expect(asciidocBlocks('')).toEqual([])
  expect(asciidocBlocks('\n\n')).toEqual([])
})

test('reads a summary with nested lists, parts and separators', () => {
  const text = [
    '= Summary',
    '',
    '. link:README.adoc[Home]',
    '. link:a.adoc#s[A]',
    '.. xref:b.adoc[B *bold*]',
    '... <<c.adoc#x,C>>',
    '. Unfinished',
    '',
    '== 第二部分',
    '',
    '* link:中文/页.adoc[页面]',
    '** https://example.org[Site]',
    '',
    "'''",
    '',
    '* Last',
  ].join('\n')
  expect(draw(asciidocBlocks(text))).toBe(
    [
      'h1 Summary',
      'ol',
      ' - 3:1',
      '   p Home [Home](README.adoc 3:8 +0)',
      ' - 4:1',
      '   p A [A](a.adoc#s 4:8 +0)',
      '   ol',
      '    - 5:1',
      '      p B bold [B bold](b.adoc 5:9 +0)',
      '      ol',
      '       - 6:1',
      '         p C [C](c.adoc#x 6:7 +0)',
      ' - 7:1',
      '   p Unfinished',
      'h2 第二部分',
      'ul',
      ' - 11:1',
      '   p 页面 [页面](中文/页.adoc 11:8 +0)',
      '   ul',
      '    - 12:1',
      '      p Site [Site](https://example.org 12:4 +0)',
      'rule 14',
      'ul',
      ' - 16:1',
      '   p Last',
    ].join('\n'),
  )
})

test('reads a glossary, and passes over comments, attributes and code', () => {
  const text = [
    '= Glossary',
    ':toc:',
    '',
    '// a comment',
    '== API',
    '',
    'An _application_ programming',
    'interface. See <<c++>>.',
    '',
    '----',
    '== Not a term',
    '----',
    '',
    '////',
    '== Hidden',
    '////',
    '',
    '[#id]',
    '== 术语 ==',
    '',
    '定义。',
  ].join('\n')
  expect(draw(asciidocBlocks(text))).toBe(
    [
      'h1 Glossary',
      'h2 API',
      'p An application programming\ninterface. See c++. [c++](#c++ 8:18 +42)',
      'other 10',
      'h2 术语',
      'p 定义。',
    ].join('\n'),
  )
})

test('line ends of Windows make no difference', () => {
  const text = '= S\n\n* link:a.adoc[A]\n** b\n\n== P\n'
  expect(asciidocBlocks(text.replaceAll('\n', '\r\n'))).toEqual(asciidocBlocks(text))
})

test('blank lines between items keep the list, and a plus sign joins a paragraph to its item', () => {
  const blocks = asciidocBlocks('* a\n\n* b\n+\nmore\n\n* c\n')
  expect(draw(blocks)).toBe('ul\n - 1:1\n   p a\n - 3:1\n   p b\n   p more\n - 7:1\n   p c')
})

test('a link text may hold brackets and attributes', () => {
  const [block] = asciidocBlocks(
    'link:a.adoc[A [x\\],window=_blank] and link:my file.adoc["B, C",role=r] +++x+++\n',
  )
  expect(
    block?.kind === 'paragraph' && block.inline.links.map(({ text, href }) => `${text}|${href}`),
  ).toEqual(['A [x]|a.adoc', 'B, C|my file.adoc'])
})
