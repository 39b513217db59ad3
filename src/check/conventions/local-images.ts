import { matchGlobs } from '../../core/glob.ts'
import { type Finding, type Rule, type Subject, elementsOf, textsOption } from '../rule.ts'

/** An image that is fetched from somebody else's server. */
export const localImages: Rule = {
  code: 'house/local-images',
  severity: 'off',
  options: { allow: 'texts' },
  *find(subject: Subject, options): Generator<Finding> {
    const isAllowed = matchGlobs(textsOption(options, 'allow', []))
    for (const { element } of elementsOf(subject, 'image')) {
      const host = /^(?:https?:)?\/\/([^/?#]+)/i.exec(element.written)?.[1]
      if (host === undefined || isAllowed(host.toLowerCase())) continue
      yield {
        at: element.target ?? element.at,
        message: `Expected an image of the book, found one on ${host}`,
        hint: 'Download it into the images folder: other servers vanish, and they learn who reads the book',
      }
    }
  },
}
