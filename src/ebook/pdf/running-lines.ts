// The paper of a book, and the lines at the top and at the foot of its pages.
import type { Config } from '../../core/book.ts'
import { NO_DATE } from '../about.ts'
import type { Edition } from '../edition.ts'
import { text } from './values.ts'

/** What stands at the top of pages unless a book says something else. */
const HEADER = '{title} | {section}'
const FOOTER = '{page}'

/** The page: its size, its margins and its running lines. The page on which a chapter begins has no header. */
export function pageRules(pdf: Config['pdf'], paper: string, edition: Edition): string {
  const { left, right, top, bottom } = pdf.margin
  const footer = pdf.footer ?? (pdf.pageNumbers ? FOOTER : '')
  const margin = `(left: ${left}pt, right: ${right}pt, top: ${top}pt, bottom: ${bottom}pt)`
  const lines = `header: ${headerOf(pdf.header ?? HEADER, edition)}, footer: ${footerOf(footer, edition)}`
  return `#set page(paper: ${text(paper)}, margin: ${margin}, numbering: "1", ${lines})`
}

function headerOf(template: string, edition: Edition): string {
  if (template === '' || template === 'none') return 'none'
  return `context {
  let page-number = here().page()
  let starts = query(heading.where(level: 1)).map(it => it.location().page())
  if page-number > 1 and not (page-number in starts) {
    let before = query(heading.where(outlined: true).before(here())).filter(it => it.level <= 2)
    set text(size: 0.8em, fill: gray)
    if before.len() > 0 { ${lineOf(template, edition)} }
  }
}`
}

function footerOf(template: string, edition: Edition): string {
  if (template === '' || template === 'none') return 'none'
  const before = template.includes('{section}')
    ? 'let before = query(heading.where(outlined: true).before(here())).filter(it => it.level <= 2); '
    : ''
  return `context if here().page() > 1 { ${before}set text(size: 0.85em); ${lineOf(template, edition)} }`
}

/** One piece stands in the middle, two at both ends, three at both ends and between them. */
function lineOf(template: string, edition: Edition): string {
  const pieces = template.split('|').map((piece) => pieceOf(piece.trim(), edition))
  const [only] = pieces
  return pieces.length === 1 ? `align(center, ${only})` : pieces.join('; h(1fr); ')
}

/** Words, and what stands for something that is known only when pages are set. */
function pieceOf(template: string, edition: Edition): string {
  const values = template
    .split(/(\{[a-z]+\})/)
    .filter((part) => part !== '')
    .map((part) => VALUES[part]?.(edition) ?? text(part))
  return values.length === 0 ? '[]' : `{${values.join('; ')}}`
}

const VALUES: { readonly [name: string]: (edition: Edition) => string } = {
  '{title}': ({ title }) => text(title),
  '{author}': ({ authors }) => text(authors.join(', ')),
  '{date}': ({ modified }) => text(modified === NO_DATE ? '' : modified.slice(0, 10)),
  '{section}': () => 'if before.len() > 0 { before.last().body }',
  '{page}': () => 'counter(page).display("1")',
  '{pages}': () => 'str(counter(page).final().first())',
}
