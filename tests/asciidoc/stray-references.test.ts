import { describe, expect, test } from 'vitest'
import { type Contents, buildBook, codes, content } from '../support/build-book.ts'
import { english } from '../support/english.ts'

/** A garden in two chapters; its first page refers to what stands in them. */
const garden = (start: string, more: Contents = {}): Contents => ({
  'SUMMARY.adoc':
    '= Summary\n\n* link:README.adoc[Start]\n* link:beds.adoc[Beds]\n* link:trees/plum.adoc[Plum]\n',
  'README.adoc': `= Start\n\n${start}\n`,
  'beds.adoc': [
    '= Beds',
    '[[spade]]\n== The *spade*\n\nDig.',
    '[#plan.wide]\n.Six beds\n[source,text]\n----\n[[code]]\n== No section\n----',
    '== Set up\n\n=== Set up',
    'Some [[rake,a rake]]tools, [#hoe]#a hoe# and anchor:fork[the fork].',
    '[[twice]]\nOnce.',
    '////\n[[hidden]]\n////\n\n// [[off]]',
    'include::parts/soil.adoc[]',
  ].join('\n\n'),
  'parts/soil.adoc': '[id=soil,reftext="Good soil"]\nSoft.\n\n== Worms\n\n<<spade>>, <<pit>>\n',
  'trees/plum.adoc': '= Plum\n\n<<spade>>\n\n[[pit]]\n== Pits\n\n[[twice]]\nTwice.\n',
  ...more,
})

async function linksOf(start: string, page = 'index.html'): Promise<readonly string[]> {
  const html = content(await buildBook(garden(start)), page)
  return [...html.matchAll(/<a href="([^"]+)"[^>]*>(.*?)<\/a>/g)].map(
    ([, href, text]) => `${href} ${text}`,
  )
}

describe('a reference to an id that only another page has', () => {
  test.each([
    ['<<spade>>', 'beds.html#spade The spade'],
    ['<<spade,dig>>', 'beds.html#spade dig'],
    ['<<#spade>>', 'beds.html#spade The spade'],
    ['xref:spade[]', 'beds.html#spade The spade'],
    ['xref:#spade[*dig*]', 'beds.html#spade <strong>dig</strong>'],
    ['<<plan>>', 'beds.html#plan Six beds'],
    ['<<_set_up>>', 'beds.html#_set_up Set up'],
    ['<<_set_up_2>>', 'beds.html#_set_up_2 Set up'],
    ['<<Worms>>', 'beds.html#_worms Worms'],
    ['<<rake>>', 'beds.html#rake a rake'],
    ['<<hoe,h>>', 'beds.html#hoe h'],
    ['<<fork>>', 'beds.html#fork the fork'],
    ['<<soil>>', 'beds.html#soil Good soil'],
    ['<<pit>>', 'trees/plum.html#pit Pits'],
  ])('leads there: %s', async (written, link) => {
    expect(await linksOf(written)).toEqual([link])
    expect(codes(await buildBook(garden(written)))).toEqual([])
  })

  test('leads there from a folder and from an included file', async () => {
    expect(await linksOf('', 'trees/plum.html')).toEqual(['../beds.html#spade The spade'])
    expect(await linksOf('', 'beds.html')).toContain('trees/plum.html#pit Pits')
  })

  test('leads there in the alternate too', async () => {
    const built = await buildBook({ ...garden('<<spade>>'), 'book.json': '{"llms": true}' })
    const file = [...built.outputs].find(([path]) => path === 'index.md')?.[1]
    expect(file?.kind === 'made' && String(file.content)).toContain('[The spade](beds.md#spade)')
  })

  test.each([
    ['', 'beds.html#spade', 'beds.adoc#spade'],
    ['[[spade]]\n== Another', 'gone.adoc#spade', undefined],
  ])('of a missing page leads to the only one that has it, behind %j', async (more, href, near) => {
    const built = await buildBook({
      'SUMMARY.md': '* [A](README.adoc)\n* [B](beds.adoc)\n* [C](c.adoc)\n',
      'README.adoc': '= A\n\nxref:gone.adoc#spade[x]\n',
      'beds.adoc': '= B\n\n[[spade]]\n== Dig\n',
      'c.adoc': `= C\n\n${more}\n`,
    })
    expect(content(built, 'index.html')).toContain(`<a href="${href}">x</a>`)
    expect(built.diagnostics.map(({ code, args }) => [code, args['near']])).toEqual([
      ['links/missing-file', near],
    ])
  })

  test('stays on its page when that has the id, or another space has it', async () => {
    expect(await linksOf('<<spade>>\n\n[[spade]]\n== Mine')).toEqual(['#spade Mine'])
    const built = await buildBook({
      'LANGS.md': '* [English](en)\n* [中文](zh)\n',
      'en/README.adoc': '= A\n\n<<spade>>\n',
      'zh/README.adoc': '= B\n\n[[spade]]\n== 铲\n',
    })
    expect(codes(built)).toEqual(['links/missing-anchor en/README.adoc:3:1'])
  })

  test('is found in the language of its page', async () => {
    const built = await buildBook({
      'LANGS.md': '* [English](en)\n* [中文](zh)\n',
      'en/README.adoc': '= A\n\n<<spade>>\n',
      'en/b.adoc': '= B\n\n[[spade]]\n== Spade\n',
      'en/SUMMARY.md': '* [A](README.adoc)\n* [B](b.adoc)\n',
      'zh/README.adoc': '= B\n\n[[spade]]\n== 铲\n',
    })
    expect(content(built, 'en/index.html')).toContain('<a href="b.html#spade">Spade</a>')
  })
})

