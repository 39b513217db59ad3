import type { Config } from '../core/book.ts'

/** Plugins that bring their own search where GitBook's is turned off: here they mean ours. */
const REPLACEMENTS: ReadonlySet<string> = new Set([
  'search-plus',
  'search-plus-mod',
  'search-pro',
  'search-pro-kui',
  'search-pro-fixed',
  'algolia',
])

/** Tells whether readers can search the book: yes, unless `-search` stands in its plugins without a replacement. */
export function searchEnabled(config: Config): boolean {
  if (!config.disabledPlugins.includes('search')) return true
  return config.plugins.some(({ name }) => REPLACEMENTS.has(name))
}
