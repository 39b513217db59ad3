import { expect, test } from 'vitest'
import { fontFolders, fontsFor } from '../../src/ebook/pdf/fonts.ts'

const eastAsian = (names: readonly string[]): readonly string[] =>
  names.filter((name) => name.startsWith('Noto Serif CJK'))

test('a book in a language of East Asia names the fonts of that language, and those of no other there', () => {
  expect(eastAsian(fontsFor('zh-Hans', undefined).body)).toEqual(['Noto Serif CJK SC'])
  expect(eastAsian(fontsFor('zh-Hant', undefined).body)).toEqual(['Noto Serif CJK TC'])
  expect(fontsFor('ja', undefined).mono).toContain('Noto Sans Mono CJK JP')
  expect(fontsFor('ko', undefined).body).toContain('Noto Naskh Arabic')
})

test('a book in another language has one of them, behind the fonts of signs', () => {
  const { body, own } = fontsFor('en', undefined)
  expect(own).toEqual([])
  expect(eastAsian(body)).toEqual(['Noto Serif CJK SC'])
  expect(body.indexOf('DejaVu Sans')).toBeLessThan(body.indexOf('Noto Serif CJK SC'))
  expect(body.indexOf('Symbola')).toBeLessThan(body.indexOf('Noto Color Emoji'))
})

test('the font that a book asks for comes first', () => {
  expect(fontsFor('ar', 'Amiri').body.slice(0, 2)).toEqual(['Amiri', 'Libertinus Serif'])
})

test('fonts that a workflow keeps are found beside those of each system', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const)
    expect(fontFolders(platform).at(-1)).toMatch(/handbook[/\\]fonts$/)
})
