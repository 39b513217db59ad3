import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { completeConfig, inheritConfig, readConfig } from '../../src/book/config.ts'
import type { Config } from '../../src/core/book.ts'
import type { JsonObject } from '../../src/core/json.ts'
import type { Diagnostic } from '../../src/core/diagnostic.ts'
import type { FolderPrefix } from '../../src/core/path.ts'
import { diskFiles } from '../../src/files/disk.ts'
import type { Files } from '../../src/files/files.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import type { FormattedDiagnostic } from '../../src/messages/format.ts'
import { configOf } from '../support/config-of.ts'
import { english } from '../support/english.ts'
import { writeFiles } from '../support/write-files.ts'

/** The theme of a book that says nothing about it. */
const PLAIN = {
  dates: true,
  readingTime: true,
  share: [],
  folding: false,
  versions: [],
  backToTop: false,
  logoHeight: 28,
  headingNumbers: false,
  search: true,
  pageToc: { enabled: true, inline: false, depth: 2, least: 1 },
  code: {
    lineNumbers: false,
    wrap: false,
    highlight: true,
    languages: {},
    names: {},
    plain: [],
    imports: false,
    hiddenLines: {},
  },
  reader: {
    settings: true,
    markdown: true,
    marks: true,
    previews: true,
    progress: true,
    sharing: true,
    offline: false,
    theme: 'auto',
    face: 'sans',
    size: 17,
  },
}

const TOP = '' as FolderPrefix

async function readFrom(
  files: Files,
): Promise<{ config?: Config; problems: FormattedDiagnostic[] }> {
  const { value, diagnostics } = await readConfig(files, TOP)
  return {
    ...(value === undefined ? {} : { config: completeConfig(value) }),
    problems: diagnostics.map(english),
  }
}

function read(text: string): Promise<{ config?: Config; problems: FormattedDiagnostic[] }> {
  return readFrom(memoryFiles({ 'book.json': text }))
}

function line({ code, severity, at }: Diagnostic): string {
  const { line: row, column } = at?.start ?? {}
  return `${row}:${column} ${severity} ${code}`
}

describe('defaults', () => {
  it('fill a book without configuration', async () => {
    const { config, problems } = await readFrom(memoryFiles({}))
    expect(problems).toEqual([])
    expect(config).toMatchObject({
      root: '.',
      structure: {
        readme: 'README.md',
        summary: 'SUMMARY.md',
        glossary: 'GLOSSARY.md',
        langs: 'LANGS.md',
      },
      plugins: [],
      disabledPlugins: [],
      pluginsConfig: {},
      variables: {},
      links: { sidebar: [] },
      theme: { ...PLAIN, numbers: false },
      raw: {},
    })
    expect(config?.styles['website']).toBe('styles/website.css')
    expect(config?.pdf).toMatchObject({ fontSize: 12, margin: { left: 62, top: 56 } })
    expect(config).not.toHaveProperty('title')
  })

  it('are kept beside what the author sets', async () => {
    const { config } = await read(
      '{"pdf": {"fontSize": 14, "margin": {"top": 1}}, "structure": {"readme": "intro.md"}}',
    )
    expect(config?.pdf).toMatchObject({
      fontSize: 14,
      paperSize: 'a4',
      margin: { top: 1, left: 62 },
    })
    expect(config?.structure).toMatchObject({ readme: 'intro.md', summary: 'SUMMARY.md' })
  })

  it('of styles are replaced as a whole', async () => {
    const { config } = await read('{"styles": {"website": "my.css"}}')
    expect(config?.styles).toEqual({ website: 'my.css' })
  })
})

