import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { labelsFor, languageTag } from '../../src/site/labels.ts'

const folder = new URL('../../templates/labels/', import.meta.url)
const files = readdirSync(folder)

function read(file: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>
}

const english = read('en.json')
const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(String).sort()

test('has the languages that GitBook had', () => {
  const tags =
    'ar bn ca cs de el en es fa fi fr he it ja ko nl no pl pt ro ru sv tr uk vi zh-Hans zh-Hant'
  expect(files).toEqual(tags.split(' ').map((tag) => `${tag}.json`))
})

test.each(files)(
  '%s has exactly the English keys, none empty, with the same placeholders',
  (file) => {
    const labels = read(file)
    expect(Object.keys(labels)).toEqual(Object.keys(english))
    for (const [key, text] of Object.entries(labels)) {
      expect(text.trim(), key).not.toBe('')
      expect(placeholders(text), key).toEqual(placeholders(english[key] ?? ''))
    }
  },
)

test.each([
  [undefined, 'en', 'Next'],
  ['', 'en', 'Next'],
  ['EN', 'en', 'Next'],
  ['en-us', 'en-US', 'Next'],
  ['zh', 'zh-Hans', '下一页'],
  ['zh-cn', 'zh-Hans', '下一页'],
  ['zh_CN', 'zh-Hans', '下一页'],
  ['ZH-HANS', 'zh-Hans', '下一页'],
  ['zh-tw', 'zh-Hant', '下一頁'],
  ['zh-Hant', 'zh-Hant', '下一頁'],
  ['zh-hk', 'zh-Hant-HK', '下一頁'],
  ['zh-mo', 'zh-Hant-MO', '下一頁'],
  ['pt-BR', 'pt-BR', 'Próxima'],
  ['fr-CA', 'fr-CA', 'Suivant'],
  ['nb', 'nb', 'Neste'],
  ['iw', 'he', 'הבא'],
  ['sw', 'sw', 'Next'],
  ['no language', 'en', 'Next'],
])('takes %s for %s', (written, tag, next) => {
  const { tag: found, labels } = labelsFor(written)
  expect([found, labels['next']]).toEqual([tag, next])
  expect(languageTag(written)).toBe(tag)
})

test.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['az-Arab', 'rtl'],
  ['az', 'ltr'],
  ['zh', 'ltr'],
  [undefined, 'ltr'],
])('writes %s %s', (language, direction) => {
  expect(labelsFor(language).direction).toBe(direction)
})
