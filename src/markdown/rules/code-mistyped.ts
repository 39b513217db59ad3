// Languages of code that were mistyped: near misses of those that authors use most. Many names are the language of some
// program that handbook does not know, and nothing is said of them.
import { closest } from '../../core/suggest.ts'
import { canonicalLanguage } from '../languages.ts'

const COMMON =
  `bash console cpp csharp css diff dockerfile elixir go graphql groovy haskell html http ini java javascript
  json kotlin latex less lua makefile markdown mermaid nginx objectivec perl php plaintext plantuml powershell protobuf
  python ruby rust scala scss shell sql swift toml typescript xml yaml`.split(/\s+/)
const KNOWN = new Set(COMMON)
const SHORT = ['js', 'ts', 'py', 'rb', 'go', 'sh', 'md']
/** Words and languages that come close to one of them. */
const OTHERS = new Set('jsonp jsonnet pythons rusty shells bashrc makefiles plain-text'.split(' '))

/** What a language was meant to be, where it is none but nearly is. */
export function meantLanguage(language: string): string | undefined {
  const name = language.toLowerCase()
  // Names this short are all alike: sure is only a key that was pressed twice.
  if (name.length === 3) return SHORT.find((one) => isDoubled(name, one))
  if (name.length < 4 || !/^[a-z-]+$/.test(name) || OTHERS.has(name)) return undefined
  if (KNOWN.has(name) || canonicalLanguage(name) !== name) return undefined
  const near = closest(name, COMMON)
  return near !== undefined && isSlip(name, near) ? near : undefined
}

/** One letter too many, too few or another one; of short names only two that changed places. */
function isSlip(name: string, meant: string): boolean {
  if (name[0] === meant[0] && lettersOf(name) === lettersOf(meant)) return true
  return name.length > 4 && meant.length > 3 && Math.abs(name.length - meant.length) < 2
}

function isDoubled(name: string, meant: string): boolean {
  return name === `${meant}${meant.at(-1)}` && canonicalLanguage(name) === name
}

const lettersOf = (text: string): string => text.split('').toSorted().join('')
