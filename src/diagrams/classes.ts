// Diagrams of classes as the library reads them: space around arrows, which Mermaid itself does not ask for, names without
// their parameters, and what a class is inside of it.

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
      return RELATED.test(line) ? bare(line).replace(RELATION, ' $1 ') : line
    })
    .join('\n')
}

/** `List~T~` is known as `List`. */
function bare(text: string): string {
  return text.replaceAll(/~[^~\s]*~/g, '')
}
