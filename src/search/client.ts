// The reader's side of search as one script: modules that also run in Node, joined without their imports and exports.
const PARTS = [
  'text',
  'bits',
  'dictionary',
  'library',
  'excerpt',
  'plan',
  'near',
  'engine',
  'recent',
  'dialog',
] as const

/** Names that only these parts know, neither the browser nor a page nor the index. Texts keep them. */
export const OWN_NAMES: readonly string[] = [
  'piece needles settledTitle term needle start postings kind found starts texts parts pieces tokens library whole plan hits',
  'text page section sections word list pages title settledText token bits own number groups shards one words space root',
  'beginning ranges before held turn score',
  'addHits alphabet anchored apart asked batch beginsWord best blockOf blocks byFrequency candidates certain character',
  'createEngine createLibrary dictionary distance exactly foldPiece folded glued headingOf heading holding holds',
  'holdersOfWord holdsWord inText indexUrl inflected inner inside isOneEdit keywords kindBefore kindOf kinds known labeled',
  'literal loadFile loadStyle makeDialog markParts markRanges marked matchingSections middle names near needlesFor noHits',
  'numbers optionRows pageGroup pair pairs partsOf placeOf plain planOf prominent rank readBits readDense readIndex readNames',
  'readPages readPostings readVocabulary readWords scored segmenter settle settleSection settleWithMap several shardsFor',
  'showQuery showRecent shown spaceBesideDense spoken stem sure textsOf trail unit visit visitDense visitRuns waiting widthAt',
  'withRole wordTerm wordsOf worth',
  'version active width code event row rows options made file files rest last first most least dialog url terms',
  'exact digit low wanted order lists again step node nodes limit judge',
  'anchorOf askMore byPage choose edge excerpt follow inTurn mostOf partOf rankOf receive say scoreOf',
  'steer short meant bound records filed second place common likely',
  'left quota spent NEAR_QUOTA BUDGET',
  'ALIKE LONGEST DROPPED QUOTA WAVE ROUND BEFORE AFTER WORTH RECENT SPOKEN DENSE MORE_PAGES NEAREST PART_SHARDS PAGES',
  'RANGE RARE SECTIONS',
].flatMap((line) => line.split(' '))

/** Joins the parts, whose text `read` gives by their name. */
export function clientScript(read: (name: string) => string): string {
  const parts = PARTS.map((name) =>
    read(`${name}.js`)
      .replaceAll(/^import .*\n/gm, '')
      .replaceAll(/^export /gm, ''),
  )
  const script = withoutSpace(withoutComments(parts.join('\n')))
  return `;(() => {\n'use strict'\n${withShortNames(script)}})()\n`
}

/** Leaves out lines that hold nothing but a comment, empty lines and the space before the others. */
export function withoutComments(script: string): string {
  return script
    .replaceAll(/^\s*\/\*\*[^]*?\*\/$/gm, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/^\s+/gm, '')
}

/** Leaves out space beside signs, but for texts, the ends of lines that go on, and other things that say nothing. */
function withoutSpace(script: string): string {
  const texts = /('(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)| *([-=+*<>?:{}(),;&|]+) */g
  return script
    .replaceAll(texts, (_, text: string | undefined, signs: string) => text ?? signs)
    .replaceAll(/,\n(?=[)\]}])/g, '')
    .replaceAll(/(?<=[{(,=:?&|[])\n|\n(?=[)\]},.?:&|])/g, '')
    .replaceAll(/(?<![\w$])\((\w+)\)=>/g, '$1=>')
    .replaceAll(/^const |(?<=[;{(])const /gm, 'let ')
}

/** Puts one letter in the place of each of the most frequent names, and two in the place of the others. */
function withShortNames(script: string): string {
  const names = new RegExp(String.raw`'(?:[^'\\\n]|\\.)*'|\b(?:${OWN_NAMES.join('|')})\b`, 'g')
  const counts = new Map<string, number>()
  for (const [name] of script.matchAll(names)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const common = OWN_NAMES.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  const short = new Map(common.map((name, place) => [name, shortName(place)]))
  return script.replaceAll(names, (name) => short.get(name) ?? name)
}

/** Letters that are no names in these parts. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZefghijklmnopqrsxyz'

function shortName(place: number): string {
  const beyond = place - LETTERS.length
  if (beyond < 0) return LETTERS.charAt(place)
  return LETTERS.charAt(Math.floor(beyond / 26)) + LETTERS.charAt(beyond % 26).toLowerCase()
}
