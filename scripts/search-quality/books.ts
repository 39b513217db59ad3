// Books as material for engines and for their judge: one for each space in Chinese or English.
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from '../../src/pipeline/build.ts'
import { diskFiles } from '../../src/files/disk.ts'
import type { Material } from './engines.ts'
import { type JudgedPage, fold, languageOf } from './samples.ts'

/** A space of a book. */
export interface MeasuredBook extends Material {
  readonly name: string
  readonly language: 'en' | 'zh'
  readonly judged: readonly JudgedPage[]
  /** Of the text alone, gzipped in one piece. */
  readonly textBytes: number
}

/** The Chinese and English spaces of the book in a folder; other languages are left out. */
export async function readBook(folder: string): Promise<readonly MeasuredBook[]> {
  const { book, memory, diagnostics } = await build({ files: diskFiles(path.resolve(folder)) })
  if (book === undefined)
    throw new Error(`${folder} is no book: ${diagnostics.map(({ code }) => code).join(', ')}`)
  return book.spaces.flatMap((space): readonly MeasuredBook[] => {
    const results = [...memory.results.values()].filter((result) =>
      result.path.startsWith(space.root),
    )
    const pages = results.map((result) => ({
      of: result,
      url: result.output,
      title: result.title ?? result.output,
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
    return [{ name, language, pages, judged, textBytes }]
  })
}

/** `dify/en` for the folder `en` of `dify`: folders named after a language say too little. */
function shortName(folder: string): string {
  const resolved = path.resolve(folder)
  const own = path.basename(resolved)
  return /^(en|zh)([-_]|$)/.test(own) ? `${path.basename(path.dirname(resolved))}/${own}` : own
}
