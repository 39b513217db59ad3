// Blocks that show code.
import type { BlockResult, BlockSpelling, TemplateBlock } from '../template/expand.ts'
import {
  argument,
  around,
  fence,
  lines,
  markedTitleLine,
  prefixOf,
  titleLine,
  withoutIndent,
} from './wrap.ts'
import type { BlockWords } from './words.ts'

type Named = readonly [string, BlockSpelling]
type Part = Omit<TemplateBlock, 'blocks'>

/** Blocks whose content is code; `words` name the parts of exercises. */
export function codeBlocks(words: BlockWords): readonly Named[] {
  return [
    ['codetabs', { sections: ['language'], verbatim: true, render: codeTabs }],
    ['code', { render: titledCode }],
    ['filename', { render: ({ body }) => lines(['', markedTitleLine(body.trim()), ''], '') }],
    ['exercise', exercise(words)],
    ['ace', { verbatim: true, render: (block) => plainCode(block, languageOf(block, '')) }],
    ['klipse', { verbatim: true, render: (block) => plainCode(block, languageOf(block, '')) }],
    ['terminal', { verbatim: true, render: (block) => plainCode(block, 'console') }],
    ...['math', 'katex'].map((name): Named => [name, { verbatim: true, render: formula }]),
    ['asciidoc', { verbatim: true, render: (block) => plainCode(block, 'asciidoc') }],
    ...DIAGRAMS.map((name): Named => [
      name,
      { verbatim: true, render: (block) => plainCode(block, name) },
    ]),
  ]
}

/** Drawn by plugins from text: the text is shown. */
const DIAGRAMS = ['mermaid', 'plantuml', 'uml', 'puml', 'graph', 'dot', 'sequence', 'flow', 'chart']

function languageOf(block: Part, otherwise: string): string {
  return argument({ args: [], kwargs: block.kwargs }, ['type', 'lang', 'language']) ?? otherwise
}

function plainCode(block: Part, language: string): string {
  return lines(fence(block.body, language), prefixOf(block.body))
}

/** `{% codetabs name="Python", type="py" %}…{% language name="Go" %}…`: one block of code after another. */
function codeTabs(block: TemplateBlock): string {
  const prefix = prefixOf(block.blocks.at(-1)?.body ?? block.body)
  const parts: readonly Part[] = [block, ...block.blocks]
  const shown = parts.flatMap((part) => {
    if (part.body.trim() === '') return []
    const language = languageOf(part, '')
    const name = argument(part, ['name', 'title']) ?? language
    return [...fence(part.body, language, name), '']
  })
  return lines(shown, prefix)
}

/** `{% code title="a.js" %}` around a fence; older books put bare code into it. */
function titledCode(block: TemplateBlock): BlockResult {
  const title = argument({ args: [], kwargs: block.kwargs }, ['title'])
  const language = argument(block, ['language', 'lang'])
  const isFenced = /^[ \t>]*(?:`{3}|~{3})/m.test(block.body)
  if (isFenced) return around(block.body, title === undefined ? [''] : [titleLine(title)], '')
  return lines(fence(block.body, language ?? '', title), prefixOf(block.body))
}

/** A formula between dollars, in a line or on lines of its own. */
function formula({ body }: TemplateBlock): string {
  const tex = body.trim().replace(/^\$\$([^]*)\$\$$/, '$1')
  if (tex === '') return ''
  if (!body.includes('\n')) return `$$${tex}$$`
  return lines(['$$', ...withoutIndent(tex).split('\n'), '$$'], prefixOf(body))
}

const PARTS = ['initial', 'solution', 'validation', 'context']

/** An exercise: its text, the code to start from, and the rest behind titles that open. */
function exercise(words: BlockWords): BlockSpelling {
  const titles: { readonly [part: string]: string } = {
    solution: words.solution,
    validation: words.check,
    context: words.context,
  }
  return {
    sections: PARTS,
    verbatim: true,
    render(block) {
      const prefix = prefixOf(block.blocks.at(-1)?.body ?? block.body)
      const shown = block.blocks.flatMap((part) => {
        if (part.body.trim() === '') return []
        const code = fence(part.body, languageOf(part, 'js'))
        const title = titles[part.name]
        if (title === undefined) return ['', ...code]
        return ['', `<details><summary>${title}</summary>`, '', ...code, '', '</details>']
      })
      return { before: '', after: lines(['', ...shown, ''], prefix) }
    },
  }
}
