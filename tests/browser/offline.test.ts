// The whole book without a network: kept by the browser, and as an archive.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32, inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Host, serveSite } from '../../scripts/judge/host.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { writeSite } from '../../src/output/write.ts'
import { build } from '../../src/pipeline/build.ts'
import { engines } from '../support/engines.ts'
import { retries } from './fixtures/in-engines.ts'
import { listen } from './fixtures/hearing.ts'

const book = {
  'book.json': '{"title": "Beds: all/of them", "reader": {"offline": true}}',
  'README.md': '# Beds\n\n[Soil](soil & more.md)\n',
  'SUMMARY.md': '* [Beds](README.md)\n* [Soil](soil%20&%20more.md)\n',
  'soil & more.md': '# Soil\n\nWorms dig.\n',
}

let dir: string
let host: Host
let names: readonly string[]

beforeAll(async () => {
  dir = mkdtempSync(path.join(realpathSync(tmpdir()), 'handbook-offline-'))
  const files = memoryFiles(book)
  const { outputs } = await build({ files })
  await writeSite({ outputs, files, outputDir: path.join(dir, 'site'), bookDir: dir })
  names = [...outputs.keys()]
})

afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** What an archive holds; a wrong check sum is an exception. */
function unpack(zip: Buffer): Map<string, string> {
  const found = new Map<string, string>()
  const end = zip.length - 22
  expect(zip.readUInt32LE(end)).toBe(0x06054b50)
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50)
    const [sum, packed, size] = [16, 20, 24].map((field) => zip.readUInt32LE(at + field))
    const length = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + length)
    const start = zip.readUInt32LE(at + 42) + 30 + length
    const data = inflateRawSync(zip.subarray(start, start + (packed ?? 0)))
    expect([crc32(data), data.length], name).toEqual([sum, size])
    found.set(name, data.toString())
    at += 46 + length
  }
  return found
}

describe.each(engines)('offline, with $name', retries, ({ isInstalled, launch }) => {
  test.skipIf(!isInstalled)(
    'a book is kept, read without a network, and saved as an archive',
    async () => {
      host = await serveSite(path.join(dir, 'site'))
      const reader = await launch()
      try {
        const tab = await reader.open(1440, 900)
        await tab.go(`${host.url}index.html`)
        const eventually = (task: () => unknown): Promise<void> =>
          expect.poll(() => tab.run(task).catch(() => false)).toBeTruthy()
        await tab.click('.settings-button')
        await eventually(() => document.querySelector('.settings')?.checkVisibility())
        await tab.run(() => {
          URL.createObjectURL = (blob) => {
            void new Response(blob as Blob).arrayBuffer().then((data) => {
              const bytes = [...new Uint8Array(data)]
              document.body.dataset['zip'] = bytes
                .map((byte) => String.fromCodePoint(byte))
                .join('')
            })
            return '#saved'
          }
        })
        await tab.click('.download-button')
        await eventually(() => document.body.dataset['zip'])
        const zip = await tab.run(() => document.body.dataset['zip'] ?? '')
        const entries = unpack(Buffer.from(zip, 'latin1'))
        expect(entries.get('soil & more.html')).toContain('Worms dig.')
        const left = names.filter((name) => !entries.has(name))
        expect(left).toEqual(['.nojekyll', 'handbook-offline.js', 'handbook/files.json'])

        const canKeep = await tab.run(() => document.querySelector('[name=offline]') !== null)
        if (!canKeep) return
        const said = await listen(tab)
        await tab.click('.check:has([name=offline])')
        await said('Kept')
        await host.close()
        await tab.go(`${host.url}soil%20%26%20more.html`)
        await eventually(() => document.body.textContent.includes('Worms dig.'))
        await tab.press('/')
        await eventually(() => document.activeElement?.matches('.search input'))
        await tab.type('worms')
        await eventually(() => document.querySelector('.search [role=option]') !== null)
      } finally {
        await reader.close()
        await host.close()
      }
    },
  )
})

test('nothing of it is there where nobody asked for it', async () => {
  const { outputs } = await build({ files: memoryFiles({ ...book, 'book.json': '{}' }) })
  expect(
    [...outputs.keys()].filter((name) => /offline|files\.json|manifest|worker/.test(name)),
  ).toEqual([])
})
