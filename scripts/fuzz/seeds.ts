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
  {
    name: 'a.svg',
    text: '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20" viewBox="0 0 10 20"><path d="M0 0h10"/></svg>\n',
  },
  { name: 'data.csv', text: 'a,b\n1,"two ""2"""\n' },
]
