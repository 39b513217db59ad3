// Small texts of every language that a book is written in, with as much of each as fits: what mutations start from.

/** A Markdown page with a bit of everything. */
const MARKDOWN = `---
title: A page
description: of everything
tags: [a, b]
redirect_from:
  - old.md
---

# A page {#page}

See [another](p2.md#part), [itself](#part), <https://example.org> and ![a picture](a.png "title"){width=40}.

## Part

* one \`code\`
  1. two **strong** *em* ~~gone~~
     > quoted [^1]
- [ ] task

| a | b |
|:--|--:|
| 1 | \`x|y\` |

> [!NOTE]
> A hint.

\`\`\`js {1,3}
const a = 1 // {{ book.a }}
\`\`\`

Term
: definition

<div class="x"><p>raw <b>html</b></p></div>

<details><summary>More</summary>

text

</details>

[^1]: A note with [a link](p1.md).
[ref]: p2.md "by reference"

中文、**强调**文字 [引用][ref]。 &amp; &copy; &#x1F600;
`

const TEMPLATES = `# Templates

{% set x = [1, 2, "three"] %}{{ x | join(", ") }} {{ book.title }} {{ page.title }} {{ file.path }}
{% for i in range(3) %}{{ loop.index }}: {{ x[i] }}{% else %}none{% endfor %}
{% if book.a == "b" %}yes{% elif not config.title %}no{% else %}maybe{% endif %}
{% include "./part.md" %}
{% raw %}{{ kept }}{% endraw %}
{% macro m(a, b=2) %}{{ a }}-{{ b }}{% endmacro %}{{ m(1) }}
{% hint style="info" %}
A hint with **strong**.
{% endhint %}
{% tabs %}{% tab title="One" %}
\`\`\`sh
ls
\`\`\`
{% endtab %}{% endtabs %}
{% code title="a.js" lineNumbers="true" %}
\`\`\`js
a()
\`\`\`
{% endcode %}
{% content-ref url="p2.md" %}[p2.md](p2.md){% endcontent-ref %}
{{ "text" | upper | replace("T", "t") }} {{ {a: 1, b: [2]} | dump }} {{ 5 // 2 }} {{ "a" if x else "b" }}
`

const ASCIIDOC = `= A page
:toc:
:name: value

== Part one

A paragraph with *strong*, _em_, \`mono\`, #mark#, link:p1.md[a link], <<part>>, {name} and https://example.org[there].

[[part]]
=== Deeper

* one
** two
. three
term:: definition

[source,ruby]
----
puts 1 # <1>
----
<1> a callout

|===
|a |b
|1 |2
|===

NOTE: a note.

image::a.png[A picture,100]
include::part.adoc[lines=1..2]

++++
<b>raw</b>
++++

____
quoted
____
footnote:[a note] kbd:[Ctrl] pass:[<i>] stem:[x^2]
`

const DRAWINGS = `# Formulas and diagrams

$$\\frac{a}{b} + \\sum_{i=1}^n x_i$$ and $$\\begin{matrix} a & b \\\\ c & d \\end{matrix}$$

\`\`\`mermaid
graph TD
a[One] --> b{Two} -- words --> c
subgraph s
c & d --> e
end
\`\`\`

\`\`\`mermaid
sequenceDiagram
Alice->>Bob: Hi
\`\`\`

\`\`\`dot
digraph { a -> {b c} [label="x"]; subgraph s { d e } }
\`\`\`
`

/** What is set in another way on paper and on devices. */
const FOR_EBOOKS = `# Set

Notes^[of one line] and again[^n], <ruby>庭<rt>にわ</rt></ruby>, <abbr title="a b">AB</abbr>, H<sub>2</sub>O,
<a id="x" name="y">here</a>, [there](#x), [page](p1.md#part) and [out](git://example.org/a b).

<figure id="f 1"><img src="drawing.svg"><figcaption>A *drawing*</figcaption></figure>

![far](https://example.org/x.png) ![data](data:image/svg+xml,%3Csvg/%3E) ![none](none.avif)

<table><caption>By hand</caption><tr><th colspan="2">a<td rowspan="9">b<tr></tr><tr><td>c</table>

<dl><dt id="t">Term<dd>Said<dd>Twice</dl>

<svg viewBox="0 0 9 9"><title>Dot</title><circle r="3" onclick="x()"/><foreignObject><p>x</p></foreignObject></svg>

<ol start="3" type="a"><li value="9">one<li id="t">two</ol>

<p dir="rtl" lang="ar">نص <b>عربي</b></p><iframe src="//example.org" title="f"></iframe><video src="a.mp4"></video>

\`\`\`js {.numberLines title="a.js"}
\tconst long = "${'word'.repeat(30)}" // "#panic()"
\`\`\`

$$\\frac{a}{b} \\# \\text{"x"}$$ and $$\\begin{aligned}a&=b\\\\c&=d\\end{aligned}$$

[^n]: A note

    of *two* paragraphs.
`

