import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { ruleOf } from '../../src/markdown/rules/rule-of.ts'

test('a rule is found whatever its function is called, and stands where it stood', () => {
  const md = new MarkdownIt()
  const { ruler } = md.block
  const called = Object.defineProperty(() => false, 'name', { value: 'list$1' })
  ruler.at('list', called, { alt: ['paragraph', 'reference', 'blockquote'] })
  const before = [...ruler.getRules('')]
  expect(ruleOf(ruler, 'list')).toBe(called)
  expect(ruler.getRules('')).toEqual(before)
  expect(() => ruleOf(ruler, 'table')).not.toThrow()
})

test('and one that nobody has is told', () => {
  expect(() => ruleOf(new MarkdownIt().block.ruler, 'nothing')).toThrow(/nothing/)
})
