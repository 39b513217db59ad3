// What formulas of old books say in words of MathJax and of plain TeX, in words that Temml knows.

/** Commands that are shorter to say as macros. */
export const SPELLINGS: { readonly [name: string]: string } = {
  '\\mbox': '\\text{#1}',
  '\\hbox': '\\text{#1}',
  '\\strut': '\\mathstrut',
  '\\textbackslash': '\\backslash',
  '\\KaTeX': '\\text{KaTeX}',
  '\\pmatrix': '\\begin{pmatrix}#1\\end{pmatrix}',
  '\\cases': '\\begin{cases}#1\\end{cases}',
  '\\displaylines': '\\begin{gathered}#1\\end{gathered}',
  '\\eqalign': '\\begin{aligned}#1\\end{aligned}',
  '\\eqalignno': '\\begin{aligned}#1\\end{aligned}',
  '\\DeclareMathOperator': '\\gdef#1{\\operatorname{#2}}',
  '\\DeclareLimitsOperator': '\\gdef#1{\\operatorname*{#2}}',
  '\\url': '\\texttt{#1}',
  '\\cancelto': '\\cancel{#2}^{#1}',
  '\\mathds': '\\mathbb{#1}',
  '\\mit': '\\mathit{#1}',
  '\\num': '#1',
  '\\si': '\\mathrm{#1}',
  '\\unit': '\\mathrm{#1}',
  '\\SI': '#1\\,\\mathrm{#2}',
  '\\ang': '#1^{\\circ}',
  ...unitNames(),
}

/** The units and prefixes of siunitx. Names that mean something else in TeX are left out. */
function unitNames(): { readonly [name: string]: string } {
  const written =
    'ampere:A candela:cd kelvin:K kilogram:kg metre:m meter:m mole:mol second:s becquerel:Bq coulomb:C farad:F gram:g ' +
    'gray:Gy hertz:Hz henry:H joule:J katal:kat lumen:lm lux:lx newton:N pascal:Pa radian:rad siemens:S sievert:Sv ' +
    'steradian:sr tesla:T volt:V watt:W weber:Wb hour:h litre:L liter:L minute:min tonne:t electronvolt:eV decibel:dB ' +
    'femto:f pico:p nano:n milli:m centi:c deci:d kilo:k mega:M giga:G tera:T peta:P ' +
    'micro:\\mu ohm:\\Omega celsius:^{\\circ}C percent:\\% per:/ squared:^2 cubed:^3'
  return Object.fromEntries(
    written.split(' ').map((pair) => {
      const [name = '', sign = ''] = pair.split(':')
      return [`\\${name}`, sign]
    }),
  )
}

type Rewrite = readonly [RegExp, string | ((whole: string, ...found: string[]) => string)]

const REWRITES: readonly Rewrite[] = [
  // Definitions whose first argument has a value where nobody gives one.
  [/\\((?:re)?newcommand|providecommand)\s*\*/g, '\\$1'],
  [
    /\\(?:(?:re)?newcommand|providecommand)\s*\{?\s*(\\[a-z]+)\s*\}?\s*\[\s*([1-9])\s*\]\s*\[((?:[^[\]{}]|\{[^{}]*\})*)\]/gi,
    (_, name = '', count = '', usual = '') => optionalArgument(name, Number(count), usual),
  ],
  [/\\DeclareMathOperator\s*\*/g, '\\DeclareLimitsOperator'],
  // Packages that are always there.
  [/\\require\s*(?:\{[^{}]*\}|\[[^[\]]*\])/g, ''],
  [/\\usepackage\s*(?:\[[^[\]]*\])?\{[^{}]*\}/g, ''],
  [
    /\\unicode\s*(?:\[[^[\]]*\])?\{\s*(x[0-9a-f]{1,6}|\d{1,7})\s*\}/gi,
    (_, code = '') => character(code),
  ],
  // What stands between these two stands above the sign behind them.
  [
    /\\buildrel(?![a-z])((?:[^\\{}]|\{[^{}]*\}|\\(?!over(?![a-z]))(?:[a-z]+(?![a-z])|[^a-z])){0,200})\\over(?![a-z])\s*(\\[a-z]+|\{[^{}]*\}|[^\s\\{}])/gi,
    '\\stackrel{$1}{$2}',
  ],
  // What a page has no place for: addresses, classes and styles of a part of a formula.
  [/\\(?:href|style|class|cssId|html(?:Class|Id|Style|Data))\s*\{[^{}]*\}/g, ''],
  [/\\enclose\s*\{[^{}]*\}/g, '\\boxed'],
  [/\\bbox\s*(?:\[[^[\]]*\])?/g, ''],
  [/\\label\s*\{([^{}]*)\}/g, (_, name = '') => `\\label{${labelName(name)}}`],
  [/\\(eq)?ref\s*\{([^{}]*)\}/g, (_, kind = '', name = '') => `\\${kind}ref{${labelName(name)}}`],
  // Three columns around a relation are two that meet at it.
  [
    /\\begin\{eqnarray(\*?)\}([\s\S]*?)\\end\{eqnarray\1\}/g,
    (_, star = '', rows = '') =>
      `\\begin{align${star}}${rows.replaceAll(/&([^&\\]*)&/g, '&$1')}\\end{align${star}}`,
  ],
  // The second column of these is text.
  [
    /\\begin\{cases\*\}([\s\S]*?)\\end\{cases\*\}/g,
    (_, rows = '') =>
      `\\begin{cases}${rows.replaceAll(/&((?:[^&\\]|\\(?!\\))*)/g, '&\\text{$1}')}\\end{cases}`,
  ],
  [/\\begin\{numcases\}\s*\{([^{}]*)\}/g, '$1\\begin{cases}'],
  [/\\end\{numcases\}/g, '\\end{cases}'],
  [/\\hdotsfor\s*\{(\d{1,2})\}/g, (_, count = '') => Array(Number(count)).fill('\\dots').join('&')],
  // A label that is empty is a label.
  [/@V(?=V)/g, '@V{\\,}'],
  [/@A(?=A)/g, '@A{\\,}'],
]

