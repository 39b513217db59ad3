import { problem } from '../../messages/problem.ts'
import { type Rule, ruleWithOptions } from '../rule.ts'

/** A page without a key of front matter that every page has. */
export const frontMatter: Rule = ruleWithOptions(
  'house/front-matter',
  { required: { kind: 'texts', default: ['title'] }, allowed: { kind: 'texts', default: [] } },
  function* ({ results }, { required, allowed }) {
    for (const { path, attributes } of results.values()) {
      const at = { file: path, start: { line: 1, column: 1 } }
      for (const key of required)
        if ((attributes[key] ?? '') === '')
          yield problem('house/front-matter', at, { case: 'missing', key })
      for (const key of Object.keys(attributes))
        if (allowed.length > 0 && !allowed.includes(key) && !required.includes(key))
          yield problem('house/front-matter', at, {
            case: 'unknown',
            names: [...required, ...allowed],
            key,
          })
    }
  },
)
