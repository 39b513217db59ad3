// Ways out of template engines that are known in public, and some of our own. What runs would leave a mark on the
// process and text in the page; nothing may.
import { afterEach, expect, test } from 'vitest'
import { buildBook, site } from '../support/build-book.ts'
import { expand } from './expand-page.ts'

const MARK = 'handbookTemplateGotOut'
const CODE = `globalThis.${MARK} = 1; return 'out' + 'side'`
const world = globalThis as { [name: string]: unknown }

afterEach(() => {
  // oxlint-disable-next-line typescript/no-dynamic-delete -- the mark is a global by nature
  delete world[MARK]
})

const CYCLE =
  '{% set c = cycler("x", "constructor", "constructor", "x", "constructor", "constructor") %}{% set o = {"toString": c.next} %}'

test.each([
  ['the constructor of a function', `{{ range.constructor("${CODE}")() }}`],
  ['the constructor by its name in a string', `{{ range["constructor"]("${CODE}")() }}`],
  ['a name that is put together', `{{ range["con" ~ "structor"]("${CODE}")() }}`],
  ['the constructor of a string', `{{ "".sub.constructor("${CODE}")() }}`],
  ['two constructors', `{{ {}.constructor.constructor("${CODE}")() }}`],
  ['a list as a name', `{{ range[["constructor"]]("${CODE}")() }}`],
  ['a list of a list as a name', `{{ range[[["constructor"]]]("${CODE}")() }}`],
  ['a name that changes while it is read', `${CYCLE}{{ range[o]("${CODE}")() }}`],
  [
    'the same for a member that is no function',
    `${CYCLE}{% set f = "a"[o] %}{{ f[o]("${CODE}")() }}`,
  ],
  ['the prototype of a value', `{{ {}["__proto__"]["constructor"]["constructor"]("${CODE}")() }}`],
  [
    'a prototype of one’s own',
    `{% set p = {"__proto__": range} %}{{ p.constructor("${CODE}")() }}{{ p["constructor"]("${CODE}")() }}`,
  ],
  [
    'the constructor of a loop',
    `{% for x in [1] %}{{ loop.constructor.constructor("${CODE}")() }}{% endfor %}`,
  ],
  [
    'the constructor of a macro',
    `{% macro m() %}{% endmacro %}{{ m.constructor("${CODE}")() }}{{ m["constructor"]("${CODE}")() }}`,
  ],
  [
    'the constructor of a caller',
    `{% macro m() %}{{ caller["constructor"]("${CODE}")() }}{% endmacro %}{% call m() %}{% endcall %}`,
  ],
  ['the constructor of a joiner', `{{ joiner()["constructor"]("${CODE}")() }}`],
  ['the constructor of what a cycler gives', `{{ cycler("a").next["constructor"]("${CODE}")() }}`],
  [
    'an inherited function as a variable',
    `{% set context = (valueOf | default(1))() %}{{ context.env.renderString("{{ range.constructor('${CODE}')() }}") }}{{ context.ctx }}`,
  ],
  [
    'an inherited function over a loop',
    '{% for k, v in (valueOf | default({}))() %}{{ k }}{{ v }}{% endfor %}',
  ],
  [
    'the engine by its names',
    '{{ self }}{{ global.process }}{{ globalThis.process }}{{ process.pid }}',
  ],
  [
    'names of generated code',
    '{{ env.opts }}{{ context.env }}{{ frame.variables }}{{ runtime }}{{ cb() }}',
  ],
  ['code in a name', `{{ x";${CODE.replaceAll('"', "'")};" }}`],
  ['code in the name of a macro', `{% macro a(b=(globalThis.${MARK}=1)) %}{% endmacro %}{{ a() }}`],
  ['code in the name of a block', `{% block a");globalThis.${MARK}=1;(" %}{% endblock %}`],
  ['a member that a filter sums up', `{{ ([range] | sum("constructor", ""))("${CODE}")() }}`],
  ['a member that a filter joins', `{{ [range] | join("", "constructor") }}`],
  [
    'a member that a filter sorts by',
    `{{ [range, range] | sort(false, false, "constructor.name") | length }}`,
  ],
  [
    'a member by which a filter chooses',
    `${CYCLE}{{ [range] | selectattr(o) | length }}{{ [range] | rejectattr(o) | length }}`,
  ],
  [
    'a member by which a filter groups',
    `${CYCLE}{{ [range] | groupby(o) | dump }}{{ [{}] | groupby("__proto__") | dump }}`,
  ],
  [
    'the functions of functions',
    `{{ range.bind(1)["constructor"]("${CODE}")() }}{{ range.call.constructor("${CODE}")() }}`,
  ],
  [
    'getters and setters',
    `{{ {}.__defineGetter__("x", range) }}{{ {}["__lookup" ~ "Getter__"]("__proto__") }}`,
  ],
  [
    'a function that another one calls',
    `{{ ["${CODE}"].map(range["constructor"]) }}{{ "a".replace("a", range["constructor"]) }}`,
  ],
  [
    'a regular expression',
    `{{ r/a/.constructor.constructor("${CODE}")() }}{{ r/a/["constructor"]["constructor"]("${CODE}")() }}`,
  ],
])('%s leads nowhere', (_, source) => {
  const { text } = expand(source)
  expect(world[MARK]).toBeUndefined()
  expect(text).not.toMatch(/outside|native code|function|\[object (?!Object\])/)
  expect(text).not.toContain(String(process.pid))
})

test('no page changes what another one sees', async () => {
  const book = {
    'book.json':
      '{ "plugins": ["hints"], "variables": { "list": ["x"], "deep": { "list": ["y"] } } }',
    'SUMMARY.md': '# Summary\n\n* [A](README.md)\n* [B](b.md)\n',
    'README.md':
      '# A\n\n{{ book.list.push("EVIL") }} {{ book.deep.list.push("EVIL") }} {{ config.plugins.push("EVIL") }} {{ config.variables.list.reverse() }} {{ summary.parts[0].articles.pop() }} {{ page.articles.pop() }}\n',
    'b.md':
      '# B\n\n{{ book.list }} {{ book.deep.list }} {{ config.plugins }} {{ summary.parts[0].articles | length }}\n',
  }
  const clean = await buildBook(book)
  expect(site(clean)['b.html']).toContain('x y hints 2')
  const edited = { ...book, 'b.md': `${book['b.md']}\nMore.\n` }
  const incremental = await buildBook(edited, clean.memory)
  expect(site(incremental)['b.html']).toContain('x y hints 2')
  expect(site(incremental)).toEqual(site(await buildBook(edited)))
})
