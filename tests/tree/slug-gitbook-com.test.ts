import { describe, expect, test } from 'vitest'
import { readableSlug, slugOfGitbookCom } from '../../src/tree/slug-gitbook-com.ts'
import { loadReadings } from '../../src/tree/romanize.ts'
import { buildBook, codes, content } from '../support/build-book.ts'

describe('the id of GitBook.com', () => {
  test.each([
    ['Getting started', 'getting-started'],
    ['1. Set up', 'id-1.-set-up'],
    ['in_tail & out', 'in_tail-and-out'],
    ['Add ', 'add'],
    ["a b's (c)", 'a-bs-c'],
    ['Building with C++ | vue.js', 'building-with-c++-or-vue.js'],
    ['x < y > z', 'x-less-than-y-greater-than-z'],
    ['Éclair :rocket: façade', 'eclair-facade'],
    ['安装 步骤', '安装-步骤'],
    ['설치 방법', '설치-방법'],
    ['⚙️ Settings', 'settings'],
    ['❤️‍🔥 Hot', 'hot'],
    ['1️⃣First step', 'id-1-first-step'],
    ['हिन्दी', 'हिन्दी'],
    ['x'.repeat(120), 'x'.repeat(100)],
    ['--', ''],
  ])('of %j is %j', (text, id) => {
    expect(slugOfGitbookCom(text)).toBe(id)
  })
})

test.each([
  ['## 2 引用与归属', 'id-2-yin-yong-yu-gui-shu'],
  ['## 5. 连接外部知识库', 'id-5.-lian-jie-wai-bu-zhi-shi-ku'],
  ['## 获取 AWS Bedrock **ID**', 'huo-qu-aws-bedrock-id'],
  ['## 示例：长文章（另一种）', 'shi-li-chang-wen-zhang-ling-yi-zhong'],
  ['## 訂閱計劃', 'ding-yue-ji-hua'],
  ['### 订阅\n\n### 订阅', 'ding-yue'],
  ['## Крок 2. Настройка объектов: щётка', 'krok-2.-nastroika-obektov-shchetka'],
  ['## Хранение и **генерация** ключей', 'hranenie-i-generaciya-klyuchei'],
  ['## 한국어 권한 설정 꽃', 'hangugeo-gweonhan-seoljeong-ggoc'],
  ['## Εγκατάσταση χρήστη', 'egkatastasi-hristi'],
  ['## Đăng nhập & Łódź', 'dang-nhap-and-lodz'],
  ['## Größe der Straße', 'grosse-der-strasse'],
  ['## Q. サーバーとは', 'q-sbtoha'],
  ['## 1. 설치', 'id-1'],
])('links lead to headings in other scripts by their Latin letters: %s', async (heading, id) => {
  const built = await buildBook({
    '.gitbook.yaml': 'root: ./\n',
    'README.md': `# 甲\n\n[x](#${id}) [y](b.md#${id})\n\n${heading}\n`,
    'b.md': `# 乙\n\n${heading}\n`,
    'SUMMARY.md': '* [甲](README.md)\n* [乙](b.md)\n',
  })
  expect(codes(built)).toEqual([])
  expect(content(built, 'b.html')).toContain(`<span id="${id}"></span>`)
})

test.each(['データ型の定義', '引用'])(
  '%s in a book of the older GitBook has no other id',
  async (title) => {
    const built = await buildBook({
      'book.json': '{}',
      'README.md': `# A\n\n## ${title}\n`,
      'SUMMARY.md': '* [A](README.md)\n',
    })
    expect(content(built, 'index.html')).not.toContain('<span id')
  },
)

test.each([
  '#streamToBase64',
  'README.md#streamToBase64',
  './README.md#streamToBase64',
  'README.md#STREAMTOBASE64',
])('a link of a page to itself finds a heading in whatever case: %s', async (href) => {
  const built = await buildBook({
    '.gitbook.yaml': 'root: ./\n',
    'README.md': `# A\n\n[x](${href})\n\n### streamToBase64\n`,
    'SUMMARY.md': '* [A](README.md)\n',
  })
  expect(codes(built)).toEqual([])
})

