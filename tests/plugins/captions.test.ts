import { expect, test } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { captionsOf } from '../../src/plugins/captions.ts'
import { literalHost } from '../markdown/host.ts'
import { configOf } from '../support/config-of.ts'

function captions(text: string, settings?: object, level: string | undefined = '1.2') {
  const pluginsConfig = settings === undefined ? {} : { 'image-captions': { ...settings } }
  const own = captionsOf(configOf({ plugins: ['image-captions'], pluginsConfig }))
  const { html, ids } = createMarkdown({ captions: own }).render({
    path: 'a.md' as BookPath,
    text,
    firstLine: 1,
    level,
    host: literalHost,
  })
  const found = [...html.matchAll(/<figcaption>([^<]*)<\/figcaption>/g)].map(([, words]) => words)
  return { html, ids, found }
}

const TWO = '![one](a.png)\n\n![](b.png)\n\n[![two](c.png "Three & 4")](d.md)\n\n![in](e.png) line'

test('the caption is the title, else the alternative text; images with neither stay bare', () => {
  const { found, ids } = captions(TWO)
  expect(found).toEqual(['Figure: one', 'Figure: Three &amp; 4'])
  expect(ids).toEqual(['fig1.2.1', 'fig1.2.2'])
})

test('the template of the book has numbers', () => {
  const caption = '图 _PAGE_LEVEL_._PAGE_IMAGE_NUMBER_ (_BOOK_IMAGE_NUMBER_) _CAPTION_ _OTHER_'
  expect(captions(TWO, { caption }).found[1]).toBe('图 1.2.2 (2) Three &amp; 4 _OTHER_')
})

test('single images differ by their number', () => {
  const images = { '1.2.1': { skip: true }, '1.2.2': { caption: 'Only _CAPTION_' } }
  expect(captions(TWO, { images }).found).toEqual(['Only Three &amp; 4'])
})

test('a page that is not in SUMMARY counts for itself', () => {
  expect(captions(TWO, undefined, '').ids).toEqual(['fig1', 'fig2'])
})

test('without the plugin only titles are captions', () => {
  expect(captionsOf(configOf({}))).toBeUndefined()
})

test('pictures stand where the book says, with its attributes, and single ones differ', () => {
  const settings = {
    align: 'center',
    attributes: { width: 300, onclick: 'x()', style: 'color: red', src: 'b.png' },
    images: { '1.2.2': { align: 'right', attributes: { width: '100', class: 'small' } } },
  }
  const { html } = captions(TWO, settings)
  expect(html).toContain('<figure id="fig1.2.1" class="figure-center">')
  expect(html).toMatch(/<img src="a\.png" alt="one" width="300"/)
  expect(html).toContain('<figure id="fig1.2.2" class="figure-right">')
  expect(html).toMatch(/<img src="c\.png" alt="two" width="100" class="small"/)
  expect(html).not.toMatch(/onclick|style=|b\.png" alt="one"/)
})

test('what is no side, no attribute and no caption changes nothing', () => {
  const settings = {
    align: 'top',
    attributes: 'wide',
    images: { '1.2.1': 'x', '9.9.9': {} },
    caption: 5,
  }
  const { html, found } = captions(TWO, settings)
  expect(found).toEqual(['Figure: one', 'Figure: Three &amp; 4'])
  expect(html).not.toContain('class="figure')
})
