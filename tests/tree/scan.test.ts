import { describe, expect, it } from 'vitest'
import { type Tag, readHtml } from '../../src/tree/scan.ts'

const pass = (): void => {}

/** The tags of a piece of HTML in order. */
function scanTags(html: string): readonly Tag[] {
  const tags: Tag[] = []
  const add = (tag: Tag): void => void tags.push(tag)
  readHtml(html, { text: pass, slice: pass, tag: add, unclosed: add, unended: pass })
  return tags
}

const summary = (html: string): string[] =>
  scanTags(html).map(
    ({ name, closing, attributes }) =>
      `${closing ? '/' : ''}${name}${attributes.map(({ name: key, value }) => ` ${key}=${value}`).join('')}`,
  )

describe('the tags of HTML', () => {
  it('reads names and attributes in any spelling', () => {
    expect(summary(`<A HREF="b" c='d' e=f g h = "i"/></a><br/><中><x-y z>`)).toEqual([
      'a href=b c=d e=f g= h=i',
      '/a',
      'br',
      'x-y z=',
    ])
  })

  it('keeps > and newlines inside quotes', () => {
    expect(summary('<a href="x>y"\n title=\'a\nb\'>')).toEqual(['a href=x>y title=a\nb'])
  })

  it('skips comments, declarations, scripts and styles', () => {
    const html =
      '<!-- <a> --><!doctype html><?x <b> ?><script><i></script><STYLE><u></STYLE><em><!--><s>'
    expect(summary(html)).toEqual(['script', '/script', 'style', '/style', 'em', 's'])
  })

  it('reads on behind a tag, a comment or a script that never ends', () => {
    expect(summary('<b><a href="x <i>')).toEqual(['b', 'i'])
    expect(summary('<b><!-- <a>')).toEqual(['b', 'a'])
    expect(summary('<b><script><a>')).toEqual(['b', 'script', 'a'])
    expect(summary('1 < 2 and <')).toEqual([])
    expect(summary('')).toEqual([])
  })

  it('gives offsets that cut out what they name', () => {
    const html = 'x <a href = "b" c>y'
    const [tag] = scanTags(html)
    const href = tag!.attributes.find(({ name }) => name === 'href')!
    expect(html.slice(tag!.start, tag!.end)).toBe('<a href = "b" c>')
    expect(html.slice(href.start, href.end)).toBe('href = "b"')
    expect(html.slice(href.valueStart, href.valueEnd)).toBe('b')
    expect(html.slice(tag!.attributesEnd)).toBe('>y')
    expect(tag!.attributes.map(({ name }) => name)).toEqual(['href', 'c'])
  })

  it('is linear in its input', () => {
    for (const part of ['<', '<a ', '<a x="', "<a x='y", '<!--', '<script>', '</', '<a =', '<p/'])
      expect(scanTags(part.repeat(100_000)).length).toBeLessThanOrEqual(100_000)
  })
})
