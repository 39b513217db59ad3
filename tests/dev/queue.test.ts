import { expect, test } from 'vitest'
import { bookPath } from '../../src/core/path.ts'
import { type Changes, createQueue } from '../../src/dev/queue.ts'

const changes = (...paths: string[]): Changes => ({
  paths: new Set(paths.flatMap((path) => bookPath(path) ?? [])),
  everything: false,
})

/** Work that ends when told to. */
function controlled(): {
  readonly begun: string[][]
  readonly work: (batch: Changes) => Promise<void>
  readonly finish: () => Promise<void>
} {
  const begun: string[][] = []
  const endings: (() => void)[] = []
  return {
    begun,
    work: (batch) =>
      new Promise((resolve) => {
        begun.push([...batch.paths, ...(batch.everything ? ['*'] : [])])
        endings.push(resolve)
      }),
    async finish() {
      endings.shift()?.()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

test('one build runs and one waits; what arrives meanwhile becomes a single batch', async () => {
  const { begun, work, finish } = controlled()
  const queue = createQueue(work)
  queue.add(changes('一.md'))
  queue.add(changes('b.md'))
  queue.add(changes('c.md', 'b.md'))
  queue.add({ paths: new Set(), everything: true })
  expect(begun).toEqual([['一.md']])
  await finish()
  expect(begun).toEqual([['一.md'], ['b.md', 'c.md', '*']])
  await finish()
  expect(begun).toHaveLength(2)
  queue.add(changes('d.md'))
  expect(begun.at(-1)).toEqual(['d.md'])
})

test('after closing nothing waiting is begun', async () => {
  const { begun, work, finish } = controlled()
  const queue = createQueue(work)
  queue.add(changes('a.md'))
  queue.add(changes('b.md'))
  queue.close()
  await finish()
  queue.add(changes('c.md'))
  expect(begun).toEqual([['a.md']])
})
