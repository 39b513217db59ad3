import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import { buildBook, page } from '../support/build-book.ts'

test.each([
  ['Soil', '## Soil'],
  ['Soil', '## 1.2. Soil'],
  ['命令行参数', '## 1.2. 命令行参数'],
  ['2 Good soil', '## GOOD  soil'],
  ['Soil', '### Soil'],
  ['Soil', '<h5>Soil</h5>'],
])('a first heading that repeats the title %j is the title: %s', async (title, heading) => {
  const built = await buildBook({
    'README.md': '# Start\n',
    'SUMMARY.md': `* [Start](README.md)\n* [${title}](a.md)\n`,
    'a.md': `${heading}\n\nText.\n`,
  })
  const html = parse(page(built, 'a.html'))
  expect(html.querySelector('.page-title')?.classNames).toBe('page-title sr')
  expect(
    html.querySelector('.markdown-section > .page-info')?.previousElementSibling?.tagName,
  ).toMatch(/^H\d$/)
})

test.each([
  ['Soil', '## Soil and water'],
  ['Chapter 2', '## 2. Chapter'],
  ['2', '## 1'],
])('another heading stands below the title %j: %s', async (title, heading) => {
  const built = await buildBook({
    'README.md': '# Start\n',
    'SUMMARY.md': `* [Start](README.md)\n* [${title}](a.md)\n`,
    'a.md': `${heading}\n\nText.\n`,
  })
  const shown = parse(page(built, 'a.html')).querySelector('.page-title')
  expect(shown?.classNames).toBe('page-title')
})