/** The command looks whether a bracket follows; what it calls then takes the braces that stand behind this. */
function optionalArgument(name: string, count: number, usual: string): string {
  const inner = `${name}@given`
  const others = Array.from({ length: count - 1 }, (_, at) => `#${at + 2}`).join('')
  return `\\def${name}{\\@ifnextchar[{${inner}}{${inner}[${usual}]}}\\def${inner}[#1]${others}`
}

/** A formula in words that Temml knows. */
export function respelled(tex: string): string {
  let result = tex
  for (const [pattern, by] of REWRITES)
    result =
      typeof by === 'string' ? result.replaceAll(pattern, by) : result.replaceAll(pattern, by)
  return result
}

/** A formula whose lines no environment arranges, as lines below each other. */
export function asLines(tex: string): string {
  const whole = tex.trimEnd()
  const shown = whole.endsWith('\\\\') ? whole.slice(0, -2) : whole
  if (!shown.includes('\\\\') || /\\(?:tag|label)\b/.test(tex)) return tex
  const outside = signsOutside(shown)
  if (outside.has('&') || !outside.has('\\\\')) return tex
  return `\\begin{gathered}${shown}\\end{gathered}`
}

/** What stands in no braces and in no environment, of the signs that divide lines and columns. */
function signsOutside(tex: string): ReadonlySet<string> {
  const found = new Set<string>()
  let depth = 0
  for (const [token] of tex.matchAll(/\\(?:begin|end)\b|\\[^]|[{}&]/g))
    if (token === '{' || token === '\\begin') depth += 1
    else if (token === '}' || token === '\\end') depth -= 1
    else if (depth === 0) found.add(token)
  return found
}

/** The name of a label as an id can hold it: Temml leaves out what is no letter, digit or hyphen. */
export function labelName(written: string): string {
  return Array.from(written.trim())
    .map((sign) => (/[a-z0-9-]/i.test(sign) ? sign : `-${(sign.codePointAt(0) ?? 0).toString(36)}`))
    .join('')
}

function character(code: string): string {
  const number = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code)
  return number > 31 && number < 0x11_0000 ? `\\text{${String.fromCodePoint(number)}}` : ''
}

/** A name that TeX knows already is what the author says it is. */
export function redefining(tex: string): string {
  return tex.replaceAll(/\\newcommand\b/g, '\\renewcommand')
}

/** What older exports of GitBook.com wrote: signs of Markdown with a backslash before them. */
export function unescaped(tex: string): string {
  return tex.replaceAll(/\\([\\_*[\]()#+.!~`>-])/g, '$1')
}

/** Words in a formula: signs in them are what they look like. */
const WORDS =
  /\\(?:text[a-z]*|math(?:rm|tt|sf|it|bf)|operatorname\*?|mbox|hbox|label|tag)\s*\{[^{}]*\}/g
/** An index whose sign has a backslash, behind one letter, a bracket or a command; names as `batch\_size` have none. */
const ESCAPED_INDEX =
  /(?:(?<![a-z\\])[a-z\d]|[)}\]'|]|\\[a-z]+ ?)\\_(?:[{\\]|[a-z\d](?![a-z]))|\\_\{/i

/** A formula of which an editor or an author kept Markdown away: `\theta\_{t+1}` has an index, as no formula writes it. */
export function withIndices(tex: string): string {
  const signs = tex.replaceAll(WORDS, '')
  if (!ESCAPED_INDEX.test(signs) || /(?<!\\)_/.test(signs)) return tex
  const isTwice = /\\{4}|\\\\[a-z]{2}/i.test(signs) && !/(?<!\\)\\[a-z]{2}/i.test(signs)
  return isTwice ? unescaped(tex) : tex.replaceAll(/\\([_*])/g, '$1')
}
