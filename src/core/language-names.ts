// Names of folders that mean a language, also those that are no tags of one but are often taken for it.

const MEANT: { readonly [name: string]: string } = {
  br: 'pt-BR',
  cn: 'zh-Hans',
  cz: 'cs',
  dk: 'da',
  esp: 'es',
  gr: 'el',
  jp: 'ja',
  kr: 'ko',
  se: 'sv',
  tw: 'zh-Hant',
  ua: 'uk',
  vn: 'vi',
}

/** Languages that people call by their English names. */
const NAMED =
  'ar bg cs da de el en es fa fi fr he hi hu id it ja ko nl no pl pt ro ru sv th tr uk vi'

/** Is this the tag of a language that has a name, in the form of BCP 47? */
export function isLanguageTag(written: string): boolean {
  return nameIn('en', written) !== undefined
}

/** What a folder or an author calls a language, as a tag; undefined when it is none. */
export function languageMeant(name: string): string | undefined {
  const written = name.toLowerCase().replaceAll('_', '-')
  const tag = tagMeant(written) ?? written
  if (!/^[a-z]{2}(?:-[a-z]{2,4})?$/i.test(tag)) return undefined
  return nameIn('en', tag) === undefined ? undefined : tag
}

/** The tag that is meant by a name that is none, such as `cn`, `jp` or `chinese`; undefined for all others. */
export function tagMeant(name: string): string | undefined {
  const written = name.toLowerCase().replaceAll('_', '-')
  return MEANT[written] ?? tagOf(written)
}

/** The tag of a language by its English name. */
function tagOf(name: string): string | undefined {
  if (name === 'chinese') return 'zh-Hans'
  return NAMED.split(' ').find((tag) => nameIn('en', tag)?.toLowerCase() === name)
}

/** How its speakers call a language. */
export function endonym(tag: string): string {
  const name = nameIn(tag, tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}

function nameIn(language: string, tag: string): string | undefined {
  try {
    return new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(tag)
  } catch {
    return undefined
  }
}
