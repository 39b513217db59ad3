// Blocks whose content is code. `{% code title="a.js" %}` says of the code in it how it is shown, which is read with the code
// itself (`markdown/rules/code.ts`); here are those that have no Markdown in them.
import {
  type Node,
  added,
  element,
  forEachElement,
  hasClass,
  isElement,
  raw,
  setAttribute,
  textContent,
  words,
} from '../tree/node.ts'
import { withoutDelimiters } from '../tree/tex.ts'
import { isBlank } from './blank.ts'
import { type Spelling, type Component, isPart, tags, textOf } from './define.ts'
import { linked } from './media.ts'
import { textOfFile } from './file-text.ts'
import { codeIn } from './tabs.ts'

/** Drawn by plugins from text: the text is shown. */
const DIAGRAMS =
  'mermaid plantuml uml puml graph dot viz graphviz sequence flow chart wavedrom ditaa echarts vega'.split(
    ' ',
  )
/** Names of blocks as languages. */
const LANGUAGES: { readonly [tag: string]: string } = {
  terminal: 'console',
  ace: '',
  klipse: '',
  runkit: 'js',
}

function verbatim(...names: readonly string[]): readonly Spelling[] {
  return names.map((tag) => ({ tag, kind: 'paired', isVerbatim: true }))
}

export const listing: Component = {
  name: 'listing',
  tags: verbatim('ace', 'klipse', 'runkit', 'terminal', 'asciidoc', ...DIAGRAMS),
  html(block, kit) {
    const language = LANGUAGES[block.tag] ?? block.tag
    const asked = codeIn(block, language)
    if (asked !== undefined) return [kit.code(asked)]
    // Its text may be a file of the book.
    const src = textOf(block, 'src', 'file')
    const text = src === undefined ? undefined : textOfFile(src, kit)
    if (text !== undefined)
      return [kit.code({ text: text.trimEnd(), language, source: block.source })]
    return src === undefined ? [] : linked(block, { address: src, content: [], name: 'file' })
  },
}

/** `{% highlight ruby linenos %}` of Jekyll and Pygments. */
export const highlight: Component = {
  name: 'highlight',
  tags: verbatim('highlight'),
  html(block, kit) {
    // The language is a word without a value.
    const asked = codeIn(block, block.attributes.find(({ value }) => value === 'true')?.name)
    return asked === undefined ? [] : [kit.code(asked)]
  },
}

/** Code of a block in a line of text. */
export const lineCode: Component = {
  name: 'line-code',
  tags: [],
  html: ({ text = '' }) => (text.trim() === '' ? [] : [element('code', [], [words(text.trim())])]),
}

/** What it says of its code has been read with it. */
export const code: Component = {
  name: 'code',
  tags: tags('paired', 'code'),
  html(block, kit) {
    if (block.text === undefined) return withMore(block.content, kit.words.more)
    const asked = codeIn(block)
    const title = textOf(block, 'title')
    return asked === undefined
      ? []
      : [kit.code({ ...asked, ...(title === undefined ? {} : { title }) })]
  },
}

/** Says what unfolds long code; a script reads it. */
export function withMore(nodes: readonly Node[], more: string): readonly Node[] {
  forEachElement(nodes, (node) => {
    if (node.name === 'pre' && hasClass(node, 'code-long')) setAttribute(node, 'data-more', more)
  })
  return nodes
}

/** Code below its title. */
export function titled(shown: Node, title: string): Node {
  const caption = added('figcaption', [], [words(title)])
  return element('figure', [['class', 'code']], [caption, raw('\n'), shown, raw('\n')])
}

/** The name of a file right above code is the title of that code. */
export function nameCode(nodes: Node[]): void {
  const kept = nodes.filter((node) => !isBlank(node))
  for (const [index, name] of kept.entries()) {
    const next = kept[index + 1]
    if (!isPart(name, 'filename') || next?.kind !== 'block' || next.block !== 'code') continue
    const title = textContent(name.children).trim()
    const pre = next.children.find((child) => isElement(child, 'pre'))
    if (next.title !== undefined || title === '' || pre === undefined) continue
    const children = next.children.map((child) => (child === pre ? titled(child, title) : child))
    const named = { ...next, title, children }
    named.verbatim = undefined
    nodes.splice(nodes.indexOf(next), 1, named)
    nodes.splice(nodes.indexOf(name), 1)
  }
}

/** The name of a file above its code. */
export const filename: Component = {
  name: 'filename',
  tags: tags('paired', 'filename'),
  html: ({ content }) =>
    content.map((node) => (isElement(node, 'p') ? titleLine(node.children) : node)),
}

function titleLine(inside: readonly Node[]): Node {
  return element('p', [['class', 'block-title']], [element('strong', [], [...inside])])
}

/** `{% math %}`: a formula, in a line or on lines of its own. */
export const math: Component = {
  name: 'math',
  tags: ['math', 'katex'].map((tag) => ({
    tag,
    kind: 'paired',
    isVerbatim: true,
    isInline: true,
  })),
  html({ text = '', source, isInline, at }) {
    const tex = withoutDelimiters(text)
    if (tex === '' || source === undefined) return []
    const display = isInline !== true
    const inText = display ? {} : ({ isInText: true } as const)
    return [{ kind: 'block', block: 'math', tex, display, ...inText, source, at, children: [] }]
  },
}

/** A part of an exercise. */
export const exercisePart: Component = {
  name: 'exercise-part',
  within: 'exercise',
  tags: ['initial', 'solution', 'validation', 'context'].map((tag) => ({
    tag,
    kind: 'divides',
    isVerbatim: true,
  })),
}

/** An exercise: its text, the code to start from, and the rest behind titles that open. */
export const exercise: Component = {
  name: 'exercise',
  tags: tags('paired', 'exercise'),
  html({ content }, kit) {
    const titles: { readonly [tag: string]: string } = {
      solution: kit.words.solution,
      validation: kit.words.check,
      context: kit.words.context,
    }
    return content.flatMap((node) => {
      if (!isPart(node, 'exercise-part')) return [node]
      const asked = codeIn(node, 'js')
      if (asked === undefined) return []
      const title = titles[node.tag]
      if (title === undefined) return [kit.code(asked)]
      const summary = added('summary', [], [words(title)])
      return [element('details', [], [summary, raw('\n'), kit.code(asked), raw('\n')]), raw('\n')]
    })
  },
}
