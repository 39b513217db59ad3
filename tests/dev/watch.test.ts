import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { watch } from 'chokidar'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import type { Changes } from '../../src/dev/queue.ts'
import { gitLook } from '../../src/dev/git-busy.ts'
import {
  type WatchOptions,
  type Watcher,
  closeForGood,
  createWatcher,
} from '../../src/dev/watch.ts'
import { writeFiles } from '../support/write-files.ts'

let parent: string
let dir: string
let watcher: Watcher | undefined
let batches: Changes[]
let goneCount: number
let errors: Error[]
let listeners: (() => void)[]

beforeEach(() => {
  parent = mkdtempSync(path.join(realpathSync(tmpdir()), 'handbook-watch-'))
  dir = path.join(parent, 'book')
  batches = []
  goneCount = 0
  errors = []
  listeners = []
  write('README.md', '# 书')
  write('guide/one.md', 'one')
  write('guide/deep/two.md', 'two')
})

afterEach(async () => {
  await watcher?.close()
  watcher = undefined
  rmSync(parent, { recursive: true, force: true })
})

function write(name: string, text: string): void {
  writeFiles(dir, { [name]: text })
}

const wake = (): void => listeners.forEach((listener) => listener())

const options = (): Omit<WatchOptions, 'since'> => ({
  dir,
  pollMs: 10,
  onChanges: (changes) => {
    batches.push(changes)
    wake()
  },
  onGone: () => {
    goneCount += 1
    wake()
  },
  onError: (error) => errors.push(error),
})

async function start(outDir?: string): Promise<void> {
  // A later time than that of the files written so far, whatever the clock of the disk.
  watcher = createWatcher({ ...options(), outDir, since: Date.now() + 60_000 })
  await watcher.ready
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Waits until events made something true. */
function until(isTrue: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (isTrue()) resolve()
    }
    listeners.push(check)
    check()
  })
}

const seen = (): readonly string[] => batches.flatMap(({ paths }) => [...paths])
const sees = (...names: string[]): Promise<void> =>
  until(() => names.every((name) => seen().includes(name)))
const forget = (): void => void batches.splice(0)

describe('git at work', () => {
  test('is seen by its lock, above the book and in a work tree, and a lock of old is none', () => {
    const isBusy = (): boolean => gitLook(path.join(dir, 'guide'))()
    expect(isBusy()).toBe(false)
    write('.git/HEAD', 'ref: refs/heads/main\n')
    expect(isBusy()).toBe(false)
    write('.git/index.lock', '')
    expect(isBusy()).toBe(true)
    utimesSync(path.join(dir, '.git/index.lock'), 1, 1)
    expect(isBusy()).toBe(false)
    write('tree/index.lock', '')
    write('guide/.git', 'gitdir: ../tree\n')
    expect(isBusy()).toBe(true)
  })
})

