// The same templates, expanded by Nunjucks and by us: the same text.
import { describe, expect, test } from 'vitest'
import { expand } from './expand-page.ts'
import { nunjucks } from './oracle.ts'

const context = {
  book: {
    version: '1.2',
    count: 7,
    price: -2.5,
    yes: true,
    no: false,
    none: null,
    empty: '',
    text: 'Hello big  World',
    html: '<b class="x">b & c</b> <!-- d --> e\n\n\n\nf   g',
    list: ['x', 'y', 'Z', 'a'],
    numbers: [3, 1, 2, 10],
    nothing: [],
    nested: [
      ['a', 1],
      ['b', 2],
    ],
    people: [
      { name: 'Bo', age: 3, is: { tall: true } },
      { name: 'al', age: 1, is: { tall: false } },
      { name: 'Cy', age: 2, is: { tall: true } },
    ],
    dict: { b: 2, a: 1, C: 3 },
    lines: 'a\nb\r\nc',
    links: 'see http://a.org/b, (www.c.com) d@e.fr. f.net/ and g',
    long: 'one two three four five six seven eight nine ten',
  },
}
const files = {
  'ch/part.md': '[{{ book.version }}{% set inner = 1 %}{{ outer }}]',
  'ch/macros.md':
    '{% macro m(a, b="z") %}<{{ a }}{{ b }}>{% endmacro %}{% set v = 7 %}{% set _hidden = 1 %}',
  'ch/base.md':
    'A{% block x %}x{% endblock %}B{% block y %}y{% block z %}z{% endblock %}{% endblock %}C',
}
const named = Object.fromEntries(
  Object.entries(files).map(([name, text]) => [name.replace('ch/', ''), text]),
)

function same(source: string): void {
  const expected = nunjucks(source, context, named)
  expect(expected, `Nunjucks reads ${source}`).toBeDefined()
  const { text } = expand(source, { variables: context, files })
  expect(text, source).toBe(expected)
}

describe('filters', () => {
  test.each(
    `book.price | abs · "5" | abs · book.numbers | batch(2) | dump · book.numbers | batch(3, "-") | dump
book.list | batch(10, 0) | join("+") · "hELLO wORLD" | capitalize · "" | capitalize · none | capitalize
"ab" | center(10) + "|" · "abc" | center(10) + "|" · "ab" | center + "|" · "abcdef" | center(3)
book.gone | default("d") · none | default("d") · "" | default("d") · "" | default("d", true) · false | d("e", true)
book.dict | dictsort | dump · book.dict | dictsort(true) | dump · book.dict | dictsort(false, "value") | dump
book.dict | dump · book.people | dump(2) · "a" | dump · book.list | dump("\t") · none | dump
book.html | escape · book.html | e · "'\`" | escape · 5 | escape · none | escape · book.html | safe | escape
book.html | escape | escape · book.html | escape | forceescape · book.list | first · "abc" | first · book.nothing | first
book.html | forceescape · book.people | groupby("age") | dump · book.people | groupby("is.tall") | dump
book.lines | indent · book.lines | indent(2) · book.lines | indent(2, true) · "" | indent(3, true) · "a" | indent(0)
book.list | join · book.list | join(", ") · book.people | join("-", "name") · book.nested | join("/")
book.list | last · "abc" | last · book.nothing | last · book.list | length · "abc" | length · book.dict | length
none | length · book.gone | length · 5 | length · "" | length · "abc" | list | dump · book.dict | list | dump · book.list | list | dump
"ABC" | lower · 5 | string | lower · none | lower · book.lines | nl2br · "" | nl2br · none | nl2br
book.numbers | select("odd") | dump · book.numbers | reject("even") | dump · book.numbers | select("gt", 2) | dump
[0, 1, "", "a"] | select | dump · book.numbers | select("divisibleby", 3) | dump · book.people | selectattr("is") | length
book.people | rejectattr("age") | length · book.people | selectattr("gone") | length
"a.b.c" | replace(".", "-") · "a.b.c" | replace(".", "-", 1) · "abc" | replace("", ".") · 1234 | replace("2", "x") · "aaa" | replace("a", "b", 0)
"a1b1" | replace(1, 2) · "abc" | replace("x", "y") · book.list | replace("a", "b") · "abc" | reverse · book.numbers | reverse | dump
4.567 | round · 4.567 | round(1) · 4.567 | round(2, "ceil") · 4.567 | round(1, "floor") · book.price | round · "3.7" | round
book.numbers | slice(2) | dump · book.numbers | slice(3) | dump · book.numbers | slice(3, "f") | dump · book.list | slice(10) | dump
book.list | sort | dump · book.list | sort(true) | dump · book.list | sort(false, true) | dump · book.people | sort(false, false, "age") | dump
book.people | sort(attribute="name") | dump · book.people | sort(reverse=true, attribute="age") | dump · book.numbers | sort | dump
book.people | sort(attribute="is.tall") | length · 5 | string + 1 · book.list | string · book.html | striptags · book.html | striptags(true)
"a < b > c" | striptags · "<<b>>x" | striptags · "<!-- a" | striptags · "a <b" | striptags · book.numbers | sum · book.people | sum("age") · book.people | sum("age", 10)
book.list | sum · "foo bar-baz QUX" | title · "  a b " | trim + "|" · "" | trim · book.long | truncate(12) · book.long | truncate(12, true) · book.long | truncate(12, false, "…")
book.long | truncate(12, true, "") · "short" | truncate(12) · book.long | truncate · "abcdefghij" | truncate(3) · "abc" | upper · none | upper
"a b&c/ü" | urlencode · book.dict | urlencode · book.nested | urlencode · book.links | urlize · book.links | urlize(8) · book.links | urlize(8, true)
"" | urlize · "a@b" | urlize · "(http://x.y)" | urlize · "a.org" | urlize · "a  b" | urlize · book.text | wordcount · "" | wordcount · "a-b c" | wordcount
"3.5x" | float · "x" | float · "x" | float(2) · "42abc" | int · "x" | int(7) · "ff" | int(0, 16) · "7" | int(default=3) · "z" | int(default=3) · 3.9 | int`
      .split(/ · |\n/)
      .map((line) => [line.trim()]),
  )('%s', (written) => {
    same(`{{ ${written} }}`)
  })
})

