import type { Diagnostic } from '../../core/diagnostic.ts'
import { matchGlobs } from '../../core/glob.ts'
import { problem } from '../../messages/problem.ts'
import { type Rule, type Subject, elementsOf, textsOption } from '../rule.ts'

/** An image that is fetched from somebody else's server. */
export const localImages: Rule = {
  code: 'house/local-images',
  options: { allow: 'texts' },
  *find(subject: Subject, options): Generator<Diagnostic> {
    const isAllowed = matchGlobs(textsOption(options, 'allow', []))
    for (const { element } of elementsOf(subject, 'image')) {
      const host = /^(?:https?:)?\/\/([^/?#]+)/i.exec(element.written)?.[1]
      if (host === undefined || isAllowed(host.toLowerCase())) continue
      yield problem('house/local-images', element.target ?? element.at, { host })
    }
  },
}