describe('what is seen', () => {
  test('an edited page, also below folders and with a Chinese name', async () => {
    write('章节/开始.md', '1')
    await start()
    write('README.md', '# 新书')
    write('guide/deep/two.md', '2')
    write('章节/开始.md', '2')
    await sees('README.md', 'guide/deep/two.md', '章节/开始.md')
  })

  test('a name that the disk writes in decomposed letters, as the book knows it', async () => {
    await start()
    write('e\u0301te\u0301.md', '1')
    await sees('\u00e9t\u00e9.md')
  })

  test('a book that is reached through a link', async () => {
    const link = path.join(parent, 'link')
    symlinkSync(dir, link)
    const real = dir
    dir = link
    await start(path.join(link, 'public'))
    dir = real
    write('public/x.html', '1')
    write('guide/one.md', '2')
    await sees('guide/one.md')
    expect(seen()).toEqual(['guide/one.md'])
  })

  test('each of two edits, however soon the second comes', async () => {
    await start()
    for (const text of ['1', '2', '3', '4']) {
      forget()
      write('README.md', text)
      await sees('README.md')
    }
  })

  test('new files, removed files and files in new folders', async () => {
    await start()
    write('new.md', '1')
    write('neu/tief/x.md', '1')
    unlinkSync(path.join(dir, 'guide/one.md'))
    await sees('new.md', 'neu/tief/x.md', 'guide/one.md')
    forget()
    write('neu/tief/x.md', '2')
    await sees('neu/tief/x.md')
  })

  test('saving by renaming a temporary file, twice', async () => {
    await start()
    for (const text of ['1', '2']) {
      forget()
      write('.README.md.tmp', text)
      renameSync(path.join(dir, '.README.md.tmp'), path.join(dir, 'README.md'))
      await sees('README.md')
    }
    forget()
    write('README.md', 'in place')
    await sees('README.md')
  })

  test('saving as vim does: the old file is moved away and written anew', async () => {
    await start()
    write('4913', '')
    unlinkSync(path.join(dir, '4913'))
    renameSync(path.join(dir, 'README.md'), path.join(dir, 'README.md~'))
    write('README.md', 'new')
    unlinkSync(path.join(dir, 'README.md~'))
    await sees('README.md')
    expect(seen().filter((name) => name !== 'README.md')).toEqual([])
  })

  test('a file that is removed and made again', async () => {
    await start()
    for (const text of ['1', '2']) {
      unlinkSync(path.join(dir, 'guide/one.md'))
      await sees('guide/one.md')
      forget()
      write('guide/one.md', text)
      await sees('guide/one.md')
      forget()
    }
  })

  test('edits in a folder that was removed and made again at once', async () => {
    await start()
    rmSync(path.join(dir, 'guide'), { recursive: true })
    write('guide/one.md', 'again')
    write('guide/deep/two.md', 'again')
    await until(() => batches.some(({ everything }) => everything))
    forget()
    write('guide/one.md', 'edited')
    write('guide/deep/two.md', 'edited')
    await sees('guide/one.md', 'guide/deep/two.md')
  })

  test('a folder that takes the place of another', async () => {
    write('other/one.md', 'other')
    await start()
    rmSync(path.join(dir, 'guide'), { recursive: true })
    renameSync(path.join(dir, 'other'), path.join(dir, 'guide'))
    await until(
      () => batches.some(({ everything }) => everything) || seen().includes('guide/one.md'),
    )
    await sees('guide')
    forget()
    write('guide/one.md', 'edited')
    await sees('guide/one.md')
  })

  test('a renamed folder, and edits in it', async () => {
    await start()
    renameSync(path.join(dir, 'guide'), path.join(dir, '指南'))
    await sees('guide/one.md', '指南/one.md', '指南/deep/two.md')
    forget()
    write('指南/deep/two.md', 'edited')
    await sees('指南/deep/two.md')
  })

  test('an edit is told once', async () => {
    await start()
    for (const text of ['1', '2', '3']) {
      write('README.md', text)
      await sees('README.md')
      // What else was to be told of that edit is told before the next one.
      write('guide/one.md', text)
      await sees('guide/one.md')
      expect(seen()).toEqual(['README.md', 'guide/one.md'])
      forget()
    }
  })

  test('nothing while another program is at work on the files', async () => {
    let asked = 0
    const since = Date.now() + 60_000
    watcher = createWatcher({ ...options(), since, isBusy: () => ++asked < 5 })
    await watcher.ready
    write('guide/one.md', '2')
    await sees('guide/one.md')
    expect(asked).toBeGreaterThanOrEqual(5)
  })

  test('five hundred files at once, in few batches', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `many/page-${index}.md`)
    for (const name of names) write(name, '1')
    await start()
    for (const name of names) write(name, '2')
    await until(() => new Set(seen()).size >= 500)
    expect(batches.length).toBeLessThan(20)
  })

  test('an edit at any moment of the first look', async () => {
    for (let moment = 0; moment < 40; moment++) {
      const name = `guide/at-${moment}.md`
      write(name, 'before')
      // The clock of the disk is past the slack in which files count as new.
      const written = statSync(path.join(dir, name)).ctimeMs
      while (Date.now() <= written + 40) await nextTurn()
      batches = []
      const began = createWatcher({ ...options(), since: Date.now() })
      for (let turn = 0; turn < moment; turn++) await nextTurn()
      write(name, 'after')
      await began.ready
      await until(() => batches.some(({ paths }) => [...paths].includes(name as BookPath)))
      await began.close()
    }
  })

  test('a file that was written after the start but before watching began', async () => {
    write('early.md', '1')
    const since = Date.now() + 3_600_000
    utimesSync(path.join(dir, 'early.md'), new Date(since), new Date(since))
    watcher = createWatcher({
      dir,
      since: since - 60_000,
      onChanges: (changes) => {
        batches.push(changes)
        wake()
      },
      onGone: wake,
      onError: (error) => errors.push(error),
    })
    await sees('early.md')
    expect(seen()).toEqual(['early.md'])
  })
})

