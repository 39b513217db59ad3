import { describe, expect, test } from 'vitest'
import { knownPlugins, pluginFact } from '../../src/plugins/table.ts'
import { reportPlugins } from '../../src/plugins/report.ts'
import type { BookPath } from '../../src/core/path.ts'
import { configOf } from '../support/config-of.ts'
import { plug } from './plug.ts'

const FILES = { 'src/a.js': 'one\n//! [m]\n  two\n//! [m]\nthree\n', 'ch/b.c++': 'x\n' }
const IMPORT = { plugins: ['include-codeblock'], files: FILES }

const somewhere = () => ({ file: 'book.json' as BookPath })

describe('code from files', () => {
  test.each([
    ['[import](../src/a.js)', 'one\n  two\nthree\n'],
    ['[include:1-1](/src/a.js)', 'one\n'],
    ['[import:5-](../src/a.js)', 'three\n'],
    ['[import:-1](../src/a.js)', 'one\n'],
    ['[import:"m"](../src/a.js)', '  two\n'],
    ['[import, marker:\'m\', unindent:"true"](../src/a.js)', 'two\n'],
    ['[import, lang="txt", any label](../src/a.js)', 'one\n  two\nthree\n'],
  ])('%s', async (source, code) => {
    const { html, problems } = await plug(source, IMPORT)
    expect(html.replaceAll(/<[^>]*>/g, '')).toBe(code)
    expect(problems).toEqual([])
  })

  test.each(['/// [m]', '##[m]', '/** [m] */', '<!--# [m] -->'])(
    'between marks as %s',
    async (mark) => {
      const files = { 'a.txt': `${mark}\none\n/// [other]\n  ${mark}\ntwo\n${mark}\nthree\n` }
      const plugins = ['include-codeblock']
      const part = await plug('[import:"m"](/a.txt)', { plugins, files })
      expect(part.html.replaceAll(/<[^>]*>/g, '')).toBe('one\ntwo\n')
      const whole = await plug('[import](/a.txt)', { plugins, files })
      expect(whole.html).toContain('/// [other]')
    },
  )

  test('has a title when it is given one', async () => {
    const { html } = await plug('[import:1-1, title:"A & B"](../src/a.js)', IMPORT)
    expect(html).toContain('<figcaption>A &amp; B</figcaption>')
  })

  test('stays inside a list', async () => {
    const { html } = await plug('- a\n\n  [import:1-1](../src/a.js)\n- b\n', IMPORT)
    expect(html).toMatch(/<li>\s*<p>a<\/p>\s*<pre[\s\S]*<\/pre>\s*<\/li>/)
  })

  test('that is missing is noted on the page and reported at its place', async () => {
    const { html, problems, reads } = await plug(
      '---\na: 1\n---\n\nx\n\n [import](no.js)\n',
      IMPORT,
    )
    expect(html).toContain('<code>[import](no.js)</code>')
    expect(problems).toEqual(['plugins/missing-code ch/page.md:7:2'])
    expect(reads).toEqual(['text ch/no.js'])
  })

  test('of files for programs is refused, whoever writes the directive', async () => {
    const files = { 'ch/.env': 'TOKEN=1\n' }
    const snippet = '{% codesnippet "./.env" %}{% endcodesnippet %}'
    for (const source of ['[import](.env)', snippet]) {
      const { html, problems } = await plug(source, { plugins: ['include-codeblock'], files })
      expect(html).not.toContain('TOKEN')
      expect(problems).toEqual(['files/hidden-include ch/page.md:1:1'])
    }
  })

  test('of which nothing is chosen is reported', async () => {
    expect((await plug('[import:90-99](../src/a.js)', IMPORT)).problems).toEqual([
      'plugins/missing-code ch/page.md:1:1',
    ])
  })

  test('is a link in a book without the plugin, and in code', async () => {
    expect((await plug('[import](../src/a.js)')).html).toContain('<a href="../src/a.js">import</a>')
    expect((await plug('```\n[import](../src/a.js)\n```', IMPORT)).html).toContain(
      '[import](../src/a.js)',
    )
  })

  test('codesnippet takes lines', async () => {
    const { html, reads } = await plug(
      '{% codesnippet "../src/a.js", lines="1:1" %}{% endcodesnippet %}',
      { files: FILES },
    )
    expect(html).toContain('one\n')
    expect(reads).toEqual(['text src/a.js'])
  })
})

test.each([
  ['> #### Note\n>\n> text', ['callouts'], 'callout-note'],
  ['> #### Danger\n> text', ['callouts'], 'callout-caution'],
  ['> [!DANGER|style:flat|label:x]\n> text', ['flexible-alerts'], 'callout-caution'],
])('%j is a callout', async (source, plugins, kind) => {
  expect((await plug(source, { plugins })).html).toContain(kind)
  expect((await plug(source)).html).not.toContain('class="callout')
})

