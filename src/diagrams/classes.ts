// Diagrams of classes as the library reads them: space around arrows, which Mermaid itself does not ask for, names without
// their parameters, and what a class is inside of it.
import { hidden } from './signs.ts'

const RELATION = /\s*((?:<\||\*|o|<)?(?:--|\.\.)(?:\|>|\*|o(?=[\s"])|>)?)\s*/
const RELATED = /^\s*[\w~]+\s*(?:"[^"]*"\s*)?[<*o]?(?:\|?--|\|?\.\.)/
const KIND = /^\s*(<<[^<>]+>>)\s+([\w~]+)\s*$/

/** Classes in words of the library. */
export function strictClasses(source: string): string {
  return source
    .split('\n')
    .map((line) => {
      const [, kind, name = ''] = KIND.exec(line) ?? []
      if (kind !== undefined) return `class ${bare(name)} {\n${kind}\n}`
      if (RELATED.test(line)) return bare(line).replace(RELATION, ' $1 ')
      return /^\s*(?:class|namespace|direction)\b/.test(line) ? line : member(line)
    })
    .join('\n')
}

/** A line of a class: what a type is made of stands in brackets, and what marks a method as abstract behind its name. */
function member(line: string): string {
  return line
    .replaceAll(/(?<=\w)~([^~]*)~/g, (_, inner: string) => hidden('<') + inner + hidden('>'))
    .replace(/^([^()]*)(\([^)]*\))\s*([^*$]*?)\s*([*$])\s*$/, '$1$4$2 $3')
}

/** `List~T~` is known as `List`. */
function bare(text: string): string {
  return text.replaceAll(/~[^~\s]*~/g, '')
}