describe('a configuration', () => {
  it('may have comments, trailing commas, a byte order mark and CRLF', async () => {
    const { config, problems } = await read(
      '\uFEFF{\r\n  // 书名\r\n  "title": "手册", /* x */\r\n}\r\n',
    )
    expect(problems).toEqual([])
    expect(config?.title).toBe('手册')
  })

  it('may have comments that begin with a hash, and colors that do', async () => {
    const { config, problems } = await read(
      '{\n  #插件\n  "title": "# 1", # "author": "x"\n  "variables": {"color": "#fff"} #\n} # end',
    )
    expect(problems).toEqual([])
    expect(config?.title).toBe('# 1')
    expect(config).not.toHaveProperty('author')
    expect(config?.variables).toEqual({ color: '#fff' })
  })

  it('may leave a value empty that is no text', async () => {
    const { config, problems } = await read('{"styles": " ", "plugins": "", "title": "T"}')
    expect(problems).toEqual([])
    expect(config?.styles).toMatchObject({ website: 'styles/website.css' })
  })

  it('reads the HTML of footers as HTML', async () => {
    const { config } = await read(
      '{"plugins": ["tbfed-pagefooter"], "pluginsConfig": {"tbfed-pagefooter": {"copyright": "&copy A 2015, &copycat; &copy; B&reg"}}}',
    )
    expect(config?.theme.footer).toBe('&copy; A 2015, &copycat; &copy; B&reg;')
  })

  it('names the key that an abbreviation means', async () => {
    const { problems } = await read('{"lang": "zh-cn"}')
    expect(problems.map(({ code, args }) => [code, args['near']])).toEqual([
      ['config/unknown-key', 'language'],
    ])
  })

  it.each(['', '   \n', '{}'])('may be empty: %j', async (text) => {
    const { config, problems } = await read(text)
    // A file without a word may be one that lost its settings.
    const expected = text.trim() === '' ? [['config/empty', 'info']] : []
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual(expected)
    expect(config?.root).toBe('.')
  })

  it('gives every documented key', async () => {
    const { config, problems } = await read(
      JSON.stringify({
        $schema: 'x',
        title: 'T',
        description: 'D',
        author: 'A',
        isbn: 'I',
        language: 'zh-hans',
        direction: 'rtl',
        root: './docs',
        siteUrl: 'https://x.org/',
        repository: 'https://github.com/a/b',
        editLink: { base: 'https://x.org/edit', label: 'Edit' },
        footer: '© *me*',
        numbering: true,
        links: { sidebar: { Home: 'https://x.org', Off: false } },
        variables: { version: 1.5 },
        cover: 'c.png',
        gitbook: '>=3',
        honkit: '6',
        seriesIndex: '1',
        structure: { languages: 'L.md' },
      }),
    )
    expect(problems).toEqual([])
    expect(config).toMatchObject({
      title: 'T',
      description: 'D',
      author: 'A',
      isbn: 'I',
      language: 'zh-hans',
      direction: 'rtl',
      root: './docs',
      siteUrl: 'https://x.org/',
      cover: 'c.png',
      links: { sidebar: [{ label: 'Home', url: 'https://x.org' }] },
      variables: { version: 1.5 },
      theme: {
        ...PLAIN,
        numbers: true,
        repository: 'https://github.com/a/b',
        editLink: { base: 'https://x.org/edit', label: 'Edit' },
        footer: '© *me*',
      },
    })
    expect(config?.structure.langs).toBe('L.md')
  })

  it('takes null for a value that was never filled in', async () => {
    const { config, problems } = await read('{"title": null, "plugins": null}')
    expect(problems).toEqual([])
    expect(config?.plugins).toEqual([])
  })

  it('cannot reach the prototype of objects', async () => {
    const { config } = await read(
      '{"__proto__": {"title": "x"}, "variables": {"__proto__": {"a": 1}, "constructor": 2}}',
    )
    expect(config?.title).toBeUndefined()
    expect(Object.getPrototypeOf(config?.variables)).toBe(Object.prototype)
    expect(config?.variables).toEqual({ constructor: 2 })
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
  })
})

