import { describe, expect, it } from 'vitest'
import {
  applyEdits,
  attributeOf,
  readableText,
  scanTags,
  textBetweenTags,
} from '../../src/markdown/html-tags.ts'

const summary = (html: string): string[] =>
  scanTags(html).map(
    ({ name, closing, attributes }) =>
      `${closing ? '/' : ''}${name}${attributes.map(({ name: key, value }) => ` ${key}=${value}`).join('')}`,
  )

describe('scanTags', () => {
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

  it('stops at a tag, a comment or a script that never ends', () => {
    expect(summary('<b><a href="x')).toEqual(['b'])
    expect(summary('<b><!-- <a>')).toEqual(['b'])
    expect(summary('<b><script><a>')).toEqual(['b', 'script'])
    expect(summary('1 < 2 and <')).toEqual([])
    expect(summary('')).toEqual([])
  })

  it('gives offsets that cut out what they name', () => {
    const html = 'x <a href = "b" c>y'
    const [tag] = scanTags(html)
    const href = attributeOf(tag!, 'href')!
    expect(html.slice(tag!.start, tag!.end)).toBe('<a href = "b" c>')
    expect(html.slice(href.start, href.end)).toBe('href = "b"')
    expect(html.slice(href.valueStart, href.valueEnd)).toBe('b')
    expect(html.slice(tag!.attributesEnd)).toBe('>y')
    expect(attributeOf(tag!, 'id')).toBeUndefined()
  })

  it('is linear in its input', () => {
    for (const part of ['<', '<a ', '<a x="', "<a x='y", '<!--', '<script>', '</', '<a =', '<p/'])
      expect(scanTags(part.repeat(100_000)).length).toBeLessThanOrEqual(100_000)
  })
})

describe('text of HTML', () => {
  it('leaves out comments, scripts and styles', () => {
    const html = 'a<b>c</b><!-- d --><script>e</script>f<br>g<style>h'
    const part = { html, tags: scanTags(html), from: 0, to: html.length }
    expect(textBetweenTags(part)).toBe('acfg')
    expect(readableText(part).replaceAll(/ +/g, ' ')).toBe('ac f g ')
  })

  it('can be edited in place', () => {
    const edits = [
      { from: 1, to: 2, text: 'X' },
      { from: 3, to: 3, text: '!' },
    ]
    expect(applyEdits('abcd', edits)).toBe('aXc!d')
    expect(applyEdits('abcd', [])).toBe('abcd')
  })
})
