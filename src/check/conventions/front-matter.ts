import { type Finding, type Rule, type Subject, textsOption } from '../rule.ts'

/** A page without a key of front matter that every page has. */
export const frontMatter: Rule = {
  code: 'house/front-matter',
  severity: 'off',
  options: { required: 'texts', allowed: 'texts' },
  *find({ results }: Subject, options): Generator<Finding> {
    const required = textsOption(options, 'required', ['title'])
    const allowed = textsOption(options, 'allowed', [])
    for (const { path, attributes } of results.values()) {
      const at = { file: path, start: { line: 1, column: 1 } }
      for (const key of required)
        if ((attributes[key] ?? '') === '')
          yield {
            at,
            message: `Expected front matter with "${key}", found none`,
            hint: `Begin the page with three dashes, ${key}: …, and three dashes`,
          }
      for (const key of Object.keys(attributes))
        if (allowed.length > 0 && !allowed.includes(key) && !required.includes(key))
          yield {
            at,
            message: `Expected no front matter but ${[...required, ...allowed].map((one) => `"${one}"`).join(', ')}, found "${key}"`,
          }
    }
  },
}
