// Emoji by their names, `:rocket:`, as GitHub and GitBook.com call them. The list of names is loaded with the first of
// them; a name that is none stays as it is written.
import type * as Gemoji from 'gemoji'
import { NotLoaded } from '../core/not-loaded.ts'

/** A name; words may follow one of two letters and more (`:question:What`), but no number: times have colons, too. */
const NAME = /(?<![\w:/]):((?:[a-z\d+-]|\\?_)+):(?![\d_/])(?:(?<=[\w+-]{2}:)|(?![a-zA-Z]))/g

/** A package of names. */
type Names = typeof Gemoji

let names: Names | undefined
let described: ReadonlyMap<string, string> | undefined

async function loadNames(): Promise<void> {
  names = await import('gemoji')
}

/** The emoji of a name: GitHub's, or what Unicode calls it, as the editor of GitBook.com does. Undefined when it is none. */
export function emojiNamed(name: string): string | undefined {
  if (names === undefined) throw new NotLoaded(loadNames)
  const { nameToEmoji } = names
  if (Object.hasOwn(nameToEmoji, name)) return nameToEmoji[name]
  described ??= descriptionsOf(names)
  return described.get(name)
}

/** `:camera_with_flash:`, which GitHub calls `:camera_flash:`. */
function descriptionsOf({ gemoji }: Names): ReadonlyMap<string, string> {
  return new Map(
    gemoji.map(({ description, emoji }) => [
      description.toLowerCase().replaceAll(/[^a-z\d]+/g, '_'),
      emoji,
    ]),
  )
}

/** A text with emoji in the place of their names, whose underlines Markdown may have escaped. */
export function withEmoji(text: string): string {
  return text.replaceAll(
    NAME,
    (written, name: string) => emojiNamed(name.replaceAll('\\', '')) ?? written,
  )
}
