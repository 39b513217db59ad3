// The three engines that readers have, each behind the same few words: Chromium and Firefox through Puppeteer (the
// latter speaks WebDriver BiDi), WebKit through the driver of WebKitGTK on a screen of its own. An engine that is not
// installed is skipped with a message, except in continuous integration: there a missing one is a fault.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { type BrowserContext, type KeyInput, launch, type Page } from 'puppeteer-core'
import { chromiumPath, flags } from './chromium.ts'
import { type Session, startSession } from './webdriver.ts'

/** One page in one engine. */
export interface Tab {
  readonly go: (url: string) => Promise<void>
  /** Runs a function in the page; it sees nothing but its arguments. */
  readonly run: <A extends readonly unknown[], R>(task: (...args: A) => R, ...args: A) => Promise<R>
  /** Presses keys one after the other; `Control+k` holds the first. */
  readonly press: (...keys: readonly string[]) => Promise<void>
  readonly type: (text: string) => Promise<void>
  readonly click: (selector: string) => Promise<void>
  readonly tap: (selector: string) => Promise<void>
  /** Moves the pointer there. */
  readonly hover: (selector: string) => Promise<void>
  /** A picture of what is in sight, as PNG. */
  readonly picture: () => Promise<Buffer>
}

/** A running engine. Close it. */
export interface Reader {
  /** The page of somebody who was never here before; the page opened before is closed. */
  readonly open: (width: number, height: number) => Promise<Tab>
  readonly close: () => Promise<void>
}

/** An engine that may be there. */
export interface Engine {
  readonly name: 'Chromium' | 'Firefox' | 'WebKit'
  readonly isInstalled: boolean
  readonly launch: () => Promise<Reader>
}

const firefoxPath = firstOf([
  process.env['FIREFOX_PATH'],
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
])
const webkit = {
  driver: firstOf([process.env['WEBKIT_DRIVER_PATH'], '/usr/bin/WebKitWebDriver']),
  browser: firstOf(miniBrowsers()),
  screen: firstOf(['/usr/bin/Xvfb']),
}

/** The engines, each with whether it can be launched here. */
export const engines: readonly Engine[] = [
  {
    name: 'Chromium',
    isInstalled: chromiumPath() !== undefined,
    launch: () =>
      launchPuppeteer({ browser: 'chrome', executablePath: chromiumPath() ?? '', args: flags }),
  },
  {
    name: 'Firefox',
    isInstalled: firefoxPath !== undefined,
    launch: () => launchPuppeteer({ browser: 'firefox', executablePath: firefoxPath ?? '' }),
  },
  {
    name: 'WebKit',
    isInstalled: Object.values(webkit).every((program) => program !== undefined),
    launch: launchWebKit,
  },
]

for (const { name, isInstalled } of engines) {
  if (isInstalled) continue
  const message = `No ${name} found: its browser tests are skipped`
  if (process.env['CI']) throw new Error(message)
  process.stderr.write(`${message}\n`)
}

function firstOf(programs: readonly (string | undefined)[]): string | undefined {
  return programs.find((program) => program !== undefined && existsSync(program))
}

/** Where Debian puts WebKitGTK's small browser: `/usr/lib/<machine>/webkit2gtk-4.1/MiniBrowser`. */
function miniBrowsers(): readonly string[] {
  return ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib', '/usr/libexec']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /^webkit2?gtk-[\d.]+$/.test(name))
        .map((name) => path.join(folder, name, 'MiniBrowser')),
    )
}

async function launchPuppeteer(options: {
  readonly browser: 'chrome' | 'firefox'
  readonly executablePath: string
  readonly args?: readonly string[]
}): Promise<Reader> {
  const browser = await launch({
    browser: options.browser,
    executablePath: options.executablePath,
    args: [...(options.args ?? [])],
  })
  let context: BrowserContext | undefined
  const open = async (width: number, height: number): Promise<Tab> => {
    await context?.close()
    context = await browser.createBrowserContext()
    const page = await context.newPage()
    await page.setViewport({ width, height })
    return puppeteerTab(page)
  }
  return { open, close: () => browser.close() }
}

function puppeteerTab(page: Page): Tab {
  const middle = (selector: string): Promise<Point> =>
    middleOf(() => page.evaluate(showMiddle, selector))
  return {
    go: async (url) => void (await page.goto(url)),
    run: (task, ...args) => page.evaluate<unknown[]>(task as () => unknown, ...args) as never,
    press: async (...keys) => {
      for (const key of keys) {
        const names = key.split('+') as KeyInput[]
        const last = names.pop() as KeyInput
        for (const name of names) await page.keyboard.down(name)
        await page.keyboard.press(last)
        for (const name of names.toReversed()) await page.keyboard.up(name)
      }
    },
    type: (text) => page.keyboard.type(text),
    click: async (selector) => page.mouse.click(...(await middle(selector))),
    tap: async (selector) => page.touchscreen.tap(...(await middle(selector))),
    hover: async (selector) => page.mouse.move(...(await middle(selector))),
    picture: async () => Buffer.from(await page.screenshot()),
  }
}

