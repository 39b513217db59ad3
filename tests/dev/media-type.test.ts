import { expect, test } from 'vitest'
import { mediaType } from '../../src/dev/media-type.ts'

test.each([
  ['a.html', 'text/html; charset=utf-8'],
  ['样式/A.CSS', 'text/css; charset=utf-8'],
  ['search.json', 'application/json; charset=utf-8'],
  ['a.mjs', 'text/javascript; charset=utf-8'],
  ['图.svg', 'image/svg+xml; charset=utf-8'],
  ['a.woff2', 'font/woff2'],
  ['clip.mp4', 'video/mp4'],
  ['CNAME', 'application/octet-stream'],
  ['.nojekyll', 'application/octet-stream'],
  ['a.unknown', 'application/octet-stream'],
])('%s is %s', (path, type) => {
  expect(mediaType(path)).toBe(type)
})
