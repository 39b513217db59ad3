// Small books of several scripts, with everything in them that a page can have.
import type { Contents } from '../support/build-book.ts'

/** A picture of one dot. */
export const PIXEL: Uint8Array = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

/** A book with parts and all that is said of one. */
export const GARDEN: Contents = {
  'book.json': JSON.stringify({
    title: 'The garden',
    author: 'Li Lei & Han Mei',
    isbn: '978-3-16-148410-0',
    language: 'en',
    publisher: 'Pond Press',
    pubdate: '2024-05-06',
    series: 'Gardens',
    seriesIndex: '2',
  }),
  'README.md': '# Welcome\n\nTake the [spade](tools.md#the-spade).\n',
  'SUMMARY.md':
    '# Summary\n\n* [Welcome](README.md)\n\n## Outside\n\n* [Beds](beds.md)\n  * [Tools](tools.md)\n* [Planned]()\n',
  'beds.md': '# Beds\n\nTwelve of them.\n',
  'tools.md': '# Tools\n\n## The spade\n\nDigs.\n',
  'GLOSSARY.md': '# Glossary\n\n## Bed\n\nA place for plants.\n',
}

const EVERYTHING = `# Everything

A **bold** *slanted* ~~gone~~ \`code\` line with <kbd>Ctrl</kbd>, H<sub>2</sub>O, <mark>marked</mark>,
<abbr title="World Wide Web">WWW</abbr>, <span lang="fr">bonjour</span> and a [link](https://example.org/a b?c=d|e#ü).

> A quote
>
> > in a quote

> [!WARNING]
> Mind the *step*.

1. one
   - inner
   - [x] done
2. two

   more

| left | middle | right |
| :--- | :----: | ----: |
| a    |   b    |     c |

<table><caption>By hand</caption><tr><th colspan="2">head<td rowspan="3">long</tr><tr><td>x</td></tr></table>

![a dot](dot.png "Captioned")

![far away](https://example.org/x.png)

<figure id="fig 1"><img src="dot.png"><figcaption>With <b>words</b></figcaption></figure>

<details><summary>Fold</summary>

Unfolded[^1] and^[inline].

</details>

<dl><dt id="t">Term<dd>Said<dd>Twice</dl>

<center><font color="red">old</font></center>

<div dir="rtl" id="twice">x</div><div id="twice">y</div>

<video src="film.mp4" controls></video> <input type="text"> <button>Go</button>

<svg viewBox="0 0 9 9"><title>A dot</title><circle r="3" cx="4" cy="4"/></svg>

\`\`\`js {.numberLines title="a.js"}
const a = 1 // one
\`\`\`

Term
: Definition

### Skipped {#日本 語}

Back to [there](#日本 語), [nowhere](#nope), [up](#everything).

* * *

[^1]: A note with \`code\`

    and a second paragraph.
`

/** Books that must be valid as they are. */
export const BOOKS = {
  garden: GARDEN,
  everything: {
    'README.md': EVERYTHING,
    'dot.png': PIXEL,
    'film.mp4': new Uint8Array([0, 1, 2]),
    'odd \u00FCber.md': '# Odd & <b>bold</b>\n\n"quotes" \u0001 control\n',
    'draw.md':
      '# Drawn\n\n![drawn](drawn.svg) ![data](data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7)\n',
    'drawn.svg':
      '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "x" "y"><svg width="9" height="9" onload="x()" xmlns:odd="urn:odd" odd:a="b"><style><![CDATA[circle{fill:red}]]></style><circle r="3" data-x="1"/><foreignObject><p>x</p></foreignObject><image href="https://example.org/x.png"/></svg>',
    'SUMMARY.md':
      '* [Everything](README.md)\n* [Odd & <b>bold</b>](<odd über.md>)\n* [Drawn](draw.md)\n* [Web](https://example.org/)\n* Nothing\n',
  },
  arabic: {
    'book.json': '{"title":"الحديقة","author":"ليلى","language":"ar"}',
    'README.md':
      '# مقدمة\n\nكلمات عربية مع English وملاحظة[^1].\n\n[^1]: الملاحظة.\n\n```sh\nls -l # قائمة\n```\n',
    'SUMMARY.md': '# الفهرس\n\n* [مقدمة](README.md)\n* [الأسرّة](beds.md)\n',
    'beds.md': '# الأسرّة\n\n| أ | ب |\n| - | - |\n| ١ | ٢ |\n\n[عودة](README.md#مقدمة)\n',
  },
  japanese: {
    'book.json': '{"title":"北の庭","author":"花子","language":"ja"}',
    'README.md':
      '# はじめに\n\n<ruby>庭<rp>(</rp><rt>にわ</rt><rp>)</rp></ruby>へようこそ。「括弧」、注[^1]。\n\n[^1]: 注釈です。\n',
    'SUMMARY.md': '# 目次\n\n## 第一部\n\n* [はじめに](README.md)\n* [道具](tools.md)\n',
    'tools.md': '# 道具\n\n## 鋤 {#鋤}\n\n[戻る](README.md#はじめに)\n',
  },
} as const satisfies { readonly [name: string]: Contents }