test('an id of several pages is words alone, and both are named with what to write', async () => {
  const built = await buildBook(garden('See <<twice>>.'))
  expect(codes(built)).toEqual(['links/ambiguous-anchor README.adoc:3:5'])
  expect(built.diagnostics.map(english)[0]).toMatchObject({
    message:
      'This reference names "twice" alone, and 2 other pages have it: beds.adoc, trees/plum.adoc',
    hint: 'Name the page, too: xref:beds.adoc#twice[]',
  })
  expect(content(built, 'index.html')).not.toContain('href="#twice"')
})

test.each([
  ['<<spad>>', 'Did you mean "beds.adoc#spade"?'],
  ['<<code>>', undefined],
  ['<<hidden>>', undefined],
  ['<<off>>', undefined],
  ['xref:trees/plum.adoc#spade[x]', 'Did you mean "beds.adoc#spade"?'],
])('an id of no page is reported: %s', async (written, hint) => {
  const built = await buildBook(garden(`See ${written}.`))
  expect(codes(built)).toHaveLength(1)
  expect(codes(built)[0]).toMatch(/^links\/missing-anchor README.adoc:3:/)
  expect(built.diagnostics.map(english)[0]?.hint).toBe(hint)
})

describe('a reference with a page and an id', () => {
  test.each([
    ['xref:beds.adoc#spade[]', 'beds.html#spade The spade'],
    ['<<beds#spade>>', 'beds.html#spade The spade'],
    ['<<beds.adoc#plan,the plan>>', 'beds.html#plan the plan'],
    ['xref:beds.adoc[]', 'beds.html Beds'],
    ['xref:parts/soil.adoc#soil[]', 'beds.html#soil Good soil'],
    ['<<parts/soil#soil,loam>>', 'beds.html#soil loam'],
  ])('leads to the page that holds it: %s', async (written, link) => {
    expect(await linksOf(written)).toEqual([link])
    expect(codes(await buildBook(garden(written)))).toEqual([])
  })

  test('that is gone leads to the only page that has the id, and is reported', async () => {
    expect(await linksOf('<<gone#spade>>')).toEqual(['beds.html#spade The spade'])
    const built = await buildBook(garden('a beds, <<gone#spade>>'))
    expect(codes(built)).toEqual(['links/missing-file README.adoc:3:11'])
    expect(built.diagnostics.map(english)[0]?.hint).toBe('Did you mean "beds.adoc#spade"?')
  })
})

test('settings of a document for the ids of its sections count', async () => {
  const built = await buildBook(
    garden('<<set-up,x>> <<low.tide,y>>', {
      'beds.adoc':
        '= Beds\n:idprefix:\n:idseparator: -\n\n== Set up!\n\n[id="low.tide"]\n== Tide\n',
    }),
  )
  expect(codes(built).filter((code) => code.includes('README'))).toEqual([])
  expect(content(built, 'index.html')).toContain('href="beds.html#set-up"')
})

test('a page that refers to an id is rendered again when another page takes it', async () => {
  const before = await buildBook(garden('<<spade>>'))
  const moved = {
    'beds.adoc': '= Beds\n\nNothing.\n',
    'trees/plum.adoc': '= Plum\n\n[[spade]]\n== A spade\n',
  }
  const after = await buildBook(garden('<<spade>>', moved), before.memory)
  expect(content(after, 'index.html')).toContain('<a href="trees/plum.html#spade">A spade</a>')
  expect(after.rendered).toContain('README.adoc')
})
