// Words of TeX as they stand in files of BibTeX, without their marks.

/** Accents as signs that join the letter before them. */
const ACCENTS: { readonly [mark: string]: string } = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  c: '\u0327',
  k: '\u0328',
}

const LETTERS: { readonly [name: string]: string } = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'i',
  j: 'j',
}

/** A text without braces and commands; letters with accents are letters. */
export function plainTex(tex: string): string {
  return tex
    .replaceAll(/\\(["'`^~=.]) ?\{?(\\?[A-Za-z])\}?/g, accented)
    .replaceAll(/\\([urHvck])[{ ](\\?[A-Za-z])\}?/g, accented)
    .replaceAll(
      /\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j)(?![A-Za-z])\s*/g,
      (_, name: string) => LETTERS[name] ?? '',
    )
    .replaceAll(/\\(?:url|emph|textit|textbf|texttt|textsc|mathrm|text)(?![A-Za-z])\s*/g, '')
    .replaceAll(/\\([&%$#_{}])/g, '$1')
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replaceAll(/[{}]/g, '')
    .replaceAll(/[\s~]+/g, ' ')
    .trim()
}

function accented(_: string, mark: string, letter: string): string {
  return `${letter.replace('\\', '')}${ACCENTS[mark] ?? ''}`.normalize('NFC')
}
