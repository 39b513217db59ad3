// The structure of a Markdown text as plain data, for files that are read rather than rendered: SUMMARY, GLOSSARY,
// LANGS. It is read off the tree that pages are made of, so that lists and headings in HTML are what they are in
// Markdown; what they mean is the caller's business.
import type { Token } from 'markdown-it'
import type { BookPath } from '../core/path.ts'
import { lineStarts } from '../core/position.ts'
import { type Element, element } from '../tree/node.ts'
import { type Engine, createStructureEngine } from './engine.ts'
import { ENGLISH } from './labels.ts'
import { openPage } from './page.ts'
import { origins } from './remarks.ts'
import { standardMakers } from './standard-makers.ts'
import { type Block, type Spot, structureOf } from './structure.ts'
import { type Maker, type Makers, pageTree } from './to-tree.ts'

/** It remembers nothing of what it parsed. */
let engine: Engine | undefined

/**
 * The top-level blocks of a Markdown text. Line ends must be '\n'. Never fails. The items of lists that nest deeper than
 * `MOST_LISTS` stand at that level; `onTooDeep` hears of such a list.
 */
export function parseBlocks(
  text: string,
  onTooDeep: (at: Spot) => void = () => {},
): readonly Block[] {
  const { page } = openPage({ path: '' as BookPath, text, firstLine: 1 }, ENGLISH)
  engine ??= createStructureEngine()
  const tokens = engine.parse(text, {})
  const kit = { makers: structureMakers(text), page, labels: ENGLISH, report: () => {} }
  return structureOf(pageTree(tokens, kit, Infinity).nodes, onTooDeep)
}

/** The makers of what has a place in the structure. */
function structureMakers(text: string): Makers {
  const starts = lineStarts(text)
  /** Exact when the parser noted it, else the first character of its line. */
  const offsetOf = (token: Token): number => {
    const noted = origins.of(token)?.[0]
    if (noted !== undefined) return noted
    const start = starts[token.map?.[0] ?? 0] ?? 0
    return start + (/^[ \t]*/.exec(text.slice(start, start + 100))?.[0].length ?? 0)
  }
  const placed = (making: Parameters<Maker>[0], name: string, token: Token): Element => {
    const from = offsetOf(token)
    return { ...element(name, []), at: { source: making.page, from, to: from } }
  }
  const opens: Maker = (making, token) => making.builder.open(placed(making, token.tag, token))
  /** Its content says better where it begins. */
  const opensAt: Maker = (making, token, index) =>
    making.builder.open(placed(making, token.tag, making.tokens[index + 1] ?? token))
  const code: Maker = (making, token) => making.builder.add(placed(making, 'pre', token))
  return {
    ...standardMakers,
    heading_open: opens,
    list_item_open: opens,
    blockquote_open: opens,
    table_open: opens,
    paragraph_open: opensAt,
    bullet_list_open: opensAt,
    ordered_list_open: opensAt,
    paragraph_close: ({ builder }) => builder.close(),
    hr: (making, token) => making.builder.add(placed(making, 'hr', token)),
    fence: code,
    code_block: code,
  }
}
