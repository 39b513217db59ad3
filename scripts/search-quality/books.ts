// Books as material for engines and for their judge: one for each space in Chinese or English.
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from '../../src/pipeline/build.ts'
import { titleFinder } from '../../src/pipeline/outputs.ts'
import { diskFiles } from '../../src/files/disk.ts'
import type { Material } from './engines.ts'
import { type JudgedPage, fold, languageOf } from './samples.ts'

/** A space of a book. */
export interface MeasuredBook extends Material {
  readonly name: string
  readonly language: 'en' | 'zh'
  readonly judged: readonly JudgedPage[]
  /** Addresses of pages by their sources. */
  readonly sources: ReadonlyMap<string, string>
  /** Of the text alone, gzipped in one piece. */
  readonly textBytes: number
}

/** The Chinese and English spaces of the book in a folder; other languages are left out. */
export async function readBook(folder: string): Promise<readonly MeasuredBook[]> {
  const { book, memory, diagnostics } = await build({ files: diskFiles(path.resolve(folder)) })
  if (book === undefined)
    throw new Error(`${folder} is no book: ${diagnostics.map(({ code }) => code).join(', ')}`)
  const titleOf = titleFinder(book)
  return book.spaces.flatMap((space): readonly MeasuredBook[] => {
    const results = [...memory.results.values()].filter((result) =>
      result.path.startsWith(space.root),
    )
    const pages = results.map((result) => ({
      of: result,
      url: result.output,
      title: titleOf(result),
      trail: [],
      keywords: [],
      sections: result.sections,
    }))
    const judged = pages.map(({ url, title, sections }) => ({
      url,
      title: fold(title),
      headings: sections.map((section) => fold(section.title)),
      text: fold(
        [title, ...sections.flatMap((section) => [section.title, section.text])].join(' ¶ '),
      ),
    }))
    const text = judged.map((page) => page.text).join('\n')
    const language = languageOf(text)
    if (language === undefined || (space.id !== '' && !/^(en|zh)/.test(space.id))) return []
    const textBytes = gzipSync(text, { level: 9 }).length
    const name = `${shortName(folder)}${space.id === '' ? '' : `/${space.id}`}`
    const sources = new Map(
      results.map((result) => [result.path as string, result.output as string]),
    )
    return [{ name, language, pages, judged, sources, textBytes }]
  })
}

/** `dify/en` for the folder `en` of `dify`: folders named after a language say too little. */
function shortName(folder: string): string {
  const resolved = path.resolve(folder)
  if (resolved === path.resolve(import.meta.dirname, '../..')) return 'handbook'
  const own = path.basename(resolved)
  return /^(en|zh)([-_]|$)/.test(own) ? `${path.basename(path.dirname(resolved))}/${own}` : own
}
