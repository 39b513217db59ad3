// A browser for tests that need one. Where none is installed they are skipped, except in continuous integration:
// there a missing browser is a fault.
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
]

/** What every Chromium of ours is started with. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The program to use: `CHROMIUM_PATH`, else the first of the usual places that exists. */
export function chromiumPath(): string | undefined {
  const wanted = process.env['CHROMIUM_PATH']
  return wanted !== undefined && wanted !== '' ? wanted : places.find((place) => existsSync(place))
}

/** A running browser; undefined, with a word about it, where none is installed. Close it. */
export async function launchChromium(): Promise<Browser | undefined> {
  const executablePath = chromiumPath()
  if (executablePath !== undefined) return chromium.launch({ executablePath, args: flags })
  const message = 'No Chromium found: set CHROMIUM_PATH to run the browser tests'
  if (process.env['CI']) throw new Error(message)
  process.stderr.write(`${message}\n`)
  return undefined
}