describe('expressions', () => {
  test.each(
    `1 + 2 * 3 · (1 + 2) * 3 · 7 / 2 · 7 // 2 · -7 // 2 · 7 % 4 · 2 ** 3 ** 2 · -2 ** 2 · 10 - 4 - 3 · 1 - 2 + 3 · 2 * 7 // 2 · 7 // 2 * 2
1 ~ 2 · 1 ~ 2 + 3 · 1 + 2 ~ 3 · "a" + 1 - 2 · "3" * "4" · 1 + "2" · book.list + "!" · true + 1 · "a" ~ none · none + 1
1 == "1" · 1 === "1" · none == false · none == book.gone · "" == 0 · book.list == book.list · [1] == 1 · [1] == [1] · 1 != 2 · "a" !== "a"
"a" < "b" · "10" < "9" · 10 < 9 · "10" < 9 · 1 < 2 == true · book.list < 3 · none < 1 · [2] > 1
true and "x" · false and "x" · 0 or "y" · "" or 0 or "z" · 1 and 0 or 2 · not true · not "" · not 1 + 1 · not none and true
"x" in book.list · "q" in book.list · "el" in book.text · "a" in book.dict · "q" in book.dict · "x" not in book.list · 1 in [1, 2] · "1" in [1, 2]
5 is odd · 4 is even · 4 is not odd · 9 is divisibleby(3) · book.gone is defined · book.gone is undefined · book.list is defined · 1 is number · "1" is number
"a" is string · "a" is lower · "A" is upper · 1 is eq(1) · 1 is sameas("1") · 1 is ne(2) · 3 is gt(2) · 3 is lt(2) · 3 is ge(3) · 3 is le(2) · none is null · 0 is falsy · 1 is truthy
book.list is iterable · book.dict is mapping · book.list is mapping · "a" is iterable · 5 is equalto(5) · 5 is greaterthan(4) · 5 is lessthan(4)
"a" if true else "b" · "a" if false else "b" · "a" if false · ("a" if 1 else "b") ~ "c"
[1, "a", [2, 3], none, true] · [] · {a: 1}.a · {"a b": 1}["a b"] · (1, 2) · [1, 2][1] · [[1, 2], [3]][0][1] · "abc"[1] · "abc".length · book.list.length · book.list[0] · book.dict["a"] · book["version"] · book.list["1"]
book.gone.deeper.still · book.text.toUpperCase() · book.text.slice(2, 5) · book.text.indexOf("big") · book.text.split(" ") · book.text.split(" ", 1) · "abc".charAt(1) · "abc".substring(1) · "abc".substr(-2, 1) · "abcabc".replace("b", "x")
"a".concat("b", 1) · "a,b".split(",")[1] · " a ".trim() ~ "|" · "abc".includes("b") · "abc".startsWith("a") · "abc".endsWith("c") · "ab".repeat(3) · "5".padStart(3, "0") · "5".padEnd(3) ~ "|" · "abc".at(-1) · "abc".lastIndexOf("c")
book.list.join("") · book.list.slice(1) · book.list.slice(1, 3).join() · book.list.concat(["q"]).length · book.list.indexOf("y") · book.list.includes("y") · [3, 1].sort() · [1, 2].reverse() · [1, 2].concat(3, [4])
(5).toFixed(2) · book.price.toFixed() · (255).toString(16) · 1.5 · 1.50 · 1e3 | default("x") · 0.1 + 0.2 · 1000000 * 1000000 * 1000000 * 1000000 · 1 / 0 · 0 / 0
-5 | abs · -book.price · +"3" · -5 | abs + 1 · "a" | upper ~ "b" · ("a" ~ "b") | upper · [1, 2] | join("-") | length
range(3) · range(1, 4) · range(0, 10, 3) · range(3, 0, -1) · range(0) · range(2, 2)
"\\n\\t\\\\" · 'it\\'s' · "a\\"b" · "a\\qb" · "}}" · '%}' · "é中🎉"[1] · "中文" | length`
      .split(/ · |\n/)
      .map((line) => [line.trim()])
      .filter(([line]) => line !== '1e3 | default("x")'),
  )('%s', (written) => {
    same(`{{ ${written} }}`)
  })
})

