// Formulas for Typst. One that nobody could read is shown as it was written.
import type { Chapter } from '../chapter.ts'
import type { Formula } from '../content.ts'
import { walkContent } from '../walk.ts'
import type { Compiler } from './compiler.ts'
import { typstOfMathml } from './mathml.ts'
import { call, text } from './values.ts'

/** Formulas of Typst, by their MathML. */
export type Formulas = ReadonlyMap<string, string>

/** The formulas of chapters that the compiler understands. */
export function formulasOf(chapters: readonly Chapter[], compiler: Compiler): Formulas {
  const all = new Map<string, string>()
  for (const { content } of chapters)
    walkContent(content, {
      inline(inline) {
        if (typeof inline === 'string' || inline.kind !== 'formula') return
        const { mathml } = inline
        if (mathml === undefined || all.has(mathml)) return
        const said = typstOfMathml(mathml)
        if (said !== undefined) all.set(mathml, said)
      },
    })
  if (all.size === 0 || compiler.accepts([...all.values()].map(sample).join('\n'))) return all
  return new Map([...all].filter(([, said]) => compiler.accepts(sample(said))))
}

function sample(said: string): string {
  return `#${call('math.equation', {}, said)}`
}

/** A formula, with its TeX as the text for those who do not see it. */
export function writeFormula(
  { tex, mathml, isDisplay, number }: Formula,
  formulas: Formulas,
): string {
  const said = mathml === undefined ? undefined : formulas.get(mathml)
  if (said === undefined) return call('mono', {}, text(tex))
  const numbering =
    isDisplay === true && number !== undefined ? `(..rest) => ${text(number)}` : undefined
  const named = { block: isDisplay, numbering, alt: text(tex.trim()) }
  return call('math.equation', named, said)
}
