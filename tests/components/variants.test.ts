// Every construct of GitBook.com's language in every spelling that is known of it: the pages of tests/books/gitbook-com. Words
// that begin with `seen` are to be seen by readers of the page and of its Markdown, those that begin with `gone` by nobody.
import path from 'node:path'
import { nameToEmoji } from 'gemoji'
import { beforeAll, describe, expect, test } from 'vitest'
import { leftovers } from '../../scripts/constructs/leftovers.ts'
import type { PageResult } from '../../src/core/book.ts'
import type { BookPath } from '../../src/core/path.ts'
import { diskFiles } from '../../src/files/disk.ts'
import { build } from '../../src/pipeline/build.ts'
import type { Built } from '../../src/pipeline/built.ts'

const files = diskFiles(path.resolve(import.meta.dirname, '../books/gitbook-com'))
const PAGES = files.list().filter((file) => file.endsWith('.md') && !/SUMMARY|\.gitbook/.test(file))

let built: Built

function resultOf(file: string): PageResult {
  const result = built.memory.results.get(file as BookPath)
  if (result === undefined) throw new Error(`no page ${file}`)
  return result
}

/** The text of a page, and of what it includes. */
function wordsOf(file: string): readonly string[] {
  const text = files.text(file as BookPath)?.text ?? ''
  return [...new Set(text.match(/(?:seen|gone)\w*\d+/gi))]
}

beforeAll(async () => {
  built = await build({ files })
})

describe.each(PAGES)('%s', (file) => {
  test('nothing of the language of blocks is left', () => {
    const left = leftovers(resultOf(file).html, (name) => Object.hasOwn(nameToEmoji, name))
    // What `{% raw %}` protects is shown as it is written.
    expect(left.filter(({ text }) => file !== 'old.md' || text !== '{% hint %}')).toEqual([])
  })

  test('no word is lost, and none is shown that is for others', () => {
    const { html, markdown, title, attributes } = resultOf(file)
    const shown = `${html}\n${title}\n${JSON.stringify(attributes)}`
    const words = wordsOf(file)
    expect(words.filter((word) => /^seen/i.test(word) && !shown.includes(word))).toEqual([])
    expect(words.filter((word) => /^seen/i.test(word) && !markdown?.includes(word))).toEqual([])
    expect(words.filter((word) => word.startsWith('gone') && html.includes(word))).toEqual([])
  })
})

test('what is included is part of the page, in its list and found by its name', () => {
  const { html } = resultOf('includes.md')
  expect(html).toContain('seenInclude3')
  expect(html).toMatch(/<li>\s*<p>item<\/p>\s*<div class="callout/)
})

test('nothing is wrong with these pages but what they are about', () => {
  expect(built.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
})
