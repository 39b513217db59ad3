// What the front matter of a page keeps from its readers. The words are those of GitBook.com.
import { type Json, type JsonObject, isJsonObject, objectOf } from './json.ts'
import { holdsForAnyone } from './condition.ts'
import { switchOf } from './switch.ts'

/** What is kept from readers; what is absent is not. */
export interface Visibility {
  /** Not on the site at all. */
  readonly withheld?: true
  /** Not in the menu and in lists; who knows the address can read it. */
  readonly hidden?: true
  /** Not in the search of the site. */
  readonly unsearched?: true
  /** Not for search engines, language models and other machines. */
  readonly unindexed?: true
}

/** What a page says of itself and of the chapters below it. */
export function visibilityOf(attributes: JsonObject): Visibility {
  const { if: condition } = attributes
  const isShown = condition === undefined || condition === null || holds(condition)
  const isHidden = switchOf(attributes['hidden']) === true
  const isUnsearched = isHidden || switchOf(attributes['noIndex']) === true
  const isUnindexed = isUnsearched || switchOf(attributes['noRobotsIndex']) === true
  return {
    ...(isShown ? {} : { withheld: true }),
    ...(isHidden ? { hidden: true } : {}),
    ...(isUnsearched ? { unsearched: true } : {}),
    ...(isUnindexed ? { unindexed: true } : {}),
  }
}

/** What nobody can read might be meant for few. */
function holds(condition: Json): boolean {
  return typeof condition === 'string' ? holdsForAnyone(condition) === true : condition === true
}

/** Nothing is kept from readers. */
export function isOpen(visibility: Visibility): boolean {
  return Object.keys(visibility).length === 0
}

/** Is a part of the page around its text to be seen? Yes, unless `layout` of its front matter says no. */
export function isPartShown(attributes: JsonObject, part: string): boolean {
  return partSaid(attributes, part) !== false
}

/** What `layout` of the front matter says of a part of the page; undefined when it says nothing. */
export function partSaid(attributes: JsonObject, part: string): boolean | undefined {
  const said = objectOf(attributes['layout'])[part]
  return switchOf(isJsonObject(said) ? said['visible'] : said)
}
