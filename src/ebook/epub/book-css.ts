// The style of an ebook. It sets no font and no color of the page: those belong to who reads. Sides are logical, so
// that the same style serves lines that run to the left and columns. What is wider than a page would be set over the next
// one: long words part in tables, tables of many columns are small, and lists in lists stand close to their side.

/** The one style sheet. `monospace` stands twice, because alone it makes the letters of many programs smaller. */
export const BOOK_CSS = `html { line-height: 1.5; }
body { margin-block: 1em; margin-inline: 5%; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin-block: 1.5em 0.5em; break-after: avoid; page-break-after: avoid; text-align: start; hyphens: none; }
h1 { font-size: 1.6em; margin-block-start: 0.5em; }
* + h1 { margin-block-start: 1.5em; }
h2 { font-size: 1.35em; }
h3 { font-size: 1.15em; }
h4, h5, h6 { font-size: 1em; }
p { margin-block: 0.75em; orphans: 2; widows: 2; }
img, svg { max-inline-size: 100%; max-width: 100%; block-size: auto; height: auto; }
figure { margin-block: 1em; margin-inline: 0; text-align: center; break-inside: avoid; page-break-inside: avoid; }
figcaption, caption, p.title { font-size: 0.9em; font-weight: bold; margin-block: 0.4em; text-align: start; }
p.title, p.lead, .callout-title, figure.code > figcaption, caption, dt { break-after: avoid; page-break-after: avoid; }
tr { break-inside: avoid; page-break-inside: avoid; }
thead, thead tr { break-after: avoid; page-break-after: avoid; }
figure > figcaption, figure > p { text-align: center; }
figure.code { text-align: start; break-inside: auto; page-break-inside: auto; }
figure.code > figcaption { font-family: monospace, monospace; text-align: start; }
pre { border: 1px solid; border-color: rgba(128, 128, 128, 0.6); font-size: 0.8em; line-height: 1.4; margin-block: 1em; overflow-wrap: anywhere; padding: 0.6em; tab-size: 4; white-space: pre-wrap; text-align: left; }
pre, code, kbd, samp { font-family: monospace, monospace; -webkit-hyphens: none; hyphens: none; }
code, kbd, samp { font-size: 0.9em; }
pre code { font-size: 1em; }
pre .k, pre .t { font-weight: bold; }
pre .c { font-style: italic; }
pre .ln { -webkit-user-select: none; user-select: none; }
blockquote { border-inline-start: 0.2em solid; margin-block: 1em; margin-inline: 1em 0; padding-inline-start: 0.8em; }
.callout { border: 1px solid; border-inline-start-width: 0.35em; margin-block: 1em; padding: 0.2em 0.8em; }
.callout > .callout-title { font-weight: bold; }
.group { margin-block: 1em; }
.group > .title { border-block-end: 1px solid; }
table { border-collapse: collapse; font-size: 0.9em; margin-block: 1em; max-inline-size: 100%; overflow-wrap: break-word; }
table.broad, table.wide, .parts { overflow-wrap: anywhere; }
table.broad { font-size: 0.75em; }
table.wide { font-size: 0.6em; }
td, th { border: 1px solid; border-color: rgba(128, 128, 128, 0.6); padding: 0.3em 0.5em; text-align: start; vertical-align: top; }
td, th { min-inline-size: 3em; }
.broad td, .broad th { padding: 0.25em; }
.wide td, .wide th { min-inline-size: 0; padding: 0.2em; }
td > p, th > p { margin-block: 0; }
.left { text-align: left; }
.center { text-align: center; }
.right { text-align: right; }
ul, ol { padding-inline-start: 1.6em; }
li li ul, li li ol { padding-inline-start: 1.1em; }
ul.tasks { list-style: none; padding-inline-start: 0.5em; }
li > p:only-child { margin-block: 0.2em; }
dt { font-weight: bold; margin-block-start: 0.75em; }
dd { margin-inline-start: 1.5em; }
mark { background: none; color: inherit; font-weight: bold; text-decoration: underline; }
aside.note { font-size: 0.9em; margin-block: 0.5em; }
.notes > .note:first-child { border-block-start: 1px solid; margin-block-start: 2em; padding-block-start: 0.5em; }
nav ol { list-style: none; padding-inline-start: 1.2em; }
nav > ol { padding-inline-start: 0; }
.cover { margin: 0; text-align: center; }
.cover img { max-block-size: 100%; max-height: 100vh; }
`

const SIDES = { l: 'left', r: 'right', t: 'top', b: 'bottom' } as const
const STEPS = [0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20] as const

/** What formulas need beside it: cells, and lines around and through, which MathML leaves to styles. */
export const MATH_CSS: string = `math .tml-left { text-align: left; text-align: -webkit-left; }
math .tml-right, math .m-half:last-child { text-align: right; text-align: -webkit-right; }
math .m-wide { width: 100%; }
math .m-half { width: 50%; }
math .m-llap { position: relative; }
math .m-llap > :last-child { position: absolute; right: 0; bottom: 0; width: max-content; white-space: nowrap; }
math .tml-jot > mtr > mtd { padding-top: 0.35em; padding-bottom: 0.35em; }
${(['l', 'r'] as const).flatMap((side) => STEPS.map((step) => `math .m-${side}${step} { padding-${SIDES[side]}: ${step / 10}em; }`)).join('\n')}
${(['l', 'r', 't', 'b'] as const).flatMap((side) => [`math .m-b${side} { border-${SIDES[side]}: 1px solid; }`, `math .m-b${side}d { border-${SIDES[side]}: 1px dashed; }`]).join('\n')}
math .m-box { border: 1px solid; padding: 0.25em; }
math .m-over { border-top: 0.065em solid; padding-top: 0.12em; }
math .m-under { border-bottom: 0.065em solid; padding-bottom: 0.12em; }
math .m-up { background: linear-gradient(to top left, transparent 48%, currentColor 48%, currentColor 52%, transparent 52%); }
math .m-down { background: linear-gradient(to top right, transparent 48%, currentColor 48%, currentColor 52%, transparent 52%); }
math .m-up.m-down { background: linear-gradient(to top left, transparent 48%, currentColor 48%, currentColor 52%, transparent 52%), linear-gradient(to top right, transparent 48%, currentColor 48%, currentColor 52%, transparent 52%); }
math .m-through { background: linear-gradient(to top, transparent 47%, currentColor 47%, currentColor 53%, transparent 53%); }
math .m-up, math .m-down, math .m-through { display: inline-block; }
math .m-bold { font-weight: bold; }
`
