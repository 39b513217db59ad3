// Books that make careless programs slow: each costs as many times more as it is larger, or is left. A pattern is made of
// `size` characters or so. Whatever is found anywhere goes in here.
import type { Contents } from '../../tests/support/build-book.ts'

/** A book of any size. */
export interface Pattern {
  readonly name: string
  readonly book: (size: number) => Contents
  /** What is made of the book; its site unless it says something else. */
  readonly makes?: 'ebooks'
}

const SUMMARY = '# Summary\n\n* [Start](README.md)\n'

/** A text, over and over. */
const fill = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length))

/** So many texts. */
function each(size: number, length: number, text: (index: number) => string): string {
  return Array.from({ length: Math.ceil(size / length) }, (_, index) => text(index)).join('')
}

function markdown(name: string, text: (size: number) => string): Pattern {
  return { name: `Markdown: ${name}`, book: (size) => ({ 'README.md': `# A\n\n${text(size)}\n` }) }
}

function asciidoc(name: string, text: (size: number) => string): Pattern {
  return {
    name: `AsciiDoc: ${name}`,
    book: (size) => ({
      'README.md': '# A\n',
      'SUMMARY.md': `${SUMMARY}* [B](b.adoc)\n`,
      'b.adoc': `= B\n\n${text(size)}\n`,
    }),
  }
}

/** Lines of diagrams that begin as they should, and then are white. */
const WHITE_LINES: readonly (readonly [language: string, before: string, after: string])[] = [
  ['mermaid', 'graph', 'r'],
  ['mermaid', 'graph TD\n  a', '--> b'],
  ['mermaid', 'sequenceDiagram\n  a', '->> b'],
  ['mermaid', 'classDiagram\n  A : a()', 'b'],
  ['mermaid', 'requirementDiagram\n  requirement a {\n  id:', ':'],
  ['mermaid', 'kanban\n  a\n    b', '@{'],
  ['mermaid', 'kanban\n  a\n    b[', '-'],
  ['mermaid', 'treemap-beta\n  "a"', '0'],
  ['mermaid', 'radar-beta\n  axis a[', '-'],
  ['mermaid', 'xychart-beta\n  bar', '1'],
  ['sequence', 'A', '->B'],
  ['sequence', 'note over a', ''],
  ['sequence', 'participant a', 'b c'],
  ['flow', 'a=>start', ':'],
]

const WHITE_DIAGRAMS: Pattern = {
  name: 'diagrams of white space',
  book: (size) => ({
    'README.md': `# A\n\n${WHITE_LINES.map(
      ([language, before, after]) =>
        `~~~${language}\n${before}${' '.repeat(size)}${after}${' '.repeat(size)}!\n~~~\n`,
    ).join('\n')}`,
    'book.json': '{ "plugins": ["mermaid", "sequence-diagrams", "flowchart"] }',
  }),
}

/** What plugins read in texts of pages. */
const WHITE_PLUGINS: Pattern = {
  name: 'marks of plugins and white space',
  book: (size) => ({
    'README.md': `# A\n\n%accordion%${' '.repeat(size)}\n\n> #### Note::${' '.repeat(size)}\t.\n\n%/accordion%\n`,
    'book.json': '{ "plugins": ["accordion", "callouts"] }',
  }),
}

/** A page as ebooks. */
function ebook(name: string, text: (size: number) => string): Pattern {
  return { ...markdown(name, text), name: `Ebooks: ${name}`, makes: 'ebooks' }
}

/** A description of an interface, and a page that shows all of it. */
function api(name: string, text: (size: number) => string): Pattern {
  const operation = '{% openapi-operation spec="api" path="/a" method="get" %}\n'
  return {
    name: `OpenAPI: ${name}`,
    book: (size) => ({
      'README.md': `# A\n\n${operation}[api](api.yaml)\n{% endopenapi-operation %}\n`,
      'api.yaml': `openapi: 3.0.3\n${text(size)}\n`,
    }),
  }
}

