// The manual of blocks shows every block beside its source: the source is what is shown, nothing of it is left as a tag, and the
// spellings of a block make the same of it.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { leftovers } from '../scripts/constructs/leftovers.ts'
import type { PageResult } from '../src/core/book.ts'
import type { BookPath } from '../src/core/path.ts'
import { diskFiles } from '../src/files/disk.ts'
import { build } from '../src/pipeline/build.ts'

const folder = path.resolve(import.meta.dirname, '../docs')
const PAGES = readdirSync(path.join(folder, 'components'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `components/${name}`)

const EXAMPLE =
  /^<div class="example wide">\n\n(`{3,})markdown.*?\n(.*?)\n\1\n\n<div class="shown">\n\n(.*?)\n\n<\/div>\n\n<\/div>$/gms

function textOf(page: string): string {
  return readFileSync(path.join(folder, page), 'utf8')
}

let results: ReadonlyMap<BookPath, PageResult>

/** What readers see of the examples of a page, each on one line. */
function shownOn(page: string): readonly string[] {
  const { html } = results.get(page as BookPath) ?? { html: '' }
  return html
    .split('<div class="shown">')
    .slice(1)
    .map((rest) =>
      rest
        .slice(0, rest.search(/<\/div>\s*<\/div>\s*(?:<(?:p|h\d|div class="(?:example|table))|$)/))
        .replaceAll(/ (?:id|href)="[^"]*"/g, '')
        .replaceAll(/\s*\n\s*/g, ''),
    )
}

beforeAll(async () => {
  const built = await build({ files: diskFiles(folder) })
  results = built.memory.results
})

describe.each(PAGES)('%s', (page) => {
  const text = textOf(page)
  const examples = [...text.matchAll(EXAMPLE)]

  test('shows the sources of its examples, all of them', () => {
    expect(examples.length).toBe([...text.matchAll(/^<div class="example/gm)].length)
    for (const [, , source, shown] of examples) expect(shown).toBe(source)
  })

  test('leaves nothing of their language', () => {
    const { html } = results.get(page as BookPath) ?? { html: '' }
    expect(leftovers(html).filter(({ kind }) => kind === 'tag')).toEqual([])
  })
})

test.each(['tabs', 'columns'])('the spellings of %s make the same', (name) => {
  const [first, second] = shownOn(`components/${name}.md`)
  expect(first).toContain(`class="${name}"`)
  expect(second).toBe(first)
})

test('what opens is the same in every spelling', () => {
  const [first = '', others = ''] = shownOn('components/expandable.md')
  const each = others.split(/(?<=<\/details>)/)
  expect(first).toMatch(/^<details><summary>Which beans\?<\/summary><p>/)
  expect(each).toEqual([first, first, first])
})

test('steps with colons are steps', () => {
  const [tags = '', colons = ''] = shownOn('components/steps.md')
  for (const shown of [tags, colons]) expect(shown).toMatch(/^<ol class="steps"><li>.*<li>/)
})
