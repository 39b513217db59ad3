import { expect, test } from 'vitest'
import { readLooseYaml } from '../../src/files/loose-yaml.ts'

const at = (text: string, path: readonly string[]): string => {
  const [from, to] = readLooseYaml(text).locate(path) ?? [0, 0]
  return text.slice(from, to)
}

test.each([
  ['tabs', 'root: ./docs/\nstructure:\n\treadme: A.md\n\tsummary: B.md\n'],
  ['a tab too many', 'root: ./docs/\nstructure:\n\treadme: A.md\n\t\tsummary: B.md\n'],
  ['tabs and spaces', 'root: ./docs/\nstructure:\n\treadme: A.md\n  summary: B.md\n'],
  [
    'a colon in another value',
    'title: A: b\nroot: ./docs/\nstructure:\n  readme: A.md\n  summary: B.md\n',
  ],
  [
    'a broken value beside it',
    'structure:\n  readme: A.md\n  x: a: b\n  summary: B.md\nroot: ./docs/\n',
  ],
  [
    'a quote without its end',
    'root: ./docs/\nstructure:\n  readme: A.md\n  summary: B.md\nx: "y\n',
  ],
  ['a key twice', 'root: ./docs/\nx: 1\nx: 2\nstructure:\n  readme: A.md\n  summary: B.md\n'],
])('what is right is read, and what is wrong is told: %s', (_, text) => {
  const { value, problem } = readLooseYaml(text)
  expect(value).toMatchObject({ root: './docs/' })
  expect(value).toMatchObject({
    structure: expect.objectContaining({ readme: expect.stringMatching(/^A\.md/) }),
  })
  expect(problem).toBeDefined()
  expect(at(text, ['root'])).toBe('root: ./docs/')
})

test('tabs keep their places, and text that is right is read as ever', () => {
  const text = 'structure:\n\treadme: A.md\n\tsummary: B.md\n'
  expect(readLooseYaml(text).value).toEqual({ structure: { readme: 'A.md', summary: 'B.md' } })
  expect(at(text, ['structure', 'summary'])).toBe('summary: B.md')
  expect(readLooseYaml('a: [1]')).toMatchObject({ value: { a: [1] } })
  expect(readLooseYaml('a: [1]').problem).toBeUndefined()
})
