// The little pictures that authors name: `icon: rocket`, `fa-rocket`, `regular/rocket`, `fa-solid fa-rocket`. A page names
// one by a class; the style sheet of the site draws those that are used.

/** The class of a symbol; undefined for what is no name of one. */
export function symbolClass(written: unknown): string | undefined {
  const name = symbolName(written)
  return name === undefined ? undefined : `symbol symbol-${name}`
}

/** The plain name of a symbol, in lower case. */
export function symbolName(written: unknown): string | undefined {
  if (typeof written !== 'string') return undefined
  const words = written
    .trim()
    .toLowerCase()
    .split(/[\s/]+/)
  const name = words.findLast((word) => !isFamily(word))?.replace(/^fa-/, '')
  return name !== undefined && /^[a-z\d][a-z\d-]*$/.test(name) ? name : undefined
}

/** Does this only say how a symbol is drawn? It stands beside the name. */
export function isFamily(word: string): boolean {
  return FAMILIES.has(word)
}

const FAMILIES: ReadonlySet<string> = new Set(
  'fa fas far fab fal fad fa-solid fa-regular fa-brands fa-light fa-thin fa-duotone fa-sharp solid regular brands light thin duotone sharp'.split(
    ' ',
  ),
)