const API = `# API

{% openapi-operation spec="api" path="/beds/{id}" method="get" %}
[The description](api.yaml)
{% endopenapi-operation %}

{% swagger src="api.yaml" path="/beds" method="post" %}
{% endswagger %}

{% openapi-schemas spec="api" schemas="Bed,Plant" %}
{% endopenapi-schemas %}
`

const DESCRIPTION = `openapi: 3.0.3
info: { title: Beds, version: '1' }
servers: [{ url: 'https://{host}/v1', variables: { host: { default: example.org } } }]
paths:
  /beds/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer, minimum: 1 } }]
    get:
      summary: One bed
      description: Says **what** grows.
      responses:
        '200': { description: It, content: { application/json: { schema: { $ref: '#/components/schemas/Bed' } } } }
        default: { $ref: '#/components/responses/None' }
  /beds:
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Bed' }, example: { a: 1 } } } }
      responses: { '201': { description: Made } }
components:
  responses: { None: { description: Nothing } }
  schemas:
    Bed:
      type: object
      required: [plants]
      properties:
        plants: { type: array, items: { $ref: '#/components/schemas/Plant' } }
        above: { $ref: '#/components/schemas/Bed' }
    Plant:
      allOf: [{ type: object, properties: { name: { type: string, enum: [leek, beet], nullable: true } } }]
      oneOf: [{ $ref: '#/components/schemas/Plant' }, { type: string }]
`

/** Texts by the names that decide what they are read as. */
export const SEEDS: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'page.md', text: MARKDOWN },
  { name: 'templates.md', text: TEMPLATES },
  { name: 'page.adoc', text: ASCIIDOC },
  { name: 'drawings.md', text: DRAWINGS },
  { name: 'part.md', text: 'An included **part**. {{ book.a }} [up](README.md)\n' },
  {
    name: 'SUMMARY.md',
    text: '# Summary\n\n* [Intro](README.md)\n* [One](p1.md)\n  * [Two](p2.md#part)\n  * [Draft]()\n\n## Part\n\n* [Out](https://example.org)\n---\n* [Three](p3.adoc)\n',
  },
  { name: 'SUMMARY.adoc', text: '= Summary\n\n. link:README.md[Intro]\n.. link:p3.adoc[Three]\n' },
  {
    name: 'GLOSSARY.md',
    text: '# Glossary\n\n## term\nWhat it **means**.\n\n## strong\nNot weak.\n\n## 中文\n一种语言。\n',
  },
  { name: 'LANGS.md', text: '# Languages\n\n* [English](en)\n* [中文](zh)\n' },
  {
    name: 'book.json',
    text: `{
  // a comment
  "title": "A book", "language": "en", "variables": { "a": "b", "list": [1, { "c": null }] },
  "plugins": ["-search", "katex", "theme-x@1"], "pluginsConfig": { "katex": {} },
  "structure": { "readme": "README.md" }, "links": { "sidebar": { "Home": "https://example.org" } },
  "redirects": { "old.md": "p1.md" }, "styles": { "website": "styles/website.css" },
}
`,
  },
  {
    name: '.gitbook.yaml',
    text: 'root: ./\nstructure:\n  readme: README.md\n  summary: SUMMARY.md\nredirects:\n  a/b: p1.md\n',
  },
  {
    name: '_layouts/layouts/page.hbs',
    text: '<!doctype html><html><head>{{> head}}</head><body><main>{{{page.content}}}</main>{{#each site.links}}{{label}}{{/each}}</body></html>\n',
  },
  {
    name: '_layouts/partials/footer.hbs',
    text: '<p>{{t "previous"}} {{#if page}}{{page.title}}{{/if}}</p>\n',
  },
  { name: 'ebook.md', text: FOR_EBOOKS },
  { name: 'api.md', text: API },
  { name: 'api.yaml', text: DESCRIPTION },
  {
    name: 'drawing.svg',
    text: '<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg" xmlns:x="urn:x" viewBox="0 0 9 9"><style><![CDATA[.a{fill:url(#g)}]]></style><linearGradient id="g"/><a href="https://example.org"><text x:y="1" class="a">A &amp; b</text></a><image href="data:image/png;base64,AA=="/></svg>\n',
  },
  {
    name: 'a.svg',
    text: '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20" viewBox="0 0 10 20"><path d="M0 0h10"/></svg>\n',
  },
  { name: 'data.csv', text: 'a,b\n1,"two ""2"""\n' },
]
