import { expect, test } from 'vitest'
import { browserCommand, openBrowser } from '../../src/dev/open.ts'

test('each system has its own program for opening an address', () => {
  const url = 'http://localhost:4000/'
  expect(browserCommand(url, 'linux')).toEqual(['xdg-open', [url]])
  expect(browserCommand(url, 'darwin')).toEqual(['open', [url]])
  expect(browserCommand(url, 'win32')).toEqual(['rundll32', ['url.dll,FileProtocolHandler', url]])
})

test('a program that is not there is told by the value, not by an exception', async () => {
  expect(await openBrowser(['/nowhere/no-browser', []])).toBe(false)
  expect(await openBrowser([process.execPath, ['--version']])).toBe(true)
})