describe('broken JSON', () => {
  it.each<[string, string, string, string, string]>([
    [
      'single quotes',
      "{\n  'title': 'x'\n}",
      '2:3',
      'Expected double quotes, found single quotes',
      'Write "title"',
    ],
    [
      'typographic quotes',
      '{\n  “title”: “x”\n}',
      '2:3',
      'Expected straight double quotes ("), found “',
      'Write "title"',
    ],
    [
      'full-width quotes',
      '{ "title": ＂书＂ }',
      '1:12',
      'Expected straight double quotes ("), found ＂',
      'Write "书"',
    ],
    [
      'a full-width colon',
      '{ "title"： "书" }',
      '1:10',
      'Expected a colon (:), found ：',
      'Write "key": value',
    ],
    [
      'a full-width comma',
      '{ "title": "书"，"author": "我" }',
      '1:15',
      'Expected a comma (,), found ，',
      'Write a plain comma',
    ],
    [
      'a missing comma',
      '{\n  "title": "x"\n  "author": "y"\n}',
      '2:15',
      'Expected a comma after the entry before "author"',
      'Add a comma at the end of the entry',
    ],
    [
      'a missing comma before a comment',
      '{\n  "plugins": [\n    "code" // 中文\n    "icp"\n  ]\n}',
      '3:11',
      'Expected a comma after the entry before "icp"',
      'Add a comma at the end of the entry',
    ],
    [
      'an unquoted key',
      '{\n  title: "x"\n}',
      '2:3',
      'Expected a key in double quotes, found "title"',
      'Write "title"',
    ],
    [
      'an unquoted value',
      '{ "title": Handbook }',
      '1:12',
      'Expected a value in double quotes, found "Handbook"',
      'Write "Handbook"',
    ],
    [
      'a missing colon',
      '{ "title" "x" }',
      '1:11',
      'Expected a colon between a key and its value, found "x"',
      'Write "key": value',
    ],
    [
      'an equals sign',
      '{ "title" = "x" }',
      '1:11',
      'Expected a colon (:), found =',
      'Write "key": value',
    ],
    [
      'a semicolon',
      '{ "title": "x"; "author": "y" }',
      '1:15',
      'Expected a comma (,), found ;',
      'Write a plain comma',
    ],
    [
      'a missing brace',
      '{ "title": "x"\n',
      '1:15',
      'Expected a closing } before the end of the file',
      '',
    ],
    [
      'a brace too many',
      '{ "title": "x" }}',
      '1:17',
      'Expected nothing after the closing brace, found "}"',
      'There may be one closing brace too many further up',
    ],
    [
      'an unclosed text',
      '{\n  "title": "x,\n  "author": "y"\n}',
      '2:12',
      'Expected closing double quotes before the end of the line',
      'Close the quotes; write \\n for a line break inside a text',
    ],
    [
      'a Windows path',
      '{ "root": "C:\\docs" }',
      '1:11',
      'Expected an escape such as \\n or \\" after the backslash in "C:\\docs"',
      'Write \\\\ for a backslash; paths are written with /',
    ],
    [
      'a capital literal',
      '{ "numbering": True }',
      '1:16',
      'Expected true, found True',
      'Write true in lower case',
    ],
  ])('is explained where it is: %s', async (...[, text, at, message, hint]) => {
    const { config, problems } = await read(text)
    expect(config).toBeUndefined()
    const [first] = problems
    expect(first?.code).toBe('config/invalid-json')
    expect(`${first?.at?.start?.line}:${first?.at?.start?.column}`).toBe(at)
    expect(first?.message).toBe(message)
    expect(first?.hint ?? '').toBe(hint)
  })

  it('is reported once a line', async () => {
    const { problems } = await read("{\n  'title': 'x',\n  'author': 'y'\n}")
    expect(problems.map(line)).toEqual([
      '2:3 error config/invalid-json',
      '3:3 error config/invalid-json',
    ])
  })

  it.each(['[1]', '"x"', 'null', '12'])('is not what is no object: %s', async (text) => {
    const { config, problems } = await read(text)
    expect(config?.root).toBe('.')
    expect(problems.map(line)).toEqual(['1:1 warning config/not-an-object'])
  })

  it('does not crash on a tower of brackets', async () => {
    for (const text of [
      '['.repeat(200_000),
      '{"a":'.repeat(200_000),
      `{"variables": {"a": ${'['.repeat(2000)}${']'.repeat(2000)}}}`,
    ]) {
      const { config, problems } = await read(text)
      expect(config).toBeUndefined()
      expect(problems).toMatchObject([{ code: 'config/invalid-json', at: { start: { line: 1 } } }])
    }
  })

  it('may nest as deep as anybody wants, and hold brackets in texts', async () => {
    const { problems } = await read(
      `{"variables": {"a": ${'['.repeat(90)}${']'.repeat(90)}, "b": "${'['.repeat(200)}"}}`,
    )
    expect(problems).toEqual([])
  })
})

