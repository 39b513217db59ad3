import { describe, expect, it } from 'vitest'
import { parseGlossary } from '../../src/book/glossary.ts'
import type { BookPath } from '../../src/core/path.ts'
import { decodeText } from '../../src/files/decode.ts'

function read(text: string, file = 'GLOSSARY.md'): { terms: string[]; problems: string[] } {
  const { value, diagnostics } = parseGlossary(
    file as BookPath,
    decodeText(new TextEncoder().encode(text)),
  )
  return {
    terms: value.map(
      ({ id, name, description, at }) => `${at.start?.line} #${id} ${name}: ${description}`,
    ),
    problems: diagnostics.map(({ code, at }) => `${at?.start?.line} ${code}`),
  }
}

describe('a glossary', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '', []],
    [
      'terms and first paragraphs',
      '# Glossary\n\n## Open source\n\nFree *to* `read`\nand change.\n\nMore.\n\n## 术语\n词的解释。\n',
      ['3 #open-source Open source: Free to read and change.', '10 #术语 术语: 词的解释。'],
    ],
    ['terms without blank lines', '## A\nOne\n## B\nTwo', ['1 #a A: One', '3 #b B: Two']],
    [
      'terms without the space behind their marks',
      '#Glossary\n\n##Open source\nFree\n##术语\n\n词的解释。\n\n```\n##code\n```',
      ['3 #open-source Open source: Free', '5 #术语 术语: 词的解释。'],
    ],
    ['a term without description', '## A\n\n## B\n\nTwo', ['1 #a A: ', '3 #b B: Two']],
    ['a description in a list', '## A\n\n* First\n* Second', ['1 #a A: First']],
    ['an explicit id', '## A {#own-id}\n\nOne', ['1 #own-id A: One']],
    ['underlined headings', 'A\n---\n\nOne', ['1 #a A: One']],
    ['front matter', '---\ntitle: x\n---\n\n## A\n\nOne', ['5 #a A: One']],
    ['other headings', '# T\n\n## A\n\nOne\n\n### B\n\nx\n\n#### C', ['3 #a A: One']],
    ['markup in a term', '## The `API` & *more*\n\nOne', ['1 #the-api--more The API & more: One']],
    [
      'terms below letters',
      '# Glossary\n\n## A\n\n### API\n\nOne\n\n#### Use\n\nx\n\n### App\n\nTwo\n\n## B\n\n##### bin\n\nThree\n\n## C\n\n## Other\n\nFour\n\n### Part\n\ny',
      ['5 #api API: One', '13 #app App: Two', '19 #bin bin: Three', '25 #other Other: Four'],
    ],
    [
      'no letters as terms where bold words are the terms',
      '## A\n\n**Agent** – works\n\n## B-D\n\n`bin`: a folder\n\n## É\n\n- *Etag*\n\n## 0-9\n\n## Я\n\nязык: речь',
      [],
    ],
    [
      'letters that are explained as terms',
      '## C\n\nThe language.\n\n## R\n\nR is a language for figures.\n\n## V\n\n## 人\n\nSomebody',
      [
        '1 #c C: The language.',
        '5 #r R: R is a language for figures.',
        '9 #v V: ',
        '11 #人 人: Somebody',
      ],
    ],
    ['commented terms', '## A\n\nOne\n\n<!--\n## B\n\nTwo\n-->', ['1 #a A: One']],
  ])('reads %s', (_, text, terms) => {
    expect(read(text)).toEqual({ terms, problems: [] })
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual({ terms, problems: [] })
  })

  it('keeps the first place and the last definition of a term, and says so', () => {
    expect(read('## A\n\nOne\n\n## B\n\nx\n\n## A\n\nTwo')).toEqual({
      terms: ['1 #a A: Two', '5 #b B: x'],
      problems: ['9 glossary/duplicate-term'],
    })
  })

  it('gives ids as the page of the glossary has them', () => {
    expect(read('# A\n\n## A\n\nOne\n\n## A!\n\nTwo').terms).toEqual([
      '3 #a-1 A: One',
      '7 #a-2 A!: Two',
    ])
  })

  it('ignores empty terms', () => {
    expect(read('##\n\nx\n\n## A\n\nOne')).toEqual({
      terms: ['5 #a A: One'],
      problems: ['1 glossary/empty-term'],
    })
  })

  it('reads AsciiDoc', () => {
    expect(
      read('= Glossary\n\n== API\n\nAn *interface*\nfor programs.\n\nMore.\n', 'GLOSSARY.adoc')
        .terms,
    ).toEqual(['3 #api API: An interface for programs.'])
  })
})