function file(name: string, path: string, text: (size: number) => string): Pattern {
  return {
    name,
    book: (size) => ({ 'README.md': '# A\n', 'SUMMARY.md': SUMMARY, [path]: text(size) }),
  }
}

/** One paragraph of pieces, one line of each, and as many paragraphs of one. */
function repeated(
  make: (name: string, text: (size: number) => string) => Pattern,
  pieces: readonly string[],
): readonly Pattern[] {
  return pieces.map((piece) => make(JSON.stringify(piece), (size) => fill(piece, size)))
}

const INLINE = [
  '*a ',
  '**a ',
  '_a ',
  '__a ',
  '~a ',
  '~~a ',
  '`a ',
  '``a ',
  '[a ',
  '[a](',
  '[a](b ',
  '[a][b] ',
  '![a ',
  '![a](b',
  '[^a ',
  '[^a] ',
  '^[a ',
  '<a ',
  '<a b="',
  '<b>',
  '<!--',
  '<?',
  '<![CDATA[',
  '</a ',
  '<T> ',
  '&a',
  '&amp;',
  '&#1;',
  '\\',
  '$a ',
  '$$a ',
  '|',
  '| a ',
  'a@',
  'a@b.c ',
  'http://a',
  'http://a.b ',
  'www.',
  '> ',
  '- ',
  '1. ',
  '> - ',
  '# ',
  '    ',
  '  \n',
  '\n',
  'a\n: b\n',
  '> [!NOTE]\n> ',
  '```\n',
  '~~~a\n\n',
  '<div>\n',
  '<div>\n\n',
  '<div>\n```js\n\n',
  '<div>\n```\n</div>\n',
  '</div>\n\n',
  '<script>\n',
  '<details><summary>a\n\n',
  '<table><tr><td>',
  '# a\n\n',
  '[a]: b\n',
  '[^a]: b\n\n',
  '中，',
  '**中**',
  'é',
  '{#a}',
  '{a=b} ',
  '*_',
  '[![a',
]

const TEMPLATES = [
  '{{ ',
  '{{ a }} ',
  '{{ a',
  '{% ',
  '{% %} ',
  '{% if a %}',
  '{% if a %}{% endif %}',
  '{% for i in [1] %}',
  '{% set a = 1 %}',
  '{% raw %}',
  '{% raw %}{% endraw %}',
  '{# ',
  '{{ "a" | upper }} ',
  '{% hint %}',
  '{% hint %}a{% endhint %}\n',
  '{% tabs %}{% tab %}',
  '{% block a %}',
  '{% macro a() %}',
  '{% include "a" %} ',
  '{% endif %}',
  '{{"',
  "{% a '",
  '{{{{',
  '`{{ a }}` ',
]

const ASCIIDOC = [
  '*a ',
  '_a ',
  '+a ',
  '`a ',
  '#a ',
  '^a ',
  '"`a ',
  '<<a',
  '<<a>> ',
  '[a',
  '[[a',
  '[.a]#b# ',
  'http://a[',
  'a@b.c ',
  'link:a[',
  'image:a[',
  'footnote:[a',
  'footnote:[a] ',
  'pass:[a',
  '+++a',
  '{a} ',
  '((a',
  'kbd:[a] ',
  '* a\n',
  '. a\n',
  'a:: b\n',
  '== a\n\n',
  '----\n',
  '====\n\n',
  '|===\n|a\n',
  '|a ',
  'NOTE: a\n\n',
  '[source]\n',
  ':a: b\n',
  'ifdef::a[]\n',
  'a\n\n',
  '++++\n<div>\n',
  '<1> a\n',
  "'''\n",
  '// a\n',
]

/** As long as the distance between names that are nearly alike. */
const names = (size: number, of: string, length: number): string =>
  each(size, length, (n) => of.replace('#', `${n}`))

function pictures(size: number): Contents {
  return Object.fromEntries(
    Array.from({ length: Math.ceil(size / 25) }, (_, n) => [`pics/figure${n}.png`, '']),
  )
}

