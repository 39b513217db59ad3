// Formulas for Typst: what can be said in its language is; the others are shown as they were written.
import { tex2typst } from 'tex2typst'
import type { Chapter } from '../chapter.ts'
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

/** TeX in the language of Typst; undefined when it cannot be said, or could be read as more than a formula. */
function inTypst(tex: string): string | undefined {
  if (/["#$@`]|\/\/|\/\*/.test(tex)) return undefined
  try {
    const said = tex2typst(tex)
    return said.trim() === '' || said.includes('#') || said.includes('$') ? undefined : said
  } catch {
    return undefined
  }
}

/** A formula, with its TeX as the text for those who do not see it. */
export function writeFormula(tex: string, isDisplay: boolean, formulas: Formulas): string {
  const said = formulas.get(tex)
  if (said === undefined) return call('mono', {}, text(tex))
  const named = { block: isDisplay ? true : undefined, alt: text(tex.trim()) }
  return call('math.equation', named, `$${said}$`)
}