it.each<[string, number]>([
  ['{"pdf": {"fontSize": "14"}}', 14],
  ['{"pdf": {"fontSize": "99"}}', 12],
  ['{"pdf": {"fontSize": [14]}}', 12],
  ['{"pdf": 14}', 12],
])('what is quoted and should not be is used as it is meant: %s', async (text, expected) => {
  const { config } = await read(text)
  expect(config?.pdf.fontSize).toBe(expected)
})

it.each<[string, string[], object]>([
  ['{"plugins": {"katex": true, "-lunr": true, "search": false}}', ['katex'], {}],
  ['{"plugins": {"ga": {"token": "x"}}}', ['ga'], { ga: { token: 'x' } }],
  [
    '{"plugins": {"ga": {"token": "x"}}, "pluginsConfig": {"ga": {"token": "y"}}}',
    ['ga'],
    { ga: { token: 'y' } },
  ],
])('plugins as an object are read, with a warning: %s', async (text, names, settings) => {
  const { config, problems } = await read(text)
  expect(config?.plugins.map(({ name }) => name)).toEqual(names)
  expect(config?.pluginsConfig).toEqual(settings)
  expect(problems.map(({ code }) => code)).toContain('config/wrong-type')
})

describe('wrong values', () => {
  it.each<[string, string, string, string]>([
    [
      '{"title": 12}',
      '1:11 warning config/wrong-type',
      'Expected "title" to be a text, found 12',
      'Write "title": "12"',
    ],
    [
      '{"author": ["a", "b"]}',
      '1:12 warning config/wrong-type',
      'Expected "author" to be a text, found a list',
      'Write "author": "a, b"',
    ],
    [
      '{"numbering": "true"}',
      '1:15 warning config/wrong-type',
      'Expected "numbering" to be true or false, found "true"',
      'Write "numbering": true',
    ],
    [
      '{"variables": []}',
      '1:15 warning config/wrong-type',
      'Expected "variables" to be an object, found a list',
      '',
    ],
    [
      '{"plugins": 5}',
      '1:13 warning config/wrong-type',
      'Expected "plugins" to be a text or a list, found 5',
      'Write "plugins": "5"',
    ],
    [
      '{"plugins": ["a", true]}',
      '1:19 warning config/wrong-type',
      'Expected "plugins.1" to be a text or an object, found true',
      'Write "true"',
    ],
    [
      '{"direction": "rlt"}',
      '1:15 warning config/wrong-value',
      'Expected "direction" to be "ltr" or "rtl", found "rlt"',
      'Did you mean "rtl"?',
    ],
    [
      '{"structure": {"readme": 1}}',
      '1:26 warning config/wrong-type',
      'Expected "structure.readme" to be a text, found 1',
      'Write "readme": "1"',
    ],
    [
      '{"pdf": {"fontSize": 99}}',
      '1:22 warning config/wrong-value',
      'Expected "pdf.fontSize" to be a whole number from 8 to 30, found 99',
      '',
    ],
    [
      '{"pdf": {"fontSize": "12"}}',
      '1:22 warning config/wrong-type',
      'Expected "pdf.fontSize" to be a whole number from 8 to 30, found "12"',
      'Write "fontSize": 12',
    ],
    [
      '{"titel": "x"}',
      '1:2 warning config/unknown-key',
      '"titel" is not a key of the configuration',
      'Did you mean "title"?',
    ],
    [
      '{"structure": {"sumary": "x"}}',
      '1:16 warning config/unknown-key',
      '"structure.sumary" is not a key of the configuration',
      'Did you mean "structure.summary"?',
    ],
    [
      '{"pdf": {"toc": true, "fontFamiry": "x"}, "links": {"sharing": {}}}',
      '1:23 warning config/unknown-key',
      '"pdf.fontFamiry" is not a key of the configuration',
      'Did you mean "pdf.fontFamily"?',
    ],
    [
      '{"structure.readme": "x"}',
      '1:2 warning config/unknown-key',
      '"structure.readme" is not a key of the configuration',
      'Write {\n  "structure": {\n    "readme": "x"\n  }\n}',
    ],
    [
      '{"title": "a",\n "title": "b"}',
      '2:2 warning config/duplicate-key',
      'Expected each key once, found "title" again; the last one counts',
      'Merge the two entries',
    ],
  ])('are reported where they stand: %s', async (text, at, message, hint) => {
    const { config, problems } = await read(text)
    expect(problems.map(line)).toEqual([at])
    expect(problems[0]?.message).toBe(message)
    expect(problems[0]?.hint ?? '').toBe(hint)
    expect(config).toBeDefined()
  })

  it('give way to the default', async () => {
    const { config } = await read(
      '{"structure": {"readme": 1}, "direction": "up", "plugins": ["a", 1], "pdf": {"fontSize": 0}}',
    )
    expect(config?.structure.readme).toBe('README.md')
    expect(config?.direction).toBeUndefined()
    expect(config?.plugins).toEqual([{ name: 'a' }])
    expect(config?.pdf['fontSize']).toBe(12)
  })

  it('stay visible to templates', async () => {
    const { config } = await read('{"titel": "x", "title": 1}')
    expect(config?.raw).toEqual({ titel: 'x', title: 1 })
  })
})

