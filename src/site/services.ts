// Services of other sites that a book asks for by its own id there: those that count readers, and those with comments.
import type { Book, Config } from '../core/book.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { objectOf } from '../core/json.ts'
import { groupBy } from '../core/list.ts'
import { problem } from '../messages/problem.ts'

/** What a book may name itself to. */
export type ServiceKey = 'analytics.google' | 'analytics.baidu' | 'comments.disqus'

type Services = Pick<Config, 'analytics' | 'comments'>

/** What ids look like. A name that is none of these could become an address of anybody. */
const IDS: { readonly [key in ServiceKey]: RegExp } = {
  'analytics.google': /^(?:G|GT|GTM|AW|DC)-[A-Z0-9]+$/i,
  'analytics.baidu': /^[\da-f]{32}$/i,
  'comments.disqus': /^[a-z\d][a-z\d-]*$/i,
}

/** The id of a property that counted until Google ended it. */
const ENDED = /^UA-[\w-]+$/i

function written({ analytics, comments }: Services): {
  readonly [key in ServiceKey]: string | undefined
} {
  return {
    'analytics.google': analytics.google?.trim(),
    'analytics.baidu': analytics.baidu?.trim(),
    'comments.disqus': comments.disqus?.trim(),
  }
}

/** The id of a book there; undefined when it names none, or something else. */
export function serviceId(config: Services, key: ServiceKey): string | undefined {
  const id = written(config)[key]
  return id !== undefined && IDS[key].test(id) ? id : undefined
}

/** Does it count readers? */
export function countsReaders(config: Services): boolean {
  return ['analytics.google', 'analytics.baidu'].some((key) => serviceId(config, key as ServiceKey))
}

/** Ids that are none. */
export function wrongIds({ config, spaces }: Book): readonly Diagnostic[] {
  const found = [config, ...spaces.map((space) => space.config)].flatMap((one) =>
    Object.entries(written(one)).flatMap(([key, id]) => {
      if (id === undefined || id === '' || IDS[key as ServiceKey].test(id)) return []
      const said = { case: ENDED.test(id) ? 'ended' : 'unknown', key, written: id } as const
      return [[id, said, placeOf(one, key, id)] as const]
    }),
  )
  // Languages inherit them from the book, which comes first.
  const once = groupBy(found, ([id]) => id)
  return [...once.values()].map(([[, said, at]]) => problem('theme/service-id', at, said))
}

/** Where it was written: in a setting, or in an option of a plugin. */
function placeOf({ places, pluginsConfig }: Config, key: string, id: string): Place | undefined {
  const said = Object.keys(places).find((name) => {
    const [area, plugin = '', option = ''] = name.split('.')
    const value = objectOf(pluginsConfig[plugin])[option]
    return area === 'pluginsConfig' && typeof value === 'string' && value.trim() === id
  })
  return places[key] ?? (said === undefined ? undefined : places[said])
}

/** What a content policy has to allow. */
export const SOURCES: {
  readonly [key in ServiceKey]: { readonly [directive: string]: readonly string[] }
} = {
  'analytics.google': {
    'script-src': ['https://www.googletagmanager.com'],
    'connect-src': [
      'https://*.google-analytics.com',
      'https://*.analytics.google.com',
      'https://*.googletagmanager.com',
    ],
  },
  'analytics.baidu': {
    'script-src': ['https://hm.baidu.com'],
    'connect-src': ['https://hm.baidu.com'],
  },
  'comments.disqus': {
    'script-src': ['https://*.disqus.com', 'https://*.disquscdn.com'],
    'style-src': ['https://*.disquscdn.com'],
    'connect-src': ['https://*.disqus.com'],
  },
}