const BOOKS: readonly Pattern[] = [
  {
    name: 'missing links beside as many files',
    book: (size) => ({
      'README.md': names(size, '[a](pics/figura#x.png)\n\n', 25),
      ...pictures(size),
    }),
  },
  {
    name: 'missing pictures beside as many files',
    book: (size) => ({
      'README.md': names(size, '![a](pic/figure#.png)\n\n', 25),
      ...pictures(size),
    }),
  },
  {
    name: 'missing chapters beside as many files',
    book: (size) => ({
      'README.md': '# A',
      'SUMMARY.md': SUMMARY + names(size, '* [A](pics/figure#.md)\n', 25),
      ...pictures(size),
    }),
  },
  {
    name: 'missing anchors beside as many headings',
    book: (size) => ({ 'README.md': names(size, '## Head#\n\n[a](#heat#)\n\n', 25) }),
  },
  {
    name: 'a glossary with a use of each term',
    book: (size) => ({
      'README.md': `# A\n\n${names(size, 'term# ', 12)}`,
      'SUMMARY.md': SUMMARY,
      'GLOSSARY.md': `# G\n\n${names(size, '## term#\n\nabout\n\n', 12)}`,
    }),
  },
  {
    name: 'terms that begin alike',
    book: (size) => ({
      'README.md': `# A\n\n${fill('a ', size)}`,
      'SUMMARY.md': SUMMARY,
      'GLOSSARY.md': `# G\n\n${each(Math.sqrt(size) * 4, 4, (n) => `## ${'a '.repeat(n + 1)}\n\nb\n\n`)}`,
    }),
  },
  {
    name: 'languages',
    book: (size) => {
      const ids = Array.from({ length: Math.ceil(Math.sqrt(size / 60)) }, (_, n) => `l${n}`)
      return {
        'LANGS.md': ids.map((id) => `* [${id}](${id})\n`).join(''),
        ...Object.fromEntries(ids.map((id) => [`${id}/README.md`, '# A\n'])),
      }
    },
  },
  {
    name: 'pages',
    book: (size) => {
      const all = Array.from({ length: Math.ceil(size / 400) }, (_, n) => `p${n}.md`)
      return {
        'README.md': '# A\n',
        'SUMMARY.md': SUMMARY + all.map((path) => `* [${path}](${path})\n`).join(''),
        ...Object.fromEntries(all.map((path) => [path, `# ${path}\n\n[next](p1.md)\n`])),
      }
    },
  },
  {
    name: 'pages that include each other',
    book: (size) => ({
      'README.md': names(size, '{% include "parts/#.md" %}\n', 30),
      ...Object.fromEntries(
        Array.from({ length: Math.ceil(size / 30) }, (_, n) => [`parts/${n}.md`, 'Part.\n']),
      ),
    }),
  },
  {
    name: 'redirects',
    book: (size) => ({
      'README.md': '# A',
      'book.json': `{"redirects":{${names(size, '"a#.md":"README.md",', 22)}"z":"README.md"}}`,
    }),
  },
  {
    name: 'redirects in a row',
    book: (size) => ({
      'README.md': '# A',
      'book.json': `{"redirects":{${each(size, 22, (n) => `"a${n}.html":"a${n + 1}.html",`)}"z":"README.md"}}`,
    }),
  },
  {
    name: 'ignored patterns',
    book: (size) => ({
      'README.md': '# A',
      '.bookignore': names(size, '**/a#/**/b\n', 12),
      ...pictures(size / 4),
    }),
  },
  {
    name: 'front matter lists',
    book: (size) => ({ 'README.md': `---\na:\n${names(size, '  - b#\n', 8)}---\n\n# A` }),
  },
  {
    name: 'front matter maps',
    book: (size) => ({ 'README.md': `---\n${names(size, 'k#: v\n', 9)}---\n\n# A` }),
  },
  {
    name: 'front matter flow',
    book: (size) => ({
      'README.md': `---\na: ${fill('[', Math.min(size, 60))}${fill('{a: ', size)}\n---\n\n# A`,
    }),
  },
]

