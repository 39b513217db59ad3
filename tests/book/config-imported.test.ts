import { expect, test } from 'vitest'
import { check, found } from '../check/support.ts'

const pages = { 'README.md': '# A\n', 'SUMMARY.md': '* [A](README.md)\n' }

test('redirects of .gitbook.yaml are reported in it', async () => {
  const yaml =
    'root: ./\r\n\r\nredirects:\r\n  旧/a: gone.md\r\n  # here\r\n  "old/b": README.md\r\n  old/c: lost.md\r\n'
  const checked = await check({ ...pages, 'book.json': '{"title": "T"}', '.gitbook.yaml': yaml })
  expect(found(checked, /redirects/)).toEqual([
    'redirects/missing-target .gitbook.yaml:4:3-15',
    'redirects/missing-target .gitbook.yaml:7:3-17',
  ])
})

test('redirects of book.json stay where they are, beside others', async () => {
  const checked = await check({
    ...pages,
    'book.json': '{\n  "redirects": { "old/a": "gone.md" }\n}',
    '.gitbook.yaml': 'redirects:\n  old/b: lost.md\n',
  })
  expect(found(checked, /redirects/)).toEqual([
    'redirects/missing-target .gitbook.yaml:2:3-17',
    'redirects/missing-target book.json:2:18-25',
  ])
})

test('redirects of a plugin are reported in its file', async () => {
  const pluginsConfig = { 'bulk-redirect': { redirectsFile: './moved.json' } }
  const checked = await check({
    ...pages,
    'book.json': JSON.stringify({ plugins: ['bulk-redirect'], pluginsConfig }),
    'moved.json': '{"redirects": [\n  { "from": "a.html", "to": "gone.html" }\n]}',
  })
  expect(found(checked, /redirects/)[0]).toMatch(/^redirects\/missing-target moved\.json:2:/)
})
