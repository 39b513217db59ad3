// Files of a program's own change texts on their way to the book. A build with a memory then sees the new text, whatever
// else the program hands over with it.
import { describe, expect, test } from 'vitest'
import { build } from '../../src/pipeline/build.ts'
import type { BookPath } from '../../src/core/path.ts'
import type { Files, TextFile } from '../../src/files/files.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { site } from '../support/build-book.ts'

const contents = {
  'book.json': '{ "title": "Garden", "plugins": ["include-csv"] }',
  'README.md': '# Garden\n\n{% include "parts/bed.md" %}\n\nSee the [pond](pond.md#frogs).\n',
  'SUMMARY.md': '* [Garden](README.md)\n* [Pond](pond.md)\n',
  'GLOSSARY.md': '# Glossary\n\n## Frog\n\nGreen.\n',
  'pond.md': '---\ndescription: Water\n---\n\n# Pond\n\n## Frogs\n\nA Frog.\n',
  'parts/bed.md': 'Roses.\n',
  '_layouts/partials/footer.hbs': '<p>foot</p>\n',
}

type Change = (path: BookPath, text: string) => string

/** Files whose texts a program changes; everything else is handed on as it is. */
function changed(base: Files, change: Change): Files {
  return {
    ...base,
    text(path) {
      const source = base.text(path)
      return source && { ...source, text: change(path, source.text) }
    },
  }
}

/** The same objects every time, whose texts change under the hands of the build. */
function mutated(base: Files, change: { current: Change }): Files {
  const known = new Map<BookPath, { text: string; utf8: boolean }>()
  return {
    ...base,
    text(path): TextFile | undefined {
      const source = base.text(path)
      if (source === undefined) return undefined
      const held = known.get(path) ?? { ...source }
      known.set(path, held)
      held.text = change.current(path, source.text)
      return held
    },
  }
}

const replacing =
  (file: string, from: string, to: string): Change =>
  (path, text) =>
    path === file ? text.replace(from, to) : text

const changes: readonly (readonly [string, Change])[] = [
  ['a page', replacing('pond.md', 'A Frog', 'A toad')],
  ['front matter', replacing('pond.md', 'description: Water', 'description: Mud')],
  ['a heading that a link leads to', replacing('pond.md', '## Frogs', '## Toads')],
  ['an included file', replacing('parts/bed.md', 'Roses', 'Tulips')],
  ['SUMMARY', replacing('SUMMARY.md', '[Pond]', '[The pond]')],
  ['the glossary', replacing('GLOSSARY.md', 'Green', 'Brown')],
  ['the configuration', replacing('book.json', 'Garden', 'Park')],
  ['a template', replacing('_layouts/partials/footer.hbs', 'foot', 'end')],
]

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a text that a program changes', () => {
  test.each(changes)('%s is built anew', async (_name, change) => {
    const base = memoryFiles(contents)
    const before = await build({ files: base })
    const files = changed(base, change)
    const after = await build({ files }, before.memory)
    const clean = await build({ files })
    expect(site(after)).toEqual(site(clean))
    expect(site(after)).not.toEqual(site(before))
    expect(after.diagnostics).toEqual(clean.diagnostics)
  })

  test.each(changes)('%s is built anew where the object stays the same', async (_name, change) => {
    const current: { current: Change } = { current: (_path, text) => text }
    const files = mutated(memoryFiles(contents), current)
    const before = await build({ files })
    const first = site(before)
    current.current = change
    const after = site(await build({ files }, before.memory))
    expect(after).toEqual(site(await build({ files: changed(memoryFiles(contents), change) })))
    expect(after).not.toEqual(first)
  })

  test('the same text in another object renders nothing again', async () => {
    const base = memoryFiles(contents)
    const before = await build({ files: base })
    const after = await build({ files: changed(base, (_path, text) => text) }, before.memory)
    expect(after.rendered).toEqual([])
  })

  test('bytes that stop being UTF-8 are reported, though the text reads the same', async () => {
    const whole = { ...contents, 'pond.md': bytes('# Pond \uFFFD\n') }
    const broken = { ...contents, 'pond.md': new Uint8Array([...bytes('# Pond '), 0xff, 10]) }
    const before = await build({ files: memoryFiles(whole) })
    const after = await build({ files: memoryFiles(broken) }, before.memory)
    expect(after.diagnostics.map(({ code }) => code)).toContain('page/not-utf8')
  })
})