const EBOOKS: readonly Pattern[] = [
  ebook('headings', (size) => each(size, 20, (n) => `## Heading ${n}\n\nwords\n\n`)),
  ebook('footnotes', (size) => each(size, 30, (n) => `a[^${n}]\n\n[^${n}]: note ${n}\n\n`)),
  ebook('links to one heading', (size) => `## X\n\n${fill('[a](#x) ', size)}`),
  ebook('links to many headings', (size) => each(size, 30, (n) => `## H${n}\n\n[a](#h${n})\n\n`)),
  ebook('a word without an end', (size) => fill('a', size)),
  ebook('code without an end', (size) => `\`\`\`\n${fill('a.b(', size)}\n\`\`\``),
  ebook('lines of code', (size) => `\`\`\`js\n${fill('const a = 1\n', size)}\`\`\``),
  ebook('lists in each other', (size) =>
    each(Math.sqrt(size), 1, (n) => `${' '.repeat(2 * n)}* a\n`),
  ),
  ebook('quotes in each other', (size) => `${'> '.repeat(Math.sqrt(size))}a`),
  ebook('boxes in each other', (size) => `${fill('<div id="a">', size)}a`),
  ebook('styles in each other', (size) => `${fill('<b><i>', size)}a`),
  ebook('rows of a table', (size) => `| a | b |\n| - | - |\n${fill('| c | d |\n', size)}`),
  ebook(
    'cells that reach down',
    (size) => `<table>${fill('<tr><td rowspan="99">a</td>', size)}</table>`,
  ),
  ebook(
    'columns of a table',
    (size) => `<table><tr>${fill('<td>a', Math.min(size, 2000))}</table>`,
  ),
  ebook('drawings', (size) => fill('<svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg>\n\n', size)),
  ebook('a drawing of elements', (size) => `<svg>${fill('<g>', size)}</svg>`),
  ebook('formulas', (size) => fill('$$\\frac{a}{b}$$ ', size)),
  ebook('a formula in itself', (size) => `$$${fill('\\sqrt{', Math.sqrt(size))}$$`),
  ebook('readings', (size) => fill('<ruby>a<rt>b</ruby>', size)),
  ebook('characters that few fonts have', (size) =>
    each(size, 2, (n) => String.fromCodePoint(0x1f300 + (n % 700))),
  ),
]

const INTERFACES: readonly Pattern[] = [
  api('paths', (size) => `paths:\n${each(size, 24, (n) => `  /a${n}: { get: {} }\n`)}`),
  api(
    'schemas in each other',
    (size) =>
      `paths: { /a: { get: { parameters: [{ name: a, schema: ${fill('{ items: ', size / 4)}{}`,
  ),
  api('a schema that is its own part', (size) => {
    const schemas = each(size, 90, (n) => {
      const next = `{ $ref: '#/components/schemas/S${n + 1}' }`
      return `    S${n}: { properties: { a: ${next}, b: ${next} } }\n`
    })
    const first = "{ $ref: '#/components/schemas/S0' }"
    return `paths: { /a: { get: { parameters: [{ name: a, schema: ${first} }] } } }\ncomponents:\n  schemas:\n${schemas}`
  }),
  api(
    'properties',
    (size) =>
      `paths: { /a: { get: { parameters: [{ name: a, schema: { properties: { ${each(size, 24, (n) => `p${n}: { type: string }, `)} } } }] } } }`,
  ),
]

