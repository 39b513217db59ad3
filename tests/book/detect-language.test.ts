import { describe, expect, test } from 'vitest'
import { languageOfText } from '../../src/book/detect-language.ts'
import { buildBook, page } from '../support/build-book.ts'

describe('the language of a text', () => {
  test.each([
    ['zh-Hans', '本章说明如何安装软件，以及运行之后会发生什么。'],
    ['zh-Hant', '本章說明如何安裝軟體，以及執行之後會發生什麼。'],
    ['ja', 'この章ではソフトウェアの導入方法を説明します。設定変更手順書。'],
    ['ko', '이 장에서는 소프트웨어를 설치하는 방법을 설명합니다.'],
    ['ar', 'يشرح هذا الفصل كيفية تثبيت البرنامج في نظام التشغيل.'],
    ['fa', 'این فصل توضیح می‌دهد که چگونه نرم‌افزار را نصب کنید.'],
    ['ur', 'یہ باب بتاتا ہے کہ سافٹ ویئر کیسے نصب کیا جائے۔ لڑکے'],
    ['he', 'פרק זה מסביר כיצד להתקין את התוכנה.'],
    ['ru', 'В этой главе описано, как установить программу.'],
    ['uk', 'У цьому розділі описано, як встановити програму.'],
    ['bg', 'В тази глава е описано как се инсталира софтуерът.'],
    ['el', 'Αυτό το κεφάλαιο εξηγεί την εγκατάσταση.'],
    ['th', 'บทนี้อธิบายวิธีการติดตั้งซอฟต์แวร์'],
    ['hi', 'यह अध्याय बताता है कि सॉफ़्टवेयर कैसे स्थापित करें।'],
  ])('%s is told by its script', (tag, text) => {
    expect(languageOfText(text)).toBe(tag)
  })

  test.each([
    '',
    '安装',
    'How to install Mesos',
    'Cómo se instala',
    '1 2 3',
    'The word 安装 means install.',
  ])('nothing is said of %j', (text) => {
    expect(languageOfText(text)).toBeUndefined()
  })

  test('code, addresses and tags do not count', () => {
    const code = '```\nsome latin code that is long and says nothing at all\n```\n'
    const text = `本章说明如何安装软件以及。[文档](https://example.org/very/long/address) ${code}`
    expect(languageOfText(text)).toBe('zh-Hans')
  })
})

const text = '# 手册\n\n本章说明如何安装软件，以及运行之后会发生什么。\n'

describe('a book that does not say its language', () => {
  test('has the one that it is written in', async () => {
    const html = page(await buildBook({ 'README.md': text }), 'index.html')
    expect(html).toContain('<html lang="zh-Hans"')
    expect(html).toContain('搜索')
  })

  test('runs from right to left when its script does', async () => {
    const built = await buildBook({
      'README.md': '# دليل\n\nيشرح هذا الفصل كيفية تثبيت البرنامج.\n',
    })
    expect(page(built, 'index.html')).toMatch(/<html lang="ar" dir="rtl"/)
  })

  test.each([
    ['cn', 'zh-Hans'],
    ['zh_CN', 'zh-Hans'],
    ['chinese', 'zh-Hans'],
    ['tw', 'zh-Hant'],
    ['jp', 'ja'],
    ['Japanese', 'ja'],
    ['english', 'en'],
  ])('that calls it %s means %s', async (language, tag) => {
    const built = await buildBook({ 'README.md': text, 'book.json': JSON.stringify({ language }) })
    expect(page(built, 'index.html')).toContain(`<html lang="${tag}"`)
  })

  test('keeps what it says', async () => {
    const built = await buildBook({ 'README.md': text, 'book.json': '{ "language": "en" }' })
    expect(page(built, 'index.html')).toContain('<html lang="en"')
  })

  test('in folders of languages has one for each', async () => {
    const built = await buildBook({
      'LANGS.md': '* [中文](cn)\n* [日本語](jp)\n',
      'cn/README.md': text,
      'jp/README.md': '# 手引き\n',
    })
    expect(page(built, 'cn/index.html')).toContain('<html lang="zh-Hans"')
    expect(page(built, 'jp/index.html')).toContain('<html lang="ja"')
  })
})
