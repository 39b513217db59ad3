// Plugins that spoke to services of other sites: each told its service which book it is.
import { type OptionFact, type Options, not, to } from './option-fact.ts'
import { textAs } from './read-option.ts'

/** What holds the id of a book at Google, whoever's plugin it is. */
const GOOGLE: Options = Object.fromEntries(
  ['token', 'id', 'trackingId', 'trackingID'].map((name) => [name, to('analytics.google', textAs)]),
)
const BAIDU: Options = { token: to('analytics.baidu', textAs), id: to('analytics.baidu', textAs) }

/** By plugin. */
export const SERVICES: { readonly [plugin: string]: Options } = {
  analytics: { google: to('analytics.google', textAs) },
  ga: { ...GOOGLE, ...not('always', 'configuration') },
  ...Object.fromEntries(
    ['google-analytics', 'gtag', 'gtm', 'googletagmanager'].map((name) => [name, GOOGLE]),
  ),
  ...Object.fromEntries(
    ['3-ba', 'baidu', 'baidu-tongji', 'tongji'].map((name) => [
      name,
      { ...BAIDU, ...not('own-way', 'setCustomVar') },
    ]),
  ),
  disqus: {
    shortName: to('comments.disqus', textAs),
    shortname: to('comments.disqus', textAs),
    ...not('own-way', 'useIdentifier'),
  },
}

/** Is it the id of the book at a service? */
export function isServiceId(fact: OptionFact): boolean {
  return 'becomes' in fact && /^(?:analytics|comments)\./.test(fact.becomes)
}

/** Where configurations hold such ids. */
export function serviceOptions(): readonly (readonly string[])[] {
  return Object.entries(SERVICES).flatMap(([plugin, options]) =>
    Object.entries(options).flatMap(([option, fact]) =>
      isServiceId(fact) ? [['pluginsConfig', plugin, option]] : [],
    ),
  )
}
