import { expect, test } from 'vitest'
import { words } from '../../src/tree/node.ts'
import { MARK, edited, writeHtml } from '../../src/tree/write.ts'
import { written } from './html.ts'

test('words that follow each other are one marked text', () => {
  expect(writeHtml([words('a'), words('b')])).toEqual({ html: 'ab', marks: [MARK.text, 0, 2] })
})

test.each([`<p id="x">a</p>`, `<p id='x'>a</p>`])('the mark of %s is its value alone', (html) => {
  expect(written(html)).toEqual({ html, marks: [MARK.ids, 7, 8, MARK.text, 10, 11] })
})

test('what is put before a heading moves its mark', () => {
  const page = { html: 'a<h1>b</h1>', marks: [MARK.h1, 1, 11] }
  const by = { html: '<hr>', marks: [] }
  expect(edited(page, [{ from: 1, to: 1, by }])).toEqual({
    html: 'a<hr><h1>b</h1>',
    marks: [MARK.h1, 5, 15],
  })
})