test.each([
  ['2️⃣1차 점검 (수동)', 'id-2-1'],
  ['설정 vs 값', 'vs'],
  ['ขั้นตอน Setup ใน Linux', 'setup-linux'],
  ['Größe & Łódź', 'grosse-and-lodz'],
  ['安装 한국', 'an-zhuang'],
  ['설치', ''],
  ['Don’t 설치', 'dont'],
  ['サーバーの設定について', 'sbnonitsuite'],
  ['1️⃣固定オプション（任意）', 'id-1opushon'],
  ['ﾏｯﾁ ユーザー「スタッフ」キャップ', 'matchi-yzsutaffukyappu'],
  ['ファイル ウィンドウ ジャンプ チェック ヴァ', 'fairu-windou-janpu-chekku-va'],
])('what GitBook.com reads of %j is %j', async (title, id) => {
  await loadReadings()
  expect(readableSlug(title)).toBe(id)
})

test('links lead to headings of which GitBook.com reads nothing by their number', async () => {
  const headings =
    '## 설치 <a href="#mine" id="mine"></a>\n\n## 설정\n\n## 값 vs 표\n\n### 🚀\n\n## ทดสอบ'
  const built = await buildBook({
    '.gitbook.yaml': 'root: ./\n',
    'README.md':
      '# 안내\n\n[a](b.md#undefined) [b](b.md#undefined-1) [c](b.md#undefined-2) [d](b.md#vs)\n',
    'b.md': `# 책\n\n${headings}\n`,
    'SUMMARY.md': '* [안내](README.md)\n* [책](b.md)\n',
  })
  expect(codes(built)).toEqual([])
  const html = content(built, 'b.html')
  expect(html).toMatch(/<h2 id="설정"><span id="undefined"><\/span>/)
  expect(html).toContain('<span id="undefined-2"></span>ทดสอบ')
  expect(html).not.toMatch(/<h1[^>]*><span id="undefined/)
})

const page = [
  '# A',
  '[1](#id-1.-set-up) [2](#in_tail-and-out) [3](#add) [4](#1-set-up) [5](#id-1-set-up)',
  '## 1. Set up',
  '## in\\_tail & out',
  '## Add&#x20;',
  '## Own <a href="#mine" id="mine"></a>',
  '## Add',
].join('\n\n')

test('headings of its books have it, and are found by older ids, too', async () => {
  const book = { 'README.md': page, 'SUMMARY.md': '# Table of contents\n\n* [A](README.md)\n' }
  const built = await buildBook(book)
  expect(codes(built)).toEqual([])
  const html = content(built, 'index.html')
  expect(html).toContain('<h2 id="id-1.-set-up"><span id="id-1-set-up"></span><span id="1-set-up">')
  expect(html).toContain('<h2 id="in_tail-and-out">')
  expect(html).toContain('<h2 id="mine"><span id="own"></span>Own')
  expect(html).toContain('<h2 id="add-1">Add')
})

test('headings of other books have the ids of GitBook 3, and others that the page links to', async () => {
  const built = await buildBook({ 'README.md': page, 'SUMMARY.md': '* [A](README.md)\n' })
  expect(codes(built)).toEqual([])
  expect(content(built, 'index.html')).toMatch(
    /<h2 id="1-set-up">(?:<span id="[^"]*"><\/span>)*1\. Set up/,
  )
  const plain = await buildBook({ 'README.md': '# A\n\n## 1. Set up\n' })
  expect(content(plain, 'index.html')).toContain('<h2 id="1-set-up">1. Set up')
})

test.each([
  ['#-getting-started', '🚀 Getting started'],
  ['#️-settings', '⚙️ Settings'],
  ['#snake_case', 'snake_case'],
])('a link of a page to itself by the id of GitHub, %s, finds %j', async (href, title) => {
  const built = await buildBook({ 'README.md': `# A\n\n[x](${href})\n\n## ${title}\n` })
  expect(codes(built)).toEqual([])
  expect(content(built, 'index.html')).toContain(`<span id="${href.slice(1)}"></span>`)
})

test('signs that nobody sees give a heading no second id', async () => {
  const built = await buildBook({
    '.gitbook.yaml': 'root: ./\n',
    'README.md': '# A\n\n## Summary\uFEFF\n',
    'SUMMARY.md': '* [A](README.md)\n',
  })
  expect(content(built, 'index.html')).not.toContain('<span id')
})
