import { describe, expect, it, test } from 'vitest'
import { readingMinutes, updatedOn } from '../../src/site/dates.ts'
import { buildBook, page } from '../support/build-book.ts'
import { build } from '../../src/pipeline/build.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { timesAsLong } from '../support/yardstick.ts'

test.each([
  ['en', 'March 1, 2026'],
  ['zh-Hans', '2026年3月1日'],
  ['de', '1. März 2026'],
  ['ja', '2026年3月1日'],
])('a day in %s', (language, text) => {
  expect(updatedOn('2026-03-01T23:59:59Z', language)).toEqual({ iso: '2026-03-01', text })
})

test.each(['it’s ', "it's "])('%j is one word', (word) => {
  const sections = [{ id: '', title: '', text: word.repeat(2200) }]
  expect(readingMinutes({ sections })).toBe(10)
})

test('days in one language cost far less than telling how its days are written', () => {
  const days = Array.from({ length: 200 }, (_, day) => new Date(day * 86_400_000).toISOString())
  const ratio = timesAsLong(
    () => days.map((day) => updatedOn(day, 'fr')),
    () =>
      days.map((day) => new Intl.DateTimeFormat('fr', { dateStyle: 'long' }).format(new Date(day))),
  )
  expect(ratio).toBeLessThan(0.5)
})

test.each([
  ['nothing', '', 0],
  ['words', 'seed '.repeat(660), 3],
  ['characters', '种'.repeat(2000), 5],
  ['both', `${'种'.repeat(400)} ${'seed '.repeat(220)}`, 2],
])('minutes to read %s', (_name, text, minutes) => {
  expect(readingMinutes({ sections: [{ id: '', title: '', text }] })).toBe(minutes)
})

describe('the quiet line below a title', () => {
  const long = { 'README.md': `# 书\n\n${'种'.repeat(1200)}\n` }
  const dates = new Map([['README.md' as never, '2026-03-01T10:00:00Z']])

  it('has the day of the last change and the time to read', async () => {
    const files = memoryFiles({ ...long, 'book.json': '{"language": "zh-hans"}' })
    const built = await build({ files, dates })
    const html = page(built, 'index.html')
    expect(html).toContain('更新于 <time datetime="2026-03-01">2026年3月1日</time>')
    expect(html).toContain('<bdi>阅读约 3 分钟</bdi>')
    expect(html.indexOf('</h1>')).toBeLessThan(html.indexOf('page-info'))
    expect(html.indexOf('page-info')).toBeLessThan(html.indexOf('<p>种种'))
  })

  it('is not there when nothing is known, and not when nobody wants it', async () => {
    const quiet = '{"reader": {"markdown": false}}'
    const plain = await buildBook({ 'README.md': '# a', 'book.json': quiet })
    expect(page(plain, 'index.html')).not.toContain('page-info')
    const config = '{"dates": false, "readingTime": false, "reader": {"markdown": false}}'
    const built = await build({ files: memoryFiles({ ...long, 'book.json': config }), dates })
    expect(page(built, 'index.html')).not.toContain('page-info')
  })

  it('calls the link to the source what the book calls it', async () => {
    const config = '{"editLink": {"base": "https://x.org/edit", "label": "Mend"}}'
    const html = page(await buildBook({ 'README.md': '# a', 'book.json': config }), 'index.html')
    expect(html).toContain('<a href="https://x.org/edit/README.md">Mend</a>')
  })
})

test('a day is written as its language does, or by the format that the book gives', () => {
  const when = '2026-03-01T23:30:05-02:00'
  expect(updatedOn(when, 'en')).toEqual({ iso: '2026-03-02', text: 'March 2, 2026' })
  expect(updatedOn(when, 'en', 'YYYY-MM-DD HH:mm:ss')).toEqual({
    iso: '2026-03-02',
    text: '2026-03-02 01:30:05',
  })
})
