// Which tagged lines an include takes, beside what Asciidoctor takes from a file of its own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { load } from '@asciidoctor/core'
import { afterAll, expect, test } from 'vitest'
import { selectLines } from '../../src/asciidoc/selection.ts'

const text = [
  'before',
  '// tag::a[]',
  'in a',
  '// tag::b[]',
  'in a and b',
  '// end::b[]',
  'a again',
  '// end::a[]',
  'between',
  '// tag::c[]',
  'in c',
  '// end::c[]',
  'after',
].join('\n')

const folder = mkdtempSync(path.join(tmpdir(), 'handbook-tags-'))
writeFileSync(path.join(folder, 'code.txt'), text)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const parts = ['a', 'b', 'c', '!a', '!b', '!c', '*', '!*', '**', '!**']
const lists = parts.flatMap((first) => [
  [first],
  ...parts.flatMap((second) =>
    second === first
      ? []
      : [
          [first, second],
          ...parts.flatMap((third) =>
            third === first || third === second ? [] : [[first, second, third]],
          ),
        ],
  ),
])

async function linesOfAsciidoctor(tags: string): Promise<string> {
  const source = `----\ninclude::code.txt[tags=${tags}]\n----\n`
  const document = await load(source, { safe: 'unsafe', base_dir: folder })
  const [block] = document.getBlocks() as { getSource?: () => string }[]
  return block?.getSource?.() ?? ''
}

test('every list of up to three tags takes the same lines', async () => {
  expect(lists).toHaveLength(820)
  const different: string[] = []
  for (const list of lists) {
    const tags = list.join(';')
    // oxlint-disable-next-line no-await-in-loop -- one document after the other
    const theirs = (await linesOfAsciidoctor(tags)).trim()
    const ours = selectLines(text, { tags }).text.trim()
    if (ours !== theirs) different.push(`${tags}: ${ours} instead of ${theirs}`)
  }
  expect(different).toEqual([])
})
