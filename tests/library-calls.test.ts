// Calls of the library as people first write them.
import path from 'node:path'
import { expect, test } from 'vitest'
import { type BuildRequest, build, check, diskFiles, serve } from '../src/index.ts'

const folder = path.resolve(import.meta.dirname, 'books/faults')

test('a folder will do where files are expected', async () => {
  const byFolder = await build(folder)
  const byFiles = await build({ files: diskFiles(folder) })
  expect([...byFolder.outputs.keys()]).toEqual([...byFiles.outputs.keys()])
  expect((await check(folder)).diagnostics.length).toBeGreaterThan(byFolder.diagnostics.length)
})

test('a folder that is not there is a problem of the book', async () => {
  const { diagnostics } = await build(path.join(folder, 'nowhere'))
  expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
})

test.each([undefined, 5, {}, { bookDir: folder }, { files: {} }, { files: folder }])(
  'whoever hands over %j is told what was expected',
  async (wrong) => {
    const request = wrong as unknown as BuildRequest
    await expect(build(request)).rejects.toThrow('Expected the folder of a book, or { files }')
    await expect(check(request)).rejects.toThrow('Expected the folder of a book, or { files }')
    await expect(serve(wrong as unknown as string)).rejects.toThrow('Expected the folder of a book')
  },
)
