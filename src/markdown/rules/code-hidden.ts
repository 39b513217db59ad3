// Lines of code that make an example complete and that its readers need not see: those that begin with a sign.

/** What begins such lines, by language. */
export type HiddenLines = { readonly [language: string]: string }

const ASKED = /(?:^|[\s,])hidelines=([^\s,}]+)/

/** Code as it is shown; `rest` is what its fence says after the language. */
export function withoutHidden(
  text: string,
  { language, rest }: { readonly language: string; readonly rest: string },
  known: HiddenLines,
): string {
  const sign = ASKED.exec(rest)?.[1] ?? (Object.hasOwn(known, language) ? known[language] : '')
  if (sign === undefined || sign === '' || !text.includes(sign)) return text
  const shown = language === 'rust' && sign === '#' ? lineOfRust : lineOf(sign)
  return text
    .split('\n')
    .flatMap((line) => shown(line) ?? [])
    .join('\n')
}

function lineOf(sign: string): (line: string) => string | undefined {
  return (line) => (line.trimStart().startsWith(sign) ? undefined : line)
}

/** `# ` hides a line, `#[…]` and `#!` are Rust, and `##` is for lines that begin with the sign. */
function lineOfRust(line: string): string | undefined {
  const sign = /^\s*#(.?)/.exec(line)
  if (sign === null) return line
  if (sign[1] === '#') return line.replace('##', '#')
  return sign[1] === '' || sign[1] === ' ' ? undefined : line
}
