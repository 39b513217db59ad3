import { expect, test } from 'vitest'
import { renameFile } from '../../src/files/rename.ts'

/** Renames a file that others have open for some tries; tells how often it was tried and how long was waited. */
function tryRename(platform: string, busyFor: number, code = 'EPERM'): string {
  let tries = 0
  let waited = 0
  const means = {
    platform,
    rename: () => {
      tries += 1
      if (tries <= busyFor) throw Object.assign(new Error('busy'), { code })
    },
    pause: (ms: number) => void (waited += ms),
  }
  try {
    renameFile('a', 'b', means)
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
