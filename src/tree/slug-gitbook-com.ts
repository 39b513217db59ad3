// The ids that GitBook.com gives to headings. Links in its books are written with them, by its editor and by hand.
import { INVISIBLE } from '../core/text.ts'
import { readable, romanized } from './romanize.ts'
import { slug } from './slug.ts'

const WORDS: { readonly [sign: string]: string } = {
  '&': ' and ',
  '<': ' less than ',
  '>': ' greater than ',
  '|': ' or ',
}
const QUOTES = /['’‘"“”]/g
const SHORTCODE = /:[a-z\d_+-]+:/g
const ACCENTS = /[\u0300-\u036F]/g
/** They choose how the sign before them looks, as of most emoji. */
const VARIANTS = /\p{Variation_Selector}/gu
/** Other scripts keep their letters: that is what links that people write say. Frames around a sign are no letters. */
const BETWEEN = /(?:[^\p{L}\p{M}\p{N}_.+]|\p{Me})+/gu
const UNREAD = /[^\0-\x7f]+/g
const LONGEST = 100

/** The id of a heading with this text; '' when nothing remains. */
export function slugOfGitbookCom(text: string): string {
  return ofHeading(pageSlugOfGitbookCom(text))
}

/** What a page or a group of this name is in addresses; '' when nothing remains. */
export function pageSlugOfGitbookCom(text: string): string {
  const id = text
    .replaceAll(INVISIBLE, '')
    .replaceAll(VARIANTS, '')
    .replaceAll(SHORTCODE, ' ')
    .replaceAll(/[&<>|]/g, (sign) => WORDS[sign] ?? sign)
    .normalize('NFKD')
    .replaceAll(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(QUOTES, '')
    .replaceAll(BETWEEN, '-')
  return trimmed(id)
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/, '')
}

/** Other ids by which links know a heading: those of the older GitBook, and of exports in which dots were dashes. */
export function otherSlugs(text: string): readonly string[] {
  return [slug(text.replaceAll(INVISIBLE, '')), dashed(slugOfGitbookCom(text))]
}

/** An id as exports have it in which dots were dashes. */
export function dashed(id: string): string {
  return trimmed(id.replaceAll(/[.-]+/g, '-'))
}

/** The id of a heading in another script: GitBook.com writes it in Latin letters. Undefined for other headings. */
export function romanSlug(text: string): string | undefined {
  const roman = romanized(text)
  return roman === undefined ? undefined : slugOfGitbookCom(roman)
}

/** The id of a heading without the letters that GitBook.com cannot read; '' when it reads none. */
export function readableSlug(text: string): string {
  const id = pageSlugOfGitbookCom(readable(text)).replaceAll(UNREAD, '-')
  return ofHeading(trimmed(id.replaceAll(/--+/g, '-')))
}

/** What a page or a group is in addresses, in Latin letters. */
export function romanPageSlug(text: string): string {
  return pageSlugOfGitbookCom(romanized(text) ?? text)
}

function ofHeading(id: string): string {
  return /^\d/.test(id) ? `id-${id}` : id
}

function trimmed(id: string): string {
  return id.replace(/^-+/, '').replace(/(?<!-)-+$/, '')
}