/** Every pattern. */
export const PATTERNS: readonly Pattern[] = [
  ...repeated(markdown, INLINE),
  ...repeated((name, text) => markdown(`templates ${name}`, text), TEMPLATES),
  markdown('tags with open quotes before an end', (size) => `${fill("{% a '", size)} %}`),
  ...repeated(asciidoc, ASCIIDOC),
  markdown('a long word and @', (size) => `${'a'.repeat(size)}@`),
  asciidoc('a long word and @', (size) => `${'a'.repeat(size)}@`),
  asciidoc('a title of spaces', (size) => `== a${' '.repeat(size)}b =`),
  asciidoc('titles of marks', (size) => `== ${fill('= ', size)}`),
  asciidoc('a long line of spaces', (size) => `a${' '.repeat(size)}b`),
  markdown('a long line of spaces', (size) => `a${' '.repeat(size)}b`),
  markdown('quotations in each other', (size) =>
    each(Math.sqrt(size * 2), 1, (n) => `${'> '.repeat(n / 2)}a\n`),
  ),
  markdown('lists in each other', (size) =>
    each(Math.sqrt(size), 1, (n) => `${'  '.repeat(n)}- a\n`),
  ),
  markdown(
    'a table of many columns',
    (size) => `|${fill('a|', size / 3)}\n|${fill('-|', size / 3)}\n|${fill('b|', size / 3)}`,
  ),
  markdown('a table of many rows', (size) => `|a|b|\n|-|-|\n${fill('|c|d|\n', size)}`),
  markdown(
    'a table of short rows',
    (size) => `|${fill('a|', size / 4)}\n|${fill('-|', size / 4)}\n${fill('|b|\n', 20)}`,
  ),
  markdown('notes', (size) => each(size, 14, (n) => `[^${n}]\n\n[^${n}]: a\n`)),
  markdown('headings alike', (size) => fill('## a\n\n', size)),
  markdown('headings', (size) => names(size, '## head #\n\n', 12)),
  markdown('links to headings', (size) => names(size, '## h#\n\n[a](#h#)\n\n', 18)),
  markdown('code', (size) => `\`\`\`js\n${fill('const a = "b" // c\n', size)}\`\`\``),
  markdown('code of one line', (size) => `\`\`\`js\n${fill('a("b"); ', size)}\n\`\`\``),
  markdown('code in no language', (size) => `\`\`\`\n${fill('a < b && c\n', size)}\`\`\``),
  markdown('backticks of all lengths', (size) =>
    each(Math.sqrt(size * 2), 1, (n) => `${'`'.repeat(n)}a`),
  ),
  markdown('a loop', (size) => `{% for i in range(${Math.ceil(size / 10)}) %}{{ i }} {% endfor %}`),
  markdown(
    'a text that grows',
    (size) =>
      `{% set a = "" %}{% for i in range(${Math.ceil(size / 100)}) %}{% set a = a ~ "abcdefghij" %}{% endfor %}{{ a | length }}`,
  ),
  markdown('a formula of fractions', (size) => `$$\n${fill('\\frac{', size)}\n$$`),
  markdown('a formula of braces', (size) => `$$\n${fill('{', size)}\n$$`),
  markdown(
    'a formula of columns',
    (size) => `$$\n\\begin{matrix}${fill('a&', size)}\\end{matrix}\n$$`,
  ),
  markdown('a long formula', (size) => `$$\n${fill('a+', size)}\n$$`),
  markdown('formulas', (size) => fill('$$a$$ ', size)),
  markdown(
    'a diagram of groups',
    (size) =>
      `\`\`\`mermaid\ngraph TD\n${names(size, 'a# & ', 7)}b --> ${names(size, 'c# & ', 7)}d\n\`\`\``,
  ),
  markdown(
    'a graph of groups',
    (size) =>
      `\`\`\`dot\ndigraph { {${names(size, 'a# ', 5)}} -> {${names(size, 'b# ', 5)}} }\n\`\`\``,
  ),
  markdown('diagrams', (size) => fill('```mermaid\ngraph TD\na-->b\n```\n\n', size / 8)),
  asciidoc('a table', (size) => `|===\n${fill('|a |b\n', size)}|===`),
  asciidoc('a table of AsciiDoc', (size) => `[cols="a,a"]\n|===\n${fill('|a |b\n', size / 4)}|===`),
  asciidoc('paragraphs with marks', (size) =>
    fill('*a* _b_ `c` <<d>> {e} http://f.org[g]\n\n', size),
  ),
  asciidoc('attributes', (size) => names(size, ':a#: {a#}{a1}\n', 14)),
  asciidoc('anchors', (size) => names(size, '[[a#]]\nb <<a#>>\n\n', 18)),
  file(
    'SUMMARY of one level',
    'SUMMARY.md',
    (size) => SUMMARY + names(size, '* [A #](README.md#a#)\n', 24),
  ),
  file(
    'SUMMARY in each other',
    'SUMMARY.md',
    (size) => SUMMARY + each(Math.sqrt(size), 1, (n) => `${' '.repeat(n)}* [A](README.md)\n`),
  ),
  file('SUMMARY of brackets', 'SUMMARY.md', (size) => SUMMARY + fill('* [[a](', size)),
  markdown(
    'a tag before many lines',
    (size) => `{% hint %}\na\n{% endhint %}\n\n${fill('a\n\n', size)}`,
  ),
  file('SUMMARY of addresses', 'SUMMARY.md', (size) => SUMMARY + fill('<https://a.org/b>\n', size)),
  file(
    'SUMMARY of HTML',
    'SUMMARY.md',
    (size) => SUMMARY + fill('<ul><li><a href="README.md">a</a>', size),
  ),
  file('SUMMARY of comments', 'SUMMARY.md', (size) => SUMMARY + fill('`<!-- ', size)),
  file(
    'SUMMARY in AsciiDoc',
    'SUMMARY.adoc',
    (size) => `= S\n\n${fill('. link:README.md[A]\n', size)}`,
  ),
  file('a glossary of brackets', 'GLOSSARY.md', (size) => `# G\n\n## a\n\n${fill('[a](', size)}`),
  file('a configuration of braces', 'book.json', (size) => fill('{"a":', size)),
  file(
    'a configuration of keys',
    'book.json',
    (size) => `{"variables":{${names(size, '"k#":1,', 9)}"z":1}}`,
  ),
  file(
    'a configuration of unknown keys',
    'book.json',
    (size) => `{${names(size, '"titel#":1,', 12)}"z":1}`,
  ),
  file('a configuration of comments', 'book.json', (size) => `{${fill('/* a */ // b\n', size)}}`),
  file('a configuration of commas', 'book.json', (size) => `{"variables":[${fill(',', size)}]}`),
  file(
    'YAML of keys',
    '.gitbook.yaml',
    (size) => `redirects:\n${names(size, '  a#: README.md\n', 18)}`,
  ),
  file('YAML of brackets', '.gitbook.yaml', (size) => fill('[', size)),
  file('YAML of aliases', '.gitbook.yaml', (size) => `a: &a [x]\nb: [${fill('*a,', size)}]`),
  file('a layout of blocks', '_layouts/layouts/page.hbs', (size) =>
    fill('{{#if page}}a{{/if}}', size),
  ),
  file('a layout of blocks in each other', '_layouts/layouts/page.hbs', (size) =>
    fill('{{#if page}}', size),
  ),
  file('a layout of braces', '_layouts/layouts/page.hbs', (size) => fill('{{', size)),
  file(
    'a layout of white space',
    '_layouts/layouts/page.hbs',
    (size) => `${fill(' \n', size)}{{page.title}}`,
  ),
  file(
    'a picture of elements',
    'a.svg',
    (size) => `<svg width="1" height="2">${fill('<g>', size)}</svg>`,
  ),
  WHITE_DIAGRAMS,
  WHITE_PLUGINS,
  file('dashes and keys', 'README.md', (size) => `—\n${fill('a: b\r\n', size)}`),
  markdown('an import of white space', (size) => `import ${' '.repeat(size)}a${' '.repeat(size)}`),
  ...EBOOKS,
  ...INTERFACES,
  ...BOOKS,
]