async function launchWebKit(): Promise<Reader> {
  const screen = await startScreen()
  const port = await freePort()
  const driver = spawn(webkit.driver ?? '', [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, DISPLAY: screen.display, GDK_BACKEND: 'x11' },
    stdio: 'ignore',
  })
  const stop = (): void => {
    driver.kill()
    screen.process.kill()
  }
  try {
    await listening(port)
    // One window for all: to start it takes longer than most tests.
    const session = await startSession(`http://127.0.0.1:${port}`, {
      'webkitgtk:browserOptions': { binary: webkit.browser, args: ['--automation'] },
    })
    const resize = resizer(session)
    const open = async (width: number, height: number): Promise<Tab> => {
      await execute(session, forgetReader, [])
      await session.command('POST', '/url', { url: 'about:blank' })
      await resize(width, height)
      return webkitTab(session)
    }
    const close = async (): Promise<void> => {
      await session.end()
      stop()
    }
    return { open, close }
  } catch (error) {
    stop()
    throw error
  }
}

/** A screen that nobody sees, of the first free number. */
async function startScreen(): Promise<{
  readonly process: ChildProcess
  readonly display: string
}> {
  const size = '1800x1400x24'
  const child = spawn(
    webkit.screen ?? '',
    ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const number = await new Promise<string>((resolve, reject) => {
    child.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()))
    child.once('exit', () => reject(new Error('Xvfb did not start')))
    child.once('error', reject)
  })
  return { process: child, display: `:${number}` }
}

async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as net.AddressInfo
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return port
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined)
    if (answer !== undefined) return
    await pause(50)
  }
  throw new Error('The WebKit driver does not answer')
}

/** Keys that are no letters, as WebDriver numbers them. */
const KEYS: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Backspace: '\uE003',
  Delete: '\uE017',
}

function webkitTab(session: Session): Tab {
  const keys = (values: readonly string[]): Promise<void> => {
    const held = values.map((value) => KEYS[value] ?? value)
    const actions = [
      ...held.map((value) => ({ type: 'keyDown', value })),
      ...held.toReversed().map((value) => ({ type: 'keyUp', value })),
    ]
    return session.act({ type: 'key', id: 'keyboard', actions })
  }
  const point = async (
    selector: string,
    pointerType: 'mouse' | 'touch',
    presses = true,
  ): Promise<void> => {
    const [x, y] = await middleOf(() => execute(session, showMiddle, [selector]))
    const press = [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]
    const move = { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) }
    const actions = [move, ...(presses ? press : [])]
    await session.act({ type: 'pointer', id: pointerType, parameters: { pointerType }, actions })
  }
  return {
    go: async (url) => void (await session.command('POST', '/url', { url })),
    run: async (task, ...args) => (await execute(session, task, args)) as never,
    press: async (...list) => {
      for (const key of list) await keys(key.split('+'))
    },
    type: async (text) => {
      for (const letter of text) await keys([letter])
    },
    click: (selector) => point(selector, 'mouse'),
    tap: (selector) => point(selector, 'touch'),
    hover: (selector) => point(selector, 'mouse', false),
    picture: async () =>
      Buffer.from((await session.command('GET', '/screenshot')) as string, 'base64'),
  }
}

function execute(
  session: Session,
  task: (...args: never[]) => unknown,
  args: readonly unknown[],
): Promise<unknown> {
  return session.command('POST', '/execute/sync', {
    script: `return (${String(task)})(...arguments)`,
    args,
  })
}

type Point = readonly [x: number, y: number]

/** Runs in the page: brings an element into sight and gives its middle; nothing where there is none to see. */
function showMiddle(selector: string): Point | undefined {
  const element = document.querySelector(selector)
  element?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  const [box] = element?.getClientRects() ?? []
  if (box === undefined || box.width === 0 || box.height === 0) return undefined
  return [box.left + box.width / 2, box.top + box.height / 2]
}

/** Where to point, as soon as it can be: a list that is made anew meanwhile has the same places. */
async function middleOf(look: () => Promise<unknown>): Promise<Point> {
  for (let tries = 0; tries < 600; tries++) {
    const found = await look().catch(() => undefined)
    if (Array.isArray(found)) return found as unknown as Point
    await pause(50)
  }
  throw new Error('There is nothing to point at')
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** Runs in the page that the last reader left. */
function forgetReader(): void {
  try {
    localStorage.clear()
    sessionStorage.clear()
  } catch {}
}

/** WebDriver sizes windows; readers of tests think of what is inside. */
function resizer(session: Session): (width: number, height: number) => Promise<void> {
  // What a window has around its page is measured once: to find out that a size was wrong takes a second.
  let frame: Size = [0, 0]
  const inner = async (): Promise<Size> =>
    (await execute(session, () => [innerWidth, innerHeight], [])) as Size
  return async (width, height) => {
    for (let tries = 0; tries < 10; tries++) {
      let [w, h] = await inner()
      if (w === width && h === height) return
      const rect = {
        width: Math.max(width + frame[0], 100),
        height: Math.max(height + frame[1], 100),
      }
      await session.command('POST', '/window/rect', rect)
      // The page learns of its window a while after the driver has answered.
      for (let looks = 0; looks < 40 && !(w === width && h === height); looks++) {
        await pause(25)
        ;[w, h] = await inner()
      }
      frame = [frame[0] + width - w, frame[1] + height - h]
    }
  }
}

type Size = readonly [width: number, height: number]
