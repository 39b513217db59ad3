// The paper of a book, and the lines at the top and at the foot of its pages.
import type { Config } from '../../core/book.ts'
import { NO_DATE, authorsLine } from '../about.ts'
import type { Edition } from '../edition.ts'
import { wordsOfHtml } from '../read/reading.ts'
import { text } from './values.ts'

/** What stands at the top of pages unless a book says something else. */
const HEADER = '{title} | {section}'
const FOOTER = '{page}'

/**
 * The page: its size, its margins and its running lines. The page on which a chapter begins has no header; one on which a
 * chapter of it begins has that already.
 */
export function pageRules(pdf: Config['pdf'], paper: string, edition: Edition): string {
  const { left, right, top, bottom } = pdf.margin
  const header = pdf.header ?? ofGitbook(pdf.headerTemplate) ?? HEADER
  const footer = pdf.footer ?? ofGitbook(pdf.footerTemplate) ?? (pdf.pageNumbers ? FOOTER : '')
  const margin = `(left: ${left}pt, right: ${right}pt, top: ${top}pt, bottom: ${bottom}pt)`
  const lines = `header: ${headerOf(header, edition)}, footer: ${footerOf(footer, edition)}`
  return `#let titles = heading.where(level: 1, outlined: true).or(heading.where(level: 2, outlined: true))
#set page(paper: ${text(paper)}, margin: ${margin}, numbering: "1", ${lines})`
}

function headerOf(template: string, edition: Edition): string {
  if (template === '' || template === 'none') return 'none'
  return `context {
  let next = query(titles.after(here()))
  let begins = next.len() > 0 and next.first().location().page() == here().page()
  let before = if begins { next.slice(0, 1) } else { query(titles.before(here())) }
  if here().page() > 1 and before.len() > 0 and not (begins and before.first().level == 1) {
    set text(size: 0.8em, fill: gray)
    ${lineOf(template, edition)}
  }
}`
}

function footerOf(template: string, edition: Edition): string {
  if (template === '' || template === 'none') return 'none'
  const before = template.includes('{section}') ? 'let before = query(titles.before(here())); ' : ''
  return `context if here().page() > 1 { ${before}set text(size: 0.85em); ${lineOf(template, edition)} }`
}

/**
 * One piece stands in the middle, two at both ends, three at both ends and between them. Each is a box: in lines that run to
 * the left the numbers of one would be set beside another.
 */
function lineOf(template: string, edition: Edition): string {
  const pieces = template.split('|').map((piece) => pieceOf(piece.trim(), edition))
  const [only] = pieces
  return pieces.length === 1
    ? `align(center, ${only})`
    : pieces.map((piece) => `box(${piece})`).join('; h(1fr); ')
}

/** Words, and what stands for something that is known only when pages are set. */
function pieceOf(template: string, edition: Edition): string {
  const values = template
    .split(/(\{[a-z]+\})/)
    .filter((part) => part !== '')
    .map((part) => VALUES[part]?.(edition) ?? text(part))
  return values.length === 0 ? '[]' : `{${values.join('; ')}}`
}

/** What GitBook 2 called them. */
const NAMES: { readonly [name: string]: string } = {
  _TITLE_: '{title}',
  _AUTHOR_: '{author}',
  _SECTION_: '{section}',
  _PAGENUM_: '{page}',
}

/** The words of a template in HTML. */
function ofGitbook(html: string | undefined): string | undefined {
  if (html === undefined) return undefined
  return wordsOfHtml(html).replaceAll(/_[A-Z]+_/g, (name) => NAMES[name] ?? name)
}

const VALUES: { readonly [name: string]: (edition: Edition) => string } = {
  '{title}': ({ title }) => text(title),
  '{author}': ({ authors, language }) => text(authorsLine(authors, language.tag)),
  '{date}': ({ modified }) => text(modified === NO_DATE ? '' : modified.slice(0, 10)),
  // Running lines are no part of the text, and no link may lead away from them.
  '{section}': () => 'if before.len() > 0 { show link: it => it.body; before.last().body }',
  '{page}': () => 'counter(page).display("1")',
  '{pages}': () => 'str(counter(page).final().first())',
}
