import type { Space, PageResult } from '../../core/book.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { BookPath } from '../../core/path.ts'
import type { Script } from '../../messages/messages.ts'
import { problem } from '../../messages/problem.ts'
import type { Rule, Subject } from '../rule.ts'

/** Languages by the scripts that they are written in; what is not listed is written in Latin letters or not judged. */
const SCRIPTS: { readonly [language: string]: readonly string[] } = {
  zh: ['Han'],
  ja: ['Han', 'Kana'],
  ko: ['Hangul', 'Han'],
  ...Object.fromEntries(['ru', 'uk', 'bg', 'be'].map((tag) => [tag, ['Cyrillic']])),
  ...Object.fromEntries(['ar', 'fa', 'ur'].map((tag) => [tag, ['Arabic']])),
  he: ['Hebrew'],
  el: ['Greek'],
  th: ['Thai'],
  hi: ['Devanagari'],
  bn: ['Bengali'],
  ...Object.fromEntries(
    'en fr de es it pt nl sv no nb da fi pl cs sk hu ro tr vi id ca hr sl et lv lt'
      .split(' ')
      .map((tag) => [tag, ['Latin']]),
  ),
}
/** A tag to write for a book in this script. */
const TAGS: { readonly [S in Script]: string } = {
  Han: 'zh-hans',
  Kana: 'ja',
  Hangul: 'ko',
  Cyrillic: 'ru',
  Arabic: 'ar',
  Hebrew: 'he',
  Greek: 'el',
  Thai: 'th',
  Devanagari: 'hi',
  Bengali: 'bn',
  Latin: 'en',
}
/** So many words make a page that can be judged. */
const ENOUGH = 80

/** A page in another script than that of the language which it claims. */
export const pageLanguage: Rule = {
  code: 'accessibility/page-language',
  *find({ book, results, spaceOf, files }: Subject): Generator<Diagnostic> {
    for (const space of book.spaces) {
      const language = space.config.language ?? 'en'
      const expected = SCRIPTS[language.toLowerCase().split(/[-_]/)[0] ?? '']
      if (expected === undefined) continue
      const pages = [...results.values()].filter((page) => spaceOf(page.path) === space)
      const judged = pages.flatMap((page) => judge(page, expected) ?? [])
      const other = judged.filter(({ script }) => script !== undefined)
      const [first] = other
      // One page alone says nothing about a book of many.
      const speaksForAll = judged.length > 1 || pages.length === 1
      if (first?.script !== undefined && speaksForAll && other.length * 2 > judged.length) {
        yield wholeBook(space, first.script, files.size('book.json' as BookPath) !== undefined)
        continue
      }
      for (const { page, script } of other)
        if (script !== undefined)
          yield problem(
            'accessibility/page-language',
            { file: page.path },
            { case: 'page', language, script },
          )
    }
  },
}

function wholeBook(
  { config, readme, root }: Space,
  script: Script,
  hasConfig: boolean,
): Diagnostic {
  const at = { file: hasConfig && root === '' ? ('book.json' as BookPath) : readme }
  const { language } = config
  const tag = TAGS[script]
  return language === undefined
    ? problem('accessibility/page-language', at, { case: 'unnamed-book', script, tag })
    : problem('accessibility/page-language', at, { case: 'book', language, script, tag })
}

function otherScript(name: string, expected: readonly string[]): Script | undefined {
  return Object.hasOwn(TAGS, name) && !expected.includes(name) ? (name as Script) : undefined
}

/** The script that a page is in when it is not the expected one; undefined for a page with too little prose. */
function judge(
  page: PageResult,
  expected: readonly string[],
): { readonly page: PageResult; readonly script: Script | undefined } | undefined {
  const prose = page.elements?.find((element) => element.kind === 'prose')
  if (prose?.kind !== 'prose') return undefined
  // Letters of Chinese and Japanese count for words: three of them for two.
  const words = Object.entries(prose.scripts).map(([script, count]): [string, number] => [
    script,
    script === 'Han' || script === 'Kana' ? (count * 2) / 3 : count,
  ])
  const total = words.reduce((sum, [, count]) => sum + count, 0)
  if (total < ENOUGH) return undefined
  const own = words.reduce((sum, [name, count]) => sum + (expected.includes(name) ? count : 0), 0)
  const [script = '', most = 0] = words.toSorted(([, a], [, b]) => b - a)[0] ?? []
  // Texts in other scripts are full of Latin names; the other way round is rare.
  const tolerated = expected.includes('Latin') ? 0.4 : 0.05
  const isOther = own / total < tolerated && most / total > 0.5
  return { page, script: isOther ? otherScript(script, expected) : undefined }
}
