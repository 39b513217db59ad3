// What authors type by mistake, and what they are told: the code, the place, and a hint that is the repair.
import { describe, expect, test } from 'vitest'
import { checkBook } from '../../src/check/check.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { english } from '../../src/messages/en/index.ts'
import { formatDiagnostic } from '../../src/messages/format.ts'
import type { Contents } from '../support/build-book.ts'

const GARDEN: Contents = {
  'README.md': '# Garden\n',
  'SUMMARY.md': '* [Garden](README.md)\n* [Pond](pond.md)\n* [Beds](beds.md)\n',
  'pond.md': '# Pond\n',
  'beds.md': '# Beds\n\n## Raised\n',
}
const pond = (text: string): Contents => ({ 'pond.md': `# Pond\n\n${text}\n` })

/** Code, place and hint of everything that is said of a garden. */
async function told(changes: Contents): Promise<readonly string[]> {
  const { diagnostics } = await checkBook({ files: memoryFiles({ ...GARDEN, ...changes }) })
  return diagnostics.map((diagnostic) => {
    const { code, at, hint = '' } = formatDiagnostic(diagnostic, english)
    const { line = '', column = '' } = at?.start ?? {}
    return `${code} ${at?.file ?? ''}:${line}:${column} ${hint}`
  })
}

