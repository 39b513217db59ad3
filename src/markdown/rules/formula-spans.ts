// Where a formula in a line of text begins and ends.

/** Which signs are around formulas, besides `$$…$$`. */
export interface FormulaSyntax {
  /** `$…$`. */
  readonly dollars: boolean
  /** `\(…\)` and `\[…\]`: always, or where what is in them can only be a formula, or never. */
  readonly brackets: 'always' | 'likely' | 'never'
  /** The book says that it has formulas: whatever is between two dollars is one. */
  readonly isLoose: boolean
}

/** A formula in a line. */
export interface Inline {
  readonly opener: string
  readonly tex: string
  /** Of the TeX. */
  readonly from: number
  readonly to: number
  /** Where the text goes on. */
  readonly end: number
}

/** The opener of a formula that begins with its own words. */
export const ENVIRONMENT = '\\begin'

/** No formula of a line is longer; whoever looks for its end looks no further. */
const LONGEST = 4000
const TEX = /\\[a-z]|[\^_=<>+|]/i
/** A command of TeX: other signs of formulas stand in the escaped brackets of old exports, too, in names above all. */
const COMMAND = /\\[a-z]{2,}/i
/** Code, links, addresses, paths, and signs that those exports escaped as well. */
const PROSE = /`|\]\(|:\/\/|[a-z]:\\|\\[_*.()[\]#-]/i

/** The formula that begins at a place of a text, which may be right behind another one. */
export function inlineFormula(
  text: string,
  at: number,
  syntax: FormulaSyntax,
  isBehind = false,
): Inline | undefined {
  const sign = text.charCodeAt(at)
  if (sign === 0x24 /* $ */)
    return text[at + 1] === '$'
      ? betweenTwo(text, at, syntax, isBehind)
      : betweenOne(text, at, syntax)
  if (sign !== 0x5c /* \ */) return undefined
  return (
    (syntax.isLoose ? environment(text, at) : undefined) ??
    (syntax.brackets === 'never' ? undefined : inBrackets(text, at, syntax))
  )
}

/** What MathJax set without signs around it. */
const BEGIN = /^\\begin\{((?:equation|align|alignat|flalign|gather|multline|eqnarray)(?:\\?\*)?)\}/
/** Escapes that Markdown took away before MathJax saw the formula. */
const ESCAPED = /\\{4}|\\[*_]|\\\\[{}]/
const ESCAPES = /\\([\\*_{}[\]()#+.!-])/g

/** `\begin{align} … \end{align}`, also as it is written for a Markdown that takes backslashes away: `\begin{align\*}`. */
function environment(text: string, at: number): Inline | undefined {
  const near = text.slice(at, at + LONGEST)
  const [, name] = BEGIN.exec(near) ?? []
  if (name === undefined) return undefined
  const closer = `\\end{${name}}`
  const to = near.indexOf(closer)
  if (to < 0) return undefined
  const end = at + to + closer.length
  const written = text.slice(at, end)
  const tex = ESCAPED.test(written) ? written.replaceAll(ESCAPES, '$1') : written
  return { opener: ENVIRONMENT, tex, from: at, to: end, end }
}

/** Where the formula in a cell ends that begins there: it may hold pipes, and is more than what two dollars stand around. */
export function formulaEnd(text: string, at: number, syntax: FormulaSyntax): number | undefined {
  const found = inlineFormula(text, at, syntax)
  if (found === undefined) return undefined
  const isCertainly = COMMAND.test(found.tex) || !/^[ \t]|[ \t]$/.test(found.tex)
  return isCertainly ? found.end : undefined
}

function betweenTwo(
  text: string,
  at: number,
  { isLoose }: FormulaSyntax,
  isBehind: boolean,
): Inline | undefined {
  if (text[at + 2] === '$' || (text[at - 1] === '$' && !isBehind)) return undefined
  const found = upTo(text, at, '$$', '$$')
  if (found === undefined) return undefined
  const { tex } = found
  const isTight = !/^[ \t]|[ \t]$/.test(tex)
  return isLoose || isTight || TEX.test(tex) ? found : undefined
}

/** A command, a letter with an index or an exponent, or a letter alone. */
const CERTAIN = /\\[a-z]{2,}|[\^_]\{|(?<![a-z])[a-z]'?[\^_]['\w](?![a-z])|^[a-z]'?$/i

/**
 * As Pandoc has it: no white space inside next to a dollar, no digit behind the last one. Prices stay prices. Where a book
 * has formulas and does not ask for these, what can be nothing else is one: the script that it had was told so elsewhere.
 */
function betweenOne(
  text: string,
  at: number,
  { dollars, isLoose }: FormulaSyntax,
): Inline | undefined {
  if (!(dollars || isLoose) || text[at - 1] === '$') return undefined
  const near = text.slice(at, at + LONGEST)
  const found = /^\$(?!\s)((?:\\[^]|[^\\$`])+?)(?<!\s)\$(?![\d$])/.exec(near)
  if (found === null || !(dollars || CERTAIN.test(found[1] ?? ''))) return undefined
  const to = at + found[0].length
  return { opener: '$', tex: found[1] ?? '', from: at + 1, to: to - 1, end: to }
}

function inBrackets(text: string, at: number, syntax: FormulaSyntax): Inline | undefined {
  const [opener, slashes] = /^(\\{1,2})[([]/.exec(text.slice(at, at + 3)) ?? []
  if (opener === undefined || text[at - 1] === '\\') return undefined
  // MathJax saw two backslashes as one: Markdown takes away the other. What it never saw must show that it is a formula.
  const isTwice = slashes === '\\\\'
  const isAny = syntax.brackets === 'always' || (isTwice && syntax.isLoose)
  if (isTwice && !isAny) return undefined
  const found = upTo(text, at, opener, opener.replace('(', ')').replace('[', ']'))
  return found !== undefined && (isAny || isCertain(found.tex)) ? found : undefined
}

function isCertain(tex: string): boolean {
  return COMMAND.test(tex) && !PROSE.test(tex)
}

function upTo(text: string, at: number, opener: string, closer: string): Inline | undefined {
  const from = at + opener.length
  const near = text.slice(from, from + LONGEST)
  // `\$` is a sign of the formula.
  const to = closer === '$$' ? near.search(/(?<!(?<!\\)\\)\$\$/) : near.indexOf(closer)
  const tex = to < 0 ? '' : near.slice(0, to)
  if (tex.trim() === '') return undefined
  return { opener, tex, from, to: from + to, end: from + to + closer.length }
}