describe('statements', () => {
  test.each([
    '{% if book.yes %}a{% elif book.no %}b{% else %}c{% endif %}{% if book.gone %}d{% endif %}{% if not book.gone == 1 %}e{% endif %}',
    '{% for x in book.list %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}{{ x }},{% endfor %}',
    '{% for x in book.nothing %}a{% else %}b{% endfor %}{% for x in book.gone %}a{% else %}c{% endfor %}{% for x in "abc" %}{{ x }}-{% endfor %}',
    '{% for k, v in book.dict %}{{ k }}={{ v }};{% endfor %}{% for a, b in book.nested %}{{ a }}{{ b }}{% endfor %}{% for x in book.dict %}q{% else %}none{% endfor %}',
    '{% for p in book.people %}{% for l in book.list %}{{ p.name }}{{ l }}{{ loop.index }}{% endfor %}{{ loop.index }}{% endfor %}',
    '{% set x = 1 %}{% for i in [1, 2] %}{% set x = x + i %}{{ x }}{% endfor %}{{ x }}{% for i in [1] %}{% set inside = 3 %}{% endfor %}{{ inside }}',
    '{% set a, b = 5 %}{{ a }}{{ b }}{% set c %}q{{ a }}{% endset %}{{ c }}{{ c | upper }}{% if true %}{% set d = 4 %}{% endif %}{{ d }}',
    '{% macro m(a, b="x", c) %}[{{ a }}{{ b }}{{ c }}]{% endmacro %}{{ m() }}{{ m(1) }}{{ m(1, 2, 3) }}{{ m(1, c=3) }}{{ m(b=2, a=1) }}',
    '{% macro m(x) %}{{ x }}{{ caller() }}{% endmacro %}{% call m(1) %}in{{ book.count }}{% endcall %}',
    '{% macro m() %}{{ caller(1, 2) }}{% endmacro %}{% call(a, b) m() %}{{ a }}-{{ b }}{% endcall %}',
    '{% set q = 1 %}{% macro m() %}{{ q }}{% set q = 2 %}{{ q }}{% endmacro %}{{ m() }}{{ q }}',
    '{% for i in [1, 2] %}{% macro m() %}{{ i }}|{% endmacro %}{{ m() }}{% endfor %}',
    '{% filter upper %}a{{ book.text }}{% endfilter %}{% filter replace("a", "b") %}aaa{% endfilter %}',
    '{% switch book.count %}{% case 1 %}a{% case 7 %}b{% default %}c{% endswitch %}{% switch 5 %}{% case 1 %}a{% default %}c{% endswitch %}{% switch 1 %}{% case 1 %}{% case 2 %}two{% endswitch %}',
    '{% set outer = 5 %}a {% include "part.md" %} b{{ inner }}{% include "gone.md" ignore missing %}',
    '{% for outer in [1, 2] %}{% include "part.md" %}{% endfor %}',
    '{% import "macros.md" as x %}{{ x.m(1) }}{{ x.v }}{{ x._hidden }}{% from "macros.md" import m as n, v %}{{ n(2, b=3) }}{{ v }}',
    '{% extends "base.md" %}ignored{% block x %}X{{ super() }}{% endblock %}{% block z %}Z{% endblock %}',
    '{% block q %}{{ book.version }}{% endblock %}{% block r %}{% set t = 1 %}{% endblock %}{{ t }}',
    'a \n {{- book.version -}} \n b {%- if true -%} c {%- endif %} d\n{%- set x = 1 %} e',
    '{% raw %}{{ a }}{% if %}{% endraw %}{% verbatim %}{{ b }}{% endverbatim %}{### c {{ d ###}e{# f #}',
    '{% set c = cycler("a", "b") %}{{ c.next() }}{{ c.current }}{{ c.next() }}{{ c.next() }}{{ c.reset() }}{{ c.next() }}',
    '{% set j = joiner("; ") %}{{ j() }}a{{ j() }}b{{ j() }}',
    '{% set l = [] %}{{ l.push(1) }}{{ l.push(2, 3) }}{{ l }}{{ l.pop() }}{{ l.shift() }}{{ l }}{{ l.unshift(9) }}{{ l }}{{ l.splice(0, 1) }}{{ l }}',
    '{{ m(1) if false else "x" }}{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1) }}',
    '{% macro a(n) %}{{ n }}{% if n > 0 %}{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(5) }}',
  ])('%s', (source) => {
    same(source)
  })
})

