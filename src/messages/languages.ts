import type { Messages } from './messages.ts'

/** The languages by their primary subtags. One that is not wanted is never loaded. */
const LANGUAGES: { readonly [language: string]: () => Promise<Messages> } = {
  en: async () => (await import('./en/index.ts')).english,
  zh: async () => (await import('./zh/index.ts')).chinese,
}

/** The messages for a locale or a language tag, such as `zh_CN.UTF-8` or `zh-hans`; English for all others. */
export async function loadMessages(locale = 'en'): Promise<Messages> {
  const language = /^[a-z]+/i.exec(locale)?.[0].toLowerCase() ?? ''
  const load = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : LANGUAGES['en']
  if (load === undefined) throw new Error('English is missing')
  return load()
}