const MISTAKES: readonly (readonly [what: string, changes: Contents, ...expected: string[]])[] = [
  [
    'a mistyped block',
    pond('{% hnit %}\nx\n{% endhnit %}'),
    'component/unknown pond.md:3:1 Did you mean "hint"?',
  ],
  [
    'a block without an end',
    pond('{% hint style="info" %}\nx'),
    'component/no-end pond.md:3:1 Write {% endhint %} on a line',
  ],
  [
    'an end without a block',
    pond('{% endhint %}'),
    'component/stray-end pond.md:3:1 Remove it, or write {% hint %}',
  ],
  [
    'a mistyped style',
    pond('{% hint style="inof" %}\nx\n{% endhint %}'),
    'plugins/unknown-style pond.md:3:16 Did you mean "info"?',
  ],
  [
    'a mistyped container',
    pond('::: tpi\nx\n:::'),
    'component/no-block pond.md:3:1 Did you mean "tip"?',
  ],
  [
    'a block of MkDocs',
    pond('中文\n\n!!! note "T"\n    x'),
    'component/no-block pond.md:5:1 Write ::: note before',
  ],
  [
    'a table without its row of dashes',
    pond('| 铲 | b |\n| c | d |\n\na | b\nc | d\ne | f'),
    'markdown/table-without-dashes pond.md:3:1 Write | --- | --- | below',
    'markdown/table-without-dashes pond.md:6:1 Write | --- | --- | below',
  ],
  [
    'a table with dashes of Chinese',
    pond('| 铲 | b |\n| —— | —— |\n| c | d |'),
    'markdown/table-without-dashes pond.md:3:1 Write | --- | --- | in their place',
  ],
  [
    'a mistyped language of code',
    pond('```pyhton\nx\n```\n\n- 中\n\n  ~~~ {.javscript}\n  x\n  ~~~'),
    'markdown/unknown-language pond.md:3:4 Did you mean "python"?',
    'markdown/unknown-language pond.md:9:9 Did you mean "javascript"?',
  ],
  [
    'a mistyped alert',
    pond('> [!NOTICE]\n> x'),
    'markdown/unknown-alert pond.md:3:3 Did you mean "[!NOTE]"?',
  ],
  [
    'a mistyped variable',
    { ...pond('{{ book.verson }}'), 'book.json': '{"variables":{"version":1}}' },
    'template/undefined-value pond.md:3:1 Did you mean "book.version"?',
  ],
  [
    'a variable without its object',
    { ...pond('{{ version }}'), 'book.json': '{"variables":{"version":1}}' },
    'template/unknown-variable pond.md:3:1 Did you mean "book.version"?',
  ],
  [
    'a mistyped filter',
    pond('{{ "a" | uper }}'),
    'template/unknown-filter pond.md:3:1 Did you mean "upper"?',
  ],
  [
    'a file without quotes',
    pond('{% include beds.md %}'),
    'template/unquoted-file pond.md:3:1 Write "beds.md"',
  ],
  [
    'an include of mdBook',
    pond('{{#include beds.md}}'),
    'template/syntax pond.md:3:1 Write {% include "beds.md" %}',
  ],
  [
    'half a merge in a page',
    pond('<<<<<<< HEAD\na\n=======\nb\n>>>>>>> b'),
    'check/merge-conflict pond.md:3:1 Keep one',
  ],
  [
    'half a merge in settings',
    { 'book.json': '{\n<<<<<<< HEAD\n"title":"a"\n=======\n"title":"b"\n>>>>>>> b\n}' },
    'config/invalid-json book.json:2:1 Keep one',
  ],
  [
    'half a merge in YAML',
    { '.gitbook.yaml': 'root: ./\n<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n' },
    'config/invalid-yaml .gitbook.yaml:2:1 Keep one',
  ],
  [
    'a path of Windows',
    pond('[a](C:\\docs\\a.md)'),
    'links/unusable-address pond.md:3:5 Move the file into the book',
  ],
  [
    'a picture on a disk',
    pond('![a](D:/a.png)'),
    'links/unusable-address pond.md:3:6 Move the file into the book',
  ],
  [
    'a file of a server',
    pond('[a](\\\\server\\a.md)'),
    'links/unusable-address pond.md:3:5 Move the file',
  ],
  [
    'a file at home',
    pond('[a](~/a.md) [b](/Users/me/a.md)'),
    'links/unusable-address pond.md:3:5 Move the file',
    'links/unusable-address pond.md:3:17 Move the file',
  ],
  [
    'a mistyped scheme',
    pond('[a](htp://x.org)'),
    'links/unusable-address pond.md:3:5 Write http://x.org',
  ],
  [
    'a scheme without its colon',
    pond('[a](https//x.org)'),
    'links/unusable-address pond.md:3:5 Write https://x.org',
  ],
  [
    'two colons',
    pond('[a](https:://x.org)'),
    'links/unusable-address pond.md:3:5 Write https://x.org',
  ],
  [
    'a scheme written twice, and a server that no browser finds',
    pond('[a](https://http://x.org) [b](http://pon d.org) [c](http://x.org：80/)'),
    'links/unusable-address pond.md:3:5 Write http://x.org',
    'links/unusable-address pond.md:3:31 Write http://pond.org',
    'links/unusable-address pond.md:3:53 Write http://x.org:80/',
  ],
  [
    'a server and its port without a scheme',
    pond('[a](localhost:4000) [b](10.0.0.1:80/a)'),
    'links/unusable-address pond.md:3:5 Write http://localhost:4000',
    'links/missing-file pond.md:3:25 Did you mean "http://10.0.0.1:80/a"?',
  ],
  [
    'addresses above the chapters without a scheme, or with none that there is',
    { 'book.json': '{ "links": { "sidebar": {\n"a": "www.x.org",\n"b": "htp://x.org" } } }' },
    'links/unusable-address book.json:2:6 Write https://www.x.org',
    'links/unusable-address book.json:3:6 Write http://x.org',
  ],
  [
    'an address without a scheme',
    pond('[a](www.x.org)'),
    'links/missing-file pond.md:3:5 Did you mean "https://www.x.org"?',
  ],
  [
    'an address of mail',
    pond('[a](me@x.org)'),
    'links/missing-file pond.md:3:5 Did you mean "mailto:me@x.org"?',
  ],
  ['no address', pond('[a]()'), 'links/unusable-address pond.md:3:5 Write the address'],
  [
    'the page of a picture',
    pond('![a](https://github.com/me/garden/blob/main/a.png)'),
    'links/unusable-address pond.md:3:6 Write https://github.com/me/garden/raw/main/a.png',
  ],
  ['no picture', pond('![a]()'), 'links/unusable-address pond.md:3:6 Write the path'],
  ['the wrong case', pond('[a](Beds.md)'), 'links/case-differs pond.md:3:5 Most web servers'],
  [
    'a mistyped page',
    pond('[a](bedz.md)'),
    'links/missing-file pond.md:3:5 Did you mean "beds.md"?',
  ],
  [
    'a mistyped anchor',
    pond('[a](beds.md#rased)'),
    'links/missing-anchor pond.md:3:5 Did you mean "#raised"?',
  ],
  [
    'a label that nobody defines',
    pond('[the beds][beds]\n\n[bedz]: beds.md'),
    'markdown/undefined-reference pond.md:3:1 Did you mean "bedz"?',
  ],
  [
    'brackets in the wrong order',
    pond('(text)[beds.md]'),
    'markdown/broken-link pond.md:3:1 Write [text](beds.md)',
  ],
  [
    'a space in a link',
    pond('[text] (beds.md)'),
    'markdown/broken-link pond.md:3:1 Write [text](beds.md)',
  ],
  [
    'items without a space behind their sign',
    pond('-[ ] x\n-one\n-two\n\n> 1.甲\n> 2.乙\n\n• a\n\n•one\n•two\n\n(1) x\n\n1、甲\n2、乙'),
    'markdown/list-without-space pond.md:3:1 Write - [ ] x',
    'markdown/list-without-space pond.md:7:3 Write 1. 甲',
    'markdown/list-without-space pond.md:12:1 Write - one',
    'markdown/list-without-space pond.md:17:1 Write 1. 甲',
  ],
  [
    'items with numbers that Markdown does not know',
    pond(
      '（1）甲\n（2）乙\n\n① 甲\n② 乙\n\n一、甲\n二、乙\n\n1、 甲\n2、 乙\n\n(1) 甲 (2)\n(9) 乙\n\n一、甲',
    ),
    'markdown/list-without-space pond.md:3:1 Write 1. 甲',
    'markdown/list-without-space pond.md:6:1 Write 1. 甲',
    'markdown/list-without-space pond.md:9:1 Write 1. 甲',
    'markdown/list-without-space pond.md:12:1 Write 1. 甲',
  ],
  [
    'bold and an address without an end, and a mistyped character',
    pond('园 **Note: water\n\nSee <https://pond.example/a\nand &nbps; there.'),
    'markdown/unclosed-mark pond.md:3:3 Write "**" behind',
    'markdown/unclosed-mark pond.md:5:5 Write <https://pond.example/a>',
    'markdown/unknown-entity pond.md:6:5 Did you mean "&nbsp;"?',
  ],
  [
    'addresses of SUMMARY that no browser opens, and the code of a region',
    {
      'SUMMARY.md':
        '* [Garden](README.md)\n* [A](http:/pond.example)\n* [B](www.pond.example)\n* [C](C:\\pond.md)\n* [D](https//pond.example)\n',
      'book.json': '{ "language": "en-UK" }',
    },
    'links/unusable-address SUMMARY.md:2:7 Write http://pond.example',
    'summary/missing-page SUMMARY.md:3:7 Did you mean "https://www.pond.example"?',
    'links/unusable-address SUMMARY.md:4:7 Move the file',
    'links/unusable-address SUMMARY.md:5:7 Write https://pond.example',
    'config/unknown-language book.json:1:15 Write "language": "en-GB"',
  ],
  [
    'quotes of a word processor at the end of a text',
    { 'book.json': '{\n  "plugins": ["search”]\n}\n' },
    'config/invalid-json book.json:2:15 Write " in the place of ”',
  ],
  [
    'an invisible character, and a key of the first GitBook',
    { 'book.json': '{ "\u200btitle": "园", "github": "a/b", "githubHost": null }' },
    'config/invisible-character book.json:1:3 Delete the line and type "title" anew',
    'config/unknown-key book.json:1:18 Did you mean "repository"?',
  ],
  [
    'a redirect to a page that nobody lists, and one to none',
    {
      '.gitbook.yaml':
        'root: ./\n\n\u200bredirects:\n  \u200bold/a: lost.md\n  old/b: pnod.md\n  old/c: guide/tree.md\n',
      'lost.md': '# Lost\n',
      'book.json': '{ "title": "园" }',
    },
    'redirects/unlisted-target .gitbook.yaml:4:4 Add it to SUMMARY',
    'redirects/missing-target .gitbook.yaml:5:3 Did you mean "pond.md"?',
    'redirects/missing-target .gitbook.yaml:6:3 ',
  ],
  [
    'a space before an address',
    pond('see [text] (https://pond.example/a) and (b)[https://pond.example/b]'),
    'markdown/broken-link pond.md:3:5 Write [text](https://pond.example/a)',
    'markdown/broken-link pond.md:3:41 Write [b](https://pond.example/b)',
  ],
  [
    'brackets of a Chinese keyboard',
    pond('[池]（beds.md）'),
    'check/full-width-punctuation pond.md:3:1 Write [池](beds.md)',
  ],
  [
    'links without their end',
    pond('See [a](beds.md#raised and\n![b](a.png" t) or [c]((beds.md)\n\n- [d](https:// x.org/e'),
    'markdown/broken-link pond.md:3:5 Write [a](beds.md#raised)',
    'markdown/broken-link pond.md:4:1 Write ![b](a.png)',
    'markdown/broken-link pond.md:4:19 Write [c](beds.md)',
    'markdown/broken-link pond.md:6:3 Write [d](https://x.org/e)',
  ],
  [
    'a target in the place of the words',
    pond('池 (beds.md)[the beds]'),
    'markdown/broken-link pond.md:3:3 Write [the beds](beds.md)',
  ],
  [
    'links of wikis',
    pond('[[beds.md]] ![[a b.png]] [[guide/beds|Beds]]'),
    'markdown/broken-link pond.md:3:1 Write [beds.md](beds.md)',
    'markdown/broken-link pond.md:3:13 Write ![](a%20b.png)',
    'markdown/broken-link pond.md:3:26 Write [Beds](guide/beds.md)',
  ],
  [
    'a space behind the scheme',
    pond('[x](https:// x.org)'),
    'links/unusable-address pond.md:3:5 Write https://x.org',
  ],
  [
    'a heading with a blank of another kind',
    pond('##\u00A0Old\n\n>\u0020#\u3000标题'),
    'markdown/heading-without-space pond.md:3:1 Replace it with a plain space',
    'markdown/heading-without-space pond.md:5:3 Replace it with a plain space',
  ],
  [
    'a condition without an end',
    pond('{% if book.x %}\n\ny'),
    'template/syntax pond.md:3:1 Write {% endif %} where it ends',
  ],
  [
    'an end without its condition',
    pond('{% endif %}'),
    'template/syntax pond.md:3:1 Remove it, or write {% if … %}',
  ],
  [
    'a variable without an end',
    pond('{{ book.x'),
    'template/syntax pond.md:3:1 Write "}}" where it ends',
  ],
  [
    'another word around that of a variable',
    pond('{{mdbook-version}}'),
    'template/unknown-variable pond.md:3:1 If it is meant for readers',
  ],
  [
    'front matter without spaces',
    { 'pond.md': '---\ntitle:Pond\nauthor:x\n---\n# P\n' },
    'front-matter/not-a-mapping pond.md:2:1 Write title: Pond',
  ],
  [
    'front matter between long dashes',
    { 'pond.md': '—\ntitle: Pond\n—\n# P\n' },
    'front-matter/not-read pond.md:1:1 Write ---',
  ],
  [
    'a quote without an end',
    { 'pond.md': '---\ntitle: "Pond\n---\n# P\n' },
    'front-matter/invalid-yaml pond.md:3:1 Close the quotes',
  ],
  [
    'keys of different depth',
    { 'pond.md': '---\n title: Pond\ndescription: x\n---\n# P\n' },
    'front-matter/invalid-yaml pond.md:3:1 Indent keys',
  ],
  [
    'a value with a star',
    { 'pond.md': '---\ntitle: *Pond*\n---\n# P\n' },
    'front-matter/invalid-yaml pond.md:2:8 A value that begins with * needs quotes: "*Pond*"',
  ],
  [
    'a key that is there twice',
    { 'pond.md': '---\ntitle: a\ntitle: b\n---\n# P\n' },
    'front-matter/invalid-yaml pond.md:3:1 Remove one of the two',
  ],
  ['code without an end', pond('```js\nx'), 'markdown/unclosed-code pond.md:3:1 Write "```"'],
  [
    'another mark at the end of code',
    pond('~~~js\nx\n```'),
    'markdown/unclosed-code pond.md:3:1 Write "~~~"',
  ],
  [
    'an element without an end',
    pond('<div>\n\nx\n\ny <b>z'),
    'html/unclosed-element pond.md:3:1 Write </div> on a line of its own',
    'html/unclosed-element pond.md:7:3 Write </b> where it ends, in the same paragraph',
  ],
  [
    'front matter without an end',
    { 'pond.md': '---\ntitle: x\n\n# P\n' },
    'front-matter/never-ends pond.md:1:1 Write ---',
  ],
  [
    'front matter below an empty line',
    { 'pond.md': '\n---\ntitle: x\n---\n\n# P\n' },
    'front-matter/not-read pond.md:2:1 Remove the empty lines',
  ],
  [
    'front matter of Hugo',
    { 'pond.md': '+++\ntitle = "x"\n+++\n\n# P\n' },
    'front-matter/not-read pond.md:1:1 Write ---',
  ],
  [
    'a tab in front matter',
    { 'pond.md': '---\na:\n\tb: 1\n---\n\n# P\n' },
    'front-matter/invalid-yaml pond.md:3:1 Replace each tab',
  ],
  [
    'a colon in front matter',
    { 'pond.md': '---\ntitle: a: b\n---\n\n# P\n' },
    'front-matter/invalid-yaml pond.md:2:8 Write the value in quotes',
  ],
  [
    'a mistyped key',
    { 'pond.md': '---\nhiden: true\n---\n\n# P\n' },
    'front-matter/unknown-key pond.md:2:1 Did you mean "hidden"?',
  ],
  [
    'a chapter without its file',
    { 'SUMMARY.md': '* [G](README.md)\n* [P](pond.md)\n* [B](beds.md)\n* [F](bonds.md)\n' },
    'summary/missing-page SUMMARY.md:4:7 Create the file, as `handbook init` does',
  ],
  [
    'a mistyped chapter',
    { 'SUMMARY.md': '* [G](README.md)\n* [P](ponds.md)\n* [B](beds.md)\n' },
    'summary/missing-page SUMMARY.md:2:7 Did you mean "pond.md"?',
  ],
  [
    'a chapter with half a link',
    { 'SUMMARY.md': '* [Garden](README.md)\n* [Pond(pond.md)\n* Beds](beds.md)\n' },
    'summary/broken-link SUMMARY.md:2:1 Write * [Pond](pond.md)',
    'summary/broken-link SUMMARY.md:3:1 Write * [Beds](beds.md)',
  ],
  [
    'a chapter in Chinese brackets',
    { 'SUMMARY.md': '* [G](README.md)\n* [池]（pond.md）\n* [B](beds.md)\n' },
    'summary/broken-link SUMMARY.md:2:1 Write * [池](pond.md)',
  ],
  [
    'a chapter outside of the list',
    { 'SUMMARY.md': '[P](pond.md)\n\n* [G](README.md)\n* [B](beds.md)\n' },
    'summary/lost-link SUMMARY.md:1:5 Write it as an item: * [P](pond.md)',
  ],
  [
    'both in a list with dashes',
    { 'SUMMARY.md': '[P](pond.md)\n\n- [G](README.md)\n- [B](beds.md\n' },
    'summary/broken-link SUMMARY.md:4:1 Write - [B](beds.md)',
    'summary/lost-link SUMMARY.md:1:5 Write it as an item: - [P](pond.md)',
  ],
  [
    'chapters with half a title, without brackets and as in wikis',
    {
      'SUMMARY.md':
        '* [G](README.md "t\n* [Pond] pond.md\n* Beds (beds.md)\n* [[pond]]\n* [[beds.md|Beds]]\n',
    },
    'summary/broken-link SUMMARY.md:1:1 Write * [G](README.md)',
    'summary/broken-link SUMMARY.md:2:1 Write * [Pond](pond.md)',
    'summary/broken-link SUMMARY.md:3:1 Write * [Beds](beds.md)',
    'summary/broken-link SUMMARY.md:4:1 Write * [pond](pond.md)',
    'summary/broken-link SUMMARY.md:5:1 Write * [Beds](beds.md)',
  ],
  [
    'tabs and spaces',
    { 'SUMMARY.md': '* [G](README.md)\n  * [P](pond.md)\n\t* [B](beds.md)\n' },
    'summary/mixed-indentation SUMMARY.md:3:1 Replace each tab',
  ],
  [
    'mistyped settings',
    { 'book.json': '{"titel":"x"}' },
    'config/unknown-key book.json:1:2 Did you mean "title"?',
  ],
  [
    'mistyped plugins',
    { 'book.json': '{"plugins":["katexx"]}' },
    'plugins/unsupported book.json:1:13 Did you mean "katex"?',
  ],
  [
    'no comma',
    { 'book.json': '{\n"title": "x"\n"author": "y"\n}' },
    'config/invalid-json book.json:2:13 Add a comma',
  ],
  [
    'a word for a language',
    { 'book.json': '{"language":"chinese"}' },
    'config/unknown-language book.json:1:13 Write "language": "zh-Hans"',
  ],
  [
    'a short repository',
    { 'book.json': '{"repository":"me/garden"}' },
    'publishing/unusable-repository book.json:1:15 Write "https://github.com/me/garden"',
  ],
  [
    'an address of the site without its colon',
    { 'book.json': '{"siteUrl":"http//x.org/book"}' },
    'publishing/unusable-site-url book.json:1:12 Write "http://x.org/book"',
  ],
  [
    'a large picture',
    { ...pond('![a](a.png)'), 'a.png': new Uint8Array(1_200_000) },
    'check/large-image a.png:: Save it with 2000 pixels',
  ],
]

describe('a mistake of an author is told with its repair:', () => {
  for (const [what, changes, ...expected] of MISTAKES)
    test(what, async () => {
      const said = await told(changes)
      const missing = expected.filter((one) => !said.some((line) => line.startsWith(one)))
      expect(missing, said.join('\n')).toEqual([])
    })

  test('and nothing is said of what is right', async () => {
    expect(
      await told({
        ...pond(
          '::: note\nx\n:::\n\n[a](beds.md#raised) ![x](a.png) <b>x</b>\n\nWow!!! note this\n\n> [!NOTE]\n> x\n\n`[a](b.md` \\[a](b.md) [[ -f a.md || -d b ]] a[[1]] [x](y and (z) -- \n\n— said he: x\n\n-v is quiet\nand more\n\n*one* and\n*two* too\n\n3.5 m\n4.5 m\n\n**kwargs and f(**options) &lt;b&gt; AT&T; a ** b \\**x <https://pond.example> a<b',
        ),
        'a.png': new Uint8Array(900_000),
      }),
    ).toEqual([])
  })
})
