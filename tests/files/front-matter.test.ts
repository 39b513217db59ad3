import { describe, expect, test } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { splitFrontMatter } from '../../src/files/front-matter.ts'

const split = (text: string): ReturnType<typeof splitFrontMatter> =>
  splitFrontMatter('a.md' as BookPath, text)

describe('splitFrontMatter', () => {
  test('reads YAML and tells where the body begins', () => {
    const { value, diagnostics } = split('---\ntitle: 标题\ntags: [a, b]\n---\n# Body\n')
    expect(value).toEqual({
      attributes: { title: '标题', tags: ['a', 'b'] },
      body: '# Body\n',
      firstLine: 5,
    })
    expect(diagnostics).toEqual([])
  })
  test.each([
    ['no front matter', '# A --- B\n\n---\n'],
    ['an empty file', ''],
    ['a rule that never closes', '---\n\ntext\n'],
    ['four dashes', '----\na: 1\n----\n'],
  ])('leaves a page with %s whole', (_, text) => {
    expect(split(text)).toEqual({
      value: { attributes: {}, body: text, firstLine: 1 },
      diagnostics: [],
    })
  })
  test('leaves a page whole, and says so, when empty lines stand before it or it is TOML', () => {
    for (const text of ['\n---\na: 1\n---\n', '+++\na = 1\n+++\n']) {
      const { value, diagnostics } = split(text)
      expect(value).toEqual({ attributes: {}, body: text, firstLine: 1 })
      expect(diagnostics.map(({ code }) => code)).toEqual(['front-matter/not-read'])
    }
    expect(split('\n---\n\ntext: x\n---\n').diagnostics).toEqual([])
  })
  test('accepts trailing spaces, an empty block and three dots', () => {
    expect(split('---  \na: 1\n...\nx').value).toEqual({
      attributes: { a: 1 },
      body: 'x',
      firstLine: 4,
    })
    expect(split('---\n---\nx').value).toEqual({ attributes: {}, body: 'x', firstLine: 3 })
  })
  test('makes JSON of dates', () => {
    expect(split('---\nday: 2020-01-02\nat: 2020-01-02 03:04:05\n---\n').value.attributes).toEqual({
      day: '2020-01-02',
      at: '2020-01-02T03:04:05.000Z',
    })
  })
  test('reports broken YAML at its line, each time it is read', () => {
    for (let again = 0; again < 2; again++) {
      const { value, diagnostics } = split('---\ntitle: x\nbad: a: b\n---\nbody\n')
      expect(value.body).toBe('body\n')
      expect(value.attributes).toEqual({ title: 'x', bad: 'a: b' })
      expect(diagnostics).toMatchObject([
        { code: 'front-matter/invalid-yaml', at: { file: 'a.md', start: { line: 3 } } },
      ])
    }
  })
  test('keeps numbers as they are written', () => {
    const { value } = split(
      '---\na: 3.0\nb: 1.10\nc: 007\nd: 0x10\ne: 12:30\nf: 5\ng: -2.5\nh: 1e3\ni: .5\nj: [1.0, 2]\nk: 12345678901234567890\n---\n',
    )
    expect(value.attributes).toEqual({
      a: '3.0',
      b: '1.10',
      c: '007',
      d: '0x10',
      e: '12:30',
      f: 5,
      g: -2.5,
      h: '1e3',
      i: '.5',
      j: ['1.0', 2],
      k: '12345678901234567890',
    })
  })
  test('reports values that mean nothing, at their place', () => {
    const { value, diagnostics } = split(
      '---\ntitle: [x]\nhidden: maybe\nsearch: 1\nsitemap: off\nnoIndex:\ntemplating: [no]\ndescription: 5\n---\n',
    )
    expect(value.attributes).toMatchObject({ hidden: 'maybe', sitemap: 'off' })
    expect(diagnostics.map(({ code, at, args }) => [code, at?.start?.line, args])).toEqual([
      ['front-matter/unusable-value', 3, { case: 'switch', key: 'hidden' }],
      ['front-matter/unusable-value', 4, { case: 'switch', key: 'search' }],
      ['front-matter/unusable-value', 7, { case: 'switch', key: 'templating' }],
      ['front-matter/unusable-value', 2, { case: 'text', key: 'title' }],
    ])
    expect(split('---\nsearch: { keywords: [a] }\n---\n').diagnostics).toEqual([])
  })
  test('one broken line does not cost the others', () => {
    const { value, diagnostics } = split(
      '---\ndescription: Sign in: how\nhidden: true\ntags:\n  - a\n\t- b\nnoIndex: "true"\n"x y": [1\n? odd\n__proto__: 1\nsearch:\n  keywords: [k]\n---\nbody\n',
    )
    expect(diagnostics.map(({ code }) => code)).toEqual(['front-matter/invalid-yaml'])
    expect(value.attributes).toEqual({
      description: 'Sign in: how',
      hidden: true,
      tags: '',
      noIndex: 'true',
      'x y': '[1',
      search: { keywords: ['k'] },
    })
  })
  test.each(['>-', '|', '\\>-  '])(
    'a text below a sign for folding may be left of it: %s',
    (sign) => {
      const { value } = split(
        `---\ndescription: ${sign}\n**One** and\ntwo.\nhidden: true\n---\nbody\n`,
      )
      expect(value.attributes).toEqual({ description: '**One** and two.', hidden: true })
    },
  )
  test('a key that is there twice counts as it is written last', () => {
    const { value } = split('---\nhidden: false\ntitle: A\nhidden: true\n---\n')
    expect(value.attributes).toEqual({ hidden: true, title: 'A' })
  })
  test('aliases of a broken block stand for nothing', () => {
    const { value } = split('---\na: &a 1\nb: *a\nc: d: e\n---\n')
    expect(value.attributes).toEqual({ a: 1, b: '*a', c: 'd: e' })
  })
  test('shows a block that is no mapping as content, with a warning', () => {
    const text = '---\njust words\n---\n'
    const { value, diagnostics } = split(text)
    expect(value).toEqual({ attributes: {}, body: text, firstLine: 1 })
    expect(diagnostics).toMatchObject([{ code: 'front-matter/not-a-mapping' }])
  })
  test('never executes code', () => {
    const { value } = split('---js\n{ title: globalThis.hacked = true }\n---\nbody')
    expect(value.attributes).toEqual({})
    expect(globalThis).not.toHaveProperty('hacked')
  })
  test('ignores __proto__', () => {
    const { value } = split('---\n__proto__: {a: 1}\n---\n')
    expect(({} as { a?: number }).a).toBeUndefined()
    expect(Object.getPrototypeOf(value.attributes)).toBe(Object.prototype)
  })
})