test('comments of sectionx are details', async () => {
  const source =
    '<!--sec data-title="A" data-show=true ces-->\n*x*\n<!--endsec-->\n\n```\n<!--sec ces-->\n```\n'
  const { html } = await plug(source, { plugins: ['sectionx'] })
  expect(html).toMatch(/^<details open><summary>A<\/summary>\s*<p><em>x<\/em><\/p>\s*<\/details>/)
  expect(html).toContain('&lt;!--sec ces--&gt;')
})

test('comments of sectionx keep the lines below them, and need no buttons', async () => {
  const source =
    '<!--sec data-title="A"\ndata-collapse=true ces-->\nx\n<!--endsec-->\n\n<button class="section" target="a" show="S" hide="H"></button>\n\n`<button class="section" a></button>`\n\n{% nobody %}{% endnobody %}\n'
  const { html, problems } = await plug(source, { plugins: ['sectionx'] })
  expect(html).toMatch(/^<details><summary>A<\/summary>\s*<p>x<\/p>\s*<\/details>/)
  expect(html).not.toContain('<button')
  expect(html).toContain('<code>&lt;button class=&quot;section&quot; a&gt;&lt;/button&gt;</code>')
  expect(problems).toEqual(['component/unknown ch/page.md:10:1'])
})

test.each([
  ['{% reveal %}\n要被隐藏的内容\n{% endreveal %}', '<summary>…</summary>\n<p>要被隐藏的内容</p>'],
  [
    '{% reveal text="Show" %}\nx *y*\n{% endreveal %}',
    '<summary>Show</summary>\n<p>x <em>y</em></p>',
  ],
  ['{% reveal %}deck.html{% endreveal %}', '<a href="deck.html"'],
  ['{% reveal src="https://a.example/d" %}', '<a href="https://a.example/d"'],
])('what a click reveals, or slides: %s', async (source, shown) => {
  expect((await plug(source, { plugins: ['click-reveal'] })).html).toContain(shown)
})

describe('the table of plugins', () => {
  test('names each plugin once, without prefixes', () => {
    const names = knownPlugins()
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !/^[a-z0-9][a-z0-9-]*$/.test(name))).toEqual([])
  })

  test('knows those that books use most', () => {
    expect(
      ['splitter', 'github', 'search-pro', 'constructor'].map((name) => pluginFact(name).treatment),
    ).toEqual(['always', 'setting', 'always', 'unknown'])
  })

  test('reports what is missing at its entry, and unused options at the settings of the plugin', () => {
    const config = {
      plugins: [{ name: 'matomo' }, { name: 'anchors' }, { name: 'disqus' }, { name: 'github' }],
      pluginsConfig: { github: { url: 'x', color: 'y' }, ga: { token: 'z' } },
      disabledPlugins: [],
    }
    const file = 'book.json' as BookPath
    const found = reportPlugins(
      config,
      ([, plugin]) => ({ file, start: { line: plugin === 'github' ? 7 : 1, column: 1 } }),
      (name) => ({ file, start: { line: name === 'disqus' ? 3 : 2, column: 1 } }),
    )
    expect(found.map(({ code, severity, args }) => [code, severity, args])).toEqual([
      ['plugins/unsupported', 'warning', { name: 'matomo', why: 'other-site' }],
      ['plugins/unsupported', 'warning', { name: 'disqus' }],
      ['plugins/unused-options', 'info', { options: ['github.color'] }],
    ])
    expect(found.map(({ at }) => at?.start?.line)).toEqual([2, 3, 7])
    expect(
      reportPlugins(
        { plugins: [], pluginsConfig: {}, disabledPlugins: [] },
        () => ({ file }),
        () => ({ file }),
      ),
    ).toEqual([])
  })

  test('tells misspelled options with what was meant, also of plugins that are there unlisted', () => {
    const config = {
      plugins: [{ name: 'tbfed-pagefooter' }, { name: 'image-captions' }, { name: 'edit-link' }],
      pluginsConfig: {
        'tbfed-pagefooter': { modify_lable: 'a', modify_format: 'b' },
        'image-captions': { captions: 'c', far: 'd' },
        'edit-link': { base: 'e' },
        'theme-default': { showLevl: true },
        sharing: { facebok: true },
      },
      disabledPlugins: ['sharing'],
    }
    const found = reportPlugins(config, somewhere, somewhere)
    expect(found.map(({ code, severity, args }) => [code, severity, args])).toEqual([
      [
        'plugins/unknown-option',
        'warning',
        { option: 'tbfed-pagefooter.modify_lable', near: 'tbfed-pagefooter.modify_label' },
      ],
      [
        'plugins/unknown-option',
        'warning',
        { option: 'image-captions.captions', near: 'image-captions.caption' },
      ],
      ['plugins/unused-options', 'info', { options: ['image-captions.far'] }],
      [
        'plugins/unknown-option',
        'warning',
        { option: 'theme-default.showLevl', near: 'theme-default.showLevel' },
      ],
    ])
  })

  test('leaves highlighting on when another highlighter replaced the old one', () => {
    expect(configOf({ plugins: ['-highlight'] }).theme.code.highlight).toBe(false)
    expect(configOf({ plugins: ['-highlight', 'prism'] }).theme.code.highlight).toBe(true)
  })
})