describe('what is left alone', () => {
  test('output, packages, version control, and what editors leave behind', async () => {
    write('node_modules/x/README.md', '1')
    write('public/index.html', '1')
    await start(path.join(dir, 'public'))
    write('node_modules/x/README.md', '2')
    write('public/index.html', '2')
    write('_book/index.html', '2')
    write('.git/index', '2')
    write('.idea/workspace.xml', '2')
    for (const name of ['a.md~', '.#a.md', '#a.md#', '.a.md.swp', 'a.md___jb_tmp___', '4913'])
      write(name, '2')
    write('last.md', '1')
    await sees('last.md')
    expect(seen()).toEqual(['last.md'])
  })

  test('an output folder that holds the book does not hide it', async () => {
    await start(parent)
    write('README.md', '2')
    await sees('README.md')
  })

  test('what links lead to outside the book', async () => {
    mkdirSync(path.join(parent, 'outside'))
    symlinkSync(path.join(parent, 'outside'), path.join(dir, 'link'))
    await start()
    writeFileSync(path.join(parent, 'outside/x.md'), '1')
    write('last.md', '1')
    await sees('last.md')
    expect(seen()).toEqual(['last.md'])
  })
})

describe('the folder of the book', () => {
  test('may vanish: that is told once, and everything is looked at when it is back', async () => {
    await start()
    renameSync(dir, `${dir}-away`)
    await until(() => goneCount > 0)
    forget()
    renameSync(`${dir}-away`, dir)
    await until(() => batches.some(({ everything }) => everything))
    forget()
    write('README.md', 'back')
    await sees('README.md')
    expect(goneCount).toBe(1)
  })

  test('may be missing from the start', async () => {
    rmSync(dir, { recursive: true })
    await start()
    expect(goneCount).toBe(1)
    write('README.md', 'here')
    await until(() => batches.some(({ everything }) => everything))
  })

  test('may be removed and made again at once', async () => {
    await start()
    rmSync(dir, { recursive: true })
    write('README.md', 'again')
    await until(() => batches.some(({ everything }) => everything))
    forget()
    write('README.md', 'edited')
    await sees('README.md')
  })
})

test('after closing nothing is told', async () => {
  await start()
  write('README.md', 'unseen')
  await watcher?.close()
  const other = createWatcher({
    dir,
    since: Date.now() + 60_000,
    onChanges: wake,
    onGone: wake,
    onError: (error) => errors.push(error),
  })
  await other.ready
  const isWoken = new Promise<void>((resolve) => void listeners.push(resolve))
  write('README.md', 'seen by another')
  await isWoken
  await other.close()
  expect([batches, errors]).toEqual([[], []])
})

test('what is closed stays closed, also where chokidar would wait for a file to come back', async () => {
  const plain = watch(dir)
  await plain.close()
  plain.add(dir)
  expect(plain.closed).toBe(false)
  await plain.close()
  const closed = watch(dir)
  await closeForGood(closed)
  closed.add(dir)
  expect(closed.closed).toBe(true)
})
