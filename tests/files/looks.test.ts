import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { diskFiles } from '../../src/files/disk.ts'
import type { Files, Looks } from '../../src/files/files.ts'
import { knownFrom, noteLooks } from '../../src/files/looks.ts'
import { hashesAt, openingAt } from '../../src/files/text-hashes.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'handbook-looks-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const page = 'page.md' as BookPath

/** Writes the page, so long ago that it is known by its times alone. */
async function write(text: string): Promise<void> {
  writeFileSync(path.join(folder, page), text)
  await new Promise((resolve) => setTimeout(resolve, 100))
}

/** Files of the folder that fail when a text is read. */
const unread = (): Files => ({
  ...diskFiles(folder),
  text() {
    throw new Error('read')
  },
})

test('what one thread has read another one knows without reading, as long as the file is as it was', async () => {
  await write('---\ntitle: One\n---\n\ntext\n')
  const first = noteLooks(diskFiles(folder))
  const said = hashesAt(first.files, page)
  const looks = structuredClone(first.looks()) as Looks
  expect(hashesAt(noteLooks(unread(), knownFrom(looks)).files, page)).toEqual(said)

  await write('Another text, without a title.\n')
  const later = noteLooks(diskFiles(folder), knownFrom(looks))
  expect(openingAt(later.files, page)).toEqual({ text: '', utf8: true })
  expect(hashesAt(later.files, page)).not.toEqual(said)
  expect(() => hashesAt(noteLooks(unread(), knownFrom(looks)).files, page)).toThrow('read')
})
