import { matchGlobs } from '../../core/glob.ts'
import { problem } from '../../messages/problem.ts'
import { type Rule, elementsOf, ruleWithOptions } from '../rule.ts'

/** An image that is fetched from somebody else's server. */
export const localImages: Rule = ruleWithOptions(
  'house/local-images',
  { allow: { kind: 'texts', default: [] } },
  function* (subject, { allow }) {
    const isAllowed = matchGlobs(allow)
    for (const { element } of elementsOf(subject, 'image')) {
      const host = /^(?:https?:)?\/\/([^/?#]+)/i.exec(element.written)?.[1]
      if (host === undefined || isAllowed(host.toLowerCase())) continue
      yield problem('house/local-images', element.target ?? element.at, { host })
    }
  },
)
