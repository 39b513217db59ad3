import { describe, expect, it } from 'vitest'
import { parseLanguages } from '../../src/book/languages.ts'
import { createLookup } from '../../src/book/lookup.ts'
import type { BookPath, FolderPrefix } from '../../src/core/path.ts'
import { decodeText } from '../../src/files/decode.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { english } from '../support/english.ts'

const FILES = [
  'en/README.md',
  'fr/README.md',
  'i18n/ja/README.md',
  '中文/README.md',
  'other/en/x.md',
]

function read(text: string, root = ''): { languages: string[]; problems: string[] } {
  const file = `${root}LANGS.md`
  const files = memoryFiles(
    Object.fromEntries([...FILES.map((name) => root + name), file].map((name) => [name, 'x'])),
  )
  const { value, diagnostics } = parseLanguages(decodeText(new TextEncoder().encode(text)), {
    file: file as BookPath,
    root: root as FolderPrefix,
    lookup: createLookup(files),
  })
  return {
    languages: value.map(({ id, name, folder }) => `${id} ${name} ${folder}`),
    problems: diagnostics
      .map(english)
      .map(
        ({ code, at, hint }) =>
          `${at?.start?.line ?? 0}:${at?.start?.column ?? 0} ${code}${hint?.startsWith('Did') ? ` ${hint}` : ''}`,
      ),
  }
}

describe('a list of languages', () => {
  it('names folders in every way', () => {
    const text =
      '# Languages\n\n* [English](en/)\n* [Français](./fr)\n* [日本語](i18n/ja/README.md)\n* [中文](%E4%B8%AD%E6%96%87/)\n'
    const languages = ['en English en/', 'fr Français fr/', 'ja 日本語 i18n/ja/', '中文 中文 中文/']
    expect(read(text)).toEqual({ languages, problems: [] })
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual({ languages, problems: [] })
  })

  it('finds a folder by its start page, also one that is missing, and in another case', () => {
    const text = '* [E](en/index.md)\n* [F](FR/README.md#top)\n* [J](i18n/JA/)\n'
    expect(read(text)).toEqual({
      languages: ['en E en/', 'fr F fr/', 'ja J i18n/ja/'],
      problems: [],
    })
  })

  it('works below a content root', () => {
    expect(read('* [English](en)\n* [F](/fr)', 'src/')).toEqual({
      languages: ['en English src/en/', 'fr F src/fr/'],
      problems: [],
    })
  })

  it('may be in parts', () => {
    expect(read('## A\n\n* [E](en)\n\n## B\n\n* [F](fr)').languages).toHaveLength(2)
  })

  it('leaves out what is commented out', () => {
    expect(read('* [E](en)\n<!-- * [F](fr) -->\n')).toEqual({
      languages: ['en E en/'],
      problems: [],
    })
  })

  it('tells equal folder names apart', () => {
    expect(read('* [E](en)\n* [O](other/en)').languages).toEqual([
      'en E en/',
      'other-en O other/en/',
    ])
  })

  it('finds a folder in another case', () => {
    expect(read('* [E](EN/)').languages).toEqual(['en E en/'])
  })

  it.each<[string, string, string]>([
    ['a missing folder', '* [F](fr)\n* [D](de)', '2:7 languages/missing-folder'],
    ['a misspelled folder', '* [F](fr)\n* [J](i18n/jp)', '2:7 languages/missing-folder'],
    [
      'a nearly right folder',
      '* [F](fr)\n* [J](other1)',
      '2:7 languages/missing-folder Did you mean "other"?',
    ],
    ['a title alone', '* [F](fr)\n* Deutsch', '2:1 languages/no-link'],
    ['an address', '* [F](fr)\n* [D](https://x.org/de)', '2:7 languages/external'],
    ['a folder outside', '* [F](fr)\n* [D](../de)', '2:7 languages/outside-book'],
    ['the book itself', '* [F](fr)\n* [D](.)', '2:7 languages/outside-book'],
    ['a folder twice', '* [F](fr)\n* [G](fr/)', '2:7 languages/duplicate'],
  ])('reports %s at its place', (_, text, problem) => {
    expect(read(text)).toEqual({ languages: ['fr F fr/'], problems: [problem] })
  })

  it.each([
    '',
    '# Languages\n',
    '<!-- * [E](en) -->',
    '- [ ] Ada\n- [x] Bash\n',
    '| a |\n|--|\n| b |\n',
  ])('is reported when it names none: %j', (text) => {
    expect(read(text)).toEqual({ languages: [], problems: ['0:0 languages/none'] })
  })
})
