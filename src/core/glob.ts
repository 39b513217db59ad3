/** Tests paths against globs: `*` within a name, `**` across folders, `?`, and `folder/` for all that is in it. */
export function matchGlobs(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map(toPattern)
  return (path) => {
    const characters = Array.from(path)
    return patterns.some((pattern) => matches(pattern, characters))
  }
}

/** A sign of a glob, or a character that stands for itself. */
type Part = '**/' | '**' | '*' | '?' | { readonly character: string }

function toPattern(glob: string): readonly Part[] {
  const clean = glob.replace(/^\.?\//, '').replace(/\/$/, '/**')
  // Without a slash a glob is about names, in whatever folder.
  const anchored = clean.includes('/') ? clean : `**/${clean}`
  return (anchored.match(/\*\*\/|\*\*|[^]/gu) ?? []).map((sign) =>
    sign === '**/' || sign === '**' || sign === '*' || sign === '?' ? sign : { character: sign },
  )
}

/**
 * Goes through a path once, with all the parts of the glob that may come next: a regular expression would try each way
 * of dividing the path among several stars.
 */
function matches(pattern: readonly Part[], path: readonly string[]): boolean {
  let places = new Set([0])
  skip(pattern, places)
  for (const character of path) {
    const next = new Set<number>()
    for (const place of places) step(pattern[Math.floor(place)], character, place, next)
    skip(pattern, next)
    places = next
  }
  return places.has(pattern.length)
}

/** Inside the folders of `**` and a slash: their name is not at its end yet. */
const INSIDE = 0.5

/** Where a character leads from one place. */
function step(part: Part | undefined, character: string, place: number, next: Set<number>): void {
  const at = Math.floor(place)
  if (part === undefined) return
  if (part === '**/') {
    next.add(at + INSIDE)
    if (character === '/') next.add(at + 1)
  } else if (part === '**') next.add(at)
  else if (part === '*') {
    if (character !== '/') next.add(at)
  } else if (part === '?') {
    if (character !== '/') next.add(at + 1)
  } else if (part.character === character) next.add(at + 1)
}

/** Adds the places behind parts that may stand for nothing. */
function skip(pattern: readonly Part[], places: Set<number>): void {
  for (const place of places) {
    const part = Number.isInteger(place) ? pattern[place] : undefined
    if (part === '*' || part === '**' || part === '**/') places.add(place + 1)
  }
}