/** A small generator of pseudo-random numbers: the same sequence in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const ATOMS =
  '1 2 7 0 2.5 "a" "Bc" "" true false none book.version book.count book.price book.text book.list book.numbers book.dict.a book.people[0].name book.none [1,2] ["x"] (3)'.split(
    ' ',
  )
const OPERATORS = '+ - * / % ** ~ == != === !== < > <= >= and or'.split(' ')
const SIMPLE = 'upper lower capitalize trim length string first last abs round title reverse'.split(
  ' ',
)

function expression(next: (below: number) => number, depth: number): string {
  const atom = (): string => ATOMS[next(ATOMS.length)] ?? '1'
  if (depth === 0) return atom()
  const inner = (): string => expression(next, depth - 1)
  switch (next(9)) {
    case 0:
      return `(${inner()})`
    case 1:
      return `(${inner()} if ${inner()} else ${inner()})`
    case 2:
      return `(${inner()}) | ${SIMPLE[next(SIMPLE.length)]}`
    case 3:
      return `(not ${inner()})`
    case 4:
      return `${atom()} in ${['book.list', '"abc"', '[1, 7]'][next(3)]}`
    case 5:
      return `[${inner()}, ${inner()}]`
    default:
      return `${inner()} ${OPERATORS[next(OPERATORS.length)]} ${inner()}`
  }
}

function template(next: (below: number) => number, depth: number): string {
  const part = (): string => {
    const inside = (): string => (depth > 0 ? template(next, depth - 1) : 't')
    switch (next(8)) {
      case 0:
        return `{% if ${expression(next, 1)} %}${inside()}{% else %}${inside()}{% endif %}`
      case 1:
        return `{% for x in book.${['list', 'numbers', 'nothing'][next(3)]} %}${inside()}{{ x }}{{ loop.index }}{% endfor %}`
      case 2:
        return `{% set y = ${expression(next, 1)} %}`
      case 3:
        return `{% set y %}${inside()}{% endset %}`
      case 4:
        return `{% filter ${['upper', 'trim', 'lower'][next(3)]} %}${inside()}{% endfilter %}`
      case 5:
        return ' text\n'
      default:
        return `{{${['', '-'][next(2)]} ${expression(next, 2)} ${['', '-'][next(2)]}}}`
    }
  }
  return `{% set y = 1 %}${Array.from({ length: 1 + next(3) }, part).join('')}{{ y }}`
}

test('random templates', () => {
  let compared = 0
  for (let seed = 1; seed <= 2500; seed++) {
    const source = template(numbers(seed * 7919), 2)
    const expected = nunjucks(source, context, named)
    if (expected === undefined) continue
    const { text, diagnostics } = expand(source, { variables: context, files })
    // What we refuse stays as it is written; Nunjucks goes on with `NaN` and `undefined`.
    if (diagnostics.some(({ code }) => code === 'template/failed')) continue
    expect(text, `${seed}: ${source}`).toBe(expected)
    compared += 1
  }
  expect(compared).toBeGreaterThan(1000)
})
