// How a book is set: the part of its source in Typst that is the same for all books. It is called with what the writer
// of pages makes: `callout`, `codeblock`, `go` and the like are the words that it knows.

/** The style sheet of PDFs, in Typst. */
export const STYLE: string = String.raw`
#let ink = rgb("#1d3557")
#let gray = rgb("#555555")
#let anchor(id) = [#metadata(none)#label(id)]
#let go(id, shown) = link(label(id), {shown; text(size: 0.8em, fill: gray, context {
  if text.dir == rtl { "\u{a0}←\u{a0}" } else { "\u{a0}→\u{a0}" }
  str(counter(page).at(label(id)).first())})})
#let quietly(id, shown) = link(label(id), shown)
#let web(url, shown) = link(url, text(fill: ink, shown))
#let marked(body) = underline(body)
#let key(body) = box(stroke: 0.5pt + gray, radius: 2pt, inset: (x: 2pt), outset: (y: 2pt), text(size: 0.85em, body))
#let mono(body) = text(font: mono-fonts, size: 0.88em, dir: ltr, hyphenate: false, if to-left { "\u{2066}"; body; "\u{2069}" } else { body })
#let wide(signs) = text(font: own-fonts, signs)
#let bar(thickness, paint, rest) = if text.dir == rtl { (right: thickness + paint, rest: rest) } else { (left: thickness + paint, rest: rest) }
#let indented(length, rest) = if text.dir == rtl { (right: length, rest: rest) } else { (left: length, rest: rest) }
#let reading(base, above) = box(grid(align: center, row-gutter: 0.2em, text(size: 0.5em, above), base))
#let codeblock(title: none, lines) = {
  set par(justify: false, leading: 0.55em, first-line-indent: 0pt)
  if title != none { block(below: 0.4em, sticky: true, text(size: 0.85em, weight: "bold", title)) }
  block(width: 100%, breakable: lines.len() > 10, inset: 6pt, stroke: 0.5pt + rgb("#bbbbbb"), above: if title == none { 1.2em } else { 0.4em },
    { set text(font: mono-fonts, size: 0.8em, dir: ltr, hyphenate: false); align(left, lines.join(linebreak())) })
}
#let callout(title: none, body) = context block(width: 100%, breakable: true, inset: indented(10pt, 6pt),
  stroke: bar(3pt, ink, 0.5pt + rgb("#bbbbbb")), {
    if title != none { block(below: 0.6em, sticky: true, strong(title)) }
    body
  })
#let group(title: none, body) = {
  if title != none { block(above: 1em, below: 0.6em, sticky: true, strong(title)) }
  body
}
#let lead(body) = block(above: 1em, below: 0.7em, sticky: true, body)
#let poem(body) = context block(width: 100%, inset: indented(12pt, 3pt), stroke: bar(1.5pt, gray, none), body)
#let rule() = align(center, block(above: 1.2em, below: 1.2em, line(length: 40%, stroke: 0.5pt + gray)))
#let tasks(..items) = grid(columns: (auto, 1fr), column-gutter: 0.5em, row-gutter: 0.65em, ..items)
#let figured(caption: none, body) = figure(body, caption: caption, kind: "figure", supplement: none, numbering: none)
#let tabled(caption: none, body) = if caption == none { block(width: 100%, breakable: true, body) } else {
  figure(body, caption: figure.caption(position: top, caption), kind: "table-of-book", supplement: none, numbering: none) }
`

/** What follows once fonts, sizes and the words of the book are set. */
export const RULES: string = String.raw`
#set par(justify: true, leading: 0.7em, spacing: 1em)
#set heading(numbering: none)
#show heading: set block(above: 1.6em, below: 0.8em, sticky: true)
#show heading: set par(justify: false)
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): set text(size: 1.25em)
#show heading.where(level: 2): set text(size: 1.15em)
#show heading.where(level: 3): set text(size: 1.15em)
#show figure: set block(breakable: true)
#show figure.caption: set text(size: 0.9em)
#show table: set text(size: 0.88em)
#show table: set par(justify: false)
#set table(stroke: 0.5pt + rgb("#999999"), inset: 5pt)
#set footnote.entry(gap: 0.5em)
#set list(indent: 0.5em)
#set enum(indent: 0.5em)
#show footnote.entry: set text(size: 0.85em)
`
