import { expect, test } from 'vitest'
import { buildBook, content, page } from '../support/build-book.ts'

const contents = (config: object) => ({
  'book.json': JSON.stringify(config),
  'SUMMARY.md': '* [A](README.md)\n* [B](b.adoc)\n',
  'README.md':
    '# لغة C++\n\nتعلم **C#** و [3.x](b.adoc) مع `foo()` &amp; --force.\n\n$$\na-b\n$$\n\n<p>قبل C++ بعد</p>\n',
  'b.adoc': '= عنوان\n\nلغة C++ هنا\n',
})
const isolate = (text: string): string => `<bdi dir="ltr">${text}</bdi>`

test('in a book from right to left, words whose signs would change places are elements of their own', async () => {
  const built = await buildBook(contents({ language: 'ar' }))
  const html = content(built, 'index.html')
  expect(html).toContain(`لغة ${isolate('C++')}`)
  expect(html).toContain(
    `<strong>${isolate('C#')}</strong> و <a href="b.html">${isolate('3.x')}</a> مع <code>foo()</code> &amp; ${isolate('--force')}.`,
  )
  expect(html).toContain(`<p>قبل ${isolate('C++')} بعد</p>`)
  expect(html.match(/<bdi/g)).toHaveLength(5)
  expect(content(built, 'b.html')).toContain(`لغة ${isolate('C++')} هنا`)
})

test('search, the alternate and pages from left to right know nothing of it', async () => {
  const built = await buildBook(contents({ language: 'ar' }))
  expect(page(built, 'index.md')).toContain('[3.x](b.md) مع `foo()` &amp; --force.')
  const [index] = [...built.outputs.values()].filter(({ path }) => path.endsWith('search/b0.js'))
  expect(index?.kind === 'made' && String(index.content)).toContain('قبل C++ بعد')
  const english = { 'README.md': '# C++\n\nLearn **C#** with --force, and 3.x.\n' }
  const other = await buildBook({ ...contents({ language: 'en' }), ...english })
  expect(content(other, 'index.html')).not.toContain('<bdi')
  const turned = await buildBook(contents({ language: 'en', direction: 'rtl' }))
  expect(content(turned, 'index.html')).toContain(isolate('C++'))
})

test('a page of another script than its book has the direction of its letters', async () => {
  const english = '# Pages in C++\n\nPress **the key (T)** and `-f`, then C# (**Q**), or 3.x.\n'
  const arabic = '# لغة C++\n\nتعلم هذه اللغة الجديدة من هنا مع --force.\n'
  const inArabic = await buildBook({
    'book.json': '{ "language": "ar" }',
    'README.md': english,
  })
  expect(content(inArabic, 'index.html')).not.toContain('<bdi')
  const inEnglish = await buildBook({
    'book.json': '{ "language": "en" }',
    'README.md': arabic,
    'b.adoc': '= عنوان\n\nلغة البرمجة C++ هنا\n',
    'SUMMARY.md': '* [B](b.adoc)\n',
  })
  expect(content(inEnglish, 'index.html')).toContain(isolate('--force'))
  expect(content(inEnglish, 'b.html')).toContain(isolate('C++'))
})

test('a number and the words of its label stay in their order on a page of another direction', async () => {
  const arabic = `# عنوان\n\n${'هذا نص طويل من الكلمات العربية. '.repeat(200)}\n`
  const built = await buildBook({ 'book.json': '{ "language": "en" }', 'README.md': arabic })
  expect(page(built, 'index.html')).toContain('<section class="normal markdown-section" dir="rtl">')
  expect(page(built, 'index.html')).toMatch(/<bdi>\d+ min read<\/bdi>/)
})
