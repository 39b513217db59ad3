import { expect, test } from 'vitest'
import { removeFile, renameFile } from '../../src/files/rename.ts'

type Means = NonNullable<Parameters<typeof removeFile>[1]>
const renameIt = (means: Means): void => renameFile('a', 'b', means)
const removeIt = (means: Means): void => removeFile('a', means)

/** Renames a file that others have open for some tries; tells how often it was tried and how long was waited. */
function tryRename(platform: string, busyFor: number, code = 'EPERM', work = renameIt): string {
  let tries = 0
  let waited = 0
  const means = {
    platform,
    rename: () => {
      tries += 1
      if (tries <= busyFor) throw Object.assign(new Error('busy'), { code })
    },
    remove: () => means.rename(),
    pause: (ms: number) => void (waited += ms),
  }
  try {
    work(means)
  } catch (error) {
    return `${(error as NodeJS.ErrnoException).code} after ${tries}, ${waited} ms`
  }
  return `done after ${tries}, ${waited} ms`
}

test('on Windows a file that others have open is waited for, and not for ever', () => {
  expect(tryRename('win32', 0)).toBe('done after 1, 0 ms')
  expect(tryRename('win32', 3)).toBe('done after 4, 35 ms')
  expect(tryRename('win32', 3, 'EBUSY')).toBe('done after 4, 35 ms')
  expect(tryRename('win32', 99)).toBe('EPERM after 10, 2000 ms')
})

test('nothing is tried again that will not become right', () => {
  expect(tryRename('win32', 1, 'ENOENT')).toBe('ENOENT after 1, 0 ms')
  expect(tryRename('linux', 1)).toBe('EPERM after 1, 0 ms')
})

test('what is to be removed is waited for in the same way', () => {
  expect(tryRename('win32', 3, 'EBUSY', removeIt)).toBe('done after 4, 35 ms')
  expect(tryRename('win32', 1, 'EISDIR', removeIt)).toBe('EISDIR after 1, 0 ms')
  expect(tryRename('linux', 1, 'EBUSY', removeIt)).toBe('EBUSY after 1, 0 ms')
})
