// npx tsx scripts/ebook-words.ts FOLDER…: are the words of books in their ebooks? Each chapter is made as an EPUB and as a PDF
// of its own, without running lines, and read back: the PDF by `pdftotext`, the EPUB as XML. Its Markdown alternate is read by
// a plain parser of Markdown; what a page says in tags of components or in addresses counts for nothing there. Told is how many
// words of the alternates stand in the ebooks as often, and how many of them in the order of reading: what a page sets between
// them, such as the numbers of lists, costs nothing. Without folders the manual and the small books of the tests are judged. With `--lost` every chapter that loses words is told, with the words.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type ArrayChange, diffArrays } from 'diff'
import { strFromU8, unzipSync } from 'fflate'
import MarkdownIt from 'markdown-it'
import deflist from 'markdown-it-deflist'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { makeEpub } from '../src/ebook/epub/epub.ts'
import type { Chapter } from '../src/ebook/chapter.ts'
import { type ReadEdition, readEditions } from '../src/ebook/make.ts'
import { type Compiler, loadCompiler } from '../src/ebook/pdf/compiler.ts'
import { makePdf } from '../src/ebook/pdf/pdf.ts'
import { diskFiles } from '../src/files/disk.ts'
import type { Files } from '../src/files/files.ts'
import { memoryFiles } from '../src/files/memory.ts'
import { alternateText } from '../src/site/metadata/alternates.ts'
import { BOOKS } from '../tests/ebook/books.ts'

/** Words of chapters, and those that an ebook has. */
interface Tally {
  words: number
  found: number
  /** Words beside footnotes, which stand at the foot of a page or at the end of a chapter. */
  bare: number
  inOrder: number
  readonly lost: Map<string, number>
}

/** Words as they are counted: signs of scripts without spaces one by one, letters in one form. */
const ALONE = String.raw`\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}`
const WORD = new RegExp(`${ALONE}|(?:(?!${ALONE})\\p{L})+|\\p{N}+`, 'gu')

/** A footnote of an alternate. */
const NOTE = /^\[\^[^\]\n]+\]:.*(?:\n+(?: {4}|\t).*)*/gm

/** Elements whose words nobody reads. */
const UNREAD = new Set(['script', 'style', 'template', 'iframe', 'object', 'rp', 'math', 'svg'])
const INLINE = /^(?:a|abbr|b|code|del|em|i|ins|kbd|mark|s|small|span|strong|sub|sup|u|wbr)$/

const markdown = new MarkdownIt({ html: true }).use(deflist)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lost: { type: 'boolean', default: false } },
})
const temp = mkdtempSync(path.join(os.tmpdir(), 'handbook-words-'))
const found = await loadCompiler()
if (found === undefined) throw new Error('the compiler of PDFs is not installed')
const root = path.resolve(import.meta.dirname, '..')
const books: readonly (readonly [name: string, files: Files])[] =
  positionals.length > 0
    ? positionals.map((folder) => [folder, diskFiles(folder)])
    : [
        ['docs', diskFiles(path.join(root, 'docs'))],
        ...Object.entries(BOOKS).map(([name, contents]) => [name, memoryFiles(contents)] as const),
      ]
for (const [name, files] of books) {
  // oxlint-disable-next-line no-await-in-loop -- one book after the other
  await judgeBook(name, files, found)
}
rmSync(temp, { recursive: true })

async function judgeBook(folder: string, files: Files, compiler: Compiler): Promise<void> {
  const { editions } = await readEditions({ build: { files } })
  const tallies = { pdf: emptyTally(), epub: emptyTally() }
  let chapters = 0
  for (const read of editions)
    for (const chapter of read.edition.chapters) {
      const text = alternateOf(read, chapter)
      if (text === undefined) continue
      chapters += 1
      const bare = { ...chapter, content: { ...chapter.content, notes: [] } }
      const wanted = [alternateWords(text), alternateWords(text.replaceAll(NOTE, ''))] as const
      judgeChapter(tallies.pdf, wanted, `pdf ${chapter.path}`, (notes) =>
        pdfWords(read, notes ? chapter : bare, compiler),
      )
      judgeChapter(tallies.epub, wanted, `epub ${chapter.path}`, (notes) =>
        epubWords(read, notes ? chapter : bare),
      )
    }
  for (const [format, tally] of Object.entries(tallies)) {
    const most = [...tally.lost].toSorted(([, a], [, b]) => b - a).slice(0, 12)
    console.log(
      `${folder} ${format}: ${chapters} chapters, ${tally.found} of ${tally.words} words (${share(tally.found, tally.words)} %), ` +
        `${share(tally.inOrder, tally.bare)} % in order; lost most: ${most.map(([word, count]) => `${word} ${count}`).join(', ')}`,
    )
  }
}

function share(part: number, all: number): string {
  return ((100 * part) / all).toFixed(2)
}

function emptyTally(): Tally {
  return { words: 0, found: 0, bare: 0, inOrder: 0, lost: new Map() }
}

