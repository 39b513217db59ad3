import { describe, expect, test } from 'vitest'
import { check, found } from '../check/support.ts'

const ADOC = {
  'book.json': JSON.stringify({ language: 'en' }),
  'README.md': '# A\n\n[b](b.adoc)\n',
  'SUMMARY.md': '* [A](README.md)\n* [B](b.adoc)\n',
}

const findings = async (
  text: string,
  pattern: RegExp,
  more: Record<string, string> = {},
): Promise<readonly string[]> =>
  found(await check({ ...ADOC, 'b.adoc': text, 'a.png': 'x', ...more }), pattern)

describe('places in AsciiDoc', () => {
  test('are those of the source, behind Chinese, emoji, tabs, CRLF and front matter', async () => {
    const text =
      '---\r\ntitle: 一\r\n---\r\n= 标题\r\n\r\n文字\t😀 image:a.png[] 和 link:README.md[这里]\r\n'
    expect(await findings(text, /^accessibility/)).toEqual([
      'accessibility/missing-alt b.adoc:6:13-18',
      'accessibility/link-text b.adoc:6:28-37',
    ])
  })

  test('are those of an included file', async () => {
    const text = '= B\n\nText.\n\ninclude::part.adoc[]\n'
    const part = '前文\n\n[discrete]\n==== 深\n\nimage::a.png[]\n'
    expect(await findings(text, /alt|order/, { 'part.adoc': part })).toEqual([
      'accessibility/heading-order part.adoc:4:6-7',
      'accessibility/missing-alt part.adoc:6:8-13',
    ])
  })

  test('an empty page has nothing wrong', async () => {
    expect(await findings('', /^accessibility/)).toEqual([])
  })
})

describe('accessibility of AsciiDoc', () => {
  test.each([
    ['image::a.png[]', 1],
    ['image::a.png[Map]', 0],
    ['image::a.png[width=100]', 1],
    ['.A map\nimage::a.png[]', 0],
    ['image::a.png[alt=""]', 0],
    ['++++\n<img src="a.png">\n++++', 1],
    ['++++\n<img src="a.png" alt="">\n++++', 0],
    ['----\nimage::a.png[]\n----', 0],
  ])('finds images without text: %s', async (text, count) => {
    expect(await findings(`= B\n\n${text}\n`, /alt$/)).toHaveLength(count)
  })

  test.each([
    ['link:README.md[here]', 1],
    ['xref:README.md[点击这里]', 1],
    ['link:README.md[The start of it]', 0],
    ['https://handbook.example.org', 0],
    ['<<_part>>\n\n== Part', 0],
    ['Text.footnote:[A note.]', 0],
    ['image:a.png[A board,link=README.md]', 0],
  ])('finds links that say nothing: %s', async (text, count) => {
    expect(await findings(`= B\n\n${text}\n`, /link-text$/)).toHaveLength(count)
  })

  test('finds headings that skip a level, at their text, unless Asciidoctor does', async () => {
    const text = '= B\n\n== One\n\n==== Three\n\n[discrete]\n== Two\n\n[discrete]\n==== 四 \n'
    expect(await findings(text, /order$|heading-level/)).toEqual([
      'asciidoc/heading-level b.adoc:5:1',
      'accessibility/heading-order b.adoc:11:6-7',
    ])
  })

  test.each([
    ['|===\n|a |b\n|c |d\n|===', ['accessibility/table-headers b.adoc:3:1-5']],
    ['[%header]\n|===\n|a |b\n|c |d\n|===', []],
    ['|===\n|a |b\n\n|c |d\n|===', []],
    ['[cols="h,1"]\n|===\n|a |b\n|c |d\n|===', []],
    ['.Names\n|===\n|a |b\n|c |d\n|===', []],
    ['|===\n|a |b\n|===', []],
  ])('finds tables without headers: %s', async (text, expected) => {
    expect(await findings(`= B\n\n${text}\n`, /table-headers$/)).toEqual(expected)
  })

  test('finds the language that a page is in', async () => {
    const chinese = '这一页是中文写的，讲的是配置和部署。'.repeat(12)
    expect(await findings(`= B\n\n${chinese}\n`, /page-language/)).toHaveLength(1)
    expect(await findings(`= B\n\n----\n${chinese}\n----\n`, /page-language/)).toHaveLength(0)
  })
})

describe('full-width punctuation in AsciiDoc', () => {
  test.each([
    ['[source,bash]\n----\necho a\n\n  curl http：//host\n----', ['5:12-13', 7]],
    ['[source,js]\n----\nconst a = “x”\n----', undefined],
    ['link:README.md［看］', ['3:1-18', 3]],
    ['link:https://handbook.example.org/a）[a]', ['3:6-37', 3]],
  ])('is found where it breaks something: %s', async (text, expected) => {
    const places = await findings(`= B\n\n${text}\n`, /full-width/)
    const [columns, line] = expected ?? []
    const place = String(columns).replace(/^\d+/, String(line))
    expect(places).toEqual(
      expected === undefined ? [] : [`check/full-width-punctuation b.adoc:${place}`],
    )
  })

  test('is found in an included script', async () => {
    const text = '= B\n\n[source,bash]\n----\ninclude::run.sh[]\n----\n'
    const places = await findings(text, /full-width/, { 'run.sh': '#!/bin/sh\necho “a b”\n' })
    expect(places[0]).toBe('check/full-width-punctuation run.sh:2:6-7')
  })
})

test('files that raw HTML names in AsciiDoc are looked for', async () => {
  const text = '= B\n\n++++\n<video src="a.png" poster="lost.png"></video>\n++++\n'
  expect(await findings(text, /html-file/)).toEqual(['check/missing-html-file b.adoc:4:28-36'])
})
