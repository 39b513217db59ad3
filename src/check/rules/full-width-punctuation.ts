import type { Diagnostic } from '../../core/diagnostic.ts'
import type { BookPath } from '../../core/path.ts'
import { candidatesOf, hasScheme, splitReference } from '../../core/reference.ts'
import { problem } from '../../messages/problem.ts'
import { type ElementOf, type Rule, type Subject, elementsOf } from '../rule.ts'

const ASCII: { readonly [sign: string]: string } = {
  '（': '(',
  '）': ')',
  '，': ',',
  '：': ':',
  '；': ';',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '。': '.',
  '！': '!',
  '＝': '=',
  '－': '-',
  '＃': '#',
  '？': '?',
}
const FULL_WIDTH = /[（），：；“”‘’。！＝－＃？]/g
const SENTENCE_END = /[），：；”’。！]+$/
const LETTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** A sign inside what a machine reads: with ASCII on both sides, or a quotation mark with ASCII on one. */
const IN_CODE =
  /(?<=[\w)\]}"'”’.$-])[（），：；＝－](?=[\w([{"'“‘.$/-]|\s+\S|$)|(?<=^|[\s=:(,[{：，])[“‘](?=[\w$./-])|(?<=[\w$./-])[”’](?=[\s,;)\]}：，]|$)/gu

/** How the languages of shells and of configuration write comments and texts. */
const COMMENTS: readonly (readonly [languages: ReadonlySet<string>, comment: RegExp])[] = [
  [
    new Set(
      'bash sh shell zsh fish console terminal shell-session yaml yml toml ini conf properties dockerfile docker nginx makefile make hcl terraform env systemd cfg'.split(
        ' ',
      ),
    ),
    /(?:^|\s)[#;].*$/,
  ],
  [new Set(['json', 'json5', 'jsonc']), /\/\/.*$|\/\*.*$/],
]
const QUOTED = /"(?:[^"\\]|\\.)*"|'[^']*'/g

/** Signs of Chinese and Japanese typing where machines only know those of ASCII. */
export const fullWidthPunctuation: Rule = {
  code: 'check/full-width-punctuation',
  *find(subject: Subject): Generator<Diagnostic> {
    for (const { element } of elementsOf(subject, 'almost-link'))
      yield problem('check/full-width-punctuation', element.at, {
        case: 'link',
        better: asLink(element.text),
      })
    for (const kind of ['link', 'image'] as const)
      for (const { element } of elementsOf(subject, kind)) yield* inAddress(subject, element)
    for (const { element } of elementsOf(subject, 'code-line')) yield* inCode(element)
  },
}

function asLink(text: string): string {
  const isMacro = /^(?:link|xref|image):/.test(text)
  if (isMacro) return text.replaceAll(/[［【]/g, '[').replaceAll(/[］】]/g, ']')
  return text.replaceAll(/[（）]/g, (sign) => ASCII[sign] ?? sign).replace(/^【(.*)】\(/s, '[$1](')
}

function* inAddress(
  subject: Subject,
  { written, at, target }: ElementOf<'link'> | ElementOf<'image'>,
): Generator<Diagnostic> {
  const signs = [...new Set(written.match(FULL_WIDTH) ?? [])]
  if (signs.length === 0) return
  const isExternal = hasScheme(written)
  // Inside an address they may be part of a title; at the end they belong to the sentence.
  const isMeant = isExternal
    ? !SENTENCE_END.test(written)
    : isName(subject, at.file, written, signs)
  if (isMeant) return
  const better = isExternal ? written.replace(SENTENCE_END, '') : ascii(written)
  yield problem('check/full-width-punctuation', target ?? at, { case: 'address', signs, better })
}

/** Files and headings may have such signs in their names. */
function isName(
  { book, files, spaceOf }: Subject,
  from: BookPath,
  written: string,
  signs: readonly string[],
): boolean {
  const root = spaceOf(from)?.root ?? book.root
  const parts = splitReference(written)
  const isFile = candidatesOf(parts, from, root).some(({ path }) => files.size(path as BookPath))
  return isFile || (parts.hash !== '' && signs.every((sign) => !parts.path.includes(sign)))
}

function ascii(text: string): string {
  return text.replaceAll(FULL_WIDTH, (sign) => ASCII[sign] ?? sign)
}

function blank(found: string): string {
  return '_'.repeat(found.length)
}

function* inCode({ language, text, at }: ElementOf<'code-line'>): Generator<Diagnostic> {
  const comment = COMMENTS.find(([languages]) => languages.has(language))?.[1]
  if (comment === undefined || at.start === undefined) return
  const code = text.replaceAll(QUOTED, blank).replace(comment, (found) => ' '.repeat(found.length))
  // With other letters of its script around it, it is prose: an output, a placeholder.
  if (LETTERS.test(code)) return
  for (const { 0: sign, index } of code.matchAll(IN_CODE)) {
    const { line, column } = at.start
    const start = { line, column: column + index }
    const place = { file: at.file, start, end: { line, column: start.column + 1 } }
    const expected = ASCII[sign] ?? ''
    yield problem('check/full-width-punctuation', place, { case: 'code', expected, found: sign })
  }
}