function judgeChapter(
  tally: Tally,
  [wanted, wantedBare]: readonly [all: readonly string[], withoutNotes: readonly string[]],
  name: string,
  wordsIn: (withNotes: boolean) => readonly string[],
): void {
  const had = wordsIn(true)
  const lost = missing(wanted, had)
  tally.words += wanted.length
  tally.found += wanted.length - lost.length
  tally.bare += wantedBare.length
  const hadBare = wantedBare.length === wanted.length ? had : wordsIn(false)
  tally.inOrder += inOrder(wantedBare, hadBare)
  if (values.lost) tellDisorder(name, wantedBare, hadBare)
  for (const word of lost) tally.lost.set(word, (tally.lost.get(word) ?? 0) + 1)
  if (values.lost && lost.length > 0)
    console.log(`  ${name}: ${lost.length} of ${wanted.length}: ${lost.slice(0, 40).join(' ')}`)
}

function missing(wanted: readonly string[], had: readonly string[]): readonly string[] {
  const left = new Map<string, number>()
  for (const one of had) left.set(one, (left.get(one) ?? 0) + 1)
  return wanted.filter((one) => {
    const count = left.get(one) ?? 0
    left.set(one, count - 1)
    return count < 1
  })
}

/** How many words stand in the same order in both, gaps allowed. */
function inOrder(wanted: readonly string[], had: readonly string[]): number {
  return partsOf(wanted, had).reduce(
    (sum, { added, removed, count }) => (added || removed ? sum : sum + count),
    0,
  )
}

function partsOf(
  wanted: readonly string[],
  had: readonly string[],
): readonly ArrayChange<string>[] {
  return diffArrays([...wanted], [...had])
}

/** Tells what stands elsewhere, with the word before it. */
function tellDisorder(name: string, wanted: readonly string[], had: readonly string[]): void {
  const parts = partsOf(wanted, had)
  const told = parts.flatMap(({ removed, value }, index) =>
    removed ? [`${parts[index - 1]?.value.at(-1) ?? ''} [${value.join(' ')}]`] : [],
  )
  if (told.length > 0) console.log(`  ${name}, not in order: ${told.slice(0, 40).join('; ')}`)
}

function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/(?!\u3099|\u309A)\p{M}|[\u00AD\u200B-\u200F\u2060\u0640]/gu, '')
    .toLowerCase()
    .normalize('NFC')
    // `pdftotext` turns the order of a lam and an alef that share a glyph.
    .replaceAll(/[\u0627\u0644]{2,}/g, (letters) => letters.split('').toSorted().join(''))
  return plain.match(WORD) ?? []
}

function alternateWords(text: string): readonly string[] {
  return wordsOf(htmlText(markdown.render(plainMarkdown(text))))
}

/** A chapter as its alternate says it; undefined for pages that have none. */
function alternateOf({ edition }: ReadEdition, chapter: Chapter): string | undefined {
  const result = edition.read.results.get(chapter.path)
  if (result?.markdown === undefined) return undefined
  const { title } = chapter
  return alternateText({
    result: { ...result, markdownLinks: [] },
    title,
    targetOf: () => result.output,
    instead: new Map(),
  })
}

/** Markdown without what only readers of our own know: tags of components, calls and heads of notes, attributes. */
function plainMarkdown(text: string): string {
  return text.replaceAll(
    /(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|\{%[\s\S]*?%\}|\$\$[\s\S]*?\$\$|(?<=^\s*(?:[-*]|\d+\.) )\[[ x]\]|^(\s*)\[\^[^\]\n]+\]:|\[\^[^\]\n]+\]|\{[#.:][^}\n]*\}|(?<=^\s*>\s*)\[!\w+\]|^:::.*$/gm,
    (all, code: string | undefined, indent: string | undefined) =>
      code === undefined ? (indent ?? ' ') : all,
  )
}

function htmlText(html: string): string {
  return textOf(parseFragment(html))
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  if (UNREAD.has(node.nodeName) || !('childNodes' in node)) return ''
  const inner = node.childNodes.map((child) => textOf(child)).join('')
  return INLINE.test(node.nodeName) ? inner : `\n${inner}\n`
}

function epubWords({ edition, remarks }: ReadEdition, chapter: Chapter): readonly string[] {
  const { bytes } = makeEpub({ ...edition, chapters: [chapter], menu: [] }, remarks)
  const texts = Object.entries(unzipSync(bytes)).filter(([name]) =>
    /chapter-\d+\.xhtml$/.test(name),
  )
  return texts.flatMap(([, content]) => wordsOf(htmlText(strFromU8(content))))
}

function pdfWords(
  { edition, remarks }: ReadEdition,
  chapter: Chapter,
  compiler: Compiler,
): readonly string[] {
  const { config } = edition.space
  const pdf = { ...config.pdf, header: 'none', footer: 'none', pageNumbers: false }
  const space = { ...edition.space, config: { ...config, pdf } }
  const made = makePdf({
    edition: { ...edition, space, chapters: [chapter, chapter] },
    remarks,
    compiler,
    standard: undefined,
    chapters: [chapter],
  })
  if (made.bytes === undefined) throw new Error(`${chapter.path}: no PDF was made`)
  const file = path.join(temp, 'chapter.pdf')
  writeFileSync(file, made.bytes)
  // Lines to the left stand in a PDF as they are seen: only `pdftotext` turns them, and not with `-raw`.
  const { stdout } = spawnSync(
    'pdftotext',
    [...(edition.direction === 'rtl' ? [] : ['-raw']), file, '-'],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  )
  // A hyphen at the end of a line is the word's own, or parts it.
  return wordsOf(stdout.replaceAll(/(\S*\p{L})[-\u00AD\u2010]\n(\S+)/gu, '$1 $2 $1$2'))
}
