// Formulas for Typst: what can be said in its language is; the others are shown as they were written.
import { tex2typst } from 'tex2typst'
import type { Chapter } from '../chapter.ts'
import type { Formula } from '../content.ts'
import { walkContent } from '../walk.ts'
import type { Compiler } from './compiler.ts'
import { call, text } from './values.ts'

/** Formulas of Typst, by their TeX. */
export type Formulas = ReadonlyMap<string, string>

/** The formulas of chapters that the compiler understands. */
export function formulasOf(chapters: readonly Chapter[], compiler: Compiler): Formulas {
  const all = new Map<string, string>()
  for (const { content } of chapters)
    walkContent(content, {
      inline(inline) {
        if (typeof inline === 'string' || inline.kind !== 'formula' || all.has(inline.tex)) return
        const said = inTypst(inline.tex)
        if (said !== undefined) all.set(inline.tex, said)
      },
    })
  if (all.size === 0 || compiler.accepts([...all.values()].map(sample).join('\n'))) return all
  return new Map([...all].filter(([, said]) => compiler.accepts(sample(said))))
}

function sample(said: string): string {
  return `$ ${said} $`
}

/** TeX without what numbers it, and with one name for what sets lines below each other. */
function plain(tex: string): string {
  return tex
    .replaceAll(/\\(?:label|tag\*?)\s*\{[^{}]*\}|\\(?:nonumber|notag)(?![a-z])/gi, '')
    .replaceAll(/\\(?:begin|end)\{(?:equation|displaymath|math)\*?\}/g, '')
    .replaceAll(
      /\\(begin|end)\{(?:gather|gathered|multline|align|flalign|eqnarray)\*?\}/g,
      '\\$1{aligned}',
    )
}

/** Code of Typst, beyond the words that say where columns of a formula stand. */
const CODE = /#(?!(?:none|left|center|right)\b)/

/** TeX in the language of Typst; undefined when it cannot be said, or could be read as more than a formula. */
function inTypst(tex: string): string | undefined {
  if (/["#$@`]|\/\/|\/\*/.test(tex)) return undefined
  try {
    const said = tex2typst(plain(tex))
    return said.trim() === '' || CODE.test(said) || said.includes('$') ? undefined : said
  } catch {
    return undefined
  }
}

/** A formula, with its TeX as the text for those who do not see it. */
export function writeFormula({ tex, isDisplay, number }: Formula, formulas: Formulas): string {
  const said = formulas.get(tex)
  if (said === undefined) return call('mono', {}, text(tex))
  const numbering =
    isDisplay === true && number !== undefined ? `(..rest) => ${text(number)}` : undefined
  const named = { block: isDisplay, numbering, alt: text(tex.trim()) }
  return call('math.equation', named, `$${said}$`)
}
