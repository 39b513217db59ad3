// The examples of the CommonMark specification against the parser as pages use it. Where pages differ on purpose, the
// example is in the list below with the reason, and must differ.
import commonmark from 'commonmark-spec'
import { describe, expect, it } from 'vitest'
import { bookPath } from '../../src/core/path.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { literalHost } from '../markdown/host.ts'
import { written } from '../tree/html.ts'

const examples = commonmark.tests

const bareAddress = 'a bare address is a link, as in GFM'
const bareMail = 'a bare mail address is a link, as in GFM'
const headingWithoutSpace =
  'a block that begins with # and a letter is a heading, as in GitBook: old books rely on it'
const endOutside = 'code in a quote ends where its author wrote the end, as in GitBook'
const looseSpace =
  'GitBook and its editor make emphasis of words with a space on the wrong side of their marks'
const looseEmphasis =
  'marks of bold that CommonMark leaves over make bold where GitBook made it and nobody wants to see marks'
const foreignEmphasis =
  'words of other scripts than Latin are no names of programs: marks make emphasis in them'
const endTag = 'an end tag inside a paragraph ends an element around it behind the paragraph'
const noElement = 'what is no element of HTML begins no block of HTML'
const behindHtml =
  'what follows an element of HTML that has ended is Markdown, as in GitBook, without an empty line too'
const tagAlone =
  'what follows a tag that stands among words elsewhere is Markdown, as in GitBook, without an empty line too'
const neverEnds = 'what never ends begins no block: the text behind it stays readable'
const looseItem = 'what stands two columns behind the mark of an item is of the item, as in GitBook'
const browsersTag =
  'a tag that browsers read is one, as in GitBook, without a space between attributes too'
const deviations: readonly { readonly example: number; readonly reason: string }[] = [
  { example: 64, reason: headingWithoutSpace },
  { example: 148, reason: endTag },
  { example: 151, reason: behindHtml },
  { example: 161, reason: behindHtml },
  { example: 162, reason: tagAlone },
  { example: 163, reason: noElement },
  { example: 164, reason: tagAlone },
  { example: 165, reason: behindHtml },
  { example: 166, reason: tagAlone },
  { example: 173, reason: neverEnds },
  { example: 186, reason: behindHtml },
  { example: 237, reason: endOutside },
  { example: 257, reason: looseItem },
  { example: 276, reason: looseItem },
  { example: 297, reason: looseItem },
  { example: 362, reason: foreignEmphasis },
  { example: 375, reason: foreignEmphasis },
  { example: 371, reason: looseSpace },
  { example: 379, reason: looseEmphasis },
  { example: 380, reason: looseEmphasis },
  { example: 383, reason: looseEmphasis },
  { example: 384, reason: looseEmphasis },
  { example: 388, reason: foreignEmphasis },
  { example: 391, reason: looseEmphasis },
  { example: 392, reason: looseEmphasis },
  { example: 397, reason: looseEmphasis },
  { example: 401, reason: foreignEmphasis },
  { example: 602, reason: bareAddress },
  { example: 606, reason: bareMail },
  { example: 608, reason: bareAddress },
  { example: 611, reason: bareAddress },
  { example: 612, reason: bareMail },
  { example: 622, reason: browsersTag },
]

const markdown = createMarkdown()

function render(text: string): string {
  const request = { path: bookPath('page.md')!, text, firstLine: 1, host: literalHost }
  return markdown.render(request).html
}

/** What handbook adds to every page, and differences of spelling that HTML does not know. */
function withoutAdditions(html: string): string {
  return (
    html
      .replaceAll(/<a class="heading-anchor"[^>]*><\/a>/g, '')
      .replaceAll(/<(h[1-6]) id="[^"]*"(?: aria-level="\d")?>/g, '<$1>')
      .replaceAll(' aria-hidden="true" tabindex="-1"', '')
      .replaceAll(/ (?:decoding="async"|loading="lazy")/g, '')
      .replaceAll(/(title="([^"]*)") alt="\2"/g, '$1')
      .replaceAll('<div class="table-wrap" tabindex="0"><table', '<table')
      .replaceAll('</table></div>', '</table>')
      // A title below an image that stands alone is its caption.
      .replaceAll(
        /<figure>(<img[^>]*)>\n<figcaption>([^]*?)<\/figcaption><\/figure>/g,
        '<p>$1 title="$2"></p>',
      )
      .replaceAll('<pre tabindex="0">', '<pre>')
      .replaceAll(/<code class="lang-\S* language-[^"]*">/g, '<code>')
      .replaceAll(/<code class="language-[^"]*">/g, '<code>')
      .replaceAll(/<span class="hljs[^>]*>|<\/span>/g, '')
      .replaceAll(/(<(?:img|br|hr)\b[^>]*?) ?\/>/g, '$1>')
      .replaceAll(/<blockquote>\s*<\/blockquote>/g, '<blockquote></blockquote>')
  )
}

const tabs = (text: string): string => text.replaceAll('→', '\t')

describe('CommonMark 0.31.2', () => {
  it('has all its examples', () => {
    expect(examples.length).toBe(652)
  })

  it.each(examples.map((example) => [example.number, example.section, example] as const))(
    'example %i (%s)',
    (number, _section, example) => {
      const actual = withoutAdditions(render(tabs(example.markdown)))
      // What an example leaves open ends where its container ends, and what is no element of HTML is words.
      const expected = withoutAdditions(written(tabs(example.html)).html)
      if (deviations.some((deviation) => deviation.example === number))
        expect(actual).not.toBe(expected)
      else expect(actual).toBe(expected)
    },
  )

  it('names the language of code twice, for themes of GitBook and for everyone else', () => {
    expect(render('```ruby\nx\n```')).toContain('<code class="lang-ruby language-ruby')
  })
})