describe('plugins', () => {
  it.each<[string, JsonObject, string | undefined, boolean]>([
    ['nobody turned it off', { plugins: ['anchors'] }, 'en', true],
    ['GitBook’s index is off, its box is not', { plugins: ['-lunr'] }, 'en', true],
    ['another one is listed', { plugins: ['-lunr', '-search', 'search-plus'] }, 'en', true],
    ['one of the house is listed', { plugins: ['-search', 'my-search-box'] }, 'en', true],
    ['GitBook’s found nothing in the language', { plugins: ['-lunr', '-search'] }, 'zh-hans', true],
    ['so it was found', { plugins: ['-search'], language: 'ja' }, undefined, true],
    ['the author turned it off and put nothing there', { plugins: ['-search'] }, 'fr', false],
    ['nothing is known of the language', { plugins: ['-search', 'katex'] }, undefined, false],
    ['the book says no', { search: false }, 'zh', false],
    ['the book says yes', { plugins: ['-search'], search: true }, 'en', true],
  ])('readers can search when %s', (_why, written, language, on) => {
    expect(configOf(written, language).theme.search).toBe(on)
  })

  it.each<[string, string[], string[]]>([
    ['["a", "b@1.0", "a", "-lunr", " -search "]', ['a', 'b@1.0'], ['lunr', 'search']],
    ['"-lunr, -search, a , ,b"', ['a', 'b'], ['lunr', 'search']],
    ['["@s/honkit-plugin-x@>=1", "gitbook-plugin-y", "-@s/z@2"]', ['@s/x@>=1', 'y'], ['@s/z']],
    ['[{"name": "a", "version": "2"}, {"name": "b"}]', ['a@2', 'b'], []],
    ['["a", "-a", "b@git+https://x.org/b.git#main"]', ['b@git+https://x.org/b.git#main'], ['a']],
  ])('are read in every form: %s', async (plugins, enabled, disabled) => {
    const { config, problems } = await read(`{"plugins": ${plugins}}`)
    expect(problems).toEqual([])
    expect(
      config?.plugins.map(({ name, version }) => (version ? `${name}@${version}` : name)),
    ).toEqual(enabled)
    expect(config?.disabledPlugins).toEqual(disabled)
  })

  it('find their settings at the top level, with the corrected form as a hint', async () => {
    const { config, problems } = await read(
      '{\n "plugins": ["image-captions", "page-footer-ex"],\n "image-captions": {"caption": "图 _CAPTION_"},\n "pluginsConfig": {"page-footer-ex": {"copyright": "我"}}\n}',
    )
    expect(config?.pluginsConfig).toEqual({
      'image-captions': { caption: '图 _CAPTION_' },
      'page-footer-ex': { copyright: '我' },
    })
    expect(problems.map(line)).toEqual(['3:2 warning config/misplaced-plugin-settings'])
    expect(problems[0]?.hint).toContain('"pluginsConfig": {\n    "image-captions": {')
  })

  it('find their settings when they are nested twice', async () => {
    const { config, problems } = await read(
      '{\n "plugins": ["tbfed-pagefooter"],\n "pluginsConfig": {"pluginsConfig": {\n  "tbfed-pagefooter": {"copyright": "© 我"},\n  "theme-default": {"showLevel": true}\n }}\n}',
    )
    expect(config?.theme).toMatchObject({ footer: '© 我', numbers: true })
    expect(problems.map(line)).toEqual([
      '4:3 warning config/misplaced-plugin-settings',
      '5:3 warning config/misplaced-plugin-settings',
    ])
  })

  it('tell the theme what it was not told directly', async () => {
    const { config } = await read(
      JSON.stringify({
        language: 'zh-hans',
        plugins: ['github', 'edit-link', 'page-footer-ex'],
        pluginsConfig: {
          github: { url: 'https://github.com/a/b' },
          'edit-link': { base: 'https://x.org/edit', label: { en: 'Edit', zh: '编辑' } },
          'page-footer-ex': {
            copyright: '© 我',
            update_label: '<i>改于</i>：',
            update_format: 'YYYY-MM-DD',
          },
          'theme-default': { showLevel: true },
        },
      }),
    )
    expect(config?.theme).toEqual({
      ...PLAIN,
      dateLabel: '改于',
      dateFormat: 'YYYY-MM-DD',
      numbers: true,
      repository: 'https://github.com/a/b',
      editLink: { base: 'https://x.org/edit', label: '编辑' },
      footer: '© 我',
    })
  })

  it('do nothing when they are not listed', async () => {
    const { config } = await read('{"pluginsConfig": {"github": {"url": "https://x.org"}}}')
    expect(config?.theme).toEqual({ ...PLAIN, numbers: false })
  })
})

