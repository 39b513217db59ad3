import { describe, expect, test } from 'vitest'
import type { Term } from '../../src/core/book.ts'
import type { BookPath } from '../../src/core/path.ts'
import { glossaryIndex } from '../../src/site/glossary-index.ts'
import { loadReadings } from '../../src/tree/romanize.ts'

await loadReadings()

const termsOf = (names: string): readonly Term[] =>
  names.split(' ').map((name) => {
    const at = { file: 'GLOSSARY.md' as BookPath }
    return { id: name.toLowerCase(), name, description: '', at }
  })

const lettersOf = (names: string, isChinese = false): string =>
  (glossaryIndex(termsOf(names), isChinese)?.letters ?? []).map(({ letter }) => letter).join(' ')

describe('the letters of a glossary', () => {
  test.each([
    ['Agent ágil Beta 2fa .dot élan Éa Øre c d e f', '# A B C D E F Ø'],
    ['яма Ёлка ель г г г г г г г г г', 'Г Е Я'],
    ['가나 까치 나라 라면 가 가 가 가 가 가 가 하나', 'ㄱ ㄲ ㄴ ㄹ ㅎ'],
    ['ガイド かべ ぱす ホスト ん ヴィ ぁ さ た な わ 木', '# あ か さ た な は わ'],
    ['עץ אב α Ω ب د د د د د د د', 'Α Ω א ע ب د'],
  ])('of %s are %s', (names, letters) => {
    expect(lettersOf(names)).toBe(letters)
  })

  test('are those of the sounds in books in Chinese', () => {
    const names = '任务 框架 资源 角色 权重 容器 镜像 隔离 Agent代理 3副本 日志 选举'
    expect(lettersOf(names, true)).toBe('# A G J K Q R X Z')
    expect(lettersOf(names, false)).toBe('# A')
    expect(glossaryIndex(termsOf(names), true)?.readings).toMatch(/^任务:renwu 框架:kuangjia /)
  })

  test('lead to the first term, and name all of them where those stand apart', () => {
    const sorted = 'Aa Ab Ba Bb C D E F G H I J'
    expect(glossaryIndex(termsOf(sorted), false)?.letters[1]).toEqual({ letter: 'B', url: '#ba' })
    expect(glossaryIndex(termsOf(`${sorted} B`), false)?.letters[1]).toEqual({
      letter: 'B',
      url: '#ba',
      terms: 'ba bb b',
    })
  })

  test('are none for a short one', () => {
    expect(glossaryIndex(termsOf('A B C'), false)).toBeUndefined()
  })
})