describe('the configuration of a language', () => {
  it('inherits key by key what it does not say itself', async () => {
    const files = memoryFiles({
      'book.json':
        '{"title": "P", "root": "src", "structure": {"readme": "intro.md"}, "plugins": ["a"], "variables": {"x": 1, "y": 1}}',
      'en/book.json': '{"title": "C", "plugins": ["b"], "variables": {"y": 2}}',
    })
    const parent = (await readConfig(files, TOP)).value
    const child = (await readConfig(files, 'en/' as FolderPrefix)).value
    if (parent === undefined || child === undefined) throw new Error('both can be read')
    const config = completeConfig(inheritConfig(parent, child), 'en')
    expect(config).toMatchObject({
      title: 'C',
      root: '.',
      language: 'en',
      plugins: [{ name: 'a' }],
      variables: { x: 1, y: 2 },
    })
    expect(config.structure.readme).toBe('intro.md')
  })
})

describe('a module', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'handbook-config-'))
  })
  afterEach(() => {
    rmSync(dir, { recursive: true })
  })

  function write(files: Record<string, string>): ReturnType<typeof diskFiles> {
    writeFiles(dir, files)
    return diskFiles(dir)
  }

  it.each<[string, Record<string, string>]>([
    [
      'book.js in CommonJS',
      { 'book.js': 'module.exports = { title: require("./t.json").t }', 't.json': '{"t": "T"}' },
    ],
    [
      'book.js in CommonJS within a module package',
      { 'book.js': 'exports.title = "T"', 'package.json': '{"type": "module"}' },
    ],
    [
      'book.js as a module',
      {
        'book.js': 'import { t } from "./t.mjs"\nexport default { title: t }',
        't.mjs': 'export const t = "T"',
        'package.json': '{"type": "module"}',
      },
    ],
    [
      'book.js as a module within a CommonJS package',
      {
        'book.js': 'const title = "T"\nexport default { title }',
        'package.json': '{"type": "commonjs"}',
      },
    ],
    [
      'book.cjs',
      {
        'book.cjs':
          '#!/usr/bin/env node\nmodule.exports = { title: "T", f() {}, when: new Date(0) }',
      },
    ],
    ['book.mjs', { 'book.mjs': 'export const title = "T"' }],
  ])('can be %s', async (_, contents) => {
    const { config, problems } = await readFrom(write(contents))
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(config?.title).toBe('T')
  })

  it('is run again when its text changes', async () => {
    for (const name of ['book.cjs', 'book.mjs']) {
      const start = name === 'book.cjs' ? 'module.exports =' : 'export default'
      const files = write({ [name]: `${start} { title: "one" }` })
      expect((await readFrom(files)).config?.title).toBe('one')
      write({ [name]: `${start} { title: "two" }` })
      files.refresh()
      expect((await readFrom(files)).config?.title).toBe('two')
      rmSync(path.join(dir, name))
    }
  })

  it('wins over book.json, and says so', async () => {
    const { config, problems } = await readFrom(
      write({ 'book.js': 'module.exports = { title: "js" }', 'book.json': '{"title": "json"}' }),
    )
    expect(config?.title).toBe('js')
    expect(problems.map(({ code, at }) => `${code} ${at?.file}`)).toEqual([
      'config/several-files book.json',
    ])
  })

  it.each<[string, string, string, string]>([
    [
      'throws',
      'const plugins = 1\nthrow new Error("no luck.")\nexports.plugins = []',
      '2:7',
      'This configuration cannot be loaded: no luck',
    ],
    [
      'has a syntax error',
      'module.exports = {\n  title: "x"\n  author: "y", plugins: []\n}',
      '3:1',
      "This configuration cannot be loaded: Unexpected identifier 'author'",
    ],
    [
      'misses a package',
      '\nrequire("no-such-package")\nmodule.exports = { variables: {} }',
      '2:1',
      "This configuration cannot be loaded: Cannot find module 'no-such-package'",
    ],
  ])('that %s is an error at its place', async (_, text, at, message) => {
    const { config, problems } = await readFrom(write({ 'book.js': text, 'book.json': '{}' }))
    expect(config).toBeUndefined()
    const problem = problems.find(({ code }) => code === 'config/cannot-load')
    expect(problem?.message).toBe(message)
    expect(`${problem?.at?.start?.line}:${problem?.at?.start?.column}`).toBe(at)
  })

  it.each([
    'module.exports = () => ({ plugins: [] })',
    'export default function () { return { variables: {} } }',
    'module.exports = [{ "plugins": [] }]',
  ])('that exports no object is an error: %s', async (text) => {
    const { config, problems } = await readFrom(write({ 'book.js': text }))
    expect(config).toBeUndefined()
    expect(problems.map(({ code }) => code)).toEqual(['config/not-an-object'])
  })

  it.each([
    ['a script of pages', 'require("node:fs").writeFileSync(__dirname + "/ran", "")'],
    ['a model', 'const m = require("mongoose")\nmodule.exports = m.model("B", { title: String })'],
    ['a list of functions', 'module.exports = { list() {}, add() {} }'],
    ['a class', 'class Book { title = "x" }\nmodule.exports = Book'],
    ['a component', 'import React from "react"\nexport default function Book() {}'],
    ['a syntax that is not known here', 'export default () => <Book title="x" />'],
  ])('that is a program of something else is passed over: %s', async (_, text) => {
    const files = write({ 'book.js': text, 'book.json': '{"title": "T"}' })
    const { config, problems } = await readFrom(files)
    expect(config?.title).toBe('T')
    expect(problems.map(({ code, severity, at }) => `${severity} ${code} ${at?.file}`)).toEqual([
      'info config/other-program book.js',
    ])
    expect(existsSync(path.join(dir, 'ran'))).toBe(false)
  })

  it('needs a folder on disk', async () => {
    const { problems } = await readFrom(memoryFiles({ 'book.js': 'module.exports = {}' }))
    expect(problems.map(({ code }) => code)).toEqual(['config/cannot-load'])
  })
})
